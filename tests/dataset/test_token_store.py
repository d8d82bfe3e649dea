"""Token ids in files: what is written is what is mapped, for several chunks, sources and files."""

import json
from pathlib import Path

import numpy as np
import pytest

from instructgpt_cli.data.types import LEFT_OUT, Encoded, Layout, Row
from instructgpt_cli.dataset.token_store import (
    EXAMPLES_KEPT,
    RowCounts,
    TokenizedDataset,
    Writer,
    ends_seen,
    make_chunk,
    pieces,
    sequences,
)

CHAT = Row("a.jsonl", 3, line=4, layout=Layout("pairs", ("id",)), notes=("a note",))
ENCODED = Encoded([5, 6, 7, 8], [0, 0, 1, 1], ends=(8,), inside=(6,), unread=("name",))
REFUSED = Encoded([], [], refused="empty answer", error="the answer is empty")


def test_a_long_text_is_split_so_that_every_token_is_predicted_once() -> None:
    ids = list(range(1000))
    found = list(pieces(ids, [0] + [1] * 999, 64))
    predicted = [i for part, mask in found for i, m in zip(part[1:], mask[1:], strict=True) if m]
    assert predicted == ids[1:]
    assert max(len(part) for part, _ in found) == 64
    assert all(mask[0] == 0 for _, mask in found)
    assert list(pieces([1, 2, 3], [1, 1, 1], 3)) == [([1, 2, 3], [1, 1, 1])]
    assert [list(part) for part, _ in pieces([1, 2, 3, 4], [0, 1, 1, 1], 3)] == [[1, 2, 3], [3, 4]]


def test_only_a_text_is_split_and_further_sequences_follow() -> None:
    long = Encoded(list(range(9)), [0] + [1] * 8, more=(ENCODED,))
    assert [len(ids) for ids, _ in sequences(CHAT, long, 4)] == [9, 4]
    assert [len(ids) for ids, _ in sequences(Row("a", 0, "text"), long, 4)] == [4, 4, 3, 4]


def test_a_chunk_has_the_sequences_with_targets() -> None:
    rows = [CHAT, Row("a.jsonl", 4, line=5), Row("b.jsonl", 0, line=1, text="t"), Row("b.jsonl", 1, refused=LEFT_OUT)]
    encoded = [ENCODED, REFUSED, Encoded([9, 9, 9, 9], [1, 1, 0, 0]), Encoded([], [])]
    chunk = make_chunk(RowCounts("s"), 2, rows, encoded, max_length=64)
    found = {name: values.tolist() for name, values in chunk.arrays.items()}
    assert found == {
        "tokens": [5, 6, 7, 8, 9, 9, 9, 9],
        "mask": [0, 0, 1, 1, 1, 1, 0, 0],
        "starts": [4, 8],
        "lengths": [3, 1],
        "targets": [2, 1],
        "sources": [2, 2],
        "rows": [3, 0],
        "lines": [4, 1],
        "files": [0, 1],
    }
    counts = chunk.counts
    assert (counts.rows, counts.left_out, counts.sequences, counts.tokens, counts.targets) == (3, 1, 2, 8, 3)
    assert (counts.texts, counts.files) == (1, ["a.jsonl", "b.jsonl"])
    assert counts.refused == {"empty answer": 1}
    assert counts.examples == {"empty answer": ["a.jsonl:5: the answer is empty"]}
    assert (counts.ends, counts.inside, counts.notes) == ([8], [6], {"a note": 1})
    assert counts.reading.not_used() == "`id`; of the turns `name`"


def test_a_row_without_a_target_is_refused() -> None:
    chunk = make_chunk(RowCounts("s"), 0, [CHAT], [Encoded([5, 6], [1, 0])], max_length=64)
    assert chunk.counts.refused == {"no target": 1}
    assert chunk.arrays["lengths"].tolist() == []


def test_a_chunk_without_sequences_is_empty() -> None:
    chunk = make_chunk(RowCounts("s"), 0, [], [], max_length=64)
    assert {len(values) for values in chunk.arrays.values()} == {0}
    assert chunk.counts == RowCounts("s")


def store(folder: Path) -> TokenizedDataset:
    """Two sources: the first with two chunks of two files, the second with one chunk."""
    with Writer(folder) as writer:
        writer.begin("first")
        for row in (CHAT, Row("b.jsonl", 7, line=0)):
            writer.add(make_chunk(RowCounts("first"), 0, [row, row], [ENCODED, ENCODED], max_length=64))
        writer.begin("second")
        writer.add(make_chunk(RowCounts("second"), 1, [CHAT], [Encoded([1, 2], [0, 1], ends=(2,))], max_length=64))
        writer.finish()
    return TokenizedDataset(folder)


