"""One table of an export: its rows as they are, and how a spreadsheet writes them so that they read as on screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from metrics.model import Kpi, Unit
from metrics.text import Text

COUNT, SHARE, DECIMAL, SIGNED = "#,##0", "0.0 %", "#,##0.00", "+0.00;-0.00;0.00"
SIGNED_SHARE = "+0.0 %;-0.0 %;0.0 %"
TIME = "yyyy-mm-dd hh:mm"


@dataclass(frozen=True, eq=False)
class Sheet:
    """`rows` are headed in words, with times by the business zone's clock; `formats` are number formats by head.

    `is_of_records` says that each row is a single record, behind which stands a person, and no sum over many.
    """

    name: str
    rows: pl.DataFrame
    formats: Mapping[str, str] = field(default_factory=dict)
    is_of_records: bool = False


# What makes the sheets of a page, by their names: each is made when it is asked for.
Makers = dict[Text, Callable[[], Sheet]]


def format_of(kpi: Kpi) -> str:
    """Return the number format in which a KPI's values read as on screen; durations are in seconds."""
    if kpi.unit is Unit.SHARE:
        return SHARE
    return COUNT if kpi.unit in {Unit.SECONDS, Unit.WORKING_SECONDS} else DECIMAL


def difference_format(kpi: Kpi) -> str:
    """Return the number format of a difference of a KPI's values; that of shares is written in percent too."""
    return SIGNED_SHARE if kpi.unit is Unit.SHARE else SIGNED
