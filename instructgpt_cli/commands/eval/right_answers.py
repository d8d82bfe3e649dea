"""What `eval` compares answers with: each row's own answer as it is learnt, and its other references."""

from collections.abc import Sequence
from typing import Literal

from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.inference.stopping import StoppingCriteria

_THOUGHT, _WORDS = "Zqthought", "Zqwords"
_USUAL_CLOSER = "</think>"


def has_answer(row: Row) -> bool:
    return bool(row.messages) and row.messages[-1].role == "assistant"


class RightAnswers:
    """For one model: the words of its answers, and those that they should be."""

    def __init__(
        self, served: LoadedModel, stopping: StoppingCriteria, thoughts: Literal["left_out", "compared"]
    ) -> None:
        self._served, self._stopping = served, stopping
        # What the template begins every answer with is none of the words that are compared.
        lead = served.tokenizer(served.encoder.lead, add_special_tokens=False)["input_ids"]
        self._lead = stopping.text(lead)
        self._closers = self._thought_closers() if thoughts == "left_out" else ()

    def of(self, rows: Sequence[Row]) -> list[tuple[str, ...]]:
        """Of each row its own answer, then its other references, each once; empty where there is nothing.

        Its own is what a model says that has learnt it: thoughts and tool calls as the template writes them.
        """
        answered = [row for row in rows if has_answer(row)]
        learnt = iter(self._served.encoder.answer_ids(answered))
        return [self._of(row, next(learnt)) if has_answer(row) else () for row in rows]

    def _of(self, row: Row, learnt: Sequence[int]) -> tuple[str, ...]:
        content = row.messages[-1].content
        own = self.words(learnt) if learnt else content
        own = content if own.strip() == content.strip() else own
        return tuple(dict.fromkeys(text for text in (own, *map(self._said, row.references)) if text.strip()))

    def _said(self, text: str) -> str:
        """A text without its thought where those are left out."""
        closer = next((closer for closer in self._closers if closer in text), None)
        return text.rpartition(closer)[2] if closer else text

    def words(self, ids: Sequence[int]) -> str:
        """What of an answer's tokens is compared: its text, without a thought where those are left out."""
        ids = self._stopping.until_stop(ids)
        marked = self._stopping.decode(ids, skip_special_tokens=False) if self._closers else ""
        for closer in self._closers:
            if (found := marked.rfind(closer)) >= 0:
                return self._after(ids, found + len(closer))
        return self._stopping.text(ids).removeprefix(self._lead)

    def _after(self, ids: Sequence[int], place: int) -> str:
        """What is spelt after so many characters, special tokens counted."""
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            reached = len(self._stopping.decode(ids[:middle], skip_special_tokens=False)) >= place
            low, high = (low, middle) if reached else (middle + 1, high)
        rest = self._stopping.decode(ids[:low], skip_special_tokens=False)[place:]
        return rest + self._stopping.text(ids[low:])

    def _thought_closers(self) -> tuple[str, ...]:
        """What the template writes between a thought and the words after it, else (where a tool call is what follows)
        the first token of that."""
        asked = Message("user", "One?")
        thoughtful = (
            Message("assistant", _WORDS, extra={"reasoning_content": _THOUGHT}),
            Message("assistant", f"<think>\n{_THOUGHT}\n{_USUAL_CLOSER}\n\n{_WORDS}"),
        )
        for said in thoughtful:
            (ids,) = self._served.encoder.answer_ids([Row("", 0, messages=(asked, said))])
            _, _, after = self._stopping.decode(ids, skip_special_tokens=False).partition(_THOUGHT)
            between, found, _ = after.partition(_WORDS)
            if found and (closer := between.strip()):
                first = self._served.tokenizer(closer, add_special_tokens=False)["input_ids"][:1]
                token = self._stopping.decode(first, skip_special_tokens=False)
                own = first and first[0] in self._served.tokenizer.get_added_vocab().values()
                return (closer, token) if own and token != closer else (closer,)
        return (_USUAL_CLOSER,)


def longest(served: LoadedModel, rows: Sequence[Row]) -> int:
    """Tokens of the longest right answer of the rows; 0 where they have none."""
    answered = [row for row in rows if has_answer(row)]
    learnt = max(map(len, served.encoder.answer_ids(answered)), default=0)
    texts = [text for row in answered for text in (row.messages[-1].content, *row.references)]
    written = served.tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
    return max(learnt, max(map(len, written), default=0))
