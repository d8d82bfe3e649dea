"""A pseudo-terminal in place of a standard stream."""

import os
import pty
import select
import threading
from typing import TextIO


class Terminal:
    """A pseudo-terminal; `text()` is what was written to its `stream`."""

    def __init__(self, columns: int) -> None:
        self.reader, writer = pty.openpty()
        os.environ["COLUMNS"] = str(columns)
        self.stream: TextIO = open(writer, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - a descriptor, closed in text()
        self._seen = b""
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._done = threading.Event()
        self._thread.start()

    def _read(self) -> None:
        while True:
            ready, _, _ = select.select([self.reader], [], [], 0.05)
            if ready:
                try:
                    self._seen += os.read(self.reader, 65536)
                except OSError:
                    return
            elif self._done.is_set():
                return

    def text(self) -> str:
        self.stream.flush()
        self._done.set()
        self._thread.join()
        self.stream.close()
        os.close(self.reader)
        return self._seen.decode("utf-8")
