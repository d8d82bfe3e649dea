"""Split a file of tasks (SCAN commands, bAbI stories, UniMorph inflections) into training and test rows.

    python benchmarks/real_data.py SOURCE.jsonl data/real

Rows with the same input are never on both sides: a twelfth of the inputs is held out, chosen by hash. An inflection's
input is its verb, so all forms of a test verb are unseen. The training rows of each task are in a separate file, so
that a recipe can weight them.

A bAbI row is a story up to some point and a question there; training rows whose stories share a beginning are one story
with questions at several points. They become one dialogue: statements and a question, its answer, the next statements
and a question, ... with every row once, in its own words. Test rows are unchanged.
"""

import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path

HELD_OUT = 12
Row = dict[str, str]


def is_held_out(row: Row) -> bool:
    return hashlib.sha256(row["input"].encode()).digest()[0] * HELD_OUT < 256


def dialogues(rows: list[Row]) -> list[dict[str, object]]:
    """Make a dialogue of each story and the rows whose statements are its beginning, longest story first."""
    asked: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for row in rows:
        end = row["input"].rindex(".") + 1
        asked[row["input"][:end]].append((row["input"][end:].strip(), row))
    found: list[dict[str, object]] = []
    for story in sorted(asked, key=len, reverse=True):
        turns: list[Row] = []
        told = 0
        for end in (i + 1 for i, sign in enumerate(story) if sign == "."):
            for question, row in asked.pop(story[:end], []):
                said = f"{story[told:end].strip()} {question}".strip()
                turns.append({"role": "user", "content": said if turns else f"{row['instruction']}\n{said}"})
                turns.append({"role": "assistant", "content": row["output"]})
                told = end
        if turns:
            found.append({"messages": turns, "task": "babi"})
    return found


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    files = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        files["test" if is_held_out(row) else f"train.{row['task']}"].append(row)
    target.mkdir(parents=True, exist_ok=True)
    files["train.babi"] = dialogues(files["train.babi"])
    for name, rows in files.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (target / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{target / name}.jsonl: {len(rows)} rows")


if __name__ == "__main__":
    main()
