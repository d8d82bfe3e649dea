"""Values from Arrow (Parquet, .arrow files, streamed datasets, JSON written from them) are those that were written."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from instructgpt_cli.data import hub, readers, sources
from instructgpt_cli.data.types import Message, Row
from instructgpt_cli.errors import DataError
from instructgpt_cli.recipe.data_schema import Source

Rows = list[dict[str, Any]]


def call(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    return {"role": "assistant", "content": "", "tool_calls": [{"type": "function", "function": function}]}


def tool(name: str, properties: dict[str, Any]) -> dict[str, Any]:
    parameters = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "function", "function": {"name": name, "parameters": parameters}}


def conversation(name: str, arguments: dict[str, Any], *tools: dict[str, Any]) -> dict[str, Any]:
    told = {"role": "tool", "name": name, "content": "found"}
    turns = [{"role": "user", "content": "look"}, call(name, arguments), told, {"role": "assistant", "content": "So."}]
    return {"messages": turns, "tools": list(tools)}


WEATHER = tool("weather", {"city": {"type": "string"}})
SEARCH = tool("search", {"query": {"type": "string", "description": "words"}, "limit": {"type": "integer"}})
CALLS: Rows = [
    conversation("weather", {"city": "Paris"}, WEATHER),
    conversation("search", {"query": "news", "limit": 3}, SEARCH, WEATHER),
    conversation("search", {}, SEARCH),
]
MIXED: Rows = [conversation("f", {"x": "one", "n": None}), conversation("f", {"x": 1, "y": [None, {"z": None}]})]
"""Not representable as an Arrow struct, since `x` is text and a number. Its nulls were written."""


def read(path: Path | str, **options: Any) -> list[tuple[tuple[Message, ...], tuple[Any, ...]]]:
    return [(row.messages, row.tools) for row in sources.rows(Source(path=str(path), **options))]


def as_jsonl(path: Path, rows: Rows) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def loaded(rows: Rows, folder: Path) -> datasets.Dataset:
    """As `datasets` reads a JSON file: mixed values become Arrow's JSON type."""
    path = str(as_jsonl(folder / "loaded.jsonl", rows))
    return datasets.load_dataset("json", data_files=path, split="train", cache_dir=str(folder / "cache"))


def by_pyarrow(rows: Rows, folder: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), folder / "rows.parquet")
    return folder / "rows.parquet"


def by_pandas(rows: Rows, folder: Path) -> Path:
    pd.DataFrame(rows).to_parquet(folder / "rows.parquet")
    return folder / "rows.parquet"


def by_pandas_and_back(rows: Rows, folder: Path) -> Path:
    pd.read_parquet(by_pandas(rows, folder)).to_json(folder / "back.jsonl", orient="records", lines=True)
    return folder / "back.jsonl"


def structs_to_json(rows: Rows, folder: Path) -> Path:
    datasets.Dataset.from_list(rows).to_json(folder / "rows.jsonl")
    return folder / "rows.jsonl"


def structs_to_json_list(rows: Rows, folder: Path) -> Path:
    datasets.Dataset.from_list(rows).to_json(folder / "rows.json", lines=False)
    return folder / "rows.json"


def structs_to_parquet(rows: Rows, folder: Path) -> Path:
    datasets.Dataset.from_list(rows).to_parquet(folder / "rows.parquet")
    return folder / "rows.parquet"


def structs_to_disk(rows: Rows, folder: Path) -> Path:
    datasets.Dataset.from_list(rows).save_to_disk(folder / "saved")
    return folder / "saved" / "data-00000-of-00001.arrow"


def loaded_to_json(rows: Rows, folder: Path) -> Path:
    loaded(rows, folder).to_json(folder / "rows.jsonl")
    return folder / "rows.jsonl"


def loaded_to_parquet(rows: Rows, folder: Path) -> Path:
    loaded(rows, folder).to_parquet(folder / "rows.parquet")
    return folder / "rows.parquet"


def loaded_to_disk(rows: Rows, folder: Path) -> Path:
    loaded(rows, folder).save_to_disk(folder / "saved")
    return folder / "saved" / "data-00000-of-00001.arrow"


