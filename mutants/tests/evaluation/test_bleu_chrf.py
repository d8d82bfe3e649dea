"""BLEU and chrF: sacrebleu's numbers, with intervals and a signature that says how."""

import numpy as np
import pytest
import sacrebleu
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from instructgpt_cli.evaluation.bleu_chrf import AnswerAndReferences, corpus_scores, tokenizer_for

ENGLISH = [
    ("the cat sat on the mat", ("the cat sat on a mat",)),
    ("he reads a book, slowly", ("he is reading a book slowly",)),
    ("good morning", ("good morning to you",)),
]
CHINESE = [("我喜欢喝茶。", ("我很喜欢喝茶。",)), ("今天天气很好", ("今天的天气很好",)), ("他在看书", ("他正在读书",))]


@pytest.mark.parametrize(("texts", "tokenizer"), [(ENGLISH, "13a"), (CHINESE, "zh")])
def test_they_are_sacrebleu_s(texts: list[AnswerAndReferences], tokenizer: str) -> None:
    found = corpus_scores(texts, ("loss", "bleu", "chrf"), resamples=200, seed=0)
    answers, references = [answer for answer, _ in texts], [right for _, (right,) in texts]
    bleu = sacrebleu.corpus_bleu(answers, [references], tokenize=tokenizer)
    assert list(found) == ["bleu", "chrf"]
    assert found["bleu"].value == pytest.approx(bleu.score, abs=1e-5)
    assert found["chrf"].value == pytest.approx(sacrebleu.corpus_chrf(answers, [references]).score, abs=1e-5)
    assert f"tok:{tokenizer}" in found["bleu"].signature
    for estimate in found.values():
        assert estimate.low is not None
        assert estimate.high is not None
        assert 0 <= estimate.low < estimate.high <= 100
        assert f"version:{sacrebleu.__version__}" in estimate.signature
    assert corpus_scores(texts, ("chrf",), resamples=200, seed=0) == {"chrf": found["chrf"]}


def test_several_references_are_sacrebleu_s_form_of_them() -> None:
    """A stream of first references, one of second ones with None where a row has none, and so on."""
    more: list[AnswerAndReferences] = [
        ("the cat sat on the mat", ("a cat sat on a mat", "the cat sat on the mat")),
        ("he reads a book, slowly", ("he is reading a book slowly",)),
        ("good morning", ("good morning to you", "hello", "good morning")),
    ]
    streams = [
        ["a cat sat on a mat", "he is reading a book slowly", "good morning to you"],
        ["the cat sat on the mat", None, "hello"],
        [None, None, "good morning"],
    ]
    answers = [answer for answer, _ in more]
    found = corpus_scores(more, ("bleu", "chrf"), resamples=20, seed=0)
    one = corpus_scores([(answer, right[:1]) for answer, right in more], ("bleu", "chrf"), resamples=20, seed=0)
    for name, metric in (("bleu", BLEU()), ("chrf", CHRF())):
        assert found[name].value == pytest.approx(metric.corpus_score(answers, streams).score)
        assert found[name].value > one[name].value
        assert "nrefs:var" in found[name].signature
        assert "nrefs:1" in one[name].signature
        low, high = found[name].low, found[name].high
        assert low is not None
        assert high is not None
        assert low < found[name].value <= high <= 100


def test_ends_of_the_scale() -> None:
    same = corpus_scores([(right[0], right) for _, right in ENGLISH], ("bleu", "chrf"), resamples=50, seed=0)
    assert [round(e.value, 4) for e in same.values()] == [100, 100]
    assert all(e.high == 100 for e in same.values())
    half = corpus_scores(
        [*[(right[0], right) for _, right in ENGLISH[:1]], ("", ("nothing",))], ("bleu", "chrf"), resamples=50, seed=0
    )
    assert all(e.low == 0 < e.value < 100 for e in half.values())
    nothing = corpus_scores([("", right) for _, right in ENGLISH], ("bleu", "chrf"), resamples=50, seed=0)
    assert [e.value for e in nothing.values()] == [0, 0]


def test_no_interval_without_resamples_or_from_one_row() -> None:
    for texts, resamples in ((ENGLISH, 0), (ENGLISH[:1], 50)):
        for estimate in corpus_scores(texts, ("bleu", "chrf"), resamples=resamples, seed=0).values():
            assert (estimate.low, estimate.high) == (None, None)


def test_what_a_resample_is_computed_from_is_what_the_score_is_computed_from() -> None:
    """sacrebleu keeps it under names that no documentation promises."""
    for metric in (BLEU(), CHRF()):
        answers, references = [answer for answer, _ in ENGLISH], [right for _, (right,) in ENGLISH]
        counts = np.array(metric._extract_corpus_statistics(answers, [references]))
        assert counts.shape[0] == len(ENGLISH)
        whole = metric._compute_score_from_stats(counts.sum(0).tolist()).score
        assert whole == pytest.approx(metric.corpus_score(answers, [references]).score)


@pytest.mark.parametrize(
    ("references", "tokenizer"),
    [
        (["bonjour", "merci"], "13a"),
        (["你好", "OK", "谢谢"], "zh"),
        (["a word", "two words", "one 你好"], "13a"),
        (["これはペンです", "東京"], "13a"),
        (["これはペンです", "ありがとう"], "char"),
        (["สวัสดี"], "char"),
    ],
)
def test_words_are_found_by_the_script_of_most_references(references: list[str], tokenizer: str) -> None:
    assert tokenizer_for(references) == tokenizer
