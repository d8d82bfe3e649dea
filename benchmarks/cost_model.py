"""Cost model of training on several GPUs: bytes sent, memory and model FLOPs utilization (MFU), computed by formula.

    python benchmarks/cost_model.py [--models 0.5B 8B 70B] [--gpus 8 64 1024] [--tokens 16384] [--length 2048]

docs/scaling.md explains the formulas and shows the tables. tests/test_cost_model.py compares bytes and memory with what
a step on 2 and 4 processes counts. Times are estimates for H200 GPUs; nothing here has been measured on a GPU.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from instructgpt_cli.training.gradients import BUCKET_BYTES

FLOAT32, BFLOAT16 = 4, 2  # bytes
ADAMW_STATE = 8  # bytes per weight: two moments in float32
SUMS = 24  # bytes all-reduced after each step: loss, load-balancing loss and ranks out of memory, in float64
NORM = 4  # bytes per weight tensor, all-reduced for the gradient norm of a sharded model
# Bytes of traffic per hidden, intermediate and key-value unit: without and with gradient checkpointing.
TRAFFIC = {(False, False): (497, 28, 94), (False, True): (630, 38, 129)}  # replicated, with autocast
TRAFFIC |= {(True, False): (360, 28, 52), (True, True): (458, 38, 72)}  # sharded, in bfloat16
UPDATE_TRAFFIC = 40  # bytes per weight: AdamW reads 16 and writes 12, norm and clipping read 8 and write 4


@dataclass(frozen=True, slots=True)
class Decoder:
    """A dense Llama-like decoder. `bias`: whether the projections to queries, keys and values have one."""

    hidden: int
    intermediate: int
    layers: int
    heads: int
    key_value_heads: int
    vocabulary: int
    tied: bool = False
    bias: bool = False

    @property
    def key_value_width(self) -> int:
        return self.hidden // self.heads * self.key_value_heads

    def layer_shapes(self) -> list[tuple[int, ...]]:
        """The weights of a layer, in the order of the module."""
        hidden, inner, width = self.hidden, self.intermediate, self.key_value_width
        attention = [(rows, hidden) for rows in (hidden, width, width)]
        biases = [(rows,) for rows, _ in attention] if self.bias else []
        return [
            *attention,
            *biases,
            (hidden, hidden),
            (inner, hidden),
            (inner, hidden),
            (hidden, inner),
            (hidden,),
            (hidden,),
        ]

    def outer_shapes(self) -> list[tuple[int, ...]]:
        """The weights outside of the layers: embeddings, last norm, head."""
        matrix = (self.vocabulary, self.hidden)
        return [matrix, (self.hidden,)] if self.tied else [matrix, (self.hidden,), matrix]

    @property
    def layer_weights(self) -> int:
        return sum(map(math.prod, self.layer_shapes()))

    @property
    def outer_weights(self) -> int:
        return sum(map(math.prod, self.outer_shapes()))

    @property
    def tensors(self) -> int:
        return self.layers * len(self.layer_shapes()) + len(self.outer_shapes())

    @property
    def weights(self) -> int:
        return self.layers * self.layer_weights + self.outer_weights


# Sizes from config.json of Qwen2.5-0.5B, Llama-3.1-8B and Llama-3.1-70B.
MODELS = {
    "0.5B": Decoder(896, 4864, 24, 14, 2, 151_936, tied=True, bias=True),
    "8B": Decoder(4096, 14_336, 32, 32, 8, 128_256),
    "70B": Decoder(8192, 28_672, 80, 64, 8, 128_256),
}


@dataclass(frozen=True, slots=True)
class Cluster:
    """GPUs and links; rates are in one direction. docs/scaling.md has the sources."""

    per_node: int = 8
    memory: float = 141e9
    """Bytes per GPU."""
    flops: float = 989e12
    """bfloat16 products without sparsity, per second: the denominator of MFU."""
    memory_rate: float = 4.8e12
    nvlink: float = 450e9
    network: float = 50e9
    """Per GPU: each has a network card of its own."""
    product_share: float = 0.8
    """Of `flops`, in large products."""
    link_share: float = 0.8
    """Of the rates of links, in large collectives."""
    nvlink_hop: float = 3.4e-6
    network_hop: float = 9.6e-6
    """Seconds per step of a ring."""
    nvlink_tree_hop: float = 28e-6
    network_tree_hop: float = 50e-6

    def nodes(self, gpus: int) -> int:
        return -(-gpus // self.per_node)

    def rate(self, gpus: int) -> float:
        """Bytes that each GPU sends per second around rings. A ring crosses to the next machine at one GPU only, and
        each of the rings of a machine at another one, so that all its network cards add up."""
        limit = self.nvlink if gpus <= self.per_node else min(self.nvlink, self.per_node * self.network)
        return limit * self.link_share

    def ring_latency(self, gpus: int) -> float:
        nodes = self.nodes(gpus)
        return (gpus - nodes) * self.nvlink_hop + (nodes - 1) * self.network_hop

    def gather_seconds(self, size: float, gpus: int) -> float:
        """All-gather of `size` bytes, or reduce-scatter: rings, as in NCCL."""
        return part(size, gpus) / self.rate(gpus) + self.ring_latency(gpus)

    def reduce_seconds(self, size: float, gpus: int) -> float:
        """All-reduce of `size` bytes: a ring or a tree, whichever is faster, as in NCCL."""
        ring = 2 * self.gather_seconds(size, gpus)
        nodes = self.nodes(gpus)
        hops = (min(gpus, self.per_node) - 1) * self.nvlink_tree_hop + math.log2(nodes) * self.network_tree_hop
        return min(ring, 2 * (size / self.rate(gpus) + hops))


def part(size: float, ranks: int) -> float:
    """Bytes that a rank sends in an all-gather or a reduce-scatter of `size` bytes in total."""
    return size * (ranks - 1) / ranks


def padded(shapes: Sequence[tuple[int, ...]], ranks: int) -> int:
    """Elements of `shapes` with rows added so that each rank's shard has the same number, as FSDP2 does."""
    return sum(-(-rows // ranks) * ranks * math.prod(rest) for rows, *rest in shapes)


def buckets(model: Decoder) -> list[int]:
    """Bytes of each all-reduce of the gradients of a replicated model: see training/gradients.py."""
    inner, outer = [*model.layer_shapes()] * model.layers, model.outer_shapes()
    found: list[int] = []
    for shape in reversed([outer[0], *inner, *outer[1:]]):
        size = FLOAT32 * math.prod(shape)
        if found and found[-1] + size <= BUCKET_BYTES:
            found[-1] += size
        else:
            found.append(size)
    return found


def sharded_collectives(model: Decoder, ranks: int, weight: int = BFLOAT16) -> Iterator[tuple[str, int]]:
    """(all-gather or reduce-scatter, its bytes in total) of each collective of a micro-batch of a sharded model: each
    layer, and what is outside of them, is gathered for the forward and the backward pass, and its gradient reduced."""
    for shapes in [model.outer_shapes(), *[model.layer_shapes()] * model.layers]:
        elements = padded(shapes, ranks)
        yield "all-gather", weight * elements
        yield "all-gather", weight * elements
        yield "reduce-scatter", FLOAT32 * elements


def sent_replicated(model: Decoder, ranks: int) -> float:
    """Bytes that each rank sends per step, with any number of micro-batches."""
    return 2 * part(sum(buckets(model)) + SUMS, ranks)


def sent_sharded(model: Decoder, ranks: int, micro_batches: int = 1, weight: int = BFLOAT16) -> float:
    """Bytes that each rank sends per step."""
    each = sum(part(size, ranks) for _, size in sharded_collectives(model, ranks, weight))
    return micro_batches * each + 2 * part(SUMS + NORM * model.tensors, ranks)


def state_replicated(model: Decoder) -> int:
    """Bytes per rank of weights, gradients and AdamW's moments."""
    return (2 * FLOAT32 + ADAMW_STATE) * model.weights


def shard(model: Decoder, ranks: int) -> int:
    """Weights of the largest shard."""
    return (model.layers * padded(model.layer_shapes(), ranks) + padded(model.outer_shapes(), ranks)) // ranks


def state_sharded(model: Decoder, ranks: int) -> int:
    """Bytes of the largest shard of weights, gradients and AdamW's moments."""
    return (2 * FLOAT32 + ADAMW_STATE) * shard(model, ranks)


def saved_per_token(model: Decoder, sharded: bool) -> int:
    """Bytes per token that a layer saves for its backward pass, with fused attention. Without sharding, autocast leaves
    residuals and norms in float32."""
    return (20 if sharded else 30) * model.hidden + 8 * model.intermediate + 4 * model.key_value_width


def activations(model: Decoder, tokens: int, sharded: bool, checkpointing: bool) -> int:
    """Bytes saved by the layers for a micro-batch of `tokens`; with gradient checkpointing, the inputs of all layers,
    and all of the one that is computed again."""
    layer = saved_per_token(model, sharded)
    if not checkpointing:
        return tokens * model.layers * layer
    return tokens * (model.layers * (BFLOAT16 if sharded else FLOAT32) * model.hidden + layer)


def gathered(model: Decoder) -> int:
    """Bytes of the bfloat16 weights, their gradients, and buffers of collectives of a sharded model: at most the larger
    of two moments, in the backward pass of a layer and at its end, outside of the layers."""
    layer, outer = model.layer_weights, model.outer_weights
    # Outside: weights, gradient (of the head). A layer: weights and gradient, the next one's weights and their buffer,
    # and float32 buffers of its own reduce-scatter and of the previous one's.
    in_layer = 2 * BFLOAT16 * outer + (4 * BFLOAT16 + 2 * FLOAT32) * layer
    at_end = (2 * BFLOAT16 + FLOAT32) * outer + 2 * FLOAT32 * layer
    return max(in_layer, at_end)


def memory(model: Decoder, gpus: int, sharded: bool, tokens: int, checkpointing: bool) -> int:
    """Bytes per GPU: weights, gradients, optimizer state, activations, and copies of weights and gradients. CUDA,
    NCCL and fragmentation come on top."""
    saved = activations(model, tokens, sharded, checkpointing)
    if sharded:
        return state_sharded(model, gpus) + gathered(model) + saved
    return state_replicated(model) + BFLOAT16 * model.weights + max(buckets(model)) + saved  # autocast's copies


def traffic_per_token(model: Decoder, sharded: bool, checkpointing: bool) -> int:
    """Bytes that a layer's operations besides products and attention read and write per token, eager, counted."""
    hidden, intermediate, width = TRAFFIC[sharded, checkpointing]
    return hidden * model.hidden + intermediate * model.intermediate + width * model.key_value_width


@dataclass(frozen=True, slots=True)
class Work:
    """What each GPU computes per step: one micro-batch of `tokens`, in sequences of `length`, all of them targets."""

    tokens: int = 16_384
    length: int = 2_048
    checkpointing: bool = True

    def layer_flops(self, model: Decoder) -> float:
        """Forward pass of a layer; causal attention uses half of the positions."""
        return 2 * self.tokens * (model.layer_weights + self.length * model.hidden)

    def model_flops(self, model: Decoder) -> float:
        """Forward and backward, without what is computed again."""
        head = 2 * self.tokens * model.vocabulary * model.hidden
        return 3 * (model.layers * self.layer_flops(model) + head)


def step_seconds(model: Decoder, gpus: int, sharded: bool, work: Work, cluster: Cluster) -> float:
    """Seconds per step: computation, the part of communication that it does not hide, and the optimizer's update."""
    rate = cluster.flops * cluster.product_share
    passes = 4 if work.checkpointing else 3
    traffic = work.tokens * traffic_per_token(model, sharded, work.checkpointing) / cluster.memory_rate
    layer = passes * work.layer_flops(model) / rate + traffic
    head = 6 * work.tokens * model.vocabulary * model.hidden / rate
    weights = shard(model, gpus) if sharded else model.weights
    update = UPDATE_TRAFFIC * weights / cluster.memory_rate
    if not sharded:
        backward = (passes - 1) / passes * model.layers * layer + 2 / 3 * head
        sizes = buckets(model)
        reduced = sum(cluster.reduce_seconds(size, gpus) for size in sizes)
        exposed = max(reduced - backward, cluster.reduce_seconds(sizes[-1], gpus))  # the last one follows backward
        return model.layers * layer + head + exposed + update
    inner, outer = (padded(shapes, gpus) for shapes in (model.layer_shapes(), model.outer_shapes()))
    gather = cluster.gather_seconds(BFLOAT16 * inner, gpus)
    reduce = cluster.gather_seconds(FLOAT32 * inner, gpus)
    forward = max(layer / passes, gather)
    backward = max(layer * (passes - 1) / passes, gather + reduce)
    around = 2 * cluster.gather_seconds(BFLOAT16 * outer, gpus) + cluster.gather_seconds(FLOAT32 * outer, gpus)
    return model.layers * (forward + backward) + head + around + update


def utilization(model: Decoder, gpus: int, sharded: bool, work: Work, cluster: Cluster) -> float:
    """MFU: FLOPs of the model per second, of what the GPUs could do."""
    return work.model_flops(model) / step_seconds(model, gpus, sharded, work, cluster) / cluster.flops


def rows(name: str, gpus: Sequence[int], work: Work, cluster: Cluster) -> Iterator[str]:
    """Table rows of a model."""
    model = MODELS[name]
    for sharded in (False, True):
        for count in gpus:
            sent = sent_sharded(model, count) if sharded else sent_replicated(model, count)
            needed = memory(model, count, sharded, work.tokens, work.checkpointing)
            seconds, share = "does not fit", ""
            if needed <= cluster.memory:
                seconds = f"{step_seconds(model, count, sharded, work, cluster):.2f} s"
                share = f"{100 * utilization(model, count, sharded, work, cluster):.0f} %"
            cells = [name, "sharded" if sharded else "replicated", f"{count:,}", f"{sent / 1e9:,.1f} GB"]
            yield f"| {' | '.join([*cells, f'{needed / 1e9:,.0f} GB', seconds, share])} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", choices=MODELS, nargs="+", default=[*MODELS])
    parser.add_argument("--gpus", type=int, nargs="+", default=[8, 64, 1024])
    parser.add_argument("--tokens", type=int, default=Work().tokens)
    parser.add_argument("--length", type=int, default=Work().length)
    args = parser.parse_args()
    print("| model | weights | GPUs | sent per GPU and step | memory per GPU | step | MFU |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name in args.models:
        work = Work(args.tokens, args.length, checkpointing=name != "0.5B")
        print("\n".join(rows(name, args.gpus, work, Cluster())))


if __name__ == "__main__":
    main()
