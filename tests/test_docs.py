"""The documentation is true: its commands run, its links lead somewhere, its tables agree with the code."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from shell import Shell, shell

from instructgpt_cli.data import sources
from instructgpt_cli.errors import UserError
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.suggest import FOREIGN_KEYS

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "data/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
MEASURED = [ROOT / "benchmarks/QUICKSTART.md", ROOT / "benchmarks/RESULTS.md"]  # shown as pages, with wide tables
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
SHELL = ("sh", "console", "bash", "shell")
OF_OTHER_TOOLS = r"^(jobs|apiVersion|num_nodes):"
ROWS = [{"instruction": f"{i} + {i}?", "output": str(2 * i), "task": "count"} for i in range(40)]


class Block(NamedTuple):
    """A fenced block of a page; `note` is the HTML comment that stands before it."""

    page: str
    line: int
    language: str
    note: str
    text: str


def blocks(path: Path) -> list[Block]:
    found, lines = [], path.read_text(encoding="utf-8").splitlines()
    opened = None
    for number, line in enumerate(lines):
        if (fence := re.match(r"```(\S*)", line)) is None:
            continue
        if opened is None:
            opened, language = number, fence[1]
        else:
            before = lines[opened - 1] if opened else ""
            note = match[1] if (match := re.fullmatch(r"<!-- (.*) -->", before)) else ""
            text = "\n".join(lines[opened + 1 : number])
            found.append(Block(path.relative_to(ROOT).as_posix(), opened + 1, language, note, text))
            opened = None
    assert opened is None, f"{path}: the block of line {opened} is never closed"
    return found


def script(block: Block) -> str:
    """The commands of a block; in a `console` block, what follows `$ ` and the lines that it goes on in."""
    if block.language != "console":
        return block.text
    commands, goes_on = [], False
    for line in block.text.splitlines():
        if goes_on or line.startswith("$ "):
            commands.append(line.removeprefix("$ "))
            goes_on = line.endswith(("\\", "|"))
    return "\n".join(commands)


def shell_blocks(name: str) -> list[Block]:
    return [block for block in blocks(ROOT / name) if block.language in SHELL]


@pytest.mark.parametrize("name", [*NAMES, "CHANGELOG.md"])
def test_no_line_is_longer_than_120_characters(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert [f"{name}:{i}" for i, line in enumerate(lines, 1) if len(line) > 120] == []


def test_readme_is_a_page_not_a_book() -> None:
    assert 1000 < len((ROOT / "README.md").read_text(encoding="utf-8").split()) < 1700


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.name)
def test_no_line_of_a_measured_page_is_longer_but_in_tables(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and not line.startswith("|")] == []


@pytest.mark.parametrize("name", [*NAMES, *(path.relative_to(ROOT).as_posix() for path in MEASURED)])
def test_every_block_says_what_it_is_and_commands_stand_in_blocks(name: str) -> None:
    """Only blocks with a language are looked at, so a command could hide in any other."""
    for block in blocks(ROOT / name):
        where = f"{name}:{block.line}"
        assert block.language in (*SHELL, "yaml", "json", "text", "ini", "python"), f"{where}: {block.language!r}"
        if block.language in SHELL:
            assert script(block).strip(), f"{where}: no command"
            assert re.fullmatch(r"|not run: .{5,}|exits with \d+", block.note), f"{where}: {block.note!r}"
    prose = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"^(?:    |\$ )+(?:\$ |instructgpt |make |torchrun ).*", prose, re.MULTILINE) == []


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    with shell(tmp_path_factory.mktemp("bin") / "bin") as one:
        yield one


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, bash: Shell, tiny_model_folder: Path) -> Path:
    """Where the reader of a page is: with data, a recipe, a finished run and the quick start's recipes, all tiny. A
    file is used before a shipped recipe of its name, so the commands of the pages need no change."""
    place = tmp_path_factory.mktemp("reader")
    shutil.copytree(tiny_model_folder, place / "models/tiny")
    for name in ("train.jsonl", "questions.jsonl"):
        write_rows(place / "data/mine" / name, ROWS)
    write_rows(place / "questions.jsonl", [{"prompt": "2 + 2?", "id": 7}])
    data = {"train": [{"path": "data/mine/train.jsonl"}], "validation_share": 0.2, "max_length": 128}
    train = {"max_steps": 4, "batch_tokens": 256}
    recipe = {"output_dir": "runs/mine", "model": {"path": "models/tiny"}, "data": data, "train": train}
    recipe["generate"] = {"max_new_tokens": 8}
    (place / "mine.yaml").write_text(yaml.safe_dump(recipe))
    quick_start(place)
    runs = ("finetune mine.yaml", "pretrain quickstart/pretrain", "finetune quickstart/finetune")
    done = bash.run("\n".join(f"instructgpt {run} --quiet" for run in runs), place)
    assert done.returncode == 0, done.stderr
    return place


def quick_start(place: Path) -> None:
    """The quick start's recipes and data of a few rows."""
    for shipped in (ROOT / "recipes/quickstart").glob("*.yaml"):
        recipe = yaml.safe_load(shipped.read_text(encoding="utf-8"))
        if "train" in recipe:
            recipe["train"].update(budget=None, max_steps=2)
        if "generate" in recipe:
            recipe["generate"]["max_new_tokens"] = 4
        (place / "quickstart").mkdir(exist_ok=True)
        (place / "quickstart" / shipped.stem).write_text(yaml.safe_dump(recipe))
    folder = place / "data/quickstart"
    for name in ("train", "valid", "unseen_inputs", "unseen_phrasings"):
        write_rows(folder / f"{name}.jsonl", ROWS[:8])
    write_rows(folder / "contrast.jsonl", [{**row, "group": "g"} for row in ROWS[:4]])
    for name in ("text.train", "text.valid", "facts"):
        write_rows(folder / f"{name}.jsonl", [{"text": f"A document about {i} things."} for i in range(8)])
    (folder / "compressors.json").write_text('{"bz2": 2.0, "xz": 2.0}')


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


