"""Chat templates: which one a recipe means, and rendering it in a sandbox with bounds on time and size.

A template sees what Transformers shows it (`messages`, `tools`, `add_generation_prompt`, the special tokens' texts,
`raise_exception`, `strftime_now`), so the text is the one that any server renders from the same folder.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError

from instructgpt_cli.encoding import sandbox, template_variables
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.recipe.schema import Tokenizer
from instructgpt_cli.suggest import nearest

MAX_TEMPLATE_CHARS = 1_000_000
DEFAULT = "default"
# Methods whose string arguments decide what becomes of a content, beside `in` and `==`.
_CONTENT_METHODS = frozenset(
    ("startswith", "endswith", "split", "rsplit", "replace", "find", "rfind", "index", "rindex", "partition")
) | frozenset(("rpartition", "count", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix"))
# <|im_end|>, <｜User｜>, <start_of_turn>, [INST], [/TOOL_RESULTS]
_TOKEN = re.compile(r"<\|[^|<>\s]+\|>|<｜[^｜<>\s]+｜>|<[a-z]+_of_[a-z]+>|\[/?[A-Z]{2,}(?:_[A-Z]+)*\]")
REASONING_KEYS = ("reasoning_content", "thinking", "reasoning")


class RenderError(Exception):
    """The template refused a conversation, or failed on it; the text says why."""


def names() -> list[str]:
    """The templates that come with the package."""
    folder = resources.files("instructgpt_cli.encoding") / "templates"
    return sorted(entry.name.removesuffix(".jinja") for entry in folder.iterdir() if entry.name.endswith(".jinja"))


def load(name: str) -> str:
    """The text of a shipped template; `name` is one of `names()`."""
    return (resources.files("instructgpt_cli.encoding") / "templates" / f"{name}.jinja").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Templates:
    """What a tokenizer renders conversations by: a template, or several by name, of which Transformers takes `tool_use`
    for those with tools."""

    by_name: Mapping[str, str]

    @property
    def default(self) -> str:
        return self.by_name[DEFAULT]

    @property
    def tool_use(self) -> str | None:
        return self.by_name.get("tool_use")

    def saved(self) -> str | dict[str, str]:
        """As Transformers keeps them on a tokenizer."""
        return self.default if len(self.by_name) == 1 else dict(self.by_name)


def resolve(spec: str | None, tokenizer: Any, variables: Mapping[str, Any] | None = None) -> Templates:
    """The templates that `tokenizer.chat_template` of a recipe means: a name, a path to a Jinja file, or the text
    itself, for all rows; None is the tokenizer's own, or `plain` where it has none. `variables` become defaults in all
    that read them.

    Raises `UsageError` for a template or variable of the recipe and `ModelError` for the tokenizer's template when it
    is missing, too large or not Jinja.
    """
    own = getattr(tokenizer, "chat_template", None) or {}
    own = own if isinstance(own, dict) else {DEFAULT: own}
    if spec is not None:
        found = {DEFAULT: own[spec] if spec in own else _from_recipe(spec, own)}
        if fault := _fault(found[DEFAULT]):
            raise UsageError(f"tokenizer.chat_template: {fault}", "It must be a Jinja chat template.")
    else:
        found = _own(own)
    special = frozenset(getattr(tokenizer, "special_tokens_map", ()))
    given = variables or {}
    template_variables.check(given, found.values(), special)
    reads = {name: template_variables.read_by(text, special) if given else () for name, text in found.items()}
    return Templates(
        {
            name: template_variables.with_defaults(text, {k: v for k, v in given.items() if k in reads[name]})
            for name, text in found.items()
        }
    )


def of_recipe(settings: Tokenizer, tokenizer: Any) -> Templates:
    """The templates of a recipe's `tokenizer` section."""
    return resolve(settings.chat_template, tokenizer, settings.template_variables)


