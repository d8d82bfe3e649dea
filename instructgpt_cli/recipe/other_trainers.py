"""Options of other trainers that no recipe key replaces: what this package does instead, or that it does not."""

_REPLIES = {
    "Packing is always on: sequences lie side by side without padding and do not attend to each other.": (
        "packing sample_packing eval_packing neat_packing packed pack_sequences group_by_length padding_free "
        "pad_to_sequence_len pad_to_max_length"
    ),
    "Rows are always read in chunks and their tokens stored on disk; `rows` of a source limits how many.": (
        "streaming stream_data iterable_dataset buffer_size"
    ),
    "Each epoch is always shuffled, from `seed`.": "shuffle shuffle_buffer shuffle_buffer_size",
    "Unused columns are always ignored, and reported.": "remove_unused_columns",
    "Not supported: an existing tokenizer keeps its tokens. tokenizer.train makes one with the template's markers.": (
        "add_tokens new_tokens extra_tokens special_tokens additional_special_tokens added_tokens"
    ),
    "eval.sets names files of rows. The tasks of lm-evaluation-harness run on RUN/model, a Hugging Face folder.": (
        "tasks task_list num_fewshot fewshot few_shot"
    ),
    "Not supported: sampling has temperature, top_p, top_k and repetition_penalty.": (
        "min_p typical_p top_a tfs tfs_z eta_cutoff epsilon_cutoff mirostat penalty_alpha logit_bias "
        "no_repeat_ngram_size presence_penalty frequency_penalty"
    ),
    "Not supported: decoding is greedy (temperature: 0) or sampled; num_return_sequences gives several answers.": (
        "num_beams beams beam_size num_beam_groups length_penalty diversity_penalty"
    ),
    "Not supported: answers have a maximum length only, max_new_tokens.": "min_length min_new_tokens min_tokens",
    "Not supported: a run always completes, and `keep: best` uses the weights with the lowest validation loss.": (
        "early_stopping early_stopping_patience patience"
    ),
    "Not supported: RUN/metrics.jsonl has a line per step, --json prints events, RUN/report.html plots the curves.": (
        "report_to wandb use_wandb wandb_project wandb_run_name tensorboard tensorboard_dir logging_dir log_with "
        "run_name mlflow trackio comet swanlab"
    ),
    "Every step is always logged, in RUN/metrics.jsonl.": "logging_steps log_every log_interval logging_strategy",
    "train.lora: {base: nf4} trains adapters over base weights in 4 bits (QLoRA), the only quantization.": (
        "load_in_4bit load_in_8bit quantization quantization_bit quantize quantized qlora use_qlora bits bnb "
        "bnb_4bit_quant_type bnb_4bit_compute_dtype"
    ),
    "Not supported: an adapter is the low-rank matrices of the layers in train.lora.targets, and nothing else.": (
        "modules_to_save lora_modules_to_save lora_bias loraplus_lr_ratio"
    ),
    "Not supported: `hf upload REPO RUN/model` uploads the finished model.": (
        "push_to_hub hub_model_id hub_strategy hub_private_repo"
    ),
    "The same command always resumes; --fresh starts over and keeps the earlier run.": (
        "resume resume_from_checkpoint auto_resume auto_resume_from_checkpoints overwrite_output_dir"
    ),
    "The command decides: pretrain, finetune, generate or eval.": "stage do_train do_eval do_predict task_type",
    "Not supported: finetune trains on answers. TRL can train RUN/model on preferences and rewards.": (
        "dpo dpo_beta pref_beta pref_loss kto orpo ppo grpo rl reward_model reward_funcs ref_model num_generations "
        "dataset_chosen dataset_rejected"
    ),
    "torchrun --nproc-per-node N -m instructgpt_cli finetune RECIPE starts N processes.": (
        "num_gpus n_gpu gpus num_processes world_size nproc_per_node ddp ddp_backend"
    ),
    "Not supported: training adds no noise and smooths no labels.": (
        "neftune neftune_noise_alpha noisy_embedding_alpha label_smoothing label_smoothing_factor"
    ),
}
INSTEAD = {option: reply for reply, options in _REPLIES.items() for option in options.split()}
