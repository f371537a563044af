"""The hotline's log: one GB18030 file a month, local times without a zone, numbers written in every way."""

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from sample_data.draws import choose
from sample_data.exports.dirt import CONFLICT, DUPLICATE, Account, Stain, at_odds, changed, copied, everyone, soil
from sample_data.exports.local import coded, local, month_of
from sample_data.exports.written import write_csv
from sample_data.span import MONTHS, Month
from sample_data.voices import NOTES

CHANNELS: Final = {"phone": "电话", "wechat": "微信", "web": "网页", "app": "APP"}
DIRECTIONS: Final = {"inbound": "呼入", "outbound": "呼出"}
BY: Final = {"customer": "客户", "agent": "坐席", "bot": "机器人"}
PRODUCTS: Final = {
    "windscreen": "前挡",
    "side_window": "侧窗",
    "rear_window": "后窗",
    "sunroof": "天窗",
    "camera": "摄像头",
}
DISPOSITIONS: Final = {
    "resolved": "已解决",
    "follow_up_promised": "承诺回电",
    "unresolved": "未解决",
    "wrong_number": "打错",
    "test": "测试",
}
_YES_NO: Final = {"true": "是", "false": "否"}
_TIME: Final = "%Y/%m/%d %H:%M:%S"
_NO_NUMBER: Final = ("匿名", "", "未知号码")
_PHONE_STYLES: Final = (56, 14, 14, 8, 8)
_NOTED: Final = 0.12
_SWITCHBOARD: Final = "0"


def export_hotline(folder: Path, contacts: pl.DataFrame, rng: np.random.Generator) -> dict[str, Account]:
    """Write the monthly logs; return what each holds."""
    accounts = {}
    for month in MONTHS:
        rows = contacts.filter(month_of("started_at") == month.label).sort("started_at", "contact_id")
        account = accounts[f"hotline/hotline_{month.label}.csv"] = Account()
        clean = _log(rows, rng)
        log = soil(clean, _stains(month), account, rng, everyone(clean))
        write_csv(folder / "hotline" / f"hotline_{month.label}.csv", log, "gb18030")
    return accounts


def _log(rows: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    return rows.select(
        pl.col("contact_id").alias("流水号"),
        pl.col("case_id").alias("工单号"),
        pl.Series("主叫号码", _numbers(rows["identity_key"].to_list(), rng)),
        coded("channel", CHANNELS).alias("渠道"),
        coded("direction", DIRECTIONS).alias("方向"),
        coded("initiated_by", BY).alias("发起"),
        local("started_at", _TIME).alias("开始时间"),
        local("answered_at", _TIME).alias("接通时间"),
        local("ended_at", _TIME).alias("结束时间"),
        pl.col("queue_seconds").cast(pl.String).alias("排队秒数"),
        pl.col("talk_seconds").cast(pl.String).alias("通话秒数"),
        _flag("abandoned").alias("客户放弃"),
        pl.col("agent_id").alias("坐席"),
        pl.col("org_unit_id").alias("服务中心"),
        _flag("transferred").alias("转接"),
        _flag("escalated").alias("升级"),
        pl.col("reason_code").alias("来电原因"),
        coded("product", PRODUCTS).alias("产品"),
        coded("disposition", DISPOSITIONS).alias("处理结果"),
        pl.col("is_callback_of").alias("回拨流水号"),
        pl.Series("备注", _notes(rows.height, rng)),
    )


def _flag(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.String).replace_strict(_YES_NO)


def _numbers(numbers: list[str | None], rng: np.random.Generator) -> list[str]:
    styles = choose(rng, _PHONE_STYLES, len(numbers))
    hidden = choose(rng, (5, 3, 2), len(numbers))
    return [
        _NO_NUMBER[unknown] if number is None else _written(number, int(style))
        for number, style, unknown in zip(numbers, styles, hidden, strict=True)
    ]


def _written(number: str, style: int) -> str:
    if number.startswith(_SWITCHBOARD):
        area = 4 if number.startswith("0755") else 3
        return (number, f"{number[:area]}-{number[area:]}", f"({number[:area]}){number[area:]}")[style % 3]
    parts = (number[:3], number[3:7], number[7:])
    return (number, " ".join(parts), "-".join(parts), f"+86{number}", f"+86 {' '.join(parts)}")[style]


def _notes(count: int, rng: np.random.Generator) -> list[str]:
    drawn, pick = rng.random(count), rng.integers(len(NOTES), size=count)
    return [NOTES[which] if chance < _NOTED else "" for chance, which in zip(drawn, pick, strict=True)]


def _stains(month: Month) -> list[Stain]:
    new, turn = {"流水号": f"H{month.code}-9{{:06d}}"}, month.index
    stains = [
        Stain(DUPLICATE, 2, copied),
        Stain("unreadable_date", 1, changed(**new, 开始时间=f"{month.label[:4]}/02/31 10:15:00")),
        Stain("unknown_unit", 1, changed(**new, 服务中心="ZZ")),
        Stain(CONFLICT, int(turn % 3 == 0), at_odds("处理结果", "测试", **new, 处理结果="打错")),
        Stain("missing_key", int(turn % 2 == 0), changed(流水号="")),
        Stain(
            "ended_before_start",
            int(turn % 2 == 1),
            changed(**new, 接通时间="", 结束时间=f"{month.label.replace('-', '/')}/01 00:00:01"),
            pl.col("客户放弃") == "是",
        ),
    ]
    future = dict.fromkeys(("开始时间", "结束时间"), "2036/07/01 09:00:00")
    return [
        *stains,
        Stain("future_time", int(month.label in {"2025-12", "2026-06"}), changed(**new, 接通时间="", **future)),
    ]