def _own(own: Mapping[str, str]) -> dict[str, str]:
    """The tokenizer's, checked."""
    if not own:
        return {DEFAULT: load("plain")}
    if not own.get(DEFAULT):
        raise ModelError(
            f"the tokenizer has the chat templates {', '.join(sorted(own))} and none called {DEFAULT}",
            "Set tokenizer.chat_template in the recipe to the name of one.",
        )
    for name, text in own.items():
        if fault := _fault(text):
            which = "the tokenizer's chat template" + (f" {name}" if name != DEFAULT else "")
            raise ModelError(f"{which}: {fault}", "Set tokenizer.chat_template in the recipe to replace it.")
    return dict(own)


def _from_recipe(spec: str, own: Mapping[str, str]) -> str:
    if spec in names():
        return load(spec)
    if "{{" in spec or "{%" in spec or "\n" in spec:
        return spec
    file = Path(spec)
    is_file = False
    with suppress(OSError):  # a name too long to be one
        is_file = file.is_file()
    if is_file:
        try:
            if file.stat().st_size > 4 * MAX_TEMPLATE_CHARS:
                raise UsageError(f"tokenizer.chat_template: {spec}: the file is too large for a chat template")
            return file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"tokenizer.chat_template: {spec}: cannot be read as UTF-8 text: {error}") from None
    near = nearest(spec, [*names(), *own])
    hint = f"Did you mean {near}?" if near else f"Shipped templates: {', '.join(names())}."
    raise UsageError(f"tokenizer.chat_template: {spec}: neither a template's name nor a file nor a Jinja text", hint)


def _fault(text: str) -> str:
    if len(text) > MAX_TEMPLATE_CHARS:
        return f"{len(text):,} characters is too large for a chat template"
    try:
        sandbox.environment().parse(text)
    except TemplateSyntaxError as error:
        return f"line {error.lineno}: {error.message}"
    except RecursionError:
        return "it is nested too deeply"
    return ""


def tokens(template: str) -> tuple[str, ...]:
    """The texts in a template that are written as control tokens are, in their order: what a tokenizer made for it
    should have as one token each."""
    constants = sandbox.environment().parse(template).find_all(nodes.Const)
    words = (node.value for node in constants if isinstance(node.value, str))
    return tuple(dict.fromkeys(token for text in words for token in _TOKEN.findall(text)))


class ChatTemplate:
    """A compiled template. Rendering is a pure function of its arguments and of `day`, where the template writes it."""

    def __init__(self, text: str, special_tokens: Mapping[str, Any], day: date | None = None) -> None:
        """`special_tokens` maps names such as `bos_token` to their text: the tokenizer's `special_tokens_map`. Without
        `day` it is today, for good."""
        self.text = text
        day = day or date.today()
        self.day = day if "strftime_now" in text else None
        """The day that the template writes; None where it writes none."""
        self.parts = False
        """Whether the template is given each content as a list of one part, `[{"type": "text", "text": ...}]`."""
        environment = sandbox.environment()
        environment.globals["strftime_now"] = datetime.combine(day, time()).strftime
        tree = environment.parse(text)
        self.tests_null = any(test.name == "none" and _is_content(test.node) for test in tree.find_all(nodes.Test))
        """Whether it tells a content that is null from an empty one."""
        self.decisive, self.constants = _constants(tree)
        self.names = self.constants | {node.attr for node in tree.find_all(nodes.Getattr)}
        """All keys of a message that it asks for by their names."""
        self._compiled = environment.from_string(sandbox.ConcatAsAdd().visit(tree))
        # Jinja would put these together anew for each rendering, in more time than most templates run.
        self._variables = {
            **self._compiled.globals,
            **special_tokens,
            "documents": None,
        }
        self._compiled.globals = {}  # they are in there, and need not be gone through for each rendering
        self._special = frozenset(special_tokens)

    def others(self) -> "Iterator[tuple[str, Any, ChatTemplate]]":
        """The template with one variable set, for each that it reads and each value that it may tell apart."""
        for name in sorted(template_variables.read_by(self.text, self._special)):
            for value in template_variables.values(self.text, name):
                other = copy(self)
                other._variables = {**self._variables, name: value}
                yield name, value, other

    def render(self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Any] = (), prompt: bool = False) -> str:
        """The conversation as text; with `prompt`, up to where the next answer begins. Raises `RenderError`."""
        given = [_in_parts(message) if self.parts else dict(message) for message in messages]
        try:
            with sandbox.TimeLimit():
                variables = {
                    **self._variables,
                    "messages": given,
                    "tools": list(tools) or None,
                    "add_generation_prompt": prompt,
                }
                context = self._compiled.new_context(variables, shared=True)
                text = "".join(self._compiled.root_render_func(context))
        except RecursionError:
            raise RenderError("the template calls itself without end") from None
        except MemoryError:
            raise RenderError("the template makes a text that does not fit into memory") from None
        except sandbox.TimeOutError:
            raise RenderError(f"the template ran for more than {sandbox.MAX_SECONDS:g} s") from None
        except Exception as error:  # template code can raise anything: a wrong type, a missing key, raise_exception()
            raise RenderError(_sentence(error)) from None
        if len(text) > sandbox.MAX_TEXT_CHARS:
            raise RenderError(f"the template makes a text of {len(text):,} characters")
        return text


