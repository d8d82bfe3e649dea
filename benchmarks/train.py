"""Training speed of this project, `transformers.Trainer` and TRL's `SFTTrainer`, on the same model and rows.

    python -m venv .peers && .peers/bin/pip install torch==2.13.0 transformers trl
    python benchmarks/train.py ROWS.jsonl --peers .peers/bin/python [--models 5M 30M 5M-50k] [--rounds 3] [--rows 600]

ROWS.jsonl has question/answer rows (GSM8K). All sides start from the same weights, with the same tokenizer, AdamW, a
constant learning rate and the same rows in the same number of steps (except TRL's packing), so with equal tokens per
step on average; each peer runs with its best settings (`peer_train.py`). A side may have arguments: a peer its
precision, "trainer bf16"; this project overrides, "instructgpt train.compile=true", to measure keys of a recipe. The
sides alternate, and results are medians. Every trained model is scored by `instructgpt eval` on the same held-out rows.
Each run prints a line to stderr, the table goes to stdout. Its "of matrix rate" is the rate of the step's own products
(6 operations per weight and token in the layers, per weight and target in the head) as a share of the device's measured
matrix rate, in float32 or bfloat16, whichever is faster.

On a GPU: --models 100M 500M --batch-rows 256
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
TEMPLATE = "{% for m in messages %}{{ m.content }}{% if m.role == 'assistant' %}{{ eos_token }}{% endif %}{% endfor %}"
SIZES = {
    "5M": {"hidden_size": 256, "intermediate_size": 688, "num_hidden_layers": 4, "num_attention_heads": 8},
    "30M": {"hidden_size": 512, "intermediate_size": 1376, "num_hidden_layers": 8, "num_attention_heads": 8},
    "100M": {"hidden_size": 768, "intermediate_size": 2048, "num_hidden_layers": 12, "num_attention_heads": 12},
    "500M": {"hidden_size": 1280, "intermediate_size": 3456, "num_hidden_layers": 24, "num_attention_heads": 20},
}
VOCABULARY = {"8k": 8192, "50k": 50304}
LR, HELD_OUT = 1e-3, 200
PEERS = ("trainer", "trl", "trl-packed")


@dataclass
class Result:
    """A finished run. Seconds are from the start of the command; `rate` is tokens per second between steps."""

    first_step: float
    total: float
    memory: float
    rate: float
    steps: int
    loss: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.steps} steps, {self.rate:,.0f} tokens/s, {self.memory:,.0f} MiB, the first after "
            f"{self.first_step:.1f} s, finished after {self.total:.1f} s"
        )


@dataclass
class Side:
    name: str
    results: list[Result] = field(default_factory=list)

    def median(self, what: str) -> float:
        return statistics.median(getattr(result, what) for result in self.results)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--peers", help="the interpreter of an environment with trl; without it only this project runs")
    parser.add_argument("--models", nargs="+", default=["5M", "30M", "5M-50k"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", dest="count", type=int, default=960)
    parser.add_argument("--batch-rows", type=int, default=32)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--sides", nargs="+", default=["instructgpt", *PEERS])
    parser.add_argument("--work", type=Path, default=Path("runs/bench"))
    parser.add_argument("--json", type=Path, help="file to write the medians to as well")
    args = parser.parse_args()
    sides = [side for side in args.sides if side.startswith("instructgpt") or args.peers]
    found = {}
    rate = matrix_rate(args.threads)
    print(f"products of matrices: {rate / 1e12:.3f} TFLOP/s", flush=True)
    for model in args.models:
        folder = set_up(args.work, model, args.rows, args.count, args.batch_rows)
        measured = {name: Side(name) for name in sides}
        for number in range(1, args.rounds + 1):
            for name, side in measured.items():
                side.results.append(run(folder, name, args.peers, args.threads))
                print(
                    f"{model}, round {number} of {args.rounds}: {name}: {side.results[-1]}", file=sys.stderr, flush=True
                )
        for name, side in measured.items():
            side.results[-1].loss = held_out_loss(folder, name)
        found[model] = show(model, folder, measured, rate)
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n")


def matrix_rate(threads: int) -> float:
    """Operations per second in large matrix products, the best of several, in the dtype that is faster for small ones:
    without bfloat16 units, a large product takes a CPU minutes."""
    import torch

    torch.set_num_threads(threads)
    device, large = ("cuda", 8192) if torch.cuda.is_available() else ("cpu", 2048)

    def fastest(kind: torch.dtype, size: int, times: int) -> float:
        one = torch.randn(size, size).to(device, kind)
        seconds = []
        for _ in range(times):
            began = time.perf_counter()
            (one @ one)[0, 0].item()
            seconds.append(time.perf_counter() - began)
        return min(seconds)

    kind = min((torch.float32, torch.bfloat16), key=lambda kind: fastest(kind, large // 8, 3))
    return 2 * large**3 / fastest(kind, large, 10)


def set_up(work: Path, model: str, source: Path, count: int, batch_rows: int) -> Path:
    """Write the rows, tokenizer and random weights of a model, the same for all sides."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, set_seed

    folder = work / model
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    raw = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    rows = [{"prompt": row["question"] + "\n", "completion": row["answer"]} for row in raw]
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY["8k"], special_tokens=["<eos>"], initial_alphabet=alphabet, show_progress=False
    )
    bpe.train_from_iterator((text for row in rows for text in row.values()), trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token="<eos>", pad_token="<eos>")
    tokenizer.chat_template = TEMPLATE
    size, _, vocabulary = model.partition("-")
    config = LlamaConfig(
        vocab_size=VOCABULARY[vocabulary or "8k"],
        max_position_embeddings=2048,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        **SIZES[size],
    )
    set_seed(0)
    LlamaForCausalLM(config).save_pretrained(folder / "model")
    tokenizer.save_pretrained(folder / "model")
    held_out, rows = rows[:HELD_OUT], rows[HELD_OUT : HELD_OUT + count]
    for name, part in (("train", rows), ("held_out", held_out)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in part))
    lengths = [len(tokenizer(row["prompt"] + row["completion"]).input_ids) + 1 for row in rows]
    answers = [len(tokenizer(row["completion"]).input_ids) + 1 for row in rows]
    facts = {"rows": len(rows), "tokens": sum(lengths), "answers": sum(answers)}
    facts["batch_rows"] = batch_rows
    facts["steps"], facts["batch_tokens"] = equal_steps(lengths, batch_rows)
    each = SIZES[size]
    width = each["hidden_size"]
    layer = 4 * width**2 + 3 * width * each["intermediate_size"]
    facts["operations"] = 6 * (
        each["num_hidden_layers"] * layer * sum(lengths) + config.vocab_size * width * sum(answers)
    )
    (folder / "facts.json").write_text(json.dumps(facts))
    return folder


