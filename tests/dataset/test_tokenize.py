"""Tokenized data on disk: complete or absent, reused only for the same inputs, and no row lost silently."""

import copy
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from transformers import PreTrainedTokenizerFast

from instructgpt_cli.data import sources
from instructgpt_cli.data.convert import LABEL_NOT_USED
from instructgpt_cli.data.types import Encoded, Row
from instructgpt_cli.dataset import tokenize as room
from instructgpt_cli.dataset.loader import load_all, load_batch
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.dataset.tokenize import encoding_fingerprint, tokenize_sources
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import DataError, ResourceError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.system import atomic_files


@pytest.fixture
def place(tmp_path: Path) -> Path:
    rows = [{"prompt": f"Number {i}?", "completion": str(i)} for i in range(30)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "long.txt").write_text("The quick brown fox jumps over the lazy dog. " * 40)
    return tmp_path


def dataset(
    place: Path, tokenizer: PreTrainedTokenizerFast, *names: str, rows: int | None = None, **keys: Any
) -> tuple[TokenizedDataset, int]:
    """The tokenized data, and the number of rows that were read for it."""
    read = 0

    def progress(count: int) -> None:
        nonlocal read
        read += count

    train = [{"path": str(place / name)} for name in names]
    data = Recipe.model_validate({"data": {"train": train, "max_length": 64, **keys}}).data
    assert isinstance(tokenizer.chat_template, str)
    encoder = Encoder(
        tokenizer, tokenizer.chat_template, loss_on=data.loss_on, max_length=data.max_length, overlong=data.overlong
    )
    return tokenize_sources(data.train, data, encoder, "coding", rows, place / "cache", progress), read


