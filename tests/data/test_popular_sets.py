"""Popular datasets as they are on the Hub: which columns are read, which are not used, and which sets are refused with
the mapping to write."""

from typing import Any

import pytest

from instructgpt_cli.data.convert import Converter
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.data.types import Row
from instructgpt_cli.recipe.data_schema import Source

SAID = [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]
SHARED = [{"from": "human", "value": "q"}, {"from": "gpt", "value": "a"}]
ASKED = [("user", "q"), ("assistant", "a")]
ABOUT = [("user", "q\nc"), ("assistant", "a")]
WITH_SYSTEM = [("system", "s"), *ASKED]


def read(record: dict[str, Any], **options: Any) -> Row:
    converter = Converter(Source(path="x.jsonl", **options), "x.jsonl")
    (renamed,) = converter.records(record)
    return converter.row(renamed, 0)


READ: dict[str, tuple[dict[str, Any], list[tuple[str, str]], str]] = {
    # set: a row, its turns, the unused columns
    "alpaca": ({"instruction": "q", "input": "c", "output": "a", "text": "t"}, ABOUT, "text"),
    "alpaca-gpt4, code_alpaca, belle": ({"instruction": "q", "input": "", "output": "a"}, ASKED, ""),
    "dolly": ({"instruction": "q", "context": "c", "response": "a", "category": "qa"}, ABOUT, "category"),
    "OpenOrca": ({"id": "1", "system_prompt": "s", "question": "q", "response": "a"}, WITH_SYSTEM, "id"),
    "OpenOrca, no system prompt": ({"id": "1", "system_prompt": "", "question": "q", "response": "a"}, ASKED, "id"),
    "SlimOrca": ({"conversations": [{**turn, "weight": None} for turn in SHARED]}, ASKED, ""),
    "OpenHermes-2.5": (
        {"title": None, "category": "x", "source": "glaive", "system_prompt": None, "conversations": SHARED, "id": 1},
        ASKED,
        "title category source id",
    ),
    "Orca DPO pairs": ({"system": "s", "question": "q", "chosen": "a", "rejected": "r"}, WITH_SYSTEM, "rejected"),
    "UltraChat 200k, no_robots": ({"prompt": "q", "prompt_id": "1", "messages": SAID}, ASKED, "prompt prompt_id"),
    "UltraFeedback binarized": (
        {"prompt": "q", "prompt_id": "1", "chosen": SAID, "rejected": SAID, "messages": SAID, "score_chosen": 8.5},
        ASKED,
        "prompt prompt_id rejected score_chosen",
    ),
    "ShareGPT, WizardLM V2, Infinity-Instruct": ({"id": "1", "conversations": SHARED}, ASKED, "id"),
    "LIMA": ({"conversations": ["q", "a"], "source": "stackexchange"}, ASKED, "source"),
    "Tulu 3, smoltalk": ({"id": "1", "messages": SAID, "source": "flan"}, ASKED, "id source"),
    "smoltalk2": ({"messages": SAID, "chat_template_kwargs": {}, "source": "x"}, ASKED, "chat_template_kwargs source"),
    "Magpie": (
        {"uuid": "1", "instruction": "q", "response": "a", "conversations": SHARED},
        ASKED,
        "uuid instruction response",
    ),
    "WildChat": ({"model": "m", "conversation": SAID, "turn": 1, "toxic": False}, ASKED, "model turn toxic"),
    "WizardLM 70k, Evol-Instruct code": ({"instruction": "q", "output": "a"}, ASKED, ""),
    "Open-Platypus": (
        {"input": "", "output": "a", "instruction": "q", "data_source": "leetcode"},
        ASKED,
        "data_source",
    ),
    "GPT4All-J": ({"prompt": "q", "response": "a", "source": "laion"}, ASKED, "source"),
    "LongForm": ({"input": "q", "output": "a", "source": "C4", "subset": "x"}, ASKED, "source subset"),
    "GSM8K, Orca-Math": ({"question": "q", "answer": "a"}, ASKED, ""),
    "MetaMathQA": (
        {"type": "GSM", "query": "q", "original_question": "o", "response": "a"},
        ASKED,
        "type original_question",
    ),
    "MathInstruct": ({"source": "data/CoT/aqua.json", "instruction": "q", "output": "a"}, ASKED, "source"),
    "NuminaMath-CoT": (
        {"source": "cn_k12", "problem": "q", "solution": "a", "messages": SAID},
        ASKED,
        "source problem solution",
    ),
    "NuminaMath without messages": ({"source": "cn_k12", "problem": "q", "solution": "a"}, ASKED, "source"),
    "MATH": ({"problem": "q", "level": "Level 5", "type": "Algebra", "solution": "a"}, ASKED, "level type"),
    "OpenThoughts, Bespoke-Stratos": ({"system": "s", "conversations": SHARED}, WITH_SYSTEM, ""),
    "medical-o1-reasoning": ({"Question": "q", "Complex_CoT": "t", "Response": "a"}, ASKED, "Complex_CoT"),
    "reasoning beside an answer": ({"prompt": "q", "thinking": "t", "response": "a"}, ASKED, "thinking"),
    "Nemotron post-training": (
        {"input": SAID[:1], "output": "a", "category": "math", "reasoning": "on", "system_prompt": "s"},
        WITH_SYSTEM,
        "category reasoning",
    ),
    "firefly": ({"kind": "NLI", "input": "q", "target": "a"}, ASKED, "kind"),
    "COIG-CQIA": (
        {"instruction": "q", "input": "", "output": "a", "domain": ["x"], "metadata": None},
        ASKED,
        "domain metadata",
    ),
    "Magicoder": ({"lang": "py", "index": 1, "seed": "s", "problem": "q", "solution": "a"}, ASKED, "lang index seed"),
    "HumanEval": (
        {"task_id": "1", "prompt": "q", "canonical_solution": "a", "test": "t", "entry_point": "f"},
        ASKED,
        "task_id test entry_point",
    ),
    "MBPP, sanitized": (
        {"source_file": "f", "task_id": 2, "prompt": "q", "code": "a", "test_list": []},
        ASKED,
        "source_file task_id test_list",
    ),
    "XSum": ({"document": "q", "summary": "a", "id": "1"}, ASKED, "id"),
    "CNN/DailyMail": ({"article": "q", "highlights": "a", "id": "1"}, ASKED, "id"),
    "SAMSum": ({"id": "1", "dialogue": "q", "summary": "a"}, ASKED, "id"),
    "BoolQ": ({"question": "q", "answer": True, "passage": "c"}, [("user", "q\nc"), ("assistant", "True")], ""),
    "sql-create-context": ({"question": "q", "context": "c", "answer": "a"}, ABOUT, ""),
    "a translation": ({"source": "q", "target": "a"}, ASKED, ""),
    "a rationale": ({"question": "q", "rationale": "t", "answer": "a"}, ASKED, "rationale"),
}


