"""The words of the generated instructions: distinct, and complete for every task."""

from instructgpt_cli.demo import words
from instructgpt_cli.demo.words import ADJECTIVES, CHINESE_OBJECTS, CHINESE_VERBS, ENGLISH_OBJECTS, ENGLISH_VERBS, NOUNS


def test_words_are_distinct_in_every_language() -> None:
    """A list of nouns would otherwise have two correct translations."""
    for column in ("english", "french", "chinese"):
        written = [getattr(noun, column) for noun in NOUNS]
        assert len(set(written)) == len(written), column
    assert len({adjective.english for adjective in ADJECTIVES}) == len(ADJECTIVES)


def test_nouns_are_single_words_in_their_scripts() -> None:
    for noun in NOUNS:
        assert noun.english.isascii()
        assert noun.english.islower()
        assert not noun.chinese.isascii()
    assert any(noun.feminine for noun in NOUNS)
    assert not all(noun.feminine for noun in NOUNS)


def test_every_task_has_verbs_in_both_languages() -> None:
    assert ENGLISH_VERBS.keys() == CHINESE_VERBS.keys()
    for verbs in (*ENGLISH_VERBS.values(), *CHINESE_VERBS.values()):
        assert len(set(verbs)) == len(verbs)
        assert all(verb.count("{}") == 1 for verb in verbs)


def test_every_verb_can_be_held_out_with_an_object_of_its_own() -> None:
    """Verb i is held out with object i, so there must be as many objects as verbs."""
    assert max(map(len, ENGLISH_VERBS.values())) <= min(len(ENGLISH_OBJECTS), len(words.PHRASE_OBJECTS))
    assert max(map(len, CHINESE_VERBS.values())) <= len(CHINESE_OBJECTS)
