"""The bars of a waterfall: each hangs from the one before it, down to what is done."""

import pytest

from metrics.funnel.falls import falls
from metrics.funnel.waterfall import reasons, totals


@pytest.fixture
def drawn(story, ask):
    """Return the pieces of ten cases: two lost at b for a price and one for stock, one silent at a, one open at b."""
    for number in range(5):
        story.enters(f"done{number}", "a b c")
    for number, reason in enumerate(["price", "price", "stock"]):
        story.enters(f"lost{number}", "a b").leaves(f"lost{number}", 5, reason=reason)
    asked = ask(story.enters("silent", "a").enters("open", "a b", [390, 391]), hour=400)
    return falls(asked.funnel, asked.stages(), reasons(asked.parts())), asked


def test_the_pieces_run_from_entered_to_done_with_a_piece_per_reason(drawn):
    pieces, _ = drawn
    assert pieces.select("fall", "reason", "n").rows() == [
        ("entered", None, 10),
        ("lost:a", None, 0),
        ("lost:b", "price", 2),
        ("lost:b", "stock", 1),
        ("timed_out", None, 1),
        ("open", None, 1),
        ("done", None, 5),
    ]


def test_each_piece_ends_where_the_next_one_begins(drawn):
    pieces, _ = drawn
    falling = pieces.slice(1, pieces.height - 2)
    assert falling["upper"].to_list() == pytest.approx([1.0, 1.0, 0.8, 0.7, 0.6])
    assert falling["lower"].to_list() == pytest.approx([1.0, 0.8, 0.7, 0.6, 0.5])
    assert pieces.row(-1, named=True) | {"upper": 0.5, "lower": 0.0, "share": 0.5} == pieces.row(-1, named=True)


def test_entered_less_what_stopped_is_done(drawn):
    pieces, asked = drawn
    found = totals(asked.stages())
    assert found == {"entered": 10, "converted": 5, "lost": 3, "timed_out": 1, "open": 1, "imputed": 0, "held_up": 0}
    assert pieces["n"].sum() == 2 * found["entered"]


def test_pieces_say_at_which_stage_cases_ran_out_of_time(drawn):
    pieces, _ = drawn
    assert pieces.filter(fall="timed_out").select("stage", "step").rows() == [("a", 1)]
    assert pieces.filter(fall="open").select("stage", "step").rows() == [("b", 2)]


def test_a_funnel_that_nobody_entered_has_no_bars(story, ask):
    asked = ask(story.enters("one", "b"))
    assert falls(asked.funnel, asked.stages(), reasons(asked.parts())).is_empty()
