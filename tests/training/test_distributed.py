"""Several processes compute what one does, and continue to the same bits when one of them is killed."""

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import torch.distributed as dist
from processes import Command, on_ranks, torchrun_environment
from safetensors.torch import load_file

from instructgpt_cli.cli import app
from instructgpt_cli.dataset.batch_plan import rank_share
from instructgpt_cli.errors import DataError, ExitCode, ModelError
from instructgpt_cli.run.metrics_log import read_metrics
from instructgpt_cli.training import distributed
from instructgpt_cli.training.distributed import ProcessGroup, join

Run = Callable[..., subprocess.CompletedProcess[str]]
RECIPE = """\
output_dir: run
model:
  config: {model_type: llama, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
data:
  train: [{path: rows.jsonl}]
  validation: [{path: rows.jsonl, rows: 9}]
  max_length: 128
train: {max_steps: 12, batch_tokens: 512, micro_batch_tokens: 128, lr: 1e-2, precision: fp32, validate_every: 4}
checkpoint: {every: 2}
"""
# Embeddings that are the head too: they are shared once, and together again in RUN/model.
SHARED = ("train.shard=true", "train.optimizer=muon", "train.keep=best", "model.config.tie_word_embeddings=true")
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]


@pytest.mark.parametrize("size", [1, 2, 3, 8])
def test_each_sequence_has_one_rank_and_tokens_are_balanced(size: int) -> None:
    lengths = np.random.default_rng(0).integers(1, 100, 500)
    sequences = np.random.default_rng(1).permutation(500)[:211]
    parts = [rank_share(sequences, lengths, rank, size) for rank in range(size)]
    assert sorted(np.concatenate(parts)) == sorted(sequences)
    tokens = [int(lengths[part].sum()) for part in parts]
    assert max(tokens) - min(tokens) <= 100
    assert len(rank_share(sequences[:1], lengths, size - 1, size)) == (size == 1)  # nothing is left for the others


def test_alone_nothing_is_sent() -> None:
    with join(torch.device("cpu"), print, print) as group, group.main_first(), group.in_turn(), group.same_faults():
        assert (group.is_main, group.size) == (True, 1)
        assert group.decide(lambda: "mine") == "mine"
        assert group.broadcast_numbers(3, True) == [3, 1]
        group.all_reduce(tensor := torch.ones(2))
        assert tensor.tolist() == [1, 1]
        assert [each.tolist() for each in group.all_gather(tensor)] == [[1, 1]]
        assert group.share("mine") == ["mine"]
        group.barrier()
    assert not torch.distributed.is_initialized()


def assert_close_models(place: Path, rtol: float, atol: float) -> None:
    """The weights and adapters of the runs `shared` and `alone` are close."""
    for file in ("model/model.safetensors", "model/adapter/adapter_model.safetensors"):
        ours, theirs = (load_file(place / run / file) for run in ("shared", "alone"))
        assert ours.keys() == theirs.keys()
        for name in ours:
            torch.testing.assert_close(ours[name], theirs[name], rtol=rtol, atol=atol)


def writing_a_diary(group: ProcessGroup, diary: Path) -> None:
    def tell(what: str) -> None:
        with diary.open("a") as lines:
            lines.write(f"{group.rank} {what}\n")

    with group.in_turn():
        tell("begins")
        time.sleep(0.2)
        tell("ends")
    with group.main_first():
        time.sleep(0.2 if group.is_main else 0)
        tell("reads")


def test_turns_are_taken_one_after_the_other(tmp_path: Path) -> None:
    assert on_ranks(writing_a_diary, tmp_path / "diary.txt") == [0, 0]
    lines = (tmp_path / "diary.txt").read_text().splitlines()
    assert lines == ["0 begins", "0 ends", "1 begins", "1 ends", "0 reads", "1 reads"]


