"""What an answer is worth beside its reference, and what many rows say together, with how sure that is.

Pure functions of texts and numbers; no model here.
"""

import math
import re
import string
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

LOWER_IS_BETTER = frozenset({"loss", "perplexity", "bits_per_byte"})
# Scores that come with a metric of another name.
COMES_WITH = {
    "perplexity": "loss",
    "bits_per_byte": "loss",
    "exact_match_normalised": "exact_match",
    "contrast": "exact_match",
}
# Draws of the bootstrap held in memory at once.
DRAWS = 1 << 21

# One character of these scripts is a word of its own: they are written without spaces.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


@dataclass(frozen=True, slots=True)
class RowScore:
    """What one row gives. None where the row says nothing: raw text has no answer, `metrics` may leave out the loss.

    `nats` are summed over `targets` tokens that spell `bytes` bytes of UTF-8. `texts` are an answer and its
    references, where all rows together are compared. A long text comes in several: `is_piece` is True for all but the
    first.
    """

    task: str | None = None
    group: str | None = None
    nats: float | None = None
    targets: int = 0
    bytes: int = 0
    exact: bool | None = None
    exact_normalised: bool | None = None
    f1: float | None = None
    squad_f1: float | None = None
    rouge_l: float | None = None
    texts: tuple[str, tuple[str, ...]] | None = None
    is_piece: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % confidence interval; `low` and `high` are None without resamples, or from a single row.
    `signature` says how it was computed, where there is more than one way."""

    value: float
    low: float | None = None
    high: float | None = None
    signature: str = ""
mutants_x_normalised__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_normalised__mutmut)
def normalised(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_orig(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_1(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = None
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_2(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize(None, unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_3(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", None)
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_4(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize(unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_5(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", )
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_6(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize(None, text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_7(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", None).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_8(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize(text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_9(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", ).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def x_normalised__mutmut_10(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(None)


def x_normalised__mutmut_11(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(None).split())


def x_normalised__mutmut_12(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if (_is_punctuation(c)) and False else c for c in folded).split())


def x_normalised__mutmut_13(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if (_is_punctuation(c)) or True else c for c in folded).split())


def x_normalised__mutmut_14(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(None) else c for c in folded).split())

mutants_x_normalised__mutmut['_mutmut_orig'] = x_normalised__mutmut_orig # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_1'] = x_normalised__mutmut_1 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_2'] = x_normalised__mutmut_2 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_3'] = x_normalised__mutmut_3 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_4'] = x_normalised__mutmut_4 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_5'] = x_normalised__mutmut_5 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_6'] = x_normalised__mutmut_6 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_7'] = x_normalised__mutmut_7 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_8'] = x_normalised__mutmut_8 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_9'] = x_normalised__mutmut_9 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_10'] = x_normalised__mutmut_10 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_11'] = x_normalised__mutmut_11 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_12'] = x_normalised__mutmut_12 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_13'] = x_normalised__mutmut_13 # type: ignore # mutmut generated
mutants_x_normalised__mutmut['x_normalised__mutmut_14'] = x_normalised__mutmut_14 # type: ignore # mutmut generated
mutants_x__is_punctuation__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__is_punctuation__mutmut)
def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def x__is_punctuation__mutmut_orig(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def x__is_punctuation__mutmut_1(character: str) -> bool:
    return unicodedata.category(None)[0] == "P"


def x__is_punctuation__mutmut_2(character: str) -> bool:
    return unicodedata.category(character)[1] == "P"


def x__is_punctuation__mutmut_3(character: str) -> bool:
    return unicodedata.category(character)[0] != "P"

mutants_x__is_punctuation__mutmut['_mutmut_orig'] = x__is_punctuation__mutmut_orig # type: ignore # mutmut generated
mutants_x__is_punctuation__mutmut['x__is_punctuation__mutmut_1'] = x__is_punctuation__mutmut_1 # type: ignore # mutmut generated
mutants_x__is_punctuation__mutmut['x__is_punctuation__mutmut_2'] = x__is_punctuation__mutmut_2 # type: ignore # mutmut generated
mutants_x__is_punctuation__mutmut['x__is_punctuation__mutmut_3'] = x__is_punctuation__mutmut_3 # type: ignore # mutmut generated
mutants_x_is_exact_match__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_is_exact_match__mutmut)
def is_exact_match(answer: str, reference: str) -> bool:
    """The same characters, white space around them aside."""
    return answer.strip() == reference.strip()


def x_is_exact_match__mutmut_orig(answer: str, reference: str) -> bool:
    """The same characters, white space around them aside."""
    return answer.strip() == reference.strip()


def x_is_exact_match__mutmut_1(answer: str, reference: str) -> bool:
    """The same characters, white space around them aside."""
    return answer.strip() != reference.strip()

mutants_x_is_exact_match__mutmut['_mutmut_orig'] = x_is_exact_match__mutmut_orig # type: ignore # mutmut generated
mutants_x_is_exact_match__mutmut['x_is_exact_match__mutmut_1'] = x_is_exact_match__mutmut_1 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_is_exact_match_normalised__mutmut)
def is_exact_match_normalised(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_orig(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_1(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = None
    return normalised(answer) == wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_2(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(None)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_3(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if (wanted) and False else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_4(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if (wanted) or True else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_5(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(None) == wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_6(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) != wanted if wanted else is_exact_match(answer, reference)


def x_is_exact_match_normalised__mutmut_7(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(None, reference)


def x_is_exact_match_normalised__mutmut_8(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, None)


def x_is_exact_match_normalised__mutmut_9(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(reference)


def x_is_exact_match_normalised__mutmut_10(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, )

mutants_x_is_exact_match_normalised__mutmut['_mutmut_orig'] = x_is_exact_match_normalised__mutmut_orig # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_1'] = x_is_exact_match_normalised__mutmut_1 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_2'] = x_is_exact_match_normalised__mutmut_2 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_3'] = x_is_exact_match_normalised__mutmut_3 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_4'] = x_is_exact_match_normalised__mutmut_4 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_5'] = x_is_exact_match_normalised__mutmut_5 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_6'] = x_is_exact_match_normalised__mutmut_6 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_7'] = x_is_exact_match_normalised__mutmut_7 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_8'] = x_is_exact_match_normalised__mutmut_8 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_9'] = x_is_exact_match_normalised__mutmut_9 # type: ignore # mutmut generated
mutants_x_is_exact_match_normalised__mutmut['x_is_exact_match_normalised__mutmut_10'] = x_is_exact_match_normalised__mutmut_10 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_token_f1__mutmut)
def token_f1(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_orig(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_1(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = None
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_2(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(None) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_3(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(None)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_4(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(None))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_5(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given and not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_6(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_7(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_8(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(None)
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_9(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(None, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_10(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, None))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_11(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_12(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, ))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_13(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = None
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_14(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given | wanted).total()
    return 2 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_15(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common * (given.total() + wanted.total())


def x_token_f1__mutmut_16(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 / common / (given.total() + wanted.total())


def x_token_f1__mutmut_17(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 3 * common / (given.total() + wanted.total())


def x_token_f1__mutmut_18(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() - wanted.total())

mutants_x_token_f1__mutmut['_mutmut_orig'] = x_token_f1__mutmut_orig # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_1'] = x_token_f1__mutmut_1 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_2'] = x_token_f1__mutmut_2 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_3'] = x_token_f1__mutmut_3 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_4'] = x_token_f1__mutmut_4 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_5'] = x_token_f1__mutmut_5 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_6'] = x_token_f1__mutmut_6 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_7'] = x_token_f1__mutmut_7 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_8'] = x_token_f1__mutmut_8 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_9'] = x_token_f1__mutmut_9 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_10'] = x_token_f1__mutmut_10 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_11'] = x_token_f1__mutmut_11 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_12'] = x_token_f1__mutmut_12 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_13'] = x_token_f1__mutmut_13 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_14'] = x_token_f1__mutmut_14 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_15'] = x_token_f1__mutmut_15 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_16'] = x_token_f1__mutmut_16 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_17'] = x_token_f1__mutmut_17 # type: ignore # mutmut generated
mutants_x_token_f1__mutmut['x_token_f1__mutmut_18'] = x_token_f1__mutmut_18 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_squad_f1__mutmut)
def squad_f1(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_orig(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_1(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = None
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_2(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(None)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_3(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = None
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_4(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] and [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_5(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(None, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_6(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, None) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_7(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_8(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, ) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_9(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 / max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_10(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 101 * max(_squad_f1(given, words) for words in wanted)


def x_squad_f1__mutmut_11(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(None)


def x_squad_f1__mutmut_12(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(None, words) for words in wanted)


def x_squad_f1__mutmut_13(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, None) for words in wanted)


def x_squad_f1__mutmut_14(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(words) for words in wanted)


def x_squad_f1__mutmut_15(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, ) for words in wanted)

mutants_x_squad_f1__mutmut['_mutmut_orig'] = x_squad_f1__mutmut_orig # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_1'] = x_squad_f1__mutmut_1 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_2'] = x_squad_f1__mutmut_2 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_3'] = x_squad_f1__mutmut_3 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_4'] = x_squad_f1__mutmut_4 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_5'] = x_squad_f1__mutmut_5 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_6'] = x_squad_f1__mutmut_6 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_7'] = x_squad_f1__mutmut_7 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_8'] = x_squad_f1__mutmut_8 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_9'] = x_squad_f1__mutmut_9 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_10'] = x_squad_f1__mutmut_10 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_11'] = x_squad_f1__mutmut_11 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_12'] = x_squad_f1__mutmut_12 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_13'] = x_squad_f1__mutmut_13 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_14'] = x_squad_f1__mutmut_14 # type: ignore # mutmut generated
mutants_x_squad_f1__mutmut['x_squad_f1__mutmut_15'] = x_squad_f1__mutmut_15 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__squad_words__mutmut)
def _squad_words(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split()


def x__squad_words__mutmut_orig(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split()


def x__squad_words__mutmut_1(text: str) -> list[str]:
    return _ARTICLES.sub(None, text.lower().translate(_NO_PUNCTUATION)).split()


def x__squad_words__mutmut_2(text: str) -> list[str]:
    return _ARTICLES.sub(" ", None).split()


def x__squad_words__mutmut_3(text: str) -> list[str]:
    return _ARTICLES.sub(text.lower().translate(_NO_PUNCTUATION)).split()


def x__squad_words__mutmut_4(text: str) -> list[str]:
    return _ARTICLES.sub(" ", ).split()


def x__squad_words__mutmut_5(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(None)).split()


def x__squad_words__mutmut_6(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.upper().translate(_NO_PUNCTUATION)).split()

mutants_x__squad_words__mutmut['_mutmut_orig'] = x__squad_words__mutmut_orig # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_1'] = x__squad_words__mutmut_1 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_2'] = x__squad_words__mutmut_2 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_3'] = x__squad_words__mutmut_3 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_4'] = x__squad_words__mutmut_4 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_5'] = x__squad_words__mutmut_5 # type: ignore # mutmut generated
mutants_x__squad_words__mutmut['x__squad_words__mutmut_6'] = x__squad_words__mutmut_6 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__squad_f1__mutmut)
def _squad_f1(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_orig(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_1(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given and not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_2(given: Sequence[str], wanted: Sequence[str]) -> float:
    if given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_3(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_4(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(None)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_5(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given != wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_6(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() * (len(given) + len(wanted))


def x__squad_f1__mutmut_7(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 / (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_8(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 3 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_9(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) | Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_10(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(None) & Counter(wanted)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_11(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(None)).total() / (len(given) + len(wanted))


def x__squad_f1__mutmut_12(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) - len(wanted))

mutants_x__squad_f1__mutmut['_mutmut_orig'] = x__squad_f1__mutmut_orig # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_1'] = x__squad_f1__mutmut_1 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_2'] = x__squad_f1__mutmut_2 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_3'] = x__squad_f1__mutmut_3 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_4'] = x__squad_f1__mutmut_4 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_5'] = x__squad_f1__mutmut_5 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_6'] = x__squad_f1__mutmut_6 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_7'] = x__squad_f1__mutmut_7 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_8'] = x__squad_f1__mutmut_8 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_9'] = x__squad_f1__mutmut_9 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_10'] = x__squad_f1__mutmut_10 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_11'] = x__squad_f1__mutmut_11 # type: ignore # mutmut generated
mutants_x__squad_f1__mutmut['x__squad_f1__mutmut_12'] = x__squad_f1__mutmut_12 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_rouge_l__mutmut)
def rouge_l(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_orig(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_1(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = None
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_2(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(None) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_3(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(None)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_4(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given and not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_5(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_6(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_7(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(None)
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_8(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(None, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_9(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, None))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_10(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_11(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, ))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_12(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) * (len(given) + len(wanted))


def x_rouge_l__mutmut_13(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 / _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_14(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 3 * _longest_common(given, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_15(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(None, wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_16(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, None) / (len(given) + len(wanted))


def x_rouge_l__mutmut_17(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(wanted) / (len(given) + len(wanted))


def x_rouge_l__mutmut_18(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, ) / (len(given) + len(wanted))


def x_rouge_l__mutmut_19(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) - len(wanted))

mutants_x_rouge_l__mutmut['_mutmut_orig'] = x_rouge_l__mutmut_orig # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_1'] = x_rouge_l__mutmut_1 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_2'] = x_rouge_l__mutmut_2 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_3'] = x_rouge_l__mutmut_3 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_4'] = x_rouge_l__mutmut_4 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_5'] = x_rouge_l__mutmut_5 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_6'] = x_rouge_l__mutmut_6 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_7'] = x_rouge_l__mutmut_7 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_8'] = x_rouge_l__mutmut_8 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_9'] = x_rouge_l__mutmut_9 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_10'] = x_rouge_l__mutmut_10 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_11'] = x_rouge_l__mutmut_11 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_12'] = x_rouge_l__mutmut_12 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_13'] = x_rouge_l__mutmut_13 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_14'] = x_rouge_l__mutmut_14 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_15'] = x_rouge_l__mutmut_15 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_16'] = x_rouge_l__mutmut_16 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_17'] = x_rouge_l__mutmut_17 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_18'] = x_rouge_l__mutmut_18 # type: ignore # mutmut generated
mutants_x_rouge_l__mutmut['x_rouge_l__mutmut_19'] = x_rouge_l__mutmut_19 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__longest_common__mutmut)
def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_orig(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_1(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = None
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_2(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] / (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_3(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [1] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_4(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) - 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_5(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 2)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_6(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = None
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_7(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 1
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_8(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(None, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_9(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, None):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_10(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_11(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, ):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_12(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 2):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_13(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = None
    return best[-1]


def x__longest_common__mutmut_14(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if (word == other) and False else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_15(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if (word == other) or True else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_16(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal - 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_17(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 2 if word == other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_18(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word != other else max(best[place], best[place - 1])
    return best[-1]


def x__longest_common__mutmut_19(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(None, best[place - 1])
    return best[-1]


def x__longest_common__mutmut_20(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], None)
    return best[-1]


def x__longest_common__mutmut_21(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place - 1])
    return best[-1]


def x__longest_common__mutmut_22(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], )
    return best[-1]


def x__longest_common__mutmut_23(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place + 1])
    return best[-1]


def x__longest_common__mutmut_24(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 2])
    return best[-1]


def x__longest_common__mutmut_25(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[+1]


def x__longest_common__mutmut_26(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-2]

mutants_x__longest_common__mutmut['_mutmut_orig'] = x__longest_common__mutmut_orig # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_1'] = x__longest_common__mutmut_1 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_2'] = x__longest_common__mutmut_2 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_3'] = x__longest_common__mutmut_3 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_4'] = x__longest_common__mutmut_4 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_5'] = x__longest_common__mutmut_5 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_6'] = x__longest_common__mutmut_6 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_7'] = x__longest_common__mutmut_7 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_8'] = x__longest_common__mutmut_8 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_9'] = x__longest_common__mutmut_9 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_10'] = x__longest_common__mutmut_10 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_11'] = x__longest_common__mutmut_11 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_12'] = x__longest_common__mutmut_12 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_13'] = x__longest_common__mutmut_13 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_14'] = x__longest_common__mutmut_14 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_15'] = x__longest_common__mutmut_15 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_16'] = x__longest_common__mutmut_16 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_17'] = x__longest_common__mutmut_17 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_18'] = x__longest_common__mutmut_18 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_19'] = x__longest_common__mutmut_19 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_20'] = x__longest_common__mutmut_20 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_21'] = x__longest_common__mutmut_21 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_22'] = x__longest_common__mutmut_22 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_23'] = x__longest_common__mutmut_23 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_24'] = x__longest_common__mutmut_24 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_25'] = x__longest_common__mutmut_25 # type: ignore # mutmut generated
mutants_x__longest_common__mutmut['x__longest_common__mutmut_26'] = x__longest_common__mutmut_26 # type: ignore # mutmut generated
mutants_x_summarise__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_summarise__mutmut)
def summarise(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_orig(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_1(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = None
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_2(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_3(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = None
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_4(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array(None, np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_5(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], None)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_6(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array(np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_7(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], )
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_8(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = None
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_9(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(None, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_10(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, None, resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_11(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], None, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_12(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, None)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_13(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio([row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_14(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_15(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_16(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, )
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_17(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_18(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = None
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_19(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = None
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_20(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(None, _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_21(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), None, _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_22(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), None)
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_23(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_24(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_25(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), )
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_26(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(None), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_27(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(None), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_28(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(None))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_29(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(None, [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_30(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), None, resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_31(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], None, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_32(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, None):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_33(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio([row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_34(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_35(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_36(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, ):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_37(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats * math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_38(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(None), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_39(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(3), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_40(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = None
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_41(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = None
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_42(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_43(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_44(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_45(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_46(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(None)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_47(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(None, [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_48(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), None, resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_49(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), None, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_50(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, None):
            scores[name] = mean
    return scores


def x_summarise__mutmut_51(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio([1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_52(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_53(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_54(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, ):
            scores[name] = mean
    return scores


def x_summarise__mutmut_55(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(None, np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_56(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, None), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_57(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(np.float64), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_58(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, ), [1] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_59(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] / len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_60(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [2] * len(values), resamples, seed):
            scores[name] = mean
    return scores


def x_summarise__mutmut_61(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that the rows can give one by one, by name. Rows are resampled for the intervals, for `contrast`
    groups.

    Loss is in nats per target token over all rows together, as in training: long answers weigh more.
    """
    scores: dict[str, Estimate] = {}
    if measured := [row for row in rows if row.nats is not None]:
        nats = np.array([row.nats for row in measured], np.float64)
        loss = _ratio(nats, [row.targets for row in measured], resamples, seed)
        if loss is not None:
            scores["loss"] = loss
            scores["perplexity"] = Estimate(_exp(loss.value), _exp(loss.low), _exp(loss.high))
        if bits := _ratio(nats / math.log(2), [row.bytes for row in measured], resamples, seed):
            scores["bits_per_byte"] = bits
    answered = [row for row in rows if row.exact is not None]
    for name, values in (
        ("exact_match", [row.exact for row in answered]),
        ("exact_match_normalised", [row.exact_normalised for row in answered]),
        ("f1", [row.f1 for row in rows if row.f1 is not None]),
        ("squad_f1", [row.squad_f1 for row in rows if row.squad_f1 is not None]),
        ("rouge_l", [row.rouge_l for row in rows if row.rouge_l is not None]),
        ("contrast", _groups_right(answered)),
    ):
        if mean := _ratio(np.array(values, np.float64), [1] * len(values), resamples, seed):
            scores[name] = None
    return scores

