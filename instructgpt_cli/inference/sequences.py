"""Prompts, completions, the active sequences between them, and how long each may be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from instructgpt_cli.recipe.schema import Generate

DEFAULT_NEW_TOKENS = 256

Finish = Literal["stop", "length"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Token ids to continue. `row` seeds the random stream: a row draws the same answers whatever its batch."""

    row: int
    ids: Sequence[int]


@dataclass(frozen=True, slots=True)
class Completion:
    """A finished answer. `text` has no stop texts and no special tokens; `tokens` counts the `ids`, without the stop
    token."""

    text: str
    tokens: int
    finish: Finish
    ids: Sequence[int] = field(default=(), compare=False, repr=False)


@dataclass(slots=True)
class ActiveSequence:
    """A completion in progress: `ids` so far, at most `limit`.

    `prompt_index` and `sample` say which answer to which prompt it is. `seen` are the distinct tokens of both, in
    order, for the repetition penalty.
    """

    prompt_index: int
    sample: int
    prompt: Sequence[int]
    limit: int
    random: np.random.Generator
    ids: list[int] = field(default_factory=list)
    seen: dict[int, None] = field(default_factory=dict)
    finish: Finish | None = None

    @property
    def tokens(self) -> int:
        """The tokens of prompt and answer."""
        return len(self.prompt) + len(self.ids)


class LengthLimits:
    """Limits on the lengths of prompts and answers, from `settings` and the `positions` of the model."""

    def __init__(self, settings: Generate, positions: int | None) -> None:
        self.settings, self._positions = settings, positions

    def room(self, prompt_tokens: int) -> int:
        """The most tokens that an answer to a prompt of this length may have; below 1, there can be no answer."""
        wanted, total = self.settings.max_new_tokens, self.settings.max_length
        limits = [wanted or (DEFAULT_NEW_TOKENS if total is None else total)]
        bounds = (total, self.settings.max_model_len, self._positions)
        limits += [bound - prompt_tokens for bound in bounds if bound is not None]
        return min(limits)

    def why_no_room(self, prompt_tokens: int) -> str:
        """The reason why a prompt of this length cannot be answered; empty if it can."""
        if prompt_tokens and self.room(prompt_tokens) > 0:
            return ""
        if not prompt_tokens:
            return "the prompt is empty"
        bounds = (
            (self.settings.max_length, "max_length is"),
            (self.settings.max_model_len, "max_model_len is"),
            (self._positions, "the model has positions for"),
        )
        bound, name = min((limit, name) for limit, name in bounds if limit is not None)
        return f"the prompt has {prompt_tokens} tokens and leaves no room for an answer: {name} {bound}"
