"""The department's split: what it comes to is the amount, to the cent, or it is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.rewards.allocation import Share, amount_from, checked, equal_parts
from metrics.rewards.errors import AllocationError
from metrics.store.errors import QueryError
from metrics.store.printing.splits import read_split


def test_a_split_that_sums_is_taken_and_one_that_is_a_cent_short_is_refused():
    shares = (Share("王芳", 60_000), Share("李强", 40_000))
    assert checked(shares, 100_000) == shares
    with pytest.raises(AllocationError, match=r"comes to 1,000.00, the amount is 1,000.01: 0.01 are missing"):
        checked(shares, 100_001)


def test_the_refusal_is_told_in_chinese_too():
    with pytest.raises(AllocationError) as refused:
        checked([Share("王芳", 1)], 3)
    assert refused.value.said.zh == "分配合计 0.01,应为 0.03,还差 0.02。"


def test_a_share_of_nobody_is_refused():
    with pytest.raises(AllocationError, match="Line 2 of the split names nobody"):
        checked([Share("王芳", 1), Share(" ", 0)], 1)


def test_a_penalty_is_split_like_a_reward():
    assert [share.amount for share in equal_parts(["a", "b", "c"], -100)] == [-34, -33, -33]


@given(st.integers(-(10**9), 10**9), st.integers(1, 40))
def test_equal_parts_always_sum_and_differ_by_a_cent_at_most(total, people):
    amounts = [share.amount for share in equal_parts([str(number) for number in range(people)], total)]
    assert sum(amounts) == total
    assert max(amounts) - min(amounts) <= 1


@pytest.mark.parametrize(
    ("written", "minor"),
    [("250", 25_000), ("250.5", 25_050), ("-0.01", -1), ("−1,000.00", -100_000), (" +3.10 ", 310)],
)
def test_amounts_are_read_as_people_write_them(written, minor):
    assert amount_from(written) == minor


@pytest.mark.parametrize("written", ["", "1e3", "1/2", "0.005", "nan", "十元"])
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(AllocationError, match="is no amount"):
        amount_from(written)


@pytest.mark.parametrize(("head", "encoding"), [("name,amount", "utf-8-sig"), ("姓名,金额", "gbk")])
def test_a_split_is_read_from_a_file_as_a_spreadsheet_writes_it(tmp_path, head, encoding):
    file = tmp_path / "split.csv"
    file.write_bytes(f"{head}\n王芳,600.00\n李强,350\n".encode(encoding))
    assert read_split(file, 95_000) == (Share("王芳", 60_000), Share("李强", 35_000))


def test_a_file_without_the_columns_is_named(tmp_path):
    file = tmp_path / "split.csv"
    file.write_text("who,what\na,1\n", encoding="utf-8")
    with pytest.raises(QueryError, match=r"split.csv: a split has the columns name and amount"):
        read_split(file, 100)
