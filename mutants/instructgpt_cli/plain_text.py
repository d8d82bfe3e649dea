"""Text for places that are no terminal: cells, aligned tables, durations, numbers."""

import math
import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from operator import itemgetter

# Control characters could move the cursor or colour the screen; bidirectional overrides could reorder it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

NARROWEST_PROSE = 16
"""Columns of a terminal in which a text may be folded."""

_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(\.[0-9]+)?(e[-+]?[0-9]+)?[%kMG]?|-?inf|nan")


def printable(text: str) -> str:
    """`text` with control characters spelt out; newlines and tabs stay."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def cell(value: str | int | float | None) -> str:
    """One value of a table, on one line."""
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
    """Whether a column of cells holds numbers and nothing else, dashes and gaps aside."""
    filled = [text for text in cells if text not in ("", "-")]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)


def width(text: str) -> int:
    """How many columns `text` takes on a terminal: 2 for a Chinese character, 0 for a combining mark."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def fold(text: str, columns: int, indent: str) -> str:
    """`text` broken between words so that no line is wider than `columns`, the further lines behind `indent`. What is
    longer than a line, such as a path, stays in one piece to be copied; 0 columns break nothing."""
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


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool], room: int = 0) -> str:
    """Columns two spaces apart, under a header and a rule unless no column has a name. No line ends in a space.

    One that is wider than `room` (0: any width will do) is set otherwise, never with a word broken: prose in the last
    column is folded; columns that do not fit come below the others, under the first column once more; and where that
    one takes most of the room, as a path does, each row is a few lines.
    """
    widths = _widths(columns, rows)
    if not room or len(columns) < 2 or sum(widths) + 2 * len(widths) - 2 <= room:
        return _grid(columns, rows, right)
    left = room - sum(wide + 2 for wide in widths[:-1])
    if not right[-1] and left >= NARROWEST_PROSE < widths[-1]:
        return _grid(columns, [[*row[:-1], fold(row[-1], left, "")] for row in rows], right)
    if any(columns) and widths[0] > room // 2:
        return "".join(_record(columns, row, room) for row in rows)
    picks = [itemgetter(*group) for group in _groups(widths, room)]
    return "\n".join(_grid(pick(columns), [pick(row) for row in rows], pick(right)) for pick in picks)


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    everything = [columns, *rows]
    return [max(width(line) for row in everything for line in row[i].split("\n")) for i in range(len(columns))]


def _groups(widths: Sequence[int], room: int) -> list[list[int]]:
    """Which columns stand side by side: the first, and of the others as many as fit."""
    groups = [[0]]
    for place in range(1, len(widths)):
        taken = sum(widths[i] + 2 for i in groups[-1])
        if len(groups[-1]) > 1 and taken + widths[place] > room:
            groups.append([0])
        groups[-1].append(place)
    return groups


def _record(columns: Sequence[str], row: Sequence[str], room: int) -> str:
    """One row: its first cell, and below it the others after the names of their columns."""
    lines, line = [row[0]], ""
    for name, text in zip(columns[1:], row[1:], strict=True):
        piece = f"  {name} {text}"
        if line and width(line) + width(piece) > room:
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
    """`0.4s`, `42s`, `3m 20s`, `2h 05m`, `3d 04h`; `-` where it is not known."""
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
    """`950`, `12.3k`, `4.56M`, `1.20G`: three significant digits, for rates and sizes that change all the time."""
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if number >= 0.9995 * size:
            scaled = number / size
            return f"{scaled:.{2 if scaled < 9.995 else 1 if scaled < 99.95 else 0}f}{unit}"
    return f"{number:.0f}"
