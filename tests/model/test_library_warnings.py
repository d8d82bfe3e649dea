"""Warnings that Transformers logs while loading."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import PreTrainedModel
from transformers.utils import logging

from instructgpt_cli.model import (
    library_warnings,
    load,
)
from instructgpt_cli.recipe.schema import Model

Build = Callable[..., PreTrainedModel]


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


def change_config(folder: Path, **keys: Any) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **keys}))


def load_with_warnings(folder: Path) -> tuple[PreTrainedModel, list[str]]:
    warnings: list[str] = []
    return load.load_pretrained(Model(path=str(folder)), torch.device("cpu"), warn=warnings.append).eval(), warnings


@pytest.fixture
def error_verbosity() -> Iterator[None]:
    """Transformers logs errors only, as in the command line; other tests may have imported it first."""
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    yield
    logging.set_verbosity(before)


PROGRAM = """
import sys
from instructgpt_cli.system.streams import quiet_libraries
quiet_libraries()
import torch
from instructgpt_cli.model import load
from instructgpt_cli.recipe.schema import Model
load.load_pretrained(Model(path=sys.argv[1]), torch.device("cpu"), warn=lambda text: print(text, file=sys.stderr))
"""


def test_a_warning_is_shown_once_and_in_our_words(folder: Path) -> None:
    change_config(folder, rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "sharpness": 3})
    environment = {name: value for name, value in os.environ.items() if name != "TRANSFORMERS_VERBOSITY"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, env=environment, check=True
    )
    assert (
        done.stderr == f"{folder}: Unrecognized keys in `rope_parameters` for 'rope_type'='default': {{'sharpness'}}\n"
    )


@pytest.mark.usefixtures("error_verbosity")
def test_warnings_while_loading_are_collected_and_not_printed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    change_config(folder, rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "sharpness": 3})
    _, warnings = load_with_warnings(folder)
    assert warnings == [f"{folder}: Unrecognized keys in `rope_parameters` for 'rope_type'='default': {{'sharpness'}}"]
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("error_verbosity")
def test_each_warning_is_collected_once_and_known_ones_are_ignored(capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.get_logger("transformers.modeling_utils")
    with library_warnings.collected() as warnings:
        for text in ("one\n  text", "one text", "LOAD REPORT of a model", "another"):
            logger.warning(text)
        logger.info("details")
    assert warnings == ["one text", "another"]
    assert capfd.readouterr().err == ""


def test_verbosity_and_handlers_are_restored() -> None:
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    try:
        with library_warnings.collected():
            assert logging.get_verbosity() == logging.WARNING
        assert logging.get_verbosity() == logging.ERROR
    finally:
        logging.set_verbosity(before)
