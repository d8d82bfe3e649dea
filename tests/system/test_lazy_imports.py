"""Deferred modules and imports without garbage collection.

Deferring replaces entries of `sys.modules`, which Python does not promise to support: these tests pin that it works.
"""

import builtins
import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from instructgpt_cli.system import lazy_imports


def test_a_deferred_module_loads_on_first_use_in_any_thread() -> None:
    program = (
        "import gc; from concurrent.futures import ThreadPoolExecutor; import instructgpt_cli.cli.app, subprocess;"
        "assert type(subprocess).__name__ == 'Deferred' and gc.isenabled();"
        "found = set(ThreadPoolExecutor(4).map(lambda _: subprocess.Popen, range(8)));"
        "from subprocess import run;"
        "print(len(found), type(subprocess).__name__, run(['echo', 'a'], capture_output=True).stdout)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "1 module b'a\\n'\n"


@pytest.mark.parametrize(
    ("name", "attribute"), [("subprocess", "Popen"), ("ipaddress", "ip_address"), ("tokenize", "open")]
)
def test_a_deferred_module_stays_the_same_object(name: str, attribute: str) -> None:
    """Importing it again does not load it, and loading it does not replace it."""
    assert name in lazy_imports.SELDOM_USED
    program = (
        "import importlib, sys; import instructgpt_cli.cli.app; name, attribute = sys.argv[1:];"
        "module = importlib.import_module(name); assert type(module).__name__ == 'Deferred';"
        "assert callable(getattr(module, attribute)); assert type(module).__name__ == 'module';"
        "assert importlib.import_module(name) is sys.modules[name] is module"
    )
    subprocess.run([sys.executable, "-c", program, name, attribute], check=True)


def test_a_deferred_module_is_executed_once_by_two_threads(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text("import builtins, time\nbuiltins.runs.append(1)\ntime.sleep(0.2)\nlate = True\n")
    spec = spec_from_file_location("slow", tmp_path / "slow.py")
    assert spec is not None
    module = module_from_spec(spec)
    module.__class__ = lazy_imports.Deferred
    runs: list[int] = []
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as threads:
        patch.setattr(builtins, "runs", runs, raising=False)
        assert list(threads.map(lambda _: module.late, range(2))) == [True, True]
    assert runs == [1]


def test_an_attribute_that_does_not_exist_is_an_attribute_error() -> None:
    program = (
        "import instructgpt_cli.cli.app, subprocess\n"
        "try:\n    subprocess.nothing\nexcept AttributeError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "nothing" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["finetune", "r.yaml"],
        ["generate", "m", "--prompt", "a"],
        ["generate", "m", "--prompt", "a", "--output", "o"],
        ["eval", "r.yaml"],
        ["inspect", "r.yaml"],
    ],
    ids=" ".join,
)
def test_commands_import_their_libraries_without_garbage_collection(words: list[str], tmp_path: Path) -> None:
    """It takes a fifth of the import time and finds hardly anything."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "d.jsonl").write_text('{"instruction": "a", "output": "b"}\n', encoding="utf-8")
    data = "data: {train: [{path: d.jsonl}], validation: [{path: d.jsonl}]}"
    (tmp_path / "r.yaml").write_text(f"model: {{path: m}}\n{data}\noutput_dir: run\n", encoding="utf-8")
    program = (
        "import gc, sys; from instructgpt_cli.cli.app import run; seen = [];"
        "gc.callbacks.append(lambda phase, info: seen.append('torch' in sys.modules and info['generation'] == 2));"
        "code = run(sys.argv[1:]); print(code, 'transformers' in sys.modules, gc.isenabled(), any(seen))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "4 True True False", done.stderr


def test_nothing_is_frozen_if_nothing_was_imported() -> None:
    kept = gc.get_freeze_count()
    with lazy_imports.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == kept
