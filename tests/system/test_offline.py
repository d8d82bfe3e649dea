"""Local path or Hub id, by its form and by what exists; a Hub that does not answer is given up at once."""

import os
import socket
from pathlib import Path

import pytest

from instructgpt_cli.data.paths import COMPRESSED, KINDS
from instructgpt_cli.system import offline


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()
    (tmp_path / "link").symlink_to("gone")
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


HUB = ("gpt2", "squad_v2", "owner/name-7b_v1.5", "Qwen/Qwen2.5-0.5B", "v1.5", "owner/rows.v2")
LOCAL = (
    *("./gpt2", "/a/b", "~/m", "runs/a/model", "a b", "../x", "", "rows*.jsonl", "a/b/", "a//b", "x.jsonl"),
    *("data/rows.jsonl", "data/rows.JSONL.gz", "rows.jsnol", "rows.jsonl.zst", "data/t.parquet", "model.gguf"),
    *("set/part.arrow", "notes/a.md", "recipe.yaml", "here/gpt2", "here/other", "link", "owner.txt/name.txt"),
)


def test_a_hub_id_by_its_form_and_by_what_exists(tmp_path: Path) -> None:
    assert [path for path in (*HUB, *LOCAL) if offline.is_hub_id(path)] == [*HUB]
    (tmp_path / "owner" / "name").mkdir(parents=True)
    assert not offline.is_hub_id("owner/name")
    assert not offline.is_hub_id("owner/nmae")
    assert not offline.is_hub_id(f"{'a' * 300}/{'b' * 300}/c")
    assert offline.is_hub_id("x" * 300)  # too long for a file name


def test_every_readable_file_type_is_local_by_its_name() -> None:
    names = [f"data/rows{ending}{compressed}" for ending in KINDS for compressed in ("", *COMPRESSED)]
    assert [name for name in names if offline.is_hub_id(name)] == []


def test_every_room_gives_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped path is reported as a path, wherever it is used."""
    from instructgpt_cli.data import hub, sources
    from instructgpt_cli.encoding import tokenizer
    from instructgpt_cli.errors import UserError
    from instructgpt_cli.model import fingerprint, folder_checks
    from instructgpt_cli.recipe.data_schema import Source, Tokenizer
    from instructgpt_cli.recipe.load import recipe_or_model
    from instructgpt_cli.recipe.schema import Model

    def asked(*_: object, **__: object) -> None:
        raise AssertionError("asked the hub")

    for name in ("commit", "tokenizer_folder", "ask"):
        monkeypatch.setattr(hub, name, asked)
    monkeypatch.setattr(fingerprint, "_commit", asked)
    for path in (path for path in LOCAL if path and path != "~/m"):
        with pytest.raises(UserError):
            next(sources.rows(Source(path=path)))
        with pytest.raises(UserError):
            sources.fingerprint(Source(path=path))
        with pytest.raises(UserError):
            tokenizer.load_tokenizer(Tokenizer(path=path), Model())
        with pytest.raises(UserError):
            folder_checks.existing(path)
        with pytest.raises(UserError):
            recipe_or_model(path, ())
        assert fingerprint.model_fingerprint(path) == ""
    for path in HUB:
        with pytest.raises(AssertionError, match="asked the hub"):
            sources.fingerprint(Source(path=path))
        with pytest.raises(AssertionError, match="asked the hub"):
            tokenizer.load_tokenizer(Tokenizer(path=path), Model())
        assert folder_checks.existing(path) == path


def test_local_paths_never_use_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("asked the network"))
    offline.settle_network([None, *LOCAL])
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_a_hub_that_does_not_answer_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("unreachable")

    monkeypatch.setattr(socket, "create_connection", refuse)
    offline.settle_network(["owner/name"])
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def test_a_hub_that_answers_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.getsockname()[1]}")
        offline.settle_network(["owner/name"])
    assert "HF_HUB_OFFLINE" not in os.environ
