"""Tokenizers: loaded from a folder or the Hub, or trained as byte-level BPE on the recipe's own rows.

A `tokenizer.json` is used exactly as it is: the tokenizer classes that Transformers has for some architectures rebuild
the pipeline by their own rules. Local folders never touch the network.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from instructgpt_cli.data import hub, sources
from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding import chat_template, template_source
from instructgpt_cli.encoding.text_frame import frame_of, with_start_token
from instructgpt_cli.errors import ModelError
from instructgpt_cli.recipe.data_schema import Source
from instructgpt_cli.recipe.data_schema import Tokenizer as TokenizerSettings
from instructgpt_cli.recipe.schema import Model
from instructgpt_cli.system import adapter_folder
from instructgpt_cli.system.json_object import MalformedJson, read_object
from instructgpt_cli.system.offline import is_local

END_OF_TEXT = "<|endoftext|>"
PAD = "<|pad|>"
TURN_TOKENS = ("<|system|>", "<|user|>", "<|assistant|>", "<|tool|>", "<|end|>")
COMPACT_TEMPLATE = Path(__file__).parent / "templates" / "compact.jinja"

# A word with the character before it, one digit, a run of punctuation, or white space. Combining marks belong to
# letters. Longer runs are cut: BPE training takes time quadratic in the length of a word.
SPLIT_PATTERN = (
    r"'(?i:s|d|m|t|ll|ve|re)"
    r"|[^\r\n\p{L}\p{M}\p{N}]?[\p{L}\p{M}]{1,1000}"
    r"|\p{N}"
    r"| ?[^\s\p{L}\p{M}\p{N}]{1,1000}[\r\n]{0,1000}"
    r"|\s{0,1000}[\r\n]{1,1000}"
    r"|\s{1,1000}(?!\S)"
    r"|\s{1,1000}"
)
SLOW_FILES = ("vocab.json", "vocab.txt", "merges.txt", "*.model", "*.tiktoken", "tekken.json")


def load_tokenizer(settings: TokenizerSettings, model: Model, data: Sequence[Source] = ()) -> PreTrainedTokenizerFast:
    """The tokenizer at `tokenizer.path`, else that of the model, or with `tokenizer.train` one trained on the rows of
    `data`.

    Raises `ModelError` if it cannot be loaded, `DataError` if the rows to train on are at fault.
    """
    if settings.train:
        texts = training_texts(data, settings.train.max_bytes)
        template = settings.chat_template and chat_template.resolve(settings.chat_template, None).default
        tokens = template_source.control_tokens(template) if template else ()
        trained = train_tokenizer(texts, settings.train.vocab_size, tokens)
        first = (next(sources.rows(source), None) for source in data)
        has_texts = any(row.text is not None for row in first if row)
        return with_start_token(trained, frame_of(trained).start if has_texts else None)
    text, revision = adapter_folder.text_folder(model.path, model.revision)
    name = settings.path or text
    if name is None:
        raise ModelError("the recipe names no tokenizer", "Set tokenizer.path, tokenizer.train or model.path.")
    revision = revision if name == text else None
    code = model.trust_remote_code
    return _load(name, _folder(name, revision, code), code)


def _folder(name: str, revision: str | None, code: bool) -> Path:
    folder = Path(name)
    if folder.is_file():
        if folder.name == "tokenizer.json":
            return folder.parent
        raise ModelError(f"{name}: is a file, not a folder with tokenizer.json")
    if folder.is_dir():
        return folder
    if is_local(name):
        near = f"The folder {folder.parent} exists." if folder.parent.is_dir() else f"Nor does {folder.parent} exist."
        raise ModelError(f"{name}: folder not found", near)
    return hub.tokenizer_folder(name, revision, code)


def _load(name: str, folder: Path, code: bool) -> PreTrainedTokenizerFast:
    has_json = (folder / "tokenizer.json").is_file()
    if has_json:
        _check_json(name, folder / "tokenizer.json")
    elif not any(any(folder.glob(pattern)) for pattern in SLOW_FILES):
        what = (
            "contains weights, but no tokenizer files"
            if any(folder.glob("*.safetensors"))
            else "contains no tokenizer files"
        )
        raise ModelError(f"{name}: {what} (tokenizer.json)", "Set tokenizer.path to the tokenizer's folder.")
    for file in ("tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"):
        _check_settings(name, folder / file)
    for template in (folder / "chat_template.jinja", *folder.glob("additional_chat_templates/*.jinja")):
        _check_template(name, template)
    loader: Any = PreTrainedTokenizerFast if has_json else AutoTokenizer
    # Transformers would warn that the file names another tokenizer class, which is intended here.
    logger = logging.getLogger("transformers")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        tokenizer = loader.from_pretrained(
            str(folder), local_files_only=True, **({} if has_json else {"trust_remote_code": code})
        )
    except Exception as error:  # tokenizer classes raise anything
        reason = " ".join(str(error).split())
        foreign = "trust_remote_code" in reason
        hint = "It needs its own code: set model.trust_remote_code=true if you trust it." if foreign else ""
        raise ModelError(f"{name}: the tokenizer cannot be loaded: {reason[:300]}", hint) from error
    finally:
        logger.setLevel(level)
    if not isinstance(tokenizer, PreTrainedTokenizerFast):
        hint = "Convert it to a tokenizer.json with its own library."
        raise ModelError(f"{name}: only a slow tokenizer ({type(tokenizer).__name__}), a fast one is required", hint)
    return tokenizer


def _check_json(name: str, file: Path) -> None:
    try:
        Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises nothing more specific
        reason = " ".join(str(error).split())[:200]
        raise ModelError(f"{name}: tokenizer.json is broken: {reason}", "Copy the file again.") from None


def _check_settings(name: str, file: Path) -> None:
    try:
        settings = read_object(file) if file.is_file() else {}
    except (OSError, MalformedJson) as error:
        raise ModelError(f"{name}: {file.name} is broken: {error}", "Copy the file again.") from None
    template = settings.get("chat_template")
    named = isinstance(template, list) and all(
        isinstance(one, dict) and isinstance(one.get("name"), str) and isinstance(one.get("template"), str)
        for one in template
    )
    if not (template is None or isinstance(template, str) or named):
        raise ModelError(
            f"{name}: {file.name} is broken: chat_template should be a text, or a list of names and templates",
            "Fix the value, or remove the key and set tokenizer.chat_template in the recipe.",
        )
    length = settings.get("model_max_length")
    if not isinstance(length, int | float | None) or isinstance(length, bool):
        raise ModelError(
            f"{name}: {file.name} is broken: model_max_length should be a number, not {length!r}",
            "Fix the value, or remove the key.",
        )


def _check_template(name: str, file: Path) -> None:
    try:
        if file.is_file():
            file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{name}: {file.name} is broken: {error}", "Copy the file again.") from None


# --- training ---


def train_tokenizer(
    texts: Iterator[str], vocab_size: int, template_tokens: Sequence[str] = ()
) -> PreTrainedTokenizerFast:
    """Trains a byte-level BPE of at most `vocab_size` entries, special tokens included. It is lossless for any text.

    The same texts give the same tokenizer. It has an end-of-text token (bos and eos), a padding token, a token for each
    role and one for the end of a turn, `template_tokens`, and the compact chat template.
    """
    turns = [*TURN_TOKENS, *(token for token in template_tokens if token not in (END_OF_TEXT, PAD, *TURN_TOKENS))]
    backend = Tokenizer(models.BPE())
    split = pre_tokenizers.Split(Regex(SPLIT_PATTERN), behavior="isolated")
    backend.pre_tokenizer = pre_tokenizers.Sequence(
        [split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=[END_OF_TEXT, PAD, *turns],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    _interruptible(lambda: backend.train_from_iterator(texts, trainer))
    return PreTrainedTokenizerFast(
        tokenizer_object=backend,
        bos_token=END_OF_TEXT,
        eos_token=END_OF_TEXT,
        pad_token=PAD,
        additional_special_tokens=turns,
        clean_up_tokenization_spaces=False,
        chat_template=COMPACT_TEMPLATE.read_text(encoding="utf-8"),
    )


def _interruptible(work: Callable[[], object]) -> None:
    """Runs long native code in another thread: Python handles signals only between bytecodes of the main thread."""
    faults: list[BaseException] = []

    def attempt() -> None:
        try:
            work()
        except BaseException as fault:
            faults.append(fault)

    thread = Thread(target=attempt, daemon=True)  # ends with the process
    thread.start()
    while thread.is_alive():
        thread.join(0.1)
    if faults:
        raise faults[0]


def training_texts(data: Sequence[Source], max_bytes: int) -> Iterator[str]:
    """The texts of the sources' rows to train a tokenizer on, at most `max_bytes` of UTF-8.

    Each row comes from the source that has yielded the fewest bytes so far, so that none is starved.
    """
    streams = {number: sources.rows(source) for number, source in enumerate(data)}
    given = dict.fromkeys(streams, 0)
    left = max_bytes
    while streams and left > 0:
        number = min(streams, key=given.__getitem__)
        row = next(streams[number], None)
        if row is None:
            del streams[number]
            continue
        for text in _texts_of(row):
            raw = text.encode()
            yield text if len(raw) <= left else raw[:left].decode(errors="ignore")
            given[number] += len(raw)
            left -= len(raw)
            if left <= 0:
                break


def _texts_of(row: Row) -> list[str]:
    return [row.text] if row.text is not None else [message.content for message in row.messages]