def test_all_tokens_of_a_long_text_are_targets_once(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    made, _ = dataset(place, tiny_tokenizer, "long.txt")
    whole = tiny_tokenizer((place / "long.txt").read_text(), add_special_tokens=False)["input_ids"]
    targets = [int(i) for s in range(len(made)) for i, m in zip(*made.sequence(s), strict=True) if m]
    assert targets == [*whole, tiny_tokenizer.eos_token_id]


def test_the_cache_is_reused_only_for_the_same_input(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, read = dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt")
    assert read == 31
    again, read = dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt")
    assert read == 0
    assert len(again) == len(first)
    assert all(
        np.array_equal(a, b)
        for i in range(len(first))
        for a, b in zip(first.sequence(i), again.sequence(i), strict=True)
    )
    assert [t.rows for t in again.row_counts] == [30, 1]
    assert dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt", rows=3)[1] == 4
    assert dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt", loss_on="all")[1] == 31
    (place / "rows.jsonl").write_text('{"prompt": "a", "completion": "b"}\n')
    assert dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt")[1] == 2
    monkeypatch.setattr(room, "ENCODING_VERSION", room.ENCODING_VERSION + 1)
    assert dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt")[1] == 2


def test_references_do_not_change_the_targets(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    rows = [{"q": f"Number {i}?", "answer": str(i), "right": [f"{i}.", str(i)]} for i in range(9)]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    def learnt(columns: dict[str, str]) -> list[list[int]]:
        made, _ = dataset(place, tiny_tokenizer, train=[{"path": str(place / "rows.jsonl"), "columns": columns}])
        return [part.tolist() for i in range(len(made)) for part in made.sequence(i)]

    plain = learnt({"prompt": "q"})
    assert learnt({"prompt": "q", "references": "right"}) == plain
    assert learnt({"prompt": "q", "completion": "answer", "references": "right"}) == plain
    assert learnt({"prompt": "q", "references": "answer"}) == plain


def test_a_failed_build_leaves_nothing_behind(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    (place / "rows.jsonl").write_bytes(b'{"prompt": "a", "completion": "b"}\n{"prompt": "\xff')
    with pytest.raises(DataError, match=r"rows.jsonl:2: "):
        dataset(place, tiny_tokenizer, "rows.jsonl")
    assert list((place / "cache").iterdir()) == []


@pytest.mark.parametrize("name", ["tokens.bin", "mask.bin", "starts.bin", "tally.json", "manifest.json"])
@pytest.mark.parametrize("damage", ["flip", "truncate", "delete"])
def test_a_damaged_cache_is_rebuilt(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, name: str, damage: str
) -> None:
    first, _ = dataset(place, tiny_tokenizer, "rows.jsonl")
    ids = first.sequence(7)[0].tolist()
    (folder,) = (place / "cache").iterdir()
    file = folder / name
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 4
    match damage:
        case "flip":
            file.write_bytes(raw)
        case "truncate":
            file.write_bytes(raw[:-1])
        case _:
            file.unlink()
    again, read = dataset(place, tiny_tokenizer, "rows.jsonl")
    assert read == 30
    assert again.sequence(7)[0].tolist() == ids
    assert dataset(place, tiny_tokenizer, "rows.jsonl")[1] == 0


def test_a_damaged_cache_that_cannot_be_replaced_is_not_used(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may belong to another user."""
    dataset(place, tiny_tokenizer, "rows.jsonl")
    (folder,) = (place / "cache").iterdir()
    (folder / "tokens.bin").write_bytes(b"\0" * (folder / "tokens.bin").stat().st_size)
    with monkeypatch.context() as patch:
        patch.setattr(atomic_files, "remove", lambda path: None)
        with pytest.raises(ResourceError, match=f"{folder}: Directory not empty") as caught:
            dataset(place, tiny_tokenizer, "rows.jsonl")
    assert "INSTRUCTGPT_CACHE=DIR" in caught.value.hint
    shutil.rmtree(folder)
    folder.write_text("a file")
    assert dataset(place, tiny_tokenizer, "rows.jsonl")[1] == 30


def test_a_cache_without_read_permission_is_an_error(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, forbid: Callable[[Path], None]
) -> None:
    """Before all rows are read again, only to find the folder in the way."""
    dataset(place, tiny_tokenizer, "rows.jsonl")
    (folder,) = (place / "cache").iterdir()
    forbid(folder / atomic_files.MANIFEST)
    with pytest.raises(ResourceError, match=f"{folder}/{atomic_files.MANIFEST}: Permission denied") as caught:
        dataset(place, tiny_tokenizer, "rows.jsonl")
    assert "INSTRUCTGPT_CACHE=DIR" in caught.value.hint


def test_a_cache_that_cannot_be_written_is_an_error(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    (place / "cache").symlink_to("gone")
    with pytest.raises(ResourceError, match=f"{place}/cache: is a link to gone, which does not exist"):
        dataset(place, tiny_tokenizer, "rows.jsonl")


def test_a_file_that_changes_while_being_read_is_refused(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = room.sources.rows

    def growing(*args: Any, **keys: Any) -> Any:
        yield from read(*args, **keys)
        with (place / "rows.jsonl").open("a") as file:
            file.write('{"prompt": "late", "completion": "row"}\n')

    with monkeypatch.context() as patch:
        patch.setattr(room.sources, "rows", growing)
        with pytest.raises(DataError, match=r"rows\.jsonl: changed while being read"):
            dataset(place, tiny_tokenizer, "rows.jsonl")
    assert list((place / "cache").iterdir()) == []


def test_folders_of_dead_builders_are_removed_and_those_of_live_ones_kept(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    dead, living, young = (place / "cache" / f".building-{name}" for name in ("dead", "living", "young"))
    for folder in (dead, living, young):
        folder.mkdir(parents=True)
        if folder is not young:
            os.utime(folder, (1, 1))
    held = os.open(living, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    dataset(place, tiny_tokenizer, "rows.jsonl")
    os.close(held)
    assert [folder.exists() for folder in (dead, living, young)] == [False, True, True]


def test_each_sequence_knows_the_location_of_its_row(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    """By file, and by line if rows have lines, for each file of a folder and across chunks."""
    folder = place / "many"
    folder.mkdir()
    rows = [json.dumps({"prompt": f"Number {i}?", "completion": "x"}) for i in range(1500)]
    (folder / "a.jsonl").write_text("\n" + "\n".join(rows))
    (folder / "b.csv").write_text('prompt,completion\n"two\nlines",x\nc,d\n')
    (folder / "c.json").write_text(json.dumps([{"prompt": "e", "completion": "f"}]))
    (folder / "d.txt").write_text("A text of its own. " * 60)
    made, _ = dataset(place, tiny_tokenizer, "many", "rows.jsonl", workers=2)
    places = [made.place(i).removeprefix(f"{place}/") for i in range(len(made))]
    assert places[:1500] == [f"many/a.jsonl:{i + 2}" for i in range(1500)]
    assert places[1500:1504] == ["many/b.csv:2", "many/b.csv:4", "many/c.json: row 0", "many/d.txt:1"]
    assert set(places[1504:-30]) == {"many/d.txt:1"}
    assert places[-30:] == [f"rows.jsonl:{i + 1}" for i in range(30)]


def test_refused_and_overlong_rows_are_counted_and_limited(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast
) -> None:
    rows = [{"prompt": "a", "completion": "b"}] * 6 + [
        {"prompt": "a", "completion": ""},
        {"prompt": "a " * 99, "completion": "c"},
    ]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with pytest.raises(DataError, match=r"1 of 8 rows cannot be used.*\n  .*rows.jsonl:7: ") as caught:
        dataset(place, tiny_tokenizer, "rows.jsonl")
    assert "data.max_refused" in caught.value.hint
    assert "jsonl:8" not in caught.value.message  # overlong, which is counted separately
    made, _ = dataset(place, tiny_tokenizer, "rows.jsonl", max_refused=0.2)
    assert len(made) == 6
    assert sum(made.row_counts[0].refused.values()) == 2
    with pytest.raises(
        DataError, match=r"1 of 8 rows is longer than data.max_length .64 tokens.; data.overlong is error"
    ):
        dataset(place, tiny_tokenizer, "rows.jsonl", max_refused=0.2, overlong="error")
    with pytest.raises(DataError, match=r"more than data\.max_overlong"):
        dataset(place, tiny_tokenizer, "rows.jsonl", max_refused=0.2, max_overlong=0.1)


@pytest.mark.parametrize(
    ("bad", "reason", "told"),
    [
        ({"prompt": "q", "completion": {"text": "a"}}, "malformed", "`completion` is an object, not text"),
        ({"prompt": "q"}, "malformed", "`completion` is missing"),
        ({"prompt": "q", "completion": "a", "tools": 5}, "malformed", "`tools` is not a list of functions"),
        ({"prompt": [{"role": "asker", "content": "q"}], "completion": "a"}, "malformed", "unknown role 'asker'"),
        ({"prompt": "q", "completion": ""}, "empty answer", "the answer in turn 2 is empty"),
        ({"prompt": None, "completion": "a"}, "null", "`prompt` is null"),
        ({"prompt": "q\ud83d", "completion": "a"}, "not unicode", "half of a surrogate pair"),
    ],
)
def test_max_refused_applies_to_every_reason(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, bad: Any, reason: str, told: str
) -> None:
    rows = [{"prompt": "q", "completion": "a"}] * 9
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows[:4], bad, *rows[4:]]))
    with pytest.raises(DataError, match=r"1 of 10 rows cannot be used, and data\.max_refused allows 0") as caught:
        dataset(place, tiny_tokenizer, "rows.jsonl")
    assert told in caught.value.message
    made, _ = dataset(place, tiny_tokenizer, "rows.jsonl", max_refused=0.1)
    assert (len(made), made.row_counts[0].rows, made.row_counts[0].refused) == (9, 10, {reason: 1})


def test_a_row_without_a_target_is_counted(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    """A single token has no context."""
    tiny_tokenizer = copy.deepcopy(tiny_tokenizer)
    tiny_tokenizer.eos_token = tiny_tokenizer.bos_token = None
    (place / "rows.jsonl").write_text('{"text": "a"}\n{"text": "the dog and the fox"}\n')
    with pytest.raises(DataError, match=r"1 of 2 rows cannot be used, .*\n.*rows\.jsonl:1: a single token"):
        dataset(place, tiny_tokenizer, "rows.jsonl")
    made, _ = dataset(place, tiny_tokenizer, "rows.jsonl", max_refused=0.5)
    assert made.row_counts[0].refused == {"no target": 1}


def test_rows_left_out_by_where_are_counted_but_not_refused(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"prompt": f"{i}", "completion": "" if i % 2 else "a", "label": i % 2 == 0} for i in range(40)]
    path = place / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(room, "CHUNK_ROWS", 7)
    train = [{"path": str(path), "where": "label == true"}]
    for workers in (1, 2):
        made, _ = dataset(place, tiny_tokenizer, train=train, workers=workers)
        (counts,) = made.row_counts
        assert (len(made), counts.rows, counts.left_out, counts.refused) == (20, 20, 20, {})
        assert [made.place(i) for i in range(20)] == [f"{path}:{line}" for line in range(1, 40, 2)]
        shutil.rmtree(place / "cache")
    made, _ = dataset(place, tiny_tokenizer, train=train, rows=5)
    assert (len(made), made.row_counts[0].left_out) == (5, 4)
    with pytest.raises(DataError, match="20 of 40 rows cannot be used"):
        dataset(place, tiny_tokenizer, "rows.jsonl")


def test_bad_and_rejected_answers_are_reported(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    rows: list[dict[str, Any]] = [
        {"prompt": "q", "completion": "a", "label": label} for label in (True, False, "False")
    ]
    rows += [{"prompt": "q", "completion": "a", "rejected": "b"}]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    made, _ = dataset(place, tiny_tokenizer, "rows.jsonl")
    (counts,) = made.row_counts
    assert counts.notes == {LABEL_NOT_USED.format("label"): 2}
    told = "`label` (3 rows), `rejected` (1 row) (rejected answers are not trained on)"
    assert counts.reading.not_used() == told
    train = [{"path": str(place / "rows.jsonl"), "where": "label == true"}]
    made, _ = dataset(place, tiny_tokenizer, train=train)
    assert (made.row_counts[0].notes, made.row_counts[0].left_out) == ({}, 3)


@pytest.mark.parametrize(
    ("shown", "not_used"),
    [
        ("{{ message.name }}", "of the turns `score` (1 row), `id` (1 row), `train` (2 rows)"),
        ("{% if message.role == 'user' %}{{ message | tojson }}{% endif %}", "of the turns `id` (1 row)"),
    ],
)
def test_keys_of_turns_that_the_template_does_not_read_are_reported(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, shown: str, not_used: str
) -> None:
    said = [{"role": "user", "content": "q", "name": "Ann", "score": 1}, {"role": "assistant", "content": "a", "id": 2}]
    plain = [
        {"role": "user", "content": "q", "train": True, "weight": 0},
        {"role": "assistant", "content": "a", "loss": 1},
    ]
    (place / "rows.jsonl").write_text("".join(json.dumps({"messages": turns}) + "\n" for turns in (said, plain, plain)))
    text = (
        "{% for message in messages %}<|im_start|>{{ message.role }}" + shown + "\n{{ message.content }}<|im_end|>\n"
        "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    data = Recipe.model_validate({"data": {"train": [{"path": str(place / "rows.jsonl")}]}}).data
    made = tokenize_sources(data.train, data, Encoder(tiny_tokenizer, text), "c", None, place / "cache", lambda n: None)
    assert made.row_counts[0].reading.not_used() == not_used


@pytest.mark.parametrize(
    ("row", "reason", "key"),
    [
        ({"prompt": "forbidden", "completion": "b"}, "template", "tokenizer.chat_template"),
        ({"prompt": "a", "completion": " "}, "empty answer", "`columns:`"),
        ({"messages": [{"role": "assistant", "content": "b", "train": False}]}, "no answer", "train: false"),
        ({"prompt": "a", "completion": "b" * 99}, "overlong", "data.max_length"),
        ({"prompt": "a\ud800", "completion": "b"}, "not unicode", "whole characters"),
        ({"prompt": None, "completion": "b"}, "null", "Fill in or remove these rows"),
        ({"text": None}, "null", "Fill in or remove these rows"),
    ],
)
def test_a_refused_row_comes_with_advice(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, row: Any, reason: str, key: str
) -> None:
    text = "{% for m in messages %}{{ raise_exception('no') if m.content == 'forbidden' }}{{ m.content }}{% endfor %}"
    data = Recipe.model_validate({"data": {"train": [{"path": str(place / "rows.jsonl")}], "max_length": 64}}).data
    (place / "rows.jsonl").write_text(json.dumps(row) + "\n")
    encoder = Encoder(tiny_tokenizer, text, max_length=64)
    with pytest.raises(DataError) as caught:
        tokenize_sources(data.train, data, encoder, reason, None, place / "cache", lambda n: None)
    assert key in caught.value.hint


def test_a_share_exactly_at_the_limit_is_allowed(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    rows = [{"prompt": "a", "completion": "" if n < 29 else "b"} for n in range(100)]
    (place / "share.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    made, _ = dataset(place, tiny_tokenizer, "share.jsonl", max_refused=0.29)
    assert len(made) == 71
    with pytest.raises(DataError, match="29 of 100"):
        dataset(place, tiny_tokenizer, "share.jsonl", max_refused=0.28)


def test_the_date_that_a_template_writes_is_part_of_the_fingerprint(tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    digests = {encoding_fingerprint(tiny_tokenizer, "t", day) for day in (None, date(2026, 1, 1), date(2026, 1, 2))}
    assert len(digests) == 3


def test_batches_hold_what_was_tokenized(place: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    made, _ = dataset(place, tiny_tokenizer, "rows.jsonl")
    batches = [load_batch(made, part) for part in load_all(made, 100)]
    assert sorted(row for batch in batches for row in batch.rows) == list(range(30))
    assert sum(batch.targets for batch in batches) == int(made.targets.sum())
    assert [batch.tokens for batch in batches] == [int(made.lengths[list(batch.rows)].sum()) for batch in batches]


def test_several_workers_write_the_same_files_as_one(
    place: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"prompt": f"Number {i}?", "completion": str(i) if i % 7 else ""} for i in range(300)]
    (place / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(room, "CHUNK_ROWS", 7)
    found = []
    for workers in (1, 2, 3):
        made, read = dataset(place, tiny_tokenizer, "rows.jsonl", "long.txt", workers=workers, max_refused=0.5)
        assert read == 301
        (folder,) = (place / "cache").iterdir()
        files = {file.name: file.read_bytes() for file in folder.iterdir()}
        found.append((files, [asdict(counts) for counts in made.row_counts]))
        shutil.rmtree(folder)
    assert found[0][1][0]["refused"] == {"empty answer": 43}
    assert [example.split(": ")[0] for example in found[0][1][0]["examples"]["empty answer"]] == [
        f"{place / 'rows.jsonl'}:{n}" for n in range(1, 36, 7)
    ]
    assert found[0] == found[1] == found[2]


PEAK = """
import resource, sys
from pathlib import Path
from transformers import AutoTokenizer
from instructgpt_cli.dataset.tokenize import tokenize_sources
from instructgpt_cli.dataset.batch_plan import BatchPlan
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.schema import Recipe

folder, name = Path(sys.argv[1]), sys.argv[2]
tokenizer = AutoTokenizer.from_pretrained(folder / "tokenizer")
data = Recipe.model_validate({"data": {"train": [{"path": str(folder / name)}], "workers": 1}}).data
encoder = Encoder(tokenizer, tokenizer.chat_template)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
made = tokenize_sources(data.train, data, encoder, "coding", None, folder / "cache", lambda _: None)
print(len(made), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.e2e
def test_ten_times_the_rows_take_no_more_memory(tmp_path: Path, tiny_tokenizer: PreTrainedTokenizerFast) -> None:
    tiny_tokenizer.save_pretrained(tmp_path / "tokenizer")
    peaks = {}
    for count in (3_000, 30_000):
        (tmp_path / f"{count}.jsonl").write_text('{"prompt": "a", "completion": "b"}\n' * count)
        done = subprocess.run(
            [sys.executable, "-c", PEAK, str(tmp_path), f"{count}.jsonl"], capture_output=True, text=True, check=True
        )
        sequences, peaks[count] = map(int, done.stdout.split())
        assert sequences == count
    # In KiB. Held as Python integers, the numbers of one sequence alone would take 200 bytes.
    assert peaks[30_000] - peaks[3_000] < 4_000, peaks


def test_a_long_text_is_encoded_in_chunks(
    tmp_path: Path, tiny_tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CHUNK_CHARACTERS", 100)
    monkeypatch.setattr(sources, "BLOCK_CHARACTERS", 40)
    at_once = []
    encode = Encoder.encode

    def watched(self: Encoder, rows: Sequence[Row]) -> list[Encoded]:
        at_once.append(sum(len(row.text or "") for row in rows))
        return encode(self, rows)

    monkeypatch.setattr(Encoder, "encode", watched)
    (tmp_path / "long.txt").write_text("quick brown fox jumps\n" * 100)
    dataset(tmp_path, tiny_tokenizer, "long.txt", workers=1)
    assert sum(at_once) == 2200
    assert max(at_once) < 100 + 40
