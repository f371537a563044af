"""One dimension opened: its items, and the very answers that its figures are the means of."""

import streamlit as st

from dashboard import numbers
from dashboard.components.address_choice import choose_button
from dashboard.components.linked_table import show_table
from dashboard.components.turning import turning
from dashboard.paging import last_page
from dashboard.survey import tables
from dashboard.survey.reads import Surveyed
from dashboard.survey.words import dimension as dimension_name
from dashboard.visit import Visit
from dashboard.wording import say
from dashboard.wording import servqual as words
from metrics.store.survey_rows import Answers
from metrics.store.surveys import Survey


def show_answers(visit: Visit, known: Surveyed, survey: Survey) -> None:
    """Show the choice of a dimension, and the chosen one's items and answers."""
    st.header(words.ITEMS_OF.to(visit.language), anchor=False)
    names = {name: dimension_name(name, visit.language) for name in survey.instrument.dimensions}
    none = {"": words.NO_DIMENSION.to(visit.language)}
    chosen = choose_button(visit, "dimension", {**none, **names}, words.CHOOSE_DIMENSION)
    if not chosen:
        return
    show_table(tables.items(survey, chosen, visit.language), visit.language, key="items")
    found = known.answers(chosen, visit.filters.page)
    st.text(_sum(found, visit))
    page = min(visit.filters.page, last_page(found.total))
    position = turning(visit, page, found.total)
    name = say(words.ANSWERS_NAME, visit.language, dimension=names[chosen], range=position)
    rows = known.answers(chosen, page).rows
    table = tables.answers(rows, survey.instrument, visit.source.places, name, visit.language)
    show_table(table, visit.language, key="answers")


def _sum(found: Answers, visit: Visit) -> str:
    counts = {"pairs": found.pairs, "half": found.halves, "others": found.others, "total": found.total}
    counts["people"] = found.respondents
    return say(
        words.ANSWERS_ON_TWO_SCALES if found.others else words.ANSWERS,
        visit.language,
        **{name: numbers.count(rows) for name, rows in counts.items()},
    )
