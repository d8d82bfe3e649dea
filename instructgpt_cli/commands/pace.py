"""Progress of answering: how many are done, and the time left by the tokens so far."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from instructgpt_cli.terminal.progress import Progress

if TYPE_CHECKING:
    from instructgpt_cli.inference.sequences import ActiveSequence, Completion


class Pace:
    """Tells `bar` of `rows` that are still to be answered, with `number` answers of at most `limit` tokens each.

    How long an answer is shows only when it ends, and short ones end first. Until then each counts as all tokens so far
    over the answers that have ended: the likeliest mean where those under way are as far as they are.
    """

    def __init__(self, bar: Progress, rows: int, number: int, limit: int) -> None:
        self._bar, self._number, self._limit = bar, number, limit
        self._answers_left = rows * number
        self._ended = self._tokens_of_ended = 0
        self._began = time.monotonic()
        self.tokens = 0

    def on_token(self, sequence: "ActiveSequence") -> None:
        """After each token of each answer."""
        self.tokens += not sequence.finish or sequence.finish == "length"  # a stop token is none of the answer's
        self._bar.expect(self.seconds_left())
        self._bar.update(note=f"{self.tokens:,} tokens")

    def on_row(self, answers: "Sequence[Completion] | str") -> None:
        """A row is done: its answers, or why it has none."""
        self._answers_left -= self._number
        if not isinstance(answers, str):
            self._ended += len(answers)
            self._tokens_of_ended += sum(answer.tokens for answer in answers)
            self.tokens = max(self.tokens, self._tokens_of_ended)  # who answers may not tell of each token
        self._bar.expect(self.seconds_left())
        self._bar.advance()

    def seconds_left(self) -> float | None:
        if not self.tokens:
            return None
        expected = min(self._limit, self.tokens / self._ended if self._ended else self._limit)
        left = self._answers_left * expected
        if expected == self._limit:  # nothing is told of answers that end before it
            left -= self.tokens - self._tokens_of_ended
        return (time.monotonic() - self._began) / self.tokens * max(0.0, left)
