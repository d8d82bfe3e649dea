"""The renderings to train on: the whole conversation, and answers that are rendered differently in it."""

from collections.abc import Collection, Sequence
from typing import Any

import pytest
from rendering import answer, encode, targets, template, tokenizer, user

from instructgpt_cli.data.types import Message, Refusal, Row
from instructgpt_cli.encoding import spans
from instructgpt_cli.encoding.chat_template import ChatTemplate
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.skeleton import SkeletonBuilder, fill, parts_of

TOK = tokenizer("byte_level")


@pytest.mark.parametrize("name", ["chatml", "falcon", "qwen3", "qwen3_thinking", "gpt_oss", "deepseek_r1"])
def test_an_answer_of_which_the_template_shows_nothing_is_empty_whatever_its_keys(name):
    for empty in (answer("", name="bot"), answer(" ", score=1), answer("", tool_calls=[])):
        assert encode(name, user("a"), empty).refused == "empty answer"
    assert encode("chatml", user("a"), answer("", reasoning_content="hm")).refused == "empty answer"


def test_dropped_tools_are_noted():
    tool = {"type": "function", "function": {"name": "add", "parameters": {}}}
    assert encode("chatml", user("Hi"), answer("Yes."), tools=(tool,)).notes == ("the template leaves out the tools",)
    assert not encode("qwen2_5", user("Hi"), answer("Yes."), tools=(tool,)).notes
    assert not encode("chatml", user("Hi"), answer("Yes.")).notes


CLOSED = template("closed_thought")

OPENED = CLOSED.replace("assistant\\n<think></think>' }}{% endif", "assistant\\n<think>\\n' }}{% endif")


def test_a_thought_inside_the_content_that_the_template_splits_off_is_a_target():
    thoughts = (user("a"), answer("<think>\nhm\n</think>\n\nA."), user("b"), answer("<think>so</think>B."))
    encoded = Encoder(TOK, OPENED).encode([Row("x", 0, messages=thoughts)])[0]
    assert [targets(sequence) for sequence in encoded.more] == [["\nhm\n</think>\nA.<|im_end|>"]]
    assert targets(encoded) == ["\nso\n</think>\nB.<|im_end|>"]


def test_the_prompt_after_an_answer_that_is_split_is_the_one_trained_on():
    text = (
        "{% for m in messages %}{{ '[' + m.role + ']' }}{% if m.role == 'assistant' %}{{ '<hm>' }}{{ '</hm>#' }}"
        "{{ m.content.split('</hm>')[-1] }}{% else %}{{ m.content }}{% endif %}{{ '</s>' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '[assistant]<hm></hm>#' }}{% endif %}"
    )
    assert len(TOK.encode("##")) == 1
    messages = (user("a"), answer("<hm>\n\n</hm># b"), user("c"), answer("d"))
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=messages)])[0]
    prompt = encoder.prompt_ids(messages[:-1])
    assert not encoded.refused, encoded.error
    assert encoded.input_ids[: len(prompt)] == prompt


def test_reasoning_belongs_to_the_answer():
    encoded = encode("qwen3", user("a"), answer("Two.", reasoning_content="One and one."))
    assert targets(encoded) == ["<think>\nOne and one.\n</think>\n\nTwo.<|im_end|>"]


def test_an_answer_whose_reasoning_is_dropped_later_has_a_sequence_of_its_own():
    first = answer("A.", reasoning_content="first")
    encoded = encode("qwen3", user("a"), first, user("b"), answer("B.", reasoning_content="second"))
    assert [targets(sequence) for sequence in encoded.more] == [["<think>\nfirst\n</think>\n\nA.<|im_end|>"]]
    assert targets(encoded) == ["<think>\nsecond\n</think>\n\nB.<|im_end|>"]
    assert any("sequence of its own" in note for note in encoded.notes)


