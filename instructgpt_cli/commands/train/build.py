"""What pretrain, finetune and their dry run set up alike: tokenizer, data, model, optimizer."""

from pathlib import Path

import torch
from transformers import PreTrainedModel

from instructgpt_cli.commands.text_pipeline import TextPipeline
from instructgpt_cli.dataset.batch_plan import ACCELERATOR_MICRO_BATCH, CPU_MICRO_BATCH, BatchPlan
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import sources_fingerprints, tokenize_sources
from instructgpt_cli.errors import UsageError
from instructgpt_cli.model import load, lora, lora_check, router, self_checks
from instructgpt_cli.model.fingerprint import fingerprint
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run.identity import fingerprints
from instructgpt_cli.system import atomic_files
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import optimizers, precision
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.gradients import GradientReducer
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState

QUIET = Console(quiet=True)
MOST_IN_EPOCH = 1e9  # an epoch's order is held in memory


def load_datasets(
    recipe: Recipe, text: TextPipeline, cache: Path, console: Console
) -> tuple[TokenizedDataset, TokenizedDataset | None]:
    """Training and validation data, tokenised."""

    def dataset(split: str) -> TokenizedDataset:
        wanted = getattr(recipe.data, split)
        rows = recipe.train.validation_rows if split == "validation" else None
        with console.progress(f"reading {split} data", unit="rows") as bar:
            found = tokenize_sources(wanted, recipe.data, text.encoder, text.fingerprint, rows, cache, bar.advance)
            bar.update(completed=sum(counts.rows for counts in found.row_counts))  # where they were kept, none was read
            return found

    return dataset("train"), dataset("validation") if recipe.data.validation else None


def read_fingerprints(recipe: Recipe, text: TextPipeline) -> dict[str, str]:
    """Of what a run learns from and begins with, as run.json keeps them."""
    base = fingerprint(recipe.model.path, recipe.model.revision)
    return fingerprints(sources_fingerprints(recipe.data.train), text.fingerprint, base)


def build_model(recipe: Recipe, text: TextPipeline, device: torch.device, console: Console = QUIET) -> PreTrainedModel:
    """The model to train on `device`, still on the CPU, in float32 but for what `lora.store_base_in_bf16` converts.
    Whatever of it is unexpected is reported."""
    load.prepare_cpu(device, recipe.train.threads)
    if recipe.train.deterministic:
        precision.prepare_fixed_order()
    if recipe.model.path:
        atomic_files.refuse_other_weights(recipe.model.path)
        model = load.load_pretrained(recipe.model, torch.device("cpu"), warn=console.warn)
    else:
        model = load.build_random(recipe.model, text.tokenizer, recipe.seed)
    load.check_fit(model, text.tokenizer, recipe.data.max_length)
    if recipe.train.lora:
        lora.add(model, recipe.train.lora, recipe.seed)
        lora_check.refuse_bypassed(model)
        if recipe.train.lora.targets == "all-linear" and (others := lora.without_adapter(model)):
            console.message(
                f"no adapters for {others}: they stay as they are; train.lora.targets takes their names too"
            )
        if precision.choose(recipe.train.precision, device, model.num_parameters()) == torch.bfloat16:
            lora.store_base_in_bf16(model)
    if balancing := _balancing(recipe, model):
        router.refuse_unbalanced(model)
        console.message(f"load-balancing loss of the experts: learnt with weight {balancing:g}")
    elif recipe.train.router_aux_loss_coef is None and (own := router.own_coefficient(model.config)):
        console.message(f"experts are not balanced: train.router_aux_loss_coef={own:g} adds the loss that does it")
    if recipe.train.gradient_checkpointing:
        self_checks.enable_gradient_checkpointing(model)
    return model


def make_batch_plan(recipe: Recipe, dataset: TokenizedDataset) -> tuple[BatchPlan, int | None]:
    """The order of the run and its number of steps (None where a time budget ends it)."""
    train = recipe.train
    longest = int(dataset.lengths.max())
    if longest > train.batch_tokens:
        raise UsageError(
            f"train.batch_tokens is {train.batch_tokens} and the longest row has {longest} tokens",
            "Raise train.batch_tokens, or lower data.max_length.",
        )
    weights = [source.weight for source in recipe.data.train]
    plan = BatchPlan(dataset.lengths, dataset.sources, weights, recipe.seed, train.batch_tokens)
    if not 1 <= (rows := plan.rows_in_epoch()) <= MOST_IN_EPOCH:
        raise UsageError(
            f"data.train: by the weights of its sources an epoch shows {rows:.3g} sequences",
            f"There are {len(dataset):,}, each once where its source's weight is 1.",
        )
    if train.max_steps or train.budget:
        return plan, train.max_steps
    if not (steps := plan.total_steps(train.epochs or 1.0)):
        raise UsageError(
            "data.train: by the weights of its sources there is nothing to learn in so few epochs",
            "Raise train.epochs.",
        )
    return plan, steps


def make_train_state(
    recipe: Recipe,
    sharded_model: ShardedModel,
    data: tuple[TokenizedDataset, TokenizedDataset | None],
    plan: BatchPlan,
    total_steps: int | None,
    group: ProcessGroup = SINGLE_PROCESS,
) -> tuple[TrainState, str]:
    """The train state, and why sequences are padded instead of packed (empty where they are packed)."""
    train, model, device = recipe.train, sharded_model.model, sharded_model.device
    sharded_model(self_checks.refuse_unusable)
    packed, why = sharded_model(self_checks.use_best_attention, recipe.model.attention)
    chunked = sharded_model(self_checks.use_chunked_head, recipe.model.head, packed=packed)
    if train.compile:
        self_checks.compile_layers(model)
    most = CPU_MICRO_BATCH if device.type == "cpu" else ACCELERATOR_MICRO_BATCH
    dtype = precision.choose(train.precision, device, model.num_parameters())
    reducer = None
    if group.size > 1 and sharded_model.shard_group.size == 1:
        reducer = GradientReducer([p for p in model.parameters() if p.requires_grad], overlaps=device.type == "cuda")
    state = TrainState(
        sharded_model=sharded_model,
        packed=packed,
        chunked=chunked,
        optimizers=optimizers.build(model, train),
        dataset=data[0],
        validation=data[1],
        plan=plan,
        train=train,
        total_steps=total_steps,
        seed=recipe.seed,
        device=device,
        precision=next(name for name, known in precision.FORMATS.items() if known == dtype),
        autocast=precision.autocast(dtype, device),
        micro_batch_tokens=train.micro_batch_tokens or min(train.batch_tokens, most),
        group=group,
        reducer=reducer,
        router_aux_loss_coef=_balancing(recipe, model),
    )
    return state, why


def _balancing(recipe: Recipe, model: PreTrainedModel) -> float:
    named = "router_aux_loss_coef" in (recipe.model.config or {})
    return router.coefficient(model.config, recipe.train.router_aux_loss_coef, named)
