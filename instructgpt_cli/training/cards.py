"""Accelerators by name, and how long a training step takes on one: formulas, not measurements.

    products    6 operations per weight and token (forward 2, backward 4), of the head per target; 4 if it is frozen;
                2 more with gradient checkpointing. Attention: 6 (8) * hidden size * length per layer and token, since
                a causal mask leaves half of its products
    the rest    norms, activations, residuals and casts move 632 bytes per hidden unit, layer and token, a third more
                with gradient checkpointing

divided by `PRODUCT_RATE` of the card's dense 16-bit rate, and by its memory bandwidth.
"""

from dataclasses import dataclass

from instructgpt_cli.errors import UsageError
from instructgpt_cli.suggest import nearest

PRODUCT_RATE = 0.75
BYTES_A_UNIT = 632


@dataclass(frozen=True, slots=True)
class Card:
    """Memory in bytes, dense 16-bit operations (float32 accumulation) and bytes of memory per second."""

    memory: float
    operations: float
    bandwidth: float
    has_bf16: bool = True


# From NVIDIA's data sheets, dense rates: https://www.nvidia.com/en-us/data-center/ (b200, h200, h100 SXM, a100, l40s,
# l4, t4), the Ada and Ampere GeForce architecture whitepapers (4090, 3090).
CARDS = {
    "b200": Card(180e9, 2250e12, 8.0e12),
    "h200": Card(141e9, 989e12, 4.8e12),
    "h100": Card(80e9, 989e12, 3.35e12),
    "a100-80g": Card(80e9, 312e12, 2.039e12),
    "a100-40g": Card(40e9, 312e12, 1.555e12),
    "l40s": Card(48e9, 362e12, 0.864e12),
    "4090": Card(24e9, 165e12, 1.008e12),
    "3090": Card(24e9, 71e12, 0.936e12),
    "l4": Card(24e9, 121e12, 0.3e12),
    "t4": Card(16e9, 65e12, 0.32e12, has_bf16=False),
}


def card(name: str) -> Card:
    """The card of that name. Raises `UsageError` for an unknown one."""
    known = name.lower()
    if known not in CARDS:
        near = nearest(known, list(CARDS))
        raise UsageError(
            f"--estimate-for: unknown card {name!r}", f"Did you mean {near}?" if near else f"One of {', '.join(CARDS)}."
        )
    return CARDS[known]


@dataclass(frozen=True, slots=True)
class Work:
    """What a step computes."""

    matrices: int
    """Weights that a token is multiplied by, without the head."""
    trained: int
    """How many of them are trained."""
    head: int
    trains_head: bool
    layers: int
    hidden: int
    tokens: int
    targets: int
    context: float
    """The mean length of a token's sequence."""
    recomputes: bool

    @property
    def operations(self) -> float:
        passes = 6 if self.recomputes else 4
        inside = passes * self.matrices + 2 * self.trained
        attention = (8 if self.recomputes else 6) * self.layers * self.hidden * self.context
        return self.tokens * (inside + attention) + self.targets * self.head * (6 if self.trains_head else 4)

    @property
    def moved(self) -> float:
        """Bytes beside products."""
        return (4 / 3 if self.recomputes else 1) * BYTES_A_UNIT * self.tokens * self.layers * self.hidden


def seconds_a_step(work: Work, on: Card) -> float:
    return work.operations / (PRODUCT_RATE * on.operations) + work.moved / on.bandwidth
