"""The pages there are, by the name that stands in their address; adding a page is adding a view and a line here."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from importlib import import_module

import streamlit as st

from dashboard.wording import (
    case,
    complaints,
    evidence,
    funnel,
    funnel_parts,
    handbook,
    kpi,
    overview,
    proof,
    provenance,
    rewards,
    servqual,
    signals,
)
from metrics.text import Language, Text


@dataclass(frozen=True)
class Entry:
    """A page's title, whether the menu lists it, and whether it has anything to say before there is a figure.

    `parts` are those of which it shows one at a time, by the names that stand in its address.
    """

    title: Text
    in_menu: bool = True
    needs_figures: bool = True
    parts: Collection[str] = ()


ENTRIES = {
    "overview": Entry(overview.TITLE),
    "kpi": Entry(kpi.TITLE, parts=kpi.PARTS),
    "rewards": Entry(rewards.TITLE, parts=rewards.PARTS),
    "funnel": Entry(funnel.TITLE, parts=funnel_parts.PARTS),
    "complaints": Entry(complaints.TITLE, parts=complaints.PARTS),
    "servqual": Entry(servqual.TITLE),
    "signals": Entry(signals.TITLE),
    "data": Entry(provenance.TITLE, needs_figures=False, parts=provenance.PARTS),
    "handbook": Entry(handbook.TITLE, needs_figures=False),
    "case": Entry(case.TITLE, in_menu=False),
    "evidence": Entry(evidence.TITLE, in_menu=False, parts=proof.PARTS),
}


def page(name: str, language: Language) -> st.Page:
    """Return a page for streamlit's navigation; its view is imported when it is shown."""
    entry = ENTRIES[name]
    return st.Page(partial(_run, name), title=entry.title.to(language), url_path=name, default=name == "overview")


def _run(name: str) -> None:
    from dashboard.framed import framed

    framed(name, import_module(f"dashboard.views.{name}").show)
