"""How broad columns are: what no line break may divide has to fit."""

from metrics.rewards.paper.breadth import breadths, breakable, longest_words


def test_a_column_is_as_broad_as_its_longest_cell_or_word_of_its_head():
    assert breadths(["Forms used", "合计"], [["10", "1,000.00"], ["9", "−1.00"]]) == [5 + 2, 8 + 2]


def test_lines_break_at_blanks_after_slashes_and_between_chinese_signs():
    heads, rows = ["Compared with", "满意度部分", "File"], [["not returned", "待核实 F1", "exports/forms_2026-06.xlsx"]]
    assert longest_words(heads, rows) == [("Compared", "returned"), ("满意度部", "F1"), ("File", "forms_2026-06.xlsx")]


def test_a_word_without_end_may_be_broken_and_others_stay_as_they_are():
    assert breakable("x" * 50) == "\u200b".join(["x" * 24, "x" * 24, "xx"])
    assert breakable("F2606-000050 属实") == "F2606-000050 属实"
    assert longest_words(["File"], [[breakable("x" * 50)]]) == [("File", "x" * 24)]
