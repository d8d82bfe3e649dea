"""Tokenization of a million short rows, by this project and by `datasets.map(batched=True)`.

    python benchmarks/prepare.py [--rows 1000000] [--rounds 1] [--work runs/bench-prepare] [--sides NAME ...]

Both read the same JSON Lines file with the same tokenizer, and end with token ids on disk in random access. `chat` rows
go through a chat template, `text` rows are raw text. This project also finds the answer tokens, checks them for each
row by decoding, and hashes the files; `datasets` only makes the ids. The sides alternate, each run in its own process,
timed after imports and loading the tokenizer until the data can be read. A second start finds the cache. Results are
medians; memory is the peak of the proportional set sizes (PSS) of the process and its children.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

CORES = len(os.sched_getaffinity(0))
SIDES = {
    "instructgpt": {},
    "instructgpt, one process": {"workers": 1, "parallel": "true"},
    f"datasets, num_proc={CORES}": {"workers": CORES, "parallel": "false"},
    "datasets, threads of tokenizers": {"workers": 1, "parallel": "true"},
}
SYLLABLES = ["ka", "lo", "mi", "ren", "tu", "sa", "vel", "dor", "in", "pe", "sha", "cu", "bran", "ti", "os", "ny"]
SECONDS_BETWEEN_SAMPLES = 0.25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("runs/bench-prepare"))
    parser.add_argument("--sides", nargs="+", default=list(SIDES), metavar="NAME")
    parser.add_argument("--kinds", nargs="+", default=["chat", "text"], choices=["chat", "text"])
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        run(args.work, *args.child)
        return
    set_up(args.work, args.rows)
    for kind in args.kinds:
        first: dict[str, list[dict[str, float]]] = {side: [] for side in args.sides}
        again: dict[str, list[dict[str, float]]] = {side: [] for side in args.sides}
        for _ in range(args.rounds):
            for side in args.sides:
                shutil.rmtree(args.work / "cache", ignore_errors=True)
                first[side].append(start(args.work, side, kind))
                again[side].append(start(args.work, side, kind))
        show(kind, args.rows, first, again)


def set_up(work: Path, count: int) -> None:
    """Write the rows, and a tokenizer of 8192 entries trained on them."""
    from instructgpt_cli.encoding import tokenizer
    from instructgpt_cli.recipe.data_schema import Source

    work.mkdir(parents=True, exist_ok=True)
    draw = random.Random(0)
    words = ["".join(draw.choices(SYLLABLES, k=draw.randint(1, 4))) for _ in range(5000)]
    with (work / "chat.jsonl").open("w") as chats, (work / "text.jsonl").open("w") as texts:
        for number in range(count):
            prompt = " ".join(draw.choices(words, k=draw.randint(4, 20))) + "?"
            answer = " ".join(draw.choices(words, k=draw.randint(2, 20))) + f" {number}."
            chats.write(json.dumps({"prompt": prompt, "completion": answer}) + "\n")
            texts.write(json.dumps({"text": f"{prompt}\n{answer}"}) + "\n")
    source = Source(path=str(work / "chat.jsonl"))
    made = tokenizer.train_tokenizer(tokenizer.training_texts((source,), 4_000_000), 8192)
    made.save_pretrained(work / "tokenizer")


def start(work: Path, side: str, kind: str) -> dict[str, float]:
    """Run a side in a child process and measure its peak memory."""
    parallel = SIDES[side].get("parallel")
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    environment |= {"TOKENIZERS_PARALLELISM": str(parallel)} if parallel else {}
    command = [sys.executable, __file__, "--work", str(work), "--child", side, kind]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(SECONDS_BETWEEN_SAMPLES)
        assert process.stdout is not None
        out = process.stdout.read()
    if process.returncode:
        sys.exit(f"{side} failed")
    return {**json.loads(out.splitlines()[-1]), "memory": peak / 2**10}


def memory(process: int) -> int:
    """The PSS of a process and its descendants, in KiB."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            total += memory(int(child))
    except OSError:
        pass  # it has exited
    return total


