"""Segments put together as a sequence: token ids and loss mask, or the reason why not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from instructgpt_cli.data.types import Encoded
from instructgpt_cli.encoding.segments import Segment
from instructgpt_cli.encoding.text_encoder import EncodedText, TextEncoder

_SPELLED_NOTE = "{} in a row's own text is encoded as plain text: only the template writes it as a control token"


@dataclass(slots=True)  # not frozen: that takes five times as long to construct
class Assembly:
    """One sequence before its words are encoded.

    `before` and `after` are ids around it, `closing` ids to append to the last answer. `all_tokens` makes every token a
    target except those of untrained answers. `raw`: the text is no conversation, and its faults are only noted. `ends`
    and `inside` are those of `Segments`.
    """

    text: str
    segments: Sequence[Segment]
    words: Sequence[str]
    notes: tuple[str, ...] = ()
    closing: tuple[int, ...] = ()
    raw: bool = False
    all_tokens: bool = False
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()


def assemble(assemblies: Sequence[Assembly], encoder: TextEncoder) -> list[Encoded]:
    """The sequence of each assembly. All segments without ids are encoded in two batches."""
    encoded: dict[bool, Iterator[EncodedText]] = {}
    for joined in (False, True):
        texts = [
            segment.text(assembly.words)
            for assembly in assemblies
            for segment in assembly.segments
            if segment.ids is None and segment.joined is joined
        ]
        encoded[joined] = iter(encoder.encode(texts, joined))
    return [_sequence(assembly, encoded) for assembly in assemblies]


def _sequence(assembly: Assembly, encoded: Mapping[bool, Iterator[EncodedText]]) -> Encoded:
    """One sequence; takes its segments' ids from `encoded`, by `joined`."""
    ids, mask = list(assembly.before), [0] * len(assembly.before)
    faults: list[str] = []
    notes = assembly.notes
    for segment in assembly.segments:
        one = None if segment.ids is not None else next(encoded[segment.joined])
        found = one.ids if one is not None else segment.ids or ()
        ids += found
        mask += [int(segment.target or (assembly.all_tokens and not segment.untrained))] * len(found)
        if one is not None and one.spelled:
            notes = (*notes, *(_SPELLED_NOTE.format(token) for token in one.spelled))
        if one is not None and one.fault:
            if assembly.raw:
                notes = (*notes, one.fault)
            elif one.unknown and not segment.target:
                notes = (*notes, f"prompt: {one.fault}")
            else:
                faults.append(f"{'answer' if segment.target else 'prompt'}: {one.fault}")
    if faults:
        return Encoded([], [], assembly.text, "tokenizer", faults[0])
    if assembly.closing:
        end = max((index for index, value in enumerate(mask) if value), default=-1) + 1
        ids[end:end], mask[end:end] = assembly.closing, [1] * len(assembly.closing)
    ids += assembly.after
    mask += [1] * len(assembly.after)
    if assembly.all_tokens and mask:
        mask[0] = 0  # nothing precedes it
    notes = tuple(dict.fromkeys(notes))
    return Encoded(ids, mask, assembly.text, notes=notes, ends=assembly.ends, inside=assembly.inside)