def test_conversations_with_the_same_beginning_share_answers_and_each_is_right():
    turns = [m for i in range(4) for m in (user(f"q{i}"), answer(f"a{i}" + "\n" * (i % 2)))]
    rows = [Row("x", n, messages=tuple(turns[: 2 * n])) for n in (1, 3, 2, 4)]
    for name in ("qwen3", "closed_thought", "chatml", "phi3"):
        together = Encoder(TOK, template(name)).encode(rows)
        assert together == [Encoder(TOK, template(name)).encode([row])[0] for row in rows]
        assert not any(one.refused for one in together)


def found(text, *messages, trained=(), tools=()):
    skeleton = SkeletonBuilder().build(messages, tools)
    return spans.find(ChatTemplate(text, TOK.special_tokens_map), skeleton, trained, {}), skeleton


def test_the_whole_conversation_comes_last_and_answers_to_train_are_marked():
    turns = (user("a"), answer("b"), user("c"), answer("d"))
    (whole,), skeleton = found(template("chatml"), *turns, trained=(3,))
    assert [(span.turn, span.trained) for span in whole.spans] == [(1, False), (3, True)]
    assert (whole.turns, whole.complete) == (4, True)
    assert whole.filled(skeleton.words).endswith("assistant\nd<|im_end|>\n")
    assert whole.text[whole.spans[1].start : whole.spans[1].end].endswith("<|im_end|>")


def test_only_an_answer_to_train_gets_a_rendering_of_its_own():
    turns = (user("a"), answer("b", reasoning_content="hm"), user("c"), answer("d"))
    for trained, count in (((1, 3), 2), ((3,), 1)):
        renderings, _ = found(template("qwen3"), *turns, trained=trained)
        assert len(renderings) == count
        assert renderings[0].turns == (2 if count == 2 else 4)


def test_an_untrained_answer_that_the_template_drops_leaves_the_rendering_incomplete():
    text = "{% for m in messages if not m.hidden %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
    text += "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    turns = (user("a"), answer("b", hidden=True), user("c"), answer("d"))
    (whole,), _ = found(text, *turns, trained=(3,))
    assert ([span.turn for span in whole.spans], whole.complete) == ([3], False)
    with pytest.raises(Refusal, match="drops the message in turn 2"):
        found(text, *turns, trained=(1, 3))


def test_an_empty_answer_to_train_is_refused_with_its_turn():
    turns = (user("a"), answer(""), user("c"), answer("d"))
    with pytest.raises(Refusal, match="shows nothing of the answer in turn 2") as caught:
        found(template("chatml"), *turns, trained=(1,))
    assert (caught.value.reason, caught.value.empty_turn) == ("empty answer", 1)
    (whole,), _ = found(template("chatml"), *turns, trained=(3,))
    assert [span.turn for span in whole.spans] == [1, 3]


def test_a_dropped_turn_is_noted_unless_it_is_an_answer():
    text = "{% for m in messages if m.role != 'system' %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}"
    (whole,), _ = found(text, Message("system", "s"), user("a"), answer("b"), trained=(2,))
    assert whole.notes == ("the template leaves out the system turn",)


def test_answers_are_cached_by_the_beginning_of_the_skeleton():
    chat, cache = ChatTemplate(template("chatml"), TOK.special_tokens_map), {}
    turns = (user("a"), answer("b"), user("c"), answer("d"))
    short, long, other = (SkeletonBuilder().build(m, ()) for m in (turns[:2], turns, (user(" a"), answer("b"))))
    spans.find(chat, short, (1,), cache)
    first = cache[short.key_until(2)]
    spans.find(chat, long, (1, 3), cache)
    assert cache[long.key_until(2)] is first
    assert len(cache) == 2
    spans.find(chat, other, (1,), cache)
    assert len(cache) == 3


def test_a_template_that_refuses_has_no_generation_prompt():
    skeleton = SkeletonBuilder().build((user("a"),), ())
    chat = ChatTemplate(template("chatml"), {})
    assert spans.generation_prompt(chat, skeleton).endswith("<|im_start|>assistant\n")
    assert spans.generation_prompt(ChatTemplate("{{ raise_exception('no') }}", {}), skeleton) is None


