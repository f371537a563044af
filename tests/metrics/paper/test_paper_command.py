"""`statement --out`: a unit's month or all of a month, on paper, with its split; wrong use is told."""

import io

import fastexcel
import pytest
from pypdf import PdfReader

from metrics.__main__ import main


@pytest.fixture
def run(capsys, rewarded):
    """Return a function that runs `statement` on the company and gives its exit code and what it printed."""

    def command(*arguments):
        code = main(["statement", str(rewarded), *map(str, arguments)])
        printed = capsys.readouterr()
        return code, printed.out or printed.err

    return command


def test_a_unit_is_printed_with_the_split_that_its_head_wrote(run, tmp_path):
    split, file = tmp_path / "split.csv", tmp_path / "north.pdf"
    split.write_text("姓名,金额\n王芳,600\n李强,350.00\n", encoding="utf-8")
    code, _ = run("--month", "2025-05", "--unit", "N", "--out", file, "--split", split)
    text = PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text()
    assert code == 0
    assert "北一店 2025-05 奖惩单" in text
    assert "李强 350.00" in text


def test_a_month_is_written_as_a_workbook_in_the_language_asked_for(run, tmp_path):
    file = tmp_path / "may.xlsx"
    assert run("--month", "2025-05", "--out", file, "--language", "en")[0] == 0
    units = fastexcel.read_excel(file).load_sheet("Units").to_polars()
    assert units["Unit"].to_list() == ["North One", "South One"]
    assert units["In all"].to_list() == [950.0, -800.0]


def test_a_split_that_does_not_sum_prints_nothing(run, tmp_path):
    split, file = tmp_path / "split.csv", tmp_path / "north.pdf"
    split.write_text("name,amount\na,949.99\n", encoding="utf-8")
    code, said = run("--month", "2025-05", "--unit", "N", "--out", file, "--split", split)
    assert (code, file.exists()) == (1, False)
    assert "The split comes to 949.99, the amount is 950.00: 0.01 are missing." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "a.pdf"), "say which with --month"),
        (("--out", "a.doc", "--month", "2025-05"), "a paper is written as .pdf or .xlsx"),
        (("--out", "a.pdf", "--month", "2025-05", "--split", "s.csv"), "say whose with --unit"),
        (("--out", "a.pdf", "--month", "2025-05", "--unit", "N", "--split", "nowhere.csv"), "There is no file"),
    ],
    ids=str,
)
def test_wrong_use_is_told_and_ends_with_2(run, arguments, said):
    code, printed = run(*arguments)
    assert code == 2
    assert said in printed
