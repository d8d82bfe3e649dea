"""The command in its own process, as a shell starts it, but forked from a server that has imported what a run needs:
starts take no seconds, and a hundred of them no hour.

A few tests check what else a real start does, with `PROGRAM`.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = [sys.executable, "-m", "instructgpt_cli"]
SERVER = multiprocessing.get_context("forkserver")
STORES: list[object] = []  # each is served as long as it is referenced
SERVER.set_forkserver_preload(
    [
        "torch",
        "transformers.modeling_utils",
        "instructgpt_cli.commands.train.run",
        "instructgpt_cli.commands.train.dry_run",
        "instructgpt_cli.commands.train.smoke",
    ]
)


class Command:
    """A running command, started in the folder `place`; its output goes to files elsewhere."""

    def __init__(self, place: Path, *words: str, **environment: str) -> None:
        self._outputs = TemporaryDirectory()
        files = tuple(str(Path(self._outputs.name) / name) for name in ("out", "err"))
        for file in files:
            Path(file).touch()  # a process that is killed at once has not opened them
        self._words = words
        self._process = SERVER.Process(
            target=_run, args=(str(place), words, {**os.environ, **environment}, *files), daemon=True
        )
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def is_running(self) -> bool:
        return self._process.exitcode is None

    def signal(self, number: int) -> None:
        with suppress(ProcessLookupError):  # it has ended
            os.kill(self.pid, number)

    def wait(self, seconds: float = 120) -> bool:
        """Whether it ends within that time."""
        self._process.join(seconds)
        return not self.is_running()

    def end(self, seconds: float = 120) -> subprocess.CompletedProcess[str]:
        """Its exit code and output. If it does not end, it is killed and the test fails."""
        if not self.wait(seconds):
            self._process.kill()
            self._process.join()
            raise TimeoutError(f"{self._words} did not end in {seconds} s: {self._output('err')}")
        code = self._process.exitcode
        assert code is not None
        done = subprocess.CompletedProcess(self._words, code, self._output("out"), self._output("err"))
        self._outputs.cleanup()
        return done

    def _output(self, name: str) -> str:
        return (Path(self._outputs.name) / name).read_text("utf-8")


def _run(place: str, words: tuple[str, ...], environment: Mapping[str, str], out: str, err: str) -> None:
    """Run the console script in the new process."""
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in ((1, out), (2, err)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    from instructgpt_cli.cli import app

    sys.argv = ["instructgpt", *words]
    app.main()


def torchrun_environment(size: int = 2) -> dict[str, str]:
    """The environment variables that torchrun gives to each of `size` processes, all but the rank. This process serves
    their store, as torchrun does."""
    from torch.distributed import TCPStore  # type: ignore[attr-defined]

    store = TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False)
    STORES.append(store)
    sizes = {"WORLD_SIZE": str(size), "LOCAL_WORLD_SIZE": str(size)}
    place = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(store.port), "TORCHELASTIC_USE_AGENT_STORE": "True"}
    return {"TORCHELASTIC_RUN_ID": "none", **place, **sizes}


def on_ranks(
    function: Callable[..., None],
    *args: object,
    size: int = 2,
    stopped: int | None = None,
    errors: Path | None = None,
    **variables: str,
) -> list[int]:
    """Calls `function(group, *args)` on every rank of a CPU process group, with environment `variables`; their exit
    codes. The rank `stopped` is killed when the others have ended. What they write to stderr is added to `errors`."""
    environment = {**torchrun_environment(size), **variables}
    ranks = [
        SERVER.Process(target=_on_rank, args=(str(rank), environment, errors, function, args), daemon=True)
        for rank in range(size)
    ]
    for process in ranks:
        process.start()
    for rank, process in enumerate(ranks):
        if rank != stopped:
            process.join(120)
    for process in ranks:
        if process.exitcode is None:
            process.kill()
            process.join()
    return [code if (code := process.exitcode) is not None else -1 for process in ranks]


def _on_rank(
    rank: str,
    environment: Mapping[str, str],
    errors: Path | None,
    function: Callable[..., None],
    args: tuple[object, ...],
) -> None:
    import torch

    from instructgpt_cli.errors import PeerError, UserError
    from instructgpt_cli.training.distributed import join

    os.environ.update(environment, RANK=rank, LOCAL_RANK=rank)
    if errors:
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    try:
        with join(torch.device("cpu"), _print_error, _print_error) as group:
            function(group, *args)
    except UserError as fault:
        if not (isinstance(fault, PeerError) and fault.is_reported):
            _print_error(fault.message, fault.hint)
        sys.exit(fault.code)


def _print_error(message: str, hint: str) -> None:
    print(f"error: {message}\n  hint: {hint}", file=sys.stderr, flush=True)
