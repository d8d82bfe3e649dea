"""`report RUN_DIR`: writes the page of a run and says where it is."""

from pathlib import Path

from instructgpt_cli.recipe.load import refuse_nowhere
from instructgpt_cli.run import report
from instructgpt_cli.terminal.console import Console


def run(run_dir: str) -> None:
    """Writes RUN_DIR/report.html. Raises UsageError where there is no run, ResourceError where there is no working
    folder either."""
    refuse_nowhere(run_dir)
    Console().result(str(report.write(Path(run_dir))))
