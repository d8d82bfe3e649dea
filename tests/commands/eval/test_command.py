"""`eval`: a model that has learnt its rows scores them right, another does not, and both are told alike."""

import hashlib
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rendering
import torch
import torch.nn.functional as F

from instructgpt_cli.commands.answers_file import appearing
from instructgpt_cli.commands.eval import command as command
from instructgpt_cli.commands.eval import evaluator
from instructgpt_cli.commands.eval.evaluator import Evaluator, Scored
from instructgpt_cli.commands.eval.right_answers import RightAnswers
from instructgpt_cli.commands.eval.saved import Saved
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.dataset.batch import collate
from instructgpt_cli.encoding import chat_template
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.errors import DataError, GateError, Interrupted, ResourceError, UsageError
from instructgpt_cli.model.loss import target_losses
from instructgpt_cli.recipe.schema import Generate, Recipe
from instructgpt_cli.run import eval_result, report
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

KNOWN = [
    ("reverse: a b", "b a", "reverse", "ab"),
    ("sort: b a", "a b", "sort", "ab"),
    ("count: a b c", "Three.", "count", "abc"),
    ("translate: good day", "你好", "count", "abc"),
]
UNKNOWN = [("reverse: k l", "l k", "reverse", "kl"), ("sort: l k", "k l", "sort", "kl")]
TEXT = "the quick brown fox 你好 jumps\n" * 12


def write_rows(path: Path, rows: list[tuple[str, str, str, str]]) -> None:
    names = ("prompt", "completion", "task", "group")
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def trained(
    tmp_path_factory: pytest.TempPathFactory,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
) -> Path:
    """A model folder that knows the answers of KNOWN by heart."""
    folder = tmp_path_factory.mktemp("trained") / "model"
    learn_by_heart(tiny_model("llama", seed=1), tiny_tokenizer, None, folder)
    return folder


def learn_by_heart(
    model: "PreTrainedModel",
    tokenizer: "PreTrainedTokenizerFast",
    template: str | None,
    folder: Path,
    answers: "dict[str, Message] | None" = None,
) -> None:
    encoder = Encoder(tokenizer, chat_template.resolve(template, tokenizer))
    known = answers or {question: Message("assistant", answer) for question, answer, _, _ in KNOWN}
    rows = [Row("f", i, messages=(Message("user", q), a)) for i, (q, a) in enumerate(known.items())]
    batch = collate([(e.input_ids, e.loss_mask) for e in encoder.encode(rows)])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(80 if answers is None else 160):
        loss = target_losses(model, batch, packed=False).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert float(loss.detach()) < 0.05
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


@pytest.fixture
def settings(trained: Path, tiny_model_folder: Path, tmp_path: Path) -> dict[str, Any]:
    write_rows(tmp_path / "known.jsonl", KNOWN)
    write_rows(tmp_path / "unknown.jsonl", UNKNOWN)
    (tmp_path / "raw.txt").write_text(TEXT, encoding="utf-8")
    sets = {name: [{"path": str(tmp_path / file)}] for name, file in _FILES.items()}
    return {
        "output_dir": str(tmp_path / "run"),
        "model": {"path": str(trained)},
        "device": "cpu",
        "data": {"max_length": 40},
        "eval": {"sets": sets, "baseline": str(tiny_model_folder), "bootstrap": 50},
    }


_FILES = {"known": "known.jsonl", "unknown": "unknown.jsonl", "raw": "raw.txt"}


def score(settings: dict[str, Any], *gates: str, json: bool = False) -> None:
    command.run(Recipe.model_validate(settings), json=json, fail_under=list(gates), quiet=False)


