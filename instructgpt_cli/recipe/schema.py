"""The recipe: every key with its type, its default and its meaning. Each default is written here and nowhere else;
those of `tokenizer` and `data` are in `recipe.data_schema`.

The docstring below a field is its reference documentation: editors show it (`instructgpt recipes schema`), and the page
of recipe keys is made from it. The default of a new key is what earlier versions did without it, because that is the
value that their runs continue with.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, NonNegativeFloat, NonNegativeInt, PositiveInt, field_validator, model_validator

from instructgpt_cli.recipe.data_schema import Data, Source, Tokenizer
from instructgpt_cli.recipe.fields import MAY_CHANGE, Duration, Fraction, Initialization, Place, PositiveFloat
from instructgpt_cli.recipe.section import Section


class Model(Section):
    path: Place | None = None
    """Model to start from: a folder (such as RUN/model of an earlier run) or a Hub id."""
    config: dict[str, Any] | None = None
    """Start from random weights instead, with this Hugging Face config: `model_type` and the keys of that architecture.
    The vocabulary size and the special token ids are set from the tokenizer."""
    revision: str | None = None
    """Branch, tag or commit of a Hub id. Default: the main branch."""
    attention: Annotated[Literal["auto", "packed", "grouped", "sdpa", "eager"], MAY_CHANGE] = "auto"
    """Attention implementation. `packed` computes sequences of different lengths side by side, without padding; on a
    GPU in one variable-length kernel, where torch has it and it passes a self-check. `grouped` does the same without
    that kernel. `sdpa` and `eager` are those of Transformers, on padded batches. `auto` is `packed` where a self-check
    at start-up proves it correct for the architecture, else `sdpa`."""
    head: Annotated[Literal["auto", "chunked", "full"], MAY_CHANGE] = "auto"
    """How logits and loss are computed. `chunked` is chunked cross-entropy: the logits of a chunk of targets and their
    gradient at a time, in less memory and time. `full` computes all logits of a micro-batch. `auto` is `chunked` where
    a self-check at start-up proves it correct for the architecture, else `full`."""
    trust_remote_code: bool = False
    """Run Python code that comes with the model. Off by default, because that code can do anything: a model that needs
    it is refused."""

    @field_validator("config")
    @classmethod
    def _check_vocab_size(cls, value: dict[str, Any] | None) -> dict[str, Any] | None:
        size = (value or {}).get("vocab_size")
        if size is not None and type(size) is not int:
            raise ValueError(f"vocab_size should be a whole number, not {size!r}")
        return value


AdapterSaving = Literal["merged", "adapter", "both"]


class Lora(Section):
    rank: PositiveInt = 16
    """Rank of the adapter matrices."""
    alpha: PositiveFloat = 32.0
    """The output of an adapter is scaled by alpha / rank."""
    dropout: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Dropout probability of the adapters' inputs during training; adapters of experts have none."""
    targets: Literal["all-linear"] | Annotated[tuple[str, ...], Field(min_length=1)] = "all-linear"
    """Modules that get adapters, by name ([q_proj, v_proj]); weights of experts too (experts.gate_up_proj).
    `all-linear`: every linear layer except the head, and the experts that PEFT supports."""
    init: Initialization = "default"
    """Initialization of the adapter matrices, by PEFT: `default` (A uniform, B zero), `gaussian` (A normal, B zero),
    `orthogonal`, `olora` (QR of the base weights), `pissa` (their largest singular values: an exact SVD, which takes
    minutes for a large model), or `pissa_niter_N` (a fast SVD of N iterations, such as 16). With each, the model
    computes the same as its base before the first step."""
    dora: bool = False
    """DoRA: train the norm of each output of an adapted layer's weights separately from its direction."""
    rslora: bool = False
    """Rank-stabilized LoRA: scale the output of an adapter by alpha / sqrt(rank)."""
    base: Literal["nf4"] | None = None
    """QLoRA: `nf4` stores the frozen weights of all linear layers except the head in 4 bits, an eighth of float32. It
    needs bitsandbytes. RUN/model has the adapters merged into the dequantized weights. Default: the weights as they
    are."""
    double_quantization: bool = True
    """With `base: nf4`, also quantize the scales of its blocks, to 8 bits: 0.37 bits less per weight."""
    from_: Annotated[Place | None, Field(alias="from")] = None
    """Continue an adapter: a PEFT folder, such as RUN/model/adapter. It defines rank, alpha, targets, dora, rslora, and
    base if that was nf4."""
    save: Annotated[AdapterSaving, MAY_CHANGE] = "merged"
    """Contents of RUN/model. `merged`: the merged model, and the adapter alone in RUN/model/adapter. `adapter`: only
    the adapter, tokenizer and chat template, which is megabytes instead of gigabytes; `generate` and `eval` merge it
    into its base on loading. `both`: the merged model, and in RUN/model/adapter what `adapter` saves."""

    @model_validator(mode="after")
    def _check_consistent(self) -> "Lora":
        if self.dora and self.init.startswith(("pissa", "olora")):
            raise ValueError(f"init: {self.init} contradicts dora: true, which needs adapters that start at zero")
        return self