def exchanging(group: ProcessGroup) -> None:
    def choose() -> tuple[str, int]:
        assert group.is_main, "the others are not asked"
        return "rank", group.rank

    assert group.decide(choose) == ("rank", 0)
    assert group.broadcast_numbers(0.1 + group.rank, True) == [0.1, 1]
    rows = torch.arange(6.0).view(2, 3).T + group.rank  # not contiguous
    group.broadcast(rows)
    assert rows.tolist() == torch.arange(6.0).view(2, 3).T.tolist()
    group.broadcast(rows, torch.ones(3, 2) if group.is_main else None)
    assert rows.tolist() == torch.ones(3, 2).tolist()
    assert [each.tolist() for each in group.all_gather(torch.tensor([group.rank]))] == [[0], [1]]
    assert group.share({"rank": group.rank}) == [{"rank": 0}, {"rank": 1}]


def test_what_rank_0_decides_is_the_same_on_every_rank() -> None:
    assert on_ranks(exchanging) == [0, 0]


def failing(group: ProcessGroup, rank: int, error: BaseException) -> None:
    with group.doing("step 3"):
        if group.rank == rank:
            raise error
        group.all_reduce(torch.ones(1))


CUDA_ASSERT = RuntimeError("CUDA error: device-side assert triggered\nCompile with ...")


@pytest.mark.parametrize(
    ("rank", "error", "code", "message"),
    [
        (0, DataError("a file is missing"), ExitCode.DATA, "a file is missing"),
        (1, DataError("a file is missing"), ExitCode.DATA, "a file is missing"),
        (1, CUDA_ASSERT, ExitCode.BUG, "step 3: RuntimeError: CUDA error: device-side assert triggered"),
    ],
)
def test_a_fault_of_one_rank_ends_the_others_with_its_words(
    rank: int, error: BaseException, code: ExitCode, message: str, tmp_path: Path
) -> None:
    assert on_ranks(failing, rank, error, errors=tmp_path / "errors.txt") == [code] * 2
    output = (tmp_path / "errors.txt").read_text()
    assert "is gone" not in output
    if rank:  # else rank 0 has said what its own fault is
        (line,) = (line for line in output.splitlines() if line.startswith("error: rank"))
        assert line.startswith(f"error: rank {rank} (process ")
        assert line.endswith(f"): {message}")


def killed(group: ProcessGroup, rank: int) -> None:
    with group.doing("step 3"):
        if group.rank == rank:
            os.kill(os.getpid(), signal.SIGKILL)
        group.all_reduce(torch.ones(1))


def test_a_rank_that_is_killed_is_named_once(tmp_path: Path) -> None:
    codes = on_ranks(killed, 0, size=3, errors=tmp_path / "errors.txt")
    assert codes == [-signal.SIGKILL, ExitCode.INTERRUPTED, ExitCode.INTERRUPTED]
    error, _hint = (tmp_path / "errors.txt").read_text().splitlines()
    assert error.startswith("error: step 3: rank 0 (process ")
    assert error.endswith("is gone, without a word: it was killed or crashed")


def stopped_or_sleeping(group: ProcessGroup, rank: int, is_stopped: bool) -> None:
    with group.doing("step 3"):
        if group.rank == rank and is_stopped:
            os.kill(os.getpid(), signal.SIGSTOP)
        if group.rank == rank:
            time.sleep(60)
        group.all_reduce(torch.ones(1))


@pytest.mark.parametrize(
    ("rank", "is_stopped"), [(1, False), (0, True), (1, True)], ids=["1 sleeps", "0 is stopped", "1 is stopped"]
)
def test_a_collective_waits_for_a_set_time(rank: int, is_stopped: bool, tmp_path: Path) -> None:
    """A process that is stopped gives no sign of life; one whose main thread hangs does."""
    began = time.monotonic()
    settings: dict[str, Any] = {"errors": tmp_path / "errors.txt", "stopped": rank if is_stopped else None}
    codes = on_ranks(stopped_or_sleeping, rank, is_stopped, **settings, INSTRUCTGPT_TIMEOUT="5s")
    assert time.monotonic() - began < 59
    assert codes.pop(rank) == (-signal.SIGKILL if is_stopped else ExitCode.INTERRUPTED)
    assert codes == [ExitCode.INTERRUPTED]
    error, _hint = settings["errors"].read_text().splitlines()
    assert error.startswith(
        f"error: step 3: no sign of life from rank {rank} (process "
        if is_stopped
        else f"error: step 3: rank {1 - rank} has waited 5.0s for rank {rank} (process "
    )


