"""`inspect`: what the model sees of each row, and a summary of all rows. No model is loaded.

Sources -> rows -> encoder -> the first rows with their answers marked, or every row as JSON, on stdout.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from instructgpt_cli.data import sources
from instructgpt_cli.data.listing import unread_files
from instructgpt_cli.data.types import ADVICE, LEFT_OUT, Encoded, Row
from instructgpt_cli.dataset import batch_plan
from instructgpt_cli.dataset.token_store import NO_TARGET, RowCounts, ends_seen, sequences
from instructgpt_cli.errors import UsageError
from instructgpt_cli.model.endings import declared, own_ends
from instructgpt_cli.plain_text import counted, printable, width
from instructgpt_cli.recipe import learning_rate
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Model, Recipe
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.system import adapter_folder, offline, torchrun
from instructgpt_cli.system.lazy_imports import uncollected
from instructgpt_cli.system.streams import shows_colors, terminal_width
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from instructgpt_cli.encoding.encoder import Encoder

CHUNK_ROWS = 1024
SHOWN_ROWS = 3
SHOWN_CHARS = 4000
EXAMPLES = 3


@dataclass(slots=True)
class SourceCounts(RowCounts):
    """The row counts of a source as in training, with the `longest` sequence in tokens, the input `lengths` of its
    sequences, and its `weight`: the passes over it per epoch."""

    longest: int = 0
    lengths: list[int] = field(default_factory=list)
    weight: float = 1.0

    def count(self, row: Row, encoded: Encoded, max_length: int) -> None:
        self.note(row, encoded)
        if encoded.refused:
            return
        sequences_before = len(self.lengths)
        for _, mask in sequences(row, encoded, max_length):
            if 1 in mask[1:]:
                self.tokens += len(mask)
                self.targets += sum(mask[1:])
                self.longest = max(self.longest, len(mask))
                self.lengths.append(len(mask) - 1 - mask[::-1].index(1))
        if len(self.lengths) == sequences_before:
            self.refuse(row, *NO_TARGET)


def run(recipe: Recipe, *, rows: int | None, split: Literal["train", "validation"], json: bool) -> None:
    """Show the first `rows` rows of a split and a summary of the rows read.

    Without `rows`, a few rows of each source are shown and all are counted. With `json`, every row is an object on
    stdout and the summary goes to stderr.
    """
    torchrun.refuse("inspect")
    wanted: Sequence[Source] = getattr(recipe.data, split)
    if not wanted:
        other = "train" if split == "validation" else "validation"
        raise UsageError(f"data.{split} is missing: there is nothing to inspect", f"For data.{other}: --split {other}.")
    model = adapter_folder.whole_model(recipe.model.path)
    offline.settle_network([model, recipe.tokenizer.path, *(source.path for source in wanted)])
    # Only now: transformers decides on import whether it is offline.
    with uncollected():
        from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
    console = Console(json=json)
    recipe = as_begun(recipe)
    wanted = getattr(recipe.data, split)
    text = load_text_pipeline_of_run(recipe.model, recipe.tokenizer, recipe.data, recipe.output_dir)
    encoder, tokenizer = text.encoder, text.tokenizer
    row_counts = _read(console, wanted, encoder, recipe.data.max_length, tokenizer.backend_tokenizer, rows, json)
    for source, counts in zip(wanted, row_counts, strict=False):
        _print_reading(console, source, counts)
    console.result()
    _print_counts(console, row_counts)
    for note in encoder.notes:
        console.prose(f"template: {note}")
    for counts in row_counts:
        for note, count in counts.notes.items():
            console.prose(f"{counts.source}: {counted(count, 'row')}: {note}")
    own = own_ends(_declared_ends(recipe.model), tokenizer.get_added_vocab().values())
    numbers = dict.fromkeys((*encoder.stop_ids, *ends_seen(row_counts), *own))
    ends = [*(tokenizer.convert_ids_to_tokens(number) for number in numbers), *map(repr, encoder.stop_texts)]
    console.prose(f"An answer ends with {' or '.join(ends)}.")
    train = recipe.train
    if line := _packing(row_counts, recipe.seed, train.batch_tokens, train.micro_batch_tokens):
        console.prose(line)
    if "train" in recipe.model_fields_set:
        console.prose(f"Learning rate: {learning_rate.describe(recipe)}.")


def _read(
    console: Console,
    wanted: Sequence[Source],
    encoder: "Encoder",
    max_length: int,
    backend: Any,
    rows: int | None,
    json: bool,
) -> list[SourceCounts]:
    """Read, count and show rows, at most `rows` if given: the counts of each source that was read."""
    row_counts = []
    left = None if rows is None else min(rows, sys.maxsize)
    for source in wanted:
        counts = SourceCounts(source.path, weight=source.weight)
        shown = 0
        found = sources.first(sources.rows(source, left_out=True), left if json or left else None)
        for row, encoded in _encoded(found, encoder):
            if row.refused == LEFT_OUT:
                counts.left_out += 1
                continue
            counts.count(row, encoded, max_length)
            if json:
                console.event(_as_json(row, encoded))
            elif shown < (SHOWN_ROWS if left is None else left):
                _show(console, row, encoded, backend)
                shown += 1
        row_counts.append(counts)
        left = None if left is None else left - counts.rows
        if left == 0:
            break
    return row_counts


def _print_reading(console: Console, source: Source, counts: SourceCounts) -> None:
    """Report how a source was read: its layout, and what of it was not used."""
    if counts.left_out:
        console.prose(f"{source.path}: {counted(counts.left_out, 'row')} left out (where: {source.where}).")
    if beside := unread_files(source):
        console.prose(f"{source.path}: {beside}.")
    unused = f"not used: {unused}" if (unused := counts.reading.not_used()) else ""
    if layout := "; ".join(filter(None, (counts.reading.layout(), unused))):
        console.prose(f"{source.path}: {layout}.")


def _encoded(rows: Iterable[Row], encoder: "Encoder") -> Iterator[tuple[Row, Encoded]]:
    """Yield rows with their encodings in source order; the first chunk is small, so that output starts at once."""
    iterator, size = iter(rows), 16
    while chunk := list(islice(iterator, size)):
        yield from zip(chunk, encoder.encode(chunk), strict=True)
        size = CHUNK_ROWS


def _as_json(row: Row, encoded: Encoded) -> dict[str, Any]:
    fields: dict[str, Any] = {"row": row.index, "source": row.source, **_sequence(encoded)}
    fields["error"] = encoded.error or None
    if encoded.refused:
        fields["reason"] = encoded.refused
    if encoded.cut:
        fields["cut"] = encoded.cut
    if notes := (*row.notes, *encoded.notes):
        fields["notes"] = notes
    if encoded.more:
        fields["more"] = [_sequence(sequence) for sequence in encoded.more]
    return fields


def _sequence(encoded: Encoded) -> dict[str, Any]:
    return {"text": encoded.text, "input_ids": encoded.input_ids, "loss_mask": encoded.loss_mask}


def _show(console: Console, row: Row, encoded: Encoded, backend: Any) -> None:
    place = row.place
    if encoded.refused:
        _head(console, place, f"refused: {encoded.error}")
        if encoded.text:
            console.result(console.paint(printable(_shortened(encoded.text)), "faint"))
        console.result()
        return
    for sequence in (*encoded.more, encoded):
        numbers = f"{len(sequence.input_ids):,} tokens, {sum(sequence.loss_mask):,} targets"
        numbers += f", {encoded.cut:,} cut from the prompt" if encoded.cut else ""
        _head(console, place, numbers)
        console.result(_marked(console, sequence, backend))
    for note in (*row.notes, *encoded.notes):
        console.result(console.paint(f"note: {printable(note)}", "warning"))
    console.result()


def _head(console: Console, place: str, text: str) -> None:
    """Print a row's file and line, with `text` beside it, or below if the terminal is too narrow."""
    columns = terminal_width(sys.stdout)
    if columns and width(place) + 2 + width(text) > columns:
        console.result(console.paint(printable(place), "strong"))
        console.prose(f"  {text}")
    else:
        console.result(f"{console.paint(printable(place), 'strong')}  {printable(text)}")