def located(
    text: str,
    *messages: Message,
    trained: Collection[int] | None = None,
    tools: Sequence[Any] = (),
    cache: spans.AnswerCache | None = None,
) -> list[tuple[spans.Rendering, list[tuple[int, str, bool]]]]:
    """Each rendering with its answers: turn, text, and whether it is trained on."""
    skeleton = SkeletonBuilder().build(messages, tools)
    answers = [turn for turn, message in enumerate(messages) if message.role == "assistant"]
    renderings = spans.find(
        ChatTemplate(text, {}), skeleton, answers if trained is None else trained, {} if cache is None else cache
    )

    def words(rendering: spans.Rendering, span: spans.Span) -> str:
        return "".join(fill(part, skeleton.words) for _, _, part in parts_of(rendering.text[span.start : span.end]))

    return [(one, [(span.turn, words(one, span), span.trained) for span in one.spans]) for one in renderings]


def simple(said: str = "{{ m.content }}", opening: str = "<a>", before: str = "") -> str:
    return (
        before + "{% for m in messages %}{% if m.role == 'assistant' %}<a>" + said + "</s>"
        "{% else %}<{{ m.role }}>{{ m.content }}{% endif %}{% endfor %}"
        "{% if add_generation_prompt %}" + opening + "{% endif %}"
    )


TURNS = (user("a"), answer("b"), user("c"), answer("d"))


def test_answers_of_the_turns_not_trained_on_are_located_too():
    ((rendering, answers),) = located(template("chatml"), *TURNS, trained={3})
    assert answers == [(1, "b<|im_end|>", False), (3, "d<|im_end|>", True)]
    assert (rendering.turns, rendering.notes, rendering.complete) == (4, (), True)
    assert rendering.filled("abcd").endswith("<|im_start|>user\nc<|im_end|>\n<|im_start|>assistant\nd<|im_end|>\n")
    assert all(trained for _, answers in located(template("chatml"), *TURNS) for _, _, trained in answers)


def test_answers_may_touch():
    text = simple().replace("<a>", "")
    ((_, answers),) = located(text, user("a"), answer("b"), answer("c"))
    assert answers == [(1, "b</s>", True), (2, "c</s>", True)]


def test_tools_are_rendered_with_the_conversation_and_its_prompt():
    text = simple(before="{{ tools }}#")
    ((rendering, _),) = located(text, *TURNS, tools=("add",))
    assert rendering.filled(("add", "a", "b", "c", "d")).startswith("['add']#<user>a")
    assert rendering.notes == ()
    ((rendering, _),) = located(simple(), *TURNS, tools=("add",))
    assert rendering.notes == ("the template leaves out the tools",)
    skeleton = SkeletonBuilder().build(TURNS[:1], ("add",))
    asked = spans.generation_prompt(ChatTemplate(text, {}), skeleton)
    assert asked is not None
    assert "".join(fill(part, skeleton.words) for _, _, part in parts_of(asked)) == "['add']#<user>a<a>"
    assert spans.generation_prompt(ChatTemplate("{{ raise_exception('no') }}", {}), skeleton) is None


@pytest.mark.parametrize(
    ("text", "messages", "reason", "sentence", "empty_turn"),
    [
        ("{{ raise_exception('so') }}", TURNS, "template", "the template refuses the conversation: so", None),
        (simple(), (user("a"), answer(""), *TURNS), "empty answer", "the answer in turn 2", 1),
        (simple("{{ m.content * 2 }}"), TURNS, "template", "turn 2 more than once", None),
    ],
)
def test_refusals_name_the_turn_and_the_reason(
    text: str, messages: Sequence[Message], reason: str, sentence: str, empty_turn: int | None
):
    cache: spans.AnswerCache = {}
    for _ in range(2):  # the second is of the cache
        with pytest.raises(Refusal, match=sentence) as caught:
            located(text, *messages, cache=cache)
        assert (caught.value.reason, caught.value.empty_turn) == (reason, empty_turn)


