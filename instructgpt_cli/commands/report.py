"""`report RUN_DIR`: write the report of a run and print its path."""

from pathlib import Path

from instructgpt_cli.recipe.load import check_path
from instructgpt_cli.run import eval_result, report
from instructgpt_cli.terminal.console import Console


def run(run_dir: str) -> None:
    """Write RUN_DIR/report.html. Raises `UsageError` if there is no run, `ResourceError` if the working folder no
    longer exists."""
    check_path(run_dir)
    folder, console = Path(run_dir), Console()
    page = report.write(folder)
    if newer := eval_result.unknown_keys(folder):
        console.warn(
            f"{folder / eval_result.NAME}: unknown keys, of a newer version, are not shown: {', '.join(newer)}"
        )
    console.result(str(page))
