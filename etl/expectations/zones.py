"""The rule that a time zone exists, for the tables that name one."""

from zoneinfo import available_timezones

import polars as pl
from great_expectations.expectations.expectation import Expectation

from etl.expectations.contract_rules import among, known, known_as
from metrics.contract import Table

_ZONES = "zones"


def zone_looked_up() -> dict[str, pl.Expr]:
    """Return the worked-out column that `zone_known` reads."""
    return {known_as("timezone", _ZONES): known("timezone", frozenset(available_timezones()))}


def zone_known(table: Table) -> Expectation:
    """Return the rule that `timezone` is a zone of the IANA database."""
    zh = "“时区”必须是 IANA 名称,例如 Asia/Shanghai。"
    return among(table.column("timezone"), _ZONES, zh, "'Time zone' must be an IANA name such as Asia/Shanghai.")
