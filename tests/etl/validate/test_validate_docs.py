import re

import pytest

from etl.validate import write_docs


@pytest.fixture
def pages(checked, tmp_path):
    """Return the pages of a load of two sources, by file name."""
    bad = "<img src=x onerror=alert(1)>"
    rows = [{"channel": bad}, *[{"reopen_count": -1} for _ in range(25)]]
    index = write_docs(tmp_path / "docs", {"工单 <b>": checked("cases", *rows), "units": checked("org_units", {})})
    return {page.name: page.read_text(encoding="utf-8") for page in index.parent.iterdir()}


def test_the_index_names_every_source_and_what_was_refused(pages):
    cells = re.findall(r'show-scrollbars">(.*?)</div>', pages["index.html"])
    assert cells == [
        '<a href="source-1.html">工单 &lt;b&gt;</a>', "cases", "26", "26", "2",
        '<a href="source-2.html">units</a>', "org_units", "1", "0", "0",
    ]  # fmt: skip


def test_a_page_tells_each_rule_in_both_languages(pages):
    assert "“关闭时间”不能早于“创建时间”。 'Closed' must be no earlier than 'Created'." in pages["source-1.html"]


def test_a_page_lists_the_first_twenty_refused_rows_of_a_rule(pages):
    assert re.findall(r"export.csv (\d+): reopen_count = -1", pages["source-1.html"]) == [str(n) for n in range(3, 23)]


def test_what_a_customer_wrote_stays_text(pages):
    assert "<img" not in pages["source-1.html"]
    assert "channel = &lt;img src=x onerror=alert(1)&gt;" in pages["source-1.html"]


def test_a_page_loads_nothing_and_runs_nothing(pages):
    for page in pages.values():
        assert not re.search(r"<script|<link|<iframe|@import|url\(|//", page)
        assert "default-src 'none'" in page
