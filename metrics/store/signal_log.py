"""The log of what people did about signals: it is only ever added to, and says where each signal stands."""

from datetime import datetime

from sqlalchemy import RowMapping, insert, inspect, select

from metrics.signals.handling import Act, Step
from metrics.signals.key import SignalKey
from metrics.store.database import upgrade
from metrics.store.errors import QueryError
from metrics.store.schema import signal_acts
from metrics.store.scope import Scope
from metrics.store.store import Store

# In the database all units together are no unit.
_ALL_UNITS = ""


def acts(store: Store, scope: Scope) -> list[Act]:
    """Return the log within the viewer's scope, oldest first; who sees some units only sees nothing of all together."""
    asked = select(signal_acts).order_by(signal_acts.c.id)
    if scope.units is not None:
        asked = asked.where(signal_acts.c.unit.in_(sorted(scope.units)))
    with store.records(scope) as connection:
        # Records that an earlier version wrote get this table with the first act or load.
        if not inspect(connection).has_table(signal_acts.name):
            return []
        return [_act(row) for row in connection.execute(asked).mappings()]


def record(store: Store, scope: Scope, act: Act) -> None:
    """Add an act to the log; QueryError where the signal is not in the viewer's scope."""
    if not _may_act(scope, act.key.unit):
        place = f"unit '{act.key.unit}'" if act.key.unit else "all units together"
        message = f"The signal is about {place}, which this viewer may not see."
        raise QueryError(message)
    _require_table(store, scope)
    with store.records(scope) as connection, connection.begin():
        connection.execute(insert(signal_acts).values(**_row(act), load=store.published(scope).id))


def _may_act(scope: Scope, unit: str | None) -> bool:
    return scope.units is None or (unit is not None and unit in scope.units)


def _require_table(store: Store, scope: Scope) -> None:
    with store.records(scope) as connection:
        missing = not inspect(connection).has_table(signal_acts.name)
    if missing:
        upgrade(store.settings.database)


def _row(act: Act) -> dict[str, str | int | datetime]:
    key = act.key
    return {
        "kpi": key.kpi,
        "unit": key.unit or _ALL_UNITS,
        "rule_set": key.rule_set,
        "rule": key.rule,
        "first": key.first,
        "step": act.step.value,
        "who": act.who,
        "at": act.at,
        "text": act.text,
    }


def _act(row: RowMapping) -> Act:
    key = SignalKey(row["kpi"], row["unit"] or None, row["rule_set"], row["rule"], row["first"])
    return Act(key, Step(row["step"]), row["who"], row["at"], row["text"])
