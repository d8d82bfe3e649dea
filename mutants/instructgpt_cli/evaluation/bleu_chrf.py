"""BLEU and chrF: what many answers are worth together, from 0 to 100, as sacrebleu computes them."""

import re
from collections.abc import Collection, Sequence
from itertools import chain, zip_longest

import numpy as np
from sacrebleu.metrics.base import Score
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from instructgpt_cli.evaluation.metrics import Estimate, draws, interval

# Scripts without spaces between words: sacrebleu splits Chinese itself, the others need a dictionary or characters.
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff]")  # Thai, Lao, Burmese, Khmer, kana


AnswerAndReferences = tuple[str, tuple[str, ...]]
"""An answer and its references, of which there is one at least."""


def corpus_scores(
    texts: Sequence[AnswerAndReferences], metrics: Collection[str], *, resamples: int, seed: int
) -> dict[str, Estimate]:
    """`bleu` and `chrf`, those of them in `metrics`, of answers and their references; answers are resampled for the
    intervals."""
    found = {}
    if "bleu" in metrics:
        # Forced: a text that looks tokenised is what the model wrote, and no slip that calls for a warning.
        metric = BLEU(tokenize=tokenizer_for([*chain.from_iterable(right for _, right in texts)]), force=True)
        found["bleu"] = _estimate(metric, texts, resamples, seed)
    if "chrf" in metrics:
        found["chrf"] = _estimate(CHRF(), texts, resamples, seed)
    return found


def tokenizer_for(references: Sequence[str]) -> str:
    """sacrebleu's name for how BLEU finds words in most of the references."""
    for name, script in (("char", _UNSPACED), ("zh", _CHINESE)):
        if 2 * sum(bool(script.search(text)) for text in references) > len(references):
            return name
    return "13a"


def _estimate(metric: BLEU | CHRF, texts: Sequence[AnswerAndReferences], resamples: int, seed: int) -> Estimate:
    answers = [answer for answer, _ in texts]
    streams = list(zip_longest(*(right for _, right in texts)))  # the first reference of each, the second or None, ...
    value = _number(metric.corpus_score(answers, streams))
    signature = str(metric.get_signature())
    if not resamples or len(texts) < 2:
        return Estimate(value, signature=signature)
    # What each answer adds to the counts that a score is computed from. sacrebleu's own resampling fails where some of
    # the scores are 0 (2.6.0), and has no percentiles. Both methods are private, and chrF shows no counts otherwise: a
    # test pins what they give.
    counts = np.array(metric._extract_corpus_statistics(answers, streams))
    sums = [row for drawn in draws(len(texts), resamples, seed) for row in counts[drawn].sum(1).tolist()]
    low, high = interval(np.array([_number(metric._compute_score_from_stats(row)) for row in sums]))
    return Estimate(value, low, high, signature)


def _number(score: Score) -> float:
    return min(100.0, float(score.score))  # a perfect BLEU comes out as 100.00000000000004
