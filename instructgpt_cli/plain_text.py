"""Plain text for output: table cells, aligned tables, folded prose, durations, numbers."""

import math
import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from operator import itemgetter

# Control characters could move the cursor or color the screen, and bidirectional overrides could reorder it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

NARROWEST_PROSE = 16
"""Prose is folded into no fewer terminal columns than this."""

_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(\.[0-9]+)?(e[-+]?[0-9]+)?[%kMG]?|-?inf|nan")


def printable(text: str) -> str:
    """`text` with control characters escaped, except newlines and tabs."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def cell(value: str | int | float | None) -> str:
    """A value of a table as one line."""
    if value is None:
        return "-"
    if isinstance(value, bool | str):
        return printable(str(value).replace("\n", "\\n").replace("\t", "\\t"))
    if isinstance(value, int):
        return f"{value:,}"
    if not math.isfinite(value):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 10_000 else f"{value:.3f}"


def is_numeric(cells: Sequence[str]) -> bool:
    """Whether all cells of a column are numbers, apart from dashes and empty cells."""
    filled = [text for text in cells if text not in ("", "-")]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)


def width(text: str) -> int:
    """Width of `text` in terminal columns: 2 for a Chinese character, 0 for a combining mark."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def fold(text: str, columns: int, indent: str) -> str:
    """`text` with lines broken between words to at most `columns` columns; continuation lines start with `indent`.

    Words longer than a line, such as paths, are not broken, so that they can be copied. 0 columns fold nothing.
    """
    if not columns:
        return text
    lines = []
    for whole in text.split("\n"):
        first, *words = whole.split(" ")
        line = first
        for word in words:
            if line.strip() and width(line) + 1 + width(word) > columns:
                lines.append(line)
                line = indent + word
            else:
                line += " " + word
        lines.append(line)
    return "\n".join(lines)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], max_width: int = 0) -> str:
    """A table with columns two spaces apart, under a header and a rule unless all column names are empty.

    `right` says which columns are right-aligned. A table wider than `max_width` columns (0: no limit) is laid out
    differently, without breaking a word: prose in the last column is folded; columns that do not fit follow below,
    beside the first column again; and if the first column takes more than half of the width, as paths do, each row
    becomes a few lines.
    """
    widths = _widths(columns, rows)
    if not max_width or len(columns) < 2 or sum(widths) + 2 * len(widths) - 2 <= max_width:
        return _grid(columns, rows, right)
    left = max_width - sum(wide + 2 for wide in widths[:-1])
    if not right[-1] and left >= NARROWEST_PROSE < widths[-1]:
        return _grid(columns, [[*row[:-1], fold(row[-1], left, "")] for row in rows], right)
    if any(columns) and widths[0] > max_width // 2:
        return "".join(_row_as_lines(columns, row, max_width) for row in rows)
    picks = [itemgetter(*group) for group in _groups(widths, max_width)]
    return "\n".join(_grid(pick(columns), [pick(row) for row in rows], pick(right)) for pick in picks)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    everything = [columns, *rows]
    return [max(width(line) for row in everything for line in row[i].split("\n")) for i in range(len(columns))]


def _groups(widths: Sequence[int], max_width: int) -> list[list[int]]:
    """Column numbers that fit side by side; each group starts with column 0."""
    groups = [[0]]
    for place in range(1, len(widths)):
        taken = sum(widths[i] + 2 for i in groups[-1])
        if len(groups[-1]) > 1 and taken + widths[place] > max_width:
            groups.append([0])
        groups[-1].append(place)
    return groups


def _row_as_lines(columns: Sequence[str], row: Sequence[str], max_width: int) -> str:
    """One row as lines: its first cell, and below it `name value` of the others."""
    lines, line = [row[0]], ""
    for name, text in zip(columns[1:], row[1:], strict=True):
        piece = f"  {name} {text}"
        if line and width(line) + width(piece) > max_width:
            lines.append(line)
            line = ""
        line += piece
    return "\n".join([*lines, line]) + "\n"


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    widths = _widths(columns, rows)

    def lines(row: Sequence[str]) -> str:
        text = ""
        for cells in zip_longest(*(cell.split("\n") for cell in row), fillvalue=""):
            padded = []
            for part, wide, to_right in zip(cells, widths, right, strict=True):
                gap = " " * (wide - width(part))
                padded.append(gap + part if to_right else part + gap)
            text += "  ".join(padded).rstrip() + "\n"
        return text

    head = lines(columns) + lines(["-" * wide for wide in widths]) if any(columns) else ""
    return head + "".join(map(lines, rows))


def counted(number: int, noun: str) -> str:
    """`1 row`, `2,000 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def duration(seconds: float) -> str:
    """`0.4s`, `42s`, `3m 20s`, `2h 05m`, `3d 04h`; `-` if unknown (negative or not finite)."""
    if not math.isfinite(seconds) or seconds < 0:
        return "-"
    if seconds < 9.95:
        return f"{seconds:.1f}s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole}s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}m {rest:02d}s"
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return f"{hours}h {minutes:02d}m"
    return f"{hours // 24}d {hours % 24:02d}h"


def count(number: float) -> str:
    """`950`, `12.3k`, `4.56M`, `1.20G`: three significant digits, for rates and sizes."""
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if number >= 0.9995 * size:
            scaled = number / size
            return f"{scaled:.{2 if scaled < 9.995 else 1 if scaled < 99.95 else 0}f}{unit}"
    return f"{number:.0f}"
