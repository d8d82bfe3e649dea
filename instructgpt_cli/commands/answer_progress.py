"""Progress of generating answers: rows done, tokens, and an estimate of the time left."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from instructgpt_cli.terminal.progress import Progress

if TYPE_CHECKING:
    from instructgpt_cli.inference.sequences import ActiveSequence, Completion


class AnswerProgress:
    """Updates `bar` for `rows` rows with `number` answers each, of at most `limit` tokens.

    Short answers end first, so their mean length underestimates the rest. The expected length is all tokens so far,
    those of unfinished answers included, over the number of finished answers.
    """

    def __init__(self, bar: Progress, rows: int, number: int, limit: int) -> None:
        self._bar, self._number, self._limit = bar, number, limit
        self._answers_left = rows * number
        self._ended = self._tokens_of_ended = 0
        self._began = time.monotonic()
        self.tokens = 0

    def on_token(self, sequence: "ActiveSequence") -> None:
        """Count a token of an unfinished answer; a stop token does not belong to the answer."""
        self.tokens += not sequence.finish or sequence.finish == "length"
        self._bar.expect(self.seconds_left())
        self._bar.update(note=f"{self.tokens:,} tokens")

    def on_row(self, answers: "Sequence[Completion] | str") -> None:
        """Count a finished row: its answers, or the error instead."""
        self._answers_left -= self._number
        if not isinstance(answers, str):
            self._ended += len(answers)
            self._tokens_of_ended += sum(answer.tokens for answer in answers)
            self.tokens = max(self.tokens, self._tokens_of_ended)  # not every engine calls `on_token`
        self._bar.expect(self.seconds_left())
        self._bar.advance()

    def seconds_left(self) -> float | None:
        """Estimate the seconds left; None before the first token."""
        if not self.tokens:
            return None
        expected = min(self._limit, self.tokens / self._ended if self._ended else self._limit)
        left = self._answers_left * expected
        if expected == self._limit:  # unfinished answers are partly done
            left -= self.tokens - self._tokens_of_ended
        return (time.monotonic() - self._began) / self.tokens * max(0.0, left)
