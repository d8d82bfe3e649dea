"""The report page: what it shows, that it is inert, and which files it refuses."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.cli import app
from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import report
from instructgpt_cli.run.metrics_log import read_metrics

EVIL = "<script>alert('x')</script>\"&{{ 7*7 }}"


def write_lines(path: Path, records: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def scored(match: float) -> dict[str, Any]:
    metrics = {
        "loss": {"value": None, "low": None, "high": None},
        "exact_match": {"value": match, "low": 0.1, "high": 0.95},
    }
    counts = {"rows": 12000, "targets": 500, "bytes": 900, "metrics": metrics}
    return {**counts, "refused": {}, "tasks": {"sort": counts}}


@pytest.fixture
def run_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "my run"
    folder.mkdir()
    steps = range(1, 41)
    metrics: list[dict[str, Any]] = [
        {"step": s, "epoch": s / 20, "loss": 4 / s, "lr": 1e-3, "grad_norm": 1.0, "targets": 50, "tokens": 200}
        for s in steps
    ]
    metrics[19]["validation_loss"] = 0.3
    metrics[39]["validation_loss"] = 0.4
    write_lines(folder / "metrics.jsonl", metrics)
    clock = {"tokens_per_second": 800.0, "targets_per_second": 200.0, "seconds_left": 0.0}
    write_lines(folder / "timings.jsonl", [{"step": s, "seconds": s / 4, "progress": s / 40, **clock} for s in steps])
    samples = [
        {"prompt": EVIL, "expected": "b a", "answer": "b a"},
        {"prompt": "倒过来", "expected": "x", "answer": EVIL},
        {"prompt": "free", "answer": "no expectation"},
    ]
    write_lines(folder / "samples.jsonl", samples)
    result = {"model": "m", "seed": 0, "sets": {"validation": scored(0.91), EVIL: scored(0.5)}, "baseline": None}
    (folder / "eval.json").write_text(json.dumps(result), encoding="utf-8")
    (folder / "run.json").write_text(json.dumps({"state": "complete", "versions": {"torch": "2.13.0"}}))
    (folder / "recipe.yaml").write_text(f"seed: 0 # {EVIL}\n", encoding="utf-8")
    return folder


class Inert(HTMLParser):
    """Collects tags and checks that each is closed and that nothing runs or fetches."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "iframe", "object", "embed", "link", "img", "a", "form")
        for name, _ in attrs:
            assert not name.startswith("on")
            assert name not in ("href", "src", "srcset", "xlink:href", "style")
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_inert(run_dir: Path) -> None:
    page = report.build(run_dir)
    seen = Inert()
    seen.feed(page)
    assert seen.open == []
    assert seen.tags.count("svg") == 4
    assert "{{ 7*7 }}" in page
    assert "49" not in re.findall(r"<dd>(.*?)</dd>", page)
    assert not re.search(r"https?://(?!www\.w3\.org)", page)
    assert "default-src 'none'" in page


def test_the_page_shows_the_run(run_dir: Path) -> None:
    page = report.build(run_dir)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<body>")[1]))
    for words in (
        "my run complete",
        "Steps 40 2.00 epochs",
        "Training loss 0.1134",
        "Validation loss 0.4000 best 0.3000 at step 20",
        "Trained on 2.00k target tokens, 25% of 8.00k tokens fed",
        "Training time 10s",
        "Speed 800 tokens/s, 200 targets/s at the end",
        "validation 12,000 rows, 500 target tokens, 900 bytes score 95 % interval "
        "loss not finite - exact match 0.910 0.100 - 0.950",
        "validation by task task rows exact match loss sort 12,000 0.910 not finite",
        "Expected b a Answer b a",
        "倒过来",
        "torch 2.13.0",
    ):
        assert words in text
    assert page.count('class="right"') == page.count('class="wrong"') == 1


def test_the_page_is_a_function_of_the_folder(run_dir: Path) -> None:
    assert report.build(run_dir) == report.build(run_dir)
    assert report.write(run_dir).read_text(encoding="utf-8") == report.build(run_dir)
    assert [path.name for path in run_dir.glob("report*")] == ["report.html"]


def test_cut_and_continued_answers_are_not_marked_wrong(run_dir: Path) -> None:
    samples = [
        {"prompt": "say", "expected": "a b c", "answer": "a b", "finish": "length", "continued": False},
        {"prompt": "Once", "expected": " upon", "answer": " more", "finish": "stop", "continued": True},
        {"prompt": "say", "expected": "a", "answer": "b", "finish": "stop", "continued": False},
    ]
    write_lines(run_dir / "samples.jsonl", samples)
    page = report.build(run_dir)
    assert page.count('class="wrong"') == 1
    assert "a b …" in page
    assert page.count("<dt>Text</dt>") == 1


