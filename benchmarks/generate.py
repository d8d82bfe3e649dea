"""Generation speed: this project beside `transformers` `generate`, greedy, on the same model and prompts.

    python benchmarks/generate.py MODEL PROMPTS.jsonl [--count 500] [--new-tokens 256] [--batches 8 16 32 64]

PROMPTS.jsonl holds question/answer rows (GSM8K). Transformers runs left-padded batches in input order, with the batch
size that is the fastest of those tried on the first prompts; this project runs as `instructgpt generate` does. Both
sides load the model once, alternate, and stop at the same tokens; medians count, and the answers must be the same.
"""

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from instructgpt_cli.inference.decode import Decoder, Prompt
from instructgpt_cli.model import allocator
from instructgpt_cli.recipe.schema import Generate

TRIED = 64


def padded(model: Any, tokenizer: Any, prompts: Sequence[list[int]], size: int, new_tokens: int) -> list[list[int]]:
    """Transformers' own, in batches of `size`; the answers without what follows the end."""
    answers = []
    for start in range(0, len(prompts), size):
        batch = tokenizer.pad({"input_ids": list(prompts[start : start + size])}, return_tensors="pt").to(model.device)
        out = model.generate(**batch, max_new_tokens=new_tokens, do_sample=False)
        for row in out[:, batch["input_ids"].shape[1] :].tolist():
            answers.append(row[: row.index(tokenizer.eos_token_id)] if tokenizer.eos_token_id in row else row)
    return answers


def ours(decoder: Decoder, prompts: Sequence[list[int]]) -> tuple[list[str], int]:
    answers = [""] * len(prompts)
    tokens = 0
    for place, (answer,) in decoder.answers([Prompt(i, ids) for i, ids in enumerate(prompts)]):
        answers[place] = answer.text
        tokens += answer.tokens
    return answers, tokens


def timed(function: Any, *words: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    result = function(*words)
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter() - began, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("prompts", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--new-tokens", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--batches", type=int, nargs="+", default=[8, 16, 32, 64])
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(args.model, padding_side="left")
    model = AutoModelForCausalLM.from_pretrained(
        args.model, dtype=torch.bfloat16 if device == "cuda" else torch.float32
    )
    model.to(device).eval()
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    rows = [json.loads(line) for line in args.prompts.read_text(encoding="utf-8").splitlines()[: args.count]]
    prompts = [tokenizer(row["question"] + "\n")["input_ids"] for row in rows]
    some = prompts[:TRIED]
    rates = {size: timed(padded, model, tokenizer, some, size, args.new_tokens)[0] for size in args.batches}
    best = min(rates, key=rates.__getitem__)
    print("transformers, seconds for the first", len(some), "prompts by batch size:", rates)
    times: dict[str, list[float]] = {"transformers": [], "instructgpt": []}
    for _ in range(args.rounds):
        seconds, theirs = timed(padded, model, tokenizer, prompts, best, args.new_tokens)
        times["transformers"].append(seconds)
        allocator.keep_freed_memory()
        decoder = Decoder(
            model, tokenizer, Generate(max_new_tokens=args.new_tokens), seed=0, stop_ids=[tokenizer.eos_token_id]
        )
        seconds, (answers, tokens) = timed(ours, decoder, prompts)
        times["instructgpt"].append(seconds)
    said = [tokenizer.decode(ids, skip_special_tokens=True) for ids in theirs]
    same = sum(one == other for one, other in zip(answers, said, strict=True))
    print(f"{len(prompts)} prompts, {tokens:,} answer tokens; {same} answers are the same")
    print("| | answer tokens/s | seconds |\n| --- | ---: | ---: |")
    for name, values in times.items():
        median = statistics.median(values)
        remark = f", batches of {best}" if name == "transformers" else ""
        print(f"| {name}{remark} | {tokens / median:,.0f} | {median:.1f} |")


if __name__ == "__main__":
    main()
