"""`--dry-run --estimate-for CARD`: memory and time on a card that is not there. No weights are loaded."""

import tempfile
from dataclasses import asdict, replace
from pathlib import Path

import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
from instructgpt_cli.commands.train.build import load_datasets, make_batch_plan
from instructgpt_cli.commands.train.smoke import config_of, tiny_config
from instructgpt_cli.commands.train.summary import rows_read
from instructgpt_cli.dataset.batch_plan import ACCELERATOR_MICRO_BATCH, Ints, default_limit
from instructgpt_cli.dataset.loader import load_step
from instructgpt_cli.errors import ModelError
from instructgpt_cli.model import dtypes, experts, frozen, load, lora, self_checks, simulated_memory
from instructgpt_cli.model.config import loaded_config
from instructgpt_cli.plain_text import duration
from instructgpt_cli.recipe.continued_adapter import with_adapter
from instructgpt_cli.recipe.learning_rate import with_learning_rate
from instructgpt_cli.recipe.schema import Model, Recipe, Train
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.system.library_errors import kind_and_first_line
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training import cards, optimizers
from instructgpt_cli.training.cards import Work
from instructgpt_cli.training.memory import StepMemory, fitting_limit, mebibytes, simulate


def run(recipe: Recipe, name: str, console: Console) -> None:
    """Tokenizes and counts the data as a dry run does, simulates a step, and shows what it takes on the card."""
    on = cards.card(name)
    recipe = with_adapter(with_learning_rate(as_begun(recipe)))
    text = load_text_pipeline_of_run(recipe.model, recipe.tokenizer, recipe.data, recipe.output_dir)
    train = recipe.train
    with tempfile.TemporaryDirectory(prefix="instructgpt-") as scratch:
        datasets = load_datasets(recipe.data, train.validation_rows, text, Path(scratch), console)
        rows_read(recipe.data, datasets, text.encoder.notes, console)
        plan, total = make_batch_plan(train, recipe.data.train, recipe.seed, datasets[0])
        dtype = torch.bfloat16 if on.has_bf16 and train.precision != "fp32" else torch.float32
        mode = simulated_memory.without_data()
        model = _model(recipe.model, train, text.tokenizer, dtype, mode)
        packed, chunked = _fast_paths(recipe.model, text.tokenizer, recipe.seed)
        built = optimizers.build(model, train)

        def memory(tokens: int) -> StepMemory:
            step = load_step(datasets[0], plan, 0, tokens, padded=not packed)
            try:
                found = simulate(
                    model,
                    mode,
                    built,
                    step.micro_batches,
                    dtype,
                    packed=packed,
                    chunked=chunked,
                    on_accelerator=True,
                )
            except Exception as error:  # architectures raise anything for tensors without data
                raise ModelError(
                    f"--estimate-for: a step of {model.config.model_type} in {dtypes.name_of(dtype)} cannot be "
                    f"simulated: {kind_and_first_line(error)}",
                    "Leave the option out: --dry-run measures steps on the device that is here.",
                ) from error
            return replace(found, weights=found.weights - saved)

        saved = _saved_by_nf4(model) if train.lora and train.lora.base == "nf4" else 0
        wanted = train.micro_batch_tokens or default_limit(train.batch_tokens, ACCELERATOR_MICRO_BATCH)
        limit = wanted
        if not train.micro_batch_tokens:
            limit = fitting_limit(wanted, lambda tokens: memory(tokens).total, int(on.memory))
        by_part = memory(limit)
        step = plan.step(0)
        lengths = datasets[0].lengths[step.sequences]
        work = _work(model, train, lengths, int(datasets[0].targets[step.sequences].sum()))
        seconds = cards.seconds_a_step(work, on)
    fits = by_part.total <= on.memory
    rows = [
        (
            "card",
            f"{name}: {on.memory / 1e9:,.0f} GB, {on.operations / 1e12:,.0f} TFLOP/s, {on.bandwidth / 1e12:g} TB/s",
        ),
        ("weights", f"{sum(p.numel() for p in model.parameters()):,}"),
        ("micro-batch", f"up to {limit:,} tokens" + ("" if limit == wanted else f", as {wanted:,} do not fit")),
        ("memory", f"about {mebibytes(by_part.total)}: {by_part.describe()}"),
        ("fits", "yes" if fits else f"no: {mebibytes(by_part.total - on.memory)} too much"),
        ("time", _time(seconds, total, train)),
    ]
    console.table(f"estimate for {name}: computed, not measured; nothing was written", ("", ""), rows)
    console.event(
        {
            "event": "estimate",
            "card": name,
            "fits": fits,
            "micro_batch_tokens": limit,
            "memory": asdict(by_part),
            "seconds_a_step": seconds,
            "steps": total,
        }
    )


