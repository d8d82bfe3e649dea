"""How the rows of a source are interpreted, and which of their columns and keys of turns are not used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from instructgpt_cli.data.columns import listed
from instructgpt_cli.data.types import Layout, Row

MOST_NAMES = 1000
"""Limit of counted names: each row may have columns of its own."""


@dataclass(slots=True)
class Reading:
    """Counts of rows with columns: by layout, by unused column, by unread key of a turn, and by advice about those."""

    rows: int = 0
    layouts: dict[str, int] = field(default_factory=dict)
    unused: dict[str, int] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    advice: dict[str, int] = field(default_factory=dict)

    def note(self, layout: Layout | None, unread: Iterable[str] = ()) -> None:
        """Count one row; `unread` are the keys of its turns that are not read."""
        if layout is not None:
            self.rows += 1
            _count(self.unread, unread)
            _count(self.layouts, (layout.words,))
            _count(self.unused, layout.unused)
            _count(self.advice, layout.advice)

    def add(self, later: "Reading") -> None:
        """Add the counts of later rows."""
        self.rows += later.rows
        for name in ("layouts", "unused", "unread", "advice"):
            _merge(getattr(self, name), getattr(later, name))

    def layout(self) -> str:
        """How the columns are interpreted, with numbers of rows if there are several layouts."""
        if len(self.layouts) == 1:
            return next(iter(self.layouts))
        return "; ".join(f"{words} ({_rows(count)})" for words, count in self.layouts.items())

    def not_used(self) -> str:
        """The unused columns and unread keys, with numbers of rows if not all have them; empty if there are none."""
        columns = listed(tuple(self.unused), self._some(self.unused))
        if self.advice:
            columns += f" ({'; '.join(self.advice)})"
        turns = listed(tuple(self.unread), self._some(self.unread))
        return "; ".join(part for part in (columns, f"of the turns {turns}" if turns else "") if part)

    def _some(self, counts: Mapping[str, int]) -> dict[str, str]:
        """The number of rows, for names that only some rows have."""
        return {name: f" ({_rows(count)})" for name, count in counts.items() if count < self.rows}


def reading_of(rows: Iterable[Row]) -> Reading:
    """The `Reading` of rows that have not been encoded."""
    reading = Reading()
    for row in rows:
        reading.note(row.layout)
    return reading


def _count(counts: dict[str, int], names: Iterable[str]) -> None:
    for name in names:
        if name in counts or len(counts) < MOST_NAMES:
            counts[name] = counts.get(name, 0) + 1


def _merge(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for name, count in more.items():
        if name in counts or len(counts) < MOST_NAMES:
            counts[name] = counts.get(name, 0) + count


def _rows(count: int) -> str:
    return f"{count:,} row{'s' * (count != 1)}"