STRUCTS = (by_pyarrow, by_pandas, by_pandas_and_back, structs_to_json, structs_to_json_list, structs_to_parquet)
LOADED = (loaded_to_json, loaded_to_parquet, loaded_to_disk)


@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
@pytest.mark.parametrize("write", [*STRUCTS, structs_to_disk, *LOADED])
def test_calls_and_tools_are_read_as_they_were_written(
    tmp_path: Path, write: Callable[[Rows, Path], Path], packing: str
) -> None:
    path = write(CALLS, tmp_path)
    if packing:
        pack = gzip.compress if packing == ".gz" else zstandard.compress
        packed = path.with_name(path.name + packing)
        packed.write_bytes(pack(path.read_bytes()))
        path = packed
    assert read(path) == read(as_jsonl(tmp_path / "as_written.jsonl", CALLS))


@pytest.mark.parametrize("write", LOADED)
def test_nulls_inside_arrows_json_type_stay(tmp_path: Path, write: Callable[[Rows, Path], Path]) -> None:
    found = read(write(MIXED, tmp_path))
    assert found == read(as_jsonl(tmp_path / "as_written.jsonl", MIXED))
    calls = [turns[1].extra["tool_calls"][0]["function"]["arguments"] for turns, _ in found]
    assert calls == [{"x": "one", "n": None}, {"x": 1, "y": [None, {"z": None}]}]


def test_nulls_that_were_written_in_json_stay(tmp_path: Path) -> None:
    """In arguments and in parameters of a tool, next to a turn with a null that a client writes."""
    optional = tool("f", {"n": {"type": "integer", "default": None}})
    row = conversation("f", {"n": None, "more": {"m": None}}, optional)
    row["messages"][3]["refusal"] = None
    for path in (as_jsonl(tmp_path / "rows.jsonl", [row]), tmp_path / "rows.json"):
        (tmp_path / "rows.json").write_text(json.dumps([row]))
        ((turns, tools),) = read(path)
        assert turns[1].extra["tool_calls"][0]["function"]["arguments"] == {"n": None, "more": {"m": None}}
        assert tools == (optional,)


def test_other_keys_of_a_turn_lose_the_fields_of_other_rows(tmp_path: Path) -> None:
    rows = [
        {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b", "meta": meta}]}
        for meta in ({"style": "short"}, {"source": {"page": 1}})
    ]
    for write in (structs_to_json, structs_to_parquet):
        found = [turns[1].extra for turns, _ in read(write(rows, tmp_path))]
        assert found == [{"meta": {"style": "short"}}, {"meta": {"source": {"page": 1}}}]


def test_arguments_as_json_text_keep_their_nulls(tmp_path: Path) -> None:
    row = conversation("f", {})
    row["messages"][1]["tool_calls"][0]["function"]["arguments"] = '{"n": null}'
    for write in (by_pyarrow, structs_to_json):
        ((turns, _),) = read(write([row], tmp_path))
        assert turns[1].extra["tool_calls"][0]["function"]["arguments"] == {"n": None}


@pytest.mark.parametrize("rows", [CALLS, MIXED], ids=["structs", "json"])
def test_a_streamed_dataset_has_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows) -> None:
    path = structs_to_parquet(rows, tmp_path) if rows is CALLS else loaded_to_parquet(rows, tmp_path)
    real = datasets.load_dataset

    def load_dataset(name: str, config: str | None, *, revision: str | None, **options: Any) -> Any:
        return real("parquet", data_files=str(path), **options)

    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    monkeypatch.setattr(hub, "commit", lambda source: "0")
    monkeypatch.setattr(hub, "BATCH_ROWS", 2)
    assert read("someone/calls") == read(as_jsonl(tmp_path / "as_written.jsonl", rows))
    assert [number for number, _ in hub.records(Source(path="someone/calls"))] == list(range(len(rows)))


def records(table: pa.Table, folder: Path) -> Rows:
    pq.write_table(table, folder / "rows.parquet")
    path = str(folder / "rows.parquet")
    return [record for _, record in readers.records(path, Source(path=path))]


def as_json_type(*texts: str | None) -> pa.Array:
    return pa.ExtensionArray.from_storage(pa.json_(), pa.array(texts, pa.string()))


