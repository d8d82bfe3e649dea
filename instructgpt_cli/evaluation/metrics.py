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


def normalised(text: str) -> str:
    """NFKC, case folded, punctuation and runs of white space as one space each."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def is_exact_match(answer: str, reference: str) -> bool:
    """The same characters, white space around them aside."""
    return answer.strip() == reference.strip()


def is_exact_match_normalised(answer: str, reference: str) -> bool:
    """The same words. A reference of nothing but punctuation is compared as it stands."""
    wanted = normalised(reference)
    return normalised(answer) == wanted if wanted else is_exact_match(answer, reference)


def token_f1(answer: str, reference: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it occurs; characters in Chinese and
    Japanese. Unlike SQuAD's, articles are words and punctuation of any script separates them."""
    given, wanted = (Counter(_WORD.findall(normalised(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def squad_f1(answer: str, references: Sequence[str]) -> float:
    """F1 from 0 to 100 as SQuAD's evaluate-v2.0.py computes it, of the best reference: words are what stands between
    white space once ASCII punctuation and English articles are gone. References without a word count only where all
    are without: then an answer is right that has none either."""
    given = _squad_words(answer)
    wanted = [words for words in map(_squad_words, references) if words] or [[]]
    return 100 * max(_squad_f1(given, words) for words in wanted)


def _squad_words(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(_NO_PUNCTUATION)).split()


def _squad_f1(given: Sequence[str], wanted: Sequence[str]) -> float:
    if not given or not wanted:
        return float(given == wanted)
    return 2 * (Counter(given) & Counter(wanted)).total() / (len(given) + len(wanted))


def rouge_l(answer: str, reference: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004).

    For ASCII text without symbols such as + and $, the rougeL F-measure of the `rouge-score` package without stemming.
    Words of other scripts, which `rouge-score` leaves out, count here; Chinese and Japanese by characters.
    """
    given, wanted = (_WORD.findall(normalised(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


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


def _groups_right(rows: Iterable[RowScore]) -> list[bool]:
    """For each group of two rows or more whether all of its rows are right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


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


def draws(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """The resamples of `count` rows, some at a time: [some, count] row numbers."""
    generator = np.random.default_rng(seed)
    at_once = max(1, DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def interval(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of a score of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(low), float(high)


@overload
def _exp(value: float) -> float: ...
@overload
def _exp(value: None) -> None: ...
def _exp(value: float | None) -> float | None:
    """e to the value: infinity where that is too large for a number."""
    if value is None:
        return None
    return math.exp(value) if value < 700 else math.inf
