"""Scaling: tokens/s by sequence length and vocabulary, tokenization time and memory by number of rows.

    python benchmarks/scaling.py [--rows 1000 10000 100000 1000000] [--seconds 4] [--picture benchmarks/scaling.svg]

A llama of 2 layers and width 256 runs forward and backward passes of 2048 tokens or one sequence, packed, all of them
targets, with the loss of the training loop; each point is the best of a few seconds. Rows are those of
benchmarks/prepare.py, tokenized in a separate process. The table goes to stdout, the picture is SVG.
"""

import argparse
import os
import re
import tempfile
import time
from pathlib import Path

import numpy as np
import prepare as rows_benchmark
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.model import loss, self_checks
from instructgpt_cli.run.charts import Series, chart
from instructgpt_cli.system import allocator

LENGTHS, VOCABULARIES = [256, 512, 1024, 2048, 4096, 8192], [1024, 4096, 16384, 32768, 65536, 131072]
MICRO_BATCH, VOCABULARY, LENGTH = 2048, 8192, 512
SIZE = {"hidden_size": 256, "intermediate_size": 688, "num_hidden_layers": 2, "num_attention_heads": 8}
STYLE = (
    "text{font:11px sans-serif;fill:#555}.title{font-size:13px;fill:#111}.grid{stroke:#ddd}"
    ".line{fill:none;stroke-width:2}.s0{stroke:#2563eb}.dot.s0{fill:#2563eb}"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--picture", type=Path, default=Path(__file__).with_suffix(".svg"))
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    allocator.keep_freed_memory()
    curves = {
        "tokens/s of a training step, by sequence length": [(n, rate(n, VOCABULARY, args.seconds)) for n in LENGTHS],
        "tokens/s of a training step, by vocabulary": [(n, rate(LENGTH, n, args.seconds)) for n in VOCABULARIES],
    }
    made = [(n, *prepared(n)) for n in args.rows]
    curves["seconds to prepare, by rows"] = [(n, seconds) for n, seconds, _ in made]
    curves["peak memory of preparing, MiB, by rows"] = [(n, memory) for n, _, memory in made]
    for title, points in curves.items():
        print(f"\n| {title} | |\n| ---: | ---: |")
        for x, y in points:
            print(f"| {x:,} | {y:,.1f} |" if y < 100 else f"| {x:,} | {y:,.0f} |")
    args.picture.write_text(picture(curves))


def rate(length: int, vocabulary: int, seconds: float) -> float:
    """Tokens per second, forward and backward, of sequences of `length`; the best within the time."""
    torch.manual_seed(0)
    config = LlamaConfig(**SIZE, vocab_size=vocabulary, max_position_embeddings=LENGTHS[-1], tie_word_embeddings=True)
    model = LlamaForCausalLM(config)
    packed, _ = self_checks.use_best_attention(model, "auto")
    chunked = self_checks.use_chunked_head(model, "auto", packed=packed)
    draw = np.random.default_rng(0)
    ids = [draw.integers(0, vocabulary, length + 1) for _ in range(max(1, MICRO_BATCH // length))]
    batch = collate([(one, np.ones(length + 1, np.uint8)) for one in ids])
    best, began = float("inf"), time.perf_counter()
    while best == float("inf") or time.perf_counter() - began < seconds:
        start = time.perf_counter()
        loss.summed_loss(model, batch, packed=packed, chunked=chunked).backward()
        best = min(best, time.perf_counter() - start)
        model.zero_grad(set_to_none=True)
    return batch.tokens / best


def prepared(count: int) -> tuple[float, float]:
    """Seconds and MiB to tokenize `count` chat rows."""
    with tempfile.TemporaryDirectory() as scratch:
        rows_benchmark.set_up(Path(scratch), count)
        made = rows_benchmark.start(Path(scratch), "instructgpt", "chat")
    return made["seconds"], made["memory"]


def picture(curves: dict[str, list[tuple[int, float]]]) -> str:
    """All charts in one SVG."""
    body = []
    for place, (title, points) in enumerate(curves.items()):
        drawn = chart(title, [Series(title, points, dots=True)], from_zero=True)
        inner = re.search(r"<svg [^>]*>(.*)</svg>", drawn, re.DOTALL)
        assert inner
        x, y = place % 2 * 460 + 10, place // 2 * 290 + 10
        body.append(f'<g transform="translate({x} {y})"><text class="title" x="4" y="12">{title}</text>')
        body.append(f'<g transform="translate(0 20)">{inner[1]}</g></g>')
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 930 590"><rect width="930" height="590" fill="#fff"/>'
    return f"{head}<style>{STYLE}</style>{''.join(body)}</svg>\n"


if __name__ == "__main__":
    main()
