"""A run that has begun is continued by what it began with, by any version, and by nothing else."""

import json
import math
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.errors import UsageError
from instructgpt_cli.recipe.schema import Recipe
from instructgpt_cli.run import identity
from instructgpt_cli.run.identity import began_as, binding, by_ids, continued, kept, refuse_changes

RECIPE = {"output_dir": "r", "model": {"path": "m"}, "data": {"train": [{"path": "a.jsonl"}]}, "train": {"lr": 1e-3}}
FROZEN = Path(__file__).parents[1] / "frozen"
RUN = Path("run")


def recipe(**changes: object) -> Recipe:
    return Recipe.model_validate({**RECIPE, **changes})


def begun(**changes: object) -> dict[str, Any]:
    return json.loads(json.dumps(binding(recipe(**changes), "finetune")))  # type: ignore[no-any-return]


def start(old: dict[str, Any], **changes: object) -> Recipe:
    """What another start of the run goes on with."""
    found = continued(recipe(**changes), began_as(old, RUN))
    refuse_changes(old, found, "finetune", RUN)
    return found


def test_changes_are_refused_by_name_and_value() -> None:
    start(begun())
    with pytest.raises(UsageError) as caught:
        start(begun(), train={"lr": 3e-4, "epochs": 5, "lora": {"rank": 2}}, seed=1)
    assert caught.value.message.splitlines() == [
        "run: holds a run that began with another recipe:",
        "seed was 0 and is now 1",
        "train.lora.alpha was null and is now 32.0",
        "train.lora.dora was null and is now false",
        "train.lora.double_quantization was null and is now true",
        "train.lora.dropout was null and is now 0.0",
        'train.lora.init was null and is now "default"',
        "train.lora.rank was null and is now 2",
        "train.lora.rslora was null and is now false",
        'train.lora.targets was null and is now "all-linear"',
        "train.lr was 0.001 and is now 0.0003",
    ]
    with pytest.raises(UsageError, match=r'command was "finetune" and is now "pretrain"'):
        refuse_changes(begun(), recipe(), "pretrain", RUN)


def test_keys_that_may_change_are_marked_in_the_schema() -> None:
    def of(section: dict[str, Any]) -> set[str]:
        return {name for name, about in section["properties"].items() if about.get("may_change")}

    schema = Recipe.model_json_schema()
    assert of(schema) == {"output_dir", "device", "checkpoint", "generate", "eval"}
    assert of(schema["$defs"]["Model"]) == {"attention", "head"}
    assert of(schema["$defs"]["Data"]) == {"validation", "max_refused", "max_overlong", "workers"}
    assert {"epochs", "max_steps", "budget", "validate_every", "threads"} <= of(schema["$defs"]["Train"])
    assert not {"lr", "optimizer", "batch_tokens", "lora", "precision"} & of(schema["$defs"]["Train"])
    changes = {
        "checkpoint": {"every": 7},
        "train": {"lr": 1e-3, "max_steps": 9},
        "generate": {"top_k": 3},
        "output_dir": "q",
        "data": {"train": [{"path": "a.jsonl"}], "validation": [{"path": "b.jsonl", "rows": 5}]},
    }
    start(begun(), **changes)


def test_an_absent_key_has_the_value_the_run_began_with() -> None:
    train = {"lr": 2e-4, "betas": [0.8, 0.9], "lora": {"rank": 2, "targets": ["q_proj"]}}
    source = {"path": "a.jsonl", "columns": {"prompt": "a.b"}, "part": [0.2, 1]}
    old = begun(train=train, data={"train": [source, {"path": "b.jsonl", "weight": 3}], "max_length": 64})
    bare = {"data": {"train": [{"path": "a.jsonl"}, {"path": "b.jsonl"}]}, "train": {"max_steps": 5}}
    found = start(old, **bare)
    assert binding(found, "finetune") == old
    assert found.train.max_steps == 5
    assert set(kept(recipe(**bare), found)) == {
        "data.max_length",
        "data.train[0].columns",
        "data.train[0].columns.prompt",
        "data.train[0].part",
        "data.train[1].weight",
        "train.betas",
        *(f"train.lora.{key}" for key in ("rank", "alpha", "dropout", "targets", "init", "dora", "rslora")),
        "train.lora.double_quantization",
        "train.lr",
    }
    assert kept(found, found) == {}
    with pytest.raises(UsageError, match=r"train\.lora\.rank was 2 and is now null"):
        start(old, **{**bare, "train": {"lora": None}})