def test_json_and_maps_are_read_at_any_depth(tmp_path: Path) -> None:
    cells = as_json_type('{"a": [1, null]}', '"text"', None)
    offsets = pa.array([0, 1, 3, 3])
    struct = pa.StructArray.from_arrays([cells, pa.array([1, 2, 3])], ["cell", "n"])
    table = pa.table(
        {
            "cell": cells,
            "list": pa.ListArray.from_arrays(offsets, cells),
            "struct": struct,
            "deep": pa.ListArray.from_arrays(offsets, struct),
            "map": pa.array([[("a", 1), ("b", None)], [], None], pa.map_(pa.string(), pa.int32())),
            "maps": pa.MapArray.from_arrays(offsets, pa.array(["x", "y", "z"]), cells),
        }
    )
    value = {"a": [1, None]}
    assert records(table, tmp_path) == [
        {
            "cell": value,
            "list": [value],
            "struct": {"cell": value, "n": 1},
            "deep": [{"cell": value, "n": 1}],
            "map": {"a": 1, "b": None},
            "maps": {"x": value},
        },
        {
            "cell": "text",
            "list": ["text", None],
            "struct": {"cell": "text", "n": 2},
            "deep": [{"cell": "text", "n": 2}, {"cell": None, "n": 3}],
            "map": {},
            "maps": {"y": "text", "z": None},
        },
        {"cell": None, "list": [], "struct": {"cell": None, "n": 3}, "deep": [], "map": None, "maps": {}},
    ]


def test_json_inside_a_struct_keeps_its_nulls_but_the_struct_does_not(tmp_path: Path) -> None:
    cells = [pa.array(["f"]), as_json_type('{"n": null}'), pa.array([None], pa.bool_())]
    calls = pa.ListArray.from_arrays(pa.array([0, 0, 1]), pa.StructArray.from_arrays(cells, ["name", "arguments", "x"]))
    turns = [pa.array(["user", "assistant"]), pa.array(["a", ""]), calls]
    chat = pa.StructArray.from_arrays(turns, ["role", "content", "tool_calls"])
    pq.write_table(pa.table({"messages": pa.ListArray.from_arrays(pa.array([0, 2]), chat)}), tmp_path / "rows.parquet")
    ((found, _),) = read(tmp_path / "rows.parquet")
    assert found[1].extra == {"tool_calls": [{"name": "f", "arguments": {"n": None}}]}


def test_a_prompt_of_the_json_type_is_parsed(tmp_path: Path) -> None:
    table = pa.table({"prompt": as_json_type('"2+2?"', "7"), "completion": as_json_type("4", '"seven"')})
    pq.write_table(table, tmp_path / "rows.parquet")
    said = [[message.content for message in turns] for turns, _ in read(tmp_path / "rows.parquet")]
    assert said == [["2+2?", "4"], ["7", "seven"]]


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (as_json_type("{}", '{"a": }'), "`cell`: not JSON: expecting value (column 7)"),
        (as_json_type("{}", '{"a": 1, "a": 2}'), '`cell`: duplicate key "a" in an object'),
        (as_json_type("{}", "NaN"), "`cell`: NaN is not JSON"),
        (as_json_type("{}", "[" * 100_000), "`cell`: nested too deeply"),
        (
            pa.array([[], [("a", 1), ("a", 2)]], pa.map_(pa.string(), pa.int32())),
            "`cell`: duplicate key 'a' in a map",
        ),
    ],
)
def test_a_faulty_cell_is_reported_with_row_and_column(tmp_path: Path, column: pa.Array, reason: str) -> None:
    with pytest.raises(DataError) as caught:
        records(pa.table({"cell": column}), tmp_path)
    assert caught.value.message.startswith(f"{tmp_path / 'rows.parquet'}: row 1: {reason}")


