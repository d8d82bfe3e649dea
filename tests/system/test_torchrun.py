"""What torchrun's environment variables say."""

import os

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.system import torchrun


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TORCHELASTIC_RUN_ID", "WORLD_SIZE", "RANK"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "started", "first"),
    [
        ({}, False, True),
        ({"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "1", "RANK": "0"}, False, True),
        ({"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "2", "RANK": "0"}, True, True),
        ({"TORCHELASTIC_RUN_ID": "none", "WORLD_SIZE": "2", "RANK": "1"}, True, False),
        ({"WORLD_SIZE": "2", "RANK": "1"}, False, True),  # of another launcher
    ],
)
def test_one_of_several_processes_and_the_first_of_them(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], started: bool, first: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (torchrun.has_started(), torchrun.is_first()) == (started, first)


def test_a_command_of_one_process_is_refused_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    torchrun.refuse("eval")
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "none")
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(UsageError, match="eval runs in one process, but torchrun started 2"):
        torchrun.refuse("eval")


@pytest.mark.parametrize(("size", "level"), [("1", None), ("2", "ERROR")])
def test_torch_prints_no_stack_frames_of_lost_connections(
    monkeypatch: pytest.MonkeyPatch, size: str, level: str | None
) -> None:
    monkeypatch.setenv("TORCH_CPP_LOG_LEVEL", "")
    monkeypatch.delenv("TORCH_CPP_LOG_LEVEL")
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "none")
    monkeypatch.setenv("WORLD_SIZE", size)
    torchrun.quiet_torch()
    assert os.environ.get("TORCH_CPP_LOG_LEVEL") == level
