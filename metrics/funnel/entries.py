"""Stage entries: which events count, in the one order that does not depend on how rows arrive."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from metrics.funnel.definition import Funnel, Mode

Rows = NDArray[np.int64]

# What a funnel reads of the contract's case_events; further columns (who did it, where the row came from) are kept.
EVENT = pl.Schema(
    {
        "event_id": pl.String(),
        "case_id": pl.String(),
        "at": pl.Datetime("us", "UTC"),
        "kind": pl.String(),
        "stage": pl.String(),
        "outcome": pl.String(),
        "drop_reason_code": pl.String(),
    }
)


@dataclass(frozen=True, eq=False)
class Entries:
    """Stage entries sorted by case, time and stage; `step` counts from 1, and is 0 for a stage of no step.

    A row is named by its position. The position after the last stands for "no row": it belongs to no case.
    """

    frame: pl.DataFrame

    def __len__(self) -> int:
        """Return how many entries there are; also the position that stands for no row."""
        return self.frame.height

    @cached_property
    def case(self) -> Rows:
        """Return the number of each row's case, counted from 0; −1 for no row."""
        return np.append(self.frame["case_id"].rle_id().cast(pl.Int64).to_numpy(), -1)

    @cached_property
    def at(self) -> Rows:
        """Return the time of each row in microseconds."""
        return np.append(self.frame["at"].to_physical().to_numpy(), 0)

    @cached_property
    def step(self) -> Rows:
        """Return the step of each row."""
        return np.append(self.frame["step"].to_numpy().astype(np.int64), 0)

    def next_of(self, step: int) -> Rows:
        """Return, for each position, the first row at or after it that enters `step`, of whatever case."""
        rows = np.arange(len(self) + 1)
        return np.minimum.accumulate(np.where(self.step == step, rows, len(self))[::-1])[::-1]

    def next_other(self) -> Rows:
        """Return, for each position, the first row after it with another stage or another case."""
        rows = np.arange(len(self) + 1)
        starts = (np.diff(self.step, prepend=-1) != 0) | (np.diff(self.case, prepend=-1) != 0)
        following = np.minimum.accumulate(np.where(starts, rows, len(self))[::-1])[::-1]
        return np.append(following[1:], len(self))


def entries(funnel: Funnel, events: pl.LazyFrame, as_of: datetime) -> Entries:
    """Return the stage entries known at `as_of` that matter to the funnel.

    Events of the same moment are taken in the order of the stages. Under mode strict a foreign stage is kept, because
    it interrupts, unless it fell on the very moment of a step: then it cannot be said to lie between.
    """
    steps = {key: place for place, key in enumerate(funnel.keys, start=1)}
    step = pl.col("stage").replace_strict(steps, default=0, return_dtype=pl.Int8)
    foreign = pl.col("stage").is_not_null() & (pl.col("stage") != (funnel.survey or ""))
    found = events.filter(pl.col("kind") == "stage_enter", pl.col("at") <= as_of).with_columns(step=step)
    if funnel.mode is Mode.STRICT:
        alone = pl.col("step").max().over("case_id", "at") == 0
        found = found.filter((pl.col("step") > 0) | (foreign & alone))
    else:
        found = found.filter(pl.col("step") > 0)
    return Entries(found.sort("case_id", "at", "step", "event_id").collect())
