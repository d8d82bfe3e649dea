"""Text for plain output: cells, tables, folded prose, durations, numbers."""

import pytest

from instructgpt_cli import plain_text


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (["1,200", "-", "", "0.5", "3e-05", "12 %", "nan"], False),
        (["1,200", "-", "", "0.5", "3e-05", "12%", "nan", "-inf", "4.2k"], True),
        (["-", ""], False),
        (["1200", "run/model"], False),
    ],
)
def test_a_column_of_numbers_is_recognized(cells: list[str], numeric: bool) -> None:
    assert plain_text.is_numeric(cells) is numeric


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.04, "0.0s"),
        (9.94, "9.9s"),
        (9.96, "10s"),
        (59.6, "1m 00s"),
        (3599.7, "1h 00m"),
        (200_000, "2d 07h"),
        (-1, "-"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert plain_text.duration(seconds) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999.4, "999"), (999.6, "1.00k"), (12_345, "12.3k"), (999_600, "1.00M"), (4.2e9, "4.20G")],
)
def test_counts(number: float, text: str) -> None:
    assert plain_text.count(number) == text


def test_unprintable_characters_are_escaped() -> None:
    assert plain_text.printable("a\x1b[2J\x07\u202e\ud800\nb\tc 漢é") == "a\\x1b[2J\\x07\\u202e\\ud800\nb\tc 漢é"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"),
        (True, "True"),
        (1200, "1,200"),
        (0.91234, "0.912"),
        (12_345.6, "12,346"),
        (float("inf"), "inf"),
        ("two\nlines\t\x1b", "two\\nlines\\t\\x1b"),
    ],
)
def test_a_cell_is_one_line(value: str | int | float | None, text: str) -> None:
    assert plain_text.cell(value) == text


def test_nouns_are_plural_except_for_one() -> None:
    assert [plain_text.counted(number, "row") for number in (0, 1, 2000)] == ["0 rows", "1 row", "2,000 rows"]


def test_width_counts_terminal_columns() -> None:
    assert [plain_text.width(text) for text in ("", "abc", "苹果", "cafe\u0301")] == [0, 3, 4, 4]


def test_text_is_folded_between_words() -> None:
    assert plain_text.fold("one two three", 9, "  ") == "one two\n  three"
    assert plain_text.fold("one\ntwo three", 5, "") == "one\ntwo\nthree"
    assert plain_text.fold("a /path/longer/than/a/line b", 8, "") == "a\n/path/longer/than/a/line\nb"
    assert plain_text.fold("one two three", 0, "  ") == "one two three"


SCORES = [["counting upwards", "12", *["0.123 → 0.456"] * 7], ["short", "3", *["13.889 → 13.889"] * 7]]
METRICS = ["task", "rows", *(f"metric {n}" for n in range(7))]
PATH = "data/a_rather_long_folder_name/of_rows_to_learn_from/rows.train.jsonl"
ABOUT = [PATH, "5,756", "5,756", "483,514", "475,664", "0", "0", "128"]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (METRICS, SCORES),
        (["source", "rows", "sequences", "tokens", "targets", "refused", "cut", "longest"], [ABOUT]),
        (["source", "reason", "what to do"], [["rows.jsonl", "no answer", "Name the column of answers. " * 6]]),
        (["", ""], [["memory", "about 467 MiB " * 12], ["model", PATH]]),
    ],
)
def test_a_table_breaks_no_word_at_any_width(columns: list[str], rows: list[list[str]], width: int) -> None:
    """Each cell is in one piece, or in prose each word; only what is longer than a line exceeds the width."""
    right = [plain_text.is_numeric([row[i] for row in rows]) for i in range(len(columns))]
    text = plain_text.table(columns, rows, right, width)
    unbroken = len("memory  " + PATH) if any(PATH in row for row in rows) else 0
    assert max(map(len, text.split("\n"))) <= max(width, unbroken)
    for cell in [*columns[1:], *(cell for row in rows for cell in row)]:
        assert cell in text or all(word in text.split() for word in cell.split())
    assert plain_text.table(columns, rows, right).count("\n") == len(rows) + 2 * any(columns)


def test_columns_that_do_not_fit_are_repeated_below_with_the_first() -> None:
    text = plain_text.table(["task", "a", "b"], [["sort", "1" * 12, "2" * 12]], [False, True, True], 24)
    assert text == (
        "task             a\n----  ------------\nsort  111111111111\n\n"
        "task             b\n----  ------------\nsort  222222222222\n"
    )