def test_an_untrained_answer_that_cannot_be_located_leaves_the_rendering_incomplete():
    text = simple("{{ m.content }}{% if loop.index0 == 1 %}{{ m.content }}{% endif %}")
    ((rendering, answers),) = located(text, *TURNS, trained={3})
    assert answers == [(3, "d</s>", True)]
    assert rendering.complete is False


def test_an_answer_to_a_question_is_not_located_as_if_none_came_before_it():
    text = "{{ raise_exception('no') if messages | length == 2 and not add_generation_prompt }}" + simple()
    with pytest.raises(Refusal, match="refuses the turns up to answer 2: no"):
        located(text, *TURNS)
    ((rendering, answers),) = located(text, *TURNS, trained={3})
    assert (answers, rendering.complete) == ([(3, "d</s>", True)], False)


def test_an_earlier_answer_without_the_opening_of_the_last_is_noted():
    text = simple("{% if loop.last %}<t></t>{% endif %}{{ m.content }}", "<a><t></t>")
    ((rendering, answers),) = located(text, *TURNS)
    assert answers == [(1, "b</s>", True), (3, "d</s>", True)]
    assert rendering.notes == ("an earlier answer lacks the opening that the last one has",)


def test_an_answer_that_is_dropped_later_is_trained_on_its_own_or_not_at_all():
    text = (
        simple()
        .replace("m.role == 'assistant'", "m.role == 'assistant' and not loop.last and loop.index0 < 3")
        .replace("<a>{{ m.content }}</s>", "")
        .replace("{% else %}", "{% elif m.role == 'assistant' %}<a>{{ m.content }}</s>{% else %}")
    )
    (alone, own), (_, rest) = located(text, *TURNS)
    assert (alone.turns, own, rest) == (2, [(1, "b</s>", True)], [(3, "d</s>", True)])
    assert len(alone.notes) == 1
    assert "sequence of its own" in alone.notes[0]
    ((_, rest),) = located(text, *TURNS, trained={3})
    assert rest == [(3, "d</s>", True)]


def test_turns_that_the_template_drops_are_noted_but_not_answers_or_reasoning():
    text = simple().replace(
        "<{{ m.role }}>{{ m.content }}", "{% if m.role == 'user' %}<user>{{ m.content }}{% endif %}"
    )
    ((rendering, _),) = located(text, Message("system", "s"), user("a"), answer("b", reasoning_content="hm"))
    assert rendering.notes == ("the template leaves out the system turn", "the template leaves out reasoning_content")
    ((rendering, _),) = located(simple("{{ m.content if loop.last }}"), *TURNS, trained={3})
    assert rendering.notes == ()


def test_conversations_that_begin_alike_share_what_was_located(monkeypatch: pytest.MonkeyPatch):
    cache: spans.AnswerCache = {}
    located(simple(), *TURNS, cache=cache)
    monkeypatch.setattr(spans, "AnswerSpan", lambda *_: pytest.fail("located again"))
    located(simple(), *TURNS, cache=cache)
    located(simple(), *TURNS[:3], Message("system", "other"), trained=(1,), cache=cache)


def test_an_opening_that_disagrees_with_the_prompt_names_the_variable_that_agrees():
    thought = (user("a"), answer("b", reasoning_content="hm"))
    said = "{% if m.reasoning_content %}<t>{{ m.reasoning_content }}</t>{% else %}</t>{% endif %}{{ m.content }}"
    for opening, setting in (
        ("<a>{{ '<t>' if enable_thinking else '</t>' }}", ": tokenizer.template_variables: {enable_thinking: true}"),
        ("<a></t>", ""),
    ):
        with pytest.raises(Refusal) as caught:
            located(simple(said, opening), *thought)
        assert caught.value.reason == "template"
        assert str(caught.value)
        assert "None" not in str(caught.value)
        assert setting in str(caught.value)
        assert setting or "template_variables" not in str(caught.value)
        assert not str(caught.value).endswith(": ")
