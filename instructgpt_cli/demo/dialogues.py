"""Generated instructions whose answers depend on the instruction, not only on the input.

Everything follows from a seed: the same calls give the same rows everywhere. Held-out inputs and phrasings are chosen
first, so that no training row contains one.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from instructgpt_cli.demo.words import (
    ADJECTIVES,
    CHINESE_FRAMES,
    CHINESE_OBJECTS,
    CHINESE_VERBS,
    ENGLISH_FRAMES,
    ENGLISH_OBJECTS,
    ENGLISH_VERBS,
    NOUNS,
    PHRASE_OBJECTS,
    PHRASE_VERBS,
    Adjective,
    Noun,
)

Dialogue = dict[str, str]

SHORTEST, LONGEST = 3, 5
CHINESE_INSTRUCTIONS = 0.25
CHINESE_LISTS = 0.5  # of those
PHRASES = 0.1
# Training rows have the hard tasks more often; held-out sets have all tasks equally often.
TRAINING_WEIGHTS = {"sort": 3, "reverse": 2, "translate": 2, "upper": 2, "join": 2, "first": 1, "last": 1, "count": 1}
ANSWERS: dict[str, Callable[[list[Noun]], str]] = {
    "reverse": lambda nouns: " ".join(noun.english for noun in reversed(nouns)),
    "sort": lambda nouns: " ".join(sorted(noun.english for noun in nouns)),
    "first": lambda nouns: nouns[0].english,
    "last": lambda nouns: nouns[-1].english,
    "count": lambda nouns: str(len(nouns)),
    "upper": lambda nouns: " ".join(noun.english.upper() for noun in nouns),
    "join": lambda nouns: ", ".join(noun.english for noun in nouns),
    "translate": lambda nouns: " ".join(noun.french for noun in nouns),
}
CHINESE_ANSWERS: dict[str, Callable[[list[Noun]], str]] = {
    "reverse": lambda nouns: " ".join(noun.chinese for noun in reversed(nouns)),
    "first": lambda nouns: nouns[0].chinese,
    "last": lambda nouns: nouns[-1].chinese,
    "count": lambda nouns: str(len(nouns)),
    "join": lambda nouns: "，".join(noun.chinese for noun in nouns),
}


@dataclass(frozen=True, slots=True)
class Phrasings:
    """The sentences for one task in one language, used in training or held out.

    A held-out sentence combines a verb and an object that training uses only in other combinations.
    """

    seen: tuple[str, ...]
    unseen: tuple[str, ...]


def english_phrasings(verbs: tuple[str, ...], objects: tuple[str, ...]) -> Phrasings:
    """All English sentences with these verbs and objects."""
    return _phrasings(verbs, objects, ENGLISH_FRAMES, capital=True)


def chinese_phrasings(verbs: tuple[str, ...]) -> Phrasings:
    """All Chinese sentences with these verbs."""
    return _phrasings(verbs, CHINESE_OBJECTS, CHINESE_FRAMES, capital=False)


def _phrasings(
    verbs: tuple[str, ...], objects: tuple[str, ...], frames: tuple[tuple[str, str], ...], *, capital: bool
) -> Phrasings:
    """All combinations of frames, verbs and objects; verb i with object i is held out."""
    seen: list[str] = []
    unseen: list[str] = []
    for i, verb in enumerate(verbs):
        for j, thing in enumerate(objects):
            for opening, end in frames:
                core = verb.format(thing)
                if capital and not opening:
                    core = core[0].upper() + core[1:]
                (unseen if i == j else seen).append(opening + core + end)
    return Phrasings(tuple(seen), tuple(unseen))


ENGLISH = {task: english_phrasings(verbs, ENGLISH_OBJECTS) for task, verbs in ENGLISH_VERBS.items()}
CHINESE = {task: chinese_phrasings(verbs) for task, verbs in CHINESE_VERBS.items()}
PHRASE = english_phrasings(PHRASE_VERBS, PHRASE_OBJECTS)
# For pretraining only: the same sentences for a task that is none of the above.
_REPEAT = (english_phrasings(("repeat {}",), (*ENGLISH_OBJECTS, *PHRASE_OBJECTS)), chinese_phrasings(("重复{}",)))
ENGLISH_REPEAT, CHINESE_REPEAT = (phrasings.seen + phrasings.unseen for phrasings in _REPEAT)


def french_phrase(article: str, adjective: Adjective | None, noun: Noun) -> str:
    """`the`/`a` with an optional adjective and a noun, in French."""
    vowel = noun.french[0] in "aeiouéèêîœ" and not (adjective and adjective.before)
    words = [noun.french]
    if adjective:
        agreed = adjective.feminine if noun.feminine else adjective.masculine
        words.insert(0 if adjective.before else 1, agreed)
    if article == "the" and vowel:
        return "l'" + " ".join(words)
    articles = {"the": ("le", "la"), "a": ("un", "une")}[article]
    return " ".join([articles[noun.feminine], *words])


def english_phrase(article: str, adjective: Adjective | None, noun: Noun) -> str:
    """The same phrase in English."""
    words = [adjective.english, noun.english] if adjective else [noun.english]
    if article == "a" and words[0][0] in "aeiou":
        article = "an"
    return " ".join([article, *words])


class Generator:
    """Draws rows from a seed. Inputs of held-out rows are never drawn again."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.held_out: set[str] = set()

    def training(self, count: int) -> list[Dialogue]:
        """Rows with training phrasings and inputs that no held-out set has. Draw those sets first."""
        return [self._row(unseen=False, weights=TRAINING_WEIGHTS) for _ in range(count)]

    def unseen_inputs(self, count: int) -> list[Dialogue]:
        """Held-out rows with training phrasings and new inputs."""
        return [self._hold_out(self._row(unseen=False)) for _ in range(count)]

    def unseen_phrasings(self, count: int) -> list[Dialogue]:
        """Held-out rows with held-out phrasings and new inputs."""
        return [self._hold_out(self._row(unseen=True)) for _ in range(count)]

    def contrast(self, groups: int) -> list[Dialogue]:
        """Groups of held-out rows: one new input with every English task. `group` is the number of the group."""
        rows = []
        for group in range(groups):
            nouns = self._nouns()
            for task, answer in ANSWERS.items():
                row = self._make(task, ENGLISH[task].seen, _english(nouns), answer(nouns))
                rows.append(self._hold_out(row) | {"group": str(group)})
        return rows

    def facts(self, count: int) -> list[Dialogue]:
        """Pretraining rows about single words and copying, none of the tasks."""
        return [self._fact() for _ in range(count)]

    def _hold_out(self, row: Dialogue) -> Dialogue:
        self.held_out.add(row["input"])
        return row

    def _row(self, *, unseen: bool, weights: dict[str, int] | None = None) -> Dialogue:
        if self.random.random() < PHRASES:
            english, french = self._phrase()
            return self._make("phrase", PHRASE.unseen if unseen else PHRASE.seen, english, french)
        nouns = self._nouns()
        chinese = self.random.random() < CHINESE_INSTRUCTIONS
        in_chinese = chinese and self.random.random() < CHINESE_LISTS
        answers = CHINESE_ANSWERS if in_chinese else ANSWERS
        tasks = list(answers)
        task = self.random.choices(tasks, [weights[task] for task in tasks] if weights else None)[0]
        phrasings = (CHINESE if chinese else ENGLISH)[task]
        given = _chinese(nouns) if in_chinese else _english(nouns)
        return self._make(task, phrasings.unseen if unseen else phrasings.seen, given, answers[task](nouns))

    def _make(self, task: str, phrasings: tuple[str, ...], given: str, answer: str) -> Dialogue:
        return {"instruction": self.random.choice(phrasings), "input": given, "output": answer, "task": task}

    def _nouns(self) -> list[Noun]:
        """Distinct nouns whose list is not held out in either language."""
        while True:
            nouns = self.random.sample(NOUNS, self.random.randint(SHORTEST, LONGEST))
            if not self.held_out & {_english(nouns), _chinese(nouns)}:
                return nouns

    def _phrase(self) -> tuple[str, str]:
        """One or two noun phrases, in English and in French, not held out."""
        while True:
            parts = []
            for _ in range(self.random.randint(1, 2)):
                article = self.random.choice(("the", "a"))
                adjective = self.random.choice(ADJECTIVES) if self.random.random() < 0.7 else None
                parts.append((article, adjective, self.random.choice(NOUNS)))
            english = " and ".join(english_phrase(*part) for part in parts)
            if english not in self.held_out:
                return english, " et ".join(french_phrase(*part) for part in parts)

    def _fact(self) -> Dialogue:
        nouns = self._nouns()
        one, other = nouns[:2]
        adjective = self.random.choice(ADJECTIVES)
        place = self.random.randrange(len(nouns) - 1)
        task = self.random.choice(list(ENGLISH_VERBS))
        thing, ding = self.random.choice(ENGLISH_OBJECTS), self.random.choice(CHINESE_OBJECTS)
        english = self.random.choice(ENGLISH_VERBS[task]).format(thing)
        chinese = self.random.choice(CHINESE_VERBS[task]).format(ding)
        asked, answer = self.random.choice(
            (
                (f"What is the French word for {one.english}?", one.french),
                (f"What does the French word {one.french} mean?", one.english),
                (f"Which French words mean {adjective.english}?", f"{adjective.masculine} {adjective.feminine}"),
                (f"{one.chinese}用英语怎么说？", one.english),
                (f"How does a sign that shouts {one.english} look?", one.english.upper()),
                (
                    f"Which comes earlier in a dictionary, {one.english} or {other.english}?",
                    min(one.english, other.english),
                ),
                (f"What follows {nouns[place].english} here? {_english(nouns)}", nouns[place + 1].english),
                (self.random.choice(ENGLISH_REPEAT) + "\n" + _english(nouns), _english(nouns)),
                (self.random.choice(CHINESE_REPEAT) + "\n" + _chinese(nouns), _chinese(nouns)),
                (f"What is the Chinese for “{english}”?", chinese),
                (f"“{chinese}”用英语怎么说？", english),
            )
        )
        return {"instruction": asked, "output": answer}


def _english(nouns: list[Noun]) -> str:
    return " ".join(noun.english for noun in nouns)


def _chinese(nouns: list[Noun]) -> str:
    return " ".join(noun.chinese for noun in nouns)
