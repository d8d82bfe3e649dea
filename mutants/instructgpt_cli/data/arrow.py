"""Parquet files and Arrow tables -> records; see readers.py for what a record and its number are.

Structs come as `Struct`s, maps as objects, Arrow's JSON type as what its text says, times and decimals as text: at any
depth.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from instructgpt_cli.data.json_files import parsed
from instructgpt_cli.data.nulls import Struct
from instructgpt_cli.data.paths import byte_chunks, kind
from instructgpt_cli.errors import DataError
from instructgpt_cli.system.library_errors import first_line

if TYPE_CHECKING:
    import pyarrow as pa

Decode = Callable[[Any], Any]

BATCH_ROWS = 1024
FILE_MAGIC = b"ARROW1"
STREAM_END = b"\xff\xff\xff\xff\0\0\0\0"


def arrow_records(path: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """A .parquet or .arrow file, a thousand rows at a time; one packed again as .gz or .zst is unpacked to memory."""
    import pyarrow as pa

    form = "parquet" if kind(path) == "parquet" else "Arrow"
    packed = Path(path).suffix.lower() in (".gz", ".zst")
    number = 0
    try:
        with pa.BufferReader(b"".join(byte_chunks(path))) if packed else pa.OSFile(path) as file:
            batches = _parquet_batches(file) if form == "parquet" else _arrow_batches(file, path)
            for batch in batches:
                names = batch.schema.names
                if len(set(names)) != len(names):
                    raise DataError(f"{path}: two columns have the same name: {', '.join(names)}")
                for record in batch_records(batch, path, number):
                    yield number, record
                    number += 1
    except (pa.ArrowException, OSError) as error:
        raise DataError(f"{path}: not a whole {form} file: {first_line(error)}", "Make or copy it again.") from None
    except UnicodeDecodeError:
        raise DataError(f"{path}: after row {number}: text that is not UTF-8") from None
    except (ValueError, OverflowError) as error:  # what Python has no value for
        raise DataError(f"{path}: after row {number}: {first_line(error)}", "Leave the column out.") from None


def _parquet_batches(file: "pa.NativeFile") -> Iterator["pa.RecordBatch"]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(file) as table:
        yield from table.iter_batches(batch_size=BATCH_ROWS)


def _arrow_batches(file: "pa.NativeFile", path: str) -> Iterator["pa.RecordBatch"]:
    """Of either form of Arrow's files: with a footer, or a stream, which `datasets` writes."""
    import pyarrow as pa

    if file.read(len(FILE_MAGIC)) == FILE_MAGIC:
        with pa.ipc.open_file(file) as table:
            for place in range(table.num_record_batches):
                yield from _slices(table.get_batch(place))
        return
    file.seek(max(0, file.size() - len(STREAM_END)))
    if file.read() != STREAM_END:  # between two batches the library takes a torn stream for a whole one
        raise DataError(f"{path}: the Arrow file ends too early", "Make or copy it again.")
    file.seek(0)
    with pa.ipc.open_stream(file) as stream:
        for batch in stream:
            yield from _slices(batch)


def _slices(batch: "pa.RecordBatch") -> Iterator["pa.RecordBatch"]:
    for start in range(0, batch.num_rows, BATCH_ROWS):
        yield batch.slice(start, BATCH_ROWS)


def batch_records(batch: "pa.RecordBatch", shown: str, first: int) -> Iterator[dict[str, Any]]:
    """The rows of a batch as records. Messages call its file `shown`, and its first row by the number `first`."""
    for place, field in enumerate(batch.schema):
        column = batch.column(place)
        timeless, final = (_replaced(field.type, leaf) for leaf in (_timeless, _text))
        if final != field.type:
            batch = batch.set_column(place, field.name, column.cast(timeless).cast(final))
    decoders = {field.name: decode for field in batch.schema if (decode := _decoder(field.type))}
    for number, record in enumerate(batch.to_pylist(), first):
        for name, decode in decoders.items():
            try:
                record[name] = decode(record[name])
            except (ValueError, RecursionError) as error:
                reason = "nested too deeply" if isinstance(error, RecursionError) else first_line(error)
                raise DataError(f"{shown}: row {number}: `{name}`: {reason}", "Leave the column out.") from None
        yield record


def _replaced(kind: "pa.DataType", leaf: Callable[["pa.DataType"], "pa.DataType"]) -> "pa.DataType":
    """The type with what is nested in it replaced."""
    import pyarrow as pa

    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(_replaced(field.type, leaf)) for field in kind])
    if pa.types.is_map(kind):
        return pa.map_(_replaced(kind.key_type, leaf), _replaced(kind.item_type, leaf))
    if pa.types.is_list(kind):
        return pa.list_(kind.value_field.with_type(_replaced(kind.value_type, leaf)))
    if pa.types.is_large_list(kind):
        return pa.large_list(kind.value_field.with_type(_replaced(kind.value_type, leaf)))
    if pa.types.is_fixed_size_list(kind):
        return pa.list_(kind.value_field.with_type(_replaced(kind.value_type, leaf)), kind.list_size)
    if pa.types.is_dictionary(kind) and (inner := _replaced(kind.value_type, leaf)) != kind.value_type:
        return inner
    return leaf(kind)


def _timeless(kind: "pa.DataType") -> "pa.DataType":
    """Without time zones, of which a data base would be needed; a duration as a number."""
    import pyarrow as pa

    if pa.types.is_timestamp(kind):
        return pa.timestamp(kind.unit)
    return pa.int64() if pa.types.is_duration(kind) else kind


def _text(kind: "pa.DataType") -> "pa.DataType":
    """Text for times, some of which Python does not know, and for decimals."""
    import pyarrow as pa

    temporal = pa.types.is_temporal(kind) and not pa.types.is_interval(kind)
    return pa.string() if temporal or pa.types.is_decimal(kind) else kind


def _decoder(kind: "pa.DataType") -> Decode | None:
    """What makes a record's value of what Arrow gives for the type; None where it is that already."""
    import pyarrow as pa

    if isinstance(kind, pa.JsonType):
        return _or_null(parsed)
    if pa.types.is_struct(kind):
        inner = {field.name: decode for field in kind if (decode := _decoder(field.type))}
        return _or_null(lambda value: Struct({**value, **{name: inner[name](value[name]) for name in inner}}))
    if pa.types.is_map(kind):
        key, item = (_decoder(inside) or _same for inside in (kind.key_type, kind.item_type))
        return _or_null(lambda pairs: _object([(key(name), item(value)) for name, value in pairs]))
    if hasattr(kind, "value_type") and (
        decode := _decoder(kind.value_type)
    ):  # lists of any kind, and values stored once
        if pa.types.is_dictionary(kind) or pa.types.is_run_end_encoded(kind):
            return decode
        return _or_null(lambda values: [decode(value) for value in values])
    return None


def _or_null(decode: Decode) -> Decode:
    return lambda value: None if value is None else decode(value)


def _same(value: Any) -> Any:
    return value


def _object(pairs: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    """A map, which may hold a key twice, as an object, which may not."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        name = key if isinstance(key, str) else str(key)
        if name in made:
            raise ValueError(f"the key {name!r} stands twice in one map")
        made[name] = value
    return made
