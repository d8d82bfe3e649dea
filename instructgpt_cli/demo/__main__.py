"""Write the data of the quick start, or compare a model's bits per byte with those of two compressors.

    python -m instructgpt_cli.demo DEST                      text, dialogues and held-out sets
    python -m instructgpt_cli.demo DEST --beside EVAL.json   after `instructgpt eval` of DEST/text.valid.jsonl

The same Python gives the same files.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from instructgpt_cli.demo.dialogues import Generator
from instructgpt_cli.demo.stdlib_text import compressors, corpus
from instructgpt_cli.errors import UsageError

T = TypeVar("T")
SEED = 1
TRAINING_ROWS = 80_000
FACTS = 12_000
HELD_OUT_ROWS = 500
CONTRAST_GROUPS = 100


def write_all(folder: Path) -> dict[str, float]:
    """Write every file to `folder`; return the compressors' bits per byte."""
    folder.mkdir(parents=True, exist_ok=True)
    text = corpus()
    generator = Generator(SEED)
    # The held-out sets come first, so that later rows avoid their inputs.
    sets = {
        "unseen_inputs": generator.unseen_inputs(HELD_OUT_ROWS),
        "unseen_phrasings": generator.unseen_phrasings(HELD_OUT_ROWS),
        "contrast": generator.contrast(CONTRAST_GROUPS),
        "valid": generator.unseen_inputs(HELD_OUT_ROWS),
        "train": generator.training(TRAINING_ROWS),
        "facts": generator.facts(FACTS),
        "text.train": [{"text": document} for document in text.train],
        "text.valid": [{"text": document} for document in text.valid],
    }
    for name, rows in sets.items():
        _write(folder / f"{name}.jsonl", rows)
    scores = compressors(text)
    (folder / "compressors.json").write_text(json.dumps(scores) + "\n", encoding="utf-8")
    return scores


def _write(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def beside(folder: Path, scores: Path) -> str:
    """A table of bits per byte on the held-out text: the compressors and the model."""
    rows = _read(folder / "compressors.json", lambda found: {name: float(value) for name, value in found.items()})
    rows["model"] = _read(scores, _bits_of_one_set)
    lines = [f"  {name:6} {value:.3f}" for name, value in rows.items()]
    return "\n".join(["bits per byte of the held-out text, after the same training text", *lines])


def _read(path: Path, take: Callable[[Any], T]) -> T:
    """Apply `take` to the content of a JSON file. Raises `UsageError` if it fails."""
    try:
        return take(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{path}: does not contain the bits per byte of one text") from None


def _bits_of_one_set(result: Any) -> float:
    (found,) = result["sets"].values()
    return float(found["metrics"]["bits_per_byte"]["value"])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m instructgpt_cli.demo", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("dest", type=Path, metavar="DEST", help="folder of the data")
    parser.add_argument("--beside", type=Path, metavar="EVAL.json", help="scores of a model on DEST/text.valid.jsonl")
    words = parser.parse_args()
    if words.beside:
        try:
            sys.stdout.write(beside(words.dest, words.beside) + "\n")
        except UsageError as fault:
            parser.error(fault.message)
        return
    for name, value in write_all(words.dest).items():
        sys.stderr.write(f"{name}: {value:.3f} bits per byte of the held-out text, after the training text\n")
    sys.stdout.write(f"{words.dest}\n")


if __name__ == "__main__":
    main()
