"""The report of a run: one self-contained HTML page, made from the files in the run folder.

The page fetches nothing and runs no script. The template escapes all text from data, models and recipes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from pydantic import TypeAdapter

from instructgpt_cli import plain_text
from instructgpt_cli.errors import UsageError
from instructgpt_cli.run import eval_result, read_back
from instructgpt_cli.run.charts import Series, chart, number
from instructgpt_cli.run.metrics_log import StepMetrics, StepTiming, loss_course, read_metrics, read_timings
from instructgpt_cli.system import atomic_files

PAGE = "report.html"
SAMPLES_SHOWN = 50
TEMPLATE = Path(__file__).with_name("report.html.jinja")
OBJECT = TypeAdapter(dict[str, Any])


def write(run_dir: Path) -> Path:
    """Write RUN/report.html atomically and return its path."""
    atomic_files.write_file(run_dir / PAGE, build(run_dir))
    return run_dir / PAGE


def build(run_dir: Path) -> str:
    """The page of the run in `run_dir`, a pure function of the files there. Missing parts are omitted.

    Raises `UsageError` if `run_dir` holds no run, or one of its files is damaged.
    """
    if not run_dir.is_dir():
        raise UsageError(f"{run_dir}: run folder not found", "Name the output_dir of a recipe that has been run.")
    metrics = read_metrics(run_dir / "metrics.jsonl")
    recipe = _text(run_dir / "recipe.yaml")
    about = read_back.read(run_dir / "run.json", OBJECT) or {}
    if not metrics and not recipe and not about:
        inside = sorted(path.parent.name for path in run_dir.glob("*/recipe.yaml"))
        hint = (
            f"Runs inside it: {', '.join(inside)}." if inside else "A run folder holds recipe.yaml and metrics.jsonl."
        )
        raise UsageError(f"{run_dir}: not a run folder", hint)
    timings = read_timings(run_dir / "timings.jsonl")
    seconds = _seconds(about, timings)
    samples = read_back.read_lines(run_dir / "samples.jsonl", OBJECT)
    scored = eval_result.read(run_dir)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["data"] = data
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8")).render(
        name=run_dir.resolve().name,
        state=str(about.get("state", "")),
        command=str(about.get("command", "run")),
        key_figures=key_figures(metrics, timings, seconds),
        charts=charts(metrics, timings),
        samples=samples[:SAMPLES_SHOWN],
        samples_left=max(0, len(samples) - SAMPLES_SHOWN),
        scores=eval_result.tables(scored),
        recipe=recipe,
        about={key: value for key, value in about.items() if " " not in key},  # names of 0.2.0, next to today's
    )


def _seconds(about: Mapping[str, Any], timings: Sequence[StepTiming]) -> float | None:
    """The training time of the run: from run.json, else from the timing of its last step."""
    if isinstance(about.get("seconds"), int | float):
        return float(about["seconds"])
    return timings[-1].seconds if timings else None


def key_figures(
    metrics: Sequence[StepMetrics], timings: Sequence[StepTiming], seconds: float | None
) -> list[tuple[str, str, str]]:
    """The run in a few numbers: (label, value, remark). `seconds` is its training time."""
    if not metrics:
        return []
    last = metrics[-1]
    _, loss, of = loss_course(metrics)
    out = [
        ("Steps", f"{last.step:,}", f"{last.epoch:.2f} epochs"),
        ("Training loss", f"{loss:.4f}", f"last {of}"),
    ]
    validated = [(m.validation_loss, m.step) for m in metrics if m.validation_loss is not None]
    if validated:
        best, step = min(validated)
        out.append(("Validation loss", f"{validated[-1][0]:.4f}", f"best {best:.4f} at step {step:,}"))
    targets, tokens = sum(m.targets for m in metrics), sum(m.tokens for m in metrics)
    share = f"{targets / tokens:.0%} of {plain_text.count(tokens)} tokens fed" if tokens else ""
    out.append(("Trained on", plain_text.count(targets), f"target tokens, {share}"))
    if seconds is not None:
        out.append(("Training time", plain_text.duration(seconds), ""))
    if timings:
        speed = timings[-1]
        remark = f"tokens/s, {number(speed.targets_per_second)} targets/s at the end"
        out.append(("Speed", number(speed.tokens_per_second), remark))
    return out


def charts(metrics: Sequence[StepMetrics], timings: Sequence[StepTiming]) -> list[Markup]:
    """The curves over the steps, without empty ones. Their legends show the numbers of `key_figures`."""
    _, loss, of = loss_course(metrics)
    validation = [(m.step, m.validation_loss) for m in metrics if m.validation_loss is not None]
    drawn = [
        chart(
            "Loss, nats per target token",
            [
                Series(f"training, last {of}", [(m.step, m.loss) for m in metrics], shown=loss),
                Series("validation", validation, dots=True),
            ],
        ),
        chart("Learning rate", [Series("lr", [(m.step, m.lr) for m in metrics])], from_zero=True),
        chart("Gradient norm", [Series("norm", [(m.step, m.grad_norm) for m in metrics])]),
        chart(
            "Tokens per second",
            [
                Series("all", [(t.step, t.tokens_per_second) for t in timings]),
                Series("targets", [(t.step, t.targets_per_second) for t in timings]),
            ],
            from_zero=True,
        ),
    ]
    return [one for one in drawn if one]


def data(value: Any) -> Markup:
    """Any JSON value as HTML: a mapping as rows, flat records as one table."""
    if isinstance(value, Mapping):
        records = list(value.values())
        if records and all(_is_flat(record) for record in records):
            return _records(list(value.items()))
        rows = (Markup("<tr><th>{}</th><td>{}</td></tr>").format(key, data(item)) for key, item in value.items())
        return Markup('<table class="facts">{}</table>').format(Markup("").join(rows))
    if isinstance(value, list):
        if value and all(_is_flat(item) for item in value):
            return _records([("", item) for item in value])
        if all(isinstance(item, int | float) for item in value):
            return Markup(", ").join(data(item) for item in value)
        return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(data(item)) for item in value))
    if value is None or isinstance(value, bool):
        return Markup('<span class="faint">{}</span>').format({None: "-", True: "yes", False: "no"}[value])
    if isinstance(value, float):
        return Markup("<span class=number>{}</span>").format(number(value))
    if isinstance(value, int):
        return Markup("<span class=number>{}</span>").format(f"{value:,}" if abs(value) >= 10_000 else value)
    return Markup("{}").format(value)


def _is_flat(value: Any) -> bool:
    """Whether `value` is a mapping that fits in one row of a table."""
    return isinstance(value, Mapping) and bool(value) and not any(isinstance(item, Mapping) for item in value.values())


def _records(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> Markup:
    """Named records as a table, with a column for each key of any record."""
    columns = list(dict.fromkeys(key for _, record in rows for key in record))
    named = any(name for name, _ in rows)
    head = [Markup("<th>{}</th>").format(column) for column in ([""] if named else []) + columns]
    body = []
    for name, record in rows:
        cells = [Markup("<th>{}</th>").format(name)] if named else []
        cells += [Markup("<td>{}</td>").format(data(record.get(column))) for column in columns]
        body.append(Markup("<tr>{}</tr>").format(Markup("").join(cells)))
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        Markup("").join(head), Markup("").join(body)
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
