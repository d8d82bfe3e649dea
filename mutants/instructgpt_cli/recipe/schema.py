"""The recipe: every key, its type, its default and what it means. Each default is written here and nowhere else.

The docstring under a field is its reference text: `instructgpt recipes schema` prints it for editors. The default of a
new key is what the versions without it did: that is its value in the runs that they began.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveInt,
    ValidationInfo,
    field_validator,
    model_validator,
)

from instructgpt_cli.recipe import condition

LARGEST = 2**53  # beyond, not every integer is a float


class Section(BaseModel):
    """Strict and frozen: an unknown key is a fault, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _plain_value(cls, value: Any, about: ValidationInfo) -> Any:
        """Pydantic would take `true` for 1, integers of any size, and a NUL, which no path can hold."""
        expected = str(cls.model_fields[str(about.field_name)].annotation)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, bool) and "bool" not in expected and ("int" in expected or "float" in expected):
                raise ValueError(f"should be a number, not {str(item).lower()}")
            if isinstance(item, int) and abs(item) > LARGEST:
                raise ValueError(f"should be at most 2**53, not {item}")
            if isinstance(item, str) and "\0" in item:
                raise ValueError("holds a NUL character")
        return value


def _duration(value: str | float) -> float:
    """Seconds from `90`, `90s`, `5m`, `1.5h`."""
    text = str(value).strip()
    unit = {"s": 1.0, "m": 60.0, "h": 3600.0}.get(text[-1:])
    try:
        seconds = float(text[:-1]) * unit if unit else float(text)
    except ValueError:
        raise ValueError("a duration is a number with s, m or h after it, such as 90s, 5m or 1.5h") from None
    if not 0 < seconds < float("inf"):
        raise ValueError("a duration must be greater than 0")
    return seconds


def _without_secret(path: str) -> str:
    """A password in a URL would be shown on screens and kept in run folders."""
    if re.search(r"://[^/\s]*@", path):
        raise ValueError("holds a user name or password: log in apart (HF_TOKEN, `hf auth login`) and name a path")
    return path


def _at_home(path: str) -> str:
    """`~` is the shell's word for a home folder, and a shell does not look into recipes."""
    if not path.startswith("~"):
        return path
    try:
        if os.environ.get("HOME") == "" and path.split("/")[0] == "~":
            raise RuntimeError("expanduser would take the root folder")
        return str(Path(path).expanduser())
    except RuntimeError:
        raise ValueError(f"{path.split('/')[0]!r} stands for a home folder that is not known here") from None


def _variable_name(name: str) -> str:
    if not name.isidentifier():
        raise ValueError("is no variable's name: letters, digits and _")
    return name


VariableName = Annotated[str, AfterValidator(_variable_name)]
Place = Annotated[str, Field(min_length=1), AfterValidator(_without_secret), AfterValidator(_at_home)]
Duration = Annotated[str | float, AfterValidator(_duration)]
Fraction = Annotated[float, Field(ge=0, le=1)]
PositiveFloat = Annotated[float, Field(gt=0)]

# Of a key that may change while a run goes on: how long it is, how it is watched and kept, what is done with it
# afterwards. Every other key binds the run that has begun with it (`run.identity`).
MAY_CHANGE = Field(json_schema_extra={"may_change": True})


class Model(Section):
    path: Place | None = None
    """A model folder or a hub id: start from these weights."""
    config: dict[str, Any] | None = None
    """A Hugging Face config (`model_type` and its own keys): start from random weights. The vocabulary size and the
    special token ids come from the tokenizer."""
    revision: str | None = None
    """Branch, tag or commit of a hub id."""
    attention: Annotated[Literal["auto", "packed", "grouped", "sdpa", "eager"], MAY_CHANGE] = "auto"
    """`packed` computes whole sequences side by side without padding, on a GPU in one kernel where torch has it and it
    proves right; `grouped` does it without that kernel; `sdpa` and `eager` are Transformers' own, on padded batches.
    `auto` is `packed` where the architecture proves it right at start-up, else `sdpa`."""
    head: Annotated[Literal["auto", "chunked", "full"], MAY_CHANGE] = "auto"
    """`chunked` is chunked cross-entropy: logits of a chunk of targets and their gradient on the way, in less memory
    and time; `full` computes those of a whole micro-batch. `auto` is `chunked` where the architecture proves it right
    at start-up."""
    trust_remote_code: bool = False
    """Run Python code that comes with the model. Off: such a model is refused."""

    @field_validator("config")
    @classmethod
    def _countable(cls, value: dict[str, Any] | None) -> dict[str, Any] | None:
        size = (value or {}).get("vocab_size")
        if size is not None and type(size) is not int:
            raise ValueError(f"vocab_size should be a whole number, not {size!r}")
        return value