def as_dict(role: str, content: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """A message as templates expect it: reasoning under each of its customary names, and no null values but the content
    of calls (`call_forms`)."""
    message = {"role": role, "content": content, **extra} if extra else {"role": role, "content": content}
    if not extra:
        return message
    message = {key: value for key, value in message.items() if value is not None or key == "content"}
    reasoning = next((message[key] for key in REASONING_KEYS if key in message), None)
    if reasoning is not None:
        message = {"thinking": reasoning, **message, "reasoning_content": reasoning}
    return message


def _in_parts(message: Mapping[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    return {**message, "content": [{"type": "text", "text": content}]} if isinstance(content, str) else dict(message)


def _sentence(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, UndefinedError) and (name := re.fullmatch(r"'(\w+)' is undefined", text)):
        return f"it needs the variable `{name[1]}`, which is not given"
    if isinstance(error, TemplateError) and not isinstance(error, SecurityError):
        return text
    return f"{type(error).__name__}: {text}"


def _constants(tree: nodes.Template) -> tuple[frozenset[str], frozenset[str]]:
    """String constants that a content is likely compared with or split at, and all string constants.

    Identifiers are left out of the first: `'content' in message` asks for a key, not for a word.
    """
    everything = frozenset(
        node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str) and node.value
    )
    decisive: set[str] = set()
    for compare in tree.find_all(nodes.Compare):
        operands = [compare.expr, *(operand.expr for operand in compare.ops)]
        decisive.update(text for operand in operands for text in _texts(operand))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in _CONTENT_METHODS:
            decisive.update(text for argument in call.args for text in _texts(argument))
    for use in tree.find_all(nodes.Filter):
        if use.name == "replace":
            decisive.update(text for argument in use.args[:1] for text in _texts(argument))
    for assign in tree.find_all(nodes.Assign):
        decisive.update(text for text in _texts(assign.node) if len(text) > 2 and not text.isspace())
    # A template that looks for the end of a thought leaves out its beginning too.
    decisive |= {text[0] + text[2:] for text in decisive if text[:2] in ("</", "[/")}
    return frozenset(text for text in decisive if text and not text.isidentifier()), everything


def _is_content(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getitem):
        return isinstance(node.arg, nodes.Const) and node.arg.value == "content"
    name = node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else ""
    return name == "content"


def _texts(node: nodes.Node) -> list[str]:
    if isinstance(node, nodes.Const):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, nodes.Tuple | nodes.List):
        return [text for item in node.items for text in _texts(item)]
    return []