def test_nothing_is_copied_from_another_source() -> None:
    old = begun(data={"train": [{"path": "a.jsonl", "weight": 2}]})
    with pytest.raises(UsageError) as caught:
        start(old, data={"train": [{"path": "c.jsonl"}, {"path": "a.jsonl"}]})
    assert 'data.train[0].path was "a.jsonl" and is now "c.jsonl"' in caught.value.message
    assert "data.train[0].weight was 2.0 and is now 1.0" in caught.value.message
    assert 'data.train[1].path was null and is now "a.jsonl"' in caught.value.message


def test_a_key_of_the_recipe_that_contradicts_the_run_is_named() -> None:
    with pytest.raises(UsageError, match=r'train\.optimizer was "adamw" and is now "sgd"'):
        start(begun(train={"weight_decay": 0.1}), train={"optimizer": "sgd"})


@pytest.mark.parametrize("key", ["train.eps", "data.train[0].part", "tokenizer.chat_template", "seed"])
def test_a_run_older_than_a_key_has_its_default(key: str) -> None:
    old = begun()
    del old[key]
    assert binding(start(old), "finetune") == begun()
    with pytest.raises(UsageError, match=r"train\.eps was 1e-08 and is now 1e-06"):
        start({k: v for k, v in begun().items() if k != "train.eps"}, train={"lr": 1e-3, "eps": 1e-6})


def test_a_key_of_a_newer_version_is_named_unless_it_is_null() -> None:
    start({**begun(), "train.swing": None, "brew": None, "data.train[0].hop": None})
    for key in ("train.swing", "brew.rate", "data.train[0].hop"):
        with pytest.raises(UsageError, match=r"a key that this version .* does not have") as caught:
            start({**begun(), key: 3})
        assert f"\n{key} was 3, a key" in caught.value.message
    config = {"config": {"model_type": "llama", "rope": {"type": "x"}}}
    start(begun(model=config), model=config)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ({"train.lr": "fast"}, "train.lr: Input should be a valid number"),
        ({"train": 5}, "train: "),
        ({"train": 5, "train.lr": 1}, ""),
        ({"data.train": [5, 6]}, "data.train"),
        ({"data.train[0].path": None}, "data.train.0.path"),
        ({"data.train[0]": "x"}, "data.train.0"),
        ({"": 1, "[0]": 2, "a[": 3}, ""),
    ],
)
def test_a_damaged_identity_is_reported_as_run_json(damage: dict[str, Any], told: str) -> None:
    old = {**{key: value for key, value in begun().items() if key not in damage}, **damage}
    with pytest.raises(UsageError) as caught:
        start(old)
    assert not told or caught.value.message.startswith(f"run/run.json: is damaged: {told}")


def test_changed_contents_are_named() -> None:
    sources = [{"path": f"{letter}.jsonl"} for letter in "abc"]
    read = (recipe(data={"train": sources}).data.train, "m")
    before = identity.fingerprints(["1", "2", "3"], "t", "m")
    identity.refuse_other_contents(before, before, *read, RUN)
    for key in before:  # a run that began before there was such a fingerprint
        identity.refuse_other_contents({k: v for k, v in before.items() if k != key}, before, *read, RUN)
    with pytest.raises(UsageError) as caught:
        identity.refuse_other_contents(before, identity.fingerprints(["1", "5", "3"], "u", "n"), *read, RUN)
    assert caught.value.message.splitlines()[1:] == [
        "b.jsonl",
        "the tokenizer or its chat template",
        "the weights or the config of m",
    ]


def test_names_of_earlier_versions_are_read() -> None:
    keys = {f"data.train[{place}].path": path for place, path in enumerate(("a (fingerprint)", "b", "a\nb", "b"))}
    sentences = {
        "contents of a (fingerprint) (fingerprint)": "1",
        "contents of b (fingerprint)": "4",
        "contents of a\nb (fingerprint)": "3",
        "contents of elsewhere (fingerprint)": "5",
        "tokenizer (fingerprint)": "t",
        "model (fingerprint)": "",
    }
    found = by_ids(keys | sentences)
    ids = {"fingerprint.tokenizer": "t", "fingerprint.model": ""}
    ids |= {"fingerprint.data.train[0]": "1", "fingerprint.data.train[2]": "3", "fingerprint.data.train[3]": "4"}
    assert found == keys | ids
    assert by_ids(found) == found