class TokenizerTraining(Section):
    vocab_size: Annotated[int, Field(ge=300)] = 4096
    """Size of the byte-level BPE vocabulary, special tokens included."""
    max_bytes: PositiveInt = 64_000_000
    """At most this many bytes of the training data are read to learn the merges."""


class Tokenizer(Section):
    path: Place | None = None
    """A folder or hub id; default: the model's own tokenizer."""
    train: TokenizerTraining | None = None
    """Train a byte-level BPE on the recipe's own training data instead; the template's markers are tokens of it."""
    chat_template: str | None = None
    """A template's name (`chatml`, `chatml-tools` for tools and calls, `llama3`, `alpaca`, `vicuna`, `plain`, or one of
    the tokenizer's several), a path to a Jinja file, or the template's text; default: the tokenizer's own (`tool_use`,
    where it has one of that name, for rows with tools), or `plain` where it has none."""
    template_variables: dict[VariableName, JsonValue] | None = None
    """What the chat template reads beside the conversation, such as `{enable_thinking: true}`: alike in training,
    `inspect`, `generate`, `eval` and, as defaults at the head of its template, the saved model. `eval.baseline` has
    those that its own template carries."""


class Source(Section):
    path: Place
    """A file, a folder, a glob or a hub dataset id; .jsonl .json .csv .tsv .parquet .arrow .txt, each also .gz or
    .zst."""
    format: Literal["auto", "text", "prompt/completion", "alpaca", "messages", "sharegpt"] = "auto"
    """How a row is laid out; `auto` tells it from the columns. `text` also reads files of other names (.md) as raw
    text."""
    columns: dict[str, str] = {}
    """Maps the project's names (text, prompt, completion, instruction, input, output, messages, conversations, system,
    tools, history, task, group, references) to this source's columns; a dot reaches into nested values
    (`instances.0.output`). `references` is a list of right answers, or one: `eval` compares with each of them and with
    the row's own answer, which is the first of them where the row has none."""
    weight: PositiveFloat = 1.0
    """How often an epoch shows this source: 2 shows each row twice, 0.5 shows half of the rows."""
    system: str | None = None
    """A system turn put before every conversation of this source that has none."""
    document: Literal["file", "line", "paragraph"] = "file"
    """What one document of a .txt file is: the whole file, a line, or a block between blank lines."""
    where: str | None = None
    """Read only the rows that fulfil a comparison of one column, as the file calls it, with a text in quotes, a number,
    true, false or null: `label == true`, `score >= 4.5`, `meta.language == 'en'`, `split != 'test'` (`==` `!=` `<` `<=`
    `>` `>=`). Where the column is null or missing, only `== null` holds. The others are counted and not learnt."""
    rows: PositiveInt | None = None
    """Read only the first so many rows, of those that `where` keeps."""
    part: tuple[Fraction, Fraction] | None = None
    """Of these read only a part, from one share to another: [0, 0.05] and [0.05, 1] have no row in common. A row's part
    depends on its text alone, or on its `group` where it has one, so equal rows are never in two."""
    name: str | None = None
    """Configuration of a hub dataset."""
    split: str = "train"
    """Split of a hub dataset."""
    revision: str | None = None
    """Branch, tag or commit of a hub dataset."""

    @field_validator("where")
    @classmethod
    def _compares(cls, value: str | None) -> str | None:
        if value is not None:
            condition.parse(value)
        return value

    @field_validator("part")
    @classmethod
    def _holds_something(cls, value: tuple[float, float] | None) -> tuple[float, float] | None:
        if value and value[0] >= value[1]:
            raise ValueError(f"goes from one share to a greater one, such as [0, 0.05], not {list(value)}")
        return value


