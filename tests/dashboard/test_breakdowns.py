import polars as pl
import pytest

from dashboard import breakdowns, segments
from dashboard.figures.bars import Bar, Whole, bars
from dashboard.figures.palette import LIGHT
from dashboard.filters import Filters
from dashboard.places import EVERYWHERE, Place, Places
from metrics.engine import PARTS, readings
from metrics.model import Direction
from metrics.registry import kpi

FCR = kpi("first_contact_resolution")
PLACES = Places(
    [
        {
            "unit": "N1",
            "name_zh": "北一店",
            "name_en": "North One",
            "region": "N",
            "region_zh": "北",
            "region_en": "North",
        }
    ]
)


def cut(counts, by="channel", of=FCR):
    """Return readings of {value: (hits, n)}, one row each."""
    rows = [{**dict.fromkeys(PARTS, 0), "n": n, "total": float(hits)} for hits, n in counts.values()]
    frame = pl.DataFrame(rows, schema=PARTS).with_columns(pl.Series(by, [*counts]))
    return readings(of, frame).to_dicts()


def grouped(counts, by="channel", language="en"):
    return breakdowns.groups(FCR, by, cut(counts, by), PLACES, language)


def test_the_worst_stands_first_and_groups_without_a_figure_last():
    found = grouped({"phone": (8, 10), "web": (5, 10), "app": (1, 2)})
    assert [group.name for group in found] == ["web", "phone", "app"]
    assert [group.has_figure for group in found] == [True, True, False]


def test_where_less_is_better_the_highest_stands_first():
    rate = kpi("repeat_contact_rate")
    assert rate.direction is Direction.LOWER_IS_BETTER
    found = breakdowns.groups(rate, "channel", cut({"phone": (8, 10), "web": (5, 10)}, of=rate), PLACES, "en")
    assert [group.key for group in found] == ["phone", "web"]


def test_a_group_without_any_row_is_left_out():
    assert grouped({"phone": (0, 0)}) == []


def test_a_bar_reads_as_its_value_its_interval_and_its_rows():
    (bar,) = breakdowns.bars(FCR, grouped({"phone": (60, 100)}), "en")
    assert bar.hover == "phone: 60.0 % (50.2–69.1 %), n = 100"
    assert bar.end == "60.0 % · n = 100"


def test_of_many_groups_those_with_most_rows_are_drawn():
    many = {f"g{number:02d}": (number, 10 + number) for number in range(30)}
    drawn = breakdowns.drawn(grouped(many, "agent"))
    assert len(drawn) == breakdowns.MOST
    assert {group.key for group in drawn} == {f"g{number:02d}" for number in range(10, 30)}


def test_a_place_in_the_table_leads_to_its_page(shown):
    found = grouped({"N1": (8, 10)}, "unit")
    table = breakdowns.table(shown(unit=None), "unit", found, Filters(part="breakdown"), "en")
    assert [cell.text for cell in table.rows[0].cells] == ["North One", "80.0 %", "49.0–94.3 %", "10"]
    assert table.rows[0].cells[0].href == "kpi?unit=N1&part=breakdown"
    assert breakdowns.place_address("channel", "phone", Filters()) == ""


def test_the_whole_is_a_line_with_its_value(shown):
    assert breakdowns.whole(shown(now=(60, 100)), [], "zh") == Whole(0.6, "整体 60.0 %", {"tickformat": ".1~%"})
    assert breakdowns.whole(shown(now=None), [], "zh") is None


@pytest.mark.parametrize(
    ("place", "first"),
    [(EVERYWHERE, ["region", "unit"]), (Place("region", "N"), ["unit", "channel"]), (Place("unit", "N1"), ["channel"])],
)
def test_a_place_is_not_cut_by_what_it_has_only_one_of(place, first):
    assert segments.dimensions(FCR, place, PLACES)[: len(first)] == first


def test_a_dimension_that_does_not_apply_gives_way_to_the_usual_one():
    assert segments.dimension("stage", ["region", "unit", "channel"]) == "unit"
    assert segments.dimension("unit", ["channel", "category"]) == "channel"
    assert segments.dimension("channel", ["unit", "channel"]) == "channel"


def test_values_are_called_by_their_names():
    assert segments.called("unit", "N1", PLACES, "zh") == "北一店"
    assert segments.called("channel", "phone", PLACES, "zh") == "电话"
    assert segments.called("product", "phone", PLACES, "zh") == "phone"
    assert segments.names("unit", ["N1"], PLACES)["unit", "N1"].en == "North One"
    assert segments.heading(FCR, "region", "zh") == "大区"


def test_bars_begin_at_zero_and_carry_interval_average_and_key():
    drawn = bars([Bar("N1", "<i>N1</i>", 0.6, 0.5, 0.7, "60 %", "h"), Bar("S1", "S1", 0.8, None, None, "80 %", "h")],
                 Whole(0.7, "whole 70 %", {"tickformat": ".0%"}), LIGHT)  # fmt: skip
    assert drawn.layout.xaxis.rangemode == "tozero"
    assert list(drawn.data[0].customdata) == ["N1", "S1"]
    assert list(drawn.data[1].x) == [0.5, 0.7, None]
    assert drawn.layout.shapes[0].x0 == drawn.layout.shapes[0].x1 == 0.7
    assert drawn.layout.yaxis.ticktext[0] == "&lt;i&gt;N1&lt;/i&gt; "
