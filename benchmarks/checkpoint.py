"""The cost of saving a checkpoint on this disk: seconds to write one, and seconds of a training step.

    python benchmarks/checkpoint.py [--times 5] [FOLDER]

A llama with 30 million weights and AdamW's state, 8192 tokens a step, saved in FOLDER (default: a temporary one).
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from instructgpt_cli.training import checkpoint
from instructgpt_cli.training.checkpoint import RunState

SIZE = {"hidden_size": 512, "intermediate_size": 1376, "num_hidden_layers": 8, "num_attention_heads": 8}
ROWS, LENGTH = 32, 256


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--times", type=int, default=5)
    args = parser.parse_args()
    model = LlamaForCausalLM(LlamaConfig(**SIZE, vocab_size=8192, tie_word_embeddings=True))
    optimizer = torch.optim.AdamW(model.parameters(), fused=True)
    ids = torch.randint(0, 8192, (4, LENGTH))
    steps, saves = [], []
    with tempfile.TemporaryDirectory(dir=args.folder) as scratch:
        for number in range(1, args.times + 1):
            began = time.perf_counter()
            for _ in range(ROWS // len(ids)):
                model(input_ids=ids, labels=ids).loss.backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            middle = time.perf_counter()
            checkpoint.save(Path(scratch), model, [optimizer], RunState(step=number))
            checkpoint.rotate(Path(scratch), 2, number)
            steps.append(middle - began)
            saves.append(time.perf_counter() - middle)
        size = sum(file.stat().st_size for file in Path(scratch).rglob("*") if file.is_file()) / 2
    step, save = statistics.median(steps), statistics.median(saves)
    print(f"{model.num_parameters():,} weights: {size / 2**20:,.0f} MiB a checkpoint")
    print(
        f"a step {step:.2f} s, a save {save:.2f} s; every 200 steps, saving costs {save / (200 * step):.2%} of the time"
    )


if __name__ == "__main__":
    main()