class Data(Section):
    train: tuple[Source, ...] = ()
    """Sources to learn from, mixed by weight."""
    validation: Annotated[tuple[Source, ...], MAY_CHANGE] = ()
    """Sources for the validation loss, and for `eval` where `eval.sets` is absent."""
    validation_share: Annotated[float, Field(gt=0, lt=1)] | None = None
    """Instead: about this share of the rows of each training source, which are then not learnt from (its `part`)."""
    loss_on: Literal["answers", "last", "all"] = "answers"
    """Which tokens of a conversation are targets: every answer, the last answer, or all tokens. Raw text is always
    all."""
    max_length: Annotated[int, Field(ge=8)] = 1024
    """Longest sequence in tokens. Raw text is cut into pieces of this length."""
    overlong: Literal["drop", "cut_prompt", "error"] = "drop"
    """What to do with a longer conversation. `cut_prompt` keeps the system turn and the newest turns, and then an
    instruction before what it is about; an answer is never cut. Always counted and reported."""
    empty_answers: Literal["refuse", "skip"] = "refuse"
    """What to do with a conversation in which an answer is empty. `skip` takes that answer for context and learns the
    others. Always counted and reported."""
    max_overlong: Annotated[Fraction, MAY_CHANGE] = 0.5
    """The run stops before training when more than this share of the rows is over-long."""
    max_refused: Annotated[Fraction, MAY_CHANGE] = 0.0
    """The run stops before training when more than this share of the rows cannot be learnt, whatever the reason: what
    is no text or no turns, an empty answer, an answer that cannot be masked rightly, ... Over-long rows have a share of
    their own, max_overlong."""
    workers: Annotated[int | None, Field(gt=0, le=256), MAY_CHANGE] = None
    """Processes that tokenise; default: one for each core, at most 8. The result is the same."""

    @field_validator("validation", mode="before")
    @classmethod
    def _no_share(cls, value: Any) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            raise ValueError(f"should be a list of sources; a share of the training rows is validation_share: {value}")
        return value


class Lora(Section):
    rank: PositiveInt = 16
    """Rank of the matrices that are learnt."""
    alpha: PositiveFloat = 32.0
    """What they add is scaled by alpha / rank."""
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Share of their inputs set to zero while training; not of experts'."""
    targets: Literal["all-linear"] | Annotated[tuple[str, ...], Field(min_length=1)] = "all-linear"
    """Names of the modules that they are added to ([q_proj, v_proj]), or of the weights of experts
    (experts.gate_up_proj); `all-linear`: every linear layer but the head, and the experts that PEFT knows."""


