"""Tiny funnels: journeys written as words, one event per word."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from metrics.calendar import BusinessCalendar
from metrics.funnel import Attribution, Funnel, Mode, Skipped, Stage, flag_stages, funnel_parts, journeys, waterfall
from metrics.funnel.entries import EVENT
from metrics.text import Text

COLUMNS = {**EVENT, "actor_id": pl.String(), "source_row": pl.Int64()}
START = datetime(2021, 5, 1, tzinfo=UTC)


class Story:
    """Events of cases, told hour by hour since 1 May 2021, 00:00 UTC."""

    def __init__(self):
        self.rows = []

    def __call__(self, case, stage, hour, **more):
        at = hour if isinstance(hour, datetime) else START + timedelta(hours=hour)
        number = len(self.rows) + 1
        named = {"event_id": f"e{number:03}", "case_id": case, "at": at, "kind": "stage_enter", "stage": stage}
        self.rows.append({**dict.fromkeys(COLUMNS), **named, "source_row": number + 1, **more})
        return self

    def enters(self, case, path, hours=None):
        """Let a case enter stages: "a b c", one an hour or at the named hours."""
        for hour, stage in zip(hours or range(len(path.split())), path.split(), strict=True):
            self(case, stage, hour)
        return self

    def leaves(self, case, hour, outcome="lost", reason=None, stage=None):
        return self(case, stage, hour, kind="stage_exit", outcome=outcome, drop_reason_code=reason)

    def frame(self):
        return pl.DataFrame(self.rows, schema=COLUMNS, orient="row")


class Asked:
    """What a funnel says of a story as of an hour."""

    def __init__(self, funnel, events, hour=10_000, cases=None, attribution=Attribution.FIRST_TOUCH):
        self.funnel, self.as_of = funnel, START + timedelta(hours=hour)
        frame = events if isinstance(events, pl.DataFrame) else events.frame()
        self.journeys = journeys(funnel, frame.lazy(), self.as_of, BusinessCalendar("Asia/Shanghai"))
        known = cases if cases is not None else pl.DataFrame({"case_id": frame["case_id"].unique()})
        told = known.with_columns(pl.lit(None, pl.String).alias("left_out") if "left_out" not in known.columns else [])
        self.flagged = flag_stages(self.journeys, told.lazy(), attribution).collect()

    def parts(self, *by):
        return funnel_parts(self.flagged.lazy(), by)

    def stages(self, *by):
        return waterfall(self.funnel, self.parts(*by), by)

    def counts(self, name="entered"):
        return self.stages()[name].to_list()

    def of(self, case):
        return self.journeys.cases.row(by_predicate=pl.col("case_id") == case, named=True)

    def fate(self, case):
        """Return the furthest stage, the state there and the reason of one case."""
        found = self.of(case)
        return self.funnel.keys[found["depth"] - 1], found["state"], found["reason"]


def declared(stages="a b c", days=14, limits=None, **more):
    """Return a funnel of the named stages; `limits` are hours."""
    within = {key: timedelta(hours=limit) for key, limit in (limits or {}).items()}
    steps = tuple(Stage(key, Text(key, key), within.get(key)) for key in stages.split())
    named = {"mode": Mode(more.pop("mode", "ordered")), "skipped": Skipped(more.pop("skipped", "strict"))}
    return Funnel("test", Text("测试", "Test"), steps, timedelta(days=days), **named, **more)


@pytest.fixture
def story():
    return Story()


@pytest.fixture
def declare():
    return declared


@pytest.fixture
def ask():
    def asked(events, stages="a b c", hour=10_000, **more):
        seen = {name: more.pop(name) for name in ("cases", "attribution") if name in more}
        return Asked(declared(stages, **more), events, hour, **seen)

    return asked
