"""Shared by tests: a plain terminal, no network, tiny tokenizers and models, and the command line as a function."""

import errno
import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

# Before torch is imported, for these processes and their children: the workers share two cores.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ.pop("INSTRUCTGPT_DEBUG", None)


def pytest_configure(config: pytest.Config) -> None:
    """Hide GPUs except from `-m gpu`: the other tests compare exact sums of the CPU."""
    if config.option.markexpr != "gpu":
        os.environ["CUDA_VISIBLE_DEVICES"] = ""


CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
TINY = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
TINY_CONFIGS: dict[str, dict[str, Any]] = {
    "llama": {**TINY, "num_key_value_heads": 1},
    "qwen3": {**TINY, "num_key_value_heads": 1, "head_dim": 16},
    "gemma3_text": {**TINY, "num_key_value_heads": 1, "head_dim": 16, "sliding_window": 16},
    "phi3": {  # other rotary frequencies for sequences of more than 44 tokens
        **TINY,
        "num_key_value_heads": 1,
        "max_position_embeddings": 256,
        "original_max_position_embeddings": 44,
        "rope_parameters": {
            "rope_type": "longrope",
            "rope_theta": 10000.0,
            "short_factor": [1.0] * 8,
            "long_factor": [4.0] * 8,
            "original_max_position_embeddings": 44,
        },
    },
    "llama4_text": {  # only its mask knows its chunks, as with phimoe's window
        **TINY,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "attention_chunk_size": 16,
        "num_local_experts": 2,
        "intermediate_size_mlp": 64,
        "interleave_moe_layer_step": 1,
    },
    "phimoe": {**TINY, "num_key_value_heads": 1, "sliding_window": 16, "num_local_experts": 2},
    "mixtral": {**TINY, "num_key_value_heads": 1, "num_local_experts": 2, "num_experts_per_tok": 1},
    "qwen3_moe": {
        **TINY,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "num_experts": 4,
        "num_experts_per_tok": 2,
        "moe_intermediate_size": 16,
    },
    "deepseek_v3": {
        **TINY,
        "num_key_value_heads": 2,
        "n_routed_experts": 4,
        "num_experts_per_tok": 2,
        "n_group": 1,
        "topk_group": 1,
        "moe_intermediate_size": 16,
        "first_k_dense_replace": 1,
        "q_lora_rank": 8,
        "kv_lora_rank": 8,
        "qk_nope_head_dim": 8,
        "qk_rope_head_dim": 8,
        "v_head_dim": 8,
    },
    "falcon": {**TINY, "alibi": False, "bias": False},
    "jamba": {**TINY, "num_key_value_heads": 1, "num_experts": 2},
    "bert": {**TINY},
    "gpt_oss": {**TINY, "num_key_value_heads": 1, "head_dim": 16, "num_local_experts": 2, "num_experts_per_tok": 1},
    "mamba": {"hidden_size": 32, "num_hidden_layers": 2, "state_size": 4},
    "gpt_neox": {**TINY, "hidden_dropout": 0.0, "attention_dropout": 0.0},
    "gpt2": {"n_embd": 32, "n_layer": 2, "n_head": 2, "resid_pdrop": 0.0, "embd_pdrop": 0.0, "attn_pdrop": 0.0},
}
SENTENCES = (
    "Reverse the words: apple river stone. stone river apple",
    "Translate to French: good morning, thank you. bonjour, merci",
    "The quick brown fox jumps over the lazy dog; 0123456789.",
    "把下面的词倒过来:苹果 河流 石头。石头 河流 苹果",
)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """80 columns and no colors, whatever terminal runs the tests."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.fixture(scope="session", autouse=True)
def signals_reach_commands() -> None:
    """nohup and a script's `&` ignore these, which commands of tests would inherit; they do not inherit a handler."""
    for number in (signal.SIGHUP, signal.SIGINT):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session")
def one_thread() -> None:
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny_tokenizer() -> "PreTrainedTokenizerFast":
    """Byte-level BPE of 320 tokens with ChatML's markers: `<|im_end|>` ends a turn, `<|endoftext|>` a document."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|pad|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=320,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator(SENTENCES, trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token="<|endoftext|>", pad_token="<|pad|>")
    tokenizer.chat_template = CHATML
    return tokenizer


@pytest.fixture(scope="session")
def tiny_model(one_thread: None, tiny_tokenizer: "PreTrainedTokenizerFast") -> "Callable[..., PreTrainedModel]":
    """`tiny_model("llama", seed=0, **config)`: a new model with random float32 weights, in eval mode."""
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM

    def build(model_type: str = "llama", seed: int = 0, **config: Any) -> "PreTrainedModel":
        ids = {"eos_token_id": tiny_tokenizer.eos_token_id, "pad_token_id": tiny_tokenizer.pad_token_id}
        keys = {**TINY_CONFIGS[model_type], **ids, "bos_token_id": None, "vocab_size": len(tiny_tokenizer), **config}
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            model = AutoModelForCausalLM.from_config(AutoConfig.for_model(model_type, **keys), dtype=torch.float32)
        return model.eval()

    return build


@pytest.fixture(scope="session")
def tiny_model_folder(
    tmp_path_factory: pytest.TempPathFactory,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
) -> Path:
    """A saved llama with its tokenizer. Shared: copy it before changing it."""
    folder = tmp_path_factory.mktemp("tiny") / "model"
    tiny_model("llama").save_pretrained(folder)
    tiny_tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture
def instructgpt(tmp_path: Path) -> "Callable[..., subprocess.CompletedProcess[str]]":
    """Run the command in `tmp_path`, in its own process: `instructgpt("finetune", "r.yaml", env={...})`."""
    from processes import Command

    def run(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return Command(tmp_path, *words, **(env or {})).end()

    return run


@pytest.fixture
def additions(tmp_path: Path) -> Path:
    """A folder with rows.jsonl: additions of different lengths."""
    rows = [{"instruction": f"Add one to {i}. {'Please. ' * (i % 5)}", "output": f"{i + 1}"} for i in range(80)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


@pytest.fixture
def forbid(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Make a file unreadable. Its mode would not do: tests may run as root, who can read everything."""
    opened = Path.open

    def install(forbidden: Path) -> None:
        def refusing(path: Path, *args: Any, **keys: Any) -> Any:
            if path == forbidden:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return opened(path, *args, **keys)

        monkeypatch.setattr(Path, "open", refusing)

    return install
