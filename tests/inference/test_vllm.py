"""What vLLM is asked for, and what becomes of its outputs."""

import os
import sys
from typing import Any

import pytest
from vllm_stand_in import FakeVllm

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.inference import vllm
from instructgpt_cli.inference.sequences import Completion, Prompt
from instructgpt_cli.inference.vllm import VllmDecoder
from instructgpt_cli.recipe.schema import Generate, Model

STOP = 2
PROMPTS = [Prompt(4, [5, 6]), Prompt(7, [5])]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeVllm:
    stand_in = FakeVllm(STOP)
    monkeypatch.setitem(sys.modules, "vllm", stand_in)  # type: ignore[arg-type]
    return stand_in


def decoder(settings: Generate, model: Model | None = None, tokenizer: str | None = None) -> VllmDecoder:
    model = model or Model(path="some/model", revision="v2")
    stops: dict[str, Any] = {"stop_ids": [STOP, STOP], "stop_texts": ["END", ""]}
    return VllmDecoder(model, tokenizer, settings, precision="bf16", positions=64, seed=5, **stops)


def test_prompts_are_token_ids_with_a_seed_and_a_limit_each(fake: FakeVllm) -> None:
    settings = Generate(temperature=0.5, top_k=9, top_p=0.8, repetition_penalty=1.2, num_return_sequences=3)
    list(decoder(settings).answers(PROMPTS))
    assert fake.asked == [{"prompt_token_ids": [5, 6]}, {"prompt_token_ids": [5]}]
    first, second = fake.sampling
    assert {key: first[key] for key in ("temperature", "top_k", "top_p", "repetition_penalty", "n")} == {
        "temperature": 0.5,
        "top_k": 9,
        "top_p": 0.8,
        "repetition_penalty": 1.2,
        "n": 3,
    }
    assert (first["max_tokens"], second["max_tokens"]) == (62, 63)
    assert (first["seed"], second["seed"]) == (5 + 4 * 3, 5 + 7 * 3)  # vLLM adds 0, 1 and 2


def test_only_the_given_stop_tokens_and_texts_end_an_answer(fake: FakeVllm) -> None:
    list(decoder(Generate(stop=("END", "\n\n"))).answers(PROMPTS))
    given = fake.sampling[0]
    assert (given["stop_token_ids"], given["stop"], given["ignore_eos"]) == ([STOP], ["END", "\n\n"], True)


def test_a_completion_has_no_stop_token(fake: FakeVllm) -> None:
    assert list(decoder(Generate()).answers(PROMPTS)) == [
        (0, (Completion("it is", 2, "stop"),)),
        (1, (Completion("it is so", 3, "length"),)),
    ]


@pytest.mark.parametrize(("tokenizer", "revision"), [(None, "v2"), ("some/model", "v2"), ("some/tokenizer", "main")])
def test_a_tokenizer_from_another_repository_has_a_revision_of_its_own(
    tokenizer: str | None, revision: str, fake: FakeVllm
) -> None:
    decoder(Generate(), tokenizer=tokenizer)
    assert (fake.loaded["revision"], fake.loaded["tokenizer_revision"]) == ("v2", revision)
    assert fake.loaded["tokenizer"] == (tokenizer or "some/model")
    assert fake.loaded["load_format"] == "safetensors"


def test_precision_longest_sequence_and_number_of_gpus_are_passed_on(fake: FakeVllm) -> None:
    decoder(Generate())
    assert fake.loaded["dtype"] == "bfloat16"
    assert not {"max_model_len", "tensor_parallel_size"} & set(fake.loaded)
    found = decoder(Generate(engine="vllm", max_model_len=10, tensor_parallel_size=2))
    assert (fake.loaded["max_model_len"], fake.loaded["tensor_parallel_size"]) == (10, 2)
    list(found.answers(PROMPTS))
    assert [sampling["max_tokens"] for sampling in fake.sampling] == [8, 9]
    assert found.why_no_room(10).endswith("leaves no room for an answer: max_model_len is 10")


def test_a_longest_sequence_beyond_the_positions_of_the_model_is_refused(fake: FakeVllm) -> None:
    with pytest.raises(UsageError, match=r"max_model_len is 65, but the model has positions for 64 tokens$"):
        decoder(Generate(engine="vllm", max_model_len=65))
    assert fake.loaded == {}


def test_logs_of_vllm_do_not_go_to_standard_output(fake: FakeVllm, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in vllm.ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    decoder(Generate())
    assert os.environ["VLLM_LOGGING_STREAM"] == "ext://sys.stderr"
    assert os.environ["VLLM_WORKER_MULTIPROC_METHOD"] == "spawn"
    monkeypatch.setenv("VLLM_LOGGING_STREAM", "ext://sys.stdout")
    decoder(Generate())
    assert os.environ["VLLM_LOGGING_STREAM"] == "ext://sys.stdout"


def test_a_model_that_vllm_does_not_load_is_reported(fake: FakeVllm, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: Any) -> None:
        raise ValueError("World size (8) is larger than the number of available GPUs (1) in this node.\nmore")

    monkeypatch.setattr(fake, "LLM", full)
    with pytest.raises(ModelError, match=r"^some/model: vLLM cannot load it: World size \(8\) is larger") as caught:
        decoder(Generate())
    assert "generate.tensor_parallel_size" in caught.value.hint


def test_a_missing_vllm_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vllm", None)
    with pytest.raises(UsageError, match=r"generate\.engine: vllm cannot be imported"):
        decoder(Generate())