def working_on_rank_0(group: ProcessGroup) -> None:
    with group.main_first():
        time.sleep(4 if group.is_main else 0)
    group.decide(lambda: time.sleep(4))
    group.barrier()
    group.all_reduce(torch.ones(1))


def test_what_rank_0_does_alone_may_take_longer() -> None:
    """It tokenizes, or writes a checkpoint."""
    assert on_ranks(working_on_rank_0, INSTRUCTGPT_TIMEOUT="3s") == [0, 0]


@pytest.mark.parametrize(("own", "mode"), [(None, "3"), ("0", "3"), ("2", "3"), ("1", "1")])
def test_nccl_waits_for_the_set_time_and_then_ends_the_process(
    monkeypatch: pytest.MonkeyPatch, own: str | None, mode: str
) -> None:
    """Control messages go over gloo, without a limit. torch is replaced where it needs GPUs."""
    begun: list[tuple[object, ...]] = []
    environment = {**torchrun_environment(1), "WORLD_SIZE": "2", "LOCAL_RANK": "0", "INSTRUCTGPT_TIMEOUT": "20m"}
    for name, value in {**environment, distributed.NCCL_ERRORS: own or ""}.items():
        monkeypatch.setenv(name, value)
    if own is None:
        monkeypatch.delenv(distributed.NCCL_ERRORS)

    def begin_group(backend: str, timeout: timedelta) -> None:
        begun.append((backend, timeout, os.environ[distributed.NCCL_ERRORS]))

    def add_group(backend: str, timeout: timedelta) -> None:
        begun.append((backend, timeout))

    monkeypatch.setattr(dist, "init_process_group", begin_group)
    monkeypatch.setattr(dist, "new_group", add_group)
    for name, value in {"get_rank": 0, "get_world_size": 1, "barrier": None, "destroy_process_group": None}.items():
        monkeypatch.setattr(dist, name, lambda value=value: value)
    monkeypatch.setattr(torch.cuda, "set_device", lambda index: begun.append(("device", index)))
    with join(torch.device("cuda"), print, print):
        pass
    assert begun == [
        ("device", 0),
        ("nccl", timedelta(minutes=20), mode),
        ("gloo", distributed.UNLIMITED),
    ]


def finding_the_same_fault(group: ProcessGroup) -> None:
    with group.same_faults():
        raise ModelError("no such layer")


def test_a_fault_of_all_ranks_is_reported_by_rank_0(tmp_path: Path) -> None:
    assert on_ranks(finding_the_same_fault, errors=tmp_path / "errors.txt") == [ExitCode.MODEL] * 2
    assert (tmp_path / "errors.txt").read_text().count("error:") == 1


@pytest.fixture
def place(additions: Path) -> Path:
    (additions / "r.yaml").write_text(RECIPE)
    return additions


def begin(place: Path, *words: str, command: str = "pretrain") -> list[Command]:
    """Two processes with the environment that torchrun gives to those that it starts."""
    environment, own = torchrun_environment(), {"INSTRUCTGPT_CACHE": str(place / "cache")}
    return [
        Command(place, command, "r.yaml", *words, **own, **environment, RANK=rank, LOCAL_RANK=rank)
        for rank in ("0", "1")
    ]


def end(ranks: list[Command]) -> tuple[list[int], str]:
    """The exit codes, and the output of both."""
    done = [process.end() for process in ranks]
    return [each.returncode for each in done], "".join(each.stdout + each.stderr for each in done)


def finish(ranks: list[Command]) -> str:
    codes, output = end(ranks)
    assert codes == [0, 0], output
    return output


