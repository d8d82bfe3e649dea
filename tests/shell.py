"""bash for the commands of the documentation. `instructgpt` in it is forked from the server of `processes`, so that it
starts at once; pipes, quotes, variables and exit codes are those of bash."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from processes import SERVER

# Passes its arguments, folder, environment and standard streams to the test, and exits as the command there does.
STAND_IN = """#!{python} -SE
import json, os, socket, sys
test = socket.socket(socket.AF_UNIX)
test.connect({address!r})
request = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(test, [len(request).to_bytes(4, "big")], [0, 1, 2])
test.sendall(request)
sys.exit(int(test.recv(8)))
"""
# Stand-ins for the commands of a cluster; torchrun is not on the path of every environment.
ELSEWHERE = {
    "srun": 'exec "$@"',
    "scontrol": ":",
    "torchrun": f'exec {sys.executable} -m torch.distributed.run "$@"',
}


@contextmanager
def shell(folder: Path) -> Iterator["Shell"]:
    """A shell with its own files in `folder`."""
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket"))
        listening.listen()
        command = folder / "instructgpt"
        command.write_text(STAND_IN.format(python=sys.executable, address=str(folder / "socket")))
        command.chmod(0o755)
        for name, text in ELSEWHERE.items():
            (folder / name).write_text(f"#!/bin/sh\n{text}\n")
            (folder / name).chmod(0o755)
        Thread(target=_serve, args=(listening,), daemon=True).start()
        yield Shell(folder)
        listening.shutdown(socket.SHUT_RDWR)


class Shell:
    def __init__(self, folder: Path) -> None:
        self._path = f"{folder}:{Path(sys.executable).parent}:{os.environ['PATH']}"

    def run(self, script: str, place: Path) -> subprocess.CompletedProcess[str]:
        """Run `script` with `bash -e` in the folder `place`."""
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=place,
            env={**os.environ, "PATH": self._path, "COLUMNS": "120"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )


def _serve(listening: socket.socket) -> None:
    with suppress(OSError):  # closed: the tests have ended
        while True:
            caller, _ = listening.accept()
            Thread(target=_start, args=(caller,), daemon=True).start()


def _start(caller: socket.socket) -> None:
    size, streams, _, _ = socket.recv_fds(caller, 4, 3)
    with caller.makefile("rb") as received:
        words, place, environment = json.loads(received.read(int.from_bytes(size, "big")))
    connections = [Connection(number) for number in streams]
    process = SERVER.Process(target=_run, args=(words, place, environment, connections), daemon=True)
    process.start()
    for connection in connections:
        connection.close()
    process.join()
    caller.sendall(str(process.exitcode).encode())
    caller.close()


def _run(words: list[str], place: str, environment: dict[str, str], streams: list[Connection]) -> None:
    """Run the console script in the new process."""
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    for number, stream in enumerate(streams):
        os.dup2(stream.fileno(), number)
        stream.close()
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode, encoding="utf-8") for n, mode in enumerate("rww"))
    from instructgpt_cli.cli import app

    sys.argv = ["instructgpt", *words]
    app.main()
