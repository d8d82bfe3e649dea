"""How a template renders plain conversations: which tokens frame its turns, what ends an answer, what to report."""

import contextlib
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from instructgpt_cli.data.types import Message, Refusal
from instructgpt_cli.encoding import control_tokens, spans
from instructgpt_cli.encoding.chat_template import REASONING_KEYS, ChatTemplate, RenderError, names
from instructgpt_cli.encoding.skeleton import PLACEHOLDER, Skeleton, SkeletonBuilder
from instructgpt_cli.encoding.spans import Rendering
from instructgpt_cli.encoding.text_encoder import TextEncoder
from instructgpt_cli.errors import ModelError

_ROUND = (Message("user", "One?"), Message("assistant", "Two."))
TOOL = {
    "type": "function",
    "function": {"name": "f", "description": "f", "parameters": {"type": "object", "properties": {}, "required": []}},
}
"""A tool for templates that fail without one."""


def plain_round(template: ChatTemplate) -> tuple[Skeleton, Rendering]:
    """A question and its answer; sets `content_parts` of the template if it only takes contents as lists of parts, as
    vision models do.

    Raises `ModelError` if the template cannot render it, not even with a tool.
    """
    first: Refusal | None = None
    for parts, tools in product((False, True), ((), (TOOL,))):
        template.content_parts = parts
        skeleton = SkeletonBuilder().build(_ROUND, tools)
        try:
            return skeleton, spans.find(template, skeleton, (1,), {})[-1]
        except Refusal as refusal:
            first = first or refusal
    raise ModelError(
        f"the chat template cannot be used: {first}",
        f"Set tokenizer.chat_template to another: {', '.join(names())}, or a file.",
    )


def two_rounds(template: ChatTemplate, tools: Sequence[Any]) -> Rendering | None:
    """A conversation of two rounds, with a system turn if the template takes one; None if it cannot be rendered."""
    for system in ((Message("system", "Three."),), ()):
        skeleton = SkeletonBuilder().build((*system, *_ROUND, *_ROUND), tools)
        turns = [index for index, message in enumerate(skeleton.messages) if message["role"] == "assistant"]
        with contextlib.suppress(Refusal):
            rendering = spans.find(template, skeleton, (), {})[-1]
            if [span.turn for span in rendering.spans] == turns:
                return rendering
    return None


def template_tags(
    template: ChatTemplate, skeleton: Skeleton, rendering: Rendering, rounds: Rendering, special: Collection[str]
) -> frozenset[str]:
    """The `special` tokens that are tags: named after reasoning, or written by the template before an answer, around
    reasoning or in its system text. `skeleton` and `rendering` are those of `plain_round`."""
    reasoning = ""
    with contextlib.suppress(RenderError):
        answer = {**skeleton.messages[1], **dict.fromkeys(REASONING_KEYS, "Three.")}
        reasoning = template.render([skeleton.messages[0], answer], skeleton.tools)
    prompt = spans.generation_prompt(template, skeleton.until(1)) or ""
    frame = control_tokens.turn_tokens(rounds, special)
    return control_tokens.tag_tokens(special, frame, (rendering.text, reasoning, prompt))


def stops(
    template: ChatTemplate, rendering: Rendering, tools: Sequence[Any], encoder: TextEncoder, eos: int | None
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The ids that end an answer, and end markers that are not a single token. `rendering` is that of `plain_round`.

    Raises `ModelError` if nothing ends an answer.
    """
    ends = () if eos is None else (eos,)
    lead, marker = around_words(rendering)
    if not marker:  # some templates end only those answers that another turn follows
        with contextlib.suppress(Refusal):
            twice = SkeletonBuilder().build(_ROUND * 2, tools)
            lead, marker = around_words(spans.find(template, twice, (1,), {})[-1])
    if tokens := encoder.control_tokens_in(marker):
        # A token that also stands before the words (it closes a thought, say) does not end the answer.
        stop = next((token for token in tokens if token not in lead), tokens[-1])
        return tuple(dict.fromkeys((encoder.control[stop], *ends))), ()
    if not ends and (not marker or rendering.spans[-1].needs_eos):
        raise ModelError(
            "nothing ends an answer: the chat template writes no end marker and the tokenizer has no eos token",
            "Set tokenizer.chat_template to one that writes an end marker.",
        )
    return ends, (marker,) if marker else ()


def findings(
    template: ChatTemplate, skeleton: Skeleton, rendering: Rendering, stop_texts: Sequence[str], day: date | None
) -> Iterator[str]:
    """Findings about a template that are worth reporting. `skeleton` and `rendering` are those of `plain_round`."""
    span = rendering.spans[-1]
    prompt = rendering.text[: span.start]
    own = spans.generation_prompt(template, skeleton.until(1))
    if own is not None and own != prompt and own.startswith(prompt):
        setting = template.agreeing_setting(lambda other: _prompts_agree(other, skeleton))
        yield (
            f"the generation prompt ends with {own[len(prompt) :]!r}, which finished conversations lack: it is not fed "
            "to the model" + (f"; {setting}" if setting else "")
        )
    if span.needs_eos:
        yield "the template writes no end marker: the eos token is appended to the last answer"
    for marker in stop_texts:
        yield f"the end marker {marker!r} is not a token of the tokenizer: some programs do not stop there"
    if day is not None:
        yield f"the template writes the date: {day}"
    yield from rendering.notes


def around_words(rendering: Rendering) -> tuple[str, str]:
    """The text before and after the words of the first answer to train on."""
    span = next(span for span in rendering.spans if span.trained)
    words = [match.span() for match in PLACEHOLDER.finditer(rendering.text, span.start, span.end)]
    return rendering.text[span.start : words[0][0]], rendering.text[words[-1][1] : span.end]


def _prompts_agree(template: ChatTemplate, skeleton: Skeleton) -> bool:
    """Whether the generation prompt ends where the answer of a finished conversation begins."""
    rendering = spans.find(template, skeleton, (1,), {})[-1]
    return spans.generation_prompt(template, skeleton.until(1)) == rendering.text[: rendering.spans[-1].start]
