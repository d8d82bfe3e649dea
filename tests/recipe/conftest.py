from pathlib import Path

import pytest
from recipe_faults import VALID


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The valid recipe as r.yaml in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("r.yaml")
    path.write_text(VALID)
    return path