def test_what_is_written_is_mapped(tmp_path: Path) -> None:
    made = store(tmp_path)
    assert len(made) == 5
    assert [[part.tolist() for part in made.sequence(i)] for i in (0, 3, 4)] == [
        [[5, 6, 7, 8], [0, 0, 1, 1]],
        [[5, 6, 7, 8], [0, 0, 1, 1]],
        [[1, 2], [0, 1]],
    ]
    assert made.starts.tolist() == [0, 4, 8, 12, 16, 18]
    assert made.lengths.tolist() == [3, 3, 3, 3, 1]
    assert made.targets.tolist() == [2, 2, 2, 2, 1]
    assert made.sources.tolist() == [0, 0, 0, 0, 1]


def test_each_sequence_knows_the_location_of_its_row(tmp_path: Path) -> None:
    made = store(tmp_path)
    assert [made.place(i) for i in range(5)] == ["a.jsonl:4"] * 2 + ["b.jsonl: row 7"] * 2 + ["a.jsonl:4"]


def test_counts_of_all_chunks_are_kept_with_their_source(tmp_path: Path) -> None:
    first, second = store(tmp_path).row_counts
    assert (first.source, first.rows, first.sequences, first.tokens, first.targets) == ("first", 4, 4, 16, 8)
    assert first.files == ["a.jsonl", "b.jsonl"]
    assert (first.reading.rows, first.reading.layouts) == (2, {"pairs": 2})
    assert (second.source, second.rows, second.ends) == ("second", 1, [2])


def test_an_empty_store_can_be_opened(tmp_path: Path) -> None:
    with Writer(tmp_path) as writer:
        writer.finish()
    assert len(TokenizedDataset(tmp_path)) == 0


def test_the_format_on_disk_is_fixed(tmp_path: Path) -> None:
    """Changing it makes older caches unreadable: `ENCODING_VERSION` must be raised then."""
    store(tmp_path)
    sizes = {file.name: file.stat().st_size for file in tmp_path.iterdir() if file.suffix == ".bin"}
    per_sequence = {f"{name}.bin": 5 * 8 for name in ("lengths", "targets", "sources", "rows", "lines", "files")}
    assert sizes == {"tokens.bin": 18 * 4, "mask.bin": 18, "starts.bin": 6 * 8, **per_sequence}
    keys = list(json.loads((tmp_path / "tally.json").read_text("utf-8"))[0])
    assert keys == [
        *("source", "rows", "sequences", "tokens", "targets", "cut", "left_out", "refused", "notes", "examples"),
        *("texts", "ends", "inside", "files", "reading"),
    ]


@pytest.mark.parametrize("reason", ["empty answer", "malformed"])
def test_only_the_first_examples_of_each_reason_are_kept(reason: str) -> None:
    first, later = RowCounts("s"), RowCounts("s")
    for number in range(4):
        first.refuse(Row("a", number), reason, "x")
        later.refuse(Row("b", number), reason, "y")
    first.add(later)
    assert first.refused == {reason: 8}
    assert first.examples[reason] == [*(f"a: row {n}: x" for n in range(4)), "b: row 0: y"][:EXAMPLES_KEPT]


def test_all_counts_are_added() -> None:
    rows = [(CHAT, ENCODED), (Row("a", 1), Encoded([1], [0], cut=3, ends=(9, 8))), (Row("a", 2), REFUSED)]
    apart = [RowCounts("s", left_out=1, sequences=2, tokens=3, targets=4, texts=5) for _ in range(2)]
    whole = RowCounts("s", left_out=2, sequences=4, tokens=6, targets=8, texts=10)
    for number, (row, encoded) in enumerate(rows):
        apart[number > 0].note(row, encoded)
        whole.note(row, encoded)
    apart[0].add(apart[1])
    assert apart[0] == whole
    assert (whole.rows, whole.cut, whole.ends) == (3, 1, [8, 9])


def test_tokens_that_also_occur_inside_answers_do_not_end_them() -> None:
    counts = [RowCounts("a", ends=[7, 8]), RowCounts("b", ends=[9, 8], inside=[7])]
    assert ends_seen(counts) == (8, 9)
    assert ends_seen([]) == ()


def test_slices_of_the_store_are_plain_arrays(tmp_path: Path) -> None:
    """Slices of `np.memmap` are ten times as slow."""
    ids, mask = store(tmp_path).sequence(0)
    assert type(ids) is type(mask) is np.ndarray
