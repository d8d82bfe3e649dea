"""When an answer ends, and its text up to there."""

from collections.abc import Sequence

from transformers import PreTrainedTokenizerBase

from instructgpt_cli.inference.sequences import ActiveSequence


class StoppingCriteria:
    """Answers end before the first stop token or stop text."""

    def __init__(
        self, tokenizer: PreTrainedTokenizerBase, stop_ids: Sequence[int], stop_texts: Sequence[str] = ()
    ) -> None:
        self._tokenizer = tokenizer
        self.stop_ids = frozenset(stop_ids)
        self.stop_texts = tuple(dict.fromkeys(text for text in stop_texts if text))
        # A token other than a special one spells at least a byte: so many tokens hold a stop text that has just ended.
        self._tail = max((len(text.encode()) for text in self.stop_texts), default=0) + 4

    def append(self, sequence: ActiveSequence, token: int) -> None:
        """Adds a token to the answer, unless it is a stop token, and sets `finish` where the answer ends."""
        if token in self.stop_ids:
            sequence.finish = "stop"
            return
        sequence.ids.append(token)
        sequence.seen[token] = None
        if self.stop_texts:
            tail = self.decode(sequence.ids[-self._tail :], skip_special_tokens=False)
            if any(stop in tail for stop in self.stop_texts):
                sequence.finish = "stop"
                return
        if len(sequence.ids) == sequence.limit:
            sequence.finish = "length"

    def text(self, ids: Sequence[int]) -> str:
        """The text of an answer's tokens, cut before the first stop text."""
        for skip in (True, False):  # a stop text may itself be made of special tokens
            text = self.decode(ids, skip_special_tokens=skip)
            if found := [place for stop in self.stop_texts if (place := text.find(stop)) >= 0]:
                return text[: min(found)]
        return self.decode(ids, skip_special_tokens=True)

    def stable_text(self, sequence: ActiveSequence) -> str:
        """The part of the text that later tokens cannot change: no half characters, no beginning of a stop text."""
        text = self.text(sequence.ids)
        if sequence.finish:
            return text
        text = text.rstrip("\N{REPLACEMENT CHARACTER}")
        held = [n for stop in self.stop_texts for n in range(1, len(stop)) if text.endswith(stop[:n])]
        return text[: len(text) - max(held, default=0)]

    def until_stop(self, ids: Sequence[int]) -> Sequence[int]:
        """The tokens before the first stop token."""
        return ids[: next((place for place, token in enumerate(ids) if token in self.stop_ids), len(ids))]

    def decode(self, ids: Sequence[int], *, skip_special_tokens: bool) -> str:
        """The text of tokens, spaces as they are."""
        text: str = self._tokenizer.decode(
            ids, skip_special_tokens=skip_special_tokens, clean_up_tokenization_spaces=False
        )
        return text
