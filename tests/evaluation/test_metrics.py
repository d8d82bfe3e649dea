"""Metrics against values computed by hand or by the official implementations."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from instructgpt_cli.evaluation.metrics import (
    Estimate,
    RowScore,
    bootstrap,
    is_exact_match,
    is_exact_match_normalised,
    normalize,
    rouge_l,
    squad_f1,
    summarize,
    token_f1,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Hello,\tWORLD!  ", "hello world"),
        ("Straße", "strasse"),
        ("ﬁne Ⅳ", "fine iv"),
        ("你好，世界。", "你好 世界"),
        ("don't", "don t"),
        ("3.5 + 2 = 5.5", "3 5 + 2 = 5 5"),
        ("...", ""),
    ],
)
def test_normalize(text: str, expected: str) -> None:
    assert normalize(text) == expected
    assert normalize(expected) == expected


def test_exact_match() -> None:
    assert is_exact_match(" a b\n", "a b")
    assert not is_exact_match("A b", "a b")
    assert is_exact_match_normalised("The  cat!", "the cat")
    assert not is_exact_match_normalised("the dog", "the cat")
    assert is_exact_match_normalised("?!", " ?!")
    assert not is_exact_match_normalised("", "?!")
    assert not is_exact_match_normalised("...", "?!")


@pytest.mark.parametrize(
    ("answer", "reference", "expected"),
    [
        ("the cat sat", "the cat sat", 1.0),
        ("the cat", "the cat sat on", 2 * 2 / (2 + 4)),
        ("cat cat cat", "cat", 2 * 1 / (3 + 1)),
        ("dog", "cat", 0.0),
        ("", "cat", 0.0),
        ("?", "?", 1.0),
        ("我爱猫", "我爱狗", 2 * 2 / (3 + 3)),
        ("I love 北京", "i love 南京", 2 * 3 / (4 + 4)),
        ("ひらがな", "ひらかな", 2 * 3 / (4 + 4)),
    ],
)
def test_token_f1(answer: str, reference: str, expected: float) -> None:
    assert token_f1(answer, reference) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("answer", "reference", "expected"),
    [
        ("police kill the gunman", "police killed the gunman", 0.75),  # the examples in Lin 2004
        ("the gunman kill police", "police killed the gunman", 0.5),
        ("the cat", "the cat sat on", 2 * 2 / (2 + 4)),
        ("d c b a", "a b c d", 2 * 1 / (4 + 4)),
        ("a x b y c", "a b c", 2 * 3 / (5 + 3)),
        ("我爱你的猫", "我的猫", 2 * 3 / (5 + 3)),
        ("dog", "cat", 0.0),
        ("", "cat", 0.0),
        ("?", "?", 1.0),
    ],
)
def test_rouge_l(answer: str, reference: str, expected: float) -> None:
    assert rouge_l(answer, reference) == pytest.approx(expected)
    assert rouge_l(reference, answer) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("answer", "reference", "expected"),
    [
        (
            "The U.S. economy grew 3.5% in May, economists said.",
            "Economists say the US economy grew by 3.5 percent in May.",
            0.6086956521739131,
        ),
        (
            "A well-known author's last book -- a thriller -- sold 1,000,000 copies!",
            "The author's thriller sold a million copies.",
            0.45454545454545453,
        ),
        ("Running dogs run.", "The dog runs.", 0.0),
        ("rain in the north, sun in the south", "sun in the south and rain in the north", 0.47058823529411764),
        ("snake_case and CamelCase are TWO (2) styles", "Two styles: snake_case, camelcase.", 0.4615384615384615),
        ("a a a b b c", "a b c a b c", 0.6666666666666666),
        ("He didn't say it\n\nShe did.", "He said it; she didn't.", 0.4615384615384615),
    ],
)
def test_rouge_l_equals_the_rouge_score_package(answer: str, reference: str, expected: float) -> None:
    """The values are the F-measure of rouge-score 0.1.2 with RougeScorer(["rougeL"], use_stemmer=False)."""
    assert rouge_l(answer, reference) == pytest.approx(expected, abs=1e-12)


def test_the_loss_is_a_mean_over_all_tokens() -> None:
    rows = [RowScore(nats=2.0, targets=1, bytes=4), RowScore(nats=4.0, targets=9, bytes=8), RowScore()]
    found = summarize(rows, resamples=0, seed=0)
    assert found["loss"] == Estimate(pytest.approx(0.6))
    assert found["perplexity"].value == pytest.approx(math.exp(0.6))
    assert found["bits_per_byte"].value == pytest.approx(6 / math.log(2) / 12)
    assert set(found) == {"loss", "perplexity", "bits_per_byte"}


def test_a_group_counts_if_all_its_rows_are_right() -> None:
    def row(group: str | None, exact: bool) -> RowScore:
        return RowScore(group=group, exact=exact, exact_normalised=True, f1=0.5)

    rows = [row("a", True), row("a", True), row("b", True), row("b", False), row("lonely", True), row(None, False)]
    found = summarize(rows, resamples=0, seed=0)
    assert found["contrast"].value == 0.5
    assert found["exact_match"].value == pytest.approx(4 / 6)
    assert found["exact_match_normalised"].value == 1.0
    assert found["f1"].value == 0.5


def test_rows_without_scores_give_no_metrics() -> None:
    assert summarize([], resamples=10, seed=0) == {}
    assert summarize([RowScore(), RowScore(nats=0.0)], resamples=10, seed=0) == {}


def test_the_interval_is_that_of_a_mean() -> None:
    exact = np.random.default_rng(5).random(2000) < 0.3
    rows = [RowScore(exact=bool(e), exact_normalised=bool(e)) for e in exact]
    found = summarize(rows, resamples=2000, seed=1)["exact_match"]
    assert found.low is not None
    assert found.high is not None
    half = 1.96 * math.sqrt(found.value * (1 - found.value) / 2000)
    assert found.value - found.low == pytest.approx(half, rel=0.1)
    assert found.high - found.value == pytest.approx(half, rel=0.1)
    assert summarize(rows, resamples=2000, seed=1)["exact_match"] == found
    assert summarize(rows, resamples=2000, seed=2)["exact_match"] != found


def test_the_interval_of_perplexity_is_that_of_the_loss() -> None:
    rows = [RowScore(nats=float(n), targets=2, bytes=3) for n in range(1, 30)]
    found = summarize(rows, resamples=500, seed=0)
    loss, perplexity = found["loss"], found["perplexity"]
    assert (perplexity.low, perplexity.high) == (math.exp(loss.low or 0), math.exp(loss.high or 0))


def test_many_rows_are_resampled_in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [RowScore(f1=i / 100) for i in range(100)]
    whole = summarize(rows, resamples=50, seed=0)
    monkeypatch.setattr("instructgpt_cli.evaluation.metrics.MOST_DRAWS", 700)
    assert summarize(rows, resamples=50, seed=0) == whole


def test_a_loss_that_overflows_gives_infinite_perplexity() -> None:
    assert summarize([RowScore(nats=9e4, targets=1, bytes=1)], resamples=0, seed=0)["perplexity"].value == math.inf


@pytest.mark.parametrize(
    ("answer", "references", "expected"),
    [
        # Computed by evaluate-v2.0.py: lower case, no ASCII punctuation, no articles, split at white space.
        ("The Denver Broncos!", ["Denver Broncos"], 100),
        ("a cat sat", ["the cat", "dog"], 200 / 3),
        ("well-known", ["well known"], 0),
        ("don\u2019t", ["dont"], 0),
        ("don't", ["dont"], 100),
        ("cat cat", ["cat"], 200 / 3),
        ("\u6211\u7231\u732b", ["\u6211\u7231\u72d7"], 0),
        ("The", ["a"], 100),
        ("cat", ["the", "An!"], 0),
        ("", ["the", "cat"], 0),
        ("theatre", ["the theatre"], 100),
    ],
)
def test_squad_f1_of_single_answers(answer: str, references: list[str], expected: float) -> None:
    assert squad_f1(answer, references) == pytest.approx(expected)
    found = summarize([RowScore(squad_f1=squad_f1(answer, references))], resamples=0, seed=0)
    assert found["squad_f1"].value == pytest.approx(expected)


def test_squad_f1_equals_the_official_script() -> None:
    """Answers with articles, punctuation, other scripts and several references, scored by evaluate-v2.0.py."""
    golden = json.loads((Path(__file__).parents[1] / "golden" / "squad_f1.json").read_text("utf-8"))
    assert len(golden["rows"]) > 50
    for row in golden["rows"]:
        assert squad_f1(row["answer"], row["references"]) == pytest.approx(100 * row["f1"], abs=1e-9), row


def test_every_score_has_an_interval_that_a_seed_repeats() -> None:
    rows = [
        RowScore(nats=float(n), targets=2 + n % 3, bytes=3 + n % 2, exact=n > 1, exact_normalised=n > 2, f1=n / 3)
        for n in range(4)
    ]
    found = summarize(rows, resamples=40, seed=3)
    assert found.keys() == {"loss", "perplexity", "bits_per_byte", "exact_match", "exact_match_normalised", "f1"}
    assert all(score.low is not None and score.low < score.value < (score.high or 0) for score in found.values())
    assert summarize(rows, resamples=40, seed=3) == found
    assert summarize(rows, resamples=40, seed=4) != found


def test_two_rows_are_enough_for_an_interval() -> None:
    found = summarize([RowScore(f1=0.0), RowScore(f1=1.0)], resamples=100, seed=0)
    assert found["f1"] == Estimate(0.5, 0.0, 1.0)
    assert summarize([RowScore(f1=1.0)], resamples=100, seed=0)["f1"] == Estimate(1.0)


def test_a_resample_without_a_byte_is_as_bad_as_can_be() -> None:
    rows = [RowScore(nats=1.0, targets=1, bytes=0), RowScore(nats=1.0, targets=1, bytes=1)]
    assert (summarize(rows, resamples=100, seed=0)["bits_per_byte"].high or 0) > 1e9


def test_no_more_draws_than_the_limit_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("instructgpt_cli.evaluation.metrics.MOST_DRAWS", 21)
    assert [part.shape for part in bootstrap(10, 5, 0)] == [(2, 10), (2, 10), (1, 10)]
    assert [part.shape for part in bootstrap(30, 2, 0)] == [(1, 30), (1, 30)], "one resample at least"


def test_perplexity_is_infinite_from_a_loss_of_700() -> None:
    for loss, is_finite in ((699.0, True), (700.0, False)):
        found = summarize([RowScore(nats=loss, targets=1)], resamples=0, seed=0)
        assert math.isfinite(found["perplexity"].value) == is_finite
