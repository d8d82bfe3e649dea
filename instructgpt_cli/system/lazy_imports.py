"""Cheaper imports. They are most of the time of `--help` (benchmarks/startup.py), and of the time to a small model's
first step (benchmarks/train.py).
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

# Typer imports these but needs them only for completion, or not at all: each is loaded on first use of an attribute.
# importlib's LazyLoader does not do: under Python 3.11 a second `import` of the module loads it.
SELDOM_USED = ("subprocess", "ipaddress", "tokenize")
_loading = RLock()


class Deferred(ModuleType):
    """A module that loads itself, in place, when its first attribute is read."""

    def __getattr__(self, name: str) -> object:
        with _loading:  # a second thread waits until the module is loaded
            if type(self) is Deferred and self.__spec__ is not None and self.__spec__.loader is not None:
                self.__spec__.loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment] # an ordinary module from here on
        return getattr(self, name)


@contextmanager
def light_imports() -> Iterator[None]:
    """Inside, `SELDOM_USED` modules are deferred and garbage collection is off."""
    for name in SELDOM_USED:
        if name not in sys.modules and (spec := find_spec(name)):
            sys.modules[name] = module_from_spec(spec)
            sys.modules[name].__class__ = Deferred
    with uncollected():
        yield


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside, garbage collection is off, for imports: they create hardly any garbage.

    What they created (half a million objects with torch and Transformers) is exempt from later collections.
    """
    collecting, known = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:  # otherwise unrelated garbage would be kept forever
            gc.freeze()
        if collecting:
            gc.enable()
