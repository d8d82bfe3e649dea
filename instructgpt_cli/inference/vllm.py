"""Answers from vLLM, if it is installed: its offline `LLM` gets token ids and the same stopping criteria.

Uses vLLM's documented interface (`LLM`, `SamplingParams`, `{"prompt_token_ids": ...}`). The tests run a stand-in that
records its arguments, not vLLM itself.
"""

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from instructgpt_cli.errors import ModelError, UsageError
from instructgpt_cli.inference.sequences import Completion, LengthLimits, Prompt
from instructgpt_cli.recipe.schema import Generate, Model
from instructgpt_cli.system.library_errors import first_line

# For vLLM and its processes, unless the environment has them: standard output is for answers, and a process that has
# used CUDA cannot be forked.
ENVIRONMENT = {"VLLM_LOGGING_STREAM": "ext://sys.stderr", "VLLM_WORKER_MULTIPROC_METHOD": "spawn"}
DTYPES = {"fp32": "float32", "bf16": "bfloat16", "fp16": "float16"}


class VllmDecoder(LengthLimits):
    """Answers as `Decoder` does, but all prompts at once. A seed is reproducible, with other draws than `Decoder`'s."""

    def __init__(
        self,
        model: Model,
        tokenizer: str | None,
        settings: Generate,
        *,
        precision: str,
        positions: int | None,
        seed: int,
        stop_ids: Sequence[int],
        stop_texts: Sequence[str] = (),
    ) -> None:
        """`tokenizer` is a path or hub name, None for the model's own; `precision` is fp32, bf16 or fp16. Raises
        `UsageError` if vLLM is not installed or may not have so long sequences, `ModelError` if it does not load the
        model."""
        super().__init__(settings, positions)
        longest = settings.max_model_len or 0
        if positions is not None and longest > positions:
            raise UsageError(
                f"generate.max_model_len is {longest}, but the model has positions for {positions} tokens",
                f"Set it to at most {positions}.",
            )
        for name, value in ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        try:
            vllm = import_module("vllm")
        except ImportError as error:
            raise UsageError(
                f"generate.engine: vllm cannot be imported: {error}",
                "Install it (pip install vllm), or leave the key out.",
            ) from None
        self._parameters = vllm.SamplingParams
        self._seed, self._stop_ids = seed, list(dict.fromkeys(stop_ids))
        self._stop_texts = [text for text in dict.fromkeys((*stop_texts, *settings.stop)) if text]
        tokenizer = tokenizer or model.path
        options = {"max_model_len": settings.max_model_len, "tensor_parallel_size": settings.tensor_parallel_size}
        try:
            self._engine = vllm.LLM(
                model=model.path,
                tokenizer=tokenizer,
                revision=model.revision,
                # vLLM's default is the model's revision, for the tokenizer of another repository too.
                tokenizer_revision=model.revision if tokenizer == model.path else "main",
                trust_remote_code=model.trust_remote_code,
                seed=seed,
                dtype=DTYPES[precision],
                load_format="safetensors",  # a pickled file can run code
                **{key: value for key, value in options.items() if value is not None},
            )
        except Exception as error:  # of vLLM, torch or the driver: all mean that it does not start
            raise ModelError(
                f"{model.path}: vLLM cannot load it: {first_line(error)}",
                "It gets generate.precision, generate.max_model_len and generate.tensor_parallel_size; a lower "
                "max_model_len needs less memory.",
            ) from error

    def answers(self, prompts: Sequence[Prompt]) -> Iterator[tuple[int, tuple[Completion, ...]]]:
        """Yields (index in `prompts`, its answers), in order. Every prompt must have room for an answer."""
        asked = [{"prompt_token_ids": list(prompt.ids)} for prompt in prompts]
        given = self._engine.generate(asked, [self._sampling(prompt) for prompt in prompts], use_tqdm=False)
        for place, found in enumerate(given):
            yield place, tuple(self._answer(each) for each in found.outputs)

    def _sampling(self, prompt: Prompt) -> Any:
        settings = self.settings
        return self._parameters(
            n=settings.num_return_sequences,
            temperature=settings.temperature,
            top_p=settings.top_p,
            top_k=settings.top_k,
            repetition_penalty=settings.repetition_penalty,
            max_tokens=self.room(len(prompt.ids)),
            stop=self._stop_texts or None,
            stop_token_ids=self._stop_ids,
            ignore_eos=True,  # only the stop tokens above end an answer
            # vLLM adds the number of the answer to the seed.
            seed=(self._seed + prompt.row * settings.num_return_sequences) % 2**63,
            spaces_between_special_tokens=False,
        )

    def _answer(self, found: Any) -> Completion:
        """The answer without the stop token, which vLLM leaves at the end of the ids but not of the text."""
        ids = list(found.token_ids)
        stopped = found.finish_reason == "stop"
        is_end = stopped and bool(ids) and ids[-1] in self._stop_ids
        return Completion(found.text, len(ids) - is_end, "stop" if stopped else "length")