def run(work: Path, side: str, kind: str) -> None:
    """In the child process: load, tokenize, and print the time and counts."""
    ready = ours if side.startswith("instructgpt") else theirs
    prepare = ready(work, kind, SIDES[side].get("workers"))
    began = time.perf_counter()
    rows, tokens = prepare()
    print(json.dumps({"seconds": time.perf_counter() - began, "rows": rows, "tokens": tokens()}))


Prepare = Callable[[], tuple[int, Callable[[], int]]]


def ours(work: Path, kind: str, workers: int | None) -> Prepare:
    from instructgpt_cli.dataset.batch_plan import BatchPlan
    from instructgpt_cli.dataset.tokenize import encoding_fingerprint, tokenize_sources
    from instructgpt_cli.encoding import chat_template
    from instructgpt_cli.encoding.encoder import Encoder
    from instructgpt_cli.encoding.tokenizer import load_tokenizer
    from instructgpt_cli.recipe.schema import Recipe

    data = {"train": [{"path": str(work / f"{kind}.jsonl")}], "workers": workers}
    recipe = Recipe.model_validate({"tokenizer": {"path": str(work / "tokenizer")}, "data": data})
    tokenizer = load_tokenizer(recipe.tokenizer, recipe.model)
    template = chat_template.resolve(None, tokenizer)
    encoder = Encoder(tokenizer, template)

    def go() -> tuple[int, Callable[[], int]]:
        encoding = encoding_fingerprint(tokenizer, template.default)
        made = tokenize_sources(recipe.data.train, recipe.data, encoder, encoding, None, work / "cache", lambda _: None)
        BatchPlan(made.lengths, made.sources, [1.0], 0, 8192).step(0)
        return len(made), lambda: int(made.starts[-1])

    return go


def theirs(work: Path, kind: str, workers: int | None) -> Prepare:
    from datasets import disable_progress_bars, load_dataset
    from transformers import AutoTokenizer

    disable_progress_bars()
    tokenizer = AutoTokenizer.from_pretrained(work / "tokenizer")

    def chat(rows: dict[str, list[str]]) -> dict[str, list[list[int]]]:
        pairs = zip(rows["prompt"], rows["completion"], strict=True)
        turns = [[{"role": "user", "content": p}, {"role": "assistant", "content": c}] for p, c in pairs]
        texts = tokenizer.apply_chat_template(turns, tokenize=False)
        return {"input_ids": tokenizer(texts, add_special_tokens=False, return_attention_mask=False)["input_ids"]}

    def text(rows: dict[str, list[str]]) -> dict[str, list[list[int]]]:
        return {"input_ids": tokenizer(rows["text"], return_attention_mask=False)["input_ids"]}

    def go() -> tuple[int, Callable[[], int]]:
        file, cache = str(work / f"{kind}.jsonl"), str(work / "cache")
        read = load_dataset("json", data_files=file, split="train", cache_dir=cache)
        function = chat if kind == "chat" else text
        several = workers if workers and workers > 1 else None
        made = read.map(function, batched=True, remove_columns=read.column_names, num_proc=several)
        assert made[len(made) - 1]["input_ids"]
        return len(made), lambda: sum(len(part.values) for part in made.data.column("input_ids").chunks)

    return go


def show(
    kind: str, rows: int, first: dict[str, list[dict[str, float]]], again: dict[str, list[dict[str, float]]]
) -> None:
    print(f"\n{rows:,} {kind} rows on {CORES} cores")
    print("| | s | rows/s | tokens/s | peak memory, MiB | second start, s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for side in first:
        seconds = statistics.median(one["seconds"] for one in first[side])
        tokens, memory_ = first[side][0]["tokens"], statistics.median(one["memory"] for one in first[side])
        second = statistics.median(one["seconds"] for one in again[side])
        assert first[side][0]["rows"] == rows
        rates = f"{rows / seconds:,.0f} | {tokens / seconds:,.0f}"
        print(f"| {side} | {seconds:.1f} | {rates} | {memory_:,.0f} | {second:.2f} |", flush=True)


if __name__ == "__main__":
    main()
