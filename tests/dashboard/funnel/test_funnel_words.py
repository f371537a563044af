"""The funnel in words: the message, the sentence, names, notes and tables, from readings of tiny funnels."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from dashboard import cohort_trend
from dashboard.filters import Filters
from dashboard.funnel_choice import choose
from dashboard.funnel_names import Names
from dashboard.funnel_notes import notes
from dashboard.funnel_sentences import message, rules, sentence
from dashboard.places import EVERYWHERE, Places
from dashboard.rows import Reader
from dashboard.segment_grid import MOST, Grid
from dashboard.tone import Tone
from metrics.funnel import Funnel, Mode, Skipped, Stage
from metrics.funnel.falls import bars, falls
from metrics.store.funnel_summary import FunnelSummary
from metrics.text import Text

STAGES = tuple(Stage(key, Text(zh, en)) for key, zh, en in (("a", "甲", "First"), ("b", "乙", "Second")))
FUNNEL = Funnel("test", Text("测试", "Test"), STAGES, timedelta(days=10), Mode.ORDERED, Skipped.STRICT)
AS_OF = datetime(2025, 6, 30, tzinfo=UTC)
REASONS = [("*", "x", 2, 1.0), ("a", "x", 2, 1.0)]
SEGMENT = {"step": 1, "stage": "a", "dimension": "channel", "n": 50, "lost": 20, "share": 0.4, "rest_share": 0.1}


def stages(lost=2, timed_out=1, still_open=0, entered=10):
    converted = entered - lost - timed_out - still_open
    first = {"step": 1, "stage": "a", "entered": entered, "converted": converted, "lost": lost}
    last = {"step": 2, "stage": "b", "entered": converted, "converted": converted, "lost": 0}
    rows = [first | {"timed_out": timed_out, "open": still_open}, last | {"timed_out": 0, "open": 0}]
    shares = {
        "overall_conversion": [1.0, converted / entered if entered else None],
        "imputed": [0, 3],
        "held_up": [0, 0],
    }
    return pl.DataFrame(rows).with_columns(**{name: pl.Series(values) for name, values in shares.items()})


def summary(**said):
    told = stages(**{name: said.pop(name) for name in ("lost", "timed_out", "still_open", "entered") if name in said})
    lost = pl.DataFrame([(1, "a", "x", int(told["lost"][0]))], schema=["step", "stage", "reason", "lost"], orient="row")
    pieces = falls(FUNNEL, told, lost.filter(pl.col("lost") > 0))
    names = pl.DataFrame(
        [(*row, "原因甲", None) for row in REASONS],
        schema=["stage", "reason", "lost", "share", "reason_zh", "reason_en"],
        orient="row",
    )
    immature = [said.pop("immature", 0)]
    change = {"step": [2], "difference": [said.pop("moved", None)], "verdict": [said.pop("verdict", "no_comparison")]}
    totals = told.select(pl.col("lost", "timed_out", "open", "imputed", "held_up").sum()).row(0, named=True)
    totals |= {"entered": told["entered"][0], "converted": told["converted"][-1]}
    nothing = pl.DataFrame()
    return FunnelSummary(
        funnel=FUNNEL, as_of=AS_OF, load=1, totals=totals, stages=told, pieces=pieces, bars=bars(pieces),
        bars_before=nothing, change=nothing, change_since_start=pl.DataFrame(change | {"immature": immature}),
        reasons=names, left_out=nothing, survey=said.pop("survey", nothing),
        segments=said.pop("segments", pl.DataFrame([SEGMENT | {"segment": "phone", "verdict": "chance"}])),
        values={}, foreign=said.pop("foreign", pl.DataFrame(schema=["stage", "entries"])),
    )  # fmt: skip


def names_in(language):
    places = Places([])
    return Names(FUNNEL, summary().reasons, places, Reader(language, "Asia/Shanghai", places))


@pytest.fixture
def may():
    return choose({"test": FUNNEL}, Filters(), "2025-05")[0]


def test_the_message_tells_how_many_were_completed_and_where_most_were_lost(may):
    assert message(summary(), may, EVERYWHERE, names_in("en")) == (
        "May 2025: 70.0 % of the 10 cases that entered were completed; most were lost after First (2, 20.0 %)"
    )
    assert message(summary(), may, EVERYWHERE, names_in("zh")) == (
        "2025 年 5 月进入的 10 个案件:70.0 % 完成,流失最多的是“甲”之后(2,20.0 %)"
    )


def test_open_cases_make_the_message_a_preliminary_one(may):
    told = message(summary(still_open=3, lost=0, timed_out=0), may, EVERYWHERE, names_in("en"))
    assert told == "May 2025: 70.0 % of the 10 cases that entered are completed so far (still open: 3); none was lost"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"moved": -0.1, "verdict": "real"}, "Completion is down 10.0 percentage points on April 2025 (real change)."),
        ({"moved": 0.02, "verdict": "noise"}, "Completion is up 2.0 percentage points on April 2025 (within noise)."),
        ({"moved": 0.0, "verdict": "noise"}, "Completion is the same as in April 2025."),
        ({}, "There are no cases in April 2025 to compare with."),
        (
            {"verdict": "too_early", "immature": 4},
            "The window (10 days) has not passed yet for 4 of them, so nothing is compared with April 2025.",
        ),
    ],
)
def test_the_sentence_tells_real_change_from_noise_and_from_what_is_too_early(may, said, words):
    assert sentence(summary(**said), may, names_in("en")).startswith(words)


def test_the_sentence_names_the_surest_segment_beyond_chance(may):
    worse = [SEGMENT | {"segment": "phone", "verdict": "worse"}, SEGMENT | {"segment": "web", "verdict": "worse"}]
    told = sentence(summary(segments=pl.DataFrame(worse)), may, names_in("zh"))
    assert told.endswith("2 处流失超出偶然,最明显的是“甲”之后的渠道:电话。")
    assert sentence(summary(), may, names_in("en")).endswith("No segment loses more than chance explains.")


def test_a_reason_without_an_english_name_is_told_by_its_code_and_no_reason_says_so():
    assert (names_in("zh").reason("x"), names_in("en").reason("x")) == ("原因甲", "x")
    assert (names_in("zh").reason("unknown"), names_in("en").reason("merged")) == ("未说明", "merged into another case")


@pytest.mark.parametrize(
    ("bar", "words"),
    [
        ("a:entered", "Entered"),
        ("b:entered", "Entered Second"),
        ("a:converted", "Went on from First"),
        ("b:converted", "Done"),
        ("a:lost:x", "Lost after First · x"),
        ("*:timed_out", "Timed out"),
        ("a:dropped", "Lost or timed out after First"),
        ("b:imputed", "Second not logged, taken as passed"),
        ("left_out:merged", "Left out · merged into another case"),
    ],
)
def test_every_bar_has_a_name(bar, words):
    assert names_in("en").bar(bar) == words


def test_steps_of_a_funnel_without_an_order_are_counted():
    funnel = Funnel("free", Text("自由", "Free"), STAGES, timedelta(days=1), Mode.ANY_ORDER)
    names = Names(funnel, summary().reasons, Places([]), names_in("en").reader)
    assert names.stage("2_of_2") == "Step 2"


def test_the_notes_add_the_states_up_and_count_what_was_not_logged():
    foreign = pl.DataFrame([("c", 7)], schema=["stage", "entries"], orient="row")
    told = notes(summary(foreign=foreign), names_in("en"))
    assert "In all 10 = 7 done + 2 lost + 1 timed out + 0 still open." in told
    assert "Steps that nobody logged, taken as passed: 3." in told
    assert told.endswith("The stage 'c' was entered 7 times and no funnel declares it.")


def test_the_rules_are_told():
    assert rules(summary(), names_in("zh"), "Asia/Shanghai") == (
        "窗口 10 天:从第一步算起 · 按顺序,中间可有其他阶段 · 漏记的步骤就停在那里 · 截至 2025-06-30 08:00"
    )


def test_a_segment_of_an_address_needs_a_dimension_that_can_be_cut_by():
    for segment in ("unit:N1", "colour:red", "phone", ""):
        choice, problems = choose({"test": FUNNEL}, Filters(segment=segment), "2025-05")
        assert (choice.segment, [problem.name for problem in problems]) == (None, ["segment"])
    assert choose({"test": FUNNEL}, Filters(segment="product:a:b"), "2025-05")[0].segment == ("product", "a:b")


def test_the_rows_that_are_read_reach_back_over_the_period_before():
    choice, _ = choose({"test": FUNNEL}, Filters(span="3", unit="N1"), "2025-06")
    assert (choice.query.first, choice.query.last, choice.query.where) == ("2025-04", "2025-06", (("unit", "N1"),))
    assert (choice.held.first, choice.held.last, choice.held.where) == ("2025-01", "2025-06", ())
    assert (choice.cohorts.first, choice.cohorts.last) == ("2024-07", "2025-06")
    assert "unit" not in choice.compared


def grid(*rows, dimension="channel"):
    return Grid(pl.DataFrame([SEGMENT | row for row in rows]), dimension, names_in("en"), Filters(month="2025-05"))


def test_a_square_opens_the_losses_of_its_segment_and_says_what_it_is_compared_with():
    [square] = grid({"segment": "phone", "verdict": "worse"}).squares()
    assert square.opens == "funnel?month=2025-05&segment=channel%3Aphone&bar=a%3Adropped"
    assert (square.segment, square.step, square.label, square.judged) == ("phone", "First", "40", "worse")
    assert square.hover == "phone · after First: 20 of 50 lost or timed out (40.0 %); the others 10.0 %. beyond chance"


def test_a_cell_beyond_chance_is_marked_and_one_without_losses_leads_nowhere():
    rows = {"segment": "phone", "verdict": "worse"}, {"segment": "web", "verdict": "chance", "lost": 0, "share": 0.0}
    worse, none = (row.cells[1] for row in grid(*rows).table().rows)
    assert (worse.symbol, worse.tone, worse.note) == ("■", Tone.BAD, "20 / 50")
    assert (none.symbol, none.text, none.href) == ("", "0.0 %", "")


def test_only_as_many_segments_are_listed_as_are_read():
    many = [{"segment": f"s{number:02}", "verdict": "chance"} for number in range(MOST + 5)]
    assert len(grid(*many).shown) == len(grid(*many).table().rows) == MOST


COHORT = {
    "month": "2025-05", "entered": 40, "converted": 20, "lost": 10, "timed_out": 5, "open": 5, "mature": 40,
    "is_mature": True, "value": 0.5, "low": 0.4, "high": 0.6,
    "estimate": None, "estimate_low": None, "estimate_high": None, "estimate_day": None,
}  # fmt: skip
FRESH = COHORT | {
    "month": "2025-06", "mature": 0, "is_mature": False, "value": None, "low": None, "high": None,
    "estimate": 0.45, "estimate_low": 0.3, "estimate_high": 0.6, "estimate_day": 9,
}  # fmt: skip


def cohorts(*rows):
    return pl.DataFrame(rows, infer_schema_length=None)


def test_a_fresh_month_is_a_hollow_point_at_its_estimate():
    points = cohort_trend.points(cohorts(COHORT, FRESH), "en")
    assert [(point.month, point.value, point.low, point.is_partial) for point in points] == [
        ("2025-05", 0.5, 0.4, False), ("2025-06", 0.45, 0.3, True),
    ]  # fmt: skip
    assert points[1].hover == "June 2025: 45.0 % (by day 9) (30.0–60.0 %), 40 entered"


def test_a_month_with_too_few_cases_has_no_point():
    [point] = cohort_trend.points(cohorts(COHORT | {"entered": 3}), "en")
    assert (point.value, point.low) == (None, None)
    assert "too few (n = 3)" in point.hover


def test_the_alternative_names_the_first_and_the_last_month():
    told = cohort_trend.alternative(cohorts(COHORT, FRESH), "zh")
    assert told == "2025 年 5 月 50.0 %,2025 年 6 月 45.0 %(第 9 天),共 2 个进入月份。"
