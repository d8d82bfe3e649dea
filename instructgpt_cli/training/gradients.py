"""The all-reduce of gradients where every rank holds all weights: in buckets, of fixed contents and in a fixed order.

What torch's DistributedDataParallel does, without two things that exclude it here: it makes its buckets anew after the
first step, so that a resumed run would sum in another order than an uninterrupted one; and it needs a backward pass on
every rank, while a step may have no sequence for a rank.
"""

from collections.abc import Iterator, Sequence

import torch
import torch.distributed as dist
from torch import Tensor, nn

# As in DistributedDataParallel: large enough for the bandwidth, small enough that much of it overlaps with backward.
BUCKET_BYTES = 25 << 20


class GradientReducer:
    """Sums the gradients of `parameters` over all ranks.

    With `overlaps`, a bucket is sent while backward still computes the gradients of earlier layers; else all are sent
    after backward. The sums are the same bits either way.
    """

    def __init__(self, parameters: Sequence[nn.Parameter], overlaps: bool) -> None:
        self._buckets = list(_buckets(parameters[::-1]))  # backward ends with the first layers
        self._place = {parameter: i for i, bucket in enumerate(self._buckets) for parameter in bucket}
        self._missing: list[int] = []
        self._sent: list[dist.Work] = []
        for parameter in parameters if overlaps else ():
            parameter.register_post_accumulate_grad_hook(self._reached)  # type: ignore[no-untyped-call]

    def expect_last_backward(self) -> None:
        """Call it before the last backward pass of a step: the gradients that it reaches are complete."""
        self._missing = [len(bucket) for bucket in self._buckets]

    def finish(self) -> None:
        """Sends the rest, also for weights that no backward pass of this rank has reached, and waits for all sums."""
        while len(self._sent) < len(self._buckets):
            self._send()
        for work in self._sent:
            work.wait()
        self._sent.clear()
        self._missing.clear()

    def _reached(self, parameter: Tensor) -> None:
        if not self._missing:
            return
        self._missing[self._place[parameter]] -= 1  # type: ignore[index]  # the hook is a parameter's
        while len(self._sent) < len(self._buckets) and not self._missing[len(self._sent)]:
            self._send()

    @torch.no_grad()
    def _send(self) -> None:
        """Starts the all-reduce of the next bucket. Its gradients become views of the one tensor that is sent."""
        bucket = self._buckets[len(self._sent)]
        gradients = [torch.zeros_like(p) if p.grad is None else p.grad for p in bucket]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        for parameter, part in zip(bucket, torch.split(flat, [p.numel() for p in bucket]), strict=True):
            parameter.grad = part.view_as(parameter)
        work = dist.all_reduce(flat, async_op=True)
        assert work is not None
        self._sent.append(work)


def _buckets(parameters: Sequence[nn.Parameter]) -> Iterator[list[nn.Parameter]]:
    bucket: list[nn.Parameter] = []
    for parameter in parameters:
        is_full = sum(p.nbytes for p in bucket) + parameter.nbytes > BUCKET_BYTES
        if bucket and (is_full or parameter.dtype != bucket[0].dtype):
            yield bucket
            bucket = []
        bucket.append(parameter)
    if bucket:
        yield bucket
