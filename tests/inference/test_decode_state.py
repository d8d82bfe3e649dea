"""Cached decoding states: the logits of recomputed rows after every operation."""

import itertools

import pytest
import torch
from architectures import RECURRENT, model_of, random_prompts

from instructgpt_cli.inference.decode_state import CachedState, DecodeState, RecomputedState
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.recurrent import RecurrentState


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *itertools.product([CachedState, RaggedState], ["llama", "mistral window", "gpt2"]),
        *((RecurrentState, name) for name in RECURRENT),
    ],
)
def test_every_operation_gives_the_logits_of_recomputed_rows(kind: type[DecodeState], name: str) -> None:
    model = model_of(name)
    rows = [list(p.ids) for p in random_prompts(5)]
    tokens = torch.tensor([5, 6, 7, 8, 9])

    def logits(kind: type[DecodeState]) -> list[torch.Tensor]:
        found = []
        with torch.inference_mode(), kind.running(model):
            state = kind.prefill(model, rows[:3])
            for _ in range(40):  # more than the free columns of a new buffer
                state.step(tokens[:3])
                found.append(state.logits)
            state = kind.join([(state, [2, 0, 2]), (kind.prefill(model, rows[3:]), [1, 0])])
            state.step(tokens)
            found.append(state.logits)
            state = kind.join([(state, [4, 3])])  # the longest rows leave
            state.step(tokens[:2])
        return [*found, state.logits]

    for cached, expected in zip(logits(kind), logits(RecomputedState), strict=True):
        torch.testing.assert_close(cached, expected, rtol=1e-4, atol=1e-4)
