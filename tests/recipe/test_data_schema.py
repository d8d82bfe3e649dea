"""The sections on what is read: values that contradict each other, and `where` in YAML."""

from pathlib import Path

import pytest
from recipe_faults import VALID, faults

from instructgpt_cli.recipe.load import load


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["validation_share=1"], "data.validation_share: should be less than 1, not 1"),
        (
            ["validation=0.1"],
            "data.validation: should be a list of sources; to hold out a fraction of the training rows: validation_s",
        ),
        (["train.0.part=[0.5, 0.5]"], "data.train[0].part: should go from a smaller fraction to a greater one"),
        (["train.0.where=label = true"], "data.train[0].where: = does not compare: write =="),
    ],
)
def test_values_that_data_refuses(recipe: Path, words: list[str], expected: str) -> None:
    found = faults(VALID, *(f"data.{word}" for word in words), command="inspect")
    assert any(expected in fault for fault in found), found


def test_where_needs_no_quotes_around_the_whole_comparison(recipe: Path) -> None:
    for written in ("label == true", "'label == true'", '"label == true"'):
        recipe.write_text(VALID.replace("{path: rows.jsonl}", f"path: rows.jsonl\n      where: {written}"))
        assert load("r.yaml", [], "finetune").data.train[0].where == "label == true"
    assert load("r.yaml", ["data.train.0.where=n >= 2"], "finetune").data.train[0].where == "n >= 2"
    (fault,) = faults(VALID.replace("rows.jsonl}", "rows.jsonl, where: true}"))
    assert "data.train[0].where: should be text" in fault
