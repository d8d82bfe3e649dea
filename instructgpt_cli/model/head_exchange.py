"""Context parallelism: attention over a packed stream whose tokens are divided among ranks.

Each of R ranks computes all but attention for N / R consecutive tokens. Attention needs all tokens of a head, and no
other head: before it, the ranks exchange their tokens' heads so that each has all N tokens of H / R heads, and after it
back (DeepSpeed-Ulysses, Jacobs et al., 2023, arXiv:2309.14509). Results are those of one rank, for any attention.

Shapes: n tokens of a rank, N = n R tokens, H heads, D head size.
"""

from collections.abc import Callable

import torch
import torch.distributed as dist
from torch import Tensor

from instructgpt_cli.errors import ModelError
from instructgpt_cli.model.attention_support import GatherScatter


class HeadExchange:
    """The exchange between the `size` ranks of `group`, of which this process is `rank`."""

    def __init__(self, group: dist.ProcessGroup, rank: int, size: int) -> None:
        self.group, self.rank, self.size = group, rank, size

    def to_heads(self, part_nHD: Tensor) -> Tensor:
        """All tokens of this rank's heads: [n, H, D] -> [N, H / R, D]. Collective.

        Fewer key heads than ranks are repeated. Raises `ModelError` where the heads cannot be divided evenly.
        """
        heads = part_nHD.shape[1]
        if heads < self.size and self.size % heads == 0:
            part_nHD = part_nHD.repeat_interleave(self.size // heads, dim=1)
        elif heads % self.size:
            raise ModelError(
                f"train.context_parallel: {self.size} ranks cannot divide the model's {heads} attention heads evenly",
                "Choose a divisor of the number of heads.",
            )
        apply: Callable[..., Tensor] = GatherScatter.apply
        return apply(part_nHD, self._swap_to_heads, self._swap_to_tokens)

    def to_tokens(self, stream_NHD: Tensor) -> Tensor:
        """All heads of this rank's tokens: [N, H / R, D] -> [n, H, D]. Collective."""
        apply: Callable[..., Tensor] = GatherScatter.apply
        return apply(stream_NHD, self._swap_to_tokens, self._swap_to_heads)

    def _swap_to_heads(self, part: Tensor) -> Tensor:
        """`to_heads` without gradient."""
        tokens, heads, size = part.shape
        by_rank = part.view(tokens, self.size, heads // self.size, size).transpose(0, 1)
        return self._swap(by_rank).flatten(0, 1)

    def _swap_to_tokens(self, stream: Tensor) -> Tensor:
        """`to_tokens` without gradient."""
        tokens, heads, size = stream.shape
        by_rank = stream.reshape(self.size, tokens // self.size, heads, size)
        return self._swap(by_rank).transpose(0, 1).flatten(1, 2)

    def _swap(self, sent: Tensor) -> Tensor:
        """Send `sent[r]` to rank r; [R, ...] -> [R, ...]."""
        sent = sent.contiguous()
        received = torch.empty_like(sent)
        dist.all_to_all_single(received, sent, group=self.group)
        return received
