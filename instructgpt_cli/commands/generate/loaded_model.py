"""The model of `generate` and `eval` with its tokenizer, prompt encoder and stopping criteria."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import AutoConfig, GenerationConfig, PreTrainedConfig, PreTrainedModel, PreTrainedTokenizerFast

from instructgpt_cli.data.types import Message, Refusal, Row
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.text_frame import legacy_frame
from instructgpt_cli.encoding.tokenizer import load_tokenizer
from instructgpt_cli.errors import UsageError
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.vllm import VllmDecoder
from instructgpt_cli.model import dtypes, load
from instructgpt_cli.model.device import choose_device, prepare_cpu
from instructgpt_cli.model.endings import own_ends
from instructgpt_cli.model.positions import UNLIMITED, position_limit
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.schema import Generate, Model
from instructgpt_cli.run import record
from instructgpt_cli.system import adapter_folder, atomic_files
from instructgpt_cli.terminal.console import Console

NO_DATA = Data()
AUTO = Generate().precision


@dataclass(frozen=True, slots=True)
class PromptEncoder:
    """Encodes prompts as training does. `limit` is the longest sequence that the model has positions for."""

    tokenizer: PreTrainedTokenizerFast
    encoder: Encoder
    limit: int

    def prompt_ids(self, row: Row, system: str | None) -> tuple[list[int], str]:
        """(token ids that prompt the row's last answer, "") or ([], why not). Raw text is continued as is."""
        if row.fault:
            return [], row.fault
        try:
            if row.text is not None:
                encoded = self.encoder.encode([Row(row.source, row.index, text=row.text, closes=False)])[0]
                return (encoded.input_ids, encoded.error) if not encoded.refused else ([], encoded.error)
            messages = question(row.messages)
            if system and messages[:1] and messages[0].role not in ("system", "developer"):
                messages = (Message("system", system), *messages)
            return (self.encoder.prompt_ids(messages, row.tools), "") if messages else ([], "the row has no question")
        except Refusal as refusal:
            return [], str(refusal)

    def stop_ids(self, stop: Sequence[str], declared: GenerationConfig | None) -> tuple[int, ...]:
        """The tokens that end an answer: those of the template, of the model's generation config, stop texts that are a
        special token, and the end of raw text."""
        added = self.tokenizer.get_added_vocab()
        own = own_ends(declared.eos_token_id if declared else None, added.values())
        special = [added[text] for text in (*self.encoder.stop_texts, *stop) if text in added]
        end = self.encoder.text_frame.end
        return tuple(dict.fromkeys((*self.encoder.stop_ids, *own, *special, *([] if end is None else [end]))))


@dataclass(frozen=True, slots=True)
class LoadedModel(PromptEncoder):
    """A loaded model with its prompt encoder."""

    model: PreTrainedModel

    def decoder(self, settings: Generate, seed: int, console: Console) -> Decoder:
        """A decoder for the model; reports on stderr if it has to recompute every token."""
        stops = self.stop_ids(settings.stop, self.model.generation_config)
        texts = self.encoder.stop_texts
        decoder = Decoder(self.model, self.tokenizer, settings, seed=seed, stop_ids=stops, stop_texts=texts)
        if decoder.recomputes:
            console.message(
                "decoding is slow: this model cannot use a cache, so every token is computed from the beginning of its "
                f"row ({decoder.why})"
            )
        return decoder


def question(messages: Sequence[Message]) -> tuple[Message, ...]:
    """The conversation without its last answer, if it ends in one."""
    answers = [i for i, message in enumerate(messages) if message.role == "assistant"]
    ends_in_answer = bool(answers) and answers[-1] == len(messages) - 1
    return tuple(messages[: answers[-1]] if ends_in_answer else messages)


def _encoder(
    tokenizer: PreTrainedTokenizerFast, settings: Tokenizer, path: str, limit: int, data: Data = NO_DATA
) -> Encoder:
    """The encoder for the model at `path`; `data` says what the targets of losses are, prompts do not depend on it."""
    chosen = chat_template.of_recipe(settings, tokenizer)
    folder, _ = adapter_folder.text_folder(path)
    run = record.find(Path(folder or "").parent)
    return Encoder(
        tokenizer,
        chosen,
        loss_on=data.loss_on,
        max_length=limit,
        overlong="drop",
        empty_answers=data.empty_answers,
        text_frame=legacy_frame(tokenizer) if run and run.text_frame is None else None,  # as the run was trained
    )


def precision_of(model: Model, precision: str, device: torch.device) -> str:
    """The precision that the model at `model.path` computes in for `generate.precision`: fp32, bf16 or fp16. Raises
    `ModelError` if its config cannot be read."""
    stored = torch.float32 if device.type == "cpu" else load.stored_dtype(model)
    return dtypes.name_of(dtypes.for_answers(precision, device, stored))


def open_model(
    model: Model,
    settings: Tokenizer,
    device: str,
    threads: int | None,
    console: Console,
    data: Data = NO_DATA,
    precision: str = AUTO,
) -> LoadedModel:
    """Loads the model at `model.path` and its tokenizer onto `device`, as a recipe names it; `data` says what the
    targets of losses are, `precision` what is computed in. Raises `ModelError` if they do not fit together."""
    assert model.path is not None
    place = choose_device(device)
    prepare_cpu(place, threads)
    load.check_named(model)
    chosen = precision_of(model, precision, place)
    used = f", threads: {torch.get_num_threads()}" if place.type == "cpu" else ""
    console.message(f"model: {model.path} on {place.type}, {chosen}{used}")
    tokenizer = load_tokenizer(settings, model)
    atomic_files.refuse_other_weights(model.path)
    loaded = load.load_pretrained(model, place, dtypes.FORMATS[chosen], console.warn)
    loaded.eval()
    load.check_fit(loaded, tokenizer, 0)
    limit = position_limit(loaded.config) or UNLIMITED
    encoder = _encoder(tokenizer, settings, model.path, limit, data)
    return LoadedModel(tokenizer, encoder, limit, loaded)


def open_vllm(
    model: Model, settings: Tokenizer, generate: Generate, seed: int, console: Console
) -> tuple[PromptEncoder, VllmDecoder]:
    """The prompt encoder of the model at `model.path`, and a decoder that runs it in vLLM. Raises `UsageError` if vLLM
    is not installed, or if the model is an adapter."""
    assert model.path is not None
    if adapter_folder.is_adapter(model.path):
        raise UsageError(
            f"generate.engine: vllm takes a whole model, and {model.path} is an adapter",
            "Leave the key out, or train with train.lora.save: merged.",
        )
    console.message(f"model: {model.path}, with vLLM")
    atomic_files.refuse_other_weights(model.path)
    tokenizer = load_tokenizer(settings, model)
    config = AutoConfig.from_pretrained(model.path, revision=model.revision, trust_remote_code=model.trust_remote_code)
    positions = position_limit(config)
    limit = positions or UNLIMITED
    encoder = _encoder(tokenizer, settings, model.path, limit)
    prompts = PromptEncoder(tokenizer, encoder, limit)
    decoder = VllmDecoder(
        model,
        settings.path,
        generate,
        precision=precision_of(model, generate.precision, choose_device("auto")),
        positions=positions,
        seed=seed,
        stop_ids=prompts.stop_ids(generate.stop, _generation_settings(model, config)),
        stop_texts=encoder.stop_texts,
    )
    return prompts, decoder


def _generation_settings(model: Model, config: PreTrainedConfig) -> GenerationConfig:
    """The generation config of a loaded model: the one next to the weights, else the values in the model's config."""
    try:
        return GenerationConfig.from_pretrained(model.path, revision=model.revision)
    except OSError:
        return GenerationConfig.from_model_config(config)
