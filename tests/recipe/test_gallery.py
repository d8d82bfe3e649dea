"""The shipped recipes: found by name, in a checkout and in an installed package."""

from pathlib import Path

import pytest

from instructgpt_cli.recipe import gallery


def test_names_are_paths_without_the_ending() -> None:
    named = gallery.named()
    assert {"lora", "tasks/questions", "quickstart/pretrain"} <= named.keys()
    for name, path in named.items():
        assert path == gallery.home() / f"{name}.yaml"
        assert path.is_file()


def test_a_folder_of_recipes_is_listed_by_name() -> None:
    names = ["quickstart/eval", "quickstart/finetune", "quickstart/generate", "quickstart/pretrain"]
    assert gallery.inside("quickstart") == gallery.inside("quickstart/") == names
    assert gallery.inside("quick") == []


def test_an_installed_package_has_its_recipes_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "PACKAGE", tmp_path / "package")
    (tmp_path / "recipes").mkdir()
    assert gallery.home() == tmp_path / "recipes"
    (tmp_path / "package" / "gallery").mkdir(parents=True)
    assert gallery.home() == tmp_path / "package" / "gallery"
