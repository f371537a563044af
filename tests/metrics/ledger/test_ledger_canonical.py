"""One text for one thing said, and nothing that is not exact."""

from decimal import Decimal
from fractions import Fraction

import pytest

from metrics.rewards.ledger.canonical import canonical, digest, said, sha256
from metrics.rewards.ledger.errors import CanonicalError


def test_keys_are_sorted_and_there_are_no_spaces():
    assert canonical({"b": [1, None], "a": {"d": True, "c": "二"}}) == '{"a":{"c":"二","d":true},"b":[1,null]}'


def test_the_hash_is_that_of_the_utf_8_text():
    # printf '{"金额":-100000}' | sha256sum
    assert digest({"金额": -100000}) == sha256('{"金额":-100000}')
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_two_spellings_of_one_text_are_one():
    assert canonical({"cafe\u0301": "e\u0301"}) == canonical({"caf\u00e9": "\u00e9"})


def test_a_key_in_two_spellings_is_refused():
    with pytest.raises(CanonicalError, match="twice, in two spellings"):
        canonical({"e\u0301": 1, "\u00e9": 2})


@pytest.mark.parametrize("value", [0.5, float("nan"), Decimal("0.5"), Fraction(1, 2), {1}, b"x"])
def test_what_is_not_exact_is_refused_with_its_place(value):
    with pytest.raises(CanonicalError, match=r"figures\.total\[1\] is .*, which JSON does not hold exactly"):
        canonical({"figures": {"total": [1, value]}})


@pytest.mark.parametrize("value", [{1: "x"}, {"a": "\ud800"}])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(CanonicalError):
        canonical(value)


@pytest.mark.parametrize(
    "text", ['{"a": 1}', '{"b":1,"a":1}', '{"a":1,"a":1}', '{"a":1.5}', "NaN", '"e\u0301"', "", "{"]
)
def test_any_other_spelling_says_nothing(text):
    with pytest.raises(ValueError, match=r".+"):
        said(text)


def test_what_was_written_is_read_back():
    told = {"金额": [-100000, None, True], "é": {"a": "\n"}}
    assert said(canonical(told)) == told


def test_money_beyond_any_machine_word_stays_whole():
    assert canonical(10**30) == "1" + "0" * 30