def _model(
    wanted: Model, train: Train, tokenizer: PreTrainedTokenizerFast, dtype: torch.dtype, mode: FakeTensorMode
) -> PreTrainedModel:
    """The model to train, without data, with its frozen weights in 16 bits where a run stores them so."""
    keys = config_of(wanted)
    place = f"{wanted.path}: config.json" if wanted.path else "model.config"
    config = loaded_config(keys, tokenizer, place)
    text = config.get_text_config()
    text.vocab_size = max(len(tokenizer), keys.get("vocab_size") or 0)
    experts.follow_autocast()
    with torch.device("meta"):
        model: PreTrainedModel = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
        if train.lora:
            lora.add(model, train.lora.model_copy(update={"init": "default", "from_": None}), 0)
            if dtype == torch.bfloat16 or train.lora.base:
                frozen.assume_16_bits(model)
    if train.gradient_checkpointing:
        self_checks.enable_gradient_checkpointing(model)
    return simulated_memory.copy_without_data(model, mode)


def _fast_paths(wanted: Model, tokenizer: PreTrainedTokenizerFast, seed: int) -> tuple[bool, bool]:
    """Whether a run packs sequences and chunks the head: found out on a tiny model of the architecture."""
    tiny = load.build_from(loaded_config(tiny_config(config_of(wanted)), tokenizer, "model.config"), seed)
    packed, _ = self_checks.use_best_attention(tiny, wanted.attention)
    return packed, self_checks.use_chunked_head(tiny, wanted.head, packed=packed)


def _work(model: PreTrainedModel, train: Train, lengths: Ints, targets: int) -> Work:
    config = model.config.get_text_config()
    active = (getattr(config, "num_experts_per_tok", None) or 1) / (
        getattr(config, "num_local_experts", None) or getattr(config, "num_experts", None) or 1
    )
    head, embeddings = model.get_output_embeddings().weight, model.get_input_embeddings().weight
    inside = [p for p in model.parameters() if p.ndim > 1 and p is not head and p is not embeddings]
    tokens = int(lengths.sum())
    return Work(
        matrices=sum(_active(p, active) for p in inside),
        trained=sum(_active(p, active) for p in inside if p.requires_grad),
        head=head.numel(),
        trains_head=head.requires_grad,
        layers=config.num_hidden_layers,
        hidden=config.hidden_size,
        tokens=tokens,
        targets=targets,
        context=float((lengths**2).sum() / tokens),
        recomputes=train.gradient_checkpointing,
    )


def _saved_by_nf4(model: PreTrainedModel) -> int:
    """Bytes that 4 bits and 8-bit scales of 64 weights take less than 16 bits."""
    head = model.get_output_embeddings()
    layers = [m for m in model.modules() if isinstance(m, frozen.HalfLinear) and m is not head]
    return int(sum(m.weight.numel() for m in layers) * (2 - 0.5 - 1 / 64))


def _active(weight: torch.Tensor, share: float) -> int:
    """Weights that a token is multiplied by: of stacked experts, those of the chosen ones."""
    return int(weight.numel() * (share if weight.ndim == 3 else 1))


def _time(seconds: float, total: int | None, train: Train) -> str:
    if total is None:
        return f"{seconds:.2f} s a step, {int(float(train.budget or 0) / seconds):,} steps in the budget"
    return f"about {duration(total * seconds)}: {total:,} steps of {seconds:.2f} s, without validations and checkpoints"
