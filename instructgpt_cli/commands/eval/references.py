"""The texts that `eval` compares answers with: each row's own answer, as a trained model would write it, and its
references."""

from collections.abc import Sequence
from typing import Literal

from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.inference.stopping import StoppingCriteria

# Placeholders that no template treats specially.
_THOUGHT, _WORDS = "Zqthought", "Zqwords"
_USUAL_CLOSER = "</think>"


def has_answer(row: Row) -> bool:
    """Whether the last turn is the assistant's."""
    return bool(row.messages) and row.messages[-1].role == "assistant"


class References:
    """The texts that the answers of one model are compared with, and what is compared of an answer.

    `thoughts: left_out` removes what precedes the template's end of a thought on both sides.
    """

    def __init__(
        self, loaded: LoadedModel, stopping: StoppingCriteria, thoughts: Literal["left_out", "compared"]
    ) -> None:
        self._loaded, self._stopping = loaded, stopping
        # The text that the template writes at the start of every answer is not compared.
        lead = loaded.tokenizer(loaded.encoder.lead, add_special_tokens=False)["input_ids"]
        self._lead = stopping.text(lead)
        self._closers = self._thought_closers() if thoughts == "left_out" else ()

    def of(self, rows: Sequence[Row]) -> list[tuple[str, ...]]:
        """The references of each row, each once, its own answer first; empty for a row without any.

        Thoughts and tool calls of its own answer are as the template writes them.
        """
        answered = [row for row in rows if has_answer(row)]
        targets = iter(self._loaded.encoder.answer_ids(answered))
        return [self._of(row, next(targets)) if has_answer(row) else () for row in rows]

    def _of(self, row: Row, targets: Sequence[int]) -> tuple[str, ...]:
        content = row.messages[-1].content
        own = self.compared(targets) if targets else content
        own = content if own.strip() == content.strip() else own
        texts = (own, *map(self._without_thought, row.references))
        return tuple(dict.fromkeys(text for text in texts if text.strip()))

    def _without_thought(self, text: str) -> str:
        closer = next((closer for closer in self._closers if closer in text), None)
        return text.rpartition(closer)[2] if closer else text

    def compared(self, ids: Sequence[int]) -> str:
        """The text of an answer that is compared: up to its end, without a thought if those are left out."""
        ids = self._stopping.until_stop(ids)
        marked = self._stopping.decode(ids, skip_special_tokens=False) if self._closers else ""
        for closer in self._closers:
            if (found := marked.rfind(closer)) >= 0:
                return self._after(ids, found + len(closer))
        return self._stopping.text(ids).removeprefix(self._lead)

    def _after(self, ids: Sequence[int], place: int) -> str:
        """The text after the first `place` characters, special tokens counted."""
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            reached = len(self._stopping.decode(ids[:middle], skip_special_tokens=False)) >= place
            low, high = (low, middle) if reached else (middle + 1, high)
        rest = self._stopping.decode(ids[:low], skip_special_tokens=False)[place:]
        return rest + self._stopping.text(ids[low:])

    def _thought_closers(self) -> tuple[str, ...]:
        """The text that the template writes between a thought and the answer; and its first token, if that is a
        special one, for thoughts that a tool call follows."""
        question = Message("user", "One?")
        thoughtful = (
            Message("assistant", _WORDS, extra={"reasoning_content": _THOUGHT}),
            Message("assistant", f"<think>\n{_THOUGHT}\n{_USUAL_CLOSER}\n\n{_WORDS}"),
        )
        for answer in thoughtful:
            (ids,) = self._loaded.encoder.answer_ids([Row("", 0, messages=(question, answer))])
            _, _, after = self._stopping.decode(ids, skip_special_tokens=False).partition(_THOUGHT)
            between, found, _ = after.partition(_WORDS)
            if found and (closer := between.strip()):
                first = self._loaded.tokenizer(closer, add_special_tokens=False)["input_ids"][:1]
                token = self._stopping.decode(first, skip_special_tokens=False)
                own = first and first[0] in self._loaded.tokenizer.get_added_vocab().values()
                return (closer, token) if own and token != closer else (closer,)
        return (_USUAL_CLOSER,)


def longest(loaded: LoadedModel, rows: Sequence[Row]) -> int:
    """The tokens of the longest reference of the rows; 0 without references."""
    answered = [row for row in rows if has_answer(row)]
    targets = max(map(len, loaded.encoder.answer_ids(answered)), default=0)
    texts = [text for row in answered for text in (row.messages[-1].content, *row.references)]
    written = loaded.tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
    return max(targets, max(map(len, written), default=0))
