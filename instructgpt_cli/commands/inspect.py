"""`inspect`: exactly what the model will see, row by row, and a summary of all rows. No model is loaded.

sources -> rows -> Encoder -> on stdout the first rows with their answers marked, or every row as JSON
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
from instructgpt_cli.recipe.schema import Recipe, Source
from instructgpt_cli.run.folder import as_begun
from instructgpt_cli.system import offline, torchrun
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
class Seen(RowCounts):
    """Row counts as training counts them, with the `longest` sequence in tokens, the `lengths` of the sequences as
    they are fed, and how often an epoch shows them."""

    longest: int = 0
    lengths: list[int] = field(default_factory=list)
    weight: float = 1.0

    def see(self, row: Row, encoded: Encoded, max_length: int) -> None:
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
    """Shows the first `rows` rows of the split (with `json` all by default) and sums up what it read.

    Without `rows` some rows of each source are shown and every row is counted. Under `json` each row is an object on
    stdout and the summary goes to stderr.
    """
    torchrun.refuse("inspect")
    wanted: Sequence[Source] = getattr(recipe.data, split)
    if not wanted:
        other = "train" if split == "validation" else "validation"
        raise UsageError(f"data.{split}: is missing: there is nothing to inspect", f"data.{other}: --split {other}")
    offline.settle_network([recipe.model.path, recipe.tokenizer.path, *(source.path for source in wanted)])
    # Only now: transformers reads once, when it is imported, whether there is a network.
    with uncollected():
        from instructgpt_cli.commands.text_pipeline import load_text_pipeline_of_run
    console = Console(json=json)
    recipe = as_begun(recipe)
    wanted = getattr(recipe.data, split)
    data, text = recipe.data, load_text_pipeline_of_run(recipe)
    tokenizer, encoder = text.tokenizer, text.encoder
    row_counts = []
    left = rows = None if rows is None else min(rows, sys.maxsize)
    for source in wanted:
        counts = Seen(source.path, weight=source.weight)
        shown = 0
        found = sources.first(sources.rows(source, left_out=True), left if json or rows else None)
        for row, encoded in _encoded(found, encoder):
            if row.refused == LEFT_OUT:
                counts.left_out += 1
                continue
            counts.see(row, encoded, data.max_length)
            if json:
                console.event(_as_json(row, encoded))
            elif shown < (left if left is not None else SHOWN_ROWS):
                _show(console, row, encoded, tokenizer.backend_tokenizer)
                shown += 1
        row_counts.append(counts)
        left = left - counts.rows if left is not None else None
        if left == 0:
            break
    for source, counts in zip(wanted, row_counts, strict=False):
        if counts.left_out:
            console.prose(f"{source.path}: {counted(counts.left_out, 'row')} left out (where: {source.where}).")
        if beside := unread_files(source):
            console.prose(f"{source.path}: {beside}.")
        unused = f"not used: {unused}" if (unused := counts.reading.not_used()) else ""
        if layout := "; ".join(filter(None, (counts.reading.layout(), unused))):
            console.prose(f"{source.path}: {layout}.")
    console.result()
    _summarise(console, recipe, row_counts, encoder, tokenizer)


def _encoded(rows: Iterable[Row], encoder: "Encoder") -> Iterator[tuple[Row, Encoded]]:
    """Pairs of row and encoding in source order; the first chunks are small, so that something is seen at once."""
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


def _head(console: Console, place: str, said: str) -> None:
    """A row's place and what is said of it, below it where a terminal has no room beside."""
    room = terminal_width(sys.stdout)
    if room and width(place) + 2 + width(said) > room:
        console.result(console.paint(printable(place), "strong"))
        console.prose(f"  {said}")
    else:
        console.result(f"{console.paint(printable(place), 'strong')}  {printable(said)}")


