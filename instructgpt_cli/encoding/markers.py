"""Text split into units - likely control tokens, white space, words - to compare what a template writes."""

import re
from collections.abc import Iterator

# Looks like one control token, whether or not the tokenizer has it.
TOKEN = r"<[^<>\s]{1,40}>|\[/?[A-Z_]{2,30}\]"
_UNIT = re.compile(rf"({TOKEN})|\s+|[^\s<\[]+|.", re.DOTALL)
_ENDS_WITH_TOKEN = re.compile(rf"(?:{TOKEN})$")


def common_prefix(left: str, right: str) -> str:
    """The longest common prefix made of whole units."""
    at = 0
    for one, other in zip(_UNIT.finditer(left), _UNIT.finditer(right), strict=False):
        if one[0] != other[0]:
            break
        at = one.end()
    return left[:at]


def leading_tokens(text: str) -> str:
    """The prefix made of white space and token-like units: words after it may belong to the next header."""
    at = 0
    for unit in _UNIT.finditer(text):
        if not (unit[1] or unit[0].isspace()):
            break
        at = unit.end()
    return text[:at]


def through_first_token(text: str) -> str:
    """Everything up to the end of the first token-like unit; empty without one."""
    return next((text[: unit.end()] for unit in _UNIT.finditer(text) if unit[1]), "")


def tokens(text: str) -> Iterator[str]:
    """The token-like units in order."""
    return (unit[1] for unit in _UNIT.finditer(text) if unit[1])


def ends_with_token(text: str) -> bool:
    """Whether the last unit of the text is token-like."""
    return _ENDS_WITH_TOKEN.search(text) is not None


def is_separator(text: str) -> bool:
    """Whether the text consists of white space and the characters that separate sections, such as `###`."""
    return re.fullmatch(r"[\s#=*_-]*", text) is not None


def without_openers(marker: str, openers: frozenset[str]) -> str:
    """An end marker without trailing tokens that open the next turn; its first token always stays."""
    units = [unit for unit in _UNIT.finditer(marker) if unit[1]]
    while len(units) > 1 and units[-1].end() == len(marker) and units[-1][0] in openers:
        marker = marker[: units.pop().start()].rstrip()
    return marker


def without_common_suffix(text: str, other: str) -> str:
    """`text` without the suffix `other`, else without the trailing units that `other` ends with too."""
    if other and text.endswith(other):
        return text[: -len(other)]
    left, right = list(_UNIT.finditer(text)), [unit[0] for unit in _UNIT.finditer(other)]
    while left and right and left[-1][0] == right.pop():
        text = text[: left.pop().start()]
    return text


def words_only(text: str) -> str:
    """The text without white space and token-like units."""
    return "".join(re.sub(TOKEN, "", text).split())


def between(text: str | None, left: str, right: str) -> str | None:
    """The text between two parts of a text; None unless each occurs exactly once, in this order."""
    if text is None or text.count(left) != 1 or text.count(right) != 1 or text.index(right) < text.index(left):
        return None
    return text.split(left)[1].split(right)[0]
