"""Answers: equal to Transformers' own, independent of their company, and ended where they should."""

import itertools
from functools import cache, wraps

import pytest
import torch
from transformers import AutoConfig, AutoModelForCausalLM, LlamaConfig, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.encoding import tokenizer as tokenizers_
from instructgpt_cli.errors import ModelError
from instructgpt_cli.inference import decoder as decode
from instructgpt_cli.inference.decode_state import CachedState, DecodeState, RecomputedState, is_decoding_exact
from instructgpt_cli.inference.decoder import Decoder, Prompt
from instructgpt_cli.inference.ragged import RaggedState
from instructgpt_cli.inference.recurrent import RecurrentState
from instructgpt_cli.inference.sampling import Sampler
from instructgpt_cli.recipe.schema import Generate

VOCABULARY = 320
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4}
HEADS = {**SIZES, "num_key_value_heads": 2, "intermediate_size": 64}
WINDOW = {"head_dim": 8, "sliding_window": 7}
WINDOW_AND_NOT = ["sliding_attention", "full_attention"]
MAMBA = {"mamba_d_state": 8, "mamba_d_head": 16, "mamba_n_heads": 4, "mamba_n_groups": 1, "mamba_chunk_size": 8}
DELTA = {
    "linear_num_value_heads": 4,
    "linear_num_key_heads": 2,
    "linear_key_head_dim": 8,
    "linear_value_head_dim": 8,
    "layer_types": ["linear_attention", "full_attention"],
}
EXPERTS = {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
LONGROPE = {
    "rope_type": "longrope",
    "rope_theta": 10000.0,
    "short_factor": [1.0] * 4,
    "long_factor": [4.0] * 4,
    "original_max_position_embeddings": 20,
}
# Architecture -> its sizes, by what keeps a row of it.
UNPADDED = {
    "llama": HEADS,
    "qwen2": HEADS,
    "qwen3": {**HEADS, "head_dim": 8},
    "gpt2": {"n_embd": 32, "n_layer": 2, "n_head": 4, "n_positions": 128},
    "gpt_neox": {**SIZES, "intermediate_size": 64},
    "mistral window": {**HEADS, "sliding_window": 7},
    "gemma3_text window": {**HEADS, **WINDOW, "layer_types": WINDOW_AND_NOT},
    "phi3 longrope": {**HEADS, "original_max_position_embeddings": 20, "rope_parameters": LONGROPE},
}
PADDED = {
    "gemma2 window": {**HEADS, **WINDOW},
    "bloom alibi": {"hidden_size": 32, "n_layer": 2, "n_head": 4},
    "falcon alibi": {**SIZES, "alibi": True, "new_decoder_architecture": False},
}
RECURRENT = {
    "lfm2": {**HEADS, "layer_types": ["conv", "full_attention"], "block_ff_dim": 64, "block_auto_adjust_ff_dim": False},
    "mamba": {"hidden_size": 32, "num_hidden_layers": 2, "state_size": 4},
    "mamba2": {
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "state_size": 8,
        "num_heads": 4,
        "head_dim": 16,
        "n_groups": 1,
    },
    "falcon_mamba": {"hidden_size": 32, "num_hidden_layers": 2, "state_size": 4},
    "falcon_h1": {**HEADS, **MAMBA, "mamba_d_ssm": 64},
    "jamba": {**HEADS, "attn_layer_period": 2, "attn_layer_offset": 1, "num_experts": 2, "mamba_d_state": 8},
    "granitemoehybrid": {**HEADS, **MAMBA, "layer_types": ["mamba", "attention"], "shared_intermediate_size": 64},
    "qwen3_next": {**HEADS, **DELTA, **EXPERTS, "head_dim": 8, "shared_expert_intermediate_size": 32},
    "olmo_hybrid": {**HEADS, **DELTA},
    "nemotron_h": {
        **HEADS,
        "layers_block_type": ["mamba", "attention", "moe"],
        "mamba_num_heads": 4,
        "mamba_head_dim": 16,
        "ssm_state_size": 8,
        "n_groups": 1,
        "chunk_size": 8,
        "n_routed_experts": 4,
        "moe_intermediate_size": 32,
        "moe_shared_expert_intermediate_size": 32,
    },
}
# Each keeps a state that is Transformers' own in no way: in the modules, or in a class of the model.
RECOMPUTED = {
    "recurrent_gemma": {**HEADS, "lru_width": 32, "head_dim": 8, "block_types": ["recurrent", "attention"]},
    "rwkv": {"hidden_size": 32, "num_hidden_layers": 2, "attention_hidden_size": 32, "intermediate_size": 64},
}
CONFIGS = {**UNPADDED, **PADDED, **RECURRENT, **RECOMPUTED}


def model_of(name: str) -> PreTrainedModel:
    ends = {"eos_token_id": None, "bos_token_id": None, "pad_token_id": None}
    config = AutoConfig.for_model(name.split()[0], **CONFIGS[name], **ends, vocab_size=VOCABULARY)
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():  # larger weights: answers then differ from prompt to prompt
        for weight in model.parameters():
            if weight.ndim > 1:
                weight.mul_(4)
    return model


@pytest.fixture(scope="module")
def llama() -> PreTrainedModel:
    return model_of("llama")


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return tokenizers_.train(iter(["the cat sat on the mat. 你好，世界! " * 20]), VOCABULARY)


def prompts(count: int, seed: int = 1) -> list[Prompt]:
    generator = torch.Generator().manual_seed(seed)
    lengths = torch.randint(1, 30, (count,), generator=generator).tolist()
    return [Prompt(i, torch.randint(0, VOCABULARY, (n,), generator=generator).tolist()) for i, n in enumerate(lengths)]


def ids_of(decoder: Decoder, wanted: list[Prompt]) -> list[list[int]]:
    """The generated ids, which `Completion` does not carry."""
    ids: dict[tuple[int, int], list[int]] = {}

    def remember(sequence: decode.ActiveSequence) -> None:
        ids[sequence.place, sequence.number] = list(sequence.ids)

    done = dict(decoder.answers(wanted, remember))
    assert sorted(done) == list(range(len(wanted)))
    return [ids[key] for key in sorted(ids)]


def greedy_by_transformers(model: PreTrainedModel, prompt: Prompt, stops: list[int], tokens: int) -> list[int]:
    ids = torch.tensor([prompt.ids])
    out = model.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        max_new_tokens=tokens,
        do_sample=False,
        eos_token_id=stops,
        pad_token_id=0,
        # Transformers 5.17 feeds a single token after dropping what it has kept of a LongRoPE model.
        use_cache=model.config.model_type != "phi3",
    )
    answer = out[0, len(prompt.ids) :].tolist()
    return answer[:-1] if answer[-1] in stops else answer


