"""Imports at the least cost: they are most of what `--help` takes, and of the time to a small model's first step.

benchmarks/startup.py measures the former, benchmarks/train.py the latter.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

# Typer imports these and needs them only for completion, or not at all: each is loaded when first asked for something.
# Not by importlib's LazyLoader: under Python 3.11 a second `import` of the module is enough to make it load.
SELDOM_USED = ("subprocess", "ipaddress", "tokenize")
_loading = RLock()


class Deferred(ModuleType):
    """A module that loads itself, in place, when its first attribute is asked for."""

    def __getattr__(self, name: str) -> object:
        with _loading:  # a second thread waits until the module is whole
            if type(self) is Deferred and self.__spec__ is not None and self.__spec__.loader is not None:
                self.__spec__.loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment] # an ordinary module from now on
        return getattr(self, name)


@contextmanager
def light_imports() -> Iterator[None]:
    """Within, what is seldom used is deferred, and no garbage is looked for."""
    for name in SELDOM_USED:
        if name not in sys.modules and (spec := find_spec(name)):
            sys.modules[name] = module_from_spec(spec)
            sys.modules[name].__class__ = Deferred
    with uncollected():
        yield


@contextmanager
def uncollected() -> Iterator[None]:
    """For imports, which make next to no garbage: within, none is looked for, and what they made is not looked through
    again afterwards: with torch and Transformers, half a million objects."""
    collecting, known = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:  # else garbage that is there for other reasons would be kept for good
            gc.freeze()
        if collecting:
            gc.enable()
