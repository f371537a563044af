"""What loads say of themselves, in Chinese as well: each sentence as the load itself writes it."""

import pytest

from dashboard.provenance.load_messages import load_message
from etl.errors import StorageError
from etl.mapping.errors import ZoneNeededError
from etl.publishing import DIED
from etl.sources import errors
from etl.validate.errors import ExaminationStoppedError

RAGGED = [errors.RaggedRow(3, 5, "a,b,c"), errors.RaggedRow(4, 1, "x")]


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (DIED, "加载进程中途结束了。"),
        (errors.NoFileError("hotline", "exports/*.csv"), "来源“hotline”:没有文件符合“exports/*.csv”。"),
        (errors.EmptyFileError("a.csv"), "a.csv 是空的,连表头都没有。导出是否中断了?"),
        (
            errors.WrongEncodingError("a.csv", "utf-8", offset=7, line=2, likely="gb18030"),
            'a.csv 第 2 行(字节 7)不是 utf-8。看起来像 gb18030:请写 encoding = "gb18030"。',
        ),
        (
            errors.CutOffError("a.csv", "utf-8", 9),
            "a.csv 在第 9 行一个字的中间断了。导出是否中断了,还是编码不是 utf-8?",
        ),
        (errors.RepeatedColumnError("a.csv", "号", [1, 4]), "a.csv:第 1 列和第 4 列都叫“号”;请在导出里改一个名字。"),
        (
            errors.RaggedRowsError("a.csv", 3, RAGGED),
            (
                "a.csv:表头有 3 个字段,但第 3 行有 5 个('a,b,c');第 4 行有 1 个('x')。"
                "单元格里的分隔符或换行是否没有加引号?"
            ),
        ),
        (errors.NoSheetError("a.xlsx", "六月", ["五月"]), "a.xlsx 没有工作表“六月”。它的工作表有 '五月'。"),
        (
            errors.SchemaDriftError("a.csv", ["unit"], ["units", "day"], []),
            "a.csv:缺少列 “unit”。 是不是 units?文件里有 'units', 'day'。",
        ),
        (
            errors.TypeDriftError("a.csv", "开始", "started_at", cells=8, first="'x' is not a number"),
            "a.csv:“开始”列的 8 个单元格没有一个能读作 started_at;第一个:'x' 不是数字。导出是否变了,还是映射要写格式?",
        ),
        (
            StorageError("another program holds the records database locked"),
            "加载没能保存:另一个程序锁着记录数据库。没有发布任何内容,上一次完成的加载保持原样。修好后请再运行一次。",
        ),
        (
            errors.UnreadableFileError("a.csv", "it is not text but a PDF."),
            "a.csv:这不是文本,而是PDF 文件。",
        ),
    ],
)
def test_a_sentence_of_a_load_is_told_in_chinese(problem, told):
    assert load_message(str(problem), "zh") == told
    assert load_message(str(problem), "en") == str(problem)


@pytest.mark.parametrize(
    "problem",
    [
        errors.WrongEncodingError("a", "utf-8", offset=1, line=1, likely=None),
        errors.NullCharacterError("a", 1, "x"),
        errors.NoSheetError("a", None, ["b", "c"]),
        errors.NoDatabaseError("a", "there is no table 'b'. Known: c."),
        errors.QueryError("a", "b", "syntax error"),
        errors.SchemaDriftError("a", ["x"], ["x;y"], []),
        errors.SchemaDriftError("a", ["x"], ["y"], ["z"]),
        ZoneNeededError("a", "b", "c", "2025-01-01"),
        ExaminationStoppedError(-9),
    ],
    ids=str,
)
def test_every_error_of_a_load_is_known_in_chinese(problem):
    told = load_message(f"{type(problem).__name__}: {problem}", "zh")
    assert "加载程序的原话" not in told
    assert not any(word in told for word in ("Known", "missing", "Did you", "Error:"))


def test_what_is_not_known_is_quoted_and_each_line_is_told_by_itself():
    said = "KeyError: 'x'\na.csv is empty: there is not even a header row. Was the export cut off?"
    assert load_message(said, "zh").split("\n") == [
        "加载程序的原话:KeyError: 'x'",
        "a.csv 是空的,连表头都没有。导出是否中断了?",
    ]