class Train(Section):
    epochs: Annotated[PositiveFloat | None, MAY_CHANGE] = None
    """Passes over the training data. Default: 1, where neither max_steps nor budget is given."""
    max_steps: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Optimizer steps."""
    budget: Annotated[Duration | None, MAY_CHANGE] = None
    """Time to train, such as 90s, 5m or 1.5h: the schedule ends on time."""
    batch_tokens: PositiveInt = 8192
    """Tokens of one optimizer step, whatever the number of devices."""
    micro_batch_tokens: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Tokens that go through the model at once; default: batch_tokens, at most 16384 on a GPU and 2048 on a CPU."""
    optimizer: Literal["adamw", "sgd", "muon"] = "adamw"
    """`sgd` is theta <- theta - lr * grad, exactly. `muon` orthogonalises the updates of the weight matrices and
    leaves the rest to AdamW, with the same lr."""
    lr: PositiveFloat | None = None
    """Peak learning rate. Default, by what learns: random weights 1e-3, a model's own weights 2e-5, LoRA adapters 2e-4;
    under `muon` a model's own weights 1e-4; under `sgd` 0.1, 0.01 and 0.1."""
    schedule: Literal["constant", "linear", "cosine", "wsd"] = "cosine"
    """Course of the learning rate after the warm-up; `wsd` stays constant and falls over the last fifth."""
    warmup: Fraction = 0.03
    """Share of the run over which the learning rate rises from 0."""
    min_lr: Fraction = 0.0
    """Where the schedule ends, as a share of lr."""
    weight_decay: NonNegativeFloat = 0.0
    """Decoupled decay of the weight matrices (adamw, muon)."""
    betas: tuple[Annotated[float, Field(ge=0, lt=1)], Annotated[float, Field(ge=0, lt=1)]] = (0.9, 0.95)
    """AdamW's decay rates."""
    eps: PositiveFloat = 1e-8
    """AdamW's epsilon."""
    momentum: Annotated[float, Field(ge=0, lt=1)] = 0.95
    """Muon's momentum."""
    clip: NonNegativeFloat | None = None
    """Largest norm of the gradient; 0 never clips. Default: 1 for adamw and muon, 0 for sgd."""
    lora: Lora | None = None
    """Learn low-rank adapters (`{}`: with the defaults below) instead of the model's own weights: less memory, smaller
    checkpoints. RUN/model has them merged in; RUN/model/adapter has them alone, as PEFT keeps them."""
    router_aux_loss_coef: NonNegativeFloat | None = None
    """Weight of the load-balancing loss of a mixture of experts, beside the mean loss of the targets; 0: without it.
    The loss is Transformers', over all tokens of an optimizer step instead of a micro-batch, so that the step does not
    depend on how it is split; steps of several micro-batches compute twice forward for it. Default: the model's
    `router_aux_loss_coef` where its config has `output_router_logits: true` or `model.config` names it, else 0."""
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    """`bf16` computes in bfloat16 over float32 weights; `auto` takes it where the device does it in hardware."""
    save_precision: Literal["auto", "fp32", "bf16", "fp16"] = "auto"
    """What the weights of RUN/model are stored in. `bf16` and `fp16`: half the size, each number rounded once, at the
    end; nothing else of the run changes. `auto` is with `lora` what the base's config.json says that it is stored in,
    else fp32."""
    gradient_checkpointing: Annotated[bool, MAY_CHANGE] = False
    """Compute the activations twice instead of keeping them: less memory, about a third more time."""
    shard: Annotated[bool, MAY_CHANGE] = False
    """Under torchrun, every process keeps a share of the weights, of their gradients and of the optimizer's state,
    instead of all: a model may be as many times larger. The result is the same."""
    compile: Annotated[bool, MAY_CHANGE] = False
    """Compile the layers with torch.compile."""
    deterministic: Annotated[bool, MAY_CHANGE] = False
    """On a GPU, compute every sum in a fixed order: a run that goes on then gives the same bits there too, and takes
    longer. A CPU does so anyway."""
    validate_every: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Steps between validation losses; default: four times a run, and always at the end."""
    validation_rows: Annotated[PositiveInt, MAY_CHANGE] = 1000
    """At most this many rows of each validation source, the first ones."""
    keep: Annotated[Literal["last", "best"], MAY_CHANGE] = "last"
    """Which weights become RUN/model: those of the last step, or those of the lowest validation loss. The other stays
    beside it as RUN/model-best or RUN/model-last."""
    threads: Annotated[int | None, Field(gt=0, le=1024), MAY_CHANGE] = None
    """CPU threads; default: what the environment's OMP_NUM_THREADS says, which every command hears, else torch's
    choice, all cores. Where other programs keep a core busy, one less is far faster: threads wait for each other many
    times a step."""

    @model_validator(mode="after")
    def _consistent(self) -> "Train":
        lengths = [key for key in ("epochs", "max_steps", "budget") if getattr(self, key) is not None]
        if len(lengths) > 1:
            raise ValueError(f"{' and '.join(lengths)} contradict each other: give one of epochs, max_steps, budget")
        if self.optimizer == "sgd" and self.weight_decay:
            raise ValueError("weight_decay contradicts optimizer: sgd, which is theta <- theta - lr * grad and no more")
        if self.micro_batch_tokens and self.micro_batch_tokens > self.batch_tokens:
            raise ValueError(
                f"micro_batch_tokens ({self.micro_batch_tokens}) is greater than batch_tokens ({self.batch_tokens})"
            )
        return self


class Checkpoint(Section):
    every: PositiveInt = 200
    """Steps between checkpoints; one more is written before each validation."""
    keep: PositiveInt = 2
    """How many checkpoints stay."""


class Generate(Section):
    temperature: NonNegativeFloat = 0.0
    """0 takes the likeliest token; higher draws from the distribution, the flatter the higher."""
    top_p: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Draw only from the smallest set of tokens that holds this much probability."""
    top_k: NonNegativeInt = 0
    """Draw only from the so many likeliest tokens; 0: from all."""
    repetition_penalty: PositiveFloat = 1.0
    """Above 1, tokens that have been used already become less likely."""
    max_new_tokens: PositiveInt | None = None
    """Longest answer in tokens; default 256, in `eval` twice the longest reference and a little more."""
    max_length: PositiveInt | None = None
    """Longest prompt and answer together in tokens."""
    stop: tuple[str, ...] = ()
    """Texts that end an answer, besides the template's own end marker; they are not part of it."""
    num_return_sequences: PositiveInt = 1
    """Answers a prompt."""
    seed: NonNegativeInt | None = None
    """Default: the recipe's seed. Each row and each of its answers has a stream of its own."""
    engine: Literal["own", "vllm"] = "own"
    """Who answers `generate`: this project, or vLLM where it is installed (its draws are its own; no --chat). `eval`
    always asks this project."""
    cache: Literal["auto", "ragged", "padded", "none"] = "auto"
    """The KV cache. `ragged` keeps keys and values of rows of any length, without padding; `padded` keeps them as a
    rectangle, and the states of convolutions and recurrences; `none` computes every
    token from the beginning of its row. `auto` is the first of these that the architecture proves right at start-up,
    on an accelerator from `padded` on. Greedy answers are the same."""
    batch_size: PositiveInt = 64
    """Prompts that go through the model at once."""
    system: str | None = None
    """A system turn put before every prompt."""
    input: str | None = None
    """A file of prompts, instead of --input."""
    prompts: tuple[str, ...] = ()
    """Prompts, instead of --prompt."""

    @model_validator(mode="after")
    def _consistent(self) -> "Generate":
        if self.num_return_sequences > 1 and self.temperature == 0:
            raise ValueError(
                "num_return_sequences above 1 needs a temperature above 0: greedy answers are all the same"
            )
        return self


