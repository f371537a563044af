"""What the funnel's page exports: the figures of its steps, as numbers."""

import pytest

from dashboard import funnel_data
from dashboard.data import Published
from dashboard.exports import pages
from dashboard.exports.about import about
from dashboard.exports.files import csv_file
from dashboard.filters import Filters
from dashboard.funnel_choice import choose
from dashboard.funnel_names import Names
from dashboard.rows import Reader
from dashboard.visit import Visit
from dashboard.wording import exports as words
from metrics.store import EVERYTHING, open_store
from tests.dashboard.told import texts
from tests.dashboard.visiting import printed, squeezed, visit_to


@pytest.fixture
def exported(flow):
    """Return what a visit in May exports, in a language: the visit and the sheet of steps."""

    def made(language, **filters):
        store = open_store(flow)
        source = Published(store, EVERYTHING, store.published(EVERYTHING))
        visit = Visit("funnel", source, Filters(month="2025-05", **filters), language)
        choice, _ = choose(funnel_data.funnels(source), visit.filters, visit.month)
        summary = funnel_data.summary(source, choice)
        names = Names(choice.funnel, summary.reasons, source.places, Reader(language, source.zone, source.places))
        return visit, pages.funnel(summary, names)[words.STEPS]()

    return made


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("part", "key"), [("times", "times"), ("cases", "steps")])
def test_the_paper_holds_steps_reasons_and_the_part_on_screen(flow, open_app, language, part, key):
    visit = visit_to(flow, "funnel", language, month="2025-05", part=part)
    choice, _ = choose(funnel_data.funnels(visit.source), visit.filters, visit.month)
    summary, reader = (
        funnel_data.summary(visit.source, choice),
        Reader(language, visit.source.zone, visit.source.places),
    )
    names = Names(choice.funnel, summary.reasons, visit.source.places, reader)
    told = printed(pages.funnel_pdf(summary, choice, "contact:lost", names, "Half were lost")(visit))
    assert squeezed("Half were lost") in told
    app = open_app("funnel", folder=flow, month="2025-05", part=part, lang=language, bar="contact:lost")
    for row in (*texts(app, key), *texts(app, "reasons")):
        assert all(squeezed(text) in told for text in row)


def test_steps_are_exported_with_their_states_and_their_conversion(exported):
    _, sheet = exported("en")
    assert [row[:6] for row in sheet.rows.iter_rows()] == [
        ("Referral", 10, 8, 1, 1, 0), ("Contact", 8, 5, 3, 0, 0), ("Completion", 5, 5, 0, 0, 0),
    ]  # fmt: skip
    assert sheet.rows.columns[0] == "Step"
    assert sheet.rows["From the step before"].to_list() == [None, 8 / 10, 5 / 8]


def test_the_export_says_of_which_cases_it_speaks(exported):
    visit, sheet = exported("zh", segment="channel:phone", span="3")
    told = csv_file(about(visit, [sheet]), sheet).decode("utf-8-sig")
    assert "细分,channel:phone" in told
    assert "进入时段,截至该月的 3 个月" in told
    assert "segment=channel%3Aphone" in told
