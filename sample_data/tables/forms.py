"""Feedback forms as rows of the contract: what customers graded, and what the supervision department made of it."""

from typing import Final

import numpy as np
import polars as pl

from sample_data.company import CODES
from sample_data.draws import choose, waits, words
from sample_data.grades import GRADES, Opinion
from sample_data.intake import Intake
from sample_data.journey import COMPLETION, Journey
from sample_data.span import DAY, END, NEVER, Flags, Ints, moments
from sample_data.staff import VERIFIERS
from sample_data.tables.identity import phones
from sample_data.tables.shape import shaped

KINDS: Final = ("paper", "sms", "wechat", "web", "callback")
PAPER, SMS, WECHAT, WEB, CALLBACK = range(len(KINDS))
STATES: Final = ("confirmed", "corrected", "rejected", "pending")
CONFIRMED, CORRECTED, REJECTED, PENDING = range(len(STATES))

_SENT: Final = 0.93
_KIND_SHARES: Final = (0.38, 0.22, 0.30, 0.10)
_RETURNED: Final = np.array([0.78, 0.44, 0.56, 0.40])
_STATE_SHARES: Final = (0.81, 0.07, 0.03, 0.09)
_NAMELESS: Final = 0.045
_CALLED, _PARTIAL, _ALSO_WRONG = 0.09, 0.03, 0.2


def forms(intake: Intake, journey: Journey, opinion: Opinion, rng: np.random.Generator) -> pl.DataFrame:
    """Return the forms handed out for the month's completed cases, those that never came back included."""
    given = journey.done() & (rng.random(len(journey.case)) < _SENT)
    midnight = journey.at[:, COMPLETION] // DAY * DAY
    row = np.flatnonzero(given & (midnight <= END))
    kind = choose(rng, _KIND_SHARES, len(row))
    sent = midnight[row] + np.where(kind == PAPER, 0, DAY)
    back = sent + np.where(kind == PAPER, 0, waits(rng, 2.2 * DAY, len(row)) // DAY * DAY)
    received = np.where(rng.random(len(row)) < _RETURNED[kind], back, NEVER)
    base = _base(intake, journey, row).with_columns(
        form_id=pl.col("case_id").str.replace("W", "F"),
        source_kind=words(KINDS, kind),
        sent_at=moments(sent),
        received_at=moments(received),
    )
    graded = _graded(base, opinion, row, received, rng)
    scored = pl.Series(5 - np.minimum(opinion.grades[row].sum(axis=1) // 2, 4))
    online = pl.Series((received <= END) & (kind != PAPER))
    return graded.with_columns(csat=pl.when(online).then(scored)).filter(pl.col("sent_at").is_not_null())


def callbacks(intake: Intake, journey: Journey, opinion: Opinion, rng: np.random.Generator) -> pl.DataFrame:
    """Return the grades that the supervision department heard on the telephone: a second sample of the same work."""
    called = journey.done() & (rng.random(len(journey.case)) < _CALLED)
    at = (
        journey.at[:, COMPLETION] // DAY * DAY
        + rng.integers(2, 9, len(called)) * DAY
        + rng.integers(9, 18, len(called)) * 3600
    )
    row = np.flatnonzero(called & (at <= END))
    kinder = opinion.kinder(rng)
    frame = _base(intake, journey, row).with_columns(
        form_id=pl.col("case_id").str.replace("W", "B"),
        case_id=pl.col("case_id"),
        source_kind=pl.lit("callback"),
        received_at=moments(at[row]),
        verified=pl.lit("confirmed"),
        verified_by=words(VERIFIERS, rng.integers(len(VERIFIERS), size=len(row))),
        verified_at=moments(at[row]),
    )
    items = {name: words(GRADES, kinder.grades[row, place]) for place, name in enumerate(Opinion.ITEMS)}
    return frame.with_columns(**items)


def _base(intake: Intake, journey: Journey, row: Ints) -> pl.DataFrame:
    case = journey.case[row]
    ids = intake.ids().gather(case)
    visits = np.where(journey.first_finish[row] < NEVER, "-2", "-1")
    return shaped(
        "feedback_forms",
        {
            "form_id": ids,
            "case_id": ids,
            "job_id": ids.str.replace("W", "J") + pl.Series(visits),
            "identity_key": phones(intake.customer[case]),
            "org_unit_id": words(CODES, intake.unit[case]),
        },
    )


def _graded(base: pl.DataFrame, opinion: Opinion, row: Ints, received: Ints, rng: np.random.Generator) -> pl.DataFrame:
    """Return forms with their grades, both versions where the call-back corrected them, and their verification."""
    back = received <= END
    verified = np.where(back, received + rng.integers(1, 11, size=len(row)) * DAY, NEVER)
    state = np.where(verified <= END, choose(rng, _STATE_SHARES, len(row)), PENDING)
    written = opinion.grades[row]
    final = _corrected(written, state == CORRECTED, rng)
    state = np.where((state == CORRECTED) & (final == written).all(axis=1), CONFIRMED, state)
    blank = (rng.random(len(row)) < _PARTIAL)[:, None] & (rng.integers(3, size=len(row))[:, None] == np.arange(3))
    columns: dict[str, pl.Series] = {
        "verified": words(STATES, state, back),
        "verified_at": moments(np.where(state == PENDING, NEVER, verified)),
        "verified_by": words(VERIFIERS, rng.integers(len(VERIFIERS), size=len(row)), state != PENDING),
    }
    for place, item in enumerate(Opinion.ITEMS):
        columns[item] = words(GRADES, final[:, place], back & ~blank[:, place])
        columns[f"original_{item}"] = words(GRADES, written[:, place], (state == CORRECTED) & ~blank[:, place])
    return _nameless(base.with_columns(**columns), rng)


def _corrected(written: Ints, wrong: Flags, rng: np.random.Generator) -> Ints:
    """Return the grades after the call-back: one item, sometimes two, had been put down too well."""
    drop = (rng.integers(3, size=len(wrong))[:, None] == np.arange(3)).astype(np.int64)
    drop += rng.random((len(wrong), 3)) < _ALSO_WRONG
    return np.where(wrong[:, None], np.minimum(written + drop, len(GRADES) - 1), written)


def _nameless(frame: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """Return forms of which a few bear no case and job number, only the customer's telephone."""
    keep = pl.lit(pl.Series(rng.random(frame.height) >= _NAMELESS))
    return frame.with_columns(pl.when(keep).then(pl.col(name)).alias(name) for name in ("case_id", "job_id"))
