"""What a chat template's source refers to: its string constants, and how it tests the content of a message."""

import re

from jinja2 import nodes

from instructgpt_cli.encoding import sandbox

# Methods whose string arguments decide what becomes of a content, as do `in` and `==`.
_CONTENT_METHODS = frozenset(
    ("startswith", "endswith", "split", "rsplit", "replace", "find", "rfind", "index", "rindex", "partition")
) | frozenset(("rpartition", "count", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix"))
# <|im_end|>, <｜User｜>, <start_of_turn>, [INST], [/TOOL_RESULTS]
_TOKEN = re.compile(r"<\|[^|<>\s]+\|>|<｜[^｜<>\s]+｜>|<[a-z]+_of_[a-z]+>|\[/?[A-Z]{2,}(?:_[A-Z]+)*\]")


def control_tokens(template: str) -> tuple[str, ...]:
    """The texts in a template that look like control tokens, in order: a tokenizer made for it should have one token
    for each."""
    literals = sandbox.environment().parse(template).find_all(nodes.Const)
    words = (node.value for node in literals if isinstance(node.value, str))
    return tuple(dict.fromkeys(token for text in words for token in _TOKEN.findall(text)))


def constants(tree: nodes.Template) -> frozenset[str]:
    """All string constants that are not empty."""
    return frozenset(node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str) and node.value)


def compared_constants(tree: nodes.Template) -> frozenset[str]:
    """The string constants that a content is likely compared with or split at.

    Identifiers are left out: `'content' in message` tests for a key, not for a word.
    """
    found: set[str] = set()
    for compare in tree.find_all(nodes.Compare):
        operands = [compare.expr, *(operand.expr for operand in compare.ops)]
        found.update(text for operand in operands for text in _texts(operand))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in _CONTENT_METHODS:
            found.update(text for argument in call.args for text in _texts(argument))
    for use in tree.find_all(nodes.Filter):
        if use.name == "replace":
            found.update(text for argument in use.args[:1] for text in _texts(argument))
    for assign in tree.find_all(nodes.Assign):
        found.update(text for text in _texts(assign.node) if len(text) > 2 and not text.isspace())
    # A template that looks for the end of a thought also removes its beginning.
    found |= {text[0] + text[2:] for text in found if text[:2] in ("</", "[/")}
    return frozenset(text for text in found if text and not text.isidentifier())


def tests_null(tree: nodes.Template) -> bool:
    """Whether a template distinguishes a null content from an empty one."""
    return any(test.name == "none" and _is_content(test.node) for test in tree.find_all(nodes.Test))


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