def _marked(console: Console, sequence: Encoded, backend: Any) -> str:
    """The decoded tokens, answers in color, or in brackets without colors."""
    colors = shows_colors(sys.stdout)
    pieces, start, ids, mask = [], 0, sequence.input_ids, sequence.loss_mask
    while start < len(ids):
        end = start
        while end < len(ids) and mask[end] == mask[start]:
            end += 1
        text = printable(_shortened(backend.decode(ids[start:end], skip_special_tokens=False)))
        if not mask[start]:
            pieces.append(text)
        else:
            pieces.append(console.paint(text, "answer") if colors else f"⟦{text}⟧")
        start = end
    return "".join(pieces)


def _shortened(text: str) -> str:
    if len(text) <= SHOWN_CHARS:
        return text
    half = SHOWN_CHARS // 2
    return f"{text[:half]} ... {len(text) - SHOWN_CHARS:,} characters ... {text[-half:]}"


def _print_counts(console: Console, row_counts: Sequence[SourceCounts]) -> None:
    """Print a table of the counts, and one of refused rows with the first messages for each reason."""
    columns = ("source", "rows", "sequences", "tokens", "targets", "refused", "cut", "longest")
    table = []
    for c in row_counts:
        refused = sum(c.refused.values())
        table.append((c.source, c.rows, len(c.lengths), c.tokens, c.targets, refused, c.cut, c.longest))
    console.table("Rows", columns, table)
    reasons = [(c.source, reason, count) for c in row_counts for reason, count in c.refused.items()]
    if reasons:
        console.result()
        console.table("Refused", ("source", "reason", "rows"), reasons)
        for reason in dict.fromkeys(reason for _, reason, _ in reasons):
            for counts in row_counts:
                for example in counts.examples.get(reason, ())[:EXAMPLES]:
                    console.prose(f"  {example}", "    ")
            console.prose(f"  {ADVICE[reason]}", "    ")