@pytest.mark.parametrize("name", [name for name in NAMES if shell_blocks(name)])
def test_the_commands_of_a_page_run(name: str, trained: Path, bash: Shell, tmp_path: Path) -> None:
    """One after the other, in a copy of the reader's folder."""
    place = tmp_path / "reader"
    shutil.copytree(trained, place)
    for block in shell_blocks(name):
        if block.note.startswith("not run"):
            continue
        expected = int(block.note.split()[-1]) if block.note else 0
        done = bash.run(script(block), place)
        assert done.returncode == expected, f"{name}:{block.line}\n{script(block)}\n{done.stdout}\n{done.stderr}"


def test_a_block_that_fails_would_be_seen(trained: Path, bash: Shell) -> None:
    assert bash.run("instructgpt finetune no-such.yaml\ntrue", trained).returncode == 2
    piped = bash.run('echo \'{"text": "2"}\' | instructgpt generate runs/mine/model --json max_new_tokens=4', trained)
    assert "answer" in json.loads(piped.stdout), piped.stderr


@pytest.mark.parametrize("name", NAMES)
def test_recipes_in_pages_are_valid(name: str) -> None:
    """Every YAML block that is a recipe or a part of one; lists of sources are sources."""
    for block in blocks(ROOT / name):
        if block.language != "yaml" or re.search(OF_OTHER_TOOLS, block.text, re.MULTILINE):
            continue
        value = yaml.safe_load(block.text)
        Recipe.model_validate({"data": {"train": value}} if isinstance(value, list) else value)


