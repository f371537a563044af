"""Worked examples of percentiles of a wait; a whole number is an hour."""

from collections.abc import Mapping
from typing import Any

from metrics.model import Example
from metrics.text import Text
from metrics.timeliness.waits import Wait

_HOUR = 3600.0
# The column whose time ends each wait.
_DONE = {
    "first_response": "first_response_at",
    "resolution": "resolved_first_at",
    "full_resolution": "resolved_last_at",
}

_FOUR = Text("等 1、2、3、10 小时,无人在等。", "Waits of 1, 2, 3 and 10 h, nobody still waiting.")
_OPEN = Text(
    "两件 1、2 小时办完,两件等了 5 小时还没有:不算它们会显得更快。",
    "Two took 1 and 2 h, two have waited 5 h and go on: without them it would look quicker.",
)
_ENDED = Text("尚在等待的两件不计。", "The two that still wait are not counted.")
_OUT = Text("已取消的、已结束而未记录时间的不计。", "A cancelled case, and one closed without a time, are left out.")
_NONE = Text("没有案件:没有数据。", "No cases: no data.")


def calendar_examples(wait: Wait, q: float) -> tuple[Example, ...]:
    """Return examples for wall-clock time, with those who still wait."""
    four, open_too, _ = _values(q)
    waits, lasting = (
        [_case(wait, hours) for hours in (1, 2, 3, 10)],
        [_case(wait, hours) for hours in (1, 2, None, None)],
    )
    return (
        Example(_FOUR, waits, value=four, n=4),
        Example(_OPEN, lasting, value=open_too, n=4, as_of=5),
        *_nothing_counted(wait),
    )


def ended_examples(wait: Wait, q: float) -> tuple[Example, ...]:
    """Return examples for the waits that have ended."""
    four, _, two = _values(q)
    waits, lasting = (
        [_case(wait, hours) for hours in (1, 2, 3, 10)],
        [_case(wait, hours) for hours in (1, 2, None, None)],
    )
    return (
        Example(_FOUR, waits, value=four, n=4),
        Example(_ENDED, lasting, value=two, n=2, immature=2, as_of=5),
        *_nothing_counted(wait),
    )


def working_examples(wait: Wait, q: float) -> tuple[Example, ...]:
    """Return examples for working time, which the population has measured already."""
    four, open_too, _ = _values(q)

    def worked(done: int | None, hours: int) -> Mapping[str, Any]:
        return {**_case(wait, done), wait.worked: hours}

    return (
        Example(_FOUR, [worked(hours + 50, hours) for hours in (1, 2, 3, 10)], value=four, n=4),
        Example(_OPEN, [worked(9, 1), worked(9, 2), worked(None, 5), worked(None, 5)], value=open_too, n=4, as_of=80),
        Example(
            Text("没有工作日历就没有工作时间。", "Without a working calendar there is no working time."),
            [_case(wait, 3)],
            value=None,
            n=0,
            excluded=1,
        ),
        *_nothing_counted(wait),
    )


def _values(q: float) -> tuple[float, float | None, float]:
    """Return the percentile of 1, 2, 3, 10 h; of 1, 2 and two that go on at 5 h (S = ¾, ½); and of 1, 2 alone."""
    values: dict[float, tuple[float, float | None, float]] = {
        0.5: (2.5, 2.0, 1.5),
        0.8: (5.8, None, 1.8),
        0.9: (7.9, None, 1.9),
    }
    four, open_too, two = values[q]
    return four * _HOUR, None if open_too is None else open_too * _HOUR, two * _HOUR


def _case(wait: Wait, done: int | None) -> dict[str, Any]:
    return {"created_at": 0, _DONE[wait.key]: done}


def _nothing_counted(wait: Wait) -> tuple[Example, ...]:
    cancelled, unrecorded = {**_case(wait, 3), "status": "cancelled"}, {**_case(wait, None), "closed_at": 3}
    return (
        Example(_OUT, [cancelled, unrecorded], value=None, n=0, excluded=2),
        Example(_NONE, [], value=None, n=0),
    )
