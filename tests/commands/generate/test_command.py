"""`generate`: what it writes, what it refuses to overwrite, and what a stop leaves to resume."""

import errno
import io
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from generating import LONG, ask, ask_until, opened, records
from processes import Command
from vllm_stand_in import FakeVllm

from instructgpt_cli.commands import answers_file
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import ExitCode, ResourceError, UsageError


def test_one_prompt_prints_the_answer_alone(tiny_model_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(tiny_model_folder, "reverse: apple")
    out, err = capsys.readouterr()
    assert out.endswith("\n")
    assert str(tiny_model_folder) in err
    ask(tiny_model_folder, "reverse: apple", json=True)
    (record,) = records(capsys.readouterr().out)
    assert record == {
        "index": 0,
        "prompt": "reverse: apple",
        "answer": out[:-1],
        "finish": "length",
        "tokens": 6,
    }


@pytest.mark.parametrize("output", ["asked.txt", "./asked.txt", "link.txt"])
def test_the_prompts_are_not_overwritten(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("asked.txt").write_text("one\ntwo\n")
    Path("link.txt").symlink_to("asked.txt")
    with pytest.raises(UsageError, match="holds the prompts"):
        ask(tmp_path, output=output, input="asked.txt")
    assert Path("asked.txt").read_text() == "one\ntwo\n"


def test_the_output_file_is_complete_or_absent(tiny_model_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "answers.jsonl"
    ask(tiny_model_folder, "one", "two", output=str(target))
    assert [r["index"] for r in records(target.read_text("utf-8"))] == [0, 1]
    before = target.read_bytes()

    def broken(file: answers_file.AnswersFile) -> None:
        file.write({"index": 0})
        raise KeyboardInterrupt

    for path in (target, tmp_path / "other.jsonl"):
        with pytest.raises(KeyboardInterrupt), answers_file.writing(path) as file:
            broken(file)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["answers.jsonl", "new"]


@pytest.mark.parametrize("temperature", [0.0, 0.9])
def test_an_interrupted_file_continues_to_the_same_bytes(
    temperature: float, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    prompts = [f"say {'so ' * (i % 5)}{i}" for i in range(12)]
    settings = {"temperature": temperature, "batch_size": 5}
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    ask(tiny_model_folder, *prompts, settings=settings, output=str(whole))
    ask_until(7, monkeypatch, tiny_model_folder, *prompts, settings=settings, output=str(cut))
    assert not cut.exists()
    with pytest.raises(UsageError, match=r"cannot resume the unfinished answers: top_k was 0 and is now 3"):
        ask(tiny_model_folder, *prompts, settings={**settings, "top_k": 3}, output=str(cut), resume=True)
    ask(tiny_model_folder, *prompts, settings=settings, output=str(cut), resume=True)
    assert "continuing after 7 of 12" in capsys.readouterr().err
    assert cut.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.jsonl", "whole.jsonl"]
    ask(tmp_path / "no model is needed", *prompts, settings=settings, output=str(cut), resume=True)
    assert "already complete" in capsys.readouterr().err


@pytest.mark.parametrize(
    "fault",
    [OSError(errno.ENOSPC, "No space left on device"), ResourceError("out of memory"), torch.OutOfMemoryError("full")],
)
def test_answers_are_kept_when_space_or_memory_runs_out(
    fault: Exception, tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    prompts = [f"say {i}" for i in range(9)]
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    ask(tiny_model_folder, *prompts, output=str(whole))
    write = answers_file.AnswersFile.write

    def full(file: answers_file.AnswersFile, record: dict[str, Any]) -> None:
        if file.done == 4:
            raise fault
        write(file, record)

    with monkeypatch.context() as patch:
        patch.setattr(answers_file.AnswersFile, "write", full)
        with pytest.raises(type(fault)):
            ask(tiny_model_folder, *prompts, output=str(cut))
    assert "4 of 9 prompts are answered; the same command with --resume continues after them" in capsys.readouterr().err
    ask(tiny_model_folder, *prompts, output=str(cut), resume=True)
    assert cut.read_bytes() == whole.read_bytes()


def test_an_answer_is_saved_before_those_to_earlier_prompts(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = tmp_path / "whole.jsonl", tmp_path / "cut.jsonl"
    prompts = ["first", LONG, *"bcd"]  # the second, without room for an answer, is done first
    ask(tiny_model_folder, *prompts, output=str(whole))
    ask_until(1, monkeypatch, tiny_model_folder, *prompts, output=str(cut))
    (saved,) = records((tmp_path / ".partial-cut.jsonl").read_text("utf-8").rpartition("\n")[0])
    assert saved["index"] == 1
    ask(tiny_model_folder, *prompts, output=str(cut), resume=True)
    assert cut.read_bytes() == whole.read_bytes()


def test_answers_with_another_tokenizer_are_not_resumed(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, target = tmp_path / "model", tmp_path / "answers.jsonl"
    shutil.copytree(tiny_model_folder, model)
    ask_until(1, monkeypatch, model, "a", "b", output=str(target))
    template = model / "chat_template.jinja"
    template.write_text(template.read_text() + " ")
    with pytest.raises(UsageError, match="cannot resume the unfinished answers: the tokenizer has changed"):
        ask(model, "a", "b", output=str(target), resume=True)


def test_without_resume_unfinished_answers_are_dropped(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "answers.jsonl"
    ask_until(1, monkeypatch, tiny_model_folder, "a", "b", output=str(target))
    ask(tiny_model_folder, "c", "d", output=str(target))
    assert [record["prompt"] for record in records(target.read_text("utf-8"))] == ["c", "d"]
    assert [path.name for path in tmp_path.iterdir()] == ["answers.jsonl"]


@pytest.mark.e2e
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_answers_to_resume(number: int, tiny_model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text("".join(f"question {i}\n" for i in range(3000)))
    words = [str(tiny_model_folder), "--input", "asked.txt", "--output", "out.jsonl", "max_new_tokens=60"]
    process = Command(tmp_path, "generate", *words)
    partial = tmp_path / ".partial-out.jsonl"
    while process.is_running() and not (partial.exists() and partial.stat().st_size > 1000):
        time.sleep(0.05)
    process.signal(number)
    done = process.end()
    assert done.returncode == ExitCode.INTERRUPTED, done.stderr
    assert "--resume continues after them" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert partial.read_text("utf-8").endswith("}\n")


def test_an_output_that_is_not_writable_is_reported_before_the_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (str(tmp_path), "/", ".", ""):
        with pytest.raises(UsageError, match="is a folder"):
            ask(tmp_path / "no model", "a", output=folder)
    with pytest.raises(ResourceError, match="file: is a file, not a folder"):
        ask(tmp_path / "no model", "a", output=str(tmp_path / "file" / "out.jsonl"))


def test_a_device_is_written_directly(tiny_model_folder: Path) -> None:
    ask(tiny_model_folder, "a", output="/dev/null")
    assert not Path("/dev/null").is_file()


def test_vllm_answers_the_prompts(
    tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = opened(tiny_model_folder)
    stops = list(loaded.encoder.stop_ids)
    fake = FakeVllm(stops[0])
    monkeypatch.setitem(sys.modules, "vllm", fake)  # type: ignore[arg-type]
    settings = {"engine": "vllm", "temperature": 0.5, "top_k": 9, "stop": ["\n\n"], "seed": 5}
    ask(tiny_model_folder, "reverse: apple", "b", settings=settings)
    first, second = records(capsys.readouterr().out)
    assert (first["answer"], first["finish"], first["tokens"]) == ("it is", "stop", 2)
    assert (second["answer"], second["finish"], second["tokens"]) == ("it is so", "length", 3)
    assert (fake.loaded["model"], fake.loaded["load_format"]) == (str(tiny_model_folder), "safetensors")
    row = Row("--prompt", 0, messages=(Message("user", "reverse: apple"),))
    assert fake.asked[0] == {"prompt_token_ids": loaded.prompt_ids(row, None)[0]}
    given = fake.sampling[1]
    assert (given["temperature"], given["top_k"], given["max_tokens"], given["seed"]) == (0.5, 9, 6, 6)
    assert (given["stop"], given["stop_token_ids"]) == (["\n\n"], stops)
    ask(tiny_model_folder, "a", "b", settings={**settings, "num_return_sequences": 3})
    assert [each["seed"] for each in fake.sampling] == [5, 8]  # to which vLLM adds 0, 1 and 2


def test_a_missing_vllm_is_reported(tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vllm", None)
    with pytest.raises(UsageError, match="vllm cannot be imported"):
        ask(tiny_model_folder, "a", settings={"engine": "vllm"})
    with pytest.raises(UsageError, match="--chat"):
        ask(tiny_model_folder, settings={"engine": "vllm"}, chat=True)


def test_json_lines_are_valid_in_any_encoding(tiny_model_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace"))
    ask(tiny_model_folder, "\u00e9", "\U0001f600")
    sys.stdout.flush()
    assert [record["prompt"] for record in records(raw.getvalue().decode("ascii"))] == ["\u00e9", "\U0001f600"]


def test_the_file_on_standard_input_is_not_overwritten(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "io.txt").write_text("hi\n")
    with (tmp_path / "io.txt").open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(UsageError, match="holds the prompts"):
            ask(tiny_model_folder, input="-", output=str(tmp_path / "io.txt"))


def test_the_target_of_a_link_is_replaced_and_an_open_file_written(tiny_model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.jsonl").write_text("old")
    link, opened = tmp_path / "link.jsonl", tmp_path / "opened"
    link.symlink_to("real/a.jsonl")
    with (tmp_path / "here.jsonl").open("w") as file:
        opened.symlink_to(f"/proc/self/fd/{file.fileno()}")
        for output in (link, opened):
            ask(tiny_model_folder, "a", output=str(output))
    assert link.is_symlink()
    assert opened.is_symlink()
    for path in (tmp_path / "real" / "a.jsonl", tmp_path / "here.jsonl"):
        assert [record["prompt"] for record in records(path.read_text("utf-8"))] == ["a"]


def test_an_adapter_folder_answers_as_its_merged_model(
    tiny_model_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from transformers import AutoTokenizer

    from instructgpt_cli.model import load, lora
    from instructgpt_cli.recipe.schema import Lora, Model

    model = load.load_pretrained(Model(path=str(tiny_model_folder)), torch.device("cpu"))
    lora.add(model, Lora(init="pissa", rank=4), seed=0)
    with torch.no_grad():
        for p in model.parameters():
            if p.requires_grad:
                p.add_(0.3)
    tokenizer = AutoTokenizer.from_pretrained(tiny_model_folder)
    tokenizer.chat_template = tokenizer.chat_template.replace("<|im_end|>", "<|im_end|>.")
    load.save(model, tokenizer, (7,), tmp_path / "run" / "model", torch.bfloat16)
    load.save(model, tokenizer, (7,), tmp_path / "alone" / "model", torch.bfloat16, "adapter")
    found = []
    for folder in (tmp_path / "run" / "model", tmp_path / "run" / "model" / "adapter", tmp_path / "alone" / "model"):
        ask(folder, "reverse: apple", "add 1", json=True)
        found.append(capsys.readouterr().out)
    assert found[0] == found[1] == found[2] != ""
    with pytest.raises(UsageError, match=r"vllm takes a whole model, and .*alone/model is an adapter"):
        ask(tmp_path / "alone" / "model", "a", settings={"engine": "vllm"})
