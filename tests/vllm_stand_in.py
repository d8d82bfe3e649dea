"""A stand-in for vLLM, which tests do not install."""

from types import SimpleNamespace
from typing import Any


class FakeVllm:
    """The part of vLLM's documented interface that is used; records its arguments."""

    def __init__(self, stop: int) -> None:
        self.loaded: dict[str, Any] = {}
        self.asked: list[dict[str, list[int]]] = []
        self.sampling: list[dict[str, Any]] = []
        self._stop = stop

    def SamplingParams(self, **settings: Any) -> dict[str, Any]:
        return settings

    def LLM(self, **settings: Any) -> "FakeVllm":
        self.loaded = settings
        return self

    def generate(self, prompts: Any, sampling_params: Any, use_tqdm: bool) -> list[SimpleNamespace]:
        self.asked, self.sampling = prompts, sampling_params
        ends = SimpleNamespace(token_ids=(7, 8, self._stop), text="it is", finish_reason="stop")
        cut = SimpleNamespace(token_ids=(7, 8, 9), text="it is so", finish_reason="length")
        return [SimpleNamespace(outputs=[ends if i == 0 else cut]) for i in range(len(prompts))]
