"""Start-up cost: CPU time (user + system) of the commands that must respond at once, over `python -c pass`.

    python benchmarks/startup.py [RUNS]

Help may take 100 ms. Runs alternate, so that load on the machine affects every line; results are medians.
"""

import os
import statistics
import sys
from pathlib import Path

LIMIT_MS = 100
HELP = "from instructgpt_cli.__main__ import main; main()"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "instructgpt --help": ["-c", HELP, "--help"],
    "instructgpt finetune --help": ["-c", HELP, "finetune", "--help"],
    "instructgpt eval --help": ["-c", HELP, "eval", "--help"],
    "instructgpt finetune missing.yaml": ["-c", HELP, "finetune", "missing.yaml"],
}


def cpu_milliseconds(words: list[str]) -> float:
    """Run this interpreter with `words` and discard its output."""
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    process = os.posix_spawn(sys.executable, [sys.executable, *words], os.environ, file_actions=silent)
    _, _, usage = os.wait4(process, 0)
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    os.chdir(Path(__file__).parents[1])
    for words in COMMANDS.values():  # once, to write the byte code
        cpu_milliseconds(words)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, words in COMMANDS.items():
            times[name].append(cpu_milliseconds(words))
    base = statistics.median(times["python -c pass"])
    print(f"CPU milliseconds over `python -c pass` ({base:.0f} ms), median and least of {runs} runs")
    for name, values in times.items():
        if name != "python -c pass":
            over = statistics.median(values) - base
            remark = f"  limit {LIMIT_MS}: {'kept' if over <= LIMIT_MS else 'MISSED'}" if "--help" in name else ""
            print(f"{name:36} {over:6.0f} {min(values) - min(times['python -c pass']):6.0f}{remark}")


if __name__ == "__main__":
    main()
