"""What stands around every view: the head, what must be said first, the view itself, and the line at the foot."""

import logging
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.access import viewer
from dashboard.components import states
from dashboard.components.foot import foot
from dashboard.components.framework_words import framework_words
from dashboard.components.head import head
from dashboard.components.notices import load_notice, problem_notices
from dashboard.components.printing import printing
from dashboard.components.waiting import waiting
from dashboard.components.whole_numbers import whole_numbers
from dashboard.data import Published, store_of
from dashboard.filters import read
from dashboard.language import language
from dashboard.numbers import written_in_myriads
from dashboard.pages import ENTRIES
from dashboard.visit import Visit, allowed
from dashboard.workspace import place
from metrics.store.errors import NoWorkspaceError, StoreError
from metrics.text import Language

_STYLE = Path(__file__).parent / "components" / "style.css"
_log = logging.getLogger(__name__)


def framed(name: str, show: Callable[[Visit], None]) -> None:
    """Show a page; whatever is missing or goes wrong, the viewer reads a sentence about it."""
    st.html(_STYLE)
    speak = language(st.query_params.get("lang"), st.context.locale)
    framework_words(speak)
    printing()
    waiting()
    whole_numbers()
    try:
        _show(name, show, speak)
    except NoWorkspaceError:
        states.no_workspace(place(), speak)
    except StoreError as problem:
        states.broken_workspace(problem, speak)
    except Exception:  # noqa: BLE001 the last door before a traceback on a viewer's screen
        _log.exception("The page '%s' could not be shown.", name)
        states.unexpected(speak)


def _show(name: str, show: Callable[[Visit], None], speak: Language) -> None:
    store = store_of(place())
    scope = viewer()
    load = store.load(scope)
    if load is None:
        head(store, name, None, speak)
        load_notice(store, store.last_attempt(scope), None, speak)
        states.no_load(store.settings.folder, speak)
        return
    source = Published(store, scope, load)
    filters, problems = read(st.query_params.to_dict(), allowed(source, name))
    visit = Visit(name, source, filters, speak)
    head(store, name, filters, speak)
    load_notice(store, store.last_attempt(scope), load, speak)
    problem_notices(problems, speak)
    with written_in_myriads(chosen=visit.in_myriads):
        if ENTRIES[name].needs_figures and not (source.months and visit.leading):
            states.nothing_yet(speak)
        else:
            show(visit)
        foot(source, speak)
