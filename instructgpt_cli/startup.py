"""Imports at the least cost: `import typer` is most of what `--help` takes, and a quarter of it can be saved.

benchmarks/startup.py measures it.
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
    """Within, what is seldom used is deferred, and no garbage is looked for: imports make next to none."""
    for name in SELDOM_USED:
        if name not in sys.modules and (spec := find_spec(name)):
            sys.modules[name] = module_from_spec(spec)
            sys.modules[name].__class__ = Deferred
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # else the next collection would go through all that was imported
            gc.enable()
