"""The quick start's data: the same everywhere, held-out parts held out, answers right."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from instructgpt_cli.demo import dialogues, stdlib_text
from instructgpt_cli.demo.__main__ import beside, main
from instructgpt_cli.demo.dialogues import CHINESE, ENGLISH, PHRASE, Generator
from instructgpt_cli.demo.words import ADJECTIVES, NOUNS

NOUN = {noun.english: noun for noun in NOUNS}
ADJECTIVE = {adjective.english: adjective for adjective in ADJECTIVES}


@pytest.fixture(scope="module")
def sets() -> dict[str, list[dict[str, str]]]:
    generator = Generator(3)
    return {
        "inputs": generator.unseen_inputs(300),
        "phrasings": generator.unseen_phrasings(300),
        "contrast": generator.contrast(20),
        "train": generator.training(4000),
        "facts": generator.facts(1000),
    }


def test_the_same_seed_gives_the_same_rows() -> None:
    first, second, other = Generator(1), Generator(1), Generator(2)
    drawn = first.unseen_phrasings(50) + first.training(50)
    assert drawn == second.unseen_phrasings(50) + second.training(50)
    assert drawn != other.unseen_phrasings(50) + other.training(50)


def test_training_never_sees_a_held_out_input(sets: dict[str, list[dict[str, str]]]) -> None:
    held_out = {row["input"] for name in ("inputs", "phrasings", "contrast") for row in sets[name]}
    assert held_out & {row["input"] for row in sets["train"]} == set()


def test_training_never_sees_a_held_out_phrasing(sets: dict[str, list[dict[str, str]]]) -> None:
    asked = {row["instruction"] for row in sets["phrasings"]}
    assert asked & {row["instruction"] for row in sets["train"]} == set()
    for phrasings in (*ENGLISH.values(), *CHINESE.values(), PHRASE):
        assert set(phrasings.seen) & set(phrasings.unseen) == set()
        assert len(phrasings.seen) > len(phrasings.unseen) > 0


def test_pretraining_shows_none_of_the_tasks(sets: dict[str, list[dict[str, str]]]) -> None:
    sentences = {s for phrasings in (*ENGLISH.values(), *CHINESE.values(), PHRASE) for s in phrasings.seen}
    assert not [row for row in sets["facts"] if row["instruction"].split("\n")[0] in sentences]


def test_the_answers_are_right(sets: dict[str, list[dict[str, str]]]) -> None:
    checked = defaultdict(int)
    for row in sets["train"] + sets["contrast"]:
        words, answer, task = row["input"].split(), row["output"], row["task"]
        english = words[0].isascii()
        checked[task] += 1
        if task == "reverse":
            assert answer.split()[::-1] == words
        elif task == "sort":
            assert answer.split() == sorted(words)
        elif task in ("first", "last"):
            assert answer == words[0 if task == "first" else -1]
        elif task == "count":
            assert int(answer) == len(words)
        elif task == "upper":
            assert answer.lower().split() == words
            assert answer.isupper()
        elif task == "join":
            assert answer.split(", " if english else "，") == words
        elif task == "translate":
            assert answer.split() == [NOUN[word].french for word in words]
        else:
            assert task == "phrase"
            assert len(answer.split(" et ")) == len(row["input"].split(" and "))
    assert set(checked) == {*ENGLISH, "phrase"}


@pytest.mark.parametrize(
    ("article", "adjective", "noun", "english", "french"),
    [
        ("the", "white", "cat", "the white cat", "le chat blanc"),
        ("a", "small", "table", "a small table", "une petite table"),
        ("the", None, "tree", "the tree", "l'arbre"),
        ("the", "red", "tree", "the red tree", "l'arbre rouge"),
        ("the", "big", "tree", "the big tree", "le grand arbre"),
        ("a", None, "egg", "an egg", "un œuf"),
        ("a", "empty", "school", "an empty school", "une école vide"),
    ],
)
def test_phrases_agree(article: str, adjective: str | None, noun: str, english: str, french: str) -> None:
    parts = (article, ADJECTIVE[adjective] if adjective else None, NOUN[noun])
    assert dialogues.english_phrase(*parts) == english
    assert dialogues.french_phrase(*parts) == french


def test_contrast_puts_every_task_to_one_input(sets: dict[str, list[dict[str, str]]]) -> None:
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sets["contrast"]:
        groups[row["group"]].append(row)
    assert len(groups) == 20
    for rows in groups.values():
        assert len({row["input"] for row in rows}) == 1
        assert {row["task"] for row in rows} == set(ENGLISH)


def test_repeated_paragraphs_are_dropped() -> None:
    first = "one two three four five six seven\n\nalpha beta gamma delta epsilon zeta"
    again = "one two three four five six seven\n\nnew words that nobody wrote before now"
    assert list(stdlib_text.without_repetitions([first, again, first])) == [
        first,
        "new words that nobody wrote before now",
    ]


def test_docstrings_are_read_not_run(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        '"""Module."""\nraise SystemExit\nclass A:\n    """Class."""\n    def f(self):\n        "F."\n'
    )
    (tmp_path / "broken.py").write_text("def (:")
    (tmp_path / "test").mkdir()
    (tmp_path / "test" / "b.py").write_text('"""Skipped."""')
    assert list(stdlib_text.docstrings(tmp_path)) == ["Module.", "Class.", "F."]


def test_the_compressors_are_given_the_training_text() -> None:
    """What they have seen already costs them next to nothing; noise costs what it holds."""
    noise = "".join(chr(33 + (i * i * 7919 + i * 104729) % 89) for i in range(6000))
    seen = stdlib_text.compressors(stdlib_text.Corpus((noise,), (noise,)))
    new = stdlib_text.compressors(stdlib_text.Corpus(("a short text",), (noise,)))
    assert seen["xz"] < 0.1 < new["xz"]
    assert seen["bz2"] < new["bz2"]


@pytest.mark.e2e
def test_it_writes_every_file(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "instructgpt_cli.demo", str(tmp_path / "data")]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "data")
    assert "bits per byte" in done.stderr
    train, valid = (
        [
            json.loads(line)["text"]
            for line in (tmp_path / "data" / f"text.{part}.jsonl").read_text("utf-8").splitlines()
        ]
        for part in ("train", "valid")
    )
    assert set(train) & set(valid) == set()
    assert 0.02 < len("".join(valid)) / len("".join(train)) < 0.12


def test_the_model_stands_beside_the_compressors(tmp_path: Path) -> None:
    (tmp_path / "compressors.json").write_text('{"bz2": 2.0439, "xz": 2.0187}')
    found = {"sets": {"held-out text": {"metrics": {"bits_per_byte": {"value": 1.94}}}}}
    (tmp_path / "eval.json").write_text(json.dumps(found))
    shown = [line.split() for line in beside(tmp_path, tmp_path / "eval.json").splitlines()[1:]]
    assert shown == [["bz2", "2.044"], ["xz", "2.019"], ["model", "1.940"]]


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "",
        "[]",
        '{"sets": {}}',
        '{"sets": 3}',
        '{"sets": {"a": {"metrics": {"x": 1}}}}',
        '{"sets": {"a": 1, "b": 2}}',
    ],
)
def test_scores_of_another_form_are_refused_by_name(
    tmp_path: Path, odd: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "compressors.json").write_text('{"bz2": 2.0439}')
    scores = tmp_path / "eval.json"
    if odd is not None:
        scores.write_text(odd)
    monkeypatch.setattr("sys.argv", ["demo", str(tmp_path), "--beside", str(scores)])
    with pytest.raises(SystemExit, match="2"):
        main()
    why = "cannot be read: No such file" if odd is None else "does not hold the bits per byte of one text"
    assert f"{scores}: {why}" in capsys.readouterr().err