@pytest.mark.parametrize("name", READ)
def test_a_set_is_read_without_a_mapping(name: str) -> None:
    record, turns, unused = READ[name]
    row = read(record)
    assert [(message.role, message.content) for message in row.messages] == turns
    assert row.layout is not None
    assert set(row.layout.unused) == set(unused.split())


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    # set: a row, the message, the hint
    "NuminaMath-1.5, MATH-500, LIMO": (
        {"problem": "q", "solution": "t", "answer": "a"},
        "`solution` and `answer` could each be the completion",
        "{completion: solution}",
    ),
    "OpenCodeReasoning": (
        {"id": "1", "input": "q", "output": "t", "source": "x", "solution": "a"},
        "`output` and `solution` could each be the completion",
        "{completion: output}",
    ),
    "SQuAD": (
        {"id": "1", "title": "t", "context": "c", "question": "q", "answers": {"text": ["a"]}},
        "no answer column, but `answers`",
        "{completion: answers}",
    ),
    "HotpotQA": (
        {"id": "1", "question": "q", "answer": "a", "type": "bridge", "context": {"title": [], "sentences": []}},
        "`context` is an object, not text",
        "To ignore it: columns: {prompt: question, completion: answer}.",
    ),
    "TriviaQA": (
        {"question": "q", "question_id": "1", "answer": {"aliases": ["a"], "value": "a"}},
        "`answer` is an object, not text",
        "{completion: answer.aliases}",
    ),
    "APPS": (
        {"problem_id": 0, "question": "q", "solutions": "[]", "input_output": "{}", "difficulty": "x"},
        "no answer column, but `solutions`",
        "{completion: solutions}",
    ),
    "MBPP": (
        {"task_id": 1, "text": "q", "code": "a", "test_list": []},
        "`text` next to `code`: raw text, or a prompt and its answer?",
        "{prompt: text, completion: code}",
    ),
    "FLAN, P3, Aya": (
        {"inputs": "q", "targets": "a", "task_name": "x"},
        "cannot tell what the columns `inputs`, `targets`, `task_name` hold",
        "columns: {prompt: COLUMN, completion: COLUMN}",
    ),
    "ARC": (
        {"id": "1", "question": "q", "choices": {"text": [], "label": []}, "answerKey": "A"},
        "no answer column, but `answerKey` and `choices`",
        "its number or letter says nothing",
    ),
    "MMLU": (
        {"question": "q", "subject": "x", "choices": ["a", "b"], "answer": 1},
        "`answer` is 1, one of `choices`",
        "its number or letter says nothing",
    ),
    "RACE": (
        {"article": "c", "question": "q", "options": ["a", "b"], "answer": "B"},
        "`answer` is 'B', one of `options`",
        "Put the choices into the prompt",
    ),
    "OpenAssistant": (
        {"message_id": "1", "parent_id": None, "text": "q", "role": "prompter", "lang": "en"},
        "`text` next to `role`: a row is one turn, not a conversation",
        "as `messages`",
    ),
    "messages, one a line": (
        {"role": "user", "content": "q"},
        "`content` next to `role`: a row is one turn, not a conversation",
        "format: text",
    ),
    "MOSS": (
        {"conversation_id": "1", "meta_instruction": "s", "num_turns": 1, "chat": {"turn_1": {}}},
        "cannot tell what the columns",
        "columns: {prompt: COLUMN, completion: COLUMN}",
    ),
    "CoQA": (
        {"source": "wikipedia", "story": "c", "questions": ["q"], "answers": {"input_text": ["a"]}},
        "cannot tell what the columns `source`, `story`, `questions`, `answers` hold",
        "columns: {prompt: COLUMN, completion: COLUMN}",
    ),
    "HH-RLHF": (
        {"chosen": "\n\nHuman: q\n\nAssistant: a", "rejected": "\n\nHuman: q\n\nAssistant: r"},
        "`chosen` is not a list of turns",
        "",
    ),
    "WMT": ({"translation": {"en": "q", "fr": "a"}}, "cannot tell what the columns `translation` hold", "COLUMN"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_set_is_refused_with_what_to_do(name: str) -> None:
    record, message, hint = REFUSED[name]
    with pytest.raises(RowFault) as caught:
        read(record)
    assert caught.value.message.startswith(message)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("record", "columns", "turns"),
    [
        ({"problem": "q", "solution": "a", "answer": "1"}, {"completion": "solution"}, ASKED),
        ({"inputs": "q", "targets": "a"}, {"prompt": "inputs", "completion": "targets"}, ASKED),
        ({"question": "q", "choices": ["a"], "answer": "a"}, {"prompt": "question", "completion": "answer"}, ASKED),
        ({"question": "q", "answer": "a", "context": {}}, {"prompt": "question", "completion": "answer"}, ASKED),
        ({"translation": {"en": "q", "fr": "a"}}, {"prompt": "translation.en", "completion": "translation.fr"}, ASKED),
        ({"id": "1", "data": ["q", "a"]}, {"conversations": "data"}, ASKED),  # UltraChat
        ({"prompt": "q", "source": "c", "response": "a"}, {"input": "source"}, ABOUT),
        ({"source": "q", "chosen": "a"}, {"source": "source"}, ASKED),
        ({"system_message": "s", "prompt": "q", "response": "a"}, {"system": "system_message"}, WITH_SYSTEM),
    ],
)
def test_a_set_is_read_with_a_mapping(
    record: dict[str, Any], columns: dict[str, str], turns: list[tuple[str, str]]
) -> None:
    assert [(message.role, message.content) for message in read(record, columns=columns).messages] == turns


def test_a_source_column_alone_is_not_a_prompt() -> None:
    for record in ({"source": "cn_k12", "response": "a"}, {"source": "cn_k12", "output": "a"}):
        with pytest.raises(RowFault, match="cannot tell what the columns"):
            read(record)
    assert read({"Source": "q", "Target": "a"}).messages[0].content == "q"


def test_alternating_texts_begin_with_the_user() -> None:
    row = read({"conversations": ["one?", "two.", "three?"]})
    assert [message.role for message in row.messages] == ["user", "assistant", "user"]


def test_short_answers_and_texts_with_a_role_column_are_read() -> None:
    """Only the number or letter of a choice is refused, not any short answer next to choices."""
    assert read({"question": "q", "options": ["Paris", "Rome"], "answer": "Rome"}).messages[-1].content == "Rome"
    assert read({"text": "t", "role": "doctor"}, format="text").text == "t"
