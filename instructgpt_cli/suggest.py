"""Suggestions for unknown words: a similar known word, or what another tool calls it."""

from collections.abc import Iterable

# Commands of other tools -> the command here.
FOREIGN_COMMANDS = {
    "train": "pretrain or finetune",
    "sft": "finetune",
    "infer": "generate",
    "inference": "generate",
    "predict": "generate",
    "complete": "generate",
    "answer": "generate",
    "chat": "generate MODEL --chat",
    "evaluate": "eval",
    "test": "eval",
    "score": "eval",
    "benchmark": "eval",
    "tokenize": "inspect, or finetune --dry-run",
    "preprocess": "inspect, or finetune --dry-run",
    "lora": "finetune with train.lora={}",
    "list": "recipes list",
    "schema": "recipes schema",
    "init": "recipes copy NAME",
    "plot": "report",
    "version": "--version",
}
_FOLDER = "RUN/model is an ordinary Hugging Face folder with adapters merged in"
# Commands of other tools that have no counterpart here -> where it is done instead.
COMMANDS_ELSEWHERE = {
    word: reply
    for reply, words in {
        f"Not supported: {_FOLDER}; convert_hf_to_gguf.py of llama.cpp converts it.": "export convert gguf quantize",
        f"Not needed: {_FOLDER}.": "merge merge-lora",
        f"Not supported: {_FOLDER}; `vllm serve RUN/model` serves it.": "serve server api deploy",
        "Not supported: `hf upload REPO RUN/model` uploads the finished model.": "push upload publish",
        "Not supported: finetune trains on answers. TRL can train RUN/model on preferences and rewards.": (
            "dpo ppo grpo kto orpo rl rlhf reward rm"
        ),
        "The same command always resumes: pretrain or finetune with the same recipe.": "resume continue",
        "Not needed: a Hub id in model.path or in a source is downloaded when it is used.": "download fetch",
    }.items()
    for word in words.split()
}
# Recipe keys -> their names in other trainers.
_KEYS = {
    "output_dir": "out_dir output_folder save_dir",
    "seed": "random_seed data_seed",
    "device": "device_map use_cpu no_cuda accelerator",
    "model.path": "model model_name_or_path base_model model_name model_id checkpoint_dir",
    "model.attention": "attn_implementation flash_attention flash_attn use_flash_attention use_flash_attention_2",
    "tokenizer.path": "tokenizer tokenizer_name tokenizer_path",
    "tokenizer.chat_template": "template conversation_template chat_template_path",
    "tokenizer.train.vocab_size": "vocab_size",
    "data.train": "data dataset datasets dataset_name train_dataset train_file train_data data_path",
    "data.validation": "eval_dataset validation_file val_data",
    "data.validation_share": "val_set_size val_size test_size validation_split validation_split_percentage",
    "data.max_length": "max_seq_length max_seq_len sequence_len cutoff_len block_size context_length",
    "data.loss_on": (
        "train_on_inputs train_on_prompt mask_prompt completion_only_loss assistant_only_loss train_on_input"
    ),
    "data.workers": "num_proc num_workers preprocessing_num_workers dataset_num_proc dataset_processes",
    "data.train[0].rows": "max_samples max_train_samples",
    "data.train[0].columns": "dataset_text_field text_column prompt_column response_column field_instruction",
    "data.train[0].split": "dataset_split",
    "train.lr": "learning_rate",
    "train.batch_tokens": "batch_size global_batch_size train_batch_size gradient_accumulation_steps",
    "train.micro_batch_tokens": "micro_batch_size per_device_train_batch_size",
    "train.epochs": "num_epochs num_train_epochs max_epochs",
    "train.max_steps": "max_iters num_steps",
    "train.warmup": "warmup_ratio warmup_steps num_warmup_steps lr_warmup_steps",
    "train.schedule": "lr_scheduler_type lr_scheduler lr_schedule scheduler",
    "train.clip": "max_grad_norm gradient_clipping grad_clip max_norm clip_grad_norm",
    "train.optimizer": "optim",
    "train.betas": "adam_beta1 adam_beta2",
    "train.eps": "adam_epsilon",
    "train.precision": "bf16 fp16 dtype torch_dtype mixed_precision",
    "train.compile": "torch_compile",
    "train.gradient_checkpointing": (
        "use_gradient_checkpointing activation_checkpointing enable_activation_checkpointing"
    ),
    "train.shard": "fsdp deepspeed",
    "train.validate_every": "eval_steps eval_interval eval_strategy",
    "train.keep": "load_best_model_at_end",
    "train.lora": "lora adapter use_peft finetuning_type peft peft_config lora_config",
    "train.lora.rank": "lora_r lora_rank r",
    "train.lora.alpha": "lora_alpha",
    "train.lora.dropout": "lora_dropout",
    "train.lora.init": "init_lora_weights lora_init pissa_init",
    "train.lora.dora": "use_dora peft_use_dora",
    "train.lora.rslora": "use_rslora peft_use_rslora",
    "train.lora.double_quantization": "bnb_4bit_use_double_quant use_nested_quant double_quant",
    "train.lora.from": "adapter_name_or_path adapter_path lora_model_dir lora_path",
    "train.lora.targets": (
        "lora_target_modules lora_target target_modules lora_attn_modules lora_query lora_key lora_value"
    ),
    "checkpoint.every": "save_steps save_interval",
    "checkpoint.keep": "save_total_limit",
    "generate.temperature": "temp do_sample",
    "generate.max_new_tokens": "max_tokens",
    "generate.num_return_sequences": "n num_samples",
    "generate.stop": "stop_sequences stop_strings stop_words",
    "generate.batch_size": "eval_batch_size per_device_eval_batch_size",
    "eval.metrics": "metric compute_metrics predict_with_generate",
}
FOREIGN_KEYS = {word: meant for meant, words in _KEYS.items() for word in words.split()}


LIKENESS = 0.75  # difflib's ratio: of `sedd` and `seed` it is 0.75, of `min_p` and `min_lr` less


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` misspells or abbreviates; None if none is similar enough."""
    words = list(known)
    completions = (one for one in words if len(word) >= 4 and one.startswith(word))
    return misspelt(word, words, LIKENESS) or next(completions, None)


def misspelt(word: str, known: Iterable[str], likeness: float) -> str | None:
    """The known word most similar to `word`, with a difflib ratio of at least `likeness`; None if there is none."""
    import difflib  # noqa: PLC0415 - only mistakes need it, and help must be fast

    return next(iter(difflib.get_close_matches(word, list(known), 1, likeness)), None)
