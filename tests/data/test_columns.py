"""Which columns hold the prompt, the answer and the rest, found from names alone or by the recipe's mapping."""

import pytest
import yaml

from instructgpt_cli.data.columns import Binding, as_yaml, bind, check_names, listed
from instructgpt_cli.data.turns import RowFault
from instructgpt_cli.errors import UsageError


def bound(*keys: str, format: str = "auto", **columns: str) -> Binding:
    return bind(keys, columns, format)


def fault(*keys: str, format: str = "auto", **columns: str) -> RowFault:
    with pytest.raises(RowFault) as caught:
        bind(keys, columns, format)
    return caught.value


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("prompt", "completion"),
        ("prompt", "response"),
        ("prompt", "code"),
        ("prompt", "canonical_solution"),
        ("question", "answer"),
        ("Question", "Answer"),
        (" Question", "Answer "),
        ("problem", "solution"),
        ("instruction", "output"),
        ("instruction", "response"),
        ("query", "response"),
        ("context", "continuation"),
        ("input", "target"),
        ("input", "output"),
        ("source", "target"),
        ("article", "highlights"),
        ("document", "summary"),
        ("IN", "OUT"),
    ],
)
def test_a_prompt_and_its_answer_are_found_by_name(prompt: str, answer: str) -> None:
    found = bound("id", prompt, answer, "label")
    assert (found.kind, found.head, found.input, found.answer) == ("pair", prompt, "", answer)


@pytest.mark.parametrize(
    ("keys", "binding"),
    [
        (("instruction", "input", "output"), Binding("pair", "instruction", "input", "output")),
        (("question", "context", "answer"), Binding("pair", "question", "context", "answer")),
        (("text", "source"), Binding("text", "text")),
        (("content", "meta"), Binding("text", "content")),
        (("messages", "tools", "task"), Binding("chat", "messages", tools="tools", task="task")),
        (("conversations", "chosen"), Binding("chat", "conversations", answer="chosen")),
        (("chosen", "rejected"), Binding("chat", "chosen")),
        (("turns", "category"), Binding("chat", "turns")),
        (("prompt",), Binding("pair", "prompt")),
        (("input",), Binding("pair", "input")),
        (("system_prompt", "question", "response"), Binding("pair", "question", "", "response", "system_prompt")),
        (("prompt", "completion", "references"), Binding("pair", "prompt", "", "completion")),  # only if mapped
    ],
)
def test_each_layout_is_found_by_name(keys: tuple[str, ...], binding: Binding) -> None:
    assert bound(*keys) == binding


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("question", "answer", "response"), "`answer` and `response` could each be the completion"),
        (("text", "code"), "`text` next to `code`: raw text, or a prompt and its answer?"),
        (("text", "role"), "`text` next to `role`: a row is one turn, not a conversation"),
        (("prompt", "compltion"), "no answer column, but `compltion`"),
        (("question", "answerKey", "choices"), "no answer column, but `answerKey` and `choices`"),
        (("en", "fr"), "cannot tell what the columns `en`, `fr` hold"),
        (("source", "response"), "cannot tell what the columns `source`, `response` hold"),
        ((), "the row has no columns"),
    ],
)
def test_ambiguous_or_unknown_columns_are_refused(keys: tuple[str, ...], words: str) -> None:
    assert words in fault(*keys).message


def test_a_mapped_column_takes_precedence_over_a_known_name() -> None:
    crowded = ("instruction", "input", "output", "question", "answer")
    found = bound(*crowded, question="question", answer="answer")
    assert (found.head, found.input, found.answer) == ("question", "", "answer")
    assert bound("prompt", "answer", "completion", completion="right").answer == "completion"


def test_a_mapped_input_does_not_replace_the_prompt() -> None:
    """As in SciQ and BoolQ: the question would be lost silently."""
    found = bound("question", "input", "completion", input="support", completion="correct")
    assert (found.head, found.input, found.answer) == ("question", "input", "completion")
    found = bound("question", "passage", "answer", passage="passage")
    assert (found.head, found.input, found.answer) == ("question", "passage", "answer")


