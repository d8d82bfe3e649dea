"""Line charts as inline SVG: pure functions from numbers to markup, styled by the page's CSS."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH, HEIGHT = 440.0, 240.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 22.0, 10.0, 28.0
BUCKETS = 160
"""The most points of a drawn line: enough to show its shape, few enough to smooth its noise."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """One line. Points that are not finite are omitted; `dots` marks each of the others.

    The legend shows `shown`, or the last value.
    """

    name: str
    points: Sequence[Point]
    dots: bool = False
    shown: float | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """Neighboring points drawn as one: their mean, their range, and the last of them."""

    x: float
    mean: float
    low: float
    high: float
    last: float


def chart(title: str, series: Sequence[Series], *, from_zero: bool = False) -> Markup:
    """A figure with a legend that shows a number for each line; empty without points.

    The vertical axis is logarithmic if the values span more than a factor of 50, unless it starts at zero.
    """
    drawn = [(one, buckets(one.points)) for one in series]
    drawn = [(one, line) for one, line in drawn if line]
    if not drawn:
        return Markup("")
    low = min(bucket.mean for _, line in drawn for bucket in line)
    high = max(bucket.mean for _, line in drawn for bucket in line)
    logarithmic = not from_zero and low > 0 and high / low > 50
    axis_y = _Axis.around(0.0 if from_zero else low, high, logarithmic)
    axis_x = _Axis(0.0, max(x for one, _ in drawn for x, _ in one.points) or 1.0)
    body = Markup("").join([_grid(axis_x, axis_y), *(_line(i, *one, axis_x, axis_y) for i, one in enumerate(drawn))])
    legend = Markup("").join(
        Markup('<span class="key s{}">{} <b>{}</b></span>').format(i, one.name, number(_shown(one, line)))
        for i, (one, line) in enumerate(drawn)
    )
    return Markup(
        '<figure class="chart"><figcaption><h3>{}</h3><div class="legend">{}</div></figcaption>'
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg></figure>'
    ).format(title, legend, f"{WIDTH:g}", f"{HEIGHT:g}", title, body)


def _shown(one: Series, line: Sequence[Bucket]) -> float:
    return line[-1].last if one.shown is None else one.shown


def buckets(points: Sequence[Point], limit: int = BUCKETS) -> list[Bucket]:
    """At most `limit` buckets with equal numbers of points, in the order of x."""
    good = sorted((x, y) for x, y in points if math.isfinite(x) and math.isfinite(y))
    count = min(limit, len(good))
    out = []
    for i in range(count):
        part = good[i * len(good) // count : (i + 1) * len(good) // count]
        values = [y for _, y in part]
        x, mean = sum(x for x, _ in part) / len(part), sum(values) / len(values)
        out.append(Bucket(x, mean, min(values), max(values), values[-1]))
    return out


def number(value: float) -> str:
    """Three significant digits in short form: `0.0123`, `12.3k`, `3e-5`."""
    size = abs(float(f"{value:.3g}"))  # 999.7 is rounded to 1000 first
    if size >= 1e9 or (size and size < 1e-3):
        return f"{value:.2e}".replace("e-0", "e-").replace("e+0", "e").replace(".00e", "e").replace("0e", "e")
    for unit, scale in (("M", 1e6), ("k", 1e4)):
        if size >= scale:
            return f"{value / (1e6 if unit == 'M' else 1e3):.3g}{unit}"
    return f"{value:,.0f}" if size >= 1000 else f"{value:.3g}"


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """About `wanted` round values from `low` to `high`."""
    if not high > low:
        return [low]
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * k for k in (1, 2, 2.5, 5, 10) if power * k >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [k * step for k in range(first, math.floor(high / step + 1e-9) + 1)]


@dataclass(frozen=True, slots=True)
class _Axis:
    low: float
    high: float
    logarithmic: bool = False

    @classmethod
    def around(cls, low: float, high: float, logarithmic: bool) -> "_Axis":
        """An axis with a margin above, and below unless it starts at zero."""
        if logarithmic:
            return cls(low / 1.15, high * 1.15, True)
        margin = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
        return cls(low - margin if low else 0.0, high + margin)

    def share(self, value: float) -> float:
        """The position of `value`: 0 at the low end, 1 at the high end."""
        if self.logarithmic:
            value = max(value, self.low / 10)
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        if not self.logarithmic:
            return ticks(self.low, self.high)
        exponents = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        digits = (1, 3) if len(exponents) <= 4 else (1,)
        marks = [digit * 10.0**exponent for exponent in exponents for digit in digits]
        return [mark for mark in marks if self.low <= mark <= self.high]


def _x(axis: _Axis, value: float) -> str:
    return f"{LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT):.1f}"


def _y(axis: _Axis, value: float) -> str:
    """Clipped to the plot: a range may reach beyond the means that set the scale."""
    share = min(max(axis.share(value), 0.0), 1.0)
    return f"{HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM):.1f}"


def _grid(axis_x: _Axis, axis_y: _Axis) -> Markup:
    marks = []
    for value in axis_y.ticks():
        y = _y(axis_y, value)
        marks.append(f'<line class="grid" x1="{LEFT:g}" x2="{WIDTH - RIGHT:g}" y1="{y}" y2="{y}"/>')
        place = f'x="{LEFT - 8:g}" y="{y}" dy="0.35em" text-anchor="end"'
        marks.append(f'<text class="tick" {place}>{number(value)}</text>')
    for value in ticks(axis_x.low, axis_x.high):
        if value == int(value):  # steps are whole
            label = f"{value:,.0f}" if value < 100_000 else number(value)
            place = f'x="{_x(axis_x, value)}" y="{HEIGHT - 8:g}" text-anchor="middle"'
            marks.append(f'<text class="tick" {place}>{label}</text>')
    return Markup("".join(marks))


def _line(index: int, series: Series, line: Sequence[Bucket], axis_x: _Axis, axis_y: _Axis) -> Markup:
    upper = [f"{_x(axis_x, b.x)},{_y(axis_y, b.high)}" for b in line]
    lower = [f"{_x(axis_x, b.x)},{_y(axis_y, b.low)}" for b in reversed(line)]
    parts = []
    if any(bucket.high > bucket.low for bucket in line):
        parts.append(f'<polygon class="spread s{index}" points="{" ".join(upper + lower)}"/>')
    middle = " ".join(f"{_x(axis_x, b.x)},{_y(axis_y, b.mean)}" for b in line)
    parts.append(f'<polyline class="line s{index}" points="{middle}"/>')
    if series.dots or len(line) == 1:
        for b in line:
            label = f"{escape(series.name)}: {number(b.mean)} at step {b.x:,.0f}"
            place = f'cx="{_x(axis_x, b.x)}" cy="{_y(axis_y, b.mean)}"'
            parts.append(f'<circle class="dot s{index}" {place} r="3"><title>{label}</title></circle>')
    return Markup("".join(parts))