# --- frozen run folders: `python tests/frozen/make.py` ---


@pytest.fixture
def train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_thread: None) -> Callable[..., None]:
    """One start of a training command in `tmp_path`, in this process."""
    from instructgpt_cli.commands.train import command as train
    from instructgpt_cli.recipe.load import load

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INSTRUCTGPT_CACHE", str(tmp_path / "cache"))

    def start(command: str, *words: str) -> None:
        recipe = load(f"{command}.yaml", words, command)  # type: ignore[arg-type]
        train.run(recipe, command=command, dry_run=False, smoke=False, fresh=False, json=False, quiet=False)

    return start


VERSIONS = sorted(path.name for path in FROZEN.iterdir() if path.is_dir() and path.name[0].isdigit())


@pytest.mark.parametrize("version", VERSIONS)
def test_a_run_of_an_earlier_version_resumes(
    tmp_path: Path, train: Callable[..., None], capsys: pytest.CaptureFixture[str], version: str
) -> None:
    from instructgpt_cli.run.metrics_log import read_metrics

    shutil.copytree(FROZEN / version, tmp_path, dirs_exist_ok=True)
    before = (tmp_path / "runs/begun/metrics.jsonl").read_text()
    train("pretrain", "output_dir=runs/begun")
    assert "continuing after step 3" in capsys.readouterr().err
    after = (tmp_path / "runs/begun/metrics.jsonl").read_text()
    assert after.startswith(before)
    assert [m.step for m in read_metrics(tmp_path / "runs/begun/metrics.jsonl")] == [1, 2, 3, 4, 5, 6]
    # The finished one took the same steps; only the order of sums may differ by version.
    whole = read_metrics(tmp_path / "runs/pretrain/metrics.jsonl")
    assert [m.loss for m in read_metrics(tmp_path / "runs/begun/metrics.jsonl")] == pytest.approx(
        [m.loss for m in whole], rel=1e-5
    )
    assert (tmp_path / "runs/begun/model/model.safetensors").is_file()

    train("pretrain")
    assert "already complete" in capsys.readouterr().err
    train("pretrain", "train.max_steps=7")
    assert "continuing after step 6" in capsys.readouterr().err

    shutil.copytree(FROZEN / version / "runs/pretrain", tmp_path / "runs/pretrain", dirs_exist_ok=True)
    train("finetune")
    said = capsys.readouterr().err
    assert "continuing after step 3" in said
    assert "kept as this run began, because the recipe does not set them: train.lr: 0.001" in said
    rates = [m.lr for m in read_metrics(tmp_path / "runs/finetune/metrics.jsonl")]
    assert rates == pytest.approx([0.001 * (1 + math.cos(math.pi * k / 6)) / 2 for k in range(6)], rel=0.2)
    assert json.loads((tmp_path / "runs/finetune/run.json").read_text())["state"] == "finished"
    with pytest.raises(UsageError, match=r"train\.lr was 0\.001 and is now 0\.01"):
        train("finetune", "train.lr=1e-2")
    with (tmp_path / "rows.jsonl").open("a") as file:
        file.write('{"instruction": "a", "output": "b"}\n')
    with pytest.raises(UsageError, match=r"other contents of:\nrows\.jsonl$"):
        train("finetune")


def test_where_binds_a_run() -> None:
    def source(**keys: object) -> dict[str, Any]:
        return {"data": {"train": [{"path": "a.jsonl", **keys}]}}

    where = {"where": "label == true"}
    assert start(begun(**source(**where)), **source()).data.train[0].where == "label == true"
    with pytest.raises(UsageError, match=r'data\.train\[0\]\.where was null and is now "label == true"'):
        start(begun(), **source(**where))
    old = begun()
    for before in (old, {key: value for key, value in old.items() if not key.endswith(".where")}):
        assert start(before, **source()).data.train[0].where is None
