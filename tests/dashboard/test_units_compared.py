import polars as pl

from dashboard import units_compared
from dashboard.figures.funnel_plot import funnel_plot as drawn_plot
from dashboard.figures.palette import LIGHT
from dashboard.filters import Filters
from dashboard.places import Places
from dashboard.tone import Tone
from metrics.engine import PARTS, readings
from metrics.registry import kpi
from metrics.signals.funnel_plot import funnel_plot

FCR = kpi("first_contact_resolution")
PLACES = Places([{"unit": "C", "name_zh": "丙店", "name_en": "Unit C", "region": None}])


def plotted():
    """Return the funnel plot of 180 hits among 300: C lies 4.1 sigmas above, A and B 2.04 below."""
    hits = {"A": 50, "B": 50, "C": 80}
    rows = [{**dict.fromkeys(PARTS, 0), "n": 100, "total": float(number)} for number in hits.values()]
    return funnel_plot(FCR, readings(FCR, pl.DataFrame(rows, schema=PARTS).with_columns(unit=pl.Series([*hits]))))


def test_only_a_unit_beyond_the_outer_line_is_good_or_bad(shown):
    dots = units_compared.dots(shown(unit="A"), plotted(), PLACES, "en")
    assert [(dot.key, dot.tone, dot.is_beyond, dot.is_chosen) for dot in dots] == [
        ("A", Tone.QUIET, False, True),
        ("B", Tone.QUIET, False, False),
        ("C", Tone.GOOD, True, False),
    ]
    assert dots[2].hover == "Unit C: 80.0 % (beyond the 99.8 % line), n = 100"


def test_more_of_what_should_be_little_is_bad():
    assert units_compared.tone(kpi("repeat_contact_rate"), 2) is Tone.BAD
    assert units_compared.tone(kpi("repeat_contact_rate"), -2) is Tone.GOOD
    assert units_compared.tone(FCR, -1) is Tone.QUIET


def test_the_table_puts_the_furthest_first_and_leads_to_each_unit(shown):
    table = units_compared.table(shown(unit=None), plotted(), PLACES, Filters(part="units"), "en")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Unit C", "80.0 %", "100", "beyond the 99.8 % line"],
        ["A", "50.0 %", "100", "beyond the 95 % line"],
        ["B", "50.0 %", "100", "beyond the 95 % line"],
    ]
    assert table.rows[0].cells[0].href == "kpi?unit=C&part=units"


def test_the_alternative_names_those_beyond_chance(shown):
    plot = plotted()
    dots = units_compared.dots(shown(unit=None), plot, PLACES, "zh")
    said = units_compared.alternative(shown(unit=None), plot, dots, "zh")
    assert said == "一次性解决率:3 个中心,整体 60.0 %;超出 99.8 % 线的:丙店。"


def test_the_figure_holds_limits_whole_and_units(shown):
    plot = plotted()
    dots, lines = (make(shown(unit=None), plot, *rest) for make, rest in (
        (units_compared.dots, (PLACES, "en")), (units_compared.lines, ("en",))
    ))  # fmt: skip
    figure = drawn_plot(dots, lines, LIGHT)
    assert [trace.type for trace in figure.data] == ["scatter"] * 6
    assert list(figure.data[-1].customdata) == ["A", "B", "C"]
    assert list(figure.data[-1].marker.symbol) == ["circle", "circle", "diamond"]
    assert [note.text for note in figure.layout.annotations][:3] == ["99.8 %", "95 %", "whole 60.0 %"]
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("n", "First-contact resolution")
