"""The Hub: streamed records, commits, tokenizer files, and the message if it refuses or does not answer."""

import socket
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import datasets
import huggingface_hub
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from huggingface_hub import errors

from instructgpt_cli.data import hub
from instructgpt_cli.errors import DataError, ModelError
from instructgpt_cli.recipe.data_schema import Source

SET = Source(path="someone/some-set", revision="v1")


def answered(kind: type[Exception]) -> Exception:
    """An error of the library without the HTTP response that its constructor takes."""
    return kind.__new__(kind, "refused")


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., Any]], None]:
    """Has the Hub answer questions about data sets and models with what a function returns or raises."""

    def answer(reply: Callable[..., Any]) -> None:
        client = SimpleNamespace(dataset_info=reply, model_info=reply)
        monkeypatch.setattr(huggingface_hub, "HfApi", lambda: client)

    return answer


def test_the_commit_of_a_revision_is_asked_for(api: Callable[[Callable[..., Any]], None]) -> None:
    api(lambda path, revision, timeout: SimpleNamespace(sha=f"{path}@{revision}"))
    assert hub.commit(SET) == "someone/some-set@v1"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errors.OfflineModeIsEnabled("offline"), "it does not answer, or HF_HUB_OFFLINE is set"),
        (answered(errors.GatedRepoError), "it is gated: request access on its page and log in (`hf auth login`)"),
        (answered(errors.RevisionNotFoundError), "it has no such revision"),
        (answered(errors.RepositoryNotFoundError), "it does not exist, or is private"),
        (errors.HFValidationError("bad id"), "it does not exist, or is private"),
        (OSError("line one\n  line two"), "line one line two"),
        (OSError("x" * 300), "x" * 197 + "..."),
        (KeyError(), "KeyError"),
    ],
)
def test_a_refusal_is_explained_in_one_line(
    api: Callable[[Callable[..., Any]], None], error: Exception, reason: str
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise error

    api(refuse)
    with pytest.raises(DataError) as caught:
        hub.commit(SET)
    assert caught.value.message == f"someone/some-set: no such file or folder, and as a Hub dataset: {reason}"
    assert "hf download --repo-type dataset someone/some-set" in caught.value.hint


def test_a_hub_that_does_not_answer_is_given_up_after_the_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "TIMEOUT", 0.05)
    started = time.monotonic()
    with pytest.raises(hub.HubError, match="no answer in 0 seconds"):
        hub.ask(lambda: time.sleep(1))
    assert time.monotonic() - started < 0.8


def test_a_dns_lookup_that_hangs_is_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "TIMEOUT", 0.2)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: time.sleep(1))
    with pytest.raises(DataError, match="someone/some-set: no such file or folder, and as a Hub dataset: "):
        hub.commit(SET)


def test_an_answer_is_returned() -> None:
    assert hub.ask(lambda: 7) == 7


def stream(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[dict[str, Any]]:
    """Has `load_dataset` read a local Parquet file; the options that it is called with."""
    asked: list[dict[str, Any]] = []
    real = datasets.load_dataset

    def load_dataset(path_: str, name: str | None, **options: Any) -> Any:
        asked.append({"path": path_, "name": name, **options})
        return real("parquet", data_files=str(path), split=options["split"], streaming=True)

    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    monkeypatch.setattr(hub, "commit", lambda source: "0")
    return asked


def test_records_are_streamed_and_numbered_across_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets.Dataset.from_list([{"prompt": f"p{i}", "n": i} for i in range(5)]).to_parquet(tmp_path / "a.parquet")
    asked = stream(monkeypatch, tmp_path / "a.parquet")
    monkeypatch.setattr(hub, "BATCH_ROWS", 2)
    source = Source(path="someone/set", name="en", split="train", revision="v1")
    assert list(hub.records(source)) == [(i, {"prompt": f"p{i}", "n": i}) for i in range(5)]
    assert asked == [{"path": "someone/set", "name": "en", "split": "train", "revision": "v1", "streaming": True}]


def test_a_failing_download_is_a_data_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def load_dataset(*_: Any, **__: Any) -> None:
        raise ValueError("Unknown split\n'dev'")

    monkeypatch.setattr(hub, "commit", lambda source: "0")
    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    with pytest.raises(DataError) as caught:
        list(hub.records(SET))
    assert caught.value.message == "someone/some-set: cannot be read from the Hub: Unknown split 'dev'"


def test_a_faulty_cell_keeps_its_own_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = pa.ExtensionArray.from_storage(pa.json_(), pa.array(["NaN"]))
    pq.write_table(pa.table({"cell": cells}), tmp_path / "a.parquet")
    stream(monkeypatch, tmp_path / "a.parquet")
    with pytest.raises(DataError) as caught:
        list(hub.records(SET))
    assert caught.value.message.startswith("someone/some-set: row 0: `cell`: NaN is not JSON")


@pytest.mark.parametrize("code", [False, True])
def test_tokenizer_files_are_downloaded_and_python_files_only_if_allowed(
    api: Callable[[Callable[..., Any]], None], monkeypatch: pytest.MonkeyPatch, code: bool
) -> None:
    api(lambda name, revision, timeout: None)
    asked: dict[str, Any] = {}

    def snapshot_download(name: str, **options: Any) -> str:
        asked.update(options, name=name)
        return "/cache/model"

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot_download)
    assert hub.tokenizer_folder("owner/model", "v1", code) == Path("/cache/model")
    assert (asked["name"], asked["revision"], asked["local_files_only"]) == ("owner/model", "v1", False)
    assert ("*.py" in asked["allow_patterns"]) is code
    assert not any(pattern.endswith("safetensors") for pattern in asked["allow_patterns"])


def test_without_the_hub_the_cache_is_used_or_the_reason_is_told(
    api: Callable[[Callable[..., Any]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def offline(*_: Any, **__: Any) -> None:
        raise errors.OfflineModeIsEnabled("offline")

    api(offline)
    monkeypatch.setattr(
        huggingface_hub, "snapshot_download", lambda name, local_files_only, **_: f"/{local_files_only}"
    )
    assert hub.tokenizer_folder("owner/model", None, False) == Path("/True")
    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(ModelError) as caught:
        hub.tokenizer_folder("owner/model", None, False)
    assert caught.value.message.startswith("owner/model: no such folder, and as a Hub model: it does not answer")
    assert "hf download owner/model" in caught.value.hint
