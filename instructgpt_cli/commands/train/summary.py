"""A run's log of its rows, and the table at its end."""

from collections.abc import Sequence
from typing import Any

from instructgpt_cli.data.listing import unread_files
from instructgpt_cli.data.types import ADVICE
from instructgpt_cli.dataset.token_store import TokenizedDataset
from instructgpt_cli.plain_text import counted, duration, printable
from instructgpt_cli.recipe.data_schema import Data
from instructgpt_cli.run.folder import RunFolder
from instructgpt_cli.run.metrics_log import loss_course, read_metrics
from instructgpt_cli.terminal.console import Console
from instructgpt_cli.training.checkpoint import RunState


def rows_read(
    data: Data,
    datasets: tuple[TokenizedDataset, TokenizedDataset | None],
    template_notes: Sequence[str],
    console: Console,
) -> None:
    """Logs the rows of each source, and all that were left out, refused or cut."""
    for note in template_notes:
        console.message(f"chat template: {note}")
    sources_of = {"train": data.train, "validation": data.validation}
    for split, dataset in zip(sources_of, datasets, strict=True):
        if dataset is None:
            continue
        for source, counts in zip(sources_of[split], dataset.row_counts, strict=True):
            lost = f", {counts.left_out:,} left out (where: {source.where})" if counts.left_out else ""
            lost += "".join(f", {n:,} refused ({reason})" for reason, n in counts.refused.items())
            cut = f", {counts.cut:,} with a cut prompt" if counts.cut else ""
            part = "" if source.part is None else " (part {:g} to {:g})".format(*source.part)
            console.message(
                f"{split}: {counts.source}{part}: {counted(counts.rows, 'row')}, {counts.tokens:,} tokens, "
                f"{counts.targets:,} targets{lost}{cut}"
            )
            if beside := unread_files(source):
                console.message(printable(f"  {beside}"))
            if unused := counts.reading.not_used():
                details = "; ".join(filter(None, (counts.reading.layout(), f"not used: {unused}")))
                console.message(printable(f"  {details}"))
            for note, count in counts.notes.items():
                console.message(printable(f"  {counted(count, 'row')}: {note}"))
        console.event(
            {
                "event": "data",
                "split": split,
                "sequences": len(dataset),
                "tokens": int(dataset.lengths.sum()),
                "targets": int(dataset.targets.sum()),
                "left_out": sum(counts.left_out for counts in dataset.row_counts),
            }
        )
    row_counts = [counts for dataset in datasets if dataset is not None for counts in dataset.row_counts]
    for reason in dict.fromkeys(reason for counts in row_counts for reason in counts.refused):
        console.message(f"{reason}: {ADVICE[reason]}")


def closing_table(
    command: str, folder: RunFolder, run_state: RunState, chosen: str, samples: list[dict[str, Any]], console: Console
) -> None:
    """`chosen`: which weights RUN/model holds, such as "of step 8, the last"."""
    history = read_metrics(folder.path / "metrics.jsonl")
    targets = sum(m.targets for m in history)
    first, last, of = loss_course(history)
    rows: list[tuple[str, str]] = [
        ("steps", f"{run_state.step:,}"),
        ("training time", duration(run_state.seconds)),
        ("trained on", f"{targets:,} targets of {sum(m.tokens for m in history):,} tokens fed"),
        ("training loss", f"{first:.3f} -> {last:.3f} nats a target (first and last {of})"),
    ]
    if run_state.best_loss is not None:
        rows.append(("validation loss", f"{run_state.best_loss:.3f} at its lowest, after step {run_state.best_step}"))
    rows += [("model", f"{folder.model} ({chosen})"), ("report", str(folder.report))]
    console.table(f"{command}: done", ("", ""), rows)
    for sample in samples[:2]:
        console.message(f"  {sample['prompt']!r} -> {sample['answer']!r}")
    if samples and all(sample["continued"] for sample in samples):
        console.message(f"""next: echo '{{"text": "..."}}' | instructgpt generate {folder.model}""")
    else:
        console.message(f'next: instructgpt generate {folder.model} --prompt "..."')
