"""Generated instructions: reproducible, with held-out inputs and phrasings, and correct answers."""

from collections import defaultdict

import pytest

from instructgpt_cli.demo import dialogues
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


def test_training_rows_have_no_held_out_input(sets: dict[str, list[dict[str, str]]]) -> None:
    held_out = {row["input"] for name in ("inputs", "phrasings", "contrast") for row in sets[name]}
    assert held_out & {row["input"] for row in sets["train"]} == set()


def test_training_rows_have_no_held_out_phrasing(sets: dict[str, list[dict[str, str]]]) -> None:
    asked = {row["instruction"] for row in sets["phrasings"]}
    assert asked & {row["instruction"] for row in sets["train"]} == set()
    for phrasings in (*ENGLISH.values(), *CHINESE.values(), PHRASE):
        assert set(phrasings.seen) & set(phrasings.unseen) == set()
        assert len(phrasings.seen) > len(phrasings.unseen) > 0


def test_pretraining_rows_have_none_of_the_tasks(sets: dict[str, list[dict[str, str]]]) -> None:
    sentences = {s for phrasings in (*ENGLISH.values(), *CHINESE.values(), PHRASE) for s in phrasings.seen}
    assert not [row for row in sets["facts"] if row["instruction"].split("\n")[0] in sentences]


def test_the_answers_are_correct(sets: dict[str, list[dict[str, str]]]) -> None:
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
def test_phrases_agree_in_gender(article: str, adjective: str | None, noun: str, english: str, french: str) -> None:
    parts = (article, ADJECTIVE[adjective] if adjective else None, NOUN[noun])
    assert dialogues.english_phrase(*parts) == english
    assert dialogues.french_phrase(*parts) == french


def test_a_contrast_group_has_every_task_for_one_input(sets: dict[str, list[dict[str, str]]]) -> None:
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sets["contrast"]:
        groups[row["group"]].append(row)
    assert len(groups) == 20
    for rows in groups.values():
        assert len({row["input"] for row in rows}) == 1
        assert {row["task"] for row in rows} == set(ENGLISH)
