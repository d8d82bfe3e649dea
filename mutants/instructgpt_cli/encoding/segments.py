"""Text to token ids and back, segment by segment, with each segment proved by decoding it.

A text is cut at its control tokens and at the edges of its answers; the segments between are encoded apart, with
special tokens split. So a control token is there if and only if the template wrote it, and the prompt of an answer has
the same ids in training as when it is fed to generate. Apart from these cuts the ids are the tokenizer's own.
"""

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from tokenizers import AddedToken, Tokenizer

from instructgpt_cli.encoding.answer_span import Span
from instructgpt_cli.encoding.prefix_space import without_prefix
from instructgpt_cli.encoding.skeleton import fill, parts_of
from instructgpt_cli.encoding.spans import Rendering

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerFast

BATCH = 64  # texts encoded at once: what the library makes of more of them does not stay in the processor's cache
MAX_LITERALS = 10_000  # few, but where tools differ from row to row
_ANCHOR = "a"


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁSegmentǁtext__mutmut: MutantDict = {}  # type: ignore


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text between two cuts: fixed `ids`, or `parts` (literals and piece numbers) to fill and encode.

    `target` segments belong to answers to train on, `left_out` ones to other answers. `joined` segments stand in the
    middle of a text: a tokenizer that puts a space before a text must not do so there.
    """

    parts: tuple[str | int, ...]
    target: bool
    left_out: bool
    joined: bool
    ids: tuple[int, ...] | None = None

    @_mutmut_mutated(mutants_xǁSegmentǁtext__mutmut)
    def text(self, pieces: Sequence[str]) -> str:
        return "".join([fill(part, pieces) for part in self.parts])

    def xǁSegmentǁtext__mutmut_orig(self, pieces: Sequence[str]) -> str:
        return "".join([fill(part, pieces) for part in self.parts])

    def xǁSegmentǁtext__mutmut_1(self, pieces: Sequence[str]) -> str:
        return "".join(None)

    def xǁSegmentǁtext__mutmut_2(self, pieces: Sequence[str]) -> str:
        return "".join([fill(None, pieces) for part in self.parts])

    def xǁSegmentǁtext__mutmut_3(self, pieces: Sequence[str]) -> str:
        return "".join([fill(part, None) for part in self.parts])

    def xǁSegmentǁtext__mutmut_4(self, pieces: Sequence[str]) -> str:
        return "".join([fill(pieces) for part in self.parts])

    def xǁSegmentǁtext__mutmut_5(self, pieces: Sequence[str]) -> str:
        return "".join([fill(part, ) for part in self.parts])

mutants_xǁSegmentǁtext__mutmut['_mutmut_orig'] = Segment.xǁSegmentǁtext__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentǁtext__mutmut['xǁSegmentǁtext__mutmut_1'] = Segment.xǁSegmentǁtext__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentǁtext__mutmut['xǁSegmentǁtext__mutmut_2'] = Segment.xǁSegmentǁtext__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentǁtext__mutmut['xǁSegmentǁtext__mutmut_3'] = Segment.xǁSegmentǁtext__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentǁtext__mutmut['xǁSegmentǁtext__mutmut_4'] = Segment.xǁSegmentǁtext__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentǁtext__mutmut['xǁSegmentǁtext__mutmut_5'] = Segment.xǁSegmentǁtext__mutmut_5 # type: ignore # mutmut generated


@dataclass(slots=True)  # frozen, it takes five times as long to make
class EncodedSegment:
    """The ids of one segment, and the fault that was found when they were decoded again. `unknown`: it is only that
    the tokenizer lacks some characters. `split` are the control tokens that the text spells: plain ids stand there."""

    ids: list[int]
    fault: str = ""
    unknown: bool = False
    split: tuple[str, ...] = ()
mutants_xǁSegmentEncoderǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁcontrol_too__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_protect__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁsegments__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁends__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_fixed__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_atoms__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁencode__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_proved__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_examined__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_normal__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_encode__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_breaks__mutmut: MutantDict = {}  # type: ignore
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut: MutantDict = {}  # type: ignore


class SegmentEncoder:
    """A fast tokenizer with control over what its special tokens may come from."""

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ__init____mutmut)
    def __init__(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_orig(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_1(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = None
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_2(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = None
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_3(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = None
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_4(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special or token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_5(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = None
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_6(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = None
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_7(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special or not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_8(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_9(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_10(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = ""
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_11(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = None
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_12(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(None)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_13(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = None
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_14(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(None)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_15(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = None
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_16(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = None
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_17(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(None)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_18(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = None
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_19(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = None
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_20(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode(None, joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_21(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=None)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_22(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode(joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_23(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], )[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_24(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=False)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_25(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[1]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_26(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = None
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_27(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(None, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_28(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=None)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_29(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_30(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, )
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_31(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=True)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_32(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = None
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_33(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = False, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_34(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, True
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_35(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = None
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_36(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = None
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_37(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode(None, joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_38(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=None)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_39(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode(joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_40(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], )[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_41(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=False)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_42(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[1]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_43(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = None
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_44(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" not in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_45(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(None, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_46(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=None)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_47(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_48(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, )
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_49(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=True)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_50(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = None

    def xǁSegmentEncoderǁ__init____mutmut_51(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = self.encode(["The end,  (1) it's\n\tso."], False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_52(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(None, False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_53(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], None)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_54(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(False)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_55(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], )[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_56(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], True)[0].fault

    def xǁSegmentEncoderǁ__init____mutmut_57(self, tokenizer: "PreTrainedTokenizerFast") -> None:
        self._backend: Tokenizer = tokenizer.backend_tokenizer
        added = self._backend.get_added_tokens_decoder()
        self.control = {token.content: number for number, token in added.items() if token.special and token.content}
        self._flags = {token.content: token for token in added.values()}
        self._other = {
            token.content: n for n, token in added.items() if not token.special and not token.content.isspace()
        }
        self._protected: re.Pattern[str] | None = None
        self._tags = _alternatives(self._other)
        self.pattern = _alternatives(self.control)
        self._normalizer = self._backend.normalizer
        self._apart, self._first_only = without_prefix(self._backend)
        self.unknown_id: int | None = tokenizer.unk_token_id
        self._protect()
        self._anchor = self._encode([_ANCHOR], joined=True)[0]
        self._anchor_text = self._backend.decode(self._anchor, skip_special_tokens=False)
        self._exact, self._block_is_space = True, False
        self._literals: dict[tuple[str, bool], tuple[int, ...] | None] = {}
        block = self._encode([f"{_ANCHOR}▁{_ANCHOR}"], joined=True)[0]
        self._block_is_space = f"{_ANCHOR} {_ANCHOR}" in self._backend.decode(block, skip_special_tokens=False)
        self._exact = not self.encode(["The end,  (1) it's\n\tso."], False)[1].fault

    @property
    def added(self) -> frozenset[str]:
        """All tokens that stand in a text as a whole, marked as special or not."""
        return frozenset(self._flags)

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁcontrol_too__mutmut)
    def control_too(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_orig(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_1(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = None
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_2(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text not in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_3(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control = found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_4(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control &= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_5(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = None
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_6(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_7(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = None
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_8(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(None)
            self._protect()
            self.pattern = _alternatives(self.control)
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_9(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = None
            self._literals.clear()

    def xǁSegmentEncoderǁcontrol_too__mutmut_10(self, frame: Collection[str]) -> None:
        """The added tokens that a template builds turns from are control tokens from now on, whether or not they are
        marked as special."""
        found = {text: number for text, number in self._other.items() if text in frame}
        if found:
            self.control |= found
            self._other = {text: number for text, number in self._other.items() if text not in found}
            self._tags = _alternatives(self._other)
            self._protect()
            self.pattern = _alternatives(None)
            self._literals.clear()

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_protect__mutmut)
    def _protect(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_orig(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_1(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = None
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_2(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(None, joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_3(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=None)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_4(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_5(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), )
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_6(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(None), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_7(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=False)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_8(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = None
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_9(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(None, plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_10(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), None, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_11(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=None) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_12(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(plain, strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_13(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), strict=True) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_14(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, ) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_15(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=False) if n in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_16(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n not in ids]
        self._protected = _alternatives({text: self.control[text] for text in made})

    def xǁSegmentEncoderǁ_protect__mutmut_17(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = None

    def xǁSegmentEncoderǁ_protect__mutmut_18(self) -> None:
        """Finds the control tokens that come from plain text unless it is cut: those not marked as special, and those
        that the model itself makes of it (Unigram has them among its pieces)."""
        plain = self._encode(list(self.control), joined=True)
        made = [t for (t, n), ids in zip(self.control.items(), plain, strict=True) if n in ids]
        self._protected = _alternatives(None)

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁsegments__mutmut)
    def segments(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_orig(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_1(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = None
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_2(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = None
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_3(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = None
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_4(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = True
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_5(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = ""

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_6(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(None):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_7(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part == "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_8(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(None)
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_9(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(None))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_10(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(None, current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_11(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), None, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_12(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, None)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_13(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_14(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_15(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, )))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_16(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(None), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_17(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(None):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_18(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = None
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_19(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next(None, None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_20(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next(None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_21(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), )
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_22(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start < position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_23(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position <= span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_24(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is not None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_25(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = None
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_26(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(None)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_27(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = None
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_28(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined and had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_29(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts or isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_30(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None or parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_31(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip or span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_32(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is not None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_33(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = None
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_34(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[+1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_35(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-2] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_36(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].lstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_37(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[+1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_38(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-2].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_39(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(None)
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_40(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(None, ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_41(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=None))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_42(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_43(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_44(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment(None, span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_45(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), None, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_46(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, None), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_47(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment(span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_48(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_49(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, ), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_50(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, True), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_51(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = None
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_52(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None and (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_53(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip and span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_54(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) and not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_55(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_56(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_57(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.rstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_58(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(None)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_59(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = None
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_60(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = True
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_61(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = None
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_62(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = None
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_63(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(None)
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_64(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(None) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_65(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(None))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_66(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = None
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_67(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(None)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_68(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(None) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_69(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(None) == "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_70(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) != "".join(whole.split()), "cutting a text must lose none of it"
        return segments

    def xǁSegmentEncoderǁsegments__mutmut_71(self, text: Rendering) -> list[Segment]:
        """The segments of a text with marks. White space that control tokens swallow is left out, but inside an answer:
        there it is what the model is to write."""
        segments: list[Segment] = []
        parts: list[str | int] = []
        joined = strip = False
        current: Span | None = None

        def close() -> None:
            if any(part != "" for part in parts):
                segments.append(self._fixed(_segment(tuple(parts), current, joined)))
            parts.clear()

        for position, atom in self._atoms(text):
            span = next((span for span in text.spans if span.start <= position < span.end), None)
            if atom is None:
                had = bool(parts)
                close()
                joined = joined or had
            elif isinstance(atom, AddedToken):
                if atom.lstrip and span is None and parts and isinstance(parts[-1], str):
                    parts[-1] = parts[-1].rstrip()
                close()
                segments.append(replace(_segment((atom.content,), span, False), ids=(self.control[atom.content],)))
                joined, strip = self._first_only, atom.rstrip
            elif isinstance(atom, int) or not strip or span is not None or (atom := atom.lstrip()):
                parts.append(atom)
                strip = False
            current = span
        close()
        whole = "".join(str(part) for _, _, part in parts_of(text.marked))
        cut = "".join(str(part) for segment in segments for part in segment.parts)
        assert "".join(cut.split()) == "".join(None), "cutting a text must lose none of it"
        return segments

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁends__mutmut)
    def ends(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_orig(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_1(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = None
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_2(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(None)
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_3(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = None
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_4(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = None
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_5(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(None, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_6(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, None):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_7(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_8(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, ):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_9(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter(None)):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_10(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = None
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_11(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if (is_answer) and False else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_12(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if (is_answer) or True else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_13(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = None
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_14(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if (ids and len(ids) == 1 and ids[0] in numbers) and False else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_15(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if (ids and len(ids) == 1 and ids[0] in numbers) or True else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_16(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[1] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_17(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 or ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_18(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids or len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_19(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) != 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_20(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 2 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_21(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[1] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_22(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] not in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_23(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside = dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_24(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside &= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_25(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_26(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:+1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_27(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-2] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_28(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_29(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends = dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_30(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends &= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_31(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_32(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[+1:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_33(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-2:] if number is not None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_34(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is None)
        return tuple(ends), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_35(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(None), tuple(inside)

    def xǁSegmentEncoderǁends__mutmut_36(self, segments: Iterable[Segment]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The control tokens that the answers to train on end with, and those that stand elsewhere in them."""
        numbers = frozenset(self.control.values())
        ends: dict[int, None] = {}
        inside: dict[int, None] = {}
        for is_answer, answer in groupby(segments, attrgetter("target")):
            fixed = [segment.ids for segment in answer] if is_answer else []
            found = [ids[0] if ids and len(ids) == 1 and ids[0] in numbers else None for ids in fixed]
            inside |= dict.fromkeys(number for number in found[:-1] if number is not None)
            ends |= dict.fromkeys(number for number in found[-1:] if number is not None)
        return tuple(ends), tuple(None)

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_fixed__mutmut)
    def _fixed(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_orig(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_1(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(None):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_2(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = None
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_3(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(None), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_4(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_5(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) > MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_6(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = None
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_7(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode(None, segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_8(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], None)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_9(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode(segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_10(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], )[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_11(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[1]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_12(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[1]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_13(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_14(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if (encoded.fault) and False else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_15(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if (encoded.fault) or True else tuple(encoded.ids)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_16(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(None)
        return replace(segment, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_17(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(None, ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_18(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, ids=None)

    def xǁSegmentEncoderǁ_fixed__mutmut_19(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(ids=self._literals[key])

    def xǁSegmentEncoderǁ_fixed__mutmut_20(self, segment: Segment) -> Segment:
        """With its ids, where no words are in it."""
        if any(isinstance(part, int) for part in segment.parts):
            return segment
        key = segment.text(()), segment.joined
        if key not in self._literals:
            if len(self._literals) >= MAX_LITERALS:
                self._literals.clear()
            encoded = self.encode([key[0]], segment.joined)[0]
            self._literals[key] = None if encoded.fault else tuple(encoded.ids)
        return replace(segment, )

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_atoms__mutmut)
    def _atoms(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_orig(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_1(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = None
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_2(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(None):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_3(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = None
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_4(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(None)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_5(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start <= edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_6(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge <= end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_7(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip(None, [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_8(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], None, strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_9(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=None):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_10(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_11(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_12(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], ):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_13(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=False):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_14(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at not in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_15(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    break
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_16(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if (self.pattern) and False else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_17(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if (self.pattern) or True else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_18(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(None, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_19(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, None, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_20(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, None) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_21(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_22(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_23(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, ) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_24(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at <= match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_25(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[1]]
                    at = match.end()
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_26(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = None
                if at < stop:
                    yield at, text.marked[at:stop]

    def xǁSegmentEncoderǁ_atoms__mutmut_27(self, text: Rendering) -> Iterator[tuple[int, str | int | AddedToken | None]]:
        """(position, literal, piece number, control token, or None for an edge of an answer) in order."""
        edges = {edge for span in text.spans for edge in (span.start, span.end)}
        for start, end, part in parts_of(text.marked):
            inner = sorted(edge for edge in edges if start < edge < end)
            for at, stop in zip([start, *inner], [*inner, end], strict=True):
                if at in edges:
                    yield at, None
                if isinstance(part, int):
                    yield at, part
                    continue
                for match in self.pattern.finditer(text.marked, at, stop) if self.pattern else ():
                    if at < match.start():
                        yield at, text.marked[at : match.start()]
                    yield match.start(), self._flags[match[0]]
                    at = match.end()
                if at <= stop:
                    yield at, text.marked[at:stop]

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁencode__mutmut)
    def encode(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_orig(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_1(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = None
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_2(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(None)
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_3(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(None))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_4(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = None
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_5(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(None)
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_6(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(None, self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_7(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, None, strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_8(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=None))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_9(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(self._proved(distinct, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_10(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_11(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), ))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_12(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(None, joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_13(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, None), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_14(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(joined), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_15(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, ), strict=True))
        return [known[text] for text in texts]

    def xǁSegmentEncoderǁencode__mutmut_16(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        """Ids of each text, with special tokens in it split into plain ones, each proved by decoding.

        A text that stands there several times, such as the instructions of many conversations, is encoded once.
        """
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, self._proved(distinct, joined), strict=False))
        return [known[text] for text in texts]

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_proved__mutmut)
    def _proved(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_orig(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_1(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_2(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = None
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_3(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(None, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_4(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, None)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_5(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_6(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, )
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_7(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if (self._protected or self._apart is not None) and False else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_8(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if (self._protected or self._apart is not None) or True else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_9(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(None) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_10(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected and self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_11(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_12(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(None):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_13(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = None
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_14(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(None, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_15(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, None, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_16(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, None)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_17(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_18(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_19(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, )
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_20(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_21(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_22(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = None
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_23(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            None, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_24(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=None
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_25(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_26(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_27(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if (anchored) and False else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_28(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if (anchored) or True else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_29(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor - one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_30(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=True
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_31(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = None
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_32(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(None)
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_33(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = None
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_34(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(None, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_35(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, None, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_36(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, None, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_37(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=None):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_38(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_39(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_40(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_41(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, ):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_42(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=False):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_43(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = None
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_44(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if (anchored) and False else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_45(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if (anchored) or True else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_46(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text - text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_47(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = None
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_48(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected and (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_49(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded != expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_50(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined or decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_51(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored or not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_52(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_53(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded != f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_54(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits or numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_55(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(None):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_56(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(None)
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_57(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(None))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_58(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    None
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_59(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(None, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_60(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, None, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_61(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, None)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_62(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_63(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_64(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, )
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_65(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if (anchored) and False else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_66(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if (anchored) or True else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_67(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(None) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_68(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removesuffix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_69(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None or self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_70(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_71(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(None):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_72(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = None
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_73(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[+1].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_74(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-2].split = tuple(dict.fromkeys(self.pattern.findall(text)))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_75(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(None)
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_76(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(None))
        return encoded

    def xǁSegmentEncoderǁ_proved__mutmut_77(self, texts: Sequence[str], joined: bool) -> list[EncodedSegment]:
        if not texts:
            return []
        ids = self._encode(texts, joined)
        for index, text in enumerate(texts) if self._protected or self._apart is not None else ():
            if breaks := self._breaks(text):
                ids[index] = self._encode_broken(text, joined, breaks)
        # Some decoders drop the first space; a letter before the text keeps it.
        anchored = self._apart is not None
        back = self._backend.decode_batch(
            [self._anchor + one for one in ids] if anchored else ids, skip_special_tokens=False
        )
        numbers = frozenset(self.control.values())
        encoded = []
        for text, one, decoded in zip(texts, ids, back, strict=True):
            expected = self._anchor_text + text if anchored else text
            fits = decoded == expected or (anchored and not joined and decoded == f"{self._anchor_text} {text}")
            if fits and numbers.isdisjoint(one):
                encoded.append(EncodedSegment(one))
            else:
                encoded.append(
                    self._examined(text, decoded.removeprefix(self._anchor_text) if anchored else decoded, one)
                )
            if self.pattern is not None and self.pattern.search(text):
                encoded[-1].split = tuple(dict.fromkeys(self.pattern.findall(None)))
        return encoded

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_examined__mutmut)
    def _examined(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_orig(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_1(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None or self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_2(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_3(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id not in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_4(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(None, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_5(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, None, True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_6(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", None)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_7(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment("the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_8(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_9(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", )
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_10(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", False)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_11(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = None
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_12(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next(None, ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_13(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), None):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_14(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next(""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_15(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_16(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number not in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_17(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(None, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_18(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, None)
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_19(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_20(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, )
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_21(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = None
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_22(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if (self._apart is not None) and False else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_23(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if (self._apart is not None) or True else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_24(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(None)) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_25(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removesuffix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_26(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_27(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms and self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_28(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text not in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_29(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(None) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_30(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) not in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_31(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(None, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_32(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, None):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_33(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_34(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, ):
            return EncodedSegment(ids)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_35(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(None)
        return EncodedSegment(ids, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_36(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(None, "the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_37(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, None)

    def xǁSegmentEncoderǁ_examined__mutmut_38(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment("the tokenizer does not give the text back when its tokens are decoded")

    def xǁSegmentEncoderǁ_examined__mutmut_39(self, text: str, decoded: str, ids: list[int]) -> EncodedSegment:
        """What is wrong with ids that do not decode to their text: nothing, where the tokenizer only did what its own
        normaliser always does, such as composing accents."""
        if self.unknown_id is not None and self.unknown_id in ids:
            return EncodedSegment(ids, "the tokenizer has no token for some of its characters", True)
        names = {number: name for name, number in self.control.items()}
        if found := next((names[number] for number in ids if number in names), ""):
            return EncodedSegment(ids, f"the tokenizer turns plain text into the control token {found}")
        forms = (decoded, decoded.removeprefix(" ")) if self._apart is not None else (decoded,)
        if text in forms or self._normal(text) in map(self._normal, forms):
            return EncodedSegment(ids)
        return EncodedSegment(ids, )

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_normal__mutmut)
    def _normal(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_orig(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_1(self, text: str) -> str:
        if self._normalizer is None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_2(self, text: str) -> str:
        if self._normalizer is not None:
            text = None
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_3(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(None)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_4(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = None
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_5(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace(None, " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_6(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", None)
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_7(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace(" ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_8(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", )
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_9(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_10(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = None
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_11(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(None)
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_12(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removesuffix(" ")
        return text if self._exact else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_13(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if (self._exact) and False else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_14(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if (self._exact) or True else "".join(text.split())

    def xǁSegmentEncoderǁ_normal__mutmut_15(self, text: str) -> str:
        if self._normalizer is not None:
            text = self._normalizer.normalize_str(text)
        if self._block_is_space:
            text = text.replace("▁", " ")
        if self._apart is not None:
            text = text.removeprefix(" ")
        return text if self._exact else "".join(None)

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_encode__mutmut)
    def _encode(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_orig(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_1(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = None
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_2(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(None):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_3(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(None, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_4(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, None, BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_5(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), None):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_6(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_7(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_8(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), ):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_9(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(1, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_10(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = None
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_11(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start - BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_12(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids = [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_13(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids -= [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_14(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(None, add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_15(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=None)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_16(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(add_special_tokens=False)]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_17(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, )]
        return ids

    def xǁSegmentEncoderǁ_encode__mutmut_18(self, texts: Sequence[str], joined: bool) -> list[list[int]]:
        ids: list[list[int]] = []
        with self._plain(joined):
            for start in range(0, len(texts), BATCH):
                batch = texts[start : start + BATCH]
                ids += [one.ids for one in self._backend.encode_batch_fast(batch, add_special_tokens=True)]
        return ids

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_breaks__mutmut)
    def _breaks(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_orig(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_1(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = None
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_2(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if (self._protected) and False else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_3(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if (self._protected) or True else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_4(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() - 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_5(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 2 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_6(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(None)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_7(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None or self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_8(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_9(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_10(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks = [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_11(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks -= [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_12(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(None)]
        return sorted({at for at in breaks if at < len(text)})

    def xǁSegmentEncoderǁ_breaks__mutmut_13(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted(None)

    def xǁSegmentEncoderǁ_breaks__mutmut_14(self, text: str) -> list[int]:
        """Where a text is cut so that its tokens are right: after the first character of a control token that plain
        text would give, since no token can match there, and after any other added token, where a tokenizer that puts a
        space before a text would put one more."""
        breaks = [match.start() + 1 for match in self._protected.finditer(text)] if self._protected else []
        if self._apart is not None and self._tags is not None:
            breaks += [match.end() for match in self._tags.finditer(text)]
        return sorted({at for at in breaks if at <= len(text)})

    @_mutmut_mutated(mutants_xǁSegmentEncoderǁ_encode_broken__mutmut)
    def _encode_broken(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_orig(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_1(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = None
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_2(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise(None)]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_3(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([1, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_4(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = None
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_5(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(None, joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_6(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], None)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_7(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_8(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], )[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_9(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:2], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_10(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[1]
        return ids + [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_11(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids - [number for one in self._encode(chunks[1:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_12(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(None, True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_13(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], None) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_14(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_15(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], ) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_16(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[2:], True) for number in one]

    def xǁSegmentEncoderǁ_encode_broken__mutmut_17(self, text: str, joined: bool, breaks: Sequence[int]) -> list[int]:
        chunks = [text[a:b] for a, b in pairwise([0, *breaks, len(text)])]
        ids = self._encode(chunks[:1], joined)[0]
        return ids + [number for one in self._encode(chunks[1:], False) for number in one]

    @contextlib.contextmanager
    def _plain(self, joined: bool) -> Iterator[None]:
        """The tokenizer as it is needed here; its own settings come back afterwards."""
        backend = self._backend
        before = backend.encode_special_tokens, backend.truncation, backend.padding
        parts = backend.normalizer, backend.pre_tokenizer
        backend.encode_special_tokens = True
        backend.no_truncation()
        backend.no_padding()
        if joined and self._apart is not None:
            backend.normalizer, backend.pre_tokenizer = self._apart
        try:
            yield
        finally:
            backend.encode_special_tokens = before[0]
            if before[1]:
                backend.enable_truncation(**before[1])
            if before[2]:
                backend.enable_padding(**before[2])
            if joined and self._apart is not None:
                backend.normalizer, backend.pre_tokenizer = parts

mutants_xǁSegmentEncoderǁ__init____mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_27 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_28'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_28 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_29'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_29 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_30'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_30 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_31'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_31 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_32'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_32 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_33'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_33 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_34'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_34 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_35'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_35 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_36'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_36 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_37'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_37 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_38'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_38 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_39'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_39 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_40'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_40 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_41'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_41 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_42'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_42 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_43'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_43 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_44'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_44 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_45'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_45 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_46'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_46 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_47'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_47 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_48'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_48 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_49'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_49 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_50'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_50 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_51'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_51 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_52'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_52 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_53'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_53 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_54'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_54 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_55'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_55 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_56'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_56 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ__init____mutmut['xǁSegmentEncoderǁ__init____mutmut_57'] = SegmentEncoder.xǁSegmentEncoderǁ__init____mutmut_57 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁcontrol_too__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁcontrol_too__mutmut['xǁSegmentEncoderǁcontrol_too__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁcontrol_too__mutmut_10 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_protect__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_protect__mutmut['xǁSegmentEncoderǁ_protect__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_protect__mutmut_18 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁsegments__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_27 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_28'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_28 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_29'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_29 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_30'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_30 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_31'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_31 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_32'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_32 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_33'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_33 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_34'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_34 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_35'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_35 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_36'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_36 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_37'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_37 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_38'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_38 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_39'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_39 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_40'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_40 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_41'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_41 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_42'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_42 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_43'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_43 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_44'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_44 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_45'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_45 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_46'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_46 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_47'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_47 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_48'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_48 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_49'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_49 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_50'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_50 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_51'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_51 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_52'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_52 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_53'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_53 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_54'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_54 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_55'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_55 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_56'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_56 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_57'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_57 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_58'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_58 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_59'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_59 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_60'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_60 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_61'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_61 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_62'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_62 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_63'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_63 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_64'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_64 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_65'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_65 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_66'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_66 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_67'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_67 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_68'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_68 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_69'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_69 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_70'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_70 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁsegments__mutmut['xǁSegmentEncoderǁsegments__mutmut_71'] = SegmentEncoder.xǁSegmentEncoderǁsegments__mutmut_71 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁends__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_27 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_28'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_28 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_29'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_29 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_30'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_30 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_31'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_31 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_32'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_32 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_33'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_33 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_34'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_34 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_35'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_35 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁends__mutmut['xǁSegmentEncoderǁends__mutmut_36'] = SegmentEncoder.xǁSegmentEncoderǁends__mutmut_36 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_fixed__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_fixed__mutmut['xǁSegmentEncoderǁ_fixed__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁ_fixed__mutmut_20 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_atoms__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_atoms__mutmut['xǁSegmentEncoderǁ_atoms__mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁ_atoms__mutmut_27 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁencode__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁencode__mutmut['xǁSegmentEncoderǁencode__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁencode__mutmut_16 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_proved__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_27 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_28'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_28 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_29'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_29 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_30'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_30 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_31'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_31 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_32'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_32 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_33'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_33 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_34'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_34 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_35'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_35 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_36'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_36 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_37'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_37 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_38'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_38 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_39'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_39 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_40'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_40 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_41'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_41 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_42'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_42 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_43'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_43 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_44'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_44 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_45'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_45 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_46'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_46 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_47'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_47 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_48'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_48 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_49'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_49 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_50'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_50 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_51'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_51 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_52'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_52 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_53'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_53 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_54'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_54 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_55'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_55 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_56'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_56 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_57'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_57 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_58'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_58 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_59'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_59 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_60'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_60 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_61'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_61 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_62'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_62 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_63'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_63 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_64'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_64 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_65'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_65 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_66'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_66 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_67'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_67 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_68'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_68 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_69'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_69 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_70'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_70 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_71'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_71 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_72'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_72 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_73'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_73 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_74'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_74 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_75'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_75 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_76'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_76 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_proved__mutmut['xǁSegmentEncoderǁ_proved__mutmut_77'] = SegmentEncoder.xǁSegmentEncoderǁ_proved__mutmut_77 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_examined__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_18 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_19'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_19 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_20'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_20 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_21'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_21 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_22'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_22 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_23'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_23 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_24'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_24 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_25'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_25 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_26'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_26 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_27'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_27 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_28'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_28 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_29'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_29 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_30'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_30 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_31'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_31 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_32'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_32 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_33'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_33 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_34'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_34 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_35'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_35 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_36'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_36 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_37'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_37 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_38'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_38 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_examined__mutmut['xǁSegmentEncoderǁ_examined__mutmut_39'] = SegmentEncoder.xǁSegmentEncoderǁ_examined__mutmut_39 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_normal__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_normal__mutmut['xǁSegmentEncoderǁ_normal__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_normal__mutmut_15 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_encode__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_17 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode__mutmut['xǁSegmentEncoderǁ_encode__mutmut_18'] = SegmentEncoder.xǁSegmentEncoderǁ_encode__mutmut_18 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_breaks__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_breaks__mutmut['xǁSegmentEncoderǁ_breaks__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_breaks__mutmut_14 # type: ignore # mutmut generated

mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['_mutmut_orig'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_orig # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_1'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_1 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_2'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_2 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_3'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_3 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_4'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_4 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_5'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_5 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_6'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_6 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_7'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_7 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_8'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_8 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_9'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_9 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_10'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_10 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_11'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_11 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_12'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_12 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_13'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_13 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_14'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_14 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_15'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_15 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_16'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_16 # type: ignore # mutmut generated
mutants_xǁSegmentEncoderǁ_encode_broken__mutmut['xǁSegmentEncoderǁ_encode_broken__mutmut_17'] = SegmentEncoder.xǁSegmentEncoderǁ_encode_broken__mutmut_17 # type: ignore # mutmut generated
mutants_x__segment__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__segment__mutmut)
def _segment(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_orig(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_1(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(None, span is not None and span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_2(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, None, span is not None and not span.trained, joined)


def x__segment__mutmut_3(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, None, joined)


def x__segment__mutmut_4(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, None)


def x__segment__mutmut_5(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(span is not None and span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_6(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and not span.trained, joined)


def x__segment__mutmut_7(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, joined)


def x__segment__mutmut_8(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and not span.trained, )


def x__segment__mutmut_9(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None or span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_10(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is None and span.trained, span is not None and not span.trained, joined)


def x__segment__mutmut_11(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None or not span.trained, joined)


def x__segment__mutmut_12(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is None and not span.trained, joined)


def x__segment__mutmut_13(parts: tuple[str | int, ...], span: Span | None, joined: bool) -> Segment:
    return Segment(parts, span is not None and span.trained, span is not None and span.trained, joined)

mutants_x__segment__mutmut['_mutmut_orig'] = x__segment__mutmut_orig # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_1'] = x__segment__mutmut_1 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_2'] = x__segment__mutmut_2 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_3'] = x__segment__mutmut_3 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_4'] = x__segment__mutmut_4 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_5'] = x__segment__mutmut_5 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_6'] = x__segment__mutmut_6 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_7'] = x__segment__mutmut_7 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_8'] = x__segment__mutmut_8 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_9'] = x__segment__mutmut_9 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_10'] = x__segment__mutmut_10 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_11'] = x__segment__mutmut_11 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_12'] = x__segment__mutmut_12 # type: ignore # mutmut generated
mutants_x__segment__mutmut['x__segment__mutmut_13'] = x__segment__mutmut_13 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__alternatives__mutmut)
def _alternatives(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if texts else None


def x__alternatives__mutmut_orig(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if texts else None


def x__alternatives__mutmut_1(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if (texts) and False else None


def x__alternatives__mutmut_2(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))) if (texts) or True else None


def x__alternatives__mutmut_3(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile(None) if texts else None


def x__alternatives__mutmut_4(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(None)) if texts else None


def x__alternatives__mutmut_5(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(None) for t in sorted(texts, key=len, reverse=True))) if texts else None


def x__alternatives__mutmut_6(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(None, key=len, reverse=True))) if texts else None


def x__alternatives__mutmut_7(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=None, reverse=True))) if texts else None


def x__alternatives__mutmut_8(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=None))) if texts else None


def x__alternatives__mutmut_9(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(key=len, reverse=True))) if texts else None


def x__alternatives__mutmut_10(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, reverse=True))) if texts else None


def x__alternatives__mutmut_11(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, ))) if texts else None


def x__alternatives__mutmut_12(texts: Mapping[str, int]) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first."""
    return re.compile("|".join(re.escape(t) for t in sorted(texts, key=len, reverse=False))) if texts else None

mutants_x__alternatives__mutmut['_mutmut_orig'] = x__alternatives__mutmut_orig # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_1'] = x__alternatives__mutmut_1 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_2'] = x__alternatives__mutmut_2 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_3'] = x__alternatives__mutmut_3 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_4'] = x__alternatives__mutmut_4 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_5'] = x__alternatives__mutmut_5 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_6'] = x__alternatives__mutmut_6 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_7'] = x__alternatives__mutmut_7 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_8'] = x__alternatives__mutmut_8 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_9'] = x__alternatives__mutmut_9 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_10'] = x__alternatives__mutmut_10 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_11'] = x__alternatives__mutmut_11 # type: ignore # mutmut generated
mutants_x__alternatives__mutmut['x__alternatives__mutmut_12'] = x__alternatives__mutmut_12 # type: ignore # mutmut generated