def _marked(console: Console, sequence: Encoded, backend: Any) -> str:
    """The decoded tokens, with the answers coloured, or in brackets where there are no colours."""
    colours = shows_colors(sys.stdout)
    pieces, start, ids, mask = [], 0, sequence.input_ids, sequence.loss_mask
    while start < len(ids):
        end = start
        while end < len(ids) and mask[end] == mask[start]:
            end += 1
        text = printable(_shortened(backend.decode(ids[start:end], skip_special_tokens=False)))
        if not mask[start]:
            pieces.append(text)
        else:
            pieces.append(console.paint(text, "answer") if colours else f"⟦{text}⟧")
        start = end
    return "".join(pieces)


def _shortened(text: str) -> str:
    if len(text) <= SHOWN_CHARS:
        return text
    half = SHOWN_CHARS // 2
    return f"{text[:half]} ... {len(text) - SHOWN_CHARS:,} characters ... {text[-half:]}"


def _summarise(
    console: Console, recipe: Recipe, row_counts: Sequence[Seen], encoder: "Encoder", tokenizer: Any
) -> None:
    columns = ("source", "rows", "sequences", "tokens", "targets", "refused", "cut", "longest")
    table = []
    for t in row_counts:
        refused = sum(t.refused.values())
        table.append((t.source, t.rows, len(t.lengths), t.tokens, t.targets, refused, t.cut, t.longest))
    console.table("Rows", columns, table)
    reasons = [(t.source, reason, count) for t in row_counts for reason, count in t.refused.items()]
    if reasons:
        console.result()
        console.table("Refused", ("source", "reason", "rows"), reasons)
        for reason in dict.fromkeys(reason for _, reason, _ in reasons):
            for counts in row_counts:
                for example in counts.examples.get(reason, ())[:EXAMPLES]:
                    console.prose(f"  {example}", "    ")
            console.prose(f"  {ADVICE[reason]}", "    ")
    for note in encoder.notes:
        console.prose(f"template: {note}")
    notes = [(t.source, note, count) for t in row_counts for note, count in t.notes.items()]
    for source, note, count in notes:
        console.prose(f"{source}: {counted(count, 'row')}: {note}")
    own = own_ends(declared(recipe.model.path, recipe.model.revision), tokenizer.get_added_vocab().values())
    numbers = dict.fromkeys((*encoder.stop_ids, *ends_seen(row_counts), *own))
    ends = [*(tokenizer.convert_ids_to_tokens(number) for number in numbers), *map(repr, encoder.stop_texts)]
    console.prose(f"An answer ends with {' or '.join(ends)}.")
    if line := _packing(recipe, row_counts):
        console.prose(line)
    if "train" in recipe.model_fields_set:
        console.prose(f"Learning rate: {learning_rate.describe(recipe)}.")


def _packing(recipe: Recipe, row_counts: Sequence[Seen]) -> str:
    """How full the micro batches of one epoch are."""
    lengths = np.asarray([length for counts in row_counts for length in counts.lengths], np.int64)
    if not lengths.size:
        return ""
    owners = np.repeat(np.arange(len(row_counts)), [len(counts.lengths) for counts in row_counts])
    train = recipe.train
    weights = [counts.weight for counts in row_counts]
    plan = batch_plan.BatchPlan(lengths, owners, weights, recipe.seed, max(train.batch_tokens, int(lengths.max())))
    size = max(train.micro_batch_tokens or min(train.batch_tokens, batch_plan.CPU_MICRO_BATCH), int(lengths.max()))
    steps = plan.epoch_steps(0)
    if not steps:
        return ""  # so small a share of so few rows is none
    batches = [batch for step in steps for batch in batch_plan.micro_batches(step, lengths, size)]
    fed = sum(int(lengths[batch].sum()) for batch in batches)
    padded = sum(int(lengths[batch].max()) * len(batch) for batch in batches)
    many = "step" if len(steps) == 1 else "steps"
    return (
        f"Packed, an epoch of these rows takes {len(steps):,} {many} of {fed / len(steps):,.0f} tokens on average, "
        f"without padding; padded, {1 - fed / padded:.0%} of it would be padding. "
        "Of a sequence, the last target and what follows it are not fed to the model."
    )
