"""Text that comes with Python: parsed, without repetitions, and split into training and held-out documents."""

from pathlib import Path

from instructgpt_cli.demo import stdlib_text


def test_repeated_paragraphs_are_dropped() -> None:
    first = "one two three four five six seven\n\nalpha beta gamma delta epsilon zeta"
    again = "one two three four five six seven\n\nnew words that nobody wrote before now"
    assert list(stdlib_text.without_repetitions([first, again, first])) == [
        first,
        "new words that nobody wrote before now",
    ]


def test_docstrings_are_parsed_and_not_executed(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '"""Module."""\nraise SystemExit\nclass A:\n    """Class."""\n    def f(self):\n        "F."\n'
    )
    (tmp_path / "broken.py").write_text("def (:")
    (tmp_path / "test").mkdir()
    (tmp_path / "test" / "b.py").write_text('"""Skipped."""')
    assert list(stdlib_text.docstrings(tmp_path)) == ["Module.", "Class.", "F."]


def test_the_compressors_start_after_the_training_text() -> None:
    """What the training text contains costs almost nothing; new noise costs its entropy."""
    noise = "".join(chr(33 + (i * i * 7919 + i * 104729) % 89) for i in range(6000))
    seen = stdlib_text.compressors(stdlib_text.Corpus((noise,), (noise,)))
    new = stdlib_text.compressors(stdlib_text.Corpus(("a short text",), (noise,)))
    assert seen["xz"] < 0.1 < new["xz"]
    assert seen["bz2"] < new["bz2"]


def test_shingles_are_runs_of_words() -> None:
    assert stdlib_text.shingles("A b, c d e F") == {("a", "b", "c", "d", "e"), ("b", "c", "d", "e", "f")}
    assert stdlib_text.shingles("one two") == {("one", "two")}
    assert stdlib_text.shingles("-- !") == set()


def test_the_held_out_fraction_is_about_six_percent() -> None:
    held_out = sum(stdlib_text.is_held_out(f"document {number}") for number in range(5000))
    assert 0.05 < held_out / 5000 < 0.07
