"""What answers are compared with: references, thoughts, tool calls."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rendering
from scoring import memorize, score

from instructgpt_cli.commands.eval.references import References
from instructgpt_cli.commands.generate.loaded_model import LoadedModel
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.encoding.encoder import Encoder
from instructgpt_cli.recipe.schema import Generate
from instructgpt_cli.terminal.console import Console

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast


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


def test_the_text_that_starts_every_answer_is_not_compared(
    settings: dict[str, Any],
    tmp_path: Path,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
) -> None:
    template = (
        "{% for m in messages %}{{ m.role }}: {% if m.role == 'assistant' %}<think>\n\n</think>\n\n{% endif %}"
        "{{ m.content }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}"
    )
    memorize(tiny_model("llama", seed=1), tiny_tokenizer, template, tmp_path / "thinker")
    settings["model"] = {"path": str(tmp_path / "thinker")}
    settings["tokenizer"] = {"chat_template": template}
    settings["eval"] = {"sets": {"known": settings["eval"]["sets"]["known"]}, "bootstrap": 0}
    score(settings)
    found = json.loads((tmp_path / "run" / "eval.json").read_text())["sets"]["known"]["metrics"]
    assert (found["exact_match"]["value"], found["f1"]["value"]) == (1.0, 1.0)
    first = json.loads((tmp_path / "run" / "predictions.jsonl").read_text().splitlines()[0])
    assert first["answer"] == "<think>\n\n</think>\n\nb a"  # as it was generated


@pytest.mark.parametrize("thoughts", ["left_out", "compared"])
def test_a_perfect_model_scores_1_with_thoughts_and_tool_calls(
    thoughts: str,
    tiny_model: "Callable[..., PreTrainedModel]",
    tiny_tokenizer: "PreTrainedTokenizerFast",
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    memorize(tiny_model("llama", seed=1), tiny_tokenizer, THINKING, tmp_path / "model", THOUGHTFUL)
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
    predictions = [json.loads(line) for line in lines]
    call = '<tool_call>{"name": "f", "arguments": {"x": 1}}</tool_call>'
    if thoughts == "left_out":
        own = ["Two.", "Three.", call, f"Wait.{call}", "Plain."]
        assert [each["reference"].strip() for each in predictions] == own
        assert predictions[0]["references"] == ["Two.", "Four."]
    assert predictions[0]["answer"].strip() == "one and one\n</think>\n\nTwo."


def test_a_thought_that_ends_in_special_tokens_is_left_out(tiny_model: "Callable[..., PreTrainedModel]") -> None:
    tokenizer = rendering.tokenizer("byte_level")
    model = tiny_model("llama", vocab_size=len(tokenizer))
    loaded = LoadedModel(tokenizer, Encoder(tokenizer, CHANNELS), 256, model)
    decoder = loaded.decoder(Generate(), 0, Console(quiet=True))
    calls = {"tool_calls": [CALL]}
    thoughtful_call = Message("assistant", "", extra=calls | {"reasoning_content": "call it"})
    asked = [THOUGHTFUL["a"], THOUGHTFUL["e"], THOUGHTFUL["c"], thoughtful_call]
    rows = [Row("f", 0, messages=(Message("user", "q"), said)) for said in asked]
    left_out = References(loaded, decoder.stopping, "left_out")
    assert [text for (text,) in left_out.of(rows)] == [
        *("Two.", "Plain.", 'call{"name": "f", "arguments": {"x": 1}}'),
        'assistantcall{"name": "f", "arguments": {"x": 1}}',
    ]
    (thoughtful,) = References(loaded, decoder.stopping, "compared").of(rows[:1])
    assert thoughtful == ("thinkone and oneassistantsayTwo.",)