def test_times_and_decimals_are_text_at_any_depth(tmp_path: Path) -> None:
    zoned = pa.array([0], pa.timestamp("s", tz="No/Where"))
    far = pa.array([10**18], pa.timestamp("us"))
    took = pa.array([10**15], pa.duration("s"))
    price = pa.array([150], pa.decimal128(10, 2))
    day = pa.array([[("on", 10**8)]], pa.map_(pa.string(), pa.date32()))
    meta = pa.StructArray.from_arrays([zoned, far, took, price, day], ["zoned", "far", "took", "price", "day"])
    days = pa.array([10**8], pa.date32()).dictionary_encode()
    lists = pa.ListArray.from_arrays(pa.array([0, 1]), meta)
    (row,) = records(pa.table({"meta": meta, "lists": lists, "price": price, "day": days}), tmp_path)
    assert row["lists"] == [row["meta"]]
    assert row["meta"]["zoned"][:19] == "1970-01-01 00:00:00"
    assert (row["meta"]["took"], row["price"], row["meta"]["price"]) == (str(10**15), "150.00", "150.00")
    assert all(isinstance(value, str) for value in (row["meta"]["far"], row["meta"]["day"]["on"], row["day"]))


def test_a_value_that_python_cannot_represent_is_reported(tmp_path: Path) -> None:
    twice = pa.StructArray.from_arrays([pa.array([1]), pa.array([2])], ["a", "a"])
    arrow_file(tmp_path / "rows.arrow", pa.table({"meta": twice}), "file")
    with pytest.raises(DataError, match=r"rows.arrow: after row 0: ") as caught:
        read(tmp_path / "rows.arrow")
    assert caught.value.hint == "Remove the column."


def test_a_mapped_null_field_is_null_and_not_missing(tmp_path: Path) -> None:
    rows = [{"q": "a", "right": {"text": "b", "by": "me"}}, {"q": "c", "right": {"text": None, "by": "me"}}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    found = read(tmp_path / "rows.parquet", columns={"prompt": "q", "completion": "right.text"})
    assert [turns[1].content for turns, _ in found] == ["b", ""]


def test_a_null_content_is_an_empty_answer(tmp_path: Path) -> None:
    rows = [{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": None}]}]
    assert read(by_pyarrow(rows, tmp_path)) == read(as_jsonl(tmp_path / "rows.jsonl", rows))


# --- .arrow files ---


def arrow_file(path: Path, table: pa.Table, kind: str) -> bytes:
    with (pa.ipc.new_file if kind == "file" else pa.ipc.new_stream)(path, table.schema) as writer:
        writer.write_table(table, max_chunksize=300)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["file", "stream"])
def test_arrow_files_and_streams_are_read(tmp_path: Path, kind: str) -> None:
    rows = [{"prompt": f"p{i}", "completion": "c"} for i in range(3000)]
    raw = arrow_file(tmp_path / "rows.arrow", pa.Table.from_pylist(rows), kind)
    (tmp_path / "packed.arrow.zst").write_bytes(zstandard.compress(raw))
    for name in ("rows.arrow", "packed.arrow.zst"):
        path = str(tmp_path / name)
        assert list(readers.records(path, Source(path=path))) == list(enumerate(rows))


@pytest.mark.parametrize("kind", ["file", "stream"])
def test_a_truncated_arrow_file_is_refused_wherever_it_ends(tmp_path: Path, kind: str) -> None:
    """Also a stream that ends between two batches, which pyarrow accepts."""
    table = pa.Table.from_pylist([{"text": f"row {i}"} for i in range(1000)])
    raw = arrow_file(tmp_path / "whole.arrow", table, kind)
    path = tmp_path / "torn.arrow"
    for size in (0, 3, 9, len(raw) // 2, len(raw) - 20, len(raw) - 8):
        path.write_bytes(raw[:size])
        with pytest.raises(DataError) as caught:
            list(readers.records(str(path), Source(path=str(path))))
        assert caught.value.message.startswith(f"{path}: ")
        assert "rrow file" in caught.value.message


def test_rows_of_arrow_are_located_by_their_number(tmp_path: Path) -> None:
    arrow_file(tmp_path / "rows.arrow", pa.Table.from_pylist([{"text": "a"}, {"text": "b"}]), "stream")
    found: list[Row] = list(sources.rows(Source(path=str(tmp_path / "rows.arrow"))))
    assert found[1].place == f"{tmp_path / 'rows.arrow'}: row 1"
