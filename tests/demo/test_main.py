"""`python -m instructgpt_cli.demo`: writes the data, or compares a model with the compressors."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from instructgpt_cli.demo.__main__ import beside, main


@pytest.mark.e2e
def test_the_command_writes_every_file(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "instructgpt_cli.demo", str(tmp_path / "data")]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "data")
    assert "bits per byte" in done.stderr
    train, valid = (
        [
            json.loads(line)["text"]
            for line in (tmp_path / "data" / f"text.{part}.jsonl").read_text("utf-8").splitlines()
        ]
        for part in ("train", "valid")
    )
    assert set(train) & set(valid) == set()
    assert 0.02 < len("".join(valid)) / len("".join(train)) < 0.12


def test_the_table_compares_the_model_with_the_compressors(tmp_path: Path) -> None:
    (tmp_path / "compressors.json").write_text('{"bz2": 2.0439, "xz": 2.0187}')
    found = {"sets": {"held-out text": {"metrics": {"bits_per_byte": {"value": 1.94}}}}}
    (tmp_path / "eval.json").write_text(json.dumps(found))
    shown = [line.split() for line in beside(tmp_path, tmp_path / "eval.json").splitlines()[1:]]
    assert shown == [["bz2", "2.044"], ["xz", "2.019"], ["model", "1.940"]]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "",
        "[]",
        '{"sets": {}}',
        '{"sets": 3}',
        '{"sets": {"a": {"metrics": {"x": 1}}}}',
        '{"sets": {"a": 1, "b": 2}}',
    ],
)
def test_scores_in_another_format_are_refused(
    tmp_path: Path, odd: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "compressors.json").write_text('{"bz2": 2.0439}')
    scores = tmp_path / "eval.json"
    if odd is not None:
        scores.write_text(odd)
    monkeypatch.setattr("sys.argv", ["demo", str(tmp_path), "--beside", str(scores)])
    with pytest.raises(SystemExit, match="2"):
        main()
    why = "cannot be read: No such file" if odd is None else "does not contain the bits per byte of one text"
    assert f"{scores}: {why}" in capsys.readouterr().err
