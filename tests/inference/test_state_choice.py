"""The state that a model gets: the fastest that changes no answer, by trying."""

from functools import cache, wraps

import pytest
import torch
from architectures import CONFIGS, PADDED, RECOMPUTED, RECURRENT, UNPADDED, VOCABULARY, model_of, random_prompts
from transformers import PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.encoding import tokenizer as tokenizers_
from instructgpt_cli.errors import ModelError
from instructgpt_cli.inference.decode_state import CachedState, RecomputedState
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.recurrent import RecurrentState
from instructgpt_cli.inference.sequences import Prompt
from instructgpt_cli.inference.state_choice import choose_state, is_decoding_exact
from instructgpt_cli.recipe.schema import Generate


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return tokenizers_.train_tokenizer(iter(["the cat sat on the mat. 你好，世界! " * 20]), VOCABULARY)


def greedy_by_transformers(model: PreTrainedModel, prompt: Prompt, stops: list[int], tokens: int) -> list[int]:
    ids = torch.tensor([prompt.ids])
    out = model.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        max_new_tokens=tokens,
        do_sample=False,
        eos_token_id=stops,
        pad_token_id=0,
        # Transformers 5.17 drops the KV cache of a LongRoPE model and then feeds a single token.
        use_cache=model.config.model_type != "phi3",
    )
    answer = out[0, len(prompt.ids) :].tolist()
    return answer[:-1] if answer[-1] in stops else answer


STOPS = list(range(0, VOCABULARY, 23))


@cache
def expected_answers(name: str) -> list[list[int]]:
    return [greedy_by_transformers(model_of(name), prompt, STOPS, 24) for prompt in random_prompts(9)]


def greedy_with(name: str, cache: str, tokenizer: PreTrainedTokenizerFast) -> tuple[Decoder, list[list[int]]]:
    settings = Generate(max_new_tokens=24, batch_size=4, cache=cache)  # type: ignore[arg-type]
    decoder = Decoder(model_of(name), tokenizer, settings, seed=0, stop_ids=STOPS)
    return decoder, [list(answer.ids) for _, (answer,) in sorted(decoder.answers(random_prompts(9)))]


@pytest.mark.parametrize("name", CONFIGS)
def test_greedy_answers_are_those_of_transformers(name: str, tokenizer: PreTrainedTokenizerFast) -> None:
    """With the state that `generate.cache: auto` takes."""
    decoder, answers = greedy_with(name, "auto", tokenizer)
    kinds = {RaggedState: UNPADDED, CachedState: PADDED, RecurrentState: RECURRENT, RecomputedState: RECOMPUTED}
    (expected,) = (kind for kind, names in kinds.items() if name in names)
    assert decoder.state is expected
    assert bool(decoder.why) == (name in RECOMPUTED)
    assert answers == expected_answers(name)


@pytest.mark.parametrize("name", [*UNPADDED, *PADDED, "lfm2", "mamba", "falcon_h1"])
@pytest.mark.parametrize("cache", ["ragged", "padded", "none"])
def test_generate_cache_selects_the_state_and_changes_no_answer(
    name: str, cache: str, tokenizer: PreTrainedTokenizerFast
) -> None:
    if cache == "ragged" and name not in UNPADDED:
        with pytest.raises(ModelError, match=r"generate\.cache: ragged does not work for this architecture: \w"):
            greedy_with(name, cache, tokenizer)
        return
    decoder, answers = greedy_with(name, cache, tokenizer)
    padded = RecurrentState if name in RECURRENT else CachedState
    assert decoder.state is {"ragged": RaggedState, "padded": padded, "none": RecomputedState}[cache]
    assert not decoder.why
    assert answers == expected_answers(name)


def test_a_model_that_ignores_its_positions_gets_no_padded_cache() -> None:
    llama = model_of("llama")

    class Miscounts(type(llama)):  # type: ignore[misc]
        @wraps(type(llama).forward)
        def forward(self, *args, position_ids=None, **kwargs):  # type: ignore[no-untyped-def]
            return super().forward(*args, **kwargs)

    model = Miscounts(llama.config).eval()
    assert is_decoding_exact(CachedState, llama) == (True, "")
    assert is_decoding_exact(CachedState, model) == (False, "its cached logits differ from recomputed ones")
    state, why = choose_state(model)
    assert state is RecomputedState
    assert "differ" in why


def test_a_state_that_a_model_cannot_run_says_why() -> None:
    assert is_decoding_exact(RaggedState, model_of("bloom alibi")) == (False, "its attention cannot be replaced")
    exact, why = is_decoding_exact(RaggedState, model_of("mamba"))
    assert not exact
    assert why.startswith("RuntimeError: ")