def test_the_hint_is_the_mapping_to_write() -> None:
    assert "columns: {prompt: en, completion: fr}" in fault("en", "fr").hint
    assert "columns: {prompt: q}" in fault("q", "completion", completion="a").hint
    assert "columns: {prompt: q}" in fault("q", "references", references="a").hint
    assert "columns: {text: x}" in fault("x", format="text").hint
    assert "columns: {messages: COLUMN}" in fault("x", format="messages").hint
    assert fault("prompt", "compltion").hint.endswith("Otherwise set columns: {completion: compltion}.")


def test_a_hint_is_yaml_that_can_be_copied() -> None:
    for key in ("a: b", "0", "no", "#x", "x'y", "{x}"):
        hint = fault(key, "fr").hint
        found = yaml.safe_load(hint.removeprefix("Name them: ").removesuffix("."))
        assert found == {"columns": {"prompt": key, "completion": "fr"}}
        assert yaml.safe_load(as_yaml(key)) == key


def test_no_hint_names_a_column_without_a_name() -> None:
    """Such as the index that pandas writes first."""
    told = fault("", "en", "fr")
    assert "columns: {prompt: en, completion: fr}" in told.hint
    assert told.message.endswith("a column without a name, `en`, `fr` hold")
    assert "columns: {text: COLUMN}" in fault("", format="text").hint


def test_an_unknown_key_of_columns_is_a_usage_error() -> None:
    check_names({"prompt": "x", "Completion": "y", "references": "z"})
    with pytest.raises(UsageError, match="columns: promt: is not a part of a row") as caught:
        check_names({"promt": "x"})
    assert caught.value.hint == "Did you mean prompt?"


@pytest.mark.parametrize(
    ("format", "keys", "kind"),
    [
        ("text", ("text", "prompt", "completion"), "text"),
        ("text", ("prompt",), None),
        ("alpaca", ("instruction", "output", "messages"), "pair"),
        ("prompt/completion", ("text",), None),
        ("messages", ("messages", "prompt"), "chat"),
        ("sharegpt", ("prompt", "completion"), None),
    ],
)
def test_a_named_format_reads_only_its_own_columns(format: str, keys: tuple[str, ...], kind: str | None) -> None:
    if kind:
        assert bound(*keys, format=format).kind == kind
    else:
        assert f"no columns of format: {format}" in fault(*keys, format=format).message


def test_references_need_a_prompt() -> None:
    told = fault("text", "references", references="right")
    assert told.message == "raw text in `text` has no answer, and `right` is mapped to references"
    assert "columns: {prompt: text}" in told.hint


def test_unused_columns_have_the_names_of_the_file() -> None:
    found = bound("prompt", "completion", "text", "id", prompt="q", completion="a", text="t")
    assert found.unused(("prompt", "completion", "text", "id")) == ("t", "id")
    assert found.first_unused(("prompt", "ID"), ("id",)) == "ID"
    assert found.first_unused(("prompt",), ("id",)) == ""


def test_unused_columns_that_seem_to_hold_answers_come_with_advice() -> None:
    keys = ("prompt", "chosen", "rejected", "targets")
    rejected, more = bound(*keys).advice(keys)
    assert rejected == "rejected answers are not trained on"
    assert more == "more correct answers in `targets`? columns: {references: targets}"
    assert bound("text", "targets").advice(("text", "targets")) == ()


@pytest.mark.parametrize(
    ("binding", "words"),
    [
        (Binding("text", "text"), "raw text in `text`"),
        (Binding("pair", "q", "i", "a"), "the prompt in `q` and `i`, the answer in `a`"),
        (Binding("pair", "q"), "the prompt in `q`, no answers"),
        (Binding("pair", "q", references="r"), "the prompt in `q`, references in `r`, the first of them the answer"),
        (Binding("chat", "m", answer="c"), "turns in `m`, the answer in `c`"),
        (Binding("pair", "prompt", mapped={"prompt": "en"}), "the prompt in `en`, no answers"),
    ],
)
def test_a_layout_is_described_in_words(binding: Binding, words: str) -> None:
    assert str(binding) == words


def test_a_long_list_of_columns_is_shortened() -> None:
    shown = listed([f"c{i}" for i in range(15)], {"c1": " (2 rows)"})
    assert shown.startswith("`c0`, `c1` (2 rows), `c2`")
    assert shown.endswith("`c11` and 3 more")
    assert listed(["x" * 50]) == f"`{'x' * 37}...`"