Metric = Literal["loss", "exact_match", "f1", "squad_f1", "rouge_l", "bleu", "chrf"]


class Eval(Section):
    sets: dict[str, Annotated[tuple[Source, ...], Field(min_length=1)]] = {}
    """Named sets of rows to score; default: data.validation as `validation`."""
    baseline: Place | None = None
    """A second model folder or hub id to score beside the first, as `before`."""
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1)] = ("loss", "exact_match", "f1")
    """`loss` gives nats per answer token, perplexity and bits per byte; the others generate an answer for each row and
    take the best of its references. `exact_match`: the same characters, and beside it the same words whatever their
    case and punctuation (`exact_match_normalised`), and all rows of a `group` right (`contrast`). `f1`: precision and
    recall over words, Chinese and Japanese by characters, the mean of the rows (0 to 1). `squad_f1`: as SQuAD's
    evaluate-v2.0.py has it, without ASCII punctuation and English articles (0 to 100). `rouge_l`: F1 of the longest
    common subsequence of words, for summaries, as `rouge-score` has it without stemming (0 to 1). `bleu` and
    `chrf`: for translations, sacrebleu's, over all rows together (0 to 100)."""
    thoughts: Literal["left_out", "compared"] = "left_out"
    """What becomes of a model's thoughts before its answer is compared, and of those in a row's own answer: `left_out`
    takes away what comes before the template's end of a thought on both sides; `compared` compares all that is learnt.
    Tool calls are compared as the template writes them."""
    rows: PositiveInt | None = None
    """At most this many rows of each set."""
    bootstrap: NonNegativeInt = 1000
    """Resamples behind the 95 % confidence intervals."""


class Recipe(Section):
    output_dir: Annotated[Place | None, MAY_CHANGE] = None
    """The run folder: everything a run leaves on disk, and what the same command continues from: a run, or an eval."""
    seed: NonNegativeInt = 0
    """Seed of the weights, the data order, dropout and sampling."""
    device: Annotated[Literal["auto", "cpu", "cuda", "mps"], MAY_CHANGE] = "auto"
    """Where to compute."""
    model: Model = Model()
    tokenizer: Tokenizer = Tokenizer()
    data: Data = Data()
    train: Train = Train()
    checkpoint: Annotated[Checkpoint, MAY_CHANGE] = Checkpoint()
    generate: Annotated[Generate, MAY_CHANGE] = Generate()
    eval: Annotated[Eval, MAY_CHANGE] = Eval()
