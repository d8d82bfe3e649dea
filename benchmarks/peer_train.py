"""One run of a peer for `train.py`, in the peer's own environment; prints a line `STEP n` after each optimizer step.

    python benchmarks/peer_train.py FOLDER OUT BATCH_ROWS LR trainer|trl|trl-packed [fp32|bf16]

`trainer`: padded batches of rows of similar length, prompt labels masked. `trl`: the same with TRL's own collator.
`trl-packed`: TRL's best-fit packing into rows of 1024 tokens; without a varlen kernel, which a CPU lacks, packed rows
attend to their neighbors. All use fused AdamW, no gradient checkpointing and no reports, and save only the final model.
"""

import json
import sys
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

PACKED_LENGTH = 1024


class PrintSteps(TrainerCallback):
    def on_step_end(self, args: Any, state: Any, control: Any, **others: Any) -> None:
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        print(f"STEP {state.global_step}", flush=True)


def main() -> None:
    folder, out, batch_rows, lr = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
    side = sys.argv[5]
    precision = sys.argv[6] if len(sys.argv) > 6 else "bf16" if torch.cuda.is_available() else "fp32"
    rows = [json.loads(line) for line in (folder / "train.jsonl").read_text(encoding="utf-8").splitlines()]
    tokenizer = AutoTokenizer.from_pretrained(folder / "model")
    model = AutoModelForCausalLM.from_pretrained(folder / "model", dtype=torch.float32)
    settings = {
        "output_dir": str(out),
        "per_device_train_batch_size": batch_rows,
        "num_train_epochs": 1,
        "learning_rate": lr,
        "lr_scheduler_type": "constant",
        "adam_beta2": 0.999,
        "max_grad_norm": 1.0,
        "optim": "adamw_torch_fused",
        "bf16": precision == "bf16",
        "gradient_checkpointing": False,
        "train_sampling_strategy": "group_by_length",
        "save_strategy": "no",
        "logging_steps": 50,
        "report_to": "none",
        "disable_tqdm": True,
        "use_cpu": not torch.cuda.is_available(),
        "seed": 0,
    }
    make = plain_trainer if side == "trainer" else sft_trainer
    trainer = make(model, tokenizer, rows, settings, side == "trl-packed")
    trainer.add_callback(PrintSteps())
    trainer.train()
    trainer.save_model(out / "model")


def plain_trainer(model: Any, tokenizer: Any, rows: list[dict[str, str]], settings: Any, packed: bool) -> Trainer:
    def encode(batch: dict[str, list[str]]) -> dict[str, Any]:
        ids, labels = [], []
        prompts = tokenizer(batch["prompt"])["input_ids"]
        answers = tokenizer(batch["completion"])["input_ids"]
        for prompt, answer in zip(prompts, answers, strict=True):
            ids.append([*prompt, *answer, tokenizer.eos_token_id])
            labels.append([-100] * len(prompt) + [*answer, tokenizer.eos_token_id])
        return {"input_ids": ids, "labels": labels, "attention_mask": [[1] * len(one) for one in ids]}

    data = Dataset.from_list(rows).map(encode, batched=True, remove_columns=["prompt", "completion"])
    collator = DataCollatorForSeq2Seq(tokenizer, padding=True)
    return Trainer(model, TrainingArguments(**settings), train_dataset=data, data_collator=collator)


def sft_trainer(model: Any, tokenizer: Any, rows: list[dict[str, str]], settings: Any, packed: bool) -> Trainer:
    from trl import SFTConfig, SFTTrainer

    if packed:
        lengths = [len(tokenizer(row["prompt"] + row["completion"])["input_ids"]) + 1 for row in rows]
        tokens = sum(lengths) / len(lengths) * settings["per_device_train_batch_size"]
        settings["per_device_train_batch_size"] = max(1, round(tokens / PACKED_LENGTH))
        settings["train_sampling_strategy"] = "random"
    config = SFTConfig(**settings, packing=packed, max_length=PACKED_LENGTH if packed else None)
    return SFTTrainer(model, config, train_dataset=Dataset.from_list(rows), processing_class=tokenizer)


if __name__ == "__main__":
    main()
