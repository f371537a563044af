"""Feedback forms as clerks type them: quarterly books with dates as text, later monthly books with real dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from sample_data.company import CENTRES
from sample_data.exports.book import Book, write_book
from sample_data.exports.dirt import CONFLICT, DUPLICATE, Account, Stain, at_odds, changed, copied, soil
from sample_data.exports.letters import spotless, with_slips
from sample_data.exports.local import coded, local, month_of
from sample_data.span import MONTHS

KINDS: Final = {"paper": "纸质", "sms": "短信", "wechat": "微信", "web": "网页"}
STATES: Final = {"confirmed": "属实", "corrected": "已更正", "rejected": "不属实", "pending": "待核实"}
CENTRE_NAMES: Final = {centre.code: centre.zh for centre in CENTRES}
DATES: Final = ("发出日期", "收回日期", "核实日期")
_SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_MEN: Final = 0.6
_QUARTERLY_MONTHS: Final = 12
# One habit per quarter's clerk; an unreadable date is written in the same hand.
_STYLES: Final = ("%Y/%-m/%-d", "%Y年%-m月%-d日", "%Y.%-m.%-d", "%Y/%-m/%-d")
_WRONG_DATES: Final = ("2024/2/31", "2024年2月31日", "2025.2.31", "2025/2/31")
_ITEMS: Final = ("服务及时性", "维修质量", "服务态度")
_SLIPS: Final = {"full_width": 0.025, "lower_case": 0.04, "space": 0.008}


@dataclass(frozen=True)
class Period:
    """The months of one book, how its clerk writes dates, and its title."""

    file: str
    title: str
    months: tuple[str, ...]
    style: str | None
    wrong_date: str | None


def periods() -> list[Period]:
    """Return the books: four quarters, then twelve months."""
    labels = [month.label for month in MONTHS]
    quarters = [labels[start : start + 3] for start in range(0, _QUARTERLY_MONTHS, 3)]
    books = [
        Period(
            f"forms/quarterly/forms_{months[0]}_{months[-1]}.xlsx", f"{months[0]} 至 {months[-1]}", tuple(months), *hand
        )
        for months, hand in zip(quarters, zip(_STYLES, _WRONG_DATES, strict=True), strict=True)
    ]
    later = labels[_QUARTERLY_MONTHS:]
    return books + [Period(f"forms/monthly/forms_{month}.xlsx", month, (month,), None, None) for month in later]


def export_forms(folder: Path, forms: pl.DataFrame, rng: np.random.Generator) -> dict[str, Account]:
    """Write the books, each form in the book of the month in which it was handed out; return what each holds."""
    accounts = {}
    for number, period in enumerate(periods()):
        rows = forms.filter(month_of("sent_at").is_in(period.months)).sort("sent_at", "form_id")
        account = accounts[period.file] = Account()
        typed = _typed(rows, period, rng)
        slipped = with_slips(typed, {**dict.fromkeys(_ITEMS, _SLIPS), "总评分": {"full_width": 0.03}}, account, rng)
        book = soil(slipped, _stains(period, number), account, rng, spotless(typed, slipped))
        title = f"明镜汽车玻璃 顾客反馈表登记({period.title})"
        write_book(folder / period.file, Book("反馈表", title, book, () if period.style else DATES))
    return accounts


def _typed(rows: pl.DataFrame, period: Period, rng: np.random.Generator) -> pl.DataFrame:
    pattern = period.style or "%Y-%m-%d"
    dates = dict(zip(DATES, ("sent_at", "received_at", "verified_at"), strict=True))
    return rows.select(
        pl.col("form_id").alias("表号"),
        pl.col("case_id").alias("工单号"),
        pl.col("job_id").alias("维修单号"),
        pl.Series("客户", _callers(rows.height, rng)),
        pl.col("identity_key").alias("联系电话"),
        coded("org_unit_id", CENTRE_NAMES).alias("服务中心"),
        coded("source_kind", KINDS).alias("回收方式"),
        *(local(column, pattern).alias(name) for name, column in dates.items()),
        pl.col("timeliness").alias("服务及时性"),
        pl.col("repair_quality").alias("维修质量"),
        pl.col("attitude").alias("服务态度"),
        coded("verified", STATES).alias("核实结果"),
        pl.col("verified_by").alias("核实人"),
        pl.col("original_timeliness").alias("原及时性"),
        pl.col("original_repair_quality").alias("原质量"),
        pl.col("original_attitude").alias("原态度"),
        pl.col("csat").cast(pl.String).alias("总评分"),
        pl.when("settled_at_once")
        .then(pl.lit("是"))
        .when(~pl.col("settled_at_once"))
        .then(pl.lit("否"))
        .alias("一次解决"),
        pl.col("comment").alias("客户意见"),
    )


def _callers(count: int, rng: np.random.Generator) -> list[str]:
    surnames, titles = rng.integers(len(_SURNAMES), size=count), rng.random(count)
    return [_SURNAMES[one] + ("先生" if title < _MEN else "女士") for one, title in zip(surnames, titles, strict=True)]


def _stains(period: Period, number: int) -> Sequence[Stain]:
    """Return the dirt of one book; copies lose case and job, so that no clean form is doubted for their sake."""
    new = {"表号": f"FX{number:02d}-{{}}", "工单号": None, "维修单号": None}
    back, verified = pl.col("收回日期").is_not_null(), pl.col("核实结果") == "属实"
    stains = [
        Stain(DUPLICATE, 4 if period.style else 2, copied),
        Stain("grade_outside", 1, changed(**new, 服务态度="F"), back),
        Stain("grade_outside", 1, changed(**new, 维修质量="优"), back),
        Stain("grade_outside", int(number % 4 == 1), changed(**new, 服务及时性="6"), back),
        Stain("unknown_unit", 1, changed(**new, 服务中心="成都武侯中心"), back),
        Stain("missing_key", int(number % 3 == 0), changed(**{**new, "表号": None}), back),
        Stain(CONFLICT, int(number % 2 == 0), at_odds("服务态度", "E", **new, 服务态度="A"), verified),
    ]
    if period.wrong_date:
        return [*stains, Stain("unreadable_date", 2, changed(**new, 收回日期=period.wrong_date, 核实日期=None), back)]
    late = {"收回日期": "2036-05-20", "核实日期": None}
    return [*stains, Stain("future_time", int(number in {9, 15}), changed(**new, **late), back)]
