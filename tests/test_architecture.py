"""The arrows between the rooms go one way, and nothing heavy is imported before a command is known."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "instructgpt_cli"
HEAVY = {"torch", "transformers", "tokenizers", "datasets", "pyarrow", "peft", "pydantic", "rich", "numpy"}

# Room -> the rooms that it may import. Everyone may use the words: small modules that import nothing of the package.
WORDS = {"about", "errors", "plain_text", "suggest"}
MAY_IMPORT = {
    "__main__": {"cli"},
    "cli": {"commands", "terminal", "recipe", "system"},
    "commands": {"training", "evaluation", "inference", "dataset", "encoding", "data", "model", "run", "terminal"}
    | {"recipe", "system"},
    "training": {"dataset", "model", "run", "recipe", "system"},
    "evaluation": {"dataset", "data", "model", "run", "recipe"},
    "inference": {"model", "recipe", "system"},
    "dataset": {"encoding", "data", "recipe", "system"},
    "encoding": {"data", "recipe", "system"},
    "data": {"recipe", "system"},
    "model": {"recipe", "system"},
    "run": {"recipe", "system"},
    "terminal": {"system"},
    "recipe": {"system"},
    "system": set(),
    "demo": set(),
    "about": set(),
    "errors": set(),
    "plain_text": set(),
    "suggest": set(),
}
LARGEST_ROOM = 0.18  # of the package's lines
MOST_LINES = 300  # of a module


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(nodes: Iterator[ast.AST] | list[ast.stmt]) -> Iterator[str]:
    """Dotted names; `from package import name` gives package.name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def arrows() -> Iterator[tuple[str, str, str]]:
    """(room, room that it imports, the line that says so), those of types only included."""
    for path in modules():
        here = room(path)
        for name in imported(ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
            parts = name.split(".")
            if parts[0] == "instructgpt_cli" and parts[1] not in (here, "__version__"):
                yield here, parts[1], f"{path.relative_to(ROOT)} imports {name}"


def test_each_room_imports_only_the_rooms_below_it() -> None:
    wrong = [line for here, there, line in arrows() if here != "__init__" and there not in MAY_IMPORT[here] | WORDS]
    assert wrong == []


def test_the_rooms_stand_in_no_circle() -> None:
    below = {here: {there for h, there, _ in arrows() if h == here} for here in MAY_IMPORT}
    while below:
        free = [here for here, there in below.items() if not there & below.keys()]
        assert free, f"a circle among {sorted(below)}"
        for here in free:
            del below[here]


def test_the_modules_stand_in_no_circle() -> None:
    """Imports for types, and those inside functions, count too."""
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in modules()}
    below: dict[str, set[str]] = {}
    for name, path in names.items():
        found = set(imported(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        below[name] = (found | {other.rpartition(".")[0] for other in found}) & names.keys() - {name}
    tuple(TopologicalSorter(below).static_order())  # raises CycleError, which names them


def test_no_room_holds_more_than_its_share_of_the_lines() -> None:
    lines = Counter[str]()
    for path in modules():
        lines[room(path)] += len(path.read_text(encoding="utf-8").splitlines())
    largest, count = lines.most_common(1)[0]
    assert count <= LARGEST_ROOM * lines.total(), f"{largest}: {count} of {lines.total()} lines"


def test_no_module_has_too_many_lines() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    too_long = [f"{path.relative_to(ROOT)}: {count}" for path, count in lines.items() if count > MOST_LINES]
    assert too_long == []


def test_the_package_itself_imports_nothing() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        assert list(imported(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))) == [], path


@pytest.mark.parametrize(
    "path",
    [*PACKAGE.glob("*.py"), *PACKAGE.glob("cli/*.py"), *PACKAGE.glob("system/*.py"), *PACKAGE.glob("terminal/*.py")],
    ids=lambda path: path.stem,
)
def test_the_front_imports_nothing_heavy(path: Path) -> None:
    """At module level, that is: what a function imports is paid for when it is called."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert {module.split(".")[0] for module in imported(tree.body)} & HEAVY == set()


def test_only_the_console_writes_to_the_terminal() -> None:
    """No print but into a file, and nothing done with stdout or stderr outside the modules that are made for it."""
    speaking = {"terminal/console.py", "system/streams.py", "cli/app.py", "cli/failures.py"}
    speaking |= {"__main__.py", "demo/__main__.py"}
    wrong = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                if "file" not in {keyword.arg for keyword in node.keywords}:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: print")
            elif isinstance(node, ast.Attribute) and str(path.relative_to(PACKAGE)) not in speaking:
                stream = node.value
                if isinstance(stream, ast.Attribute) and stream.attr in ("stdout", "stderr"):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {stream.attr}.{node.attr}")
    assert wrong == []


def test_a_name_that_two_modules_define_is_used_with_its_module() -> None:
    """`record.write` and `report.write` say which; a bare `write` would mean two things."""
    defined: dict[str, set[str]] = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in modules()}
    for path, tree in trees.items():
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                defined.setdefault(node.name, set()).add(module)
    twice = {f"{module}.{name}" for name, owners in defined.items() if len(owners) > 1 for module in owners}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path, tree in trees.items()
        for name in imported(ast.walk(tree))
        if name in twice
    ]
    assert wrong == []


def test_each_module_has_its_test_file() -> None:
    """ROOM/MODULE.py is tested in tests/ROOM/test_MODULE.py; the empty __init__.py files need no test."""
    missing = []
    for path in modules():
        test = ROOT / "tests" / path.relative_to(PACKAGE).with_name(f"test_{path.stem.strip('_')}.py")
        if path.name != "__init__.py" and "\ndef test_" not in (test.read_text("utf-8") if test.exists() else ""):
            missing.append(str(test.relative_to(ROOT)))
    assert missing == []


def test_the_architecture_page_shows_the_tree_as_it_is() -> None:
    """Every module is named in its tree, and every name there exists."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```[a-z]*\n(instructgpt_cli/\n.*?)```", page, re.DOTALL)
    named, folders = set(), [PACKAGE]
    for line in block.splitlines()[1:]:
        words = re.match(r"( *)(\S+)", line)
        if words is None:
            continue
        depth, name = len(words[1]) // 2, words[2]
        path = folders[depth - 1] / name
        assert path.exists(), f"docs/architecture.md names {path.relative_to(ROOT)}"
        if name.endswith("/"):
            folders[depth:] = [path]
        else:
            named.add(path)
    assert {path for path in modules() if path.name != "__init__.py"} - named == set()
