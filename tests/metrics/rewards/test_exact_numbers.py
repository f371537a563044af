"""Numbers on statements: nothing is lost, nothing is rounded away, and a sign is never hidden by its decimals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.rewards.exact import decimal, equals, exactly, quotient


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("4", "4.00"),
        ("7/2", "3.50"),
        ("91/23", "3.96"),
        ("-427/230", "−1.86"),
        ("1/200", "0.01"),
        ("12345", "12,345.00"),
    ],
)
def test_two_decimals_half_away_from_zero(value, read):
    assert decimal(Fraction(value)) == read


def test_a_difference_that_is_not_nothing_never_reads_as_nothing():
    assert decimal(Fraction(-1, 400), signed=True) == "−0.003"
    assert decimal(Fraction(1, 30_000)) == "0.00003"
    assert decimal(Fraction(0), signed=True) == "0.00"


@pytest.mark.parametrize(
    ("value", "written"), [("1/2", "+0.50"), ("17/8", "+2.125"), ("91/23", "+91/23"), ("0", "0.00")]
)
def test_what_decimals_cannot_say_stays_a_fraction(value, written):
    assert exactly(Fraction(value), signed=True) == written


def test_an_equation_ends_exactly_or_says_that_it_does_not():
    assert equals(Fraction(1, 2), signed=True) == "= +0.50"
    assert equals(Fraction(-8, 27), signed=True) == "= −8/27 ≈ −0.30"
    assert (quotient(Fraction(40), 10), quotient(Fraction(91), 23)) == ("40 / 10 = 4.00", "91 / 23 ≈ 3.96")


@given(st.fractions(max_denominator=10_000))
def test_a_number_read_back_is_within_half_a_unit_of_its_last_decimal(value):
    read = decimal(value).replace("−", "-").replace(",", "")
    places = len(read.partition(".")[2])
    assert abs(Fraction(read) - value) <= Fraction(1, 2 * 10**places)
