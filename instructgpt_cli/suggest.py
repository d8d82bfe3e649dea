"""What a word that is not known was meant to be: a misspelt one, or one of another tool."""

from collections.abc import Iterable

# What other tools call a command.
FOREIGN_COMMANDS = {
    "train": "pretrain or finetune",
    "sft": "finetune",
    "infer": "generate",
    "inference": "generate",
    "predict": "generate",
    "chat": "generate MODEL --chat",
    "evaluate": "eval",
    "test": "eval",
}
# What other trainers call a key.
_KEYS = {
    "output_dir": "out_dir output_folder save_dir",
    "model.path": "model model_name_or_path base_model model_name model_id checkpoint_dir",
    "model.attention": "attn_implementation flash_attention flash_attn",
    "tokenizer.path": "tokenizer tokenizer_name tokenizer_path",
    "tokenizer.chat_template": "template conversation_template",
    "tokenizer.train.vocab_size": "vocab_size",
    "data.train": "data dataset datasets dataset_name train_dataset train_file train_data data_path",
    "data.validation": "eval_dataset validation_file val_data",
    "data.validation_share": "val_set_size val_size test_size validation_split validation_split_percentage",
    "data.max_length": "max_seq_length max_seq_len sequence_len cutoff_len block_size context_length",
    "data.loss_on": "train_on_inputs train_on_prompt mask_prompt completion_only_loss assistant_only_loss",
    "data.workers": "num_proc num_workers preprocessing_num_workers dataset_num_proc dataset_processes",
    "data.train[0].rows": "max_samples",
    "train.lr": "learning_rate",
    "train.batch_tokens": "batch_size global_batch_size train_batch_size gradient_accumulation_steps",
    "train.micro_batch_tokens": "micro_batch_size per_device_train_batch_size",
    "train.epochs": "num_epochs num_train_epochs max_epochs",
    "train.max_steps": "max_iters num_steps",
    "train.warmup": "warmup_ratio warmup_steps",
    "train.schedule": "lr_scheduler_type lr_scheduler lr_schedule scheduler",
    "train.clip": "max_grad_norm gradient_clipping grad_clip max_norm",
    "train.optimizer": "optim",
    "train.betas": "adam_beta1 adam_beta2",
    "train.eps": "adam_epsilon",
    "train.precision": "bf16 fp16 dtype torch_dtype mixed_precision",
    "train.compile": "torch_compile",
    "train.shard": "fsdp deepspeed",
    "train.validate_every": "eval_steps eval_interval eval_strategy",
    "train.keep": "load_best_model_at_end",
    "train.lora": "lora adapter finetuning_type peft peft_config lora_config",
    "train.lora.rank": "lora_r lora_rank r",
    "train.lora.alpha": "lora_alpha",
    "train.lora.dropout": "lora_dropout",
    "train.lora.targets": "lora_target_modules lora_target target_modules",
    "checkpoint.every": "save_steps save_interval",
    "checkpoint.keep": "save_total_limit",
    "generate.temperature": "temp do_sample",
    "generate.max_new_tokens": "max_tokens",
    "generate.num_return_sequences": "n num_samples",
    "generate.stop": "stop_sequences stop_strings stop_words",
}
FOREIGN_KEYS = {word: meant for meant, words in _KEYS.items() for word in words.split()}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if one is like it."""
    import difflib  # noqa: PLC0415 - only a mistake needs it, and help must start fast

    return next(iter(difflib.get_close_matches(word, list(known), 1)), None)
