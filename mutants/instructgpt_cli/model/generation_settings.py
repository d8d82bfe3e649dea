"""generation_config.json of a model that a run begins with: what it may say, so that it can be written again."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from transformers import GenerationConfig

from instructgpt_cli.errors import ModelError
from instructgpt_cli.system.library_errors import first_line


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_EXPECTED: tuple[tuple[str, Callable[[object], bool], frozenset[str]], ...] = (
    (
        "a token id or a list of them",
        lambda value: type(value) is int,
        frozenset({"bos_token_id", "eos_token_id", "pad_token_id", "decoder_start_token_id", "forced_eos_token_id"}),
    ),
    ("true or false", lambda value: isinstance(value, bool), frozenset({"do_sample", "use_cache"})),
    (
        "a number",
        _is_number,
        frozenset(
            {"temperature", "top_p", "top_k", "min_p", "typical_p", "repetition_penalty", "length_penalty"}
            | {"max_length", "max_new_tokens", "min_length", "min_new_tokens", "num_beams", "num_return_sequences"}
        ),
    ),
)
# Each without effect unless answers are drawn, or searched for by beams.
_OF_SAMPLING = ("temperature", "top_p", "top_k", "min_p", "top_h", "typical_p", "epsilon_cutoff", "eta_cutoff")
_OF_BEAMS = ("early_stopping", "length_penalty")


def refuse_odd(file: Path, settings: Mapping[str, Any]) -> None:
    """Raises `ModelError` for a setting in `file` that cannot be meant: Transformers takes any value."""
    for key, value in settings.items():
        values = value if isinstance(value, list) and key.endswith("_token_id") else [value]
        for expected, fits, keys in _EXPECTED:
            if key in keys and value is not None and not all(map(fits, values)):
                raise ModelError(
                    f"{file}: {key} should be {expected}, not {value!r}", "Mend the value, or remove the key."
                )


def settle(settings: GenerationConfig | None, path: str) -> None:
    """Takes settings without effect back to their defaults, such as a temperature beside `do_sample: false`.
    Transformers loads them and refuses to save them, which would be after training. Raises `ModelError` at once where
    it would refuse others too; `path` is the model's."""
    if settings is None:
        return
    idle = (*(() if settings.do_sample else _OF_SAMPLING), *(() if (settings.num_beams or 1) > 1 else _OF_BEAMS))
    for key in idle:
        setattr(settings, key, getattr(GenerationConfig(), key))
    if isinstance(settings.pad_token_id, int) and settings.pad_token_id < 0:  # how early models say that they have none
        settings.pad_token_id = None
    try:
        settings.validate(strict=True)
    except (ValueError, TypeError) as error:
        raise ModelError(
            f"{path}: generation_config.json: {first_line(error)}", "Mend the value, or remove the key."
        ) from None
