"""Warnings that Transformers logs while loading a model, collected: only the console writes to the terminal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from transformers.utils import logging as transformers_logging

# Without effect on the result, or reported in this project's own words.
_IGNORED = ("LOAD REPORT", "will NOT tie", "deprecated", "falling back", "faster", "slower")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = " ".join(record.getMessage().split())
        if text not in self.warnings and not any(words in text for words in _IGNORED):
            self.warnings.append(text)


@contextmanager
def collected() -> Iterator[list[str]]:
    """Collect the library's warnings, each once, in the list that is yielded instead of printing them to stderr."""
    verbosity = transformers_logging.get_verbosity()
    collector = _Collector()
    transformers_logging.set_verbosity_warning()
    transformers_logging.disable_default_handler()
    transformers_logging.add_handler(collector)
    try:
        yield collector.warnings
    finally:
        transformers_logging.remove_handler(collector)
        transformers_logging.enable_default_handler()
        transformers_logging.set_verbosity(verbosity)