class Train(Section):
    epochs: Annotated[PositiveFloat | None, MAY_CHANGE] = None
    """Length of the run in passes over the training data. Default: 1, if neither `max_steps` nor `budget` is given."""
    max_steps: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Length of the run in optimizer steps."""
    budget: Annotated[Duration | None, MAY_CHANGE] = None
    """Length of the run in time, such as 90s, 5m or 1.5h. The learning rate schedule ends on time."""
    batch_tokens: PositiveInt = 8192
    """Tokens per optimizer step, over all devices and micro-batches."""
    micro_batch_tokens: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Most tokens per forward and backward pass. Lower it if memory is short: the result is the same. If memory runs
    out, it is halved and the step repeated (not with `shard`). Default: about `batch_tokens`, at most 16384 on a GPU
    and 2048 on a CPU; up to a quarter more where that makes a step one pass, and less on a GPU where that is what fits
    into its memory."""
    optimizer: Literal["adamw", "sgd", "muon"] = "adamw"
    """`sgd` is exactly theta <- theta - lr * grad. `muon` orthogonalizes the updates of weight matrices and uses AdamW
    with the same learning rate for the other parameters."""
    lr: PositiveFloat | None = None
    """Peak learning rate. Default, by what is trained: random weights 1e-3, pretrained weights 2e-5 (muon: 1e-4), LoRA
    adapters 2e-4; with sgd 0.1, 0.01 and 0.1."""
    schedule: Literal["constant", "linear", "cosine", "wsd"] = "cosine"
    """Learning rate schedule after warmup. `linear` and `cosine` decay to `min_lr`; `wsd` (warmup, stable, decay) is
    constant and decays over the last fifth of the run."""
    warmup: Fraction = 0.03
    """Fraction of the run over which the learning rate rises linearly from 0."""
    min_lr: Fraction = 0.0
    """Final learning rate as a fraction of `lr`."""
    weight_decay: NonNegativeFloat = 0.0
    """Decoupled weight decay of the weight matrices (adamw and muon)."""
    betas: tuple[Annotated[float, Field(ge=0, lt=1)], Annotated[float, Field(ge=0, lt=1)]] = (0.9, 0.95)
    """AdamW's betas: decay rates of its running means of the gradient and of its square."""
    eps: PositiveFloat = 1e-8
    """AdamW's epsilon."""
    momentum: Annotated[float, Field(ge=0, lt=1)] = 0.95
    """Muon's momentum."""
    clip: NonNegativeFloat | None = None
    """Clip the gradient to this norm; 0 never clips. Default: 1 for adamw and muon, 0 for sgd."""
    lora: Lora | None = None
    """Train low-rank adapters (`{}`: with the defaults) and keep the model's weights fixed: less memory and smaller
    checkpoints. RUN/model has the adapters merged in; RUN/model/adapter has them alone, in PEFT's format
    (see `save`)."""
    router_aux_loss_coef: NonNegativeFloat | None = None
    """Weight of a mixture-of-experts model's load-balancing loss, added to the mean loss over the targets; 0 turns it
    off. It is that of Transformers, but over all tokens of an optimizer step instead of a micro-batch, so that a step
    does not depend on how it is split; a step of several micro-batches needs a second forward pass for it. Default: the
    model's own `router_aux_loss_coef` if its config has `output_router_logits: true` or `model.config` sets it,
    else 0."""
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    """`bf16` computes in bfloat16 and keeps the weights in float32. `auto` is `bf16` if the device supports it in
    hardware."""
    save_precision: Literal["auto", "fp32", "bf16", "fp16"] = "auto"
    """Precision of the weights in RUN/model. `bf16` and `fp16` halve its size; each weight is rounded once, at the end,
    and training is not affected. `auto` is fp32, except with `lora`: the precision that the base model's config.json
    states."""
    gradient_checkpointing: Annotated[bool, MAY_CHANGE] = False
    """Recompute activations in the backward pass instead of keeping them: less memory, about a third more time."""
    offload_activations: Annotated[bool, MAY_CHANGE] = False
    """With `gradient_checkpointing` on a GPU, keep the inputs of the layers in host memory until the backward pass, for
    long sequences. The result is the same."""
    shard: Annotated[bool, MAY_CHANGE] = False
    """Under torchrun, shard weights, gradients and optimizer state over the processes instead of replicating them, so
    that larger models fit. The result is the same in float32; with `precision: bf16` norms and residuals compute in
    bfloat16 too."""
    context_parallel: Annotated[PositiveInt, MAY_CHANGE] = 1
    """Under torchrun, divide the tokens of each micro-batch among this many processes, so that longer sequences fit.
    The result is the same. It has to divide the number of processes, and of attention heads."""
    compile: Annotated[Literal["auto"] | bool, MAY_CHANGE] = "auto"
    """Compile the layers with torch.compile. `auto` does so on a GPU where Triton and a C compiler are installed, for a
    run that is long enough to gain more than compiling costs: from about 4e16 FLOPs, or a budget of ten minutes."""
    deterministic: Annotated[bool, MAY_CHANGE] = False
    """Use deterministic kernels on a GPU, so that a run that is continued there gives the same bits too; slower. On a
    CPU it always does."""
    validate_every: Annotated[PositiveInt | None, MAY_CHANGE] = None
    """Optimizer steps between validations. Default: four validations per run. The last step is always validated."""
    validation_rows: Annotated[PositiveInt, MAY_CHANGE] = 1000
    """Validate on at most this many rows of each source, the first ones."""
    keep: Annotated[Literal["last", "best"], MAY_CHANGE] = "last"
    """Which weights become RUN/model: those of the last step, or those with the lowest validation loss. The others stay
    beside it as RUN/model-best or RUN/model-last."""
    threads: Annotated[int | None, Field(gt=0, le=1024), MAY_CHANGE] = None
    """CPU threads. Default: OMP_NUM_THREADS from the environment, else torch's choice, one per core. If other programs
    use the CPU, leave a core to them: threads wait for each other many times per step."""

    @model_validator(mode="after")
    def _consistent(self) -> "Train":
        lengths = [key for key in ("epochs", "max_steps", "budget") if getattr(self, key) is not None]
        if len(lengths) > 1:
            raise ValueError(f"{' and '.join(lengths)} contradict each other: give one of epochs, max_steps, budget")
        if self.optimizer == "sgd" and self.weight_decay:
            raise ValueError("weight_decay contradicts optimizer: sgd, which is exactly theta <- theta - lr * grad")
        if self.micro_batch_tokens and self.micro_batch_tokens > self.batch_tokens:
            raise ValueError(
                f"micro_batch_tokens ({self.micro_batch_tokens}) is greater than batch_tokens ({self.batch_tokens})"
            )
        if self.offload_activations and not self.gradient_checkpointing:
            raise ValueError("offload_activations needs gradient_checkpointing: true")
        return self


