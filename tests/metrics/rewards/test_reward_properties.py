"""What holds whatever the forms are: exact ties pay nothing, and nobody's statement depends on anybody else's rows."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

POINTS = {"A": 2, "B": 1, "C": 0, "D": -1, "E": -2}
GRADES = st.text("ABCDE", min_size=3, max_size=3)
PARTIAL = st.text("ABCDE_", min_size=3, max_size=3).filter(lambda letters: letters != "___")
FORMS = st.lists(GRADES, min_size=5, max_size=12)
WEIGHTS = st.tuples(*[st.integers(1, 7)] * 3)
FEW = settings(max_examples=40)


@FEW
@given(forms=st.lists(PARTIAL, min_size=5, max_size=9), times=st.integers(1, 4), weights=WEIGHTS, data=st.data())
def test_a_month_with_exactly_the_same_average_pays_nothing_in_any_order(new_story, forms, times, weights, data):
    """A month and several times the same forms, shuffled, prorated and weighted: sevenths and thirds do not drift."""
    again = data.draw(st.permutations(forms * times))
    story = new_story().month("2025-04", forms).month("2025-05", again)
    settings = {"partial_form": "prorate", "item_weights": weights, "all_max_rule": False, "all_min_rule": False}
    statement = story.statements(**settings)["N", "2025-05"]
    assert (statement.rule, statement.amount, statement.figures.judgement.delta) == ("equal", 0, 0)


@FEW
@given(before=FORMS, now=FORMS, weights=WEIGHTS)
def test_the_difference_is_that_of_plain_fractions(new_story, before, now, weights):
    story = new_story().month("2025-04", before).month("2025-05", now)
    statement = story.statements(item_weights=weights)["N", "2025-05"]
    averages = [
        Fraction(sum(POINTS[letter] * weight for form in forms for letter, weight in zip(form, weights, strict=True)),
                 len(forms))
        for forms in (before, now)
    ]  # fmt: skip
    assert statement.figures.judgement.delta == averages[1] - averages[0]


@FEW
@given(before=FORMS, now=FORMS, amount=st.integers(1, 10_000))
def test_what_a_rise_earns_the_same_fall_costs(new_story, before, now, amount):
    settings = {"amount_mode": "per_point", "reward_amount": amount, "penalty_amount": amount}
    settings |= {"all_max_rule": False, "all_min_rule": False}
    rise, fall = (
        new_story().month("2025-04", one).month("2025-05", other).judged("2025-05", **settings)[1]
        for one, other in ((before, now), (now, before))
    )
    assert rise == -fall


@FEW
@given(st.dictionaries(st.sampled_from("NSWE"), st.tuples(FORMS, FORMS), min_size=2))
def test_a_units_statements_are_unchanged_by_other_units_rows(new_story, units):
    together, alone = new_story(), {}
    for unit, months in units.items():
        own = new_story()
        for month, forms in zip(("2025-04", "2025-05"), months, strict=True):
            for story in (together, own):
                story.month(month, forms, unit=unit, jobs=len(forms))
        alone |= own.statements()
    assert {key: each.document() for key, each in together.statements().items()} == {
        key: each.document() for key, each in alone.items()
    }
