"""How a recipe's text becomes ids: one pipeline for training, its dry run and `inspect`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from transformers import PreTrainedTokenizerFast

from instructgpt_cli.dataset.tokenize import coding_fingerprint
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.encoding.text_frame import by_names
from instructgpt_cli.encoding.tokenizer import load_tokenizer
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import record


@dataclass(frozen=True, slots=True)
class TextPipeline:
    """How text becomes ids: the tokenizer with its template on it, the encoder, and a fingerprint of both."""

    tokenizer: PreTrainedTokenizerFast
    encoder: Encoder
    fingerprint: str


def load_text_pipeline(
    recipe: Recipe, saved: Path | None = None, day: date | None = None, *, framed_by_names: bool = False
) -> TextPipeline:
    """The recipe's tokenizer and template, or those that an earlier start of the run put into the folder `saved`; `day`
    is when the run began."""
    if saved is not None and saved.is_dir():
        tokenizer = load_tokenizer(
            recipe.model_copy(
                update={"tokenizer": recipe.tokenizer.model_copy(update={"path": str(saved), "train": None})}
            )
        )
    else:
        tokenizer = load_tokenizer(recipe)
    chosen = chat_template.of_recipe(recipe.tokenizer, tokenizer)
    tokenizer.chat_template = chosen.saved()
    data = recipe.data
    encoder = Encoder(
        tokenizer,
        chosen,
        loss_on=data.loss_on,
        max_length=data.max_length,
        overlong=data.overlong,
        empty_answers=data.empty_answers,
        day=day,
        text_frame=by_names(tokenizer) if framed_by_names else None,
    )
    fingerprint = coding_fingerprint(tokenizer, chosen.default, encoder.day, chosen.tool_use)
    if encoder.text_frame != by_names(tokenizer):  # only then: runs of earlier versions go on
        fingerprint = f"{fingerprint}-{encoder.text_frame.start}-{encoder.text_frame.end}"
    return TextPipeline(tokenizer, encoder, fingerprint)


def load_text_pipeline_of_run(recipe: Recipe) -> TextPipeline:
    """The same for a run that may have begun: its folder keeps a tokenizer that it has trained, and its record the date
    that its template writes and how raw text is framed."""
    folder = Path(recipe.output_dir or "")
    begun = record.find(folder) if recipe.output_dir else None
    return load_text_pipeline(
        recipe,
        # Without a record, the tokenizer there is of a start that was killed, which may have read other rows.
        folder / "tokenizer" if recipe.tokenizer.train and begun else None,
        begun.date if begun else None,
        framed_by_names=begun is not None and begun.text_frame is None,
    )