def test_the_training_loss_is_that_of_the_summary(run_dir: Path) -> None:
    facts = report.key_figures(read_metrics(run_dir / "metrics.jsonl"), [], None)
    assert (
        dict((name, value) for name, value, _ in facts)["Training loss"]
        == f"{sum(4 / s for s in range(31, 41)) / 10:.4f}"
    )


@pytest.mark.parametrize("missing", ["metrics.jsonl", "timings.jsonl", "samples.jsonl", "eval.json", "run.json"])
def test_missing_files_are_omitted(run_dir: Path, missing: str) -> None:
    (run_dir / missing).unlink()
    Inert().feed(report.build(run_dir))


def test_an_incomplete_last_line_is_ignored(run_dir: Path) -> None:
    whole = report.build(run_dir)
    for name in ("metrics.jsonl", "timings.jsonl", "samples.jsonl"):
        with (run_dir / name).open("a", encoding="utf-8") as file:
            file.write('{"step": 41, "lo')
    assert report.build(run_dir) == whole


DAMAGED = [
    ("metrics.jsonl", '{"step": 1}\n', "metrics.jsonl:1: is damaged (epoch: Field required)"),
    ("timings.jsonl", '{"a": 1}\n', "timings.jsonl:1: is damaged (step: Field required)"),
    ("timings.jsonl", "3\n", "timings.jsonl:1: is damaged (Input should be a dictionary"),
    ("samples.jsonl", '{"answer": "a"}\n[1]\n', "samples.jsonl:2: is damaged (Input should be a valid dictionary)"),
    ("samples.jsonl", "{]\n", "samples.jsonl:1: is damaged (not JSON)"),
    ("run.json", "[]", "run.json: is damaged (Input should be a valid dictionary)"),
    ("eval.json", '{"sets": 3}', "eval.json: is damaged (sets: Input should be"),
]


@pytest.mark.parametrize(("name", "text", "fault"), DAMAGED)
def test_a_damaged_file_is_refused_by_name(run_dir: Path, name: str, text: str, fault: str, capsys: Any) -> None:
    (run_dir / name).write_text(text)
    assert app.run(["report", str(run_dir)]) == 2
    said = capsys.readouterr().err
    assert f"{run_dir}/{name}" in said
    assert fault in said
    assert "Remove the " in said
    assert not (run_dir / "report.html").exists()


def test_a_folder_at_the_path_of_the_page_is_reported(run_dir: Path, capsys: Any) -> None:
    (run_dir / "report.html").mkdir()
    assert app.run(["report", str(run_dir)]) == 5
    assert f"{run_dir}/report.html: Is a directory" in capsys.readouterr().err
    assert [path.name for path in run_dir.glob("*report*")] == ["report.html"]


def test_losses_that_are_not_finite_are_omitted(run_dir: Path) -> None:
    lines = (run_dir / "metrics.jsonl").read_text(encoding="utf-8")
    (run_dir / "metrics.jsonl").write_text(re.sub(r'"loss": [^,]+', '"loss": NaN', lines, count=5), encoding="utf-8")
    page = report.build(run_dir)
    assert "nan" not in "".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL))


def test_unknown_keys_of_eval_json_are_reported(run_dir: Path, capsys: Any) -> None:
    result = json.loads((run_dir / "eval.json").read_text("utf-8"))
    (run_dir / "eval.json").write_text(json.dumps(result | {"date": "2027-01-01"}))
    assert app.run(["report", str(run_dir)]) == 0
    assert f"{run_dir}/eval.json: unknown keys, of a newer version, are not shown: date" in capsys.readouterr().err


def test_a_folder_without_a_run_is_refused(tmp_path: Path, run_dir: Path, capsys: Any) -> None:
    with pytest.raises(UsageError, match="not a run folder") as caught:
        report.build(tmp_path)
    assert caught.value.hint == "Runs inside it: my run."
    assert app.run(["report", str(tmp_path / "none")]) == 2
    assert app.run(["report", str(run_dir)]) == 0
    assert capsys.readouterr().out == f"{run_dir / 'report.html'}\n"


def test_a_number_is_the_same_everywhere_on_the_page(run_dir: Path) -> None:
    """Loss and speed on the tile and in the legend, and the time as in run.json."""
    about = json.loads((run_dir / "run.json").read_text()) | {"seconds": 16.0, "best_step": 20, "best step": 20}
    (run_dir / "run.json").write_text(json.dumps(about))
    page = report.build(run_dir)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split("<body>")[1]))
    loss = sum(4 / s for s in range(31, 41)) / 10
    assert f"Training loss {loss:.4f} last ten steps" in text
    assert f"training, last ten steps {loss:.3g}" in text
    assert "Training time 16s" in text  # the validation after the last step included
    assert "Speed 800 tokens/s, 200 targets/s at the end" in text
    assert "all 800 targets 200" in text
    assert "best step" not in text
