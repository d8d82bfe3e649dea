"""Splits a file of tasks (SCAN commands, bAbI stories, UniMorph inflections) into rows to learn from and rows to score.

    python benchmarks/real_data.py SOURCE.jsonl data/real

Rows with the same input are never on both sides: every twelfth input is kept apart, by a hash of it. An inflection's
input is its verb, so that all forms of a verb to score are new.
"""

import hashlib
import json
import sys
from pathlib import Path

APART = 12


def is_apart(row: dict[str, str]) -> bool:
    return hashlib.sha256(row["input"].encode()).digest()[0] * APART < 256


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    target.mkdir(parents=True, exist_ok=True)
    for name, wanted in (("train", False), ("test", True)):
        kept = [row for row in rows if is_apart(row) == wanted]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
        (target / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{target / name}.jsonl: {len(kept)} rows")


if __name__ == "__main__":
    main()
