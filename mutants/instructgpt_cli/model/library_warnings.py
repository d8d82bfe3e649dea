"""What Transformers has to say of a model while it loads it: collected, for the console is the only writer."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from transformers.utils import logging as transformers_logging

# Of no consequence for what is computed, or told in the project's own words.
_LEFT_OUT = ("LOAD REPORT", "will NOT tie", "deprecated", "falling back", "faster", "slower")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = " ".join(record.getMessage().split())
        if text not in self.said and not any(words in text for words in _LEFT_OUT):
            self.said.append(text)


@contextmanager
def collected() -> Iterator[list[str]]:
    """Within, the library's warnings go to the list instead of stderr."""
    heard = transformers_logging.get_verbosity()
    collector = _Collector()
    transformers_logging.set_verbosity_warning()
    transformers_logging.disable_default_handler()
    transformers_logging.add_handler(collector)
    try:
        yield collector.said
    finally:
        transformers_logging.remove_handler(collector)
        transformers_logging.enable_default_handler()
        transformers_logging.set_verbosity(heard)
