"""Options of other trainers that no key stands for: what this one does instead, or that it does not."""

_SAID = {
    "Packing is always on: sequences lie side by side without padding, and none sees another.": (
        "packing sample_packing eval_packing neat_packing packed pack_sequences group_by_length padding_free "
        "pad_to_sequence_len pad_to_max_length"
    ),
    "Rows are always read a chunk at a time and their tokens kept on disk; `rows` of a source takes the first ones.": (
        "streaming stream_data iterable_dataset buffer_size"
    ),
    "Each epoch draws its order from `seed`, always.": "shuffle shuffle_buffer shuffle_buffer_size",
    "Columns that nothing reads are told of and left out, always.": "remove_unused_columns",
    "Not here: a tokenizer that exists keeps its tokens. tokenizer.train makes one with the template's markers.": (
        "add_tokens new_tokens extra_tokens special_tokens additional_special_tokens added_tokens"
    ),
    "eval.sets names files of rows. The tasks of lm-evaluation-harness run on RUN/model, a Hugging Face folder.": (
        "tasks task_list num_fewshot fewshot few_shot"
    ),
    "Not here: temperature, top_p, top_k and repetition_penalty shape the draws.": (
        "min_p typical_p top_a tfs tfs_z eta_cutoff epsilon_cutoff mirostat penalty_alpha logit_bias "
        "no_repeat_ngram_size presence_penalty frequency_penalty"
    ),
    "Not here: answers are greedy (temperature: 0) or drawn; num_return_sequences gives several.": (
        "num_beams beams beam_size num_beam_groups length_penalty diversity_penalty"
    ),
    "Not here: only the longest answer has a limit, max_new_tokens.": "min_length min_new_tokens min_tokens",
    "Not here: a run goes its whole length, and keep: best takes the weights of the lowest validation loss.": (
        "early_stopping early_stopping_patience patience"
    ),
    "Not here: RUN/metrics.jsonl has a line a step, --json prints events, RUN/report.html draws the curves.": (
        "report_to wandb use_wandb wandb_project wandb_run_name tensorboard tensorboard_dir logging_dir log_with "
        "run_name mlflow trackio comet swanlab"
    ),
    "Every step is logged, always, in RUN/metrics.jsonl.": "logging_steps log_every log_interval logging_strategy",
    "Not here: train.lora learns adapters over weights that stay in bfloat16.": (
        "load_in_4bit load_in_8bit quantization quantization_bit quantize quantized qlora use_qlora bits bnb "
        "bnb_4bit_quant_type bnb_4bit_compute_dtype bnb_4bit_use_double_quant"
    ),
    "Not here: an adapter has rank, alpha, dropout and targets.": (
        "use_rslora use_dora init_lora_weights modules_to_save lora_modules_to_save lora_bias loraplus_lr_ratio"
    ),
    "Not here: `hf upload REPO RUN/model` puts the finished folder on the hub.": (
        "push_to_hub hub_model_id hub_strategy hub_private_repo"
    ),
    "The same command continues by itself; --fresh starts over and keeps the earlier run.": (
        "resume resume_from_checkpoint auto_resume auto_resume_from_checkpoints overwrite_output_dir"
    ),
    "The command says it: pretrain, finetune, generate or eval.": "stage do_train do_eval do_predict task_type",
    "Not here: what is learnt are answers. TRL takes RUN/model for preferences and rewards.": (
        "dpo dpo_beta pref_beta pref_loss kto orpo ppo grpo rl reward_model reward_funcs ref_model num_generations "
        "dataset_chosen dataset_rejected"
    ),
    "torchrun --nproc-per-node N -m instructgpt_cli finetune RECIPE starts N processes.": (
        "num_gpus n_gpu gpus num_processes world_size nproc_per_node tensor_parallel_size ddp ddp_backend"
    ),
    "Not here: neither batches nor weights are disturbed on the way.": (
        "neftune neftune_noise_alpha noisy_embedding_alpha label_smoothing label_smoothing_factor"
    ),
}
INSTEAD = {word: said for said, words in _SAID.items() for word in words.split()}
