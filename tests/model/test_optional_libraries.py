"""PEFT and bitsandbytes are imported without what they would pull in."""

import subprocess
import sys

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.model.optional_libraries import import_bitsandbytes

CODE = """
import sys
from instructgpt_cli.model.optional_libraries import import_bitsandbytes, import_peft
import importlib.abc
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        assert name != "kernels", "kernels was imported"
sys.meta_path.insert(0, Finder())
peft = import_peft()
assert "bitsandbytes" not in sys.modules
assert not peft.import_utils.is_bnb_available()
import_bitsandbytes().quantize_4bit
"""


def test_without_bitsandbytes_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)
    monkeypatch.delitem(sys.modules, "bitsandbytes.functional", raising=False)
    with pytest.raises(UsageError, match="nf4 weights need bitsandbytes, which is not installed") as caught:
        import_bitsandbytes()
    assert caught.value.hint == "Install it: pip install bitsandbytes"


@pytest.mark.e2e
def test_neither_asks_for_kernels_of_the_hub_nor_writes_to_the_terminal() -> None:
    pytest.importorskip("bitsandbytes", reason="NF4 weights need bitsandbytes (pip install bitsandbytes)")
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
