"""Local or hub is told by shape; a hub that does not answer is given up at once."""

import os
import socket
from pathlib import Path

import pytest

from instructgpt_cli import network


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_only_what_is_shaped_like_an_id_and_does_not_lie_here_is_one(tmp_path: Path) -> None:
    assert network.is_hub_id("gpt2")
    assert network.is_hub_id("owner/name-7b_v1.5")
    assert not any(network.is_hub_id(path) for path in ("./gpt2", "/a/b", "~/m", "runs/a/model", "a b", "../x", ""))
    (tmp_path / "owner" / "name").mkdir(parents=True)
    assert not network.is_hub_id("owner/name")


def test_local_paths_never_ask_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("asked the network"))
    network.settle_network([None, "./model", "runs/a/model"])
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_a_hub_that_does_not_answer_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("unreachable")

    monkeypatch.setattr(socket, "create_connection", refuse)
    network.settle_network(["owner/name"])
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_a_hub_that_answers_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.getsockname()[1]}")
        network.settle_network(["owner/name"])
    assert "HF_HUB_OFFLINE" not in os.environ


def test_a_name_that_no_file_can_have_is_no_fault_yet(tmp_path: Path) -> None:
    assert network.is_hub_id("x" * 300)
    (tmp_path / "link").symlink_to("gone")
    assert not network.is_hub_id(str(tmp_path / "link"))
