"""Variables that a chat template reads beside the conversation, such as `enable_thinking`: written into its text as
defaults, so that every program that renders it, from a saved model too, has them.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from instructgpt_cli.encoding import sandbox
from instructgpt_cli.errors import UsageError
from instructgpt_cli.suggest import nearest

KEY = "tokenizer.template_variables"
_OF_THE_CONVERSATION = frozenset(("messages", "tools", "documents", "add_generation_prompt"))
_WORDS = frozenset(("yes", "no", "on", "off"))


@lru_cache(maxsize=8)
def read_by(template: str, special_tokens: frozenset[str] = frozenset()) -> frozenset[str]:
    """The variables that a template takes from whoever renders it; `special_tokens` are the names of those texts."""
    environment = sandbox.environment()
    given = {*_OF_THE_CONVERSATION, *environment.globals, *special_tokens}
    return frozenset(_loads(environment.parse(template), set()) - given)


def with_defaults(template: str, variables: Mapping[str, Any]) -> str:
    """The template with these values for what nobody gives it. Twice is as good as once."""
    # One line: `trim_blocks`, which all that render chat templates set, takes the line's end away.
    line = "".join(
        f"{{% if {name} is not defined %}}{{% set {name} = {_literal(value)} %}}{{% endif %}}"
        for name, value in sorted(variables.items())
    )
    return template if not line or template.startswith(f"{line}\n") else f"{line}\n{template}"


def check(variables: Mapping[str, Any], templates: Iterable[str], special_tokens: frozenset[str]) -> None:
    """Raises `UsageError` for variables that none of the templates reads, and for words that are no booleans."""
    texts = list(templates)
    known = frozenset(name for text in texts for name in read_by(text, special_tokens))
    if unread := sorted(variables.keys() - known):
        near = nearest(unread[0], known)
        reads = f"It reads {', '.join(sorted(known))}." if known else "It reads none."
        raise UsageError(
            f"{KEY}.{', '.join(unread)}: the chat template reads no variable of that name",
            f"Did you mean {near}?" if near else reads,
        )
    for name, value in variables.items():
        if isinstance(value, str) and value.lower() in _WORDS and not any(value in values(t, name) for t in texts):
            raise UsageError(
                f"{KEY}.{name}: is the text {value!r}, which the chat template does not know",
                "A boolean is written true or false.",
            )


@lru_cache(maxsize=64)
def values(template: str, name: str) -> list[Any]:
    """What a template may tell apart in a variable: the texts that it compares or sets it to, then both booleans."""
    tree = sandbox.environment().parse(template)
    found: list[Any] = []
    for compare in tree.find_all(nodes.Compare):
        operands = [compare.expr, *(operand.expr for operand in compare.ops)]
        if any(_is(operand, name) for operand in operands):
            found += [text for operand in operands for text in _texts(operand)]
    for assign in tree.find_all(nodes.Assign):
        if _is(assign.target, name) or _is(assign.node, name):
            found += _texts(assign.node)
    return [*dict.fromkeys(found), True, False]


def agreeing(name: str, value: Any) -> str:
    """The setting by which the prompt of an answer and the answer's own beginning agree, in words."""
    return f"{KEY}: {{{name}: {json.dumps(value)}}} makes them agree"


def _loads(node: nodes.Node, known: set[str]) -> set[str]:
    """The names that are read where nothing has set them for certain, in the order of execution; `known` are those set
    so far, and grows. (Jinja's own answer counts each name as read that one branch alone sets.)"""
    if isinstance(node, nodes.Name):
        if node.ctx != "load":
            known.add(node.name)
            return set()
        return set() if node.name in known else {node.name}
    if isinstance(node, nodes.Assign | nodes.AssignBlock):  # the value goes before the name
        value = [node.node] if isinstance(node, nodes.Assign) else node.body
        return _all_loads(value, known) | _loads(node.target, known)
    if isinstance(node, nodes.If):
        bodies = [node.body, *(other.body for other in node.elif_), node.else_]
        branches = [known.copy() for _ in bodies]
        found = _all_loads([node.test, *(other.test for other in node.elif_)], known)
        found.update(*map(_all_loads, bodies, branches))
        known |= set.intersection(*branches)
        return found
    if isinstance(node, nodes.For):
        inner = known | {"loop"}
        found = _loads(node.iter, known) | _loads(node.target, inner)
        return (
            found | _all_loads([node.test] if node.test else [], inner) | _all_loads([*node.body, *node.else_], inner)
        )
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        found = _loads(node.call, known) if isinstance(node, nodes.CallBlock) else set()
        inner = known | {"caller", "varargs", "kwargs"}
        found |= _all_loads(node.defaults, known) | _all_loads([*node.args, *node.body], inner)
        if isinstance(node, nodes.Macro):
            known.add(node.name)
        return found
    return _all_loads(node.iter_child_nodes(), known)


def _all_loads(several: Iterable[nodes.Node], known: set[str]) -> set[str]:
    return {name for node in several for name in _loads(node, known)}


def _is(node: nodes.Node, name: str) -> bool:
    return any(found.name == name for found in (node, *node.find_all(nodes.Name)) if isinstance(found, nodes.Name))


def _texts(node: nodes.Node) -> list[str]:
    constants = (node, *node.find_all(nodes.Const))
    return [found.value for found in constants if isinstance(found, nodes.Const) and isinstance(found.value, str)]


def _literal(value: Any) -> str:
    """A value as Jinja writes it: JSON, but for null."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_literal(str(key))}: {_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return "none" if value is None else json.dumps(value, ensure_ascii=False)