def equal_steps(lengths: list[int], batch_rows: int) -> tuple[int, int]:
    """Return the peers' number of steps, the last with the remaining rows, and the tokens per step with which this
    project takes equally many. A row's last token is not fed."""
    steps = -(-len(lengths) // batch_rows)
    return steps, round((sum(lengths) - len(lengths)) / steps)


def run(folder: Path, side: str, peers: str | None, threads: int) -> Result:
    facts = json.loads((folder / "facts.json").read_text())
    shutil.rmtree(folder / side, ignore_errors=True)
    if side.startswith("instructgpt"):
        command = [sys.executable, "-m", "instructgpt_cli", "finetune", str(recipe(folder, facts)), "--fresh", "--json"]
        command += [f"output_dir={folder / side}", f"train.threads={threads}", *side.split()[1:]]
    else:
        command = [str(peers), str(HERE / "peer_train.py"), str(folder), str(folder / side), str(facts["batch_rows"])]
        command += [str(LR), *side.split()]
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": str(threads),
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "true",
    }
    environment["INSTRUCTGPT_CACHE"] = str((folder / side / "cache").resolve())  # no cached tokens
    began = time.time()
    with (folder / f"{side}.log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        steps = []
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith('{"event": "step"') or line.startswith("STEP "):
                steps.append(time.time())
        _, status, usage = os.wait4(process.pid, 0)
    ended = time.time()
    if status:
        sys.exit(f"{side} failed: see {folder / side}.log")
    # The rate is of the steps after the first, which includes start-up.
    rate = facts["tokens"] * (len(steps) - 1) / len(steps) / (steps[-1] - steps[0])
    if len(steps) != facts["steps"] and side != "trl-packed" and "train." not in side:
        sys.exit(f"{side} took {len(steps)} steps, {facts['steps']} expected")
    return Result(steps[0] - began, ended - began, usage.ru_maxrss / 2**10, rate, len(steps))


def recipe(folder: Path, facts: dict[str, int]) -> Path:
    path = folder / "recipe.yaml"
    path.write_text(
        f"""model: {{path: {folder / "model"}}}
data: {{train: [{{path: {folder / "train.jsonl"}}}], max_length: 2048}}
train: {{batch_tokens: {facts["batch_tokens"]}, lr: {LR}, schedule: constant, warmup: 0, betas: [0.9, 0.999]}}
checkpoint: {{every: 1000000}}
"""
    )
    return path


def held_out_loss(folder: Path, side: str) -> float:
    path = folder / "eval.yaml"
    model = folder / side / "model"
    path.write_text(
        f"model: {{path: {model}}}\ntokenizer: {{path: {folder / 'model'}}}\n"
        f"data: {{validation: [{{path: {folder / 'held_out.jsonl'}}}]}}\neval: {{metrics: [loss], bootstrap: 0}}\n"
    )
    command = [sys.executable, "-m", "instructgpt_cli", "eval", str(path), "--json"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(json.loads(out)["sets"]["validation"]["metrics"]["loss"]["value"])


def show(model: str, folder: Path, measured: dict[str, Side], matrices: float) -> dict[str, dict[str, float]]:
    facts = json.loads((folder / "facts.json").read_text())
    share = facts["answers"] / facts["tokens"]
    print(f"\n{model}: {facts['rows']} rows, {facts['tokens']:,} tokens, {facts['batch_tokens']:,} a step")
    heads = (
        "tokens/s",
        "answer tokens/s",
        "of matrix rate",
        "peak memory, MiB",
        "first step, s",
        "finished, s",
        "loss",
    )
    print(f"| | {' | '.join(heads)} |\n| --- |{' ---: |' * len(heads)}")
    found = {}
    for name, side in measured.items():
        rate, memory, first, total = (side.median(what) for what in ("rate", "memory", "first_step", "total"))
        loss = side.results[-1].loss
        used = rate * facts["operations"] / facts["tokens"] / matrices
        print(
            f"| {name} | {rate:,.0f} | {rate * share:,.0f} | {used:.0%} | {memory:,.0f} "
            f"| {first:.1f} | {total:.1f} | {loss:.3f} |"
        )
        found[name] = {"rate": rate, "memory": memory, "first_step": first, "total": total, "loss": loss}
    sys.stdout.flush()
    return found


if __name__ == "__main__":
    main()