def bits(run: Path) -> dict[str, str]:
    files = [run / "metrics.jsonl", *run.rglob("*.safetensors")]
    return {str(f.relative_to(run)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


@pytest.mark.e2e
@pytest.mark.parametrize("words", [(), SHARED])
def test_two_processes_equal_one_and_continue_to_the_same_bits_after_a_kill(
    place: Path, instructgpt: Run, words: tuple[str, ...]
) -> None:
    whole = finish(begin(place, "output_dir=whole", *words))
    assert whole.count("pretrain: done") == 1
    alone = instructgpt("pretrain", "r.yaml", "output_dir=alone", "--quiet", *words)
    assert alone.returncode == 0, alone.stderr
    together, single = read_metrics(place / "whole" / "metrics.jsonl"), read_metrics(place / "alone" / "metrics.jsonl")
    assert together[0].loss == pytest.approx(single[0].loss, rel=1e-6)
    assert together[0].grad_norm == pytest.approx(single[0].grad_norm, rel=1e-6)
    for ours, theirs in zip(together, single, strict=True):
        assert (ours.tokens, ours.targets) == (theirs.tokens, theirs.targets)
        assert ours.loss == pytest.approx(theirs.loss, rel=1e-4)
    assert together[-1].validation_loss == pytest.approx(single[-1].validation_loss, rel=1e-4)
    ours, theirs = (load_file(place / run / "model" / "model.safetensors") for run in ("whole", "alone"))
    assert ours.keys() == theirs.keys()
    for name in ours:
        torch.testing.assert_close(ours[name], theirs[name], rtol=1e-3, atol=1e-4)
    assert (place / "whole" / "samples.jsonl").read_bytes() == (place / "alone" / "samples.jsonl").read_bytes()

    main, other = ranks = begin(place, *words)
    deadline = time.monotonic() + 90
    while not (place / "run" / "checkpoints" / "step-4").exists():
        assert time.monotonic() < deadline
        assert main.is_running(), end(ranks)
        time.sleep(0.01)
    other.signal(signal.SIGKILL)
    codes, output = end(ranks)
    assert codes == [ExitCode.INTERRUPTED, -signal.SIGKILL], output
    assert f"rank 1 (process {other.pid} on " in output
    assert "is gone, without a word" in output
    again = finish(begin(place, *words))
    assert "continuing after step" in again
    assert "not bit-exact" not in again
    assert bits(place / "run") == bits(place / "whole")


@pytest.mark.e2e
@pytest.mark.parametrize("words", [(), ("train.shard=true",)], ids=["replicated", "sharded"])
def test_a_signal_stops_all_ranks_after_the_same_step(place: Path, words: tuple[str, ...]) -> None:
    """Rank 0 handles it, and no step is lost: torchrun sends it to every process."""
    words = (*words, "train.max_steps=40", "checkpoint.every=100", "train.validate_every=100")
    finish(begin(place, "output_dir=whole", *words))
    ranks = begin(place, *words)
    metrics = place / "run" / "metrics.jsonl"
    while not (metrics.exists() and metrics.read_text().count("\n") > 2):
        assert ranks[0].is_running(), end(ranks)
        time.sleep(0.01)
    for process in ranks:
        process.signal(signal.SIGTERM)
    codes, output = end(ranks)
    assert codes == [ExitCode.INTERRUPTED] * 2, output
    assert output.count("stopped by SIGTERM after step") == 1
    assert [path.name for path in (place / "run/checkpoints").iterdir()] == [
        f"step-{len(read_metrics(place / 'run/metrics.jsonl'))}"
    ]
    finish(begin(place, *words))
    assert bits(place / "run") == bits(place / "whole")


@pytest.mark.e2e
def test_a_signal_of_any_rank_stops_all(place: Path) -> None:
    """A torchrun sends it to the ranks of its machine only."""
    main, other = ranks = begin(place, "train.max_steps=100000", "checkpoint.every=100000", "data.validation=[]")
    metrics = place / "run" / "metrics.jsonl"
    while not (metrics.exists() and metrics.read_text().count("\n") > 2):
        assert main.is_running(), end(ranks)
        time.sleep(0.01)
    other.signal(signal.SIGUSR1)
    codes, output = end(ranks)
    assert codes == [ExitCode.INTERRUPTED] * 2, output
    assert output.count("stopped by SIGUSR1 on rank 1 after step") == 1
    assert [path.name for path in (place / "run/checkpoints").iterdir()] == [f"step-{len(read_metrics(metrics))}"]


@pytest.mark.e2e
def test_all_ranks_follow_the_time_budget_of_rank_0(place: Path) -> None:
    """The learning rate follows its clock, and each checkpoint proves that the ranks have the same weights."""
    words = ("train.max_steps=null", "train.budget=1s", "train.epochs=null", "checkpoint.every=5")
    output = finish(begin(place, *words))
    assert output.count("pretrain: done") == 1
    assert "already complete" in finish(begin(place, *words))


@pytest.mark.e2e
def test_a_rank_that_reads_other_rows_is_refused_with_the_key(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other machine")
    (other / "r.yaml").write_text(RECIPE)
    rows = (place / "rows.jsonl").read_text().splitlines(keepends=True)
    (other / "rows.jsonl").write_text("".join(rows[1:]))
    environment = torchrun_environment()
    ranks = [
        Command(
            where,
            "pretrain",
            "r.yaml",
            **environment,
            INSTRUCTGPT_CACHE=str(where / "cache"),
            RANK=rank,
            LOCAL_RANK=rank,
        )
        for where, rank in ((place, "0"), (other, "1"))
    ]
    codes, output = end(ranks)
    assert codes == [ExitCode.DATA, ExitCode.DATA], output
    assert output.count("error: rank 1 reads other data, another model or another recipe than rank 0: ") == 1
    assert "fingerprint.data.train[0]" in output


@pytest.mark.e2e
def test_one_process_continues_a_sharded_run_and_the_reverse(place: Path, instructgpt: Run) -> None:
    """The files are the same, sharded or not."""
    words = ("train.schedule=constant", "output_dir=run")
    whole = instructgpt("pretrain", "r.yaml", "--quiet", *words, "output_dir=whole")
    assert whole.returncode == 0, whole.stderr
    finish(begin(place, *words, "train.shard=true", "train.max_steps=4"))
    alone = instructgpt("pretrain", "r.yaml", *words, "train.max_steps=8")
    assert "not bit-exact" in alone.stderr
    assert "2 processes, sharded, now" in alone.stderr
    finish(begin(place, *words, "train.shard=true"))
    found, expected = (read_metrics(place / run / "metrics.jsonl") for run in ("run", "whole"))
    assert [m.loss for m in found] == pytest.approx([m.loss for m in expected], rel=1e-4)


@pytest.mark.e2e
def test_sharded_adapters_equal_those_of_one_process_and_non_finite_rows_are_named_once(
    place: Path, tiny_model_folder: Path, instructgpt: Run
) -> None:
    recipe = f"""\
model: {{path: {tiny_model_folder}}}
data: {{train: [{{path: rows.jsonl}}], max_length: 128}}
train:
  {{max_steps: 3, batch_tokens: 512, micro_batch_tokens: 128, lr: 1e-2, precision: fp32, lora: {{rank: 2}}}}
"""
    (place / "r.yaml").write_text(recipe)
    finish(begin(place, "output_dir=shared", "train.shard=true", command="finetune"))
    alone = instructgpt("finetune", "r.yaml", "output_dir=alone")
    assert alone.returncode == 0, alone.stderr
    assert_close_models(place, rtol=1e-3, atol=1e-4)

    words = ("train.optimizer=sgd", "train.lr=1e30")
    _, output = end(begin(place, "output_dir=lost", "train.shard=true", *words, command="finetune"))
    alone = instructgpt("finetune", "r.yaml", "output_dir=lost-alone", *words)
    assert alone.returncode == ExitCode.NUMERICS
    (error,) = (line for line in alone.stderr.splitlines() if line.startswith("error:"))
    assert "all its rows, the first rows.jsonl:" in error
    assert output.count(error) == output.count("error: ") == 1


@pytest.mark.e2e
def test_torchrun_starts_the_same_run(place: Path) -> None:
    finish(begin(place))
    done = subprocess.run(
        [*TORCHRUN, "-m", "instructgpt_cli", "pretrain", "r.yaml", "output_dir=torchrun"],
        cwd=place,
        env={**os.environ, "INSTRUCTGPT_CACHE": str(place / "cache")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("pretrain: done") + done.stdout.count("pretrain: done") == 1
    assert bits(place / "torchrun") == bits(place / "run")


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.parametrize("killed", [0, 1])
def test_the_run_is_saved_where_one_of_two_torchruns_is_killed(place: Path, killed: int, free_port: int) -> None:
    """torchrun 0 serves the store. Its death and that of the other one stop all ranks after the same step."""
    environment = {**os.environ, "INSTRUCTGPT_CACHE": str(place / "cache"), "OMP_NUM_THREADS": "1"}
    machines = ["--nnodes", "2", "--nproc-per-node", "1", "--master-addr", "127.0.0.1", "--master-port", str(free_port)]
    words = ["pretrain", "r.yaml", "train.max_steps=100000", "checkpoint.every=100000", "train.validate_every=100000"]
    with (place / "output.txt").open("w") as output:
        agents = [
            subprocess.Popen(
                [*TORCHRUN[:3], *machines, "--node-rank", str(node), "-m", "instructgpt_cli", *words],
                cwd=place,
                env=environment,
                stdout=output,
                stderr=output,
            )
            for node in range(2)
        ]
        metrics, deadline = place / "run/metrics.jsonl", time.monotonic() + 150
        while not (metrics.exists() and metrics.read_text().count("\n") > 2):
            assert time.monotonic() < deadline, (place / "output.txt").read_text()
            time.sleep(0.1)
        agents[killed].kill()
        assert agents[killed].wait() == -signal.SIGKILL
        assert agents[1 - killed].wait(60) != 0
    why = "the end of torchrun on rank 1" if killed else "the end of torchrun"
    while f"error: stopped by {why} after step" not in (place / "output.txt").read_text():
        assert time.monotonic() < deadline, (place / "output.txt").read_text()
        time.sleep(0.1)
    assert [path.name for path in (place / "run/checkpoints").iterdir()] == [f"step-{len(read_metrics(metrics))}"]
    again = finish(begin(place, f"train.max_steps={len(read_metrics(metrics)) + 2}"))
    assert "continuing after step" in again


@pytest.fixture
def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.mark.e2e
def test_layers_that_share_weights_are_reported_once(place: Path) -> None:
    config = (
        "{model_type: zamba2, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 3, num_attention_heads: 2, "
        "layers_block_type: [hybrid, mamba, hybrid], num_mem_blocks: 1, mamba_d_state: 8, n_mamba_heads: 2}"
    )
    codes, output = end(begin(place, "train.shard=true", f"model.config={config}"))
    assert codes == [ExitCode.MODEL] * 2
    assert output.count("error: ") == output.count("zamba2 cannot be sharded: its layers share weights") == 1
    assert not (place / "run" / "recipe.yaml").exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["pretrain", "r.yaml", "--dry-run"], "--dry-run"),
        (["pretrain", "r.yaml", "--smoke"], "--smoke"),
        (["inspect", "r.yaml"], "inspect"),
        (["eval", "e.yaml"], "eval"),
        (["generate", "run/model", "--prompt", "Add"], "generate"),
    ],
)
def test_commands_of_a_single_process_refuse_torchrun_once(
    place: Path, words: list[str], what: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    Path("e.yaml").write_text("model: {path: run/model}\ndata: {validation: [{path: rows.jsonl}]}\n")
    for name, value in {"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "2"}.items():
        monkeypatch.setenv(name, value)
    for rank in ("0", "1"):
        monkeypatch.setenv("RANK", rank)
        assert app.run(words) == ExitCode.USAGE
    output = capfd.readouterr().err
    assert output.count("error:") == output.count(f"{what} runs in one process, but torchrun started 2") == 1


@pytest.mark.e2e
@pytest.mark.skipif(torch.__version__ < "2.13", reason="torch 2.11 refuses to shard integers")
def test_quantized_base_weights_and_decomposed_adapters_are_sharded(
    place: Path, tiny_model_folder: Path, instructgpt: Run
) -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    recipe = f"""\
model: {{path: {tiny_model_folder}}}
data: {{train: [{{path: rows.jsonl}}], max_length: 128}}
train:
  {{max_steps: 3, batch_tokens: 512, micro_batch_tokens: 128, lr: 1e-2, precision: fp32}}
"""
    (place / "r.yaml").write_text(recipe)
    lora = "train.lora={rank: 2, base: nf4, init: pissa}"
    finish(begin(place, "output_dir=shared", "train.shard=true", lora, command="finetune"))
    alone = instructgpt("finetune", "r.yaml", "output_dir=alone", lora)
    assert alone.returncode == 0, alone.stderr
    assert_close_models(place, rtol=1e-3, atol=1e-4)
