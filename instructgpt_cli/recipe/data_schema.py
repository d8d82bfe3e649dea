"""The recipe's sections on what is read: tokenizer, sources of rows, and what is done with the rows.

The docstring below a field is its reference documentation, as in `recipe.schema`.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue, PositiveInt, field_validator

from instructgpt_cli.recipe import condition
from instructgpt_cli.recipe.fields import MAY_CHANGE, Fraction, Place, PositiveFloat, VariableName
from instructgpt_cli.recipe.section import Section


class TokenizerTraining(Section):
    vocab_size: Annotated[int, Field(ge=300)] = 4096
    """Size of the byte-level BPE vocabulary, special tokens and the 256 single bytes included."""
    max_bytes: PositiveInt = 64_000_000
    """Train the merges on at most this many bytes of text."""


class Tokenizer(Section):
    path: Place | None = None
    """Tokenizer to use: a folder or a Hub id. Default: the model's own."""
    train: TokenizerTraining | None = None
    """Train a byte-level BPE tokenizer on `data.train` instead. Each marker of the chat template becomes one token."""
    chat_template: str | None = None
    """Chat template: a name (`chatml`, `chatml-tools` for tools and tool calls, `llama3`, `alpaca`, `vicuna`, `plain`,
    or one of the tokenizer's named templates), the path of a Jinja file, or the template itself. Default: the
    tokenizer's own (for rows with tools its `tool_use`, if it has one), or `plain` if it has none."""
    template_variables: dict[VariableName, JsonValue] | None = None
    """Variables that the chat template reads beside the conversation, such as `{enable_thinking: true}`. They apply to
    training, `inspect`, `generate` and `eval` alike, and the saved model carries them as defaults in its template.
    `eval.baseline` uses those of its own template."""


class Source(Section):
    path: Place
    """A file, a folder, a glob or a Hub dataset id. Files: .jsonl .json .csv .tsv .parquet .arrow .txt, each also as
    .gz or .zst."""
    format: Literal["auto", "text", "prompt/completion", "alpaca", "messages", "sharegpt"] = "auto"
    """Layout of a row. `auto` recognizes it by the column names. `text` also reads files with other endings (.md) as
    raw text."""
    columns: dict[str, str] = {}
    """Maps the names used here (text, prompt, completion, instruction, input, output, messages, conversations, system,
    tools, history, task, group, references) to the columns of this source. A dot reaches into nested values
    (`instances.0.output`). `references` is one correct answer or a list of them, for `eval`, beside the row's own
    answer; in a row without an answer, the first reference is the answer."""
    weight: PositiveFloat = 1.0
    """How often an epoch uses this source: 2 takes each row twice, 0.5 takes half of the rows."""
    system: str | None = None
    """System turn for each conversation of this source that has none."""
    document: Literal["file", "line", "paragraph"] = "file"
    """What is one document of a .txt file: the file, a line, or a block between blank lines."""
    where: str | None = None
    """Read only the rows for which a comparison holds: one column by its name in the file, one of `==` `!=` `<` `<=`
    `>` `>=`, and a quoted text, a number, true, false or null. Examples: `label == true`, `score >= 4.5`,
    `meta.language == 'en'`, `split != 'test'`. A null or missing value fulfills only `== null`. The other rows are
    counted and not used."""
    rows: PositiveInt | None = None
    """Read at most this many rows, the first ones that `where` keeps."""
    part: tuple[Fraction, Fraction] | None = None
    """Of those rows, read only the part between two fractions: [0, 0.05] and [0.05, 1] have no row in common. A row's
    part depends only on its text, or on its `group` if it has one, so that equal rows are never in two parts."""
    name: str | None = None
    """Configuration of a Hub dataset."""
    split: str = "train"
    """Split of a Hub dataset."""
    revision: str | None = None
    """Branch, tag or commit of a Hub dataset."""

    @field_validator("where")
    @classmethod
    def _parses(cls, value: str | None) -> str | None:
        if value is not None:
            condition.parse(value)
        return value

    @field_validator("part")
    @classmethod
    def _is_not_empty(cls, value: tuple[float, float] | None) -> tuple[float, float] | None:
        if value and value[0] >= value[1]:
            raise ValueError(
                f"should go from a smaller fraction to a greater one, such as [0, 0.05], not {list(value)}"
            )
        return value


class Data(Section):
    train: tuple[Source, ...] = ()
    """Training sources, mixed by their weights."""
    validation: Annotated[tuple[Source, ...], MAY_CHANGE] = ()
    """Sources of the validation loss, and of `eval` if `eval.sets` is not given."""
    validation_share: Annotated[float, Field(gt=0, lt=1)] | None = None
    """Instead of `validation`: hold out about this fraction of each training source (by its `part`)."""
    loss_on: Literal["answers", "last", "all"] = "answers"
    """Which tokens of a conversation are targets of the loss: all answers, the last answer, or all tokens. In raw text,
    all tokens always are."""
    max_length: Annotated[int, Field(ge=8)] = 1024
    """Longest sequence in tokens. Raw text is cut into pieces of this length."""
    overlong: Literal["drop", "cut_prompt", "error"] = "drop"
    """What to do with a conversation longer than `max_length`. `cut_prompt` cuts the prompt: it keeps the system turn
    and the newest turns, and in a single turn the instruction rather than the text that it is about. An answer is never
    cut. What is dropped or cut is always counted and reported."""
    empty_answers: Literal["refuse", "skip"] = "refuse"
    """What to do with a conversation that has an empty answer. `skip` uses that answer as context and trains on the
    others. Always counted and reported."""
    max_overlong: Annotated[Fraction, MAY_CHANGE] = 0.5
    """Stop before training if more than this fraction of the rows is overlong."""
    max_refused: Annotated[Fraction, MAY_CHANGE] = 0.0
    """Stop before training if more than this fraction of the rows is refused: without text or turns, with an empty
    answer, with an answer whose mask cannot be proved, ... 0 by default, because a refused row usually means wrong
    columns or a wrong template. Overlong rows count only towards `max_overlong`."""
    workers: Annotated[int | None, Field(gt=0, le=256), MAY_CHANGE] = None
    """Processes that tokenize. Default: one per core, at most 8. The result does not depend on it."""

    @field_validator("validation", mode="before")
    @classmethod
    def _is_not_a_fraction(cls, value: Any) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            raise ValueError(
                f"should be a list of sources; to hold out a fraction of the training rows: validation_share: {value}"
            )
        return value
