"""A model's answers to the questions of a set, scored against the references."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from instructgpt_cli.commands.answer_progress import AnswerProgress
from instructgpt_cli.commands.eval.references import References, longest
from instructgpt_cli.commands.eval.saved import Part, Saved
from instructgpt_cli.commands.generate.answer_rows import answer_rows
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.commands.generate.prompts import shown
from instructgpt_cli.data.types import Row
from instructgpt_cli.evaluation.metrics import (
    RowScore,
    is_exact_match,
    is_exact_match_normalised,
    rouge_l,
    squad_f1,
    token_f1,
)
from instructgpt_cli.evaluation.scored_rows import Prediction, ScoredRows
from instructgpt_cli.inference.decoder import Decoder
from instructgpt_cli.inference.sequences import Completion
from instructgpt_cli.model.self_checks import own_attention
from instructgpt_cli.recipe.schema import Generate, Metric
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.terminal.progress import Progress

# An answer may be twice as long as the longest reference, and a little more: a longer one is wrong in any case.
LENGTH_FACTOR, LENGTH_EXTRA = 2, 16
NO_REFERENCE = "no answer to compare with"


def sampling(settings: Generate, loaded: LoadedModel, sets: Sequence[Sequence[Row]]) -> Generate:
    """The recipe's sampling with one answer a row and, unless it has a length, one that fits the references."""
    settings = settings.model_copy(update={"num_return_sequences": 1})
    if settings.max_new_tokens or settings.max_length:
        return settings
    tokens = max((longest(loaded, rows) for rows in sets), default=0)
    return settings.model_copy(update={"max_new_tokens": LENGTH_FACTOR * tokens + LENGTH_EXTRA})


class AnswerScorer:
    """Generates the answers of one model and scores them; `saved` has those of an interrupted eval."""

    def __init__(
        self, loaded: LoadedModel, decoder: Decoder, references: References, metrics: Collection[Metric], saved: Saved
    ) -> None:
        self._loaded, self._decoder, self._references = loaded, decoder, references
        self._metrics, self._saved = frozenset(metrics), saved

    def score(self, part: Part, rows: Sequence[Row], scored: ScoredRows, console: Console) -> None:
        """Adds the scores and predictions of rows with references to `scored`. A question that cannot be
        answered counts as wrong."""
        references = self._references.of(rows)
        asked = [i for i, found in enumerate(references) if found]
        scored.reasons |= {i: NO_REFERENCE for i, row in enumerate(rows) if row.text is None and not references[i]}
        with (
            own_attention(self._loaded.model),
            console.progress(f"answering {part.set}", total=len(asked), unit="rows") as bar,
        ):
            for place, answer in self._answers(part, [rows[i] for i in asked], bar):
                i = asked[place]
                text = "" if isinstance(answer, str) else self._references.compared(answer.ids)
                score = self._scored(scored.scores[i], text, references[i], is_answered=not isinstance(answer, str))
                scored.scores[i] = score
                scored.predictions[i] = _prediction(rows[i], references[i], answer, text, score)

    def _answers(self, part: Part, questions: Sequence[Row], bar: Progress) -> Iterator[tuple[int, Completion | str]]:
        """(question, its answer or why it has none), those of an interrupted eval first; the others are saved."""
        before = dict(self._saved.answers(part))
        bar.advance(len(before))
        yield from before.items()
        progress = AnswerProgress(bar, len(questions) - len(before), 1, self._decoder.room(1))
        system = self._decoder.settings.system
        for place, found in answer_rows(self._loaded, self._decoder, questions, system, before, progress.on_token):
            answer = found if isinstance(found, str) else found[0]
            self._saved.add_answer(part, place, answer)
            yield place, answer
            progress.on_row(found)

    def _scored(self, score: RowScore, text: str, references: tuple[str, ...], *, is_answered: bool) -> RowScore:
        """The score with each metric of the answer `text` against the best reference."""
        if "exact_match" in self._metrics:
            exact, normalised = (
                is_answered and any(matches(text, each) for each in references)
                for matches in (is_exact_match, is_exact_match_normalised)
            )
            score = replace(score, exact=exact, exact_normalised=normalised)
        if "f1" in self._metrics:
            score = replace(score, f1=max(token_f1(text, each) for each in references) if is_answered else 0.0)
        if "squad_f1" in self._metrics:
            score = replace(score, squad_f1=squad_f1(text, references) if is_answered else 0.0)
        if "rouge_l" in self._metrics:
            score = replace(score, rouge_l=max(rouge_l(text, each) for each in references) if is_answered else 0.0)
        if {"bleu", "chrf"} & self._metrics:
            score = replace(score, texts=(text, references))
        return score


def _prediction(
    row: Row, references: Sequence[str], answer: Completion | str, text: str, score: RowScore
) -> Prediction:
    """The record of a row in predictions.jsonl; `text` is the part of the answer that is compared."""
    prediction: Prediction = {
        "source": row.source,
        "row": row.index,
        "prompt": shown(row),
        "reference": references[0],
        "references": list(references) if len(references) > 1 else None,
        "task": row.task,
        "group": row.group,
    }
    if isinstance(answer, str):
        prediction["error"] = answer
    else:
        compared = text if text.strip() != answer.text.strip() else None
        prediction |= {"answer": answer.text, "finish": answer.finish, "compared": compared}
    prediction |= {"exact_match": score.exact, "f1": score.f1, "squad_f1": score.squad_f1, "rouge_l": score.rouge_l}
    return {key: value for key, value in prediction.items() if value is not None}
