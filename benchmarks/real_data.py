"""Splits a file of tasks (SCAN commands, bAbI stories, UniMorph inflections) into rows to learn from and rows to score.

    python benchmarks/real_data.py SOURCE.jsonl data/real

Rows with the same input are never on both sides: every twelfth input is kept apart, by a hash of it. An inflection's
input is its verb, so that all forms of a verb to score are new. Each task's rows to learn from have a file of their
own, and each length of bAbI's stories, so that a recipe can weigh them.
"""

import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

APART = 12


def is_apart(row: dict[str, str]) -> bool:
    return hashlib.sha256(row["input"].encode()).digest()[0] * APART < 256


def kind(row: dict[str, str]) -> str:
    """The task; of a story also the number of its statements."""
    return f"babi-{row['input'].count('.'):02}" if row["task"] == "babi" else row["task"]


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    files = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        files["test" if is_apart(row) else f"train.{kind(row)}"].append(row)
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (target / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{target / name}.jsonl: {len(rows)} rows")


if __name__ == "__main__":
    main()
