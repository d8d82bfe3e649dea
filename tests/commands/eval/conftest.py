"""What tests of `eval` share: a model that has memorized some rows, and a recipe that scores it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from scoring import FILES, KNOWN, TEXT, UNKNOWN, memorize, write_rows

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast


@pytest.fixture(scope="session")
def trained(
    tmp_path_factory: pytest.TempPathFactory,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
) -> Path:
    """The folder of a model that has memorized the answers of KNOWN."""
    folder = tmp_path_factory.mktemp("trained") / "model"
    memorize(tiny_model("llama", seed=1), tiny_tokenizer, None, folder)
    return folder


@pytest.fixture
def settings(trained: Path, tiny_model_folder: Path, tmp_path: Path) -> dict[str, Any]:
    """A recipe with a set of memorized rows, one of others and one of raw text."""
    write_rows(tmp_path / "known.jsonl", KNOWN)
    write_rows(tmp_path / "unknown.jsonl", UNKNOWN)
    (tmp_path / "raw.txt").write_text(TEXT, encoding="utf-8")
    sets = {name: [{"path": str(tmp_path / file)}] for name, file in FILES.items()}
    return {
        "output_dir": str(tmp_path / "run"),
        "model": {"path": str(trained)},
        "device": "cpu",
        "data": {"max_length": 40},
        "eval": {"sets": sets, "baseline": str(tiny_model_folder), "bootstrap": 50},
    }
