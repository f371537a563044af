"""Customers' telephone numbers: invented ones, from a range that no operator has been given."""

from typing import Final

import numpy as np
import polars as pl

from sample_data.draws import numbered, words
from sample_data.intake import CUSTOMERS_PER_FIRM, FIRMS
from sample_data.span import Ints

_PREFIX: Final = "160"


def phones(customer: Ints) -> pl.Series:
    """Return each customer's number: a firm's switchboard for its staff, null where there is no customer."""
    own = numbered(_PREFIX, customer, 8)
    firm = (customer - 1) // CUSTOMERS_PER_FIRM
    of_firm = words(FIRMS, np.clip(firm, 0, len(FIRMS) - 1), firm < len(FIRMS))
    number = pl.select(pl.coalesce(of_firm, own)).to_series()
    return pl.select(pl.when(pl.Series(customer > 0)).then(number)).to_series()