STOPS = list(range(0, VOCABULARY, 23))


@cache
def expected_answers(name: str) -> list[list[int]]:
    return [greedy_by_transformers(model_of(name), prompt, STOPS, 24) for prompt in prompts(9)]


def greedy_with(name: str, cache: str, tokenizer: PreTrainedTokenizerFast) -> tuple[Decoder, list[list[int]]]:
    settings = Generate(max_new_tokens=24, batch_size=4, cache=cache)  # type: ignore[arg-type]
    decoder = Decoder(model_of(name), tokenizer, settings, seed=0, stop_ids=STOPS)
    return decoder, ids_of(decoder, prompts(9))


@pytest.mark.parametrize("name", CONFIGS)
def test_greedy_answers_are_those_of_transformers(name: str, tokenizer: PreTrainedTokenizerFast) -> None:
    """By what `generate.cache: auto` takes."""
    decoder, answers = greedy_with(name, "auto", tokenizer)
    kinds = {RaggedState: UNPADDED, CachedState: PADDED, RecurrentState: RECURRENT, RecomputedState: RECOMPUTED}
    (expected,) = (kind for kind, names in kinds.items() if name in names)
    assert decoder.state is expected
    assert bool(decoder.why) == (name in RECOMPUTED)
    assert answers == expected_answers(name)


