"""The ways to paper: a unit's statement or the whole month as PDF or XLSX, each made when it is asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard.exports.handed import logged
from dashboard.rewards.reads import Supervised
from dashboard.visit import Visit
from dashboard.wording import rewards as words
from dashboard.wording import say
from metrics.rewards.allocation import Share
from metrics.rewards.paper.month import month_paper
from metrics.rewards.paper.paper import Paper
from metrics.rewards.paper.statement import statement_paper
from metrics.store.dossiers import dossier
from metrics.store.ledger_accounts import known as known_now
from metrics.store.ledger_accounts import month_account
from metrics.store.printing import FAMILIES, WRITERS, NoFontError
from metrics.store.printing.fonts import family

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def month_paper_buttons(visit: Visit, known: Supervised) -> None:
    """Offer the whole month."""
    paper_heading(visit)
    _buttons(visit, partial(_month, known), f"rewards-{visit.month}")


def statement_paper_buttons(visit: Visit, known: Supervised, unit: str, split: Sequence[Share]) -> None:
    """Offer a unit's statement, with the split to its staff where there is one."""
    _buttons(visit, partial(_statement, known, unit, split), f"statement-{visit.month}-{unit}")


def paper_heading(visit: Visit) -> None:
    """Head the ways to paper, and say what is on it."""
    st.header(words.PAPER.to(visit.language), anchor=False)
    st.caption(words.PAPER_SAID.to(visit.language))


def _month(known: Supervised) -> Paper:
    then, source = known_now(known.closing), known.source
    account = month_account(known.closing, source.scope, then, known.month)
    return month_paper(account, known.named, then.book.head, source.zone)


def _statement(known: Supervised, unit: str, split: Sequence[Share]) -> Paper:
    found = dossier(known.closing, known.source.scope, known_now(known.closing), (unit, known.month))
    return statement_paper(found, known.source.zone, split)


def _buttons(visit: Visit, make: Callable[[], Paper], name: str) -> None:
    language, has_font = visit.language, _has_font()
    with st.container(horizontal=True):
        if has_font:
            _button(words.AS_PDF.to(language), partial(written, visit, make, "pdf"), f"{name}.pdf", "application/pdf")
        _button(words.AS_XLSX.to(language), partial(written, visit, make, "xlsx"), f"{name}.xlsx", _XLSX)
    if not has_font:
        st.info(say(words.NO_FONT, language, families=", ".join(FAMILIES)))


def written(visit: Visit, make: Callable[[], Paper], kind: str) -> bytes:
    """Return a paper as "pdf" or "xlsx"; the forms and complaints in its appendix are single records."""
    paper = make()
    content = WRITERS[f".{kind}"](paper, visit.language)
    logged(visit, kind, sum(len(sheet.rows) for sheet in paper.appendix))
    return content


def _button(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    key = f"reward_paper_{mime.rpartition('.')[2]}"
    st.download_button(label, data=make, file_name=name, mime=mime, on_click="ignore", key=key)


def _has_font() -> bool:
    try:
        family()
    except NoFontError:
        return False
    return True