def _declared_ends(model: Model) -> Any:
    """The `eos_token_id` of a model's own settings; of an adapter without any, that of its base."""
    own = declared(*adapter_folder.text_folder(model.path, model.revision))
    return declared(adapter_folder.whole_model(model.path), model.revision) if own is None else own


def _packing(row_counts: Sequence[SourceCounts], seed: int, batch_tokens: int, micro_batch_tokens: int | None) -> str:
    """The steps of an epoch, and the share of padding without packing; empty if there are no sequences."""
    lengths = np.asarray([length for counts in row_counts for length in counts.lengths], np.int64)
    if not lengths.size:
        return ""
    owners = np.repeat(np.arange(len(row_counts)), [len(counts.lengths) for counts in row_counts])
    weights = [counts.weight for counts in row_counts]
    longest = int(lengths.max())
    plan = batch_plan.BatchPlan(lengths, owners, weights, seed, max(batch_tokens, longest))
    default = batch_plan.default_limit(batch_tokens, batch_plan.CPU_MICRO_BATCH)
    size = max(micro_batch_tokens or default, longest)
    steps = plan.epoch_steps(0)
    if not steps:
        return ""  # the weights leave no row
    batches = [batch for step in steps for batch in batch_plan.micro_batches(step, lengths, size)]
    fed = sum(int(lengths[batch].sum()) for batch in batches)
    padded = sum(int(lengths[batch].max()) * len(batch) for batch in batches)
    many = "step" if len(steps) == 1 else "steps"
    return (
        f"Packed, an epoch of these rows takes {len(steps):,} {many} of {fed / len(steps):,.0f} tokens on average, "
        f"without padding; in padded batches, {1 - fed / padded:.0%} would be padding. "
        "The last target of a sequence and what follows it are not fed to the model."
    )