@pytest.mark.parametrize("name", [*UNPADDED, *PADDED, "lfm2", "mamba", "falcon_h1"])
@pytest.mark.parametrize("cache", ["ragged", "padded", "none"])
def test_the_cache_key_says_what_is_kept_and_changes_no_answer(
    name: str, cache: str, tokenizer: PreTrainedTokenizerFast
) -> None:
    if cache == "ragged" and name not in UNPADDED:
        with pytest.raises(ModelError, match=r"generate\.cache: ragged is not right for this architecture: \w"):
            greedy_with(name, cache, tokenizer)
        return
    decoder, answers = greedy_with(name, cache, tokenizer)
    padded = RecurrentState if name in RECURRENT else CachedState
    assert decoder.state is {"ragged": RaggedState, "padded": padded, "none": RecomputedState}[cache]
    assert not decoder.why
    assert answers == expected_answers(name)


def test_a_state_never_sees_padding_and_rows_advance_together() -> None:
    """Prompts of one length are run together, then all rows in one batch, whatever their lengths."""
    model = model_of("lfm2")
    shapes = []
    hook = model.model.register_forward_pre_hook(
        lambda _module, _args, given: shapes.append(tuple(given["input_ids"].shape)), with_kwargs=True
    )
    with torch.inference_mode():
        state = RecurrentState.prefill(model, [[7] * length for length in (5, 3, 5, 2, 3)])
        state.step(torch.arange(5))
    hook.remove()
    assert shapes == [(2, 5), (2, 3), (1, 2), (5, 1)]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *itertools.product([CachedState, RaggedState], ["llama", "mistral window", "gpt2"]),
        *((RecurrentState, name) for name in RECURRENT),
    ],
)
def test_kept_states_are_recomputed_states_through_every_operation(kind: type[DecodeState], name: str) -> None:
    model = model_of(name)
    rows = [list(p.ids) for p in prompts(5)]
    tokens = torch.tensor([5, 6, 7, 8, 9])

    def logits(kind: type[DecodeState]) -> list[torch.Tensor]:
        seen = []
        with torch.inference_mode(), kind.running(model):
            state = kind.prefill(model, rows[:3])
            for _ in range(40):  # past the room of a fresh buffer
                state.step(tokens[:3])
                seen.append(state.logits)
            state = kind.join([(state, [2, 0, 2]), (kind.prefill(model, rows[3:]), [1, 0])])
            state.step(tokens)
            seen.append(state.logits)
            state = kind.join([(state, [4, 3])])  # the longest rows leave
            state.step(tokens[:2])
        return [*seen, state.logits]

    for found, expected in zip(logits(kind), logits(RecomputedState), strict=True):
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


def test_rows_lie_beside_rows_of_similar_length(llama: PreTrainedModel) -> None:
    """No group reads much more than its rows have, and the model sees each token once, without padding."""
    lengths = [40, 3, 38, 20, 19, 4]
    widths = []
    hook = llama.model.register_forward_pre_hook(
        lambda _module, _args, given: widths.append(given["input_ids"].shape), with_kwargs=True
    )
    with torch.inference_mode(), RaggedState.running(llama):
        state = RaggedState.prefill(llama, [[7] * length for length in lengths])
        state.step(torch.arange(6))
    hook.remove()
    assert widths == [(1, sum(lengths)), (1, 6)]
    assert [(group.count, group.width) for group in state._groups] == [(2, 41), (2, 21), (1, 5), (1, 4)]


