"""A tiny random model of each kind of decoder that Transformers has, by the state that decodes it."""

import torch
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedModel

from instructgpt_cli.inference.sequences import Prompt

VOCABULARY = 320
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4}
HEADS = {**SIZES, "num_key_value_heads": 2, "intermediate_size": 64}
WINDOW = {"head_dim": 8, "sliding_window": 7}
WINDOW_AND_NOT = ["sliding_attention", "full_attention"]
MAMBA = {"mamba_d_state": 8, "mamba_d_head": 16, "mamba_n_heads": 4, "mamba_n_groups": 1, "mamba_chunk_size": 8}
DELTA = {
    "linear_num_value_heads": 4,
    "linear_num_key_heads": 2,
    "linear_key_head_dim": 8,
    "linear_value_head_dim": 8,
    "layer_types": ["linear_attention", "full_attention"],
}
EXPERTS = {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32}
LONGROPE = {
    "rope_type": "longrope",
    "rope_theta": 10000.0,
    "short_factor": [1.0] * 4,
    "long_factor": [4.0] * 4,
    "original_max_position_embeddings": 20,
}
# Architecture -> its sizes, by the state that `generate.cache: auto` takes.
UNPADDED = {
    "llama": HEADS,
    "qwen2": HEADS,
    "qwen3": {**HEADS, "head_dim": 8},
    "gpt2": {"n_embd": 32, "n_layer": 2, "n_head": 4, "n_positions": 128},
    "gpt_neox": {**SIZES, "intermediate_size": 64},
    "mistral window": {**HEADS, "sliding_window": 7},
    "gemma3_text window": {**HEADS, **WINDOW, "layer_types": WINDOW_AND_NOT},
    "phi3 longrope": {**HEADS, "original_max_position_embeddings": 20, "rope_parameters": LONGROPE},
}
PADDED = {
    "gemma2 window": {**HEADS, **WINDOW},
    "bloom alibi": {"hidden_size": 32, "n_layer": 2, "n_head": 4},
    "falcon alibi": {**SIZES, "alibi": True, "new_decoder_architecture": False},
}
RECURRENT = {
    "lfm2": {**HEADS, "layer_types": ["conv", "full_attention"], "block_ff_dim": 64, "block_auto_adjust_ff_dim": False},
    "mamba": {"hidden_size": 32, "num_hidden_layers": 2, "state_size": 4},
    "mamba2": {
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "state_size": 8,
        "num_heads": 4,
        "head_dim": 16,
        "n_groups": 1,
    },
    "falcon_mamba": {"hidden_size": 32, "num_hidden_layers": 2, "state_size": 4},
    "falcon_h1": {**HEADS, **MAMBA, "mamba_d_ssm": 64},
    "jamba": {**HEADS, "attn_layer_period": 2, "attn_layer_offset": 1, "num_experts": 2, "mamba_d_state": 8},
    "granitemoehybrid": {**HEADS, **MAMBA, "layer_types": ["mamba", "attention"], "shared_intermediate_size": 64},
    "qwen3_next": {**HEADS, **DELTA, **EXPERTS, "head_dim": 8, "shared_expert_intermediate_size": 32},
    "olmo_hybrid": {**HEADS, **DELTA},
    "nemotron_h": {
        **HEADS,
        "layers_block_type": ["mamba", "attention", "moe"],
        "mamba_num_heads": 4,
        "mamba_head_dim": 16,
        "ssm_state_size": 8,
        "n_groups": 1,
        "chunk_size": 8,
        "n_routed_experts": 4,
        "moe_intermediate_size": 32,
        "moe_shared_expert_intermediate_size": 32,
    },
}
# Each has a recurrent state of its own: in its modules, or in a class of the model.
RECOMPUTED = {
    "recurrent_gemma": {**HEADS, "lru_width": 32, "head_dim": 8, "block_types": ["recurrent", "attention"]},
    "rwkv": {"hidden_size": 32, "num_hidden_layers": 2, "attention_hidden_size": 32, "intermediate_size": 64},
}
CONFIGS = {**UNPADDED, **PADDED, **RECURRENT, **RECOMPUTED}


def model_of(name: str) -> PreTrainedModel:
    """In eval mode, with weights so large that answers differ from prompt to prompt."""
    ends = {"eos_token_id": None, "bos_token_id": None, "pad_token_id": None}
    config = AutoConfig.for_model(name.split()[0], **CONFIGS[name], **ends, vocab_size=VOCABULARY)
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        for weight in model.parameters():
            if weight.ndim > 1:
                weight.mul_(4)
    return model


def random_prompts(count: int, seed: int = 1) -> list[Prompt]:
    """Prompts of 1 to 29 random tokens."""
    generator = torch.Generator().manual_seed(seed)
    lengths = torch.randint(1, 30, (count,), generator=generator).tolist()
    return [Prompt(i, torch.randint(0, VOCABULARY, (n,), generator=generator).tolist()) for i, n in enumerate(lengths)]
