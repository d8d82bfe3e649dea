"""PEFT and bitsandbytes, imported without optional packages that cost seconds or run code from the Hub."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from instructgpt_cli.errors import UsageError
from instructgpt_cli.system.library_errors import first_line

INSTALL = "Install it: pip install bitsandbytes"


def import_peft() -> Any:
    """PEFT. If bitsandbytes is installed, PEFT would import it for layers that are not used here."""
    if "peft" not in sys.modules:
        with _hidden("bitsandbytes", "kernels"):
            import peft.import_utils  # noqa: PLC0415 - few runs need it

            for is_available in (peft.import_utils.is_bnb_available, peft.import_utils.is_bnb_4bit_available):
                is_available()  # PEFT caches the answer
    return sys.modules["peft"]


def import_bitsandbytes() -> Any:
    """`bitsandbytes.functional`. Raises `UsageError` if it is not installed or cannot be imported.

    If the package `kernels` is installed, bitsandbytes would download a CPU kernel from the Hub and run it.
    """
    silenced = logging.root.manager.disable
    logging.disable(logging.WARNING)  # about that kernel
    try:
        with _hidden("kernels"):
            import bitsandbytes.functional as functional  # noqa: PLC0415 - only 4-bit weights need it
    except ImportError as error:
        if find_spec("bitsandbytes") is None:
            raise UsageError("nf4 weights need bitsandbytes, which is not installed", INSTALL) from None
        raise UsageError(f"nf4 weights need bitsandbytes, which cannot be imported: {first_line(error)}") from None
    except (OSError, RuntimeError) as error:
        raise UsageError(f"nf4 weights need bitsandbytes, which cannot be imported: {first_line(error)}") from None
    finally:
        logging.disable(silenced)
    return functional


@contextmanager
def _hidden(*names: str) -> Iterator[None]:
    """Make the named packages appear not installed, unless they are imported already."""
    hidden: dict[str, ModuleType | None] = {name: None for name in names if name not in sys.modules}
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None makes `import` fail
    modules.update(hidden)
    try:
        yield
    finally:
        for name in hidden:
            modules.pop(name, None)
