"""One file of a Hub model, from the cache: there is no network in tests."""

from pathlib import Path

import pytest

from instructgpt_cli.model.hub_file import HubFileError, hub_file


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    model = tmp_path / "models--somebody--tiny"
    for commit in ("aaa", "bbb"):
        (model / "snapshots" / commit).mkdir(parents=True)
        (model / "snapshots" / commit / "config.json").write_text(commit)
    (model / "refs").mkdir()
    (model / "refs" / "main").write_text("bbb")
    (model / "refs" / "v1").write_text("aaa")
    return tmp_path


@pytest.mark.parametrize(("revision", "commit"), [(None, "bbb"), ("main", "bbb"), ("v1", "aaa")])
def test_a_cached_file_lies_in_a_folder_named_by_its_commit(cache: Path, revision: str | None, commit: str) -> None:
    found = hub_file("somebody/tiny", "config.json", revision)
    assert found.parent.name == found.read_text() == commit


@pytest.mark.parametrize(
    ("model", "name", "revision"),
    [
        ("somebody/other", "config.json", None),
        ("somebody/tiny", "config.json", "v2"),
        ("some body/tiny", "config.json", None),
    ],
)
def test_whatever_the_library_raises_is_one_error_in_one_line(
    cache: Path, model: str, name: str, revision: str | None
) -> None:
    with pytest.raises(HubFileError) as caught:
        hub_file(model, name, revision)
    reason = str(caught.value)
    assert 0 < len(reason) <= 200
    assert "\n" not in reason
