"""What other people's scripts rely on, frozen: commands, recipe keys, exit codes, files, and the keys of every record.

Each part is compared with a file in `tests/golden/`. A change there is a change of the contract: only ever add, and say
why in the commit. `UPDATE_GOLDEN=1 pytest tests/test_contract.py` writes the files anew.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli import errors

GOLDEN = Path(__file__).parent / "golden"
Run = Callable[..., subprocess.CompletedProcess[str]]

PRETRAIN = """\
output_dir: base
model:
  config: {model_type: llama, hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 2}
tokenizer: {train: {vocab_size: 320}}
data:
  train: [{path: rows.jsonl}]
  validation: [{path: held_out.jsonl}]
  max_length: 128
train: {max_steps: 4, batch_tokens: 512, lr: 1e-2, keep: best}
checkpoint: {every: 2}
"""
FINETUNE = """\
output_dir: tuned
model: {path: base/model}
data: {train: [{path: rows.jsonl}], validation: [{path: held_out.jsonl}], max_length: 128}
train: {max_steps: 2, batch_tokens: 512, lora: {}}
generate: {max_new_tokens: 8}
eval: {metrics: [loss, exact_match]}
"""


def assert_frozen(name: str, now: Any) -> None:
    """Compares with the golden file of that name."""
    file = GOLDEN / f"{name}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(json.dumps(now)) == json.loads(file.read_text(encoding="utf-8")), (
        f"the contract in {file} changed"
    )


def keys_of(value: Any) -> Any:
    """The keys of a record at any depth, the values left out."""
    if isinstance(value, dict):
        return {key: keys_of(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        kinds = [keys_of(item) for item in value]
        return [kind for place, kind in enumerate(kinds) if kind not in kinds[:place]]
    return type(value).__name__ if value is not None else "null"


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def commands() -> Iterator[tuple[str, Any]]:
    """(name, command) of every command, those of groups included."""
    from instructgpt_cli.cli import command_line

    group = command_line.group()
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        yield from ((f"{name} {word}", one) for word, one in inner.items()) if inner else [(name, command)]


def test_options_and_arguments_of_every_command() -> None:
    assert_frozen(
        "commands",
        {
            name: [
                {
                    "name": option.name,
                    "words": [*option.opts, *option.secondary_opts],
                    "metavar": option.metavar,
                    "default": option.default if isinstance(option.default, str | int | list | None) else "computed",
                    "required": option.required,
                    "repeatable": bool(option.multiple or option.nargs != 1),
                }
                for option in command.params
            ]
            for name, command in commands()
        },
    )


def _bare(schema: Any) -> Any:
    """Without words for people."""
    if isinstance(schema, dict):
        return {
            key: _bare(value)
            for key, value in schema.items()
            if key not in ("description", "title") or isinstance(value, dict)
        }
    return [_bare(item) for item in schema] if isinstance(schema, list) else schema


def test_keys_types_and_defaults_of_recipes(instructgpt: Run) -> None:
    done = instructgpt("recipes", "schema")
    assert_frozen("recipe", _bare(json.loads(done.stdout)))


def test_exit_codes() -> None:
    assert_frozen("exit_codes", {code.name: int(code) for code in errors.ExitCode})


@pytest.mark.e2e
def test_modules_that_can_be_run() -> None:
    for module in ("instructgpt_cli", "instructgpt_cli.demo"):
        done = subprocess.run([sys.executable, "-m", module, "--help"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert "usage" in done.stdout.lower()


def test_names_of_the_attention_functions() -> None:
    """Other programs find them among those of Transformers."""
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

    from instructgpt_cli.model import packed_attention

    packed_attention.register()
    assert {"instructgpt_grouped", "instructgpt_packed"} <= set(ALL_ATTENTION_FUNCTIONS.valid_keys())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pretraining, a finetuning with an adapter, its scores and some answers, as the shell leaves them."""
    from processes import Command

    folder = tmp_path_factory.mktemp("contract")
    rows = [{"instruction": f"Add one to {i}.", "output": f"{i + 1}"} for i in range(60)]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[:40]))
    (folder / "held_out.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[40:]))
    (folder / "pretrain.yaml").write_text(PRETRAIN)
    (folder / "finetune.yaml").write_text(FINETUNE)
    lines = {
        "pretrain": ("pretrain", "pretrain.yaml", "--json"),
        "finetune": ("finetune", "finetune.yaml", "--json"),
        "complete": ("finetune", "finetune.yaml", "--json"),
        "dry_run": ("finetune", "finetune.yaml", "--json", "--dry-run"),
        "eval": ("eval", "finetune.yaml", "--json"),
        "generate": ("generate", "finetune.yaml", "--prompt", "Add one to 3.", "--json"),
        "inspect": ("inspect", "finetune.yaml", "--json"),
        "report": ("report", "tuned"),
    }
    for name, words in lines.items():
        done = Command(folder, *words, INSTRUCTGPT_CACHE=str(folder / "cache")).end()
        assert done.returncode == 0, done.stderr
        (folder / f"{name}.out").write_text(done.stdout, encoding="utf-8")
    return folder


@pytest.mark.e2e
def test_files_of_a_run_folder(place: Path) -> None:
    listing = {
        run: sorted(str(p.relative_to(place / run)) for p in (place / run).rglob("*")) for run in ("base", "tuned")
    }
    assert_frozen("run_folder", listing)


@pytest.mark.e2e
def test_keys_of_events_and_records(place: Path) -> None:
    events: dict[str, Any] = {}
    for name in ("pretrain", "finetune", "complete", "dry_run"):
        for event in records((place / f"{name}.out").read_text("utf-8")):
            known = events.setdefault(event["event"], {})
            known.update({key: keys_of(value) for key, value in event.items() if value is not None or key not in known})
    files = {
        f"{run}/{name}": keys_of(records((place / run / name).read_text("utf-8")))
        for run in ("base", "tuned")
        for name in ("metrics.jsonl", "timings.jsonl", "samples.jsonl", "predictions.jsonl")
        if (place / run / name).exists()
    }
    whole = {
        name: keys_of(json.loads((place / "tuned" / name).read_text("utf-8"))) for name in ("run.json", "eval.json")
    }
    printed = {
        "eval --json": keys_of(json.loads((place / "eval.out").read_text("utf-8"))),
        "generate --json": keys_of(records((place / "generate.out").read_text("utf-8"))),
        "inspect --json": keys_of(records((place / "inspect.out").read_text("utf-8"))),
    }
    assert_frozen("records", {"events": events, "files": {**files, **whole}, "printed": printed})


@pytest.mark.e2e
def test_names_of_the_tensors_in_checkpoints(place: Path) -> None:
    from safetensors import safe_open

    def names(path: Path) -> list[str]:
        with safe_open(path, framework="pt") as file:
            return sorted(file.keys())

    assert_frozen(
        "checkpoint_tensors",
        {
            f"{run}/{file.name}": names(file)
            for run, step in (("base", 4), ("tuned", 2))
            for file in sorted((place / run / "checkpoints" / f"step-{step}").glob("*.safetensors"))
        },
    )
