"""`inspect` shows rows as they are trained on, and what an epoch of them takes."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.commands import inspect
from instructgpt_cli.commands.text_pipeline import load_text_pipeline
from instructgpt_cli.commands.train.build import load_datasets, make_batch_plan
from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.load import load
from instructgpt_cli.terminal.console import Console


@pytest.fixture
def recipe(tmp_path: Path, tiny_tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    tiny_tokenizer.save_pretrained("tokenizer")
    rows = [{"prompt": f"say {n}", "completion": str(n)} for n in range(40)]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    Path("r.yaml").write_text(
        "tokenizer: {path: tokenizer}\n"
        "data: {train: [{path: rows.jsonl}, {path: rows.jsonl, weight: 2}], max_length: 64}\n"
        "train: {batch_tokens: 64}\n",
        encoding="utf-8",
    )
    return "r.yaml"


def test_an_epoch_repeats_a_source_by_its_weight(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    def steps(*words: str) -> int:
        inspect.run(load(recipe, list(words), "inspect"), rows=None, split="train", json=False)
        return int(capsys.readouterr().out.rsplit(" takes ", 1)[1].split()[0])

    once = steps("data.train=[{path: rows.jsonl}]")
    assert steps() == pytest.approx(3 * once, abs=2)
    assert steps("data.train=[{path: rows.jsonl, weight: 0.5}]") == pytest.approx(once / 2, abs=1)


def test_an_epoch_has_as_many_steps_as_its_training(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = load(recipe, ["train.batch_tokens=30", "data.max_length=30"], "inspect")
    inspect.run(settings, rows=None, split="train", json=False)
    told = int(capsys.readouterr().out.rsplit(" takes ", 1)[1].split()[0])
    text = load_text_pipeline(settings.model, settings.tokenizer, settings.data)
    prepared, _ = load_datasets(settings.data, None, text, Path("cache"), Console(quiet=True))
    assert make_batch_plan(settings.train, settings.data.train, settings.seed, prepared)[1] == told


def test_json_gives_every_row_in_source_order(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    inspect.run(load(recipe, [], "inspect"), rows=None, split="train", json=True)
    seen = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["row"] for row in seen] == [*range(40), *range(40)]
    assert all(row["error"] is None and len(row["input_ids"]) == len(row["loss_mask"]) for row in seen)


def test_rows_left_out_by_where_and_columns_not_used_are_reported(
    recipe: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"prompt": "q", "completion": "a", "n": i} | ({"source": "web"} if i > 10 else {}) for i in range(20)]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    words = ["data.train=[{path: rows.jsonl, where: n >= 4}]"]
    inspect.run(load(recipe, words, "inspect"), rows=None, split="train", json=False)
    said = capsys.readouterr().out
    assert "rows.jsonl: 4 rows left out (where: n >= 4)." in said
    assert "rows.jsonl: the prompt in `prompt`, the answer in `completion`; not used: `source` (9 rows)." in said
    assert "rows.jsonl    16" in said
    inspect.run(load(recipe, words, "inspect"), rows=None, split="train", json=True)
    seen = capsys.readouterr()
    assert [json.loads(line)["row"] for line in seen.out.splitlines()] == list(range(4, 20))
    assert "4 rows left out" in seen.err
    inspect.run(load(recipe, words, "inspect"), rows=2, split="train", json=True)
    assert [json.loads(line)["row"] for line in capsys.readouterr().out.splitlines()] == [4, 5]


def test_a_missing_split_is_refused(recipe: str) -> None:
    with pytest.raises(UsageError, match=r"data\.validation is missing") as caught:
        inspect.run(load(recipe, [], "inspect"), rows=None, split="validation", json=False)
    assert "--split train" in caught.value.hint


def test_the_network_is_settled_before_transformers_is_imported(recipe: str) -> None:
    """It decides on import whether it is offline."""
    code = (
        "import sys\n"
        "from instructgpt_cli.system import offline as network\n"
        "from instructgpt_cli.commands import inspect\n"
        "from instructgpt_cli.recipe.load import load\n"
        "network.settle_network = lambda paths: sys.exit(int('huggingface_hub' in sys.modules))\n"
        f"inspect.run(load({recipe!r}, [], 'inspect'), rows=1, split='train', json=False)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_every_token_that_ends_an_answer_is_listed(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The template's, those of some rows only, and those in the model's own settings."""
    Path("model").mkdir()
    tokenizer = json.loads(Path("tokenizer/tokenizer.json").read_text("utf-8"))
    more = [
        {**tokenizer["added_tokens"][0], "id": 320 + n, "content": text}
        for n, text in enumerate(("<|eom|>", "<|call|>"))
    ]
    Path("tokenizer/tokenizer.json").write_text(
        json.dumps(tokenizer | {"added_tokens": [*tokenizer["added_tokens"], *more]})
    )
    Path("model/config.json").write_text(json.dumps({"model_type": "llama", "eos_token_id": 0}))
    Path("model/generation_config.json").write_text(json.dumps({"eos_token_id": [0, 320, 100, "x"]}))
    Path("t.jinja").write_text(
        "{% for m in messages %}<|im_start|>{{ m.role }}\n{% if m.tool_calls %}{{ m.tool_calls | tojson }}<|call|>"
        "{% else %}{{ m.content }}<|im_end|>{% endif %}\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    call = {"function": {"name": "f", "arguments": {}}}
    turns = [{"role": "user", "content": "hi"}, {"role": "assistant", "tool_calls": [call]}]
    Path("calls.jsonl").write_text(json.dumps({"messages": turns}) + "\n")
    words = ["model.path=model", "tokenizer.chat_template=t.jinja", "data.train=[{path: rows.jsonl}]"]
    for source, ends in (("rows", ""), ("calls", "<|call|> or ")):
        inspect.run(
            load(recipe, [*words, f"data.train.0.path={source}.jsonl"], "inspect"), rows=None, split="train", json=False
        )
        assert f"An answer ends with <|im_end|> or <|endoftext|> or {ends}<|eom|>.\n" in capsys.readouterr().out


def test_a_row_is_named_by_file_and_line(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    inspect.run(load(recipe, [], "inspect"), rows=2, split="train", json=False)
    out = capsys.readouterr().out
    assert "rows.jsonl:1  " in out
    assert "rows.jsonl:2  " in out


def test_token_counts_agree_everywhere(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the row, in the table, as the longest, and in training."""
    settings = load(recipe, ["data.train=[{path: rows.jsonl, rows: 1}]"], "inspect")
    inspect.run(settings, rows=None, split="train", json=False)
    said = capsys.readouterr().out
    found = re.search(r"rows\.jsonl:1  (\d+) tokens, (\d+) targets", said)
    assert found is not None
    tokens, targets = found.groups()
    assert said.split("Rows\n")[1].split("\n")[2].split() == [
        "rows.jsonl", "1", "1", tokens, targets, "0", "0", tokens,
    ]  # fmt: skip
    text = load_text_pipeline(settings.model, settings.tokenizer, settings.data)
    prepared, _ = load_datasets(settings.data, None, text, Path("cache"), Console(quiet=True))
    assert (prepared.row_counts[0].tokens, prepared.row_counts[0].targets) == (int(tokens), int(targets))


def test_a_long_text_counts_as_in_training(recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In pieces, whose neighbors share a token."""
    Path("long.txt").write_text("the quick brown fox jumps over the lazy dog; " * 20)
    settings = load(recipe, ["data.train=[{path: long.txt}]"], "inspect")
    inspect.run(settings, rows=None, split="train", json=False)
    told = capsys.readouterr().out.split("Rows\n")[1].split("\n")[2].replace(",", "").split()
    text = load_text_pipeline(settings.model, settings.tokenizer, settings.data)
    prepared, _ = load_datasets(settings.data, None, text, Path("cache"), Console(quiet=True))
    counts = prepared.row_counts[0]
    assert told[2:5] == [str(number) for number in (counts.sequences, counts.tokens, counts.targets)]
    assert int(told[2]) > 1
    assert told[7] == "64"
