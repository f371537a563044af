from dashboard import trends
from dashboard.filters import Filters
from dashboard.places import EVERYWHERE, Places
from metrics.model import Target

NOWHERE = Places([])


def test_a_month_of_a_trend_has_its_interval_and_reads_as_a_sentence(shown):
    point = trends.points([shown(unit=None, now=(60, 100))], "en")[0]
    assert (point.month, point.label, point.value, point.target) == ("2025-05", "May", 0.6, 0.8)
    assert point.hover == "May 2025: 60.0 % (50.2–69.1 %), n = 100"


def test_a_month_with_too_few_rows_has_no_point(shown):
    point = trends.points([shown(now=(3, 4))], "en")[0]
    assert (point.value, point.low, point.high) == (None, None, None)


def test_the_labels_name_the_last_value_and_the_target(shown):
    labels = trends.labels([shown(), shown(now=(60, 100), partial=True)], "zh")
    assert (labels.last, labels.target) == ("60.0 %(未完)", "目标 80.0 %")
    assert labels.axis == {"tickformat": ".1~%"}


def test_a_score_is_not_labelled_in_percent(shown):
    months = [shown("satisfaction_score", now=(40, 10), target=Target(4.0, 3.5))]
    assert trends.labels(months, "en").axis == {"tickformat": ",~r"}
    assert trends.labels(months, "en").last == "4.00 points"


def test_the_alternative_says_where_it_began_and_ended(shown):
    months = [shown(unit=None, month="2025-04", now=(80, 100)), shown(unit=None, now=(60, 100))]
    said = trends.alternative(months, NOWHERE, "en")
    assert said == "First-contact resolution, All units: 80.0 % in April 2025, 60.0 % in May 2025, 2 months."
    assert trends.alternative([shown(now=None)], NOWHERE, "en") == "There is no month to draw."


def test_the_table_beside_the_figure_opens_every_month_newest_first(shown):
    months = [shown(unit=None, month="2025-04"), shown(unit=None, now=None)]
    table = trends.table(months, Filters().at(EVERYWHERE), "name", "en")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["May 2025", "–", "–", "0", "–", "80.0 %"],
        ["April 2025", "90.0 %", "82.6–94.5 %", "100", "0", "80.0 % · ✓ met"],
    ]
    assert [row.cells[1].href for row in table.rows] == [
        "", "kpi?month=2025-04&kpi=first_contact_resolution&status=counted"
    ]  # fmt: skip
