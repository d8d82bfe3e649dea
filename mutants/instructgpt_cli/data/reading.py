"""What the rows of a source were taken for, and which of their columns and of their turns' keys nothing reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from instructgpt_cli.data.columns import listed
from instructgpt_cli.data.types import Layout, Row

MOST_NAMES = 1000
"""So many names are kept apart: rows may have columns of their own each."""


@dataclass(slots=True)
class Reading:
    """Counts of rows that have columns: by layout, by each column and each key of a turn that is not used, by what is
    said of those."""

    rows: int = 0
    layouts: dict[str, int] = field(default_factory=dict)
    unused: dict[str, int] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    advice: dict[str, int] = field(default_factory=dict)

    def note(self, layout: Layout | None, unread: Iterable[str] = ()) -> None:
        """Counts one row; `unread` are the keys of its turns that nothing reads."""
        if layout is not None:
            self.rows += 1
            _count(self.unread, unread)
            _count(self.layouts, (layout.words,))
            _count(self.unused, layout.unused)
            _count(self.advice, layout.advice)

    def add(self, later: "Reading") -> None:
        """Takes in the counts of the rows that follow."""
        self.rows += later.rows
        for name in ("layouts", "unused", "unread", "advice"):
            _merge(getattr(self, name), getattr(later, name))

    def layout(self) -> str:
        """What the columns are taken for; with the number of rows where not all are laid out alike."""
        if len(self.layouts) == 1:
            return next(iter(self.layouts))
        return "; ".join(f"{words} ({_rows(count)})" for words, count in self.layouts.items())

    def not_used(self) -> str:
        """The columns and keys that nothing reads, with the number of rows where not all have them; empty where there
        are none."""
        columns = listed(tuple(self.unused), self._some(self.unused))
        if self.advice:
            columns += f" ({'; '.join(self.advice)})"
        turns = listed(tuple(self.unread), self._some(self.unread))
        return "; ".join(part for part in (columns, f"of the turns {turns}" if turns else "") if part)

    def _some(self, counts: Mapping[str, int]) -> dict[str, str]:
        """What is said behind the names that only some rows have."""
        return {name: f" ({_rows(count)})" for name, count in counts.items() if count < self.rows}


def reading_of(rows: Iterable[Row]) -> Reading:
    """The reading of rows that no template has seen."""
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
