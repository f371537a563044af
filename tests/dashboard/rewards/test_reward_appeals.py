"""Appeals from the page: filed by the unit, shown with their effect, decided by somebody independent."""

import pytest

from tests.dashboard.told import texts


@pytest.fixture
def checked(office):
    """Return the office after May was checked: its figures are known, and can be appealed against."""
    office.step("check", "Ann")
    return office


def filing(office, who="Nora", grounds="not ours", without="FN055, FN056", also=""):
    """Fill in an appeal of North and ask for its effect."""
    app = office.open(unit="N")
    app = app.segmented_control(key="reward_appeal_way").set_value("file").run()
    app.selectbox(key="reward_who_file").select(who)
    app.text_area(key="reward_grounds").input(grounds)
    app.text_input(key="reward_without").input(without)
    app.text_input(key="reward_with").input(also)
    return app.button(key="reward_file").click().run()


def deciding(office, verdict, who="Dai", why="as the recording says"):
    app = office.open(unit="N")
    app = app.segmented_control(key="reward_appeal_way").set_value("decide").run()
    app.selectbox(key="reward_who_decide").select(who)
    app.segmented_control(key="reward_verdict").set_value(verdict)
    app.text_input(key="reward_why").input(why)
    return app.button(key="reward_decide").click().run()


def test_before_anybody_checked_there_is_nothing_to_appeal_against(office):
    said = [part.value for part in office.open(unit="N").caption]
    assert "The month is not checked yet: there is nothing to appeal against." in said


def test_an_appeal_is_shown_with_its_deadline_and_effect_and_then_filed(checked):
    """Without two forms of 2 points each, 36 points on 8 forms: 4.5, still a reward."""
    app = filing(checked)
    assert not app.exception
    assert app.warning[0].value.startswith("Nora is about to file an appeal.")
    assert texts(app, "reward_effect")[0] == [
        "2025-05", "North One", "Satisfaction", "1,000.00 CNY", "1,000.00 CNY", "0.00 CNY",
    ]  # fmt: skip
    app = app.button(key="reward_confirm_file").click().run()
    row = texts(app, "reward_appeals")[0]
    assert row[3] == "Nora"
    assert row[5:7] == ["not ours", "leave out FN055, leave out FN056"]
    assert row[8] == "undecided"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"who": "Ann"}, "Ann does not belong to N"),
        ({"without": "FS050"}, "'FS050' is no row behind the satisfaction statement of N"),
        ({"without": ""}, "An appeal needs evidence"),
    ],
    ids=str,
)
def test_an_appeal_that_is_not_the_units_or_without_evidence_is_refused(checked, told, said):
    app = filing(checked, **told)
    assert said in app.error[0].value.replace("\\", "")
    assert len(checked.book.entries) == 1


def test_upholding_shows_the_effect_first_and_sends_a_checked_month_back(checked):
    """Without five forms of 6 points, 10 points on 5 forms: 2.0 after 3.5, a penalty."""
    without = ", ".join(f"FN05{number}" for number in range(5))
    filing(checked, without=without).button(key="reward_confirm_file").click().run()
    app = deciding(checked, "uphold")
    assert "This cannot be undone" in app.warning[0].value
    assert texts(app, "reward_effect")[0][3:] == ["1,000.00 CNY", "−1,000.00 CNY", "−2,000.00 CNY"]
    app = app.button(key="reward_confirm_decide").click().run()
    assert not app.exception
    assert texts(app, "reward_appeals")[0][8:10] == ["upheld", "Dai"]
    assert app.title[0].value == "North One, May 2025\\: −1,050.00 CNY"
    assert [entry.kind.value for entry in checked.book.entries][-1] == "return"


def test_an_appeal_against_a_closed_month_is_paid_as_an_adjustment(office):
    office.close("2025-05")
    without = ", ".join(f"FN05{number}" for number in range(5))
    filing(office, without=without).button(key="reward_confirm_file").click().run()
    app = deciding(office, "uphold").button(key="reward_confirm_decide").click().run()
    assert app.title[0].value == "North One, May 2025\\: 950.00 CNY"
    assert any(part.value.endswith("(project's own rule).") for part in app.caption)
    assert texts(app, "reward_later")[0][3:9] == [
        "appeal 8 upheld", "1,000.00", "0.00", "−1,000.00", "−2,000.00", "2025-06",
    ]  # fmt: skip


def test_replaying_the_rules_in_force_equals_the_ledger_after_an_appeal_was_upheld(office):
    """April's 400.00 and May's 150.00, and 2,000.00 less for North's May: what was closed, and its adjustment."""
    office.close("2025-05")
    without = ", ".join(f"FN05{number}" for number in range(5))
    filing(office, without=without).button(key="reward_confirm_file").click().run()
    deciding(office, "uphold").button(key="reward_confirm_decide").click().run()
    assert texts(office.open(part="ledger"), "reward_ledger_months")[0][2:5] == ["150.00", "0.00", "−2,000.00"]
    app = office.open(part="laboratory")
    app = app.button(key="FormSubmitter:reward_trial-Replay").click().run()
    assert texts(app, "reward_outcomes")[2][1] == "−1,450.00"


def test_a_rejected_appeal_stays_with_its_reason_and_moves_nothing(checked):
    filing(checked).button(key="reward_confirm_file").click().run()
    app = deciding(checked, "reject").button(key="reward_confirm_decide").click().run()
    assert texts(app, "reward_appeals")[0][8:] == ["rejected", "Dai", "as the recording says", "0.00"]
    assert app.title[0].value == "North One, May 2025\\: 950.00 CNY"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"who": "Ann"}, "Ann took the step 'check'"),
        ({"who": "Nora"}, "Nora belongs to N"),
        ({"why": ""}, "its reason"),
    ],
    ids=str,
)
def test_who_is_not_independent_does_not_decide(checked, told, said):
    filing(checked).button(key="reward_confirm_file").click().run()
    app = deciding(checked, "uphold", **told)
    assert said in app.error[0].value.replace("\\", "")
    assert len(checked.book.entries) == 2
