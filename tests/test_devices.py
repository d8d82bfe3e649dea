"""What holds on any device: here on the processor, and by `make test-gpu` on a GPU as well."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
import torch
from torch import Tensor
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.dataset.batch import Batch, collate
from instructgpt_cli.errors import ExitCode
from instructgpt_cli.inference.decode_state import CachedState, DecodeState, RecomputedState
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.model import packed_attention, self_checks, varlen_attention
from instructgpt_cli.model.loss import summed_loss, target_losses
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.training import precision

Build = Callable[..., PreTrainedModel]
Run = Callable[..., subprocess.CompletedProcess[str]]
NO_GPU = pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU to be seen")
HEADS = {"hidden_size": 128, "num_attention_heads": 4, "num_key_value_heads": 2}
SEQUENCES = [[(7 * i + 3 * n) % 320 for i in range(n)] for n in (40, 38, 21, 21, 9, 2)]
MASKS = [[int(i % 3 != 1) for i in range(len(s))] for s in SEQUENCES]
RECIPE = """\
output_dir: whole
model:
  config: {model_type: llama, hidden_size: 64, intermediate_size: 128, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
data: {train: [{path: rows.jsonl}], validation: [{path: rows.jsonl, rows: 10}], max_length: 128}
train:
  {max_steps: 8, batch_tokens: 512, micro_batch_tokens: 256, lr: 1e-2, schedule: constant, warmup: 0, validate_every: 4}
checkpoint: {every: 3}
"""


@pytest.fixture(params=["cpu", pytest.param("cuda", marks=(pytest.mark.gpu, NO_GPU))])
def device(request: pytest.FixtureRequest) -> torch.device:
    return torch.device(request.param)


@pytest.fixture
def place(additions: Path) -> Path:
    (additions / "r.yaml").write_text(RECIPE)
    return additions


def batch(sequences: list[list[int]] = SEQUENCES) -> Batch:
    return collate(zip(sequences, MASKS, strict=True))


def learnt(model: PreTrainedModel, *, packed: bool, chunked: bool) -> tuple[float, list[Tensor]]:
    model.zero_grad()
    loss = summed_loss(model, batch().to(model.device), packed=packed, chunked=chunked)
    loss.backward()  # type: ignore[no-untyped-call]
    return loss.item(), [p.grad.cpu() for p in model.parameters() if p.grad is not None]


@pytest.mark.parametrize("architecture", ["llama", "gemma3_text", "gpt2"])
def test_every_way_of_a_step_learns_what_the_plainest_does(
    architecture: str, device: torch.device, tiny_model: Build
) -> None:
    """The plainest: on the processor, padded rows, all logits."""
    loss, gradient = learnt(tiny_model(architecture), packed=False, chunked=False)
    for setting, chunked in product(("packed", "grouped", "sdpa"), (True, False)):
        model = tiny_model(architecture).to(device)
        packed, _ = self_checks.use_best_attention(model, setting)
        assert packed == (setting != "sdpa")
        found, theirs = learnt(model, packed=packed, chunked=chunked)
        assert found == pytest.approx(loss, rel=1e-5)
        for one, other in zip(theirs, gradient, strict=True):
            torch.testing.assert_close(one, other, rtol=1e-4, atol=2e-5)


def test_in_bfloat16_sequences_do_not_see_each_other(device: torch.device, tiny_model: Build) -> None:
    model = tiny_model("llama", **HEADS).to(device)
    assert self_checks.use_best_attention(model, "auto") == (True, "")
    others = batch([[1] * len(SEQUENCES[0]), *SEQUENCES[1:]])
    exact = target_losses(model, batch().to(device), packed=True)
    with precision.autocast(torch.bfloat16, device)(), torch.no_grad():
        losses, changed = (target_losses(model, b.to(device), packed=True, chunked=True) for b in (batch(), others))
    kept = batch().target_counts[0]
    assert not torch.equal(losses[:kept], changed[:kept])
    torch.testing.assert_close(losses[kept:], changed[kept:], rtol=1e-2, atol=1e-2)
    torch.testing.assert_close(losses, exact, rtol=3e-2, atol=3e-2)


@pytest.mark.gpu
@NO_GPU
@pytest.mark.parametrize(("count", "shared", "size"), [(12, 12, 64), (20, 4, 64), (8, 2, 128)])
def test_the_kernel_that_knows_boundaries_is_taken(count: int, shared: int, size: int) -> None:
    if varlen_attention.KERNEL is None or torch.cuda.get_device_capability() < (8, 0):
        pytest.skip("this torch or this GPU has no such kernel")
    query, key = (torch.zeros(1, n, size, dtype=torch.bfloat16, device="cuda") for n in (count, shared))
    assert varlen_attention.is_usable(query, key, packed_attention.grouped_reference)


@pytest.mark.parametrize("cache", ["auto", "padded", "none"])
def test_greedy_answers_are_those_of_transformers(
    cache: str, device: torch.device, tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    model = tiny_model("llama", **HEADS).to(device)
    asked = [Prompt(i, ids) for i, ids in enumerate(SEQUENCES)]
    answers: dict[int, list[int]] = {}
    settings = Generate(max_new_tokens=12, batch_size=4, cache=cache)  # type: ignore[arg-type]
    decoder = Decoder(model, tiny_tokenizer, settings, seed=0, stop_ids=[3])
    list(decoder.answers(asked, lambda sequence: answers.update({sequence.prompt_index: list(sequence.ids)})))
    for place, prompt in enumerate(asked):
        ids = torch.tensor([prompt.ids], device=device)
        out = model.generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=12, do_sample=False, eos_token_id=3, pad_token_id=0
        )
        whole = out[0, len(prompt.ids) :].tolist()
        assert answers[place] == (whole[:-1] if whole[-1] == 3 else whole)


def answers_of(decoder: Decoder, prompts: list[list[int]]) -> list[list[int]]:
    answers = dict(decoder.answers([Prompt(i, ids) for i, ids in enumerate(prompts)]))
    return [list(answers[i][0].ids) for i in range(len(prompts))]


@torch.inference_mode()
def shortfall(exact: PreTrainedModel, prompt: list[int], answer: list[int]) -> float:
    """How far the logits of an answer's tokens are below the largest one, relative to the largest of all: 0 for greedy
    decoding with the model `exact`."""
    logits = exact(torch.tensor([[*prompt, *answer]])).logits[0, len(prompt) - 1 : -1]
    chosen = logits.gather(1, torch.tensor(answer)[:, None])[:, 0]
    return float((logits.amax(1) - chosen).max() / logits.abs().max())


@pytest.mark.parametrize("cache", ["auto", "padded", "none"])
@pytest.mark.parametrize("architecture", ["llama", "gemma3_text", "gpt2"])
def test_greedy_answers_in_bfloat16_are_those_of_float32_up_to_its_rounding(
    architecture: str, cache: str, device: torch.device, tiny_model: Build, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    exact, model = tiny_model(architecture), tiny_model(architecture).to(device, torch.bfloat16)
    settings = Generate(max_new_tokens=24, batch_size=4, cache=cache)  # type: ignore[arg-type]
    decoder = Decoder(model, tiny_tokenizer, settings, seed=0, stop_ids=())
    for prompt, answer in zip(SEQUENCES, answers_of(decoder, SEQUENCES), strict=True):
        assert len(answer) == 24
        assert shortfall(exact, prompt, answer) < 0.02


@pytest.mark.parametrize("kind", [RaggedState, CachedState, RecomputedState])
def test_in_bfloat16_a_row_of_a_batch_has_the_logits_of_the_row_alone(
    kind: type[DecodeState], device: torch.device, tiny_model: Build
) -> None:
    model = tiny_model("llama", **HEADS).to(device, torch.bfloat16)
    tokens = torch.arange(5, 5 + len(SEQUENCES), device=device)
    with kind.running(model), torch.inference_mode():
        together = kind.prefill(model, SEQUENCES)
        together.step(tokens)
        for i, sequence in enumerate(SEQUENCES):
            alone = kind.prefill(model, [sequence])
            alone.step(tokens[i : i + 1])
            off = (together.logits[i] - alone.logits[0]).abs().max() / alone.logits.abs().max()
            assert off < 0.02


@pytest.mark.e2e
def test_a_run_that_goes_on_gives_the_same_bits(device: torch.device, place: Path, instructgpt: Run) -> None:
    for words in (("output_dir=whole",), ("output_dir=parts", "train.max_steps=4"), ("output_dir=parts",)):
        done = instructgpt("pretrain", "r.yaml", f"device={device}", "train.deterministic=true", *words)
        assert done.returncode == 0, done.stderr
    assert "continuing after step 4" in done.stderr
    assert bits(place / "parts") == bits(place / "whole")


def bits(run: Path) -> dict[str, str]:
    files = [run / "metrics.jsonl", run / "model/model.safetensors", run / "checkpoints/step-8/optimizer.safetensors"]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.e2e
@pytest.mark.gpu
@NO_GPU
def test_a_full_gpu_is_told_with_the_step_and_what_to_lower(place: Path) -> None:
    script = (
        "import torch; torch.cuda.set_per_process_memory_fraction("
        "64 * 2**20 / torch.cuda.get_device_properties(0).total_memory);"
        "from instructgpt_cli.cli.app import main; main()"
    )
    large = "model.config.hidden_size=1024"
    done = subprocess.run(
        [sys.executable, "-c", script, "pretrain", "r.yaml", large, "device=cuda"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ExitCode.RESOURCES, done.stderr
    assert "out of memory" in done.stderr
    assert "Traceback" not in done.stderr
