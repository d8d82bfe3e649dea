"""Breaks the pure modules on purpose, one place at a time, and shows what their nearest tests do not notice.

    python tests/mutants.py run|table [MODULE...]     such as dataset/batch_plan; all of them without one

Runs mutmut as `[tool.mutmut]` in pyproject.toml says and prints a table; `table` only reads what the last run found.
Two kinds of mutants do not count: of string literals, whose wording is no behavior, and of `zip(strict=...)`, which is
only a guard. Those that change nothing a caller can observe are listed with the reason in equivalent_mutants.toml.
Exits with 1 where 5 % of a module's mutants or more survive, or where that list names one that is caught or gone.
"""

import re
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mutmut.__main__ import cli
from mutmut.configuration import config
from mutmut.mutation import mutators
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant

PACKAGE = Path("instructgpt_cli")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
MOST_SURVIVORS = 0.05
# Of a module that holds more than pure functions, those that are.
ONLY = {"training/optimizers": ("x_lr_at__", "x_lr_of_step__", "x_clip_norm__")}
SURVIVED, NO_TESTS = 0, 33  # mutmut's codes; all others are of tests that failed or did not end

Change = tuple[str, str]


@dataclass
class Outcome:
    """What became of one module's mutants."""

    mutants: int = 0
    equivalent: int = 0
    survivors: dict[str, Change] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)

    @property
    def killed(self) -> int:
        return self.mutants - self.equivalent - len(self.survivors)

    @property
    def is_good(self) -> bool:
        return not self.stale and len(self.survivors) < MOST_SURVIVORS * self.mutants


def all_modules() -> list[str]:
    return [str(Path(path).relative_to(PACKAGE).with_suffix("")) for path in config().only_mutate]


def run(modules: Sequence[str]) -> None:
    """Make and test the mutants. Results of functions that have not changed are kept from the last run; its copies of
    the package and the tests are not, since mutmut would compare only their dates, nor is its list of which test calls
    which function, which misses renamed functions."""
    (Path("mutants") / "mutmut-stats.json").unlink(missing_ok=True)
    for copied in (PACKAGE, Path("tests")):
        for file in (Path("mutants") / copied).rglob("*.py"):
            file.unlink()
    mutators.mutation_operators[:] = [
        (kind, operator) for kind, operator in mutators.mutation_operators if operator is not mutators.operator_string
    ]
    places = [(module.replace("/", "."), function) for module in modules for function in ONLY.get(module, ("",))]
    names = [f"{PACKAGE}.{module}.{function}*" for module, function in places]
    cli(["run", "--max-children", "1", *names], standalone_mode=False)


def outcome(module: str) -> Outcome:
    source = (PACKAGE / module).with_suffix(".py")
    data = SourceFileMutationData(path=source)
    data.load()
    equivalent = known_equivalents().get(module, {})
    found, seen = Outcome(), set()
    for name, code in data.exit_code_by_key.items():
        function = name.rpartition(".")[2]
        change = change_of(name, source)
        if not function.startswith(ONLY.get(module, "")) or without_strict(change[0]) == without_strict(change[1]):
            continue
        found.mutants += 1
        if code is None:
            found.survivors[function] = ("(not run)", "")
        elif code in (SURVIVED, NO_TESTS):
            if change in equivalent:
                found.equivalent += 1
                seen.add(change)
            else:
                found.survivors[function] = change
    found.stale = [f"{before}  ->  {after}" for before, after in equivalent.keys() - seen]
    return found


def change_of(name: str, source: Path) -> Change:
    """The lines that a mutant replaces and those in their place, without indentation."""
    lines = get_diff_for_mutant(name, path=source).splitlines()
    body = [line for line in lines if not line.startswith(("---", "+++"))]
    before, after = (" ".join(line[1:].strip() for line in body if line.startswith(sign)) for sign in "-+")
    return before, after


def without_strict(code: str) -> str:
    return re.sub(r",\s*strict=\w+", "", code).replace(", )", ")")


def known_equivalents() -> dict[str, dict[Change, str]]:
    tables = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    return {
        module: {(entry["before"], after): entry["reason"] for entry in entries for after in entry["after"]}
        for module, entries in tables.items()
    }


def main(command: str, *modules: str) -> int:
    wanted = modules or all_modules()
    if command == "run":
        run(wanted)
    outcomes = {module: outcome(module) for module in wanted}
    print("\n| module | mutants | killed | equivalent | survivors |\n| --- | ---: | ---: | ---: | ---: |")
    for module, found in outcomes.items():
        share = f"{len(found.survivors)} ({len(found.survivors) / max(1, found.mutants):.1%})"
        print(f"| `{module}` | {found.mutants} | {found.killed} | {found.equivalent} | {share} |")
    for module, found in outcomes.items():
        for function, (before, after) in found.survivors.items():
            print(f"\n{module} {function}\n  - {before}\n  + {after}")
        for change in found.stale:
            print(f"\n{module}: listed as equivalent, but caught or gone: {change}")
    return 0 if all(found.is_good for found in outcomes.values()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
