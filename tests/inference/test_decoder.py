"""Answers: those of Transformers, independent of their batch, and ended where they should be."""

import pytest
import torch
from architectures import VOCABULARY, model_of, random_prompts
from transformers import LlamaConfig, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.encoding import tokenizer as tokenizers_
from instructgpt_cli.errors import NumericsError, ResourceError
from instructgpt_cli.inference.decode_state import CachedState
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import Completion, Prompt
from instructgpt_cli.recipe.schema import Generate


@pytest.fixture(scope="module")
def llama() -> PreTrainedModel:
    return model_of("llama")


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return tokenizers_.train_tokenizer(iter(["the cat sat on the mat. 你好，世界! " * 20]), VOCABULARY)


def ids_of(decoder: Decoder, prompts: list[Prompt]) -> list[list[int]]:
    """The token ids of every answer, by prompt."""
    return [list(answer.ids) for _, answers in sorted(decoder.answers(prompts)) for answer in answers]


def test_the_model_s_own_attention_is_restored(llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> None:
    before = llama.config._attn_implementation
    decoder = Decoder(llama, tokenizer, Generate(max_new_tokens=3), seed=0, stop_ids=())
    answers = decoder.answers(random_prompts(2))
    next(answers)
    answers.close()  # interrupted, as in a chat
    assert llama.config._attn_implementation == before


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
def test_an_answer_does_not_depend_on_its_batch(
    llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, settings: dict[str, float], batch_size: int
) -> None:
    def answers(prompts: list[Prompt], size: int) -> dict[int, tuple[Completion, ...]]:
        recipe = Generate(max_new_tokens=16, batch_size=size, **settings)
        decoder = Decoder(llama, tokenizer, recipe, seed=3, stop_ids=range(0, VOCABULARY, 19))
        return {prompts[index].row: answer for index, answer in decoder.answers(prompts)}

    everything = random_prompts(8)
    alone = {}
    for prompt in everything:
        alone |= answers([prompt], 1)
    assert answers(everything[::-1], batch_size) == alone


def test_draws_depend_on_seed_row_and_sample(llama: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> None:
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
    """Writes the tokens of a script after any prompt of one token."""

    def __init__(self, script: list[int]) -> None:
        super().__init__()
        self.script, self.dtype, self.device = script, torch.float32, torch.device("cpu")
        self.config = LlamaConfig(max_position_embeddings=64)
        self._embedding = torch.nn.Embedding(VOCABULARY, 2)

    def get_input_embeddings(self) -> torch.nn.Module:
        return self._embedding

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, use_cache: bool) -> object:
        logits = torch.zeros(*input_ids.shape, VOCABULARY)
        for column in range(input_ids.shape[1]):
            logits[:, column, self.script[min(column, len(self.script) - 1)]] = 1.0
        return type("Output", (), {"logits": logits})()


def written(tokenizer: PreTrainedTokenizerFast, text: str, **settings: object) -> tuple[Completion, list[str]]:
    """The answer of a model that writes `text`, and the stable text after each token."""
    script = tokenizer(text, add_special_tokens=False)["input_ids"]
    stop = tokenizer.convert_tokens_to_ids(tokenizer.eos_token)
    decoder = Decoder(Scripted([*script, stop]), tokenizer, Generate(**settings), seed=0, stop_ids=[stop])  # type: ignore[arg-type]
    shown: list[str] = []
    ((_, (answer,)),) = decoder.answers(
        [Prompt(0, [5])], lambda sequence: shown.append(decoder.stopping.stable_text(sequence))
    )
    return answer, shown


def test_the_stop_token_ends_an_answer_and_is_not_part_of_it(tokenizer: PreTrainedTokenizerFast) -> None:
    answer, shown = written(tokenizer, "the cat sat.")
    assert (answer.text, answer.finish) == ("the cat sat.", "stop")
    assert answer.tokens == len(answer.ids) == len(tokenizer("the cat sat.")["input_ids"])
    assert shown[-1] == answer.text


def test_limits_end_an_answer(tokenizer: PreTrainedTokenizerFast) -> None:
    long = "the cat sat on the mat " * 30
    assert written(tokenizer, long, max_new_tokens=5)[0].tokens == 5
    assert written(tokenizer, long, max_new_tokens=5)[0].finish == "length"
    assert written(tokenizer, long, max_length=9)[0].tokens == 8
    assert written(tokenizer, long)[0].tokens == 63  # the model has positions for 64


def test_answers_can_use_every_position(tokenizer: PreTrainedTokenizerFast) -> None:
    """Finished rows stay in the batch for a while and must not run past the last position."""
    decoder = Decoder(model_of("gpt2"), tokenizer, Generate(max_new_tokens=127, batch_size=8), seed=0, stop_ids=())
    wanted = [Prompt(i, [7] * n) for i, n in enumerate((120, 1, 1, 1, 1, 1, 1, 1))]
    assert [len(ids) for ids in ids_of(decoder, wanted)] == [8] + [127] * 7


def test_out_of_memory_names_the_key_to_lower(
    tokenizer: PreTrainedTokenizerFast, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_nan_logits_are_reported(tokenizer: PreTrainedTokenizerFast) -> None:
    model = model_of("llama")
    decoder = Decoder(model, tokenizer, Generate(), seed=0, stop_ids=())
    with torch.no_grad():
        model.lm_head.weight[3] = float("nan")
    with pytest.raises(NumericsError):
        list(decoder.answers([Prompt(0, [1, 2])]))
