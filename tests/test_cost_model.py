"""The cost model of docs/scaling.md: its bytes are those that a run on 2 and 4 processes hands to collectives, its
memory is what a rank holds, and the page shows what it computes."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from collectives import Collectives
from live_memory import LiveMemory
from processes import on_ranks
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from train_states import make_state
from transformers import LlamaConfig, LlamaForCausalLM, Qwen2Config, Qwen2ForCausalLM

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import loss, self_checks
from instructgpt_cli.training import gradients
from instructgpt_cli.training.checkpoint import RunState
from instructgpt_cli.training.distributed import ProcessGroup, shard_of
from instructgpt_cli.training.step import TrainState, train_step
from instructgpt_cli.training.trainer import Trainer

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))
import cost_model  # noqa: E402
from cost_model import Cluster, Decoder, Work  # noqa: E402

# Sizes that 4 ranks do not divide: shards are padded.
SIZES = {"hidden_size": 36, "intermediate_size": 66, "num_hidden_layers": 3, "num_attention_heads": 2}
MODEL = Decoder(36, 66, 3, 2, 1, 320)
SAMPLE = Decoder(512, 1792, 3, 8, 2, 8)
WIDE = {"hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 3}
BUCKET_BYTES = 30_000
BROADCAST = ("broadcast", 16)
WAYS: dict[str, dict[str, Any]] = {
    "replicated": {},
    "sharded bf16": {"shard": True, "precision": "bf16"},
    "sharded fp32": {"shard": True, "precision": "fp32", "gradient_checkpointing": True},
}


@pytest.fixture
def folder(tiny_model_folder: Path, additions: Path) -> Path:
    (additions / "model").symlink_to(tiny_model_folder)
    return additions


def train(group: ProcessGroup, folder: Path) -> None:
    """Three steps in each way, and the memory of a step."""
    gradients.BUCKET_BYTES = BUCKET_BYTES
    found: dict[str, Any] = {"peak": peak(group, folder)}
    for name, settings in WAYS.items():
        state = make_state(folder, group, "llama", sizes=SIZES, micro_batch_tokens=60, **settings)
        micro_batches = [len(state.batch(k).micro_batches) for k in range(3)]
        with Collectives() as collectives:
            Trainer(state, RunState(), []).run(should_stop=lambda _: False)
        found[name] = {"micro_batches": micro_batches, "collectives": collectives.seen, "held": held(state)}
    (folder / f"rank{group.rank}.json").write_text(json.dumps(found))


def held(state: TrainState) -> int:
    """Bytes of weights, gradients and moments of this rank."""
    parameters = [*state.model.parameters()]
    train_step(state, state.batch(0), 1.0, 0)
    values = [value for one in state.optimizers for values in one.state.values() for value in values.values()]
    kept = [*parameters, *(p.grad for p in parameters if p.grad is not None), *(v for v in values if v.ndim)]
    return sum(shard_of(tensor).nbytes for tensor in kept)


def peak(group: ProcessGroup, folder: Path) -> int:
    """The most bytes alive at a collective of a sharded step of few tokens, besides the shards."""
    settings = {"shard": True, "precision": "bf16", "gradient_checkpointing": True, "micro_batch_tokens": 30}
    state = make_state(folder, group, "llama", sizes=WIDE, **settings)
    seen: list[int] = []

    def measure() -> None:
        seen.append(memory.bytes(*(shard_of(p.grad) for p in state.model.parameters() if p.grad is not None)))

    with LiveMemory() as memory, Collectives(measure):
        train_step(state, state.batch(0), 1.0, 0)
    return max(seen)


def expected(name: str, ranks: int, micro_batches: Sequence[int]) -> tuple[Counter[tuple[str, int]], float]:
    """The collectives of steps of so many micro-batches, and the bytes that a rank sends in them."""
    found, sent = Counter[tuple[str, int]](), 0.0
    weight = 4 if name == "sharded fp32" else 2
    for count in micro_batches:
        found.update([("all-reduce", cost_model.SUMS), BROADCAST])
        if name == "replicated":
            found.update(("all-reduce", size) for size in cost_model.buckets(MODEL))
            sent += cost_model.sent_replicated(MODEL, ranks)
        else:
            found.update([*cost_model.sharded_collectives(MODEL, ranks, weight)] * count)
            found.update([("all-reduce", cost_model.NORM * MODEL.tensors)])
            sent += cost_model.sent_sharded(MODEL, ranks, count, weight)
    return found, sent


@pytest.mark.parametrize("ranks", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_a_run_hands_to_collectives_and_holds_the_bytes_of_the_formulas(
    ranks: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost_model, "BUCKET_BYTES", BUCKET_BYTES)
    assert on_ranks(train, folder, size=ranks) == [0] * ranks
    found = [json.loads((folder / f"rank{rank}.json").read_text()) for rank in range(ranks)]
    for name in WAYS:
        micro_batches = found[0][name]["micro_batches"]
        assert max(micro_batches) > 1
        collectives, sent = expected(name, ranks, micro_batches)
        for rank in found:
            assert Counter((kind, size) for kind, size in rank[name]["collectives"]) == collectives, name
        times = {"all-reduce": 2, "all-gather": 1, "reduce-scatter": 1, "broadcast": 0}
        by_ring = sum(times[kind] * cost_model.part(size, ranks) * n for (kind, size), n in collectives.items())
        assert sent == pytest.approx(by_ring)
        bytes_held = [rank[name]["held"] for rank in found]
        if name == "replicated":
            assert bytes_held == [cost_model.state_replicated(MODEL)] * ranks
        else:
            assert max(bytes_held) == cost_model.state_sharded(MODEL, ranks)
            assert sum(bytes_held) == cost_model.state_replicated(MODEL)
    # A GPU gathers the next layer early, and holds buffers for longer: the formula counts those.
    limit = cost_model.gathered(Decoder(256, 512, 3, 2, 1, 320))
    assert all(limit / 2 < rank["peak"] < limit for rank in found)


class Traffic(TorchDispatchMode):
    """`bytes` that operations besides products and attention read and write; views are free."""

    def __init__(self) -> None:
        super().__init__()
        self.bytes = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        found = func(*args, **(kwargs or {}))
        read, written = ([t for t in tree_leaves(tree) if isinstance(t, Tensor)] for tree in ((args, kwargs), found))
        name, owners = func.__name__.split(".")[0], {tensor.untyped_storage()._cdata for tensor in read}
        is_view = not name.endswith("_") and all(t.untyped_storage()._cdata in owners for t in written)
        if not is_view and name not in ("mm", "bmm", "addmm") and "attention" not in name:
            self.bytes += sum(tensor.numel() * tensor.element_size() for tensor in (*read, *written))
        return found


def of_a_layer(sharded: bool, checkpointing: bool, tokens: int) -> tuple[int, int]:
    """Bytes saved for the backward pass, and moved in both, of a layer of `SAMPLE`: a model of 3 less one of 2."""
    found = []
    for layers in (2, 3):
        sizes = {"hidden_size": SAMPLE.hidden, "intermediate_size": SAMPLE.intermediate, "num_hidden_layers": layers}
        heads = {"num_attention_heads": SAMPLE.heads, "num_key_value_heads": SAMPLE.key_value_heads}
        config = LlamaConfig(**sizes, **heads, vocab_size=8, tie_word_embeddings=True, attn_implementation="sdpa")
        model = LlamaForCausalLM(config).train().to(torch.bfloat16 if sharded else torch.float32)
        if checkpointing:
            self_checks.enable_gradient_checkpointing(model)
        batch = collate([(np.arange(tokens + 1) % 8, np.ones(tokens + 1, np.uint8))])
        with Traffic() as traffic:
            with LiveMemory() as memory, torch.autocast("cpu", torch.bfloat16, enabled=not sharded):
                total = loss.summed_loss(model, batch, packed=False, chunked=False)
                saved = memory.bytes(*model.parameters())
            total.backward()
        found.append((saved, traffic.bytes))
    return found[1][0] - found[0][0], found[1][1] - found[0][1]


@pytest.mark.parametrize("sharded", [False, True])
@pytest.mark.parametrize("checkpointing", [False, True])
def test_a_layer_saves_and_moves_the_bytes_of_the_formulas(sharded: bool, checkpointing: bool) -> None:
    """Between 64 and 128 tokens: weights, and what autocast makes of them, cancel out."""
    (saved, moved), (saved_by_half, moved_by_half) = (of_a_layer(sharded, checkpointing, n) for n in (128, 64))
    width = 2 if sharded else 4
    expected = width * SAMPLE.hidden if checkpointing else cost_model.saved_per_token(SAMPLE, sharded)
    assert (saved - saved_by_half) / 64 == pytest.approx(expected, rel=0.005)
    traffic = cost_model.traffic_per_token(SAMPLE, sharded, checkpointing)
    assert (moved - moved_by_half) / 64 == pytest.approx(traffic, rel=0.01)


def test_the_models_have_the_weights_of_their_architectures() -> None:
    for name, model in cost_model.MODELS.items():
        kind, config = (Qwen2ForCausalLM, Qwen2Config) if model.bias else (LlamaForCausalLM, LlamaConfig)
        with torch.device("meta"):
            whole = kind(
                config(
                    hidden_size=model.hidden,
                    intermediate_size=model.intermediate,
                    num_hidden_layers=model.layers,
                    num_attention_heads=model.heads,
                    num_key_value_heads=model.key_value_heads,
                    vocab_size=model.vocabulary,
                    tie_word_embeddings=model.tied,
                )
            )
        assert (model.weights, model.tensors) == (whole.num_parameters(), len([*whole.parameters()])), name


def test_costs_behave_as_they_must() -> None:
    model, cluster, work = cost_model.MODELS["8B"], Cluster(), Work()
    assert cost_model.sent_sharded(model, 1024) / (8 * model.weights) == pytest.approx(1, rel=1e-3)
    assert cost_model.sent_replicated(model, 1024) / (8 * model.weights) == pytest.approx(1, rel=1e-3)
    for sharded in (False, True):
        shares = [cost_model.utilization(model, gpus, sharded, work, cluster) for gpus in (64, 1024, 8192)]
        assert sorted(shares, reverse=True) == shares
        assert 0 < shares[-1] < shares[0] < cluster.product_share
    slow = replace(cluster, network=1e9)
    assert cost_model.step_seconds(model, 64, True, work, slow) > 5 * cost_model.step_seconds(
        model, 64, True, work, cluster
    )
    assert cost_model.step_seconds(model, 8, True, work, slow) == cost_model.step_seconds(model, 8, True, work, cluster)


def test_the_page_shows_what_the_script_prints() -> None:
    page = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python (benchmarks/cost_model\.py.*)$", page, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        done = subprocess.run([sys.executable, *command.split()], cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.strip() in page, command
