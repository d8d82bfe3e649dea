"""Line charts: buckets, axes, numbers and legends."""

import itertools
import math
import re

import pytest

from instructgpt_cli.run import charts
from instructgpt_cli.run.charts import Series


def test_buckets_keep_order_mean_and_spread() -> None:
    points = [(float(x), float(x % 2)) for x in range(1000)] + [(5.5, math.nan)]
    line = charts.buckets(points, 100)
    assert len(line) == 100
    assert [b.x for b in line] == sorted(b.x for b in line)
    assert all((b.mean, b.low, b.high) == (0.5, 0.0, 1.0) for b in line)
    assert [b.mean for b in charts.buckets([(2, 9.0), (1, 8.0)], 100)] == [8.0, 9.0]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 10, [0, 2, 4, 6, 8, 10]), (0.97, 1.03, [0.98, 1.0, 1.02]), (0, 1500, [0, 500, 1000, 1500]), (3, 3, [3])],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert charts.ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234, "1,234"),
        (0.01234, "0.0123"),
        (12_345, "12.3k"),
        (999.7, "1,000"),
        (999_700, "1M"),
        (3e-5, "3e-5"),
        (1.5e-4, "1.5e-4"),
        (2e7, "20M"),
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert charts.number(value) == text


def test_a_wide_range_gets_a_logarithmic_axis() -> None:
    falling = [(float(s), 10.0 ** (-s / 50)) for s in range(101)]
    [line] = re.findall(r'polyline[^>]*points="([^"]+)"', charts.chart("x", [Series("a", falling)]))
    heights = [float(y) for y in re.findall(r",([0-9.]+)", line)]
    steps = [b - a for a, b in itertools.pairwise(heights)]
    assert max(steps) - min(steps) < 0.25  # a straight line


def test_the_legend_shows_the_last_value() -> None:
    """Also for a schedule that ends at zero; values that are not finite do not count."""
    falling = [(float(s), 1e-3 * (1 - s / 1000)) for s in range(1001)]
    for points in (falling, [*falling, (1001.0, math.nan)]):
        assert ">lr <b>0</b>" in charts.chart("Learning rate", [Series("lr", points)], from_zero=True)


@pytest.mark.parametrize("points", [[], [(1.0, math.nan)]])
def test_no_chart_without_points(points: list[tuple[float, float]]) -> None:
    assert charts.chart("x", [Series("a", points)]) == ""


@pytest.mark.parametrize("value", [0.0, -3.0, 1e-30, 1e30])
def test_a_single_point_is_inside_the_plot(value: float) -> None:
    drawn = charts.chart("x", [Series("<a>", [(1.0, value)])])
    [place] = re.findall(r'cx="([0-9.]+)" cy="([0-9.]+)"', drawn)
    assert 0 <= float(place[0]) <= charts.WIDTH
    assert 0 <= float(place[1]) <= charts.HEIGHT
    assert "&lt;a&gt;" in drawn


def test_a_legend_can_show_another_number() -> None:
    assert ">loss <b>0.25</b>" in charts.chart("Loss", [Series("loss", [(1.0, 2.0), (2.0, 1.0)], shown=0.25)])
