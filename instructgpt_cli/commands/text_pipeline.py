"""The text pipeline of a recipe (tokenizer, chat template, encoder), shared by training, its dry run and `inspect`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from instructgpt_cli.dataset.tokenize import encoding_fingerprint
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.text_frame import legacy_frame
from instructgpt_cli.encoding.tokenizer import load_tokenizer
from instructgpt_cli.recipe.data_schema import Data, Tokenizer
from instructgpt_cli.recipe.schema import Model
from instructgpt_cli.run import record
from instructgpt_cli.run.record import RunRecord


@dataclass(frozen=True, slots=True)
class TextPipeline:
    """A tokenizer with its chat template set, the encoder, and a fingerprint of both."""

    tokenizer: PreTrainedTokenizerFast
    encoder: Encoder
    fingerprint: str


def load_text_pipeline(
    model: Model,
    settings: Tokenizer,
    data: Data,
    saved: Path | None = None,
    day: date | None = None,
    *,
    framed_by_names: bool = False,
) -> TextPipeline:
    """Load the tokenizer and template of a recipe, or the tokenizer that an earlier start of the run saved in `saved`.

    `day` is the date that templates render, the run's first; `framed_by_names` frames raw text as version 0.1.0 did.
    """
    if saved is not None and saved.is_dir():
        settings = settings.model_copy(update={"path": str(saved), "train": None})
    tokenizer = load_tokenizer(settings, model, data.train)
    chosen = chat_template.of_recipe(settings, tokenizer)
    tokenizer.chat_template = chosen.saved()
    encoder = Encoder(
        tokenizer,
        chosen,
        loss_on=data.loss_on,
        max_length=data.max_length,
        overlong=data.overlong,
        empty_answers=data.empty_answers,
        day=day,
        text_frame=legacy_frame(tokenizer) if framed_by_names else None,
    )
    fingerprint = encoding_fingerprint(tokenizer, chosen.default, encoder.day, chosen.tool_use)
    if encoder.text_frame != legacy_frame(tokenizer):  # only then, so that runs of earlier versions resume
        fingerprint = f"{fingerprint}-{encoder.text_frame.start}-{encoder.text_frame.end}"
    return TextPipeline(tokenizer, encoder, fingerprint)


def load_text_pipeline_of_run(model: Model, settings: Tokenizer, data: Data, output_dir: str | None) -> TextPipeline:
    """Load the pipeline of a run that may have begun in `output_dir`."""
    begun = record.find(Path(output_dir)) if output_dir else None
    return load_text_pipeline_begun(model, settings, data, Path(output_dir or ""), begun)


def load_text_pipeline_begun(
    model: Model, settings: Tokenizer, data: Data, folder: Path, begun: RunRecord | None
) -> TextPipeline:
    """Load the pipeline of the run in `folder` with the record `begun`, if any: with the tokenizer it trained, the date
    its templates render and the way it frames raw text."""
    return load_text_pipeline(
        model,
        settings,
        data,
        # Without a record, the tokenizer is left over from a killed start, which may have read other rows.
        folder / "tokenizer" if settings.train and begun else None,
        begun.date if begun else None,
        framed_by_names=begun is not None and begun.text_frame is None,
    )
