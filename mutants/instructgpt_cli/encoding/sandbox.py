"""The sandbox that chat templates run in: no way to Python's internals, bounds on time and on the size of texts."""

import contextlib
import json
import re
import signal
import threading
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from jinja2 import Environment, TemplateError, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

MAX_TEXT_CHARS = 100_000_000
MAX_SECONDS = 10.0
_DICT_METHODS = frozenset(dir(dict))
_WIDE = re.compile(r"%[^a-zA-Z%]*(\d{5}|\*)")  # '%99999d': a field of any width
# What Jinja's sandbox lets through in any case; `format` can reach Python's internals.
_TEXT_METHODS = frozenset(name for name in dir(str) if not name.startswith(("_", "format")))
_LOOP_NAMES = frozenset(name for name in dir(LoopContext) if not name.startswith("_"))
_MISSING = object()
_PLAIN = "plain text"  # a filter whose name no template can write
_holds_alarm = False  # whether the process's alarm is ours at the moment


class TimeOutError(BaseException):
    """Raised by the alarm; no template or filter can catch it."""


@contextlib.contextmanager
def alarm() -> Iterator[bool]:
    """The alarm of many `TimeLimit`s, which takes as long to set up as a short text takes to render; whether there is
    one. The caller's own alarm goes on afterwards."""
    global _holds_alarm
    if not _on_main_thread() or not hasattr(signal, "setitimer"):
        yield False
        return
    if _holds_alarm:
        yield True
        return
    rest, interval = signal.setitimer(signal.ITIMER_REAL, 0)
    before = signal.signal(signal.SIGALRM, _on_alarm)
    _holds_alarm = True
    try:
        yield True
    finally:
        _holds_alarm = False
        signal.signal(signal.SIGALRM, before)
        if rest:
            signal.setitimer(signal.ITIMER_REAL, rest, interval)


class TimeLimit:
    """Interrupts its block after MAX_SECONDS. Off the main thread: no limit."""

    def __enter__(self) -> None:
        self._own = None if _holds_alarm else alarm()
        self._is_set = self._own.__enter__() if self._own else _on_main_thread()
        if self._is_set:
            signal.setitimer(signal.ITIMER_REAL, MAX_SECONDS)

    def __exit__(self, *fault: object) -> None:
        if self._is_set:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if self._own:
            self._own.__exit__(None, None, None)


def _on_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _on_alarm(number: int, frame: object) -> None:
    raise TimeOutError


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with the operators that can make a text of any size bounded."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As Jinja does it; the commonest cases, such as a key of a message, without its detours."""
        kind = type(obj)
        if kind is dict and attribute not in _DICT_METHODS:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if (kind is str and attribute in _TEXT_METHODS) or (kind is LoopContext and attribute in _LOOP_NAMES):
            return getattr(obj, attribute)
        if kind is _SafeNamespace and not attribute.startswith("_"):
            found = getattr(obj, attribute, _MISSING)
            return super().getattr(obj, attribute) if found is _MISSING else found
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            if isinstance(left, str) and isinstance(right, str):
                if len(left) + len(right) > MAX_TEXT_CHARS:
                    raise SecurityError("the template makes a text that is too large")
                return left + right
        elif operator == "*":
            sizes = [len(side) for side in (left, right) if isinstance(side, str | list | tuple)]
            times = [side for side in (left, right) if isinstance(side, int)]
            if sizes and times and sizes[0] * times[0] > MAX_TEXT_CHARS:
                raise SecurityError("the template makes a text that is too large")
        elif operator == "%":
            if isinstance(left, str) and _WIDE.search(left):
                raise SecurityError("the template makes a text that is too large")
        elif isinstance(right, int) and right > 1000:
            raise SecurityError("the template computes a number that is too large")
        return super().call_binop(context, operator, left, right)


class ConcatAsAdd(NodeTransformer):
    """`a ~ b` as the sum of both texts, which the sandbox bounds.

    Jinja's own `string` filter leaves a text from `safe` marked as safe, and a sum with one escapes the other side.
    """

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        texts = [nodes.Filter(part, _PLAIN, [], [], None, None, lineno=node.lineno) for part in node.nodes]
        total: nodes.Expr = texts[0]
        for text in texts[1:]:
            total = nodes.Add(total, text, lineno=node.lineno)
        return total


class _GenerationTag(Extension):
    """`{% generation %}` only renders its body: answers are found without these marks, which are often wrong."""

    tags: set[str] = {"generation"}  # noqa: RUF012  (Jinja's own declaration)

    def parse(self, parser: Parser) -> list[nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class _SafeNamespace(Namespace):
    """Jinja's namespace without underscored names, which could reach Python's internals."""

    def __init__(*args: Any, **values: Any) -> None:
        merged = dict(*args[1:], **values)
        for name in merged:
            _refuse_underscore(name)
        Namespace.__init__(args[0], merged)

    def __setitem__(self, name: str, value: Any) -> None:
        _refuse_underscore(name)
        super().__setitem__(name, value)


def _refuse_underscore(name: object) -> None:
    if isinstance(name, str) and name.startswith("_"):
        raise SecurityError(f"a template may not set the attribute {name!r}")


def environment() -> Environment:
    """A Jinja environment with what Transformers offers to templates."""
    made = _Sandbox(trim_blocks=True, lstrip_blocks=True, extensions=[_GenerationTag, loopcontrols])
    made.filters["tojson"] = _tojson
    made.filters[_PLAIN] = _plain
    made.globals.update(raise_exception=_raise_exception, strftime_now=datetime.now().strftime)
    made.globals.update(namespace=_SafeNamespace, dict=_make_dict)
    return made


def _tojson(
    value: Any,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def _plain(value: object) -> str:
    """The text of a value, no subclass of str: what Jinja's `~` joins."""
    return str.__str__(str(value))


def _make_dict(*args: Any, **values: Any) -> dict[Any, Any]:
    return dict(*args, **values)


def _raise_exception(message: object) -> None:
    raise TemplateError(str(message))
