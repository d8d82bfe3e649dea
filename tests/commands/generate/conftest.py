"""What tests of `generate` share: a cache of their own."""

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(tmp_path_factory.mktemp("cache")))
