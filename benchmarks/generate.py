"""Generation speed of this project and of `transformers` `generate`, greedy, on the same model and prompts.

    python benchmarks/generate.py MODEL PROMPTS.jsonl [--lengths own|reference] [--count 500] [--batches 16 32 64 128]

PROMPTS.jsonl has question/answer rows (GSM8K). The gain of batching depends on where answers end:

- `own`: at the model's stop token, or after --new-tokens. With a small model that loops, most answers are equally long.
- `reference`: each answer has as many tokens as the row's reference: the lengths of a model trained on the task, which
  neither side knows beforehand (a stopping criterion there, a limit here).

Transformers runs left-padded batches in input order, with the fastest of several batch sizes, measured on the first
prompts; this project runs as `instructgpt generate` does. Both load the model once, alternate, and stop at the same
tokens; results are medians, and the answers must be equal. `--side` runs one of them once.
"""

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, StoppingCriteria

from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import ActiveSequence, Prompt
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.system import allocator

TRIED = 128


@dataclass(frozen=True)
class Work:
    model: Any
    tokenizer: Any
    prompts: list[list[int]]
    limits: list[int]
    stops: list[int]

    def first(self, count: int) -> "Work":
        return Work(self.model, self.tokenizer, self.prompts[:count], self.limits[:count], self.stops)


class Limits(StoppingCriteria):  # type: ignore[misc]  # Transformers has no types
    """Stops each row after its own number of new tokens."""

    def __init__(self, ends: torch.Tensor) -> None:
        self._ends = ends

    def __call__(self, input_ids: torch.Tensor, scores: Any, **_: Any) -> torch.Tensor:
        return input_ids.shape[1] >= self._ends


def padded(work: Work, size: int) -> list[list[int]]:
    """Generate with Transformers in batches of `size`; answers are cut at their stop token or limit."""
    answers = []
    for start in range(0, len(work.prompts), size):
        limits = work.limits[start : start + size]
        batch = work.tokenizer.pad({"input_ids": work.prompts[start : start + size]}, return_tensors="pt")
        batch = batch.to(work.model.device)
        width = batch["input_ids"].shape[1]
        ends = width + torch.tensor(limits, device=work.model.device)
        out = work.model.generate(
            **batch,
            max_new_tokens=max(limits),
            do_sample=False,
            eos_token_id=work.stops or None,
            stopping_criteria=[Limits(ends)],
        )
        for row, limit in zip(out[:, width:].tolist(), limits, strict=True):
            end = min([row.index(stop) for stop in work.stops if stop in row] + [limit])
            answers.append(row[:end])
    return answers


class Limited(Decoder):
    """A decoder with a limit per prompt; `answer_ids` has the ids of each answer."""

    def __init__(self, work: Work, settings: Generate) -> None:
        super().__init__(work.model, work.tokenizer, settings, seed=0, stop_ids=work.stops)
        self._limits = work.limits
        self.answer_ids: dict[int, list[int]] = {}

    def _active_sequences(self, prompts: Sequence[Prompt]) -> list[ActiveSequence]:
        sequences = super()._active_sequences(prompts)
        for sequence in sequences:
            sequence.limit = self._limits[sequence.prompt_index]
            self.answer_ids[sequence.prompt_index] = sequence.ids
        return sequences


def ours(work: Work) -> list[list[int]]:
    allocator.keep_freed_memory()
    decoder = Limited(work, Generate(max_new_tokens=max(work.limits)))
    for _ in decoder.answers([Prompt(i, ids) for i, ids in enumerate(work.prompts)]):
        pass
    return [decoder.answer_ids[place] for place in range(len(work.prompts))]


def timed(function: Any, *words: Any) -> tuple[float, list[list[int]]]:
    began = time.perf_counter()
    result = function(*words)
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter() - began, result


def load(args: argparse.Namespace) -> Work:
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(args.model, padding_side="left")
    model = AutoModelForCausalLM.from_pretrained(
        args.model, dtype=torch.bfloat16 if device == "cuda" else torch.float32
    )
    model.to(device).eval()
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    model.generation_config.eos_token_id = None
    rows = [json.loads(line) for line in args.prompts.read_text(encoding="utf-8").splitlines()[: args.count]]
    prompts = [tokenizer(row["question"] + "\n")["input_ids"] for row in rows]
    if args.lengths == "own":
        return Work(model, tokenizer, prompts, [args.new_tokens] * len(prompts), [tokenizer.eos_token_id])
    return Work(model, tokenizer, prompts, [len(tokenizer(row["answer"])["input_ids"]) for row in rows], [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("prompts", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--lengths", choices=["own", "reference"], default="reference")
    parser.add_argument("--new-tokens", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--batches", type=int, nargs="+", default=[16, 32, 64, 128])
    parser.add_argument("--side", choices=["transformers", "instructgpt"])
    args = parser.parse_args()
    work = load(args)
    best = args.batches[0]
    if args.side != "instructgpt" and len(args.batches) > 1:
        rates = {size: timed(padded, work.first(TRIED), size)[0] for size in args.batches}
        best = min(rates, key=rates.__getitem__)
        print(f"transformers, seconds for the first {TRIED} prompts by batch size: {rates}", flush=True)
    sides = {"transformers": lambda: padded(work, best), "instructgpt": lambda: ours(work)}
    times: dict[str, list[float]] = {name: [] for name in sides if args.side in (None, name)}
    answers_of = {}
    for _ in range(1 if args.side else args.rounds):
        for name, values in times.items():
            seconds, answers_of[name] = timed(sides[name])
            values.append(seconds)
            print(f"{name}: {seconds:.1f} s", flush=True)
    tokens = sum(map(len, next(iter(answers_of.values()))))
    same = len({tuple(map(tuple, answers)) for answers in answers_of.values()}) == 1 or sum(
        one == other for one, other in zip(*answers_of.values(), strict=True)
    )
    if len(answers_of) == 2:
        print(f"{len(work.prompts)} prompts, {tokens:,} answer tokens; the same answers: {same}")
    print("| | answer tokens/s | seconds |\n| --- | ---: | ---: |")
    for name, values in times.items():
        median = statistics.median(values)
        remark = f", batches of {best}" if name == "transformers" else ""
        print(f"| {name}{remark} | {tokens / median:,.0f} | {median:.1f} |")


if __name__ == "__main__":
    main()