class Checkpoint(Section):
    every: PositiveInt = 200
    """Optimizer steps between checkpoints. One more is written before each validation."""
    keep: PositiveInt = 2
    """How many checkpoints to keep, the newest ones."""


class Generate(Section):
    temperature: NonNegativeFloat = 0.0
    """0 is greedy decoding. Above 0, tokens are sampled from the distribution at this temperature: the higher, the
    flatter."""
    top_p: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Sample only from the smallest set of tokens with at least this probability in total."""
    top_k: NonNegativeInt = 0
    """Sample only from this many most likely tokens; 0 samples from all."""
    repetition_penalty: PositiveFloat = 1.0
    """Above 1, makes tokens that already occurred less likely."""
    max_new_tokens: PositiveInt | None = None
    """Longest answer in tokens. Default: 256; in `eval` a little more than twice the longest reference."""
    max_length: PositiveInt | None = None
    """Longest prompt and answer together, in tokens."""
    stop: tuple[str, ...] = ()
    """Strings that end an answer, beside the template's end marker. The answer does not contain them."""
    num_return_sequences: PositiveInt = 1
    """Answers per prompt."""
    seed: NonNegativeInt | None = None
    """Seed of sampling. Default: the recipe's seed. Each answer to each row has its own random stream."""
    engine: Literal["own", "vllm"] = "own"
    """What `generate` decodes with: this package, or vLLM if it is installed (it samples differently and has no
    --chat). `eval` always uses this package."""
    max_model_len: PositiveInt | None = None
    """With `engine: vllm`: longest prompt and answer together that vLLM reserves memory for. Default: the model's."""
    tensor_parallel_size: PositiveInt | None = None
    """With `engine: vllm`: the number of GPUs that each layer is divided among. Default: 1."""
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    """Precision of the weights and of computing, in `generate` and `eval`, losses included; logits are sampled from and
    log-probabilities summed in float32. `auto` is fp32 on a CPU. On a GPU, weights saved in 16 bits stay as they are,
    and float32 weights are cast to bfloat16 if the GPU supports it in hardware. `eval.json` says which it was."""
    cache: Literal["auto", "ragged", "padded", "none"] = "auto"
    """KV cache. `ragged` stores rows of different lengths without padding; `padded` stores them as a rectangle, and
    also the states of convolutions and recurrences; `none` recomputes every token of a row. `auto` is the first of
    these that a self-check at start-up proves correct for the architecture; on an accelerator it starts at `padded`.
    In float32, greedy answers are the same with each."""
    batch_size: PositiveInt = 64
    """Prompts that are decoded at the same time."""
    system: str | None = None
    """System turn before each prompt."""
    input: str | None = None
    """File of prompts, as with --input."""
    prompts: tuple[str, ...] = ()
    """Prompts, as with --prompt."""

    @model_validator(mode="after")
    def _consistent(self) -> "Generate":
        if self.num_return_sequences > 1 and self.temperature == 0:
            raise ValueError(
                "num_return_sequences above 1 needs a temperature above 0: all greedy answers are the same"
            )
        for key in ("max_model_len", "tensor_parallel_size"):
            if getattr(self, key) is not None and self.engine != "vllm":
                raise ValueError(f"{key} is a setting of vLLM: it needs engine: vllm")
        return self


