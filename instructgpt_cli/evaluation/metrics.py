"""Scores of one answer against its references, and their means over rows with confidence intervals.

Pure functions of texts and numbers.
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
# Score -> the metric of eval.metrics that computes it.
COMES_WITH = {
    "perplexity": "loss",
    "bits_per_byte": "loss",
    "exact_match_normalised": "exact_match",
    "contrast": "exact_match",
}
# Row numbers of the bootstrap in memory at a time.
MOST_DRAWS = 1 << 21

# Scripts without spaces between words: each character counts as a word.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class RowScore:
    """The scores of one row; None for one that it does not have: raw text has no answer, a recipe may omit the loss.

    `nats` is the summed loss of `targets` tokens, which spell `bytes` bytes of UTF-8. `texts`, an answer and its
    references, are for metrics of the whole corpus. A long text has a score for each piece; `is_piece` marks all but
    the first.
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
    """A score with its 95 % confidence interval; `low` and `high` are None without resamples and for a single row.

    `signature` is how sacrebleu computed it; empty for other metrics.
    """

    value: float
    low: float | None = None
    high: float | None = None
    signature: str = ""


def normalize(text: str) -> str:
    """Applies NFKC and case folding; punctuation and runs of white space become one space."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_punctuation(c) else c for c in folded).split())


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def is_exact_match(answer: str, reference: str) -> bool:
    """Whether both have the same characters, white space around them aside."""
    return answer.strip() == reference.strip()


def is_exact_match_normalised(answer: str, reference: str) -> bool:
    """Whether both have the same words. A reference of punctuation alone is compared exactly."""
    wanted = normalize(reference)
    return normalize(answer) == wanted if wanted else is_exact_match(answer, reference)


def token_f1(answer: str, reference: str) -> float:
    """The harmonic mean of precision and recall over words with counts, 0 to 1; Chinese and Japanese by character.

    Unlike in SQuAD's F1, articles are words, and punctuation of any script separates words.
    """
    given, wanted = (Counter(_WORD.findall(normalize(text))) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    common = (given & wanted).total()
    return 2 * common / (given.total() + wanted.total())


def squad_f1(answer: str, references: Sequence[str]) -> float:
    """F1 against the best reference as SQuAD's evaluate-v2.0.py computes it, 0 to 100.

    ASCII punctuation and English articles are dropped, then words are split at white space. References without a word
    count only if all are: an answer without a word is then right.
    """
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
    """ROUGE-L: F1 of the longest common subsequence of words (Lin 2004), 0 to 1.

    Equals the rougeL F-measure of the `rouge-score` package without stemming on ASCII text without symbols such as +
    and $. Words of other scripts, which `rouge-score` drops, count; Chinese and Japanese by character.
    """
    given, wanted = (_WORD.findall(normalize(text)) for text in (answer, reference))
    if not given or not wanted:
        return float(is_exact_match(answer, reference))
    return 2 * _longest_common(given, wanted) / (len(given) + len(wanted))


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    best = [0] * (len(right) + 1)
    for word in left:
        diagonal = 0
        for place, other in enumerate(right, 1):
            diagonal, best[place] = best[place], diagonal + 1 if word == other else max(best[place], best[place - 1])
    return best[-1]


def summarize(rows: Sequence[RowScore], *, resamples: int, seed: int) -> dict[str, Estimate]:
    """Every metric that these rows have, by name. The bootstrap resamples rows; for `contrast`, groups of rows.

    The loss is in nats per target token over all rows, as in training: long answers weigh more.
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
    """Whether all rows of a group are right, for each group of at least two rows."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.group is not None:
            groups[row.group].append(bool(row.exact))
    return [all(right) for right in groups.values() if len(right) > 1]


def _ratio(numerators: NDArray[np.float64], denominators: Sequence[int], resamples: int, seed: int) -> Estimate | None:
    """sum(numerators) / sum(denominators) with its percentile bootstrap; None if the denominators are zero."""
    below = np.array(denominators, np.float64)
    count = len(numerators)
    if not count or not below.sum():
        return None
    value = float(numerators.sum() / below.sum())
    if not resamples or count < 2:
        return Estimate(value)
    found = [
        numerators[drawn].sum(1) / np.maximum(below[drawn].sum(1), 1e-12) for drawn in bootstrap(count, resamples, seed)
    ]
    return Estimate(value, *interval(np.concatenate(found)))


def bootstrap(count: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Row numbers of resamples of `count` rows, in chunks of shape [resamples, count]."""
    generator = np.random.default_rng(seed)
    at_once = max(1, MOST_DRAWS // count)
    for start in range(0, resamples, at_once):
        yield generator.integers(count, size=(min(at_once, resamples - start), count))


def interval(resampled: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of the scores of all resamples."""
    low, high = np.quantile(resampled, (0.025, 0.975))
    return float(low), float(high)


@overload
def _exp(value: float) -> float: ...
@overload
def _exp(value: None) -> None: ...
def _exp(value: float | None) -> float | None:
    """e to the value; infinity if that overflows."""
    if value is None:
        return None
    return math.exp(value) if value < 700 else math.inf
