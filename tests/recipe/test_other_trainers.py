"""Options of other trainers: an unknown key gets a reply that explains what this package does instead."""

from pathlib import Path

import pytest
from recipe_faults import VALID, faults

from instructgpt_cli.recipe.fault_text import keys_by_name
from instructgpt_cli.recipe.other_trainers import INSTEAD
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.suggest import FOREIGN_KEYS


@pytest.mark.parametrize(
    ("word", "reply"),
    [
        ("tokenizer.add_tokens", "Not supported: an existing tokenizer keeps its tokens."),
        ("eval.tasks", "eval.sets names files of rows."),
        ("generate.min_p", "Not supported: sampling has temperature, top_p, top_k and repetition_penalty."),
        ("data.streaming", "Rows are always read in chunks"),
        ("data.packing", "Packing is always on"),
        ("train.report_to", "Not supported: RUN/metrics.jsonl has a line per step"),
        ("model.load_in_4bit", "train.lora: {base: nf4} trains adapters"),
        ("min_new_tokens", "Not supported: answers have a maximum length only"),
    ],
)
def test_an_option_of_another_trainer_gets_a_reply(recipe: Path, word: str, reply: str) -> None:
    assert faults(VALID, f"{word}=1")[0].startswith(f"r.yaml: {word}: unknown key. {reply}")


def test_no_option_with_a_reply_is_a_key_or_has_one() -> None:
    for option in INSTEAD:
        assert option not in keys_by_name(Recipe), option
        assert option not in FOREIGN_KEYS, option


def test_a_reply_is_a_whole_sentence() -> None:
    assert [reply for reply in set(INSTEAD.values()) if not reply.endswith(".")] == []
