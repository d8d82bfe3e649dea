"""Chat templates: which one a recipe selects, and rendering it in a sandbox with limits on time and size.

A template gets what Transformers passes to it (`messages`, `tools`, `add_generation_prompt`, the special tokens,
`raise_exception`, `strftime_now`), so the text is what any server renders from the same model folder.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError

from instructgpt_cli.data.types import Refusal
from instructgpt_cli.encoding import sandbox, template_source, template_variables
from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.recipe.data_schema import Tokenizer
from instructgpt_cli.suggest import nearest

MAX_TEMPLATE_CHARS = 1_000_000
DEFAULT = "default"
REASONING_KEYS = ("reasoning_content", "thinking", "reasoning")


class RenderError(Exception):
    """The template refused a conversation or failed on it; the message says why."""


def names() -> list[str]:
    """The names of the shipped templates."""
    folder = resources.files("instructgpt_cli.encoding") / "templates"
    return sorted(entry.name.removesuffix(".jinja") for entry in folder.iterdir() if entry.name.endswith(".jinja"))


def load(name: str) -> str:
    """The text of a shipped template; `name` is one of `names()`."""
    return (resources.files("instructgpt_cli.encoding") / "templates" / f"{name}.jinja").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Templates:
    """The chat templates of a tokenizer by name; Transformers uses `tool_use`, if there is one, for conversations with
    tools."""

    by_name: Mapping[str, str]

    @property
    def default(self) -> str:
        return self.by_name[DEFAULT]

    @property
    def tool_use(self) -> str | None:
        return self.by_name.get("tool_use")

    def saved(self) -> str | dict[str, str]:
        """As Transformers stores them on a tokenizer."""
        return self.default if len(self.by_name) == 1 else dict(self.by_name)


def resolve(spec: str | None, tokenizer: Any, variables: Mapping[str, Any] | None = None) -> Templates:
    """The templates that `tokenizer.chat_template` of a recipe selects.

    `spec` is a name, a path to a Jinja file, or the text itself, used for all rows; None is the tokenizer's own, or
    `plain` if it has none. `variables` become defaults in every template that reads them.

    Raises `UsageError` if a template or variable of the recipe, `ModelError` if the tokenizer's own template is
    missing, too large or not valid Jinja.
    """
    own = getattr(tokenizer, "chat_template", None) or {}
    own = own if isinstance(own, dict) else {DEFAULT: own}
    if spec is not None:
        found = {DEFAULT: own[spec] if spec in own else _from_recipe(spec, own)}
        if fault := _fault(found[DEFAULT]):
            raise UsageError(f"tokenizer.chat_template: {fault}", "Expected a Jinja chat template.")
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
    """The tokenizer's own templates, checked."""
    if not own:
        return {DEFAULT: load("plain")}
    if not own.get(DEFAULT):
        raise ModelError(
            f"the tokenizer has the chat templates {', '.join(sorted(own))} but none called {DEFAULT}",
            "Set tokenizer.chat_template in the recipe to one of these names.",
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
    with suppress(OSError):  # too long for a file name
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
    raise UsageError(f"tokenizer.chat_template: {spec}: not a template name, a file path or Jinja text", hint)


def _fault(text: str) -> str:
    if len(text) > MAX_TEMPLATE_CHARS:
        return f"{len(text):,} characters is too long for a chat template"
    try:
        sandbox.environment().parse(text)
    except TemplateSyntaxError as error:
        return f"line {error.lineno}: {error.message}"
    except RecursionError:
        return "nested too deeply"
    return ""


class ChatTemplate:
    """A compiled template. Rendering is a pure function of its arguments, and of `day` if the template writes it."""

    def __init__(self, text: str, special_tokens: Mapping[str, Any], day: date | None = None) -> None:
        """`special_tokens` maps names such as `bos_token` to their text: the tokenizer's `special_tokens_map`. `day`
        defaults to today, and does not change later."""
        self.text = text
        day = day or date.today()
        self.day = day if "strftime_now" in text else None
        """The date that the template writes; None if it writes none."""
        self.content_parts = False
        """Whether each content is passed as a list of one part, `[{"type": "text", "text": ...}]`."""
        environment = sandbox.environment()
        environment.globals["strftime_now"] = datetime.combine(day, time()).strftime
        tree = environment.parse(text)
        self.tests_null = template_source.tests_null(tree)
        self.constants = template_source.constants(tree)
        self.compared_constants = template_source.compared_constants(tree)
        self.names = self.constants | {node.attr for node in tree.find_all(nodes.Getattr)}
        """All keys of a message that it reads by name, among other names."""
        self._compiled = environment.from_string(sandbox.ConcatAsAdd().visit(tree))
        # Jinja would merge these again for each rendering, which takes longer than most templates run.
        self._variables = {**self._compiled.globals, **special_tokens, "documents": None}
        self._compiled.globals = {}
        self._special = frozenset(special_tokens)

    def agreeing_setting(self, agrees: "Callable[[ChatTemplate], bool]") -> str:
        """The setting of a variable of the template with which `agrees` is true of it, as advice; empty without one.

        Every variable that it reads is tried with every value that it distinguishes. A `Refusal` counts as false.
        """
        for name in sorted(template_variables.read_by(self.text, self._special)):
            for value in template_variables.values(self.text, name):
                other = copy(self)
                other._variables = {**self._variables, name: value}
                with suppress(Refusal):
                    if agrees(other):
                        return f"{template_variables.KEY}: {{{name}: {json.dumps(value)}}} makes them agree"
        return ""

    def render(self, messages: Sequence[Mapping[str, Any]], tools: Sequence[Any] = (), prompt: bool = False) -> str:
        """The conversation as text, with `prompt` followed by the generation prompt. Raises `RenderError`."""
        given = [_in_parts(message) if self.content_parts else dict(message) for message in messages]
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
            raise RenderError("the template recurses without end") from None
        except MemoryError:
            raise RenderError("the rendered text does not fit into memory") from None
        except sandbox.TimeOutError:
            raise RenderError(f"the template ran for more than {sandbox.MAX_SECONDS:g} s") from None
        except Exception as error:  # template code can raise anything: a wrong type, a missing key, raise_exception()
            raise RenderError(_sentence(error)) from None
        if len(text) > sandbox.MAX_TEXT_CHARS:
            raise RenderError(f"the rendered text is too large ({len(text):,} characters)")
        return text


def as_dict(role: str, content: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """A message as templates expect it: reasoning under each of its usual names, and no null values except the content
    beside tool calls (`call_forms`)."""
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
        return f"it needs the variable `{name[1]}`, which is not set"
    if isinstance(error, TemplateError) and not isinstance(error, SecurityError):
        return text
    return f"{type(error).__name__}: {text}"