def test_the_attention_of_the_model_is_put_back(llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> None:
    before = llama.config._attn_implementation
    decoder = Decoder(llama, tokenizer, Generate(max_new_tokens=3), seed=0, stop_ids=())
    answers = decoder.answers(prompts(2))
    next(answers)
    answers.close()  # broken off, as a chat is
    assert llama.config._attn_implementation == before


def test_a_model_that_looks_at_columns_is_not_run_with_a_cache(llama: PreTrainedModel) -> None:
    class Miscounts(type(llama)):  # type: ignore[misc]
        @wraps(type(llama).forward)
        def forward(self, *args, position_ids=None, **kwargs):  # type: ignore[no-untyped-def]
            return super().forward(*args, **kwargs)

    model = Miscounts(llama.config).eval()
    assert is_decoding_exact(CachedState, llama) == (True, "")
    works, why = is_decoding_exact(CachedState, model)
    assert not works
    assert "differ" in why


@pytest.mark.parametrize("batch_size", [1, 3, 64])
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"temperature": 1.3, "top_p": 0.9, "top_k": 50},
        {"temperature": 0.8, "repetition_penalty": 1.5, "num_return_sequences": 3},
        {"repetition_penalty": 1.5},
    ],
)
def test_a_row_is_answered_alike_in_any_company(
    llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, settings: dict[str, float], batch_size: int
) -> None:
    def answers(wanted: list[Prompt], size: int) -> dict[int, tuple[decode.Completion, ...]]:
        recipe = Generate(max_new_tokens=16, batch_size=size, **settings)
        decoder = Decoder(llama, tokenizer, recipe, seed=3, stop_ids=range(0, VOCABULARY, 19))
        return {wanted[place].row: answer for place, answer in decoder.answers(wanted)}

    everything = prompts(8)
    alone = {}
    for prompt in everything:
        alone |= answers([prompt], 1)
    assert answers(everything[::-1], batch_size) == alone


def test_drawing_depends_on_seed_row_and_answer_number(
    llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast
) -> None:
    settings = Generate(max_new_tokens=12, temperature=2.0, num_return_sequences=2)

    def texts(seed: int) -> list[str]:
        decoder = Decoder(llama, tokenizer, settings, seed=seed, stop_ids=())
        same = [Prompt(0, [5, 6]), Prompt(1, [5, 6])]
        return [answer.text for _, both in sorted(decoder.answers(same)) for answer in both]

    assert texts(1) == texts(1)
    assert len({*texts(1), *texts(2)}) == 8


def test_draws_follow_the_distribution(llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> None:
    with torch.inference_mode():
        expected = (CachedState.prefill(llama, [[5, 6]]).logits[0] / 2.0).softmax(-1)
    settings = Generate(max_new_tokens=1, temperature=2.0, batch_size=512)
    decoder = Decoder(llama, tokenizer, settings, seed=0, stop_ids=())
    drawn = torch.tensor([ids[0] for ids in ids_of(decoder, [Prompt(row, [5, 6]) for row in range(4000)])])
    share = torch.bincount(drawn, minlength=VOCABULARY) / len(drawn)
    assert float((share - expected).abs().sum()) < 0.25
    likely = int(expected.argmax())
    assert float(share[likely]) == pytest.approx(float(expected[likely]), abs=0.03)


class Scripted(torch.nn.Module):
    """Says the tokens of a script, whatever it is asked: place k after a prompt of one token."""

    def __init__(self, script: list[int]) -> None:
        super().__init__()
        self.script, self.dtype, self.device = script, torch.float32, torch.device("cpu")
        self.config = LlamaConfig(max_position_embeddings=64)
        self._embedding = torch.nn.Embedding(VOCABULARY, 2)

    def get_input_embeddings(self) -> torch.nn.Module:
        return self._embedding

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, use_cache: bool) -> object:
        logits = torch.zeros(*input_ids.shape, VOCABULARY)
        for place in range(input_ids.shape[1]):
            logits[:, place, self.script[min(place, len(self.script) - 1)]] = 1.0
        return type("Output", (), {"logits": logits})()


def say(tokenizer: PreTrainedTokenizerFast, text: str, **settings: object) -> tuple[decode.Completion, list[str]]:
    """The answer of a model that says `text`, and what was printable after each token."""
    script = tokenizer(text, add_special_tokens=False)["input_ids"]
    stop = tokenizer.convert_tokens_to_ids(tokenizer.eos_token)
    decoder = Decoder(Scripted([*script, stop]), tokenizer, Generate(**settings), seed=0, stop_ids=[stop])  # type: ignore[arg-type]
    shown: list[str] = []
    ((_, (answer,)),) = decoder.answers([Prompt(0, [5])], lambda sequence: shown.append(decoder.printable(sequence)))
    return answer, shown


def test_the_stop_token_ends_an_answer_and_is_no_part_of_it(tokenizer: PreTrainedTokenizerFast) -> None:
    answer, _ = say(tokenizer, "the cat sat.")
    assert (answer.text, answer.finish) == ("the cat sat.", "stop")
    assert answer.tokens == len(tokenizer("the cat sat.")["input_ids"])


