"""Text cut into units - what looks like a control token, white space, words - to compare what templates write."""

import re
from collections.abc import Iterator

# Looks like one control token, whether or not the tokenizer has it.
TOKEN = r"<[^<>\s]{1,40}>|\[/?[A-Z_]{2,30}\]"
_UNIT = re.compile(rf"({TOKEN})|\s+|[^\s<\[]+|.", re.DOTALL)
_ENDS_IN_TOKEN = re.compile(rf"(?:{TOKEN})$")


def common(left: str, right: str) -> str:
    """The longest common start made of whole units."""
    at = 0
    for one, other in zip(_UNIT.finditer(left), _UNIT.finditer(right), strict=False):
        if one[0] != other[0]:
            break
        at = one.end()
    return left[:at]


def tokens_first(text: str) -> str:
    """The start made of white space and token-like units: words may belong to the next header."""
    at = 0
    for unit in _UNIT.finditer(text):
        if not (unit[1] or unit[0].isspace()):
            break
        at = unit.end()
    return text[:at]


def first_token(text: str) -> str:
    """All up to the end of the first token-like unit; empty without one."""
    return next((text[: unit.end()] for unit in _UNIT.finditer(text) if unit[1]), "")


def tokens(text: str) -> Iterator[str]:
    """The token-like units in order."""
    return (unit[1] for unit in _UNIT.finditer(text) if unit[1])


def ends_in_token(text: str) -> bool:
    return _ENDS_IN_TOKEN.search(text) is not None


def only_signs(text: str) -> bool:
    """Whether there is nothing but white space and signs that set parts of a text apart."""
    return re.fullmatch(r"[\s#=*_-]*", text) is not None


def without_openers(marker: str, openers: frozenset[str]) -> str:
    """An end marker without the tokens at its end that open the next turn; one token is left in any case."""
    units = [unit for unit in _UNIT.finditer(marker) if unit[1]]
    while len(units) > 1 and units[-1].end() == len(marker) and units[-1][0] in openers:
        marker = marker[: units.pop().start()].rstrip()
    return marker


def without_common_end(text: str, other: str) -> str:
    """`text` without all of `other` at its end, else without the units there that `other` ends with too."""
    if other and text.endswith(other):
        return text[: -len(other)]
    left, right = list(_UNIT.finditer(text)), [unit[0] for unit in _UNIT.finditer(other)]
    while left and right and left[-1][0] == right.pop():
        text = text[: left.pop().start()]
    return text


def bare_words(text: str) -> str:
    """Without white space and tokens."""
    return "".join(re.sub(TOKEN, "", text).split())


def between(text: str | None, left: str, right: str) -> str | None:
    """What stands between two parts of a text; None where one of them is not there just once, or in another order."""
    if text is None or text.count(left) != 1 or text.count(right) != 1 or text.index(right) < text.index(left):
        return None
    return text.split(left)[1].split(right)[0]
