"""Rows of a source in order, faulty rows, long texts in blocks, parts, fingerprints; every set of the shared data."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from instructgpt_cli.data import sources
from instructgpt_cli.data.types import LEFT_OUT, Layout, Row
from instructgpt_cli.errors import DataError, UsageError
from instructgpt_cli.recipe.data_schema import Source

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def rows(path: Path | str, *, strict: bool = False, left_out: bool = False, **options: Any) -> list[Row]:
    return list(sources.rows(Source(path=str(path), **options), strict=strict, left_out=left_out))


def fault(path: Path | str, **options: Any) -> DataError:
    with pytest.raises(DataError) as caught:
        rows(path, **options)
    return caught.value


def write(path: Path, *prompts: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps({"prompt": p, "completion": "x"}) + "\n" for p in prompts), encoding="utf-8")
    return path


def test_a_folder_is_read_file_by_file_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", "3")
    write(tmp_path / "a.jsonl", "1", "2")
    write(tmp_path / ".hidden.jsonl", "0")
    write(tmp_path / "sub" / "c.jsonl", "4")
    (tmp_path / "README.md").write_text("not data")
    found = [(Path(row.source).name, row.index, row.messages[0].content) for row in rows(tmp_path)]
    assert found == [("a.jsonl", 0, "1"), ("a.jsonl", 1, "2"), ("b.jsonl", 0, "3")]
    assert len(rows(tmp_path / "*.jsonl")) == 3
    assert len(rows(tmp_path / "**" / "*.jsonl")) == 4
    assert len(rows(tmp_path, rows=2)) == 2


def test_half_a_surrogate_pair_refuses_only_its_row(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "1", "2 \ud83d")
    found = [(row.index, row.fault, len(row.messages)) for row in rows(path)]
    assert found == [(0, "", 2), (1, "contains U+D83D, half of a surrogate pair", 0)]
    call = {"role": "assistant", "content": "x", "tool_calls": [{"name": "f\udc00"}]}
    path.write_text(json.dumps({"messages": [{"role": "user", "content": "3"}, call]}))
    assert rows(path)[0].fault.startswith("contains U+DC00")


def test_a_faulty_reference_stops_the_file_at_its_line(tmp_path: Path) -> None:
    """Also for half a surrogate pair: references must not decide whether a row is trained on."""
    good = json.dumps({"prompt": "a", "completion": "b", "more": ["c"]})
    columns = {"references": "more"}
    for bad, words in (([], "`more` is an empty list"), (["d", "e \ud83d"], "a reference contains U+D83D, half of")):
        path = tmp_path / "a.jsonl"
        path.write_text(good + "\n" + json.dumps({"prompt": "a", "completion": "b", "more": bad}) + "\n")
        assert fault(path, columns=columns).message.startswith(f"{path}:2: {words}")


def test_a_first_row_without_references_may_have_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"prompt": "a", "right": right}) + "\n" for right in (None, ["b"])))
    found = sources.rows(Source(path=str(path), columns={"references": "right"}), need_answers=True)
    assert [len(row.messages) for row in found] == [1, 2]


def test_unusual_names_and_links_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a [1] 数据?.jsonl", "1")
    (tmp_path / "link.jsonl").symlink_to(path)
    assert rows(path)[0].source == str(path)
    assert len(rows(tmp_path / "link.jsonl")) == 1
    monkeypatch.setenv("HOME", str(tmp_path))
    assert len(rows("~/link.jsonl")) == 1
    monkeypatch.chdir(tmp_path)
    assert rows("link.jsonl")[0].source == "link.jsonl"


def test_a_missing_path_is_reported_without_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "data" / "train.jsonl", "1")
    assert fault(tmp_path / "data" / "trian.jsonl").hint == f"Did you mean {path}?"
    assert fault(tmp_path / "data" / "rain.txt").hint == f"Nothing with a similar name is in {tmp_path / 'data'}."
    monkeypatch.chdir(tmp_path)
    for missing in ("trian.jsonl", "./x", "~/nothing-here", "a/b/c", "data/train", "nope/*.json", "rows.parquet.gz"):
        assert fault(missing).message.startswith(str(Path(missing).expanduser()) if missing[0] == "~" else missing)
    assert "does not exist either" in fault("nope/rows.jsonl").hint
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    assert "broken link: its target does not exist" in fault("gone.jsonl").message


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.json", "rows.csv", "rows.tsv", "text.txt"])
def test_an_empty_file_has_no_rows(tmp_path: Path, name: str) -> None:
    for content in ("", "\n\n", "\ufeff"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert fault(tmp_path / name).message == f"{tmp_path / name}: has no rows"


@pytest.mark.parametrize("options", [{"split": "test"}, {"name": "en"}, {"revision": "main"}])
def test_hub_only_keys_are_refused_for_files(tmp_path: Path, options: dict[str, str]) -> None:
    file = write(tmp_path / "a.jsonl", "p")
    with pytest.raises(UsageError, match=f"{next(iter(options))}: .*: is only for Hub datasets"):
        sources.rows(Source(path=str(file), **options))  # type: ignore[arg-type]
    assert rows(file, split="train")


def test_faults_have_their_file_and_line_or_row(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", "1")
    with path.open("a") as file:
        file.write('\n{"prompt": "2"}\n')
    assert fault(path, strict=True).message == f"{path}:3: `completion` is missing; the row has `prompt`"
    table = tmp_path / "rows.json"
    table.write_text('[{"prompt": "a", "completion": "b"}, {"prompt": [], "completion": "b"}]')
    assert fault(table, strict=True).message.startswith(f"{table}: row 1: `prompt` is an empty list")
    (tmp_path / "pairs.tsv").write_text("Run!\tCours !\tme\n" * 2)
    assert 'columns: {prompt: "0", completion: "1"}' in fault(tmp_path / "pairs.tsv").hint


def test_prompts_without_answers_are_only_for_generation(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"turns": ["a", "b"]}\n')
    source = Source(path=str(tmp_path / "q.jsonl"))
    assert [message.role for message in next(sources.rows(source)).messages] == ["user", "user"]
    with pytest.raises(DataError, match=r"q.jsonl:1: prompts without answers"):
        next(sources.rows(source, need_answers=True))


def test_a_long_text_is_split_at_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "BLOCK_CHARACTERS", 100)
    text = "".join(f"line {i} of the text\n" for i in range(40)) + "字" * 250
    (tmp_path / "long.txt").write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    (tmp_path / "long.jsonl").write_text(json.dumps({"text": text}) + "\n" + json.dumps({"text": "b"}) + "\n")
    for name in ("long.txt", "long.jsonl"):
        blocks = [row for row in rows(tmp_path / name) if row.index == 0]
        assert "".join(row.text or "" for row in blocks) == text
        assert all(row.text and len(row.text) <= 100 for row in blocks)
        assert [row.opens for row in blocks] == [True] + [False] * (len(blocks) - 1)
        assert [row.closes for row in blocks] == [False] * (len(blocks) - 1) + [True]
        assert blocks[3].text is not None
        assert blocks[3].text.endswith("\n")
    assert rows(tmp_path / "long.jsonl")[-1] == Row(
        str(tmp_path / "long.jsonl"), 1, "b", line=2, layout=Layout("raw text in `text`")
    )


MALFORMED: list[dict[str, Any]] = [
    {"messages": "hi"},
    {"messages": [{"role": "asistant", "content": "a"}]},
    {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}]},
    {"messages": [{"role": "assistant", "content": "a", "tool_calls": "{"}]},
    {"messages": [{"role": "assistant", "content": "a", "train": "no"}]},
    {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}], "tools": 5},
    {"messages": [{"role": "user", "content": "q"}], "system": {}},
]
OTHER_LAYOUTS: list[dict[str, Any]] = [{"other": 1}, {}, {"prompt": "q", "completion": "a"}]


@pytest.mark.parametrize(
    ("bad", "place"),
    [*((bad, place) for bad in MALFORMED for place in (0, 1)), *((bad, 2) for bad in OTHER_LAYOUTS)],
)
def test_a_malformed_row_is_refused_alone(tmp_path: Path, bad: Any, place: int) -> None:
    good = {"messages": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}]}
    records = [good, good, good]
    records.insert(place, bad)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    found = rows(path)
    assert [row.refused for row in found] == ["malformed" if i == place else "" for i in range(4)]
    assert found[place].fault
    assert (found[place].index, found[place].messages) == (place, ())
    assert fault(path, strict=True).message.startswith(f"{path}:{place + 1}: ")


ROW = '{"prompt": "q", "completion": "a"}'


@pytest.mark.parametrize(
    ("name", "good", "bad", "told"),
    [
        ("a.jsonl", ROW, '{"prompt": "q", "compl', "not JSON: unterminated string"),
        ("a.jsonl", ROW, '["q", "a"]', "a row is an object of columns, not a list"),
        ("a.jsonl", ROW, '{"prompt": NaN}', "NaN is not JSON"),
        ("a.jsonl", ROW, '{"prompt": 1, "prompt": 2}', 'duplicate key "prompt" in an object'),
        ("a.csv", "prompt,completion\nq,a", "q,a,b", "3 fields, but 2 in the header"),
        ("a.tsv", "prompt\tcompletion\nq\ta", "q", "1 fields, but 2 in the header"),
        ("a.txt", "Q: q A: a", "q a", "the line does not have the labels Q: A: in this order"),
    ],
)
def test_an_unreadable_row_is_refused_alone(tmp_path: Path, name: str, good: str, bad: str, told: str) -> None:
    path = tmp_path / name
    last = good.splitlines()[-1]
    path.write_text("\n".join((good, last, bad, last)) + "\n")
    columns = {"prompt": "Q", "completion": "A"} if name == "a.txt" else {}
    found = rows(path, columns=columns)
    assert [row.refused for row in found] == ["", "", "malformed", ""]
    assert found[2].fault.startswith(told)
    line = len(good.splitlines()) + 2
    assert found[2].place == f"{path}:{line}"
    assert fault(path, columns=columns, strict=True).message.startswith(f"{path}:{line}: {told}")
    path.write_text(bad + "\n" + last + "\n")  # the layout is not known yet
    if not name.endswith("sv"):
        assert fault(path, columns=columns).message.startswith(f"{path}:1: ")


def test_unused_columns_are_returned_under_the_names_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"q": "a", "a": "b", "t": "c", "id": 1}')
    (row,) = rows(tmp_path / "a.jsonl", columns={"prompt": "q", "completion": "a", "text": "t"}, strict=True)
    assert row.columns == {"t": "c", "id": 1}


def test_a_file_of_faulty_rows_stops_early(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    bad = [{"prompt": "q", "completion": [i]} for i in range(sources.MAX_LEADING_FAULTS + 1)]
    path.write_text("".join(json.dumps(record) + "\n" for record in bad))
    error = fault(path)
    assert error.message == f"{path}:1: `completion` is a list, not text"
    assert "columns: {completion: completion.0}" in error.hint
    path.write_text("".join(json.dumps(record) + "\n" for record in bad[:-2]))
    assert [row.refused for row in rows(path)] == ["malformed"] * (sources.MAX_LEADING_FAULTS - 1)
    path.write_text("".join(json.dumps(record) + "\n" for record in [{"prompt": "q", "completion": "a"}, *bad]))
    assert len(rows(path)) == sources.MAX_LEADING_FAULTS + 2


# --- where ---


def labelled(path: Path, *labels: Any) -> Path:
    records = [{"prompt": f"p{i}", "completion": "x", "label": label} for i, label in enumerate(labels)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def test_where_keeps_some_rows_and_counts_the_others(tmp_path: Path) -> None:
    path = labelled(tmp_path / "a.jsonl", True, False, None, True, 1, "true", False)
    kept = rows(path, where="label == true")
    assert [(row.index, row.messages[0].content) for row in kept] == [(0, "p0"), (3, "p3"), (5, "p5")]
    everything = rows(path, where="label == true", left_out=True)
    assert [row.refused == LEFT_OUT for row in everything] == [False, True, True, False, True, False, True]
    assert [row.index for row in everything] == list(range(7))
    assert [row.index for row in rows(path, where="label == true", rows=2)] == [0, 3]
    assert [row.index for row in rows(path, where="label == true", rows=2, left_out=True)] == [0, 1, 2, 3]


def test_where_uses_the_names_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("q,a,label ,n\n1,x,True,4.5\n2,y,false,10\n3,z,True,\n")
    columns = {"prompt": "q", "completion": "a"}

    def found(where: str) -> str:
        return "".join(row.messages[0].content for row in rows(path, columns=columns, where=where))

    assert (found("label == true"), found("label == false"), found("n >= 5"), found("q != 2")) == ("13", "2", "2", "13")
    (tmp_path / "b.jsonl").write_text(
        '{"prompt": "1", "completion": "x", "meta": {"lang": "en"}}\n{"prompt": "2", "completion": "x"}\n'
    )
    assert [row.index for row in rows(tmp_path / "b.jsonl", where="meta.lang == 'en'")] == [0]
    assert [row.index for row in rows(tmp_path / "b.jsonl", where="meta.lang == null")] == [1]


def test_where_applies_before_parts(tmp_path: Path) -> None:
    path = labelled(tmp_path / "a.jsonl", *[i % 2 == 0 for i in range(200)])
    parts = [rows(path, where="label == true", part=part) for part in ((0, 0.3), (0.3, 1))]
    assert sorted(row.index for part in parts for row in part) == list(range(0, 200, 2))
    assert (
        sum(row.refused == LEFT_OUT for row in rows(path, where="label == true", part=(0, 0.3), left_out=True)) == 100
    )


def test_where_needs_comparable_columns(tmp_path: Path) -> None:
    path = labelled(tmp_path / "a.jsonl", 1, [1])
    error = fault(path, where="label == 1")
    assert error.message == f"{path}:2: `label` is a list, which where cannot compare"
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(UsageError, match=r"a\.txt: where: text == 'a': raw text has no columns"):
        rows(tmp_path / "a.txt", where="text == 'a'")
    (tmp_path / "a.txt").write_text("words\nare\n")
    assert [row.text for row in rows(tmp_path / "a.txt", where="text != 'are'", document="line")] == ["words"]


def test_parts_divide_the_rows_whatever_their_order(tmp_path: Path) -> None:
    prompts = [f"row {i}" for i in range(400)]
    path = write(tmp_path / "a.jsonl", *prompts, *prompts[:50])

    def said(first: float, last: float, **options: Any) -> list[str]:
        return [row.messages[0].content for row in rows(path, part=(first, last), **options)]

    kept, learnt = said(0, 0.25), said(0.25, 1)
    assert 60 < len(set(kept)) < 140
    assert sorted(kept + learnt) == sorted(prompts + prompts[:50])
    assert not set(kept) & set(learnt)
    assert said(0, 0.25, rows=100) == kept[: len(said(0, 0.25, rows=100))]
    write(path, "one more", *reversed(prompts))
    assert sorted(set(said(0.25, 1)) - {"one more"}) == sorted(set(learnt))


def test_a_group_and_the_blocks_of_a_document_stay_in_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "BLOCK_CHARACTERS", 100)
    path, parts = tmp_path / "a.jsonl", ((0, 0.5), (0.5, 1))
    for keys in ([{}] * 60, [{"group": f"{i % 20}"} for i in range(60)]):
        path.write_text("".join(json.dumps({"text": f"{i} " * 200, **more}) + "\n" for i, more in enumerate(keys)))
        first, second = (rows(path, part=part) for part in parts)
        assert 20 < len({row.index for row in first}) < 40
        assert not {row.index for row in first} & {row.index for row in second}
        assert not ({row.group for row in first} & {row.group for row in second}) - {None}
        assert len(first) + len(second) == len(rows(path)) > 120


def test_a_part_without_rows_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("One.\n\nTwo.\n")
    parts = [(0.0, 0.5), (0.5, 1.0)]
    told = []
    for part in parts:
        try:
            rows(tmp_path / "book.txt", part=part)
        except DataError as error:
            told.append(error)
    (error,) = told
    assert "book.txt: none of its rows is in the part from 0" in error.message
    assert "`document: paragraph` makes a row of each paragraph" in error.hint


def test_the_fingerprint_depends_on_contents_and_on_how_they_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "1")
    source = Source(path=str(path))
    first = sources.fingerprint(source)
    assert sources.fingerprint(Source(path=str(path), weight=2)) == first
    path.rename(tmp_path / "moved.jsonl")
    assert sources.fingerprint(Source(path=str(tmp_path / "moved.jsonl"))) == first
    assert sources.fingerprint(Source(path=str(tmp_path))) == first
    moved = str(tmp_path / "moved.jsonl")
    others = [
        {"columns": {"task": "x"}},
        {"format": "alpaca"},
        {"system": "s"},
        {"rows": 1},
        {"document": "line"},
        {"part": (0, 0.5)},
        {"where": "prompt != null"},
        {"where": "completion != null"},
    ]
    prints = {sources.fingerprint(Source.model_validate({"path": moved, **other})) for other in others}
    write(tmp_path / "moved.jsonl", "2")
    prints |= {first, sources.fingerprint(Source(path=moved))}
    write(tmp_path / "z.jsonl", "2")
    prints.add(sources.fingerprint(Source(path=str(tmp_path))))
    assert len(prints) == len(others) + 3


# --- every set of the shared data ---

PAIRS: dict[str, Any] = {"columns": {"prompt": "0", "completion": "1"}}
INFLECT: dict[str, Any] = {"columns": {"instruction": "2", "input": "0", "output": "1"}}
SETS: dict[str, tuple[int, dict[str, Any], str, str]] = {
    # file: rows, source options, how the first row's user turn begins, its first answer or raw text begins
    "arithmetic/simple_arithmetic_nospaces.jsonl": (750, {}, "25-759=", "-734"),
    "babi/qa1_train.txt": (1, {}, "", "1 Mary moved to the bathroom.\n"),
    "bbh/boolean_expressions.json": (250, {}, "not ( True ) and ( True ) is", "False"),
    "bbh/word_sorting.json": (250, {}, "Sort the following", "syndrome therefrom"),
    "demo_real/train.jsonl": (20562, {}, "Read the story and answer the question.\nMary", "bathroom"),
    "dolly_hhrlhf/dolly_hhrlhf.jsonl": (745, {}, "Below is an instruction", "Kangen water"),
    "dpo_demo/dpo_en.json": (111, {}, "Hi! I'd like to create", "That sounds like a fun"),
    "dpo_demo/dpo_zh.json": (186, {}, "请提供一下对香港银行业的分析", "香港银行业长期以来"),
    "gsm8k/train.jsonl": (2000, {}, "Natalia sold clips", "Natalia sold 48/2 ="),
    "humaneval/HumanEval.jsonl.gz": (82, {}, "from typing import List", "    for idx, elem in"),
    "identity/identity.json": (91, {}, "hi", "Hello! I am {{name}}"),
    "kto_demo/kto_en.json": (105, {}, "This task is to identify", "Thank you for the question!"),
    "mbpp/sanitized-mbpp.train.json": (170, {}, "Write a function to find", "def similar_elements("),
    "mt_bench/question.jsonl": (40, {}, "Compose an engaging travel", ""),
    "procedural/train.jsonl": (17372, {}, "Now write these words in capital letters.\nnose", "NOSE NEST"),
    "procedural/valid.jsonl": (481, {}, "Your task: repeat only the larger of these numbers.\n58 93", "93"),
    "procedural/valid.messages.jsonl": (481, {}, "Your task: repeat only the larger", "93"),
    "scan/tasks_train_simple_p32.txt": (6691, {}, "jump opposite right twice", "I_TURN_RIGHT I_TURN_RIGHT I_JUMP"),
    "self_instruct/seed_tasks.alpaca.json": (175, {}, "Is there anything I can eat", "Yes, you can have"),
    "self_instruct/seed_tasks.jsonl": (175, {}, "Is there anything I can eat", "Yes, you can have"),
    "sharegpt/dummy_conversation.json": (500, {}, "Who are you?", "I am Vicuna"),
    "tatoeba/en_fr.alpaca.json": (795, {}, "Translate the English sentence into French.\nIn the", "Au commencement,"),
    "tatoeba/en_fr.csv": (
        795,
        {"columns": {"prompt": "en", "completion": "fr"}},
        "In the beginning",
        "Au commencement,",
    ),
    "tatoeba/en_zh.parquet": (811, {"columns": {"prompt": "en", "completion": "zh"}}, "Let's have", "我們試試看！"),
    "tatoeba/eng-fra.tsv": (3934, PAIRS, "Run!", "Cours\u202f!"),
    "text_en/aesop.txt": (1, {}, "", "The Wolf and the Lamb"),
    "text_en/tinyshakespeare.txt": (1, {}, "", "First Citizen:\nBefore"),
    "text_en/wikipedia.txt": (24, {"document": "line"}, "", "Anarchism is a political"),
    "text_zh/hongloumeng.txt": (1, {}, "", "第一回 甄士隐梦幻识通灵 贾雨村风尘怀闺秀\n"),
    "toolcall/toolcall_en.json": (141, {}, "Hi, I have some ingredients", "Of course! I can help"),
    "toolcall/toolcall_zh.json": (156, {}, "我需要为John Doe生成一张发票", '{"name": "generate_invoice"'),
    "unimorph/eng.train.tsv": (14795, INFLECT, "V;PST\nabandon", "abandoned"),
    "xquad/xquad.en.json": (925, {}, "How many points did the Panthers defense surrender?\nThe", "308"),
    "xquad/xquad.zh.json": (925, {}, "黑豹队的防守丢了多少分？\n黑豹队", "308"),
}
NOT_YET = ("choice/", "preference/")
"""Multiple choice and pairs without a prompt, which no format reads yet."""


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared datasets are not on this machine")
class TestSharedData:
    def test_every_set_of_the_table_exists(self) -> None:
        """Sets that the table does not know are listed by the skip message."""
        files = {str(p.relative_to(SHARED)) for p in SHARED.rglob("*") if p.is_file() and p.parent != SHARED}
        assert set(SETS) <= files
        if unknown := sorted(name for name in files - set(SETS) if not name.startswith(NOT_YET)):
            pytest.skip(f"not in the table: {', '.join(unknown)}")

    @pytest.mark.parametrize("name", SETS)
    def test_a_set_is_read(self, name: str) -> None:
        count, options, question, answer = SETS[name]
        found = rows(SHARED / name, **options)
        assert [row.index for row in found if row.opens] == list(range(count))
        first = found[0]
        if first.text is not None:
            assert first.text.startswith(answer)
            assert "\r" not in first.text
        else:
            assert next(m.content for m in first.messages if m.role == "user").startswith(question)
            assert next((m.content for m in first.messages if m.role == "assistant"), "").startswith(answer)
        if name != "mt_bench/question.jsonl":
            assert all(row.text or any(m.role == "assistant" and m.content for m in row.messages) for row in found)

    @pytest.mark.parametrize("name", [name for name, (_, options, _, _) in SETS.items() if "columns" in options])
    def test_a_set_that_needs_a_mapping_asks_for_it(self, name: str) -> None:
        error = fault(SHARED / name)
        assert "cannot tell what the columns" in error.message
        assert "columns: {prompt: " in error.hint
        assert "\n" not in error.message + error.hint

    def test_tasks_tools_and_roles_of_the_sets(self) -> None:
        assert {row.task for row in rows(SHARED / "demo_real/train.jsonl")} == {"babi", "scan", "unimorph"}
        assert len(rows(SHARED / "toolcall/toolcall_en.json")[0].tools) == 1
        roles = {message.role for row in rows(SHARED / "toolcall/toolcall_zh.json") for message in row.messages}
        assert roles <= {"system", "user", "assistant", "tool"}
        assert rows(SHARED / "procedural/valid.messages.jsonl")[0].messages[0].role == "system"


def test_a_row_nested_too_deeply_is_refused_with_its_line(tmp_path: Path) -> None:
    deep: Any = []
    for _ in range(600):
        deep = [deep]
    turns = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    arguments = "[" * 5000
    call = {"role": "assistant", "content": "", "tool_calls": [{"function": {"name": "f", "arguments": arguments}}]}
    for row in (
        {"messages": [*turns[:1], {**turns[1], "meta": deep}]},
        {"messages": turns, "tools": [{"name": "f", "parameters": deep}]},
    ):
        (tmp_path / "deep.jsonl").write_text(json.dumps({"messages": turns}) + "\n" + json.dumps(row) + "\n")
        told = fault(tmp_path / "deep.jsonl", strict=True).message
        assert told.endswith("deep.jsonl:2: nested more than 100 levels deep")
        assert [found.refused for found in rows(tmp_path / "deep.jsonl")] == ["", "malformed"]
    (tmp_path / "call.jsonl").write_text(json.dumps({"messages": [*turns, turns[0], call]}) + "\n")
    assert rows(tmp_path / "call.jsonl")[0].messages[-1].extra["tool_calls"][0]["function"]["arguments"] == arguments


def test_a_name_too_long_for_the_file_system_is_missing() -> None:
    fault(f"{'a' * 300}/{'b' * 300}/c.jsonl")
    sources.is_local(f"{'a' * 300}/b")