@pytest.mark.parametrize("stop", [" sat", "at s", "世", "mat", "\n\n"])
def test_stop_texts_end_an_answer_wherever_tokens_are_cut(tokenizer: PreTrainedTokenizerFast, stop: str) -> None:
    text = "the cat sat 你好世界\n\non the mat"
    answer, shown = say(tokenizer, text, stop=[stop])
    assert (answer.text, answer.finish) == (text[: text.index(stop)], "stop")
    assert all(answer.text.startswith(part) for part in shown)


def test_what_is_shown_grows_and_has_no_half_characters(tokenizer: PreTrainedTokenizerFast) -> None:
    answer, shown = say(tokenizer, "你好 the 世界", stop=["世界人"])
    assert shown[-1] == answer.text == "你好 the 世界"
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(shown))
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(shown)


def test_lengths_end_an_answer(tokenizer: PreTrainedTokenizerFast) -> None:
    long = "the cat sat on the mat " * 30
    assert say(tokenizer, long, max_new_tokens=5)[0].tokens == 5
    assert say(tokenizer, long, max_new_tokens=5)[0].finish == "length"
    assert say(tokenizer, long, max_length=9)[0].tokens == 8
    assert say(tokenizer, long)[0].tokens == 63  # the model has positions for 64


def test_prompts_without_room_are_told_apart(llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> None:
    model = model_of("gpt2")
    decoder = Decoder(model, tokenizer, Generate(), seed=0, stop_ids=())
    assert decoder.room(10) == 118
    assert decoder.why_no_room(127) == ""
    assert "128 tokens" in decoder.why_no_room(128)
    assert "positions for 128" in decoder.why_no_room(500)
    assert "empty" in decoder.why_no_room(0)
    limited = Decoder(llama, tokenizer, Generate(max_length=20), seed=0, stop_ids=())
    assert "max_length is 20" in limited.why_no_room(20)


def test_answers_may_use_every_position(tokenizer: PreTrainedTokenizerFast) -> None:
    """Finished rows stay in the batch for a while and must not run past the last position."""
    decoder = Decoder(model_of("gpt2"), tokenizer, Generate(max_new_tokens=127, batch_size=8), seed=0, stop_ids=())
    wanted = [Prompt(i, [7] * n) for i, n in enumerate((120, 1, 1, 1, 1, 1, 1, 1))]
    assert [len(ids) for ids in ids_of(decoder, wanted)] == [8] + [127] * 7


def test_too_little_memory_says_what_to_lower(
    tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructgpt_cli.errors import ResourceError

    decoder = Decoder(model_of("llama"), tokenizer, Generate(batch_size=8), seed=0, stop_ids=())

    def full(*_: object) -> None:
        raise fault

    monkeypatch.setattr(decoder, "_next_tokens", full)
    fault: Exception = torch.OutOfMemoryError("CUDA out of memory.")
    with pytest.raises(ResourceError, match="while answering up to 8 prompts at once") as caught:
        list(decoder.answers([Prompt(0, [1, 2])]))
    assert "generate.batch_size=4" in caught.value.hint
    fault = RuntimeError("odd")
    with pytest.raises(RuntimeError, match="odd"):
        list(decoder.answers([Prompt(0, [1, 2])]))


def test_a_model_that_gives_no_number_is_reported(tokenizer: PreTrainedTokenizerFast) -> None:
    from instructgpt_cli.errors import NumericsError

    model = model_of("llama")
    decoder = Decoder(model, tokenizer, Generate(), seed=0, stop_ids=())
    with torch.no_grad():
        model.lm_head.weight[3] = float("nan")
    with pytest.raises(NumericsError):
        list(decoder.answers([Prompt(0, [1, 2])]))


def test_next_to_no_temperature_is_none() -> None:
    logits = torch.tensor([[1.0, 3.0, 2.0]])
    for temperature in (1e-40, 1e-6, 1e-5, 0.0):
        assert Sampler(Generate(temperature=temperature)).choose(logits, [], [0.999]).tolist() == [1]
