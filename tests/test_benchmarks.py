"""Benchmarks run with today's code, at a small size, and compare what is equal."""

import importlib.util
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from instructgpt_cli.dataset.batch_plan import BatchPlan
from instructgpt_cli.recipe.load import load

FOLDER = Path(__file__).parents[1] / "benchmarks"
Import = Callable[[str], ModuleType]


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Import:
    monkeypatch.syspath_prepend(str(FOLDER))

    def imported(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"benchmark_{name}", FOLDER / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
        return module

    return imported


@pytest.mark.parametrize(("rows", "batch_rows"), [(240, 32), (960, 32), (192, 32), (9_600, 32), (7, 256), (7_273, 16)])
def test_all_sides_train_in_the_same_number_of_steps(benchmark: Import, rows: int, batch_rows: int) -> None:
    """The peers' last step has the remaining rows: 240 rows are 8 steps of 32, not seven and a half."""
    lengths = [random.Random(row).randint(20, 400) for row in range(rows)]
    steps, batch_tokens = benchmark("train").equal_steps(lengths, batch_rows)
    fed = np.asarray(lengths, np.int64) - 1
    plan = BatchPlan(fed, np.zeros(rows, np.int64), [1.0], 0, batch_tokens)
    assert plan.total_steps(1.0) == steps == -(-rows // batch_rows)


def test_the_recipe_of_the_training_benchmark_is_valid(benchmark: Import, tmp_path: Path) -> None:
    path = benchmark("train").recipe(tmp_path, {"batch_tokens": 500})
    (tmp_path / "train.jsonl").write_text("{}\n")
    assert load(str(path), ["train.threads=1", "output_dir=run"], "finetune").train.batch_tokens == 500


def test_tokenization_makes_a_token_dataset_of_both_kinds(benchmark: Import, tmp_path: Path) -> None:
    prepare = benchmark("prepare")
    prepare.set_up(tmp_path, 30)
    for kind in ("chat", "text"):
        rows, tokens = prepare.ours(tmp_path, kind, 1)()
        assert rows == 30
        assert tokens() > 300


def test_scaling_measures_a_rate(benchmark: Import) -> None:
    assert benchmark("scaling").rate(16, 64, 0.0) > 0


def test_generation_by_both_sides_gives_the_same_answers(
    benchmark: Import, tiny_model: Callable[..., Any], tiny_tokenizer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate = benchmark("generate")
    monkeypatch.setattr(tiny_tokenizer, "padding_side", "left")
    model = tiny_model("llama")
    model.generation_config.pad_token_id = tiny_tokenizer.pad_token_id
    model.generation_config.eos_token_id = None
    prompts = [tiny_tokenizer(text)["input_ids"] for text in ("Reverse the words", "good", "one two three")]
    work = generate.Work(model, tiny_tokenizer, prompts, [4, 7, 2], [])
    ours, padded = generate.ours(work), generate.padded(work, 2)
    assert ours == padded
    assert [len(answer) for answer in ours] == [4, 7, 2]


def test_the_checkpoint_benchmark_runs(
    benchmark: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = benchmark("checkpoint")
    tiny = {"hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1}
    monkeypatch.setattr(checkpoint, "SIZE", tiny)
    monkeypatch.setattr(checkpoint, "LENGTH", 8)
    monkeypatch.setattr(sys, "argv", ["checkpoint.py", str(tmp_path), "--times", "2"])
    checkpoint.main()
    assert "MiB a checkpoint" in capsys.readouterr().out


def test_real_data_keeps_equal_inputs_on_one_side_and_every_story_row(
    benchmark: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"task": "scan", "instruction": "do", "input": f"jump {n % 40}", "output": str(n)} for n in range(80)]
    for number in range(20):
        story = f"Ann went to room {number}. Ann left."
        for end in (story.index(".") + 1, len(story)):
            row = {"task": "babi", "instruction": "Read.", "input": f"{story[:end]} Where is Ann?", "output": "x"}
            rows.append(row)
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(sys, "argv", ["real_data.py", str(tmp_path / "all.jsonl"), str(tmp_path / "split")])
    benchmark("real_data").main()

    def read(name: str) -> list[Any]:
        return [json.loads(line) for line in (tmp_path / "split" / f"{name}.jsonl").read_text().splitlines()]

    test, scan, stories = read("test"), read("train.scan"), read("train.babi")
    assert 0 < len(test) < 30
    assert not {row["input"] for row in test} & {row["input"] for row in scan}
    asked = sum(message["role"] == "user" for story in stories for message in story["messages"])
    assert asked + len(scan) + len(test) == len(rows)
    assert max(len(story["messages"]) for story in stories) == 4
