"""A model without its weights, and the files that hold them, for ranks that each read their own shards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModelForCausalLM, GenerationConfig, PreTrainedModel

from instructgpt_cli.model import generation_settings, library_warnings, load, size
from instructgpt_cli.model.folder_checks import existing, read_config
from instructgpt_cli.model.tensor_files import TensorFiles
from instructgpt_cli.recipe.schema import Model
from instructgpt_cli.system import adapter_folder
from instructgpt_cli.system.json_object import read_object
from instructgpt_cli.system.library_errors import is_out_of_memory

WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"


def load_on_meta(wanted: Model, warn: Callable[[str], None]) -> tuple[PreTrainedModel, TensorFiles] | None:
    """The model at `wanted.path` in float32 with its weights on the meta device, and their files. Buffers have their
    values.

    None where it has to be loaded in full: a model on the Hub or with code of its own, an adapter, tensors that
    Transformers renames or stacks while it loads them, and whatever `load.load_pretrained` refuses, which reports it.
    """
    if wanted.path is None or wanted.trust_remote_code or not (folder := Path(existing(wanted.path))).is_dir():
        return None
    if adapter_folder.is_adapter(str(folder)):
        return None
    size.refuse_too_large(read_config(str(folder)), 0, f"{wanted.path}/config.json")
    try:
        with library_warnings.collected() as warnings, _parameters_on_meta():
            config = AutoConfig.from_pretrained(folder)
            attention = load.implementation(wanted)
            model = AutoModelForCausalLM.from_config(config, dtype=torch.float32, attn_implementation=attention)
        if (folder / "generation_config.json").is_file():
            model.generation_config = GenerationConfig.from_pretrained(folder)
        files = TensorFiles(_files_of(folder))
        if not _fit(files, model):
            return None
    except Exception as error:  # whatever it is: loading the model in full reports it
        if is_out_of_memory(error):
            raise
        return None
    generation_settings.settle(model.generation_config, wanted.path)
    for text in warnings:
        warn(f"{wanted.path}: {text}")
    assert isinstance(model, PreTrainedModel)
    return model.eval(), files


@contextmanager
def _parameters_on_meta() -> Iterator[None]:
    """Within the context, the parameters of new modules are on the meta device; their buffers are not."""
    register = nn.Module.register_parameter

    def register_on_meta(self: nn.Module, name: str, param: nn.Parameter | None) -> None:
        if param is not None and not param.is_meta:
            param = nn.Parameter(param.detach().to("meta"), param.requires_grad)
        register(self, name, param)

    nn.Module.register_parameter = register_on_meta  # type: ignore[method-assign]
    try:
        yield
    finally:
        nn.Module.register_parameter = register  # type: ignore[method-assign]


def _files_of(folder: Path) -> list[Path]:
    if not (folder / INDEX).is_file():
        return [folder / WEIGHTS]
    return [folder / name for name in sorted({*read_object(folder / INDEX)["weight_map"].values()})]


def _fit(files: TensorFiles, model: nn.Module) -> bool:
    """Whether the files hold each weight and each persistent buffer once, under its own name, and nothing else."""
    names: dict[int, list[str]] = {}  # tied weights have several
    own: dict[str, Tensor] = model.state_dict(keep_vars=True)
    for name, tensor in own.items():
        names.setdefault(id(tensor), []).append(name)
    stored = {*files}
    return (
        stored <= own.keys()
        and all(len(stored.intersection(each)) == 1 for each in names.values())
        and all(files.shape(name) == own[name].shape and files.dtype(name).is_floating_point for name in stored)
    )
