"""Short ways to declare the kinds of column that recur in the contract."""

import polars as pl

from metrics.contract.table import UTC, Column


def text(name: str, zh: str, en: str, *, nullable: bool = True, personal: bool = False) -> Column:
    """Return a free-text or code column."""
    return Column(name, pl.String(), zh, en, nullable=nullable, personal=personal)


def key(name: str, zh: str, en: str) -> Column:
    """Return an id column that must never be empty."""
    return Column(name, pl.String(), zh, en, nullable=False)


def reference(name: str, zh: str, en: str, to: str, *, nullable: bool = True) -> Column:
    """Return a column that holds a key of the table `to`."""
    return Column(name, pl.String(), zh, en, references=to, nullable=nullable)


def choice(name: str, zh: str, en: str, allowed: str, *, nullable: bool = True) -> Column:
    """Return a column that may hold only the space-separated words in `allowed`."""
    return Column(name, pl.String(), zh, en, allowed=tuple(allowed.split()), nullable=nullable)


def moment(name: str, zh: str, en: str, *, nullable: bool = True) -> Column:
    """Return a time that has happened, kept in UTC."""
    return Column(name, UTC, zh, en, nullable=nullable, happened=True)


def planned(name: str, zh: str, en: str) -> Column:
    """Return a time that is promised or due, kept in UTC."""
    return Column(name, UTC, zh, en)


def day(name: str, zh: str, en: str, *, nullable: bool = True) -> Column:
    """Return a calendar date."""
    return Column(name, pl.Date(), zh, en, nullable=nullable)


def whole(name: str, zh: str, en: str, *, nullable: bool = True) -> Column:
    """Return a whole number: a count, seconds, or money in minor units."""
    return Column(name, pl.Int64(), zh, en, nullable=nullable)


def number(name: str, zh: str, en: str) -> Column:
    """Return a number that may have decimals."""
    return Column(name, pl.Float64(), zh, en)


def flag(name: str, zh: str, en: str) -> Column:
    """Return a yes-or-no column."""
    return Column(name, pl.Boolean(), zh, en)
