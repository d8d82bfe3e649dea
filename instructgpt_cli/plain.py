"""Text for places that are no terminal: cells, aligned tables, durations, numbers."""

import math
import re
import unicodedata
from collections.abc import Sequence

# Control characters could move the cursor or colour the screen; bidirectional overrides could reorder it.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

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


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Columns two spaces apart, under a header and a rule unless no column has a name. No line ends in a space."""
    everything = [list(columns), *rows]
    widths = [max(width(row[i]) for row in everything) for i in range(len(columns))]

    def line(row: Sequence[str]) -> str:
        padded = []
        for text, wide, to_right in zip(row, widths, right, strict=True):
            gap = " " * (wide - width(text))
            padded.append(gap + text if to_right else text + gap)
        return "  ".join(padded).rstrip() + "\n"

    head = f"{title}\n" if title else ""
    if any(columns):
        head += line(columns) + line(["-" * wide for wide in widths])
    return head + "".join(line(row) for row in rows)


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
