"""Data, model, optimizer and batch plan of a training run, from the sections of its recipe."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.text_pipeline import TextPipeline
from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.dataset.batch_plan import ACCELERATOR_MICRO_BATCH, CPU_MICRO_BATCH, BatchPlan, default_limit
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import sources_fingerprints, tokenize_sources
from instructgpt_cli.errors import UsageError
from instructgpt_cli.model import compilation, dtypes, experts, frozen, load, lora, lora_check, nf4, router, self_checks
from instructgpt_cli.model.device import prepare_cpu
from instructgpt_cli.model.fingerprint import files_fingerprint, model_fingerprint
from instructgpt_cli.model.meta_load import load_on_meta
from instructgpt_cli.model.tensor_files import TensorFiles
from instructgpt_cli.recipe.data_schema import Data, Source
from instructgpt_cli.recipe.schema import Lora, Model, Train
from instructgpt_cli.run.identity import fingerprints
from instructgpt_cli.system import atomic_files
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import micro_batch, optimizers, precision
from instructgpt_cli.training.context_parallel import divide, refuse_context_parallel
from instructgpt_cli.training.distributed import SINGLE_PROCESS, ProcessGroup
from instructgpt_cli.training.gradients import GradientReducer
from instructgpt_cli.training.sharding import ShardedModel
from instructgpt_cli.training.step import TrainState

QUIET = Console(quiet=True)
MOST_IN_EPOCH = 1e9  # sequences: the order of an epoch is held in memory


def load_datasets(
    data: Data, validation_rows: int | None, text: TextPipeline, cache: Path, console: Console
) -> tuple[TokenizedDataset, TokenizedDataset | None]:
    """The tokenized training data, and the first `validation_rows` of each validation source (None: all)."""

    def dataset(split: str, sources: Sequence[Source], rows: int | None) -> TokenizedDataset:
        with console.progress(f"reading {split} data", unit="rows") as bar:
            found = tokenize_sources(sources, data, text.encoder, text.fingerprint, rows, cache, bar.advance)
            bar.update(completed=sum(counts.rows for counts in found.row_counts))  # cached rows were not read
            return found

    train = dataset("train", data.train, None)
    return train, dataset("validation", data.validation, validation_rows) if data.validation else None


def read_fingerprints(model: Model, lora: Lora | None, sources: Sequence[Source], text: TextPipeline) -> dict[str, str]:
    """Fingerprints of the training sources, the tokenizer, the base model and the adapter to continue, as run.json
    stores them."""
    base = model_fingerprint(model.path, model.revision)
    adapter = files_fingerprint(lora.from_) if lora and lora.from_ else ""
    return fingerprints(sources_fingerprints(sources), text.fingerprint, base, adapter)


def build_model(
    wanted: Model,
    train: Train,
    tokenizer: PreTrainedTokenizerFast,
    max_length: int,
    seed: int,
    device: torch.device,
    console: Console = QUIET,
) -> PreTrainedModel:
    """The model to train on `device`, still on the CPU, in float32 except for frozen weights in fewer bits.
    Logs what a user may not expect of it."""
    _prepare_process(train, device)
    if wanted.path:
        atomic_files.refuse_other_weights(wanted.path)
        model = load.load_pretrained(wanted, torch.device("cpu"), warn=console.warn)
    else:
        model = load.build_random(wanted, tokenizer, seed)
    load.check_fit(model, tokenizer, max_length)
    if train.lora:
        _add_adapters(model, train.lora, train.precision, seed, device, console)
    _set_up(model, wanted, train, console)
    return model


def build_sharded_model(
    wanted: Model,
    train: Train,
    tokenizer: PreTrainedTokenizerFast,
    max_length: int,
    seed: int,
    device: torch.device,
    group: ProcessGroup,
    console: Console = QUIET,
) -> ShardedModel:
    """The model to train, on every rank: in full, or its shard. Collective.

    Each rank reads its shards from the model's files where they hold the weights as the model has them; else the ranks
    build the full model in turn, because a machine may have no memory for several.
    """
    shard_group = group if train.shard else SINGLE_PROCESS
    if shard_group.size > 1:
        _ = shard_group.mesh  # collective
        with group.same_faults():
            if found := _load_on_meta(wanted, train, device, group, console):
                model, files = found
                load.check_fit(model, tokenizer, max_length)
                _set_up(model, wanted, train, console)
                return ShardedModel(model, device, shard_group, files)
    with group.in_turn() if train.shard else group.main_first():
        model = build_model(wanted, train, tokenizer, max_length, seed, device, console)
        return ShardedModel(model, device, shard_group)


def _load_on_meta(
    wanted: Model, train: Train, device: torch.device, group: ProcessGroup, console: Console
) -> tuple[PreTrainedModel, TensorFiles] | None:
    """The model without its weights, and their files; None on every rank where a rank needs the full model: to add
    adapters, or to check the load-balancing loss of its experts."""
    if train.lora or not wanted.path:
        return None
    _prepare_process(train, device)
    group.decide(partial(atomic_files.refuse_other_weights, wanted.path))
    found = load_on_meta(wanted, console.warn)
    if found and _router_coefficient(wanted, train, found[0]):
        found = None
    return found if all(group.share(found is not None)) else None


def _prepare_process(train: Train, device: torch.device) -> None:
    prepare_cpu(device, train.threads)
    if train.deterministic:
        precision.prepare_fixed_order()


def _set_up(model: PreTrainedModel, wanted: Model, train: Train, console: Console) -> None:
    """Gradient checkpointing, and what to say of a load-balancing loss."""
    if coefficient := _router_coefficient(wanted, train, model):
        router.refuse_unbalanced(model)
        console.message(f"load-balancing loss of the experts: weight {coefficient:g}")
    elif train.router_aux_loss_coef is None and (own := router.own_coefficient(model.config)):
        console.message(f"no load-balancing loss of the experts: train.router_aux_loss_coef={own:g} adds it")
    if train.gradient_checkpointing:
        self_checks.enable_gradient_checkpointing(model)


def _add_adapters(
    model: PreTrainedModel, settings: Lora, precision_name: str, seed: int, device: torch.device, console: Console
) -> None:
    """Add adapters, and store the frozen weights in 4 bits, or in the 16 bits that they were saved in."""
    lora.add(model, settings, seed)
    lora_check.refuse_bypassed(model)
    if settings.targets == "all-linear" and (others := lora.without_adapter(model)):
        console.message(f"no adapters for {others}: they stay frozen; train.lora.targets takes their names too")
    dtype = precision.choose(precision_name, device, model.num_parameters())
    if settings.base == "nf4":
        nf4.quantize(model, double_quantization=settings.double_quantization)
    if settings.base or dtype == torch.bfloat16:
        frozen.store_in_16_bits(model)


def make_batch_plan(
    train: Train, sources: Sequence[Source], seed: int, dataset: TokenizedDataset
) -> tuple[BatchPlan, int | None]:
    """The order of the rows, and the number of steps (None where a time budget ends the run).

    Raises `UsageError` where a row is longer than a step, or the weights of the `sources` leave no sensible epoch.
    """
    longest = int(dataset.lengths.max())
    if longest > train.batch_tokens:
        raise UsageError(
            f"train.batch_tokens is {train.batch_tokens} and the longest row has {longest} tokens",
            "Raise train.batch_tokens, or lower data.max_length.",
        )
    weights = [source.weight for source in sources]
    plan = BatchPlan(dataset.lengths, dataset.sources, weights, seed, train.batch_tokens)
    if not 1 <= (rows := plan.rows_in_epoch()) <= MOST_IN_EPOCH:
        raise UsageError(
            f"data.train: with the weights of its sources an epoch has {rows:.3g} sequences",
            f"There are {len(dataset):,}: a source with weight 1 has each of its own once in an epoch.",
        )
    if train.max_steps or train.budget:
        return plan, train.max_steps
    if not (steps := plan.total_steps(train.epochs or 1.0)):
        raise UsageError(
            "data.train: with the weights of its sources so few epochs have no sequence",
            "Raise train.epochs.",
        )
    return plan, steps


def make_train_state(
    train: Train,
    wanted: Model,
    seed: int,
    sharded_model: ShardedModel,
    data: tuple[TokenizedDataset, TokenizedDataset | None],
    plan: BatchPlan,
    total_steps: int | None,
    group: ProcessGroup = SINGLE_PROCESS,
) -> tuple[TrainState, str]:
    """The train state, and why sequences are padded instead of packed (empty where they are packed)."""
    device = sharded_model.device
    sharded_model(self_checks.refuse_unusable)
    packed, why = sharded_model(self_checks.use_best_attention, wanted.attention)
    chunked = sharded_model(self_checks.use_chunked_head, wanted.head, packed=packed)
    dtype = precision.choose(train.precision, device, nf4.count_weights(sharded_model.model))
    autocast = sharded_model.compute_in(dtype)
    model = sharded_model.model
    experts.follow_autocast()
    context = divide(group, train.context_parallel)
    if context.exchange:
        refuse_context_parallel(model, packed, why)
    probe = context.part_of(collate([([0, 1, 2, 3], [0, 1, 1, 1])])).to(device)
    grouped = packed and sharded_model(self_checks.check_kernels, autocast, probe)
    compiled = _is_compiled(train, device, model, total_steps, grouped=grouped)
    if compiled:
        compilation.compile_layers(model)
    most = CPU_MICRO_BATCH if device.type == "cpu" else ACCELERATOR_MICRO_BATCH
    micro_batch_tokens = train.micro_batch_tokens or default_limit(
        train.batch_tokens, most * (context.exchange.size if context.exchange else 1)
    )
    reducer = None
    if group.size > 1 and sharded_model.shard_group.size == 1:
        reducer = GradientReducer([p for p in model.parameters() if p.requires_grad], overlaps=device.type == "cuda")
    state = TrainState(
        sharded_model=sharded_model,
        packed=packed,
        chunked=chunked,
        optimizers=optimizers.build(model, train, group),
        dataset=data[0],
        validation=data[1],
        plan=plan,
        train=train,
        total_steps=total_steps,
        seed=seed,
        device=device,
        precision=dtypes.name_of(dtype),
        autocast=autocast,
        micro_batch_tokens=micro_batch_tokens,
        wanted_micro_batch_tokens=micro_batch_tokens,
        group=group,
        context=context,
        reducer=reducer,
        offloads=train.offload_activations and device.type != "cpu",
        compiled=compiled,
        router_aux_loss_coef=_router_coefficient(wanted, train, model),
    )
    if not train.micro_batch_tokens:
        state = replace(state, micro_batch_tokens=micro_batch.fitting(state))
    return state, why


def _is_compiled(
    train: Train, device: torch.device, model: PreTrainedModel, total_steps: int | None, *, grouped: bool
) -> bool:
    if train.compile == "auto":
        tokens = total_steps * train.batch_tokens if total_steps else None
        pays = compilation.pays(device, nf4.count_weights(model), tokens, float(train.budget or 0))
        return pays and not (grouped and train.gradient_checkpointing)
    if train.compile:
        compilation.refuse_nothing_to_compile(grouped=grouped, checkpointing=train.gradient_checkpointing)
    return train.compile


def _router_coefficient(wanted: Model, train: Train, model: PreTrainedModel) -> float:
    named = "router_aux_loss_coef" in (wanted.config or {})
    return router.coefficient(model.config, train.router_aux_loss_coef, named)