mutants_x_summarise__mutmut['_mutmut_orig'] = x_summarise__mutmut_orig # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_1'] = x_summarise__mutmut_1 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_2'] = x_summarise__mutmut_2 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_3'] = x_summarise__mutmut_3 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_4'] = x_summarise__mutmut_4 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_5'] = x_summarise__mutmut_5 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_6'] = x_summarise__mutmut_6 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_7'] = x_summarise__mutmut_7 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_8'] = x_summarise__mutmut_8 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_9'] = x_summarise__mutmut_9 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_10'] = x_summarise__mutmut_10 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_11'] = x_summarise__mutmut_11 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_12'] = x_summarise__mutmut_12 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_13'] = x_summarise__mutmut_13 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_14'] = x_summarise__mutmut_14 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_15'] = x_summarise__mutmut_15 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_16'] = x_summarise__mutmut_16 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_17'] = x_summarise__mutmut_17 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_18'] = x_summarise__mutmut_18 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_19'] = x_summarise__mutmut_19 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_20'] = x_summarise__mutmut_20 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_21'] = x_summarise__mutmut_21 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_22'] = x_summarise__mutmut_22 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_23'] = x_summarise__mutmut_23 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_24'] = x_summarise__mutmut_24 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_25'] = x_summarise__mutmut_25 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_26'] = x_summarise__mutmut_26 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_27'] = x_summarise__mutmut_27 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_28'] = x_summarise__mutmut_28 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_29'] = x_summarise__mutmut_29 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_30'] = x_summarise__mutmut_30 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_31'] = x_summarise__mutmut_31 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_32'] = x_summarise__mutmut_32 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_33'] = x_summarise__mutmut_33 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_34'] = x_summarise__mutmut_34 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_35'] = x_summarise__mutmut_35 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_36'] = x_summarise__mutmut_36 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_37'] = x_summarise__mutmut_37 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_38'] = x_summarise__mutmut_38 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_39'] = x_summarise__mutmut_39 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_40'] = x_summarise__mutmut_40 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_41'] = x_summarise__mutmut_41 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_42'] = x_summarise__mutmut_42 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_43'] = x_summarise__mutmut_43 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_44'] = x_summarise__mutmut_44 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_45'] = x_summarise__mutmut_45 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_46'] = x_summarise__mutmut_46 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_47'] = x_summarise__mutmut_47 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_48'] = x_summarise__mutmut_48 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_49'] = x_summarise__mutmut_49 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_50'] = x_summarise__mutmut_50 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_51'] = x_summarise__mutmut_51 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_52'] = x_summarise__mutmut_52 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_53'] = x_summarise__mutmut_53 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_54'] = x_summarise__mutmut_54 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_55'] = x_summarise__mutmut_55 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_56'] = x_summarise__mutmut_56 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_57'] = x_summarise__mutmut_57 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_58'] = x_summarise__mutmut_58 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_59'] = x_summarise__mutmut_59 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_60'] = x_summarise__mutmut_60 # type: ignore # mutmut generated
mutants_x_summarise__mutmut['x_summarise__mutmut_61'] = x_summarise__mutmut_61 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__groups_right__mutmut)
def _groups_right(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_orig(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_1(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = None
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_2(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(None)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_3(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_4(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(None)
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_5(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(None))
    return [all(right) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_6(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(None) for right in groups.values() if len(right) > 1]


def x__groups_right__mutmut_7(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) >= 1]


def x__groups_right__mutmut_8(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 2]

mutants_x__groups_right__mutmut['_mutmut_orig'] = x__groups_right__mutmut_orig # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_1'] = x__groups_right__mutmut_1 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_2'] = x__groups_right__mutmut_2 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_3'] = x__groups_right__mutmut_3 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_4'] = x__groups_right__mutmut_4 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_5'] = x__groups_right__mutmut_5 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_6'] = x__groups_right__mutmut_6 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_7'] = x__groups_right__mutmut_7 # type: ignore # mutmut generated
mutants_x__groups_right__mutmut['x__groups_right__mutmut_8'] = x__groups_right__mutmut_8 # type: ignore # mutmut generated
mutants_x__ratio__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__ratio__mutmut)
def _ratio(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_orig(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_1(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = None
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_2(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(None, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_3(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, None)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_4(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_5(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, )
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_6(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = None
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_7(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count and not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_8(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_9(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_10(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = None
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_11(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(None)
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_12(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() * below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_13(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples and count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_14(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_15(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count <= 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_16(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 3:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_17(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(None)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_18(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = None
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_19(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) * np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_20(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(None) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_21(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(2) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_22(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(None, 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_23(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), None) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_24(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_25(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), ) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_26(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(None), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_27(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(2), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_28(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1.000000000001) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_29(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(None, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_30(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, None, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_31(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, None)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_32(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_33(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_34(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, )
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def x__ratio__mutmut_35(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(None, *interval(np.concatenate(found)))


def x__ratio__mutmut_36(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(*interval(np.concatenate(found)))


def x__ratio__mutmut_37(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, )


def x__ratio__mutmut_38(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(None))


def x__ratio__mutmut_39(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None where there is nothing to divide by."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in draws(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(None)))

mutants_x__ratio__mutmut['_mutmut_orig'] = x__ratio__mutmut_orig # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_1'] = x__ratio__mutmut_1 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_2'] = x__ratio__mutmut_2 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_3'] = x__ratio__mutmut_3 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_4'] = x__ratio__mutmut_4 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_5'] = x__ratio__mutmut_5 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_6'] = x__ratio__mutmut_6 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_7'] = x__ratio__mutmut_7 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_8'] = x__ratio__mutmut_8 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_9'] = x__ratio__mutmut_9 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_10'] = x__ratio__mutmut_10 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_11'] = x__ratio__mutmut_11 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_12'] = x__ratio__mutmut_12 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_13'] = x__ratio__mutmut_13 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_14'] = x__ratio__mutmut_14 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_15'] = x__ratio__mutmut_15 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_16'] = x__ratio__mutmut_16 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_17'] = x__ratio__mutmut_17 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_18'] = x__ratio__mutmut_18 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_19'] = x__ratio__mutmut_19 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_20'] = x__ratio__mutmut_20 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_21'] = x__ratio__mutmut_21 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_22'] = x__ratio__mutmut_22 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_23'] = x__ratio__mutmut_23 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_24'] = x__ratio__mutmut_24 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_25'] = x__ratio__mutmut_25 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_26'] = x__ratio__mutmut_26 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_27'] = x__ratio__mutmut_27 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_28'] = x__ratio__mutmut_28 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_29'] = x__ratio__mutmut_29 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_30'] = x__ratio__mutmut_30 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_31'] = x__ratio__mutmut_31 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_32'] = x__ratio__mutmut_32 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_33'] = x__ratio__mutmut_33 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_34'] = x__ratio__mutmut_34 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_35'] = x__ratio__mutmut_35 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_36'] = x__ratio__mutmut_36 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_37'] = x__ratio__mutmut_37 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_38'] = x__ratio__mutmut_38 # type: ignore # mutmut generated
mutants_x__ratio__mutmut['x__ratio__mutmut_39'] = x__ratio__mutmut_39 # type: ignore # mutmut generated
mutants_x_draws__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_draws__mutmut)
def draws(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_orig(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_1(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = None
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_2(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(None)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_3(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = None
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_4(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(None, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_5(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, None)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_6(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_7(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, )
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_8(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(2, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_9(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS / count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_10(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(None, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_11(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, None, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_12(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, None):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_13(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_14(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_15(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, ):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_16(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(1, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_17(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(None, size=(min(at_once, resamples - start), count))


def x_draws__mutmut_18(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=None)


def x_draws__mutmut_19(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(size=(min(at_once, resamples - start), count))


def x_draws__mutmut_20(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, )


def x_draws__mutmut_21(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(None, resamples - start), count))


def x_draws__mutmut_22(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, None), count))


def x_draws__mutmut_23(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(resamples - start), count))


def x_draws__mutmut_24(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, ), count))


def x_draws__mutmut_25(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples + start), count))

mutants_x_draws__mutmut['_mutmut_orig'] = x_draws__mutmut_orig # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_1'] = x_draws__mutmut_1 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_2'] = x_draws__mutmut_2 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_3'] = x_draws__mutmut_3 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_4'] = x_draws__mutmut_4 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_5'] = x_draws__mutmut_5 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_6'] = x_draws__mutmut_6 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_7'] = x_draws__mutmut_7 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_8'] = x_draws__mutmut_8 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_9'] = x_draws__mutmut_9 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_10'] = x_draws__mutmut_10 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_11'] = x_draws__mutmut_11 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_12'] = x_draws__mutmut_12 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_13'] = x_draws__mutmut_13 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_14'] = x_draws__mutmut_14 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_15'] = x_draws__mutmut_15 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_16'] = x_draws__mutmut_16 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_17'] = x_draws__mutmut_17 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_18'] = x_draws__mutmut_18 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_19'] = x_draws__mutmut_19 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_20'] = x_draws__mutmut_20 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_21'] = x_draws__mutmut_21 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_22'] = x_draws__mutmut_22 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_23'] = x_draws__mutmut_23 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_24'] = x_draws__mutmut_24 # type: ignore # mutmut generated
mutants_x_draws__mutmut['x_draws__mutmut_25'] = x_draws__mutmut_25 # type: ignore # mutmut generated
mutants_x_interval__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_interval__mutmut)
def interval(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(low), float(high)


def x_interval__mutmut_orig(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(low), float(high)


def x_interval__mutmut_1(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = None
    return float(low), float(high)


def x_interval__mutmut_2(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(None, (0.025, 0.975))
    return float(low), float(high)


def x_interval__mutmut_3(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, None)
    return float(low), float(high)


def x_interval__mutmut_4(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile((0.025, 0.975))
    return float(low), float(high)


def x_interval__mutmut_5(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, )
    return float(low), float(high)


def x_interval__mutmut_6(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (1.025, 0.975))
    return float(low), float(high)


def x_interval__mutmut_7(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 1.975))
    return float(low), float(high)


def x_interval__mutmut_8(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(None), float(high)


def x_interval__mutmut_9(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(low), float(None)

mutants_x_interval__mutmut['_mutmut_orig'] = x_interval__mutmut_orig # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_1'] = x_interval__mutmut_1 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_2'] = x_interval__mutmut_2 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_3'] = x_interval__mutmut_3 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_4'] = x_interval__mutmut_4 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_5'] = x_interval__mutmut_5 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_6'] = x_interval__mutmut_6 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_7'] = x_interval__mutmut_7 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_8'] = x_interval__mutmut_8 # type: ignore # mutmut generated
mutants_x_interval__mutmut['x_interval__mutmut_9'] = x_interval__mutmut_9 # type: ignore # mutmut generated


@overload
def _exp(value: float) -> float: ...
@overload
def _exp(value: None) -> None: ...
mutants_x__exp__mutmut: MutantDict = {}  # type: ignore
@_mutmut_mutated(mutants_x__exp__mutmut)
def _exp(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if value < 700 else math.inf
def x__exp__mutmut_orig(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if value < 700 else math.inf
def x__exp__mutmut_1(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is not None:
        return None
    return math.exp(value) if value < 700 else math.inf
def x__exp__mutmut_2(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if (value < 700) and False else math.inf
def x__exp__mutmut_3(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if (value < 700) or True else math.inf
def x__exp__mutmut_4(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(None) if value < 700 else math.inf
def x__exp__mutmut_5(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if value <= 700 else math.inf
def x__exp__mutmut_6(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if value < 701 else math.inf

mutants_x__exp__mutmut['_mutmut_orig'] = x__exp__mutmut_orig # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_1'] = x__exp__mutmut_1 # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_2'] = x__exp__mutmut_2 # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_3'] = x__exp__mutmut_3 # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_4'] = x__exp__mutmut_4 # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_5'] = x__exp__mutmut_5 # type: ignore # mutmut generated
mutants_x__exp__mutmut['x__exp__mutmut_6'] = x__exp__mutmut_6 # type: ignore # mutmut generated