def test_no_link_in_the_run_folder_is_followed(settings: dict[str, Any], tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for name in ("predictions.jsonl", "eval.json"):
        (tmp_path / f"my {name}").write_text("precious")
        (run / name).symlink_to(tmp_path / f"my {name}")
    score(settings | {"eval": {"sets": {"known": settings["eval"]["sets"]["known"]}, "metrics": ["exact_match"]}})
    for name in ("predictions.jsonl", "eval.json"):
        assert (tmp_path / f"my {name}").read_text() == "precious"
        assert not (run / name).is_symlink()
        assert (run / name).stat().st_size > 100


def test_translations_and_summaries_have_metrics_of_their_own(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    settings["eval"] |= {"metrics": ["bleu", "chrf", "rouge_l"]}
    score(settings, "known.chrf=99", "rouge_l=0", json=True)
    result = json.loads(capsys.readouterr().out)
    known, unknown, raw = (result["sets"][name] for name in _FILES)
    assert list(known["metrics"]) == ["rouge_l", "bleu", "chrf"]
    assert known["metrics"]["rouge_l"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert known["metrics"]["chrf"]["value"] == pytest.approx(100)
    assert known["metrics"]["bleu"]["signature"].startswith("nrefs:1|")
    assert known["tasks"]["count"]["metrics"]["chrf"]["value"] == pytest.approx(100)
    assert unknown["metrics"]["rouge_l"]["value"] < 1
    assert raw["metrics"] == {}
    predictions = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    assert json.loads(predictions[0])["rouge_l"] == 1
    score(settings)
    assert "chrF" in capsys.readouterr().out
    with pytest.raises(GateError, match="unknown: bleu is"):
        score(settings, "unknown.bleu=99")


def write_questions(settings: dict[str, Any], tmp_path: Path, *right: Any) -> None:
    """KNOWN's first questions with a wrong answer of their own, and these columns of right ones."""
    rows = [{"q": row[0], "a": "wrong", "right": texts} for row, texts in zip(KNOWN, right, strict=False)]
    (tmp_path / "right.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    columns = {"prompt": "q", "completion": "a", "references": "right"}
    sets = {"asked": [{"path": str(tmp_path / "right.jsonl"), "columns": columns}]}
    metrics = ["loss", "exact_match", "f1", "rouge_l", "bleu", "chrf"]
    settings["eval"] = {"sets": sets, "metrics": metrics, "bootstrap": 0}


def test_an_answer_is_compared_with_the_best_of_its_references(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_questions(settings, tmp_path, ["nothing", "b a", "wrong"], "a b", None, ["你 好", "再见"])
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]["asked"]["metrics"]
    # "b a" and "a b" are right; "Three." is not "wrong"; "你好" is right in its characters, which is what is normalised
    assert found["exact_match"]["value"] == 0.5
    assert found["f1"]["value"] == found["rouge_l"]["value"] == 0.75
    assert "nrefs:var" in found["bleu"]["signature"]
    assert "nrefs:var" in found["chrf"]["signature"]
    lines = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    assert [each["reference"] for each in told] == ["wrong"] * 4
    assert [each.get("references") for each in told] == [
        ["wrong", "nothing", "b a"],
        ["wrong", "a b"],
        None,
        ["wrong", "你 好", "再见"],
    ]
    assert [each["exact_match"] for each in told] == [True, True, False, False]


def test_the_loss_is_that_of_the_row_s_own_answer(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def loss(columns: dict[str, str]) -> float:
        write_questions(settings, tmp_path, ["b a", "x"], ["a b"])
        settings["eval"]["sets"]["asked"][0]["columns"] = columns
        settings["eval"]["metrics"] = ["loss"]
        score(settings, json=True)
        value: float = json.loads(capsys.readouterr().out)["sets"]["asked"]["metrics"]["loss"]["value"]
        return value

    own = loss({"prompt": "q", "completion": "a"})
    assert loss({"prompt": "q", "completion": "a", "references": "right"}) == own
    first = loss({"prompt": "q", "completion": "right.0"})
    assert loss({"prompt": "q", "references": "right"}) == first
    assert first < 0.1 < own


def test_an_empty_answer_of_its_own_is_none_of_the_references(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_questions(settings, tmp_path, ["b a"], None)
    file = tmp_path / "right.jsonl"
    file.write_text(file.read_text().replace('"wrong"', '""'))
    settings["eval"]["metrics"] = ["exact_match"]
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]["asked"]
    assert found["metrics"]["exact_match"]["value"] == 1.0
    assert found["refused"] == {"no answer to compare with": 1}


def test_columns_that_may_hold_right_answers_are_told(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "known.jsonl").write_text('{"prompt": "a", "completion": "b", "references": ["c"]}\n')
    settings["eval"] = {"sets": {"known": settings["eval"]["sets"]["known"]}, "metrics": ["f1"], "bootstrap": 0}
    score(settings)
    told = "the answer in `completion`; not used: `references` (more correct answers in `references`?"
    assert told in capsys.readouterr().err


def test_rows_that_where_leaves_out_are_told_and_not_scored(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "known.jsonl"
    path.write_text("".join(json.dumps({"prompt": "a", "completion": "b", "label": i < 3}) + "\n" for i in range(5)))
    for source, scored, told in (
        ({"path": str(path), "where": "label == true"}, 3, f"known: {path}: 2 rows left out (where: label == true)"),
        ({"path": str(path)}, 5, f"known: {path}: 2 rows: `label` is false, but the answer is trained on"),
    ):
        settings["eval"] = {"sets": {"known": [source]}, "metrics": ["loss"], "bootstrap": 0}
        score(settings)
        said = capsys.readouterr()
        assert f"known: {scored} rows" in said.out
        assert told in said.err
    settings["eval"]["rows"] = 2
    settings["eval"]["sets"] = {"known": [{"path": str(path), "where": "label == false"}]}
    score(settings)
    assert "known: 2 rows" in capsys.readouterr().out


def test_an_end_marker_that_is_no_token_spells_no_bytes(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    marked = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n### End\n{% endfor %}"
    settings["tokenizer"] = settings.get("tokenizer", {}) | {"chat_template": marked}
    settings["eval"] |= {"metrics": ["loss"]}
    score(settings, json=True)
    known = json.loads(capsys.readouterr().out)["sets"]["known"]
    assert known["bytes"] == sum(len(answer.encode()) for _, answer, _, _ in KNOWN)


def test_scores_of_known_and_unknown_rows(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    score(settings, json=True)
    out, _ = capsys.readouterr()
    result = json.loads(out)
    run = Path(settings["output_dir"])
    assert json.loads((run / "eval.json").read_text("utf-8")) == result
    assert result["model"] == settings["model"]["path"]
    known, unknown, raw = (result["sets"][name] for name in _FILES)
    assert list(known) == ["rows", "targets", "bytes", "metrics", "refused", "tasks"]
    for metric in ("exact_match", "exact_match_normalised", "f1", "contrast"):
        assert known["metrics"][metric] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert known["metrics"]["loss"]["value"] < 0.1
    assert known["rows"] == 4
    assert known["bytes"] == sum(len(answer.encode()) for _, answer, _, _ in KNOWN)
    assert {name: task["rows"] for name, task in known["tasks"].items()} == {"count": 2, "reverse": 1, "sort": 1}
    assert unknown["metrics"]["contrast"]["value"] == 0
    assert set(raw["metrics"]) == {"loss", "perplexity", "bits_per_byte"}
    before = result["baseline"]["sets"]
    assert before["known"]["metrics"]["exact_match"]["value"] == 0
    assert before["known"]["targets"] == known["targets"]


def test_rows_that_lack_a_score_are_counted_and_told(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"prompt": "a", "completion": "b"},
        {"prompt": "a", "completion": ""},
        {"prompt": "\ud83d", "completion": "b"},
    ]
    (tmp_path / "holes.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    sets = {"holes": [{"path": str(tmp_path / "holes.jsonl")}]}
    settings["eval"] = {"sets": sets, "metrics": ["exact_match"], "bootstrap": 0}
    score(settings, json=True)
    out, err = capsys.readouterr()
    assert json.loads(out)["sets"]["holes"]["refused"] == {"no answer to compare with": 2}
    assert "2 of 3 rows lack a score: 2 no answer to compare with" in err
    settings["eval"]["metrics"] = ["exact_match", "loss"]
    score(settings, json=True)
    out, err = capsys.readouterr()
    assert json.loads(out)["sets"]["holes"]["refused"] == {"empty answer": 1, "not unicode": 1}


def test_an_answer_may_be_twice_as_long_as_the_longest_reference(
    settings: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int | None] = []
    make = LoadedModel.decoder
    monkeypatch.setattr(
        LoadedModel,
        "decoder",
        lambda self, settings, *rest: given.append(settings.max_new_tokens) or make(self, settings, *rest),
    )
    monkeypatch.setattr(Evaluator, "score", lambda self, name, rows: Scored([], []))
    write_rows(tmp_path / "known.jsonl", [("a", "word " * 400, None, None)])
    settings["eval"] = {"sets": {"known": [{"path": str(tmp_path / "known.jsonl")}]}, "metrics": ["f1"], "bootstrap": 0}
    score(settings, json=True)
    assert given[0] is not None
    assert given[0] > 2 * 400
    write_questions(settings, tmp_path, ["a", "word " * 600])
    score(settings, json=True)
    assert given[1] is not None
    assert given[1] > 2 * 600


def test_what_the_template_begins_each_answer_with_is_not_compared(
    settings: dict[str, Any],
    tmp_path: Path,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
) -> None:
    template = (
        "{% for m in messages %}{{ m.role }}: {% if m.role == 'assistant' %}<think>\n\n</think>\n\n{% endif %}"
        "{{ m.content }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
    )
    learn_by_heart(tiny_model("llama", seed=1), tiny_tokenizer, template, tmp_path / "thinker")
    settings["model"] = {"path": str(tmp_path / "thinker")}
    settings["tokenizer"] = {"chat_template": template}
    settings["eval"] = {"sets": {"known": settings["eval"]["sets"]["known"]}, "bootstrap": 0}
    score(settings)
    found = json.loads((tmp_path / "run" / "eval.json").read_text())["sets"]["known"]["metrics"]
    assert (found["exact_match"]["value"], found["f1"]["value"]) == (1.0, 1.0)
    first = json.loads((tmp_path / "run" / "predictions.jsonl").read_text().splitlines()[0])
    assert first["answer"] == "<think>\n\n</think>\n\nb a"  # as it was given


def test_predictions_say_what_was_answered_before_and_after(settings: dict[str, Any]) -> None:
    score(settings)
    lines = (Path(settings["output_dir"]) / "predictions.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [(r["set"], r["row"]) for r in found] == [("known", i) for i in range(4)] + [
        ("unknown", i) for i in range(2)
    ]
    assert [(r["prompt"], r["answer"], r["task"], r["group"]) for r in found[:4]] == KNOWN
    assert all(r["exact_match"] and r["finish"] == "stop" and r["f1"] == 1 for r in found[:4])
    assert not any(r["before"]["exact_match"] for r in found)


def test_scores_name_the_predictions_they_were_made_from(settings: dict[str, Any]) -> None:
    run = Path(settings["output_dir"])
    score(settings)
    named = json.loads((run / "eval.json").read_text("utf-8"))["predictions"]
    assert named == hashlib.sha256((run / "predictions.jsonl").read_bytes()).hexdigest()
    settings["eval"]["metrics"] = ["loss"]
    score(settings)
    assert json.loads((run / "eval.json").read_text("utf-8"))["predictions"] is None
    assert sorted(path.name for path in run.iterdir()) == ["eval.json"]


def test_a_folder_that_takes_no_files_is_told_before_the_model_is_loaded(settings: dict[str, Any]) -> None:
    settings["model"] = {"path": "no/such/model"}
    settings["output_dir"] = "/proc/nowhere"
    with pytest.raises(ResourceError, match=r"/proc/nowhere/predictions.jsonl: cannot be written"):
        score(settings)


def test_a_second_eval_of_the_same_folder_is_kept_out(settings: dict[str, Any]) -> None:
    settings["model"] = {"path": "no/such/model"}
    with (
        appearing(Path(settings["output_dir"]) / "predictions.jsonl"),
        pytest.raises(Interrupted, match="another process is writing this file"),
    ):
        score(settings)


def test_losses_of_raw_text_are_bits_per_byte_of_the_text(
    settings: dict[str, Any],
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In one piece, where the model can be asked directly."""
    settings["data"]["max_length"] = 2000
    settings["model"]["path"] = settings["eval"].pop("baseline")
    score(settings, json=True)
    raw = json.loads(capsys.readouterr().out)["sets"]["raw"]
    encoder = Encoder(tiny_tokenizer, chat_template.resolve(None, tiny_tokenizer), max_length=2000)
    ids = torch.tensor(encoder.encode([Row("f", 0, text=TEXT)])[0].input_ids)
    with torch.inference_mode():
        logits = tiny_model("llama")(ids[None]).logits[0, :-1]
    nats = float(F.cross_entropy(logits, ids[1:], reduction="sum"))
    assert raw["targets"] == len(ids) - 1
    assert raw["bytes"] == len(TEXT.encode())
    assert raw["metrics"]["bits_per_byte"]["value"] == pytest.approx(nats / math.log(2) / raw["bytes"], rel=1e-5)
    assert raw["metrics"]["perplexity"]["value"] == pytest.approx(math.exp(nats / raw["targets"]), rel=1e-5)


def test_a_text_in_pieces_counts_each_token_and_byte_once(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for length in (40, 2000):
        settings["data"]["max_length"] = length
        score(settings, json=True)
        found.append(json.loads(capsys.readouterr().out)["sets"]["raw"])
    pieces, whole = found
    for key in ("rows", "targets", "bytes"):
        assert pieces[key] == whole[key]
    assert pieces["metrics"]["loss"]["low"] < pieces["metrics"]["loss"]["value"]
    assert whole["metrics"]["loss"]["low"] is None


def test_tables_are_for_people(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    score(settings)
    out, err = capsys.readouterr()
    assert "known: 4 rows" in out
    assert "before" in out
    assert "0.000 → 1.000" in out
    assert "raw: 1 row," in out
    assert str(Path(settings["output_dir"]) / "eval.json") in err


def test_the_terminal_and_the_report_page_show_the_same_tables(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    run = Path(settings["output_dir"])
    score(settings)
    (run / "recipe.yaml").write_text("seed: 0")
    screen = capsys.readouterr().out.split()
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", report.build(run)))
    tables = eval_result.tables(eval_result.read(run))
    assert len(tables) == 5  # two sets with tasks, one without
    for table in tables:
        for cells in (table.columns, *table.rows):
            words = " ".join(cells).split()
            assert " ".join(words) in page
            assert any(screen[place : place + len(words)] == words for place in range(len(screen))), words


def test_a_missed_gate_is_raised_after_the_scores_are_written(settings: dict[str, Any]) -> None:
    with pytest.raises(GateError, match=r"unknown: exact_match is 0\.0000, under 0\.9"):
        score(settings, "exact_match=0.9", "raw.bits_per_byte=100")
    assert (Path(settings["output_dir"]) / "eval.json").exists()
    score(settings, "known/sort.exact_match=1", "known.loss=0.1")


def test_a_wrong_gate_is_told_before_the_model_is_loaded(settings: dict[str, Any]) -> None:
    settings["model"]["path"] = "/nowhere"
    with pytest.raises(UsageError, match="no such metric"):
        score(settings, "accuracy=1")


def test_metrics_may_be_left_out(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    settings["eval"]["metrics"] = ["loss"]
    score(settings, json=True)
    known = json.loads(capsys.readouterr().out)["sets"]["known"]["metrics"]
    assert set(known) == {"loss", "perplexity", "bits_per_byte"}
    assert not (Path(settings["output_dir"]) / "predictions.jsonl").exists()
    settings["eval"]["metrics"] = ["exact_match"]
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]
    assert set(found["known"]["metrics"]) == {"exact_match", "exact_match_normalised", "contrast"}
    assert found["raw"]["metrics"] == {}


def test_rows_that_cannot_be_asked_count_as_wrong(
    settings: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows(tmp_path / "known.jsonl", [KNOWN[0], ("x" * 5000, "y", "long", "g")])
    score(settings, json=True)
    out, err = capsys.readouterr()
    known = json.loads(out)["sets"]["known"]
    assert known["metrics"]["exact_match"]["value"] == 0.5
    assert known["refused"] == {"overlong": 1}
    assert "1 of 2 rows lack a score: 1 overlong" in err


def test_prompts_without_answers_are_a_fault(settings: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "known.jsonl").write_text('{"prompt": "a"}\n', encoding="utf-8")
    with pytest.raises(DataError, match="prompts without answers"):
        score(settings)


def test_only_so_many_rows_of_each_set(settings: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    settings["eval"]["rows"] = 2
    score(settings, json=True)
    assert [s["rows"] for s in json.loads(capsys.readouterr().out)["sets"].values()] == [2, 2, 1]


def test_rows_are_measured_a_few_at_a_time(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Their tokens exist for one chunk only, and the scores are those of all at once."""
    recipe = Recipe.model_validate(settings | {"eval": {"sets": settings["eval"]["sets"], "metrics": ["loss"]}})
    counts: list[int] = []
    real = evaluator.summed_losses

    def watched(model: Any, sequences: Any, **others: Any) -> list[float]:
        counts.append(len(sequences))
        return real(model, sequences, **others)

    rows = {name: command._rows(name, sources, None, Console(quiet=True)) for name, sources in recipe.eval.sets.items()}
    whole, _ = command._score(recipe, rows, Console(quiet=True), Saved(None), "model.path")
    monkeypatch.setattr(evaluator, "summed_losses", watched)
    monkeypatch.setattr(evaluator, "CHUNK_ROWS", 3)
    found, _ = command._score(recipe, rows, Console(quiet=True), Saved(None), "model.path")
    assert {name: scores.targets for name, scores in found.items()} == {n: s.targets for n, s in whole.items()}
    for name, scores in found.items():
        assert scores.metrics["loss"].value == pytest.approx(whole[name].metrics["loss"].value, rel=1e-5)
    assert counts[:3] == [3, 1, 2]  # then the pieces of the text


THINKING = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{% if m.role == 'assistant' %}{% set c = m.content %}"
    "{% set t = m.reasoning_content or '' %}{% if '</think>' in c %}"
    "{% set t = c.split('</think>')[0].split('<think>')[-1] %}{% set c = c.split('</think>')[-1] %}{% endif %}"
    "<think>\n{{ t.strip() }}\n</think>\n\n{{ c.strip() }}{% for call in m.tool_calls or [] %}"
    "<tool_call>{{ call.function | tojson }}</tool_call>{% endfor %}"
    "{% else %}{{ m.content }}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)
CHANNELS = (
    "{% for m in messages %}<|start|>{{ m.role }}{% if m.role == 'user' %}<|message|>{{ m.content }}<|end|>{% else %}"
    "{% if m.reasoning_content %}<|channel|>think<|message|>{{ m.reasoning_content }}<|end|><|start|>{{ m.role }}"
    "{% endif %}{% if m.tool_calls %}<|channel|>call<|message|>{{ m.tool_calls[0].function | tojson }}<|call|>"
    "{% else %}<|channel|>say<|message|>{{ m.content }}{{ '<|return|>' if loop.last else '<|end|>' }}{% endif %}"
    "{% endif %}{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
)
CALL = {"type": "function", "function": {"name": "f", "arguments": {"x": 1}}}
THOUGHTFUL = {
    "a": Message("assistant", "Two.", extra={"reasoning_content": "one and one"}),
    "b": Message("assistant", "<think>hm, so</think>Three."),
    "c": Message("assistant", "", extra={"tool_calls": [CALL]}),
    "d": Message("assistant", "Wait.", extra={"tool_calls": [CALL], "reasoning_content": "call it"}),
    "e": Message("assistant", "Plain."),
}


@pytest.mark.parametrize("thoughts", ["left_out", "compared"])
def test_a_perfect_model_is_right_in_thoughts_and_tool_calls(
    thoughts: str,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    learn_by_heart(tiny_model("llama", seed=1), tiny_tokenizer, THINKING, tmp_path / "model", THOUGHTFUL)
    turns = [
        [{"role": "user", "content": q}, {"role": "assistant", "content": a.content, **a.extra}]
        for q, a in THOUGHTFUL.items()
    ]
    rows = "".join(
        json.dumps({"messages": both, "right": ["Four."] if n < 2 else None}) + "\n" for n, both in enumerate(turns)
    )
    (tmp_path / "rows.jsonl").write_text(rows)
    source = {"path": str(tmp_path / "rows.jsonl"), "columns": {"messages": "messages", "references": "right"}}
    metrics = ["exact_match", "f1", "rouge_l", "bleu", "chrf"]
    settings = {"model": {"path": str(tmp_path / "model")}, "device": "cpu", "output_dir": str(tmp_path / "run")}
    settings |= {"tokenizer": {"chat_template": THINKING}}
    settings |= {"eval": {"sets": {"s": [source]}, "metrics": metrics, "bootstrap": 0, "thoughts": thoughts}}
    score(settings, json=True)
    found = json.loads(capsys.readouterr().out)["sets"]["s"]
    assert {name: each["value"] for name, each in found["metrics"].items()} == {
        **dict.fromkeys(("exact_match", "exact_match_normalised", "f1", "rouge_l"), 1.0),
        **dict.fromkeys(("bleu", "chrf"), pytest.approx(100)),
    }
    assert found["refused"] == {}
    lines = (tmp_path / "run" / "predictions.jsonl").read_text("utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    call = '<tool_call>{"name": "f", "arguments": {"x": 1}}</tool_call>'
    if thoughts == "left_out":
        own = ["Two.", "Three.", call, f"Wait.{call}", "Plain."]
        assert [each["reference"].strip() for each in told] == own
        assert told[0]["references"] == ["Two.", "Four."]
    assert told[0]["answer"].strip() == "one and one\n</think>\n\nTwo."


def test_a_thought_that_control_tokens_close_is_left_out(tiny_model: "Callable[..., PreTrainedModel]") -> None:
    tokenizer = rendering.tokenizer("byte_level")
    model = tiny_model("llama", vocab_size=len(tokenizer))
    served = LoadedModel("", tokenizer, Encoder(tokenizer, CHANNELS), 256, model)
    decoder = served.decoder(Generate(), 0, Console(quiet=True))
    calls = {"tool_calls": [CALL]}
    thoughtful_call = Message("assistant", "", extra=calls | {"reasoning_content": "call it"})
    asked = [THOUGHTFUL["a"], THOUGHTFUL["e"], THOUGHTFUL["c"], thoughtful_call]
    rows = [Row("f", 0, messages=(Message("user", "q"), said)) for said in asked]
    left_out = RightAnswers(served, decoder, "left_out")
    assert [right for (right,) in left_out.of(rows)] == [
        *("Two.", "Plain.", 'call{"name": "f", "arguments": {"x": 1}}'),
        'assistantcall{"name": "f", "arguments": {"x": 1}}',
    ]
    (thoughtful,) = RightAnswers(served, decoder, "compared").of(rows[:1])
    assert thoughtful == ("thinkone and oneassistantsayTwo.",)


def test_metrics_say_what_they_are_and_the_interval_whose_it_is(
    settings: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    settings["eval"] |= {"metrics": ["f1", "squad_f1"]}
    score(settings, "known.squad_f1=100")
    known, *_ = capsys.readouterr().out.partition("unknown:")
    head = next(line for line in known.splitlines() if "interval" in line)
    assert head.split(maxsplit=2) == ["before", "after", "95 % interval of after"]
    assert {line.split("  ")[0] for line in known.splitlines()} >= {"token F1", "SQuAD F1"}
    del settings["eval"]["baseline"]
    score(settings)
    assert "score  95 % interval\n" in capsys.readouterr().out