Metric = Literal["loss", "exact_match", "f1", "squad_f1", "rouge_l", "bleu", "chrf"]


class Eval(Section):
    sets: dict[str, Annotated[tuple[Source, ...], Field(min_length=1)]] = {}
    """Named sets of rows to score. Default: `data.validation`, under the name `validation`."""
    baseline: Place | None = None
    """Second model to score beside the first, as `before`: a folder or a Hub id."""
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1)] = ("loss", "exact_match", "f1")
    """`loss` is in nats per answer token, with perplexity and bits per byte. The others compare a generated answer with
    the references of its row and take the best match. `exact_match`: the same characters; with it come
    `exact_match_normalised` (ignores case and punctuation) and `contrast` (all rows of a `group` correct). `f1`:
    precision and recall over words, in Chinese and Japanese over characters, averaged over rows (0 to 1). `squad_f1`:
    that of SQuAD's evaluate-v2.0.py, without ASCII punctuation and English articles (0 to 100). `rouge_l`, for
    summaries: F1 of the longest common subsequence of words, that of `rouge-score` without stemming (0 to 1). `bleu`
    and `chrf`, for translations: sacrebleu's, over all rows together (0 to 100)."""
    thoughts: Literal["left_out", "compared"] = "left_out"
    """Whether a model's thoughts are compared. `left_out` removes what comes before the template's end-of-thought
    marker, from answers and references; `compared` compares answers in full. Tool calls are compared as the template
    writes them."""
    rows: PositiveInt | None = None
    """Score at most this many rows of each set, the first ones."""
    bootstrap: NonNegativeInt = 1000
    """Bootstrap resamples for the 95 % confidence intervals; 0 leaves the intervals out."""


class Recipe(Section):
    output_dir: Annotated[Place | None, MAY_CHANGE] = None
    """The run folder. A run or an eval writes everything there, and the same command continues from it."""
    seed: NonNegativeInt = 0
    """Seed of random weights, data order, dropout and sampling."""
    device: Annotated[Literal["auto", "cpu", "cuda", "mps"], MAY_CHANGE] = "auto"
    """Device to compute on. `auto` is the accelerator if there is one, else the CPU."""
    model: Model = Model()
    """The model: its weights, or its architecture, and how it is computed."""
    tokenizer: Tokenizer = Tokenizer()
    """The tokenizer and the chat template."""
    data: Data = Data()
    """Training and validation rows, and what is done with them."""
    train: Train = Train()
    """How to train: length, batches, optimizer, precision, adapters."""
    checkpoint: Annotated[Checkpoint, MAY_CHANGE] = Checkpoint()
    """When to save checkpoints, and how many to keep."""
    generate: Annotated[Generate, MAY_CHANGE] = Generate()
    """Prompts and decoding, for `generate`, for `eval` and for the samples that a run shows."""
    eval: Annotated[Eval, MAY_CHANGE] = Eval()
    """What `eval` scores, and with which metrics."""
