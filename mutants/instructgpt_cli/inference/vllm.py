"""Answers by vLLM, where it is installed: its offline `LLM` is handed token ids, and stops where this project stops.

Written to vLLM's documented interface (`LLM`, `SamplingParams`, `{"prompt_token_ids": ...}`) and proven with a stand-in
that records what it is given.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from instructgpt_cli.errors import UsageError
from instructgpt_cli.inference.decoder import Completion, LengthLimits, Prompt
from instructgpt_cli.recipe.schema import Generate, Recipe


class VllmDecoder(LengthLimits):
    """Answers as `Decoder` does, but all at once. A seed gives the same draws again, other ones than `Decoder`'s."""

    def __init__(
        self,
        recipe: Recipe,
        settings: Generate,
        *,
        positions: int | None,
        seed: int,
        stop_ids: Sequence[int],
        stop_texts: Sequence[str] = (),
    ) -> None:
        """Raises `UsageError` where vLLM is not installed."""
        super().__init__(settings, positions)
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
        tokenizer = recipe.tokenizer.path or recipe.model.path
        self._engine = vllm.LLM(
            model=recipe.model.path,
            tokenizer=tokenizer,
            revision=recipe.model.revision,
            # Left out, it would be the model's, of another repository too.
            tokenizer_revision=recipe.model.revision if tokenizer == recipe.model.path else "main",
            trust_remote_code=recipe.model.trust_remote_code,
            seed=seed,
            load_format="safetensors",  # a pickled file can run code
        )

    def answers(self, prompts: Sequence[Prompt]) -> Iterator[tuple[int, tuple[Completion, ...]]]:
        """Yields (place in `prompts`, its answers), in order. Every prompt must have room for an answer."""
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
            ignore_eos=True,  # the ends are those above, and no others
            # vLLM adds to it the number of each of the row's answers.
            seed=(self._seed + prompt.row * settings.num_return_sequences) % 2**63,
            spaces_between_special_tokens=False,
        )

    def _answer(self, found: Any) -> Completion:
        """vLLM's token ids end with the stop token, its text does not."""
        ids = list(found.token_ids)
        stopped = found.finish_reason == "stop"
        is_end = stopped and bool(ids) and ids[-1] in self._stop_ids
        return Completion(found.text, len(ids) - is_end, "stop" if stopped else "length")
