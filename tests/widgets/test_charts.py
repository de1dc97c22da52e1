"""Charts as text."""

import pytest
from textual.content import Content

from hearts_tui.domain.item import Bar, Chart
from hearts_tui.widgets.charts import BarChart

HOURS = Chart(
    title="Million hours", bars=(Bar(label="A week", value=29.0), Bar(label="B", value=7.25))
)


def rows(chart: Chart, width: int) -> list[str]:
    """Return the bars as they are drawn at a width."""
    return [paragraph.content.plain for paragraph in BarChart(chart)._paragraphs(width)][2:]


def test_figures_have_one_number_of_decimals() -> None:
    assert BarChart(HOURS).plain == "Million hours\nA week 29.00\nB 7.25"


@pytest.mark.parametrize("width", [20, 38, 41, 72, 120])
def test_the_longest_bar_takes_the_room_there_is(width: int) -> None:
    longest, shorter = rows(HOURS, width)
    assert len(longest) <= width
    assert longest.count("━") == min(40, width - len("A week  29.00"))
    assert shorter.count("━") == round(7.25 / 29 * longest.count("━"))
    assert BarChart(HOURS).height(width) == 4


def test_a_chart_of_nothings_and_one_without_bars_are_drawn() -> None:
    nothing = Chart(title="Nothing", bars=(Bar(label="A", value=0.0),))
    assert rows(nothing, 40) == ["A  0"]
    assert rows(Chart(title="Empty", bars=()), 40) == []
    assert BarChart(nothing).content == Content("")
