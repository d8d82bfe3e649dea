"""Scores against values worked out by hand."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from instructgpt_cli.evaluation.metrics import (
    Estimate,
    RowScore,
    is_exact_match,
    is_exact_match_normalised,
    normalised,
    rouge_l,
    squad_f1,
    summarise,
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
def test_normalised(text: str, expected: str) -> None:
    assert normalised(text) == expected
    assert normalised(expected) == expected


def test_exact_matches() -> None:
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
        ("police kill the gunman", "police killed the gunman", 0.75),  # Lin's examples
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
def test_rouge_l_is_rouge_score_s(answer: str, reference: str, expected: float) -> None:
    """The numbers are those of rouge-score 0.1.2: RougeScorer(["rougeL"], use_stemmer=False), its F-measure."""
    assert rouge_l(answer, reference) == pytest.approx(expected, abs=1e-12)


def test_losses_are_over_all_tokens_together() -> None:
    rows = [RowScore(nats=2.0, targets=1, bytes=4), RowScore(nats=4.0, targets=9, bytes=8), RowScore()]
    found = summarise(rows, resamples=0, seed=0)
    assert found["loss"] == Estimate(pytest.approx(0.6))
    assert found["perplexity"].value == pytest.approx(math.exp(0.6))
    assert found["bits_per_byte"].value == pytest.approx(6 / math.log(2) / 12)
    assert set(found) == {"loss", "perplexity", "bits_per_byte"}


def test_a_group_counts_if_all_its_rows_are_right() -> None:
    def row(group: str | None, exact: bool) -> RowScore:
        return RowScore(group=group, exact=exact, exact_normalised=True, f1=0.5)

    rows = [row("a", True), row("a", True), row("b", True), row("b", False), row("lonely", True), row(None, False)]
    found = summarise(rows, resamples=0, seed=0)
    assert found["contrast"].value == 0.5
    assert found["exact_match"].value == pytest.approx(4 / 6)
    assert found["exact_match_normalised"].value == 1.0
    assert found["f1"].value == 0.5


def test_rows_without_anything_give_no_score() -> None:
    assert summarise([], resamples=10, seed=0) == {}
    assert summarise([RowScore(), RowScore(nats=0.0)], resamples=10, seed=0) == {}


def test_intervals_are_those_of_the_mean() -> None:
    exact = np.random.default_rng(5).random(2000) < 0.3
    rows = [RowScore(exact=bool(e), exact_normalised=bool(e)) for e in exact]
    found = summarise(rows, resamples=2000, seed=1)["exact_match"]
    assert found.low is not None
    assert found.high is not None
    half = 1.96 * math.sqrt(found.value * (1 - found.value) / 2000)
    assert found.value - found.low == pytest.approx(half, rel=0.1)
    assert found.high - found.value == pytest.approx(half, rel=0.1)
    assert summarise(rows, resamples=2000, seed=1)["exact_match"] == found
    assert summarise(rows, resamples=2000, seed=2)["exact_match"] != found


def test_the_interval_of_perplexity_is_that_of_the_loss() -> None:
    rows = [RowScore(nats=float(n), targets=2, bytes=3) for n in range(1, 30)]
    found = summarise(rows, resamples=500, seed=0)
    loss, perplexity = found["loss"], found["perplexity"]
    assert (perplexity.low, perplexity.high) == (math.exp(loss.low or 0), math.exp(loss.high or 0))


def test_many_rows_are_resampled_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [RowScore(f1=i / 100) for i in range(100)]
    whole = summarise(rows, resamples=50, seed=0)
    monkeypatch.setattr("instructgpt_cli.evaluation.metrics.DRAWS", 700)
    assert summarise(rows, resamples=50, seed=0) == whole


def test_a_loss_beyond_numbers_gives_infinite_perplexity() -> None:
    assert summarise([RowScore(nats=9e4, targets=1, bytes=1)], resamples=0, seed=0)["perplexity"].value == math.inf


@pytest.mark.parametrize(
    ("answer", "references", "expected"),
    [
        # Worked out with evaluate-v2.0.py: lower case, ASCII punctuation out, articles out, split at white space.
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
def test_squad_f1_is_that_of_its_script(answer: str, references: list[str], expected: float) -> None:
    assert squad_f1(answer, references) == pytest.approx(expected)
    found = summarise([RowScore(squad_f1=squad_f1(answer, references))], resamples=0, seed=0)
    assert found["squad_f1"].value == pytest.approx(expected)


def test_squad_f1_is_that_of_the_official_script() -> None:
    """Answers with articles, punctuation, other scripts and several references, scored by evaluate-v2.0.py."""
    golden = json.loads((Path(__file__).parents[1] / "golden" / "squad_f1.json").read_text("utf-8"))
    assert len(golden["rows"]) > 50
    for row in golden["rows"]:
        assert squad_f1(row["answer"], row["references"]) == pytest.approx(100 * row["f1"], abs=1e-9), row
