"""The message of the data page: whether all data is in, and whether its account adds up."""

from typing import TYPE_CHECKING

from dashboard import numbers
from dashboard.provenance.words import share, table_name
from dashboard.wording import provenance as words
from dashboard.wording import say
from metrics.text import Language

if TYPE_CHECKING:
    import polars as pl

    from dashboard.provenance.reads import Provenance
    from metrics.store.accounts import Balance


def message(accounts: "pl.DataFrame", balance: "Balance", language: Language) -> str:
    """Return which sources did not pass, or else how many rows came in and were held back."""
    refused = accounts.filter(accounts["outcome"] == "refused")["source"].to_list()
    number = numbers.count(accounts.height)
    if refused:
        names = ("、" if language == "zh" else ", ").join(refused)
        return say(words.REFUSED, language, sources=number, refused=numbers.count(len(refused)), names=names)
    read, held = numbers.count(balance.read), numbers.count(balance.quarantined)
    return say(words.ALL_IN, language, sources=number, read=read, held=held)


def equation(balance: "Balance", language: Language) -> str:
    """Return the balance of rows with its figures, and whether it holds."""
    figures = {name: numbers.count(rows) for name, rows in vars(balance).items()}
    verdict = words.BALANCED if balance.holds else words.UNBALANCED
    return f"{say(words.EQUATION, language, **figures)} · {verdict.to(language)}"


def about(part: str, known: "Provenance", language: Language) -> str:
    """Return what a part of the page is about."""
    if part != "linking":
        return words.ABOUT[part].to(language)
    told = (
        say(words.RATE_OF_TABLE, language, table=table_name(table, language), share=share(rate, language))
        for table, rate in known.linked.items()
    )
    return say(words.ABOUT[part], language, rates=("、" if language == "zh" else ", ").join(told))
