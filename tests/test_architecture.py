"""The arrows between the rooms go one way, and nothing heavy is imported before a command is known."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "instructgpt_cli"
HEAVY = {"torch", "transformers", "tokenizers", "datasets", "pyarrow", "peft", "pydantic", "rich", "numpy"}

# Room or module -> what it may import of the package. `words` are the small modules that everyone may use.
WORDS = {"about", "errors", "json_object", "plain", "suggest", "torchrun"}
CONSOLE = {"console", "progress"}
BELOW = {"data", "model", "run", "network", "recipe"}
MAY_IMPORT = {
    "__main__": {"cli"},
    "cli": {"commands", "recipe", "console", "faults", "grammar", "startup", "stopping", "streams"},
    "commands": {"training", "inference", *BELOW, *CONSOLE, "startup", "streams"},
    "training": {*BELOW},
    "inference": {*BELOW},
    "data": {"recipe", "network", "run"},  # run: how anything is put on disk
    "model": {"recipe", "network"},
    "run": {"recipe"},
    "recipe": {"network"},
    "demo": set(),
    "network": set(),
    "console": {"streams", "progress"},
    "progress": {"console", "run"},  # for their types
    "faults": {"console", "streams", "recipe"},
    "grammar": set(),
    "startup": set(),
    "stopping": set(),
    "streams": set(),
    "about": set(),
    "errors": set(),
    "json_object": set(),
    "plain": set(),
    "suggest": set(),
    "torchrun": set(),
}


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


def test_each_room_imports_only_the_rooms_below_it() -> None:
    wrong = []
    for path in modules():
        here = room(path)
        if here == "__init__":
            continue
        allowed = MAY_IMPORT[here] | WORDS | {here, "__version__"}
        for name in imported(ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
            parts = name.split(".")
            if parts[0] == "instructgpt_cli" and parts[1] not in allowed:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_the_package_itself_imports_nothing() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        assert list(imported(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))) == [], path


@pytest.mark.parametrize(
    "name", ["cli", "console", "progress", "plain", "errors", "faults", "grammar", "startup", "streams", "suggest"]
)
def test_the_front_imports_nothing_heavy(name: str) -> None:
    """At module level, that is: what a function imports is paid for when it is called."""
    tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
    assert {module.split(".")[0] for module in imported(tree.body)} & HEAVY == set()


def test_only_the_console_writes_to_the_terminal() -> None:
    """No print but into a file, and nothing done with stdout or stderr outside the modules that are made for it."""
    speaking = {"console.py", "progress.py", "streams.py", "cli.py", "faults.py", "__main__.py"}
    wrong = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                if "file" not in {keyword.arg for keyword in node.keywords}:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: print")
            elif isinstance(node, ast.Attribute) and path.name not in speaking:
                stream = node.value
                if isinstance(stream, ast.Attribute) and stream.attr in ("stdout", "stderr"):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {stream.attr}.{node.attr}")
    assert wrong == []


def test_the_readme_shows_the_tree_as_it_is() -> None:
    """Every module is named in README's tree, and every name there exists."""
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("there is no README.md yet")
    blocks = re.findall(r"```[a-z]*\n(instructgpt_cli/\n.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    if not blocks:
        pytest.skip("README.md shows no tree that begins with instructgpt_cli/ yet")
    named, folders = set(), [PACKAGE]
    for line in blocks[0].splitlines()[1:]:
        words = re.match(r"( *)(\S+)", line)
        if words is None:
            continue
        depth, name = len(words[1]) // 2, words[2]
        path = folders[depth - 1] / name
        assert path.exists(), f"README names {path.relative_to(ROOT)}"
        if name.endswith("/"):
            folders[depth:] = [path]
        else:
            named.add(path)
    assert {path for path in modules() if path.name != "__init__.py"} - named == set()