@pytest.mark.parametrize("name", NAMES)
def test_relative_links_lead_somewhere(name: str) -> None:
    """On the disk; `mkdocs build --strict` looks at the site's own pages, some of which it makes."""
    made = {"recipe-keys.md", "quickstart-settings.md", "changelog.md", "scaling.svg"}
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\](?:\(|: )([^)#\s]+)", text):
        if not target.startswith("http") and target not in made:
            assert (ROOT / name).parent.joinpath(target).exists(), f"{name}: {target}"


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="the docs extra is not installed; `make test` installs it")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/recipe-keys.html").read_text(encoding="utf-8")
    assert 'id="trainbatch_tokens"' in page


def test_the_reference_has_every_key_with_its_default_and_text() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import hooks
    finally:
        sys.path.remove(str(ROOT / "docs"))
    text = hooks.recipe_reference()
    keys = 0
    for section in Recipe.model_json_schema()["$defs"].values():
        for key, about in section.get("properties", {}).items():
            keys += 1
            assert re.search(rf"^### \S*\.{key}$", text, re.MULTILINE), key
            assert about["description"].replace("\n", " ") in text, key
    assert keys > 80
    assert "### train.batch_tokens\n\ninteger above 0 · default `8192` · binds the run\n" in text
    assert "### generate.temperature\n\nnumber at least 0 · default `0.0` · may change\n" in text


@pytest.mark.parametrize("name", NAMES)
def test_files_of_the_project_that_pages_name_are_there(name: str) -> None:
    named = re.findall(r"`((?:tests|benchmarks|docs)/[^` ]+)`", (ROOT / name).read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_keys_of_other_tools_lead_to_the_keys_beside_them() -> None:
    """As the page says: a recipe that has them is told so."""
    rows = (ROOT / "docs/coming-from.md").read_text(encoding="utf-8").splitlines()
    checked = 0
    for row in rows:
        if not row.startswith("| `"):
            continue
        here, *theirs = ([key.split(":")[0] for key in re.findall(r"`([^`]+)`", cell)] for cell in row.split("|")[1:-1])
        for key in (key.split(".")[-1] for cell in theirs for key in cell):
            checked += 1
            assert key == here[0].split(".")[-1] or FOREIGN_KEYS.get(key) == here[0], f"{key}: {here[0]}"
    assert checked > 80


def test_the_messages_of_the_troubleshooting_page_are_the_program_s() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "instructgpt_cli").rglob("*.py"))
    source = re.sub(r'"\s*\n\s*f?"', "", source)  # literals that go on in the next line
    system = {"No space left on device", "Permission denied"}
    page = (ROOT / "docs/troubleshooting.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    quoted = {words for cell in cells for words in re.findall(r"`([^`]+)`", cell)}
    assert len(quoted) > 25
    assert {words for words in quoted - system if words not in source} == set()


def messages_by_exit_code() -> Iterator[tuple[int, str]]:
    """(exit code, message and hint) of every error that the package creates."""
    codes = {kind.__name__: int(kind.code) for kind in UserError.__subclasses__()}
    for path in (ROOT / "instructgpt_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in codes:
                texts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
                yield codes[node.func.id], "\n".join(text for text in texts if isinstance(text, str))


def test_each_message_of_the_troubleshooting_page_is_under_its_exit_code() -> None:
    """Messages that no error's constructor contains, such as those of the schema, are not looked at."""
    created = list(messages_by_exit_code())
    section, checked = 0, 0
    for line in (ROOT / "docs/troubleshooting.md").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\d+):", line):
            section = int(heading[1])
        for words in re.findall(r"`([^`]+)`", line.split("|")[1]) if line.startswith("| `") else ():
            codes = {code for code, text in created if words in text}
            assert not codes or section in codes, f"{words}: {codes}"
            checked += bool(codes)
    assert checked > 25


def examples() -> list[dict[str, object]]:
    """The rows that data/README.md shows: a JSON object a line, or one over several lines."""
    rows: list[dict[str, object]] = []
    for block in blocks(ROOT / "data/README.md"):
        text = block.text if block.language == "json" else ""
        while text:
            row, end = json.JSONDecoder().raw_decode(text)
            rows.append(row)
            text = text[end:].lstrip()
    return rows


@pytest.mark.parametrize("row", examples(), ids=lambda row: "-".join(row))
def test_rows_that_the_data_page_shows_are_read(row: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (read,) = sources.rows(Source(path=str(tmp_path / "rows.jsonl")), strict=True)
    assert read.text or read.messages
