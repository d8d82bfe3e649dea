"""What a misspelt word was meant to be."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if one is like it."""
    import difflib  # noqa: PLC0415 - only a mistake needs it, and help must start fast

    return next(iter(difflib.get_close_matches(word, list(known), 1)), None)
