"""The registers of complaints and recoveries, kept by clerks as CSV."""

from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from sample_data.exports.dirt import CONFLICT, DUPLICATE, Account, Stain, at_odds, changed, copied, everyone, soil
from sample_data.exports.letters import spotless, with_slips
from sample_data.exports.local import coded, local
from sample_data.exports.written import write_csv

SEVERITIES: Final = {"minor": "轻微", "general": "一般", "major": "严重", "critical": "重大"}
CHANNELS: Final = {
    "hotline": "热线",
    "web": "网站",
    "visit": "来访",
    "meeting": "恳谈会",
    "regulator": "监管转办",
    "form": "反馈表",
    "callback": "回访",
}
VERIFIED: Final = {"pending": "待核实", "confirmed": "属实", "rejected": "不属实"}


def export_complaints(folder: Path, tables: dict[str, pl.DataFrame], rng: np.random.Generator) -> dict[str, Account]:
    """Write the register of complaints and their topics; return what each holds."""
    times = ("received_at", "verified_at", "first_reply_at", "closed_at")
    register = tables["complaints"].with_columns(
        *(local(name, "%Y-%m-%d %H:%M").alias(name) for name in times),
        coded("channel", CHANNELS).alias("channel"),
        coded("severity", SEVERITIES).alias("severity"),
        coded("verified", VERIFIED).alias("verified"),
        *(pl.col(name).replace_strict({True: "是", False: "否"}, default=None) for name in ("upheld", "withdrawn")),
    )
    register = register.rename(COMPLAINT_COLUMNS)
    new = {"投诉编号": "CX{}", "重复于": None, "再次投诉": None}
    stains = [
        Stain(DUPLICATE, 3, copied),
        Stain("unknown_unit", 2, changed(**new, 服务中心="ZZ")),
        Stain("unreadable_date", 2, changed(**new, 受理时间="2025-02-31 09:10")),
        Stain("unknown_severity", 2, changed(**new, 严重程度="严重极了")),
        Stain("missing_key", 1, changed(**{**new, "投诉编号": None})),
        Stain(CONFLICT, 1, at_odds("严重程度", "轻微", **new, 严重程度="重大")),
    ]
    account = Account()
    soiled = soil(register, stains, account, rng, everyone(register))
    write_csv(folder / "complaints" / "complaints.csv", soiled, "utf-8-sig")
    write_csv(folder / "complaints" / "complaint_topics.csv", tables["complaint_topics"])
    topics = Account(clean=tables["complaint_topics"].height)
    return {"complaints/complaints.csv": account, "complaints/complaint_topics.csv": topics}


COMPLAINT_COLUMNS: Final = {
    "complaint_id": "投诉编号",
    "case_id": "工单号",
    "customer_id": "客户号",
    "received_at": "受理时间",
    "channel": "渠道",
    "severity": "严重程度",
    "topic_code": "主题",
    "verified": "核实",
    "verified_at": "核实时间",
    "attribution": "责任",
    "upheld": "成立",
    "duplicate_of": "重复于",
    "withdrawn": "撤回",
    "first_reply_at": "首次答复",
    "closed_at": "结案时间",
    "repeat_of": "再次投诉",
    "org_unit_id": "服务中心",
    "staff_id": "涉及员工",
    "description": "内容",
}
RECOVERY_COLUMNS: Final = {
    "recovery_id": "补救编号",
    "step": "步骤",
    "case_id": "工单号",
    "complaint_id": "投诉编号",
    "org_unit_id": "服务中心",
    "type": "类型",
    "failure_detected_at": "发现时间",
    "done_at": "完成时间",
    "actor_id": "执行人",
    "loss_grade": "损失等级",
    "loss_amount": "损失(元)",
    "compensation_amount": "补偿(元)",
    "authority_limit": "权限(元)",
    "confirmed_satisfied": "客户满意",
    "confirmed_at": "确认时间",
    "repurchased_within_days": "再购天数",
}
STEPS: Final = {
    "apology": "道歉",
    "redo_service": "重新服务",
    "calm": "安抚",
    "compensate": "补偿",
    "confirm": "确认满意",
}
TYPES: Final = {"internal": "内部", "external": "外部", "crisis": "危机"}


def export_recoveries(folder: Path, recoveries: pl.DataFrame, rng: np.random.Generator) -> dict[str, Account]:
    """Write the register of recoveries as clerks type it: yuan, and the letter O for a zero here and there."""
    money = ("loss_amount", "compensation_amount", "authority_limit")
    times = ("failure_detected_at", "done_at", "confirmed_at")
    typed = recoveries.with_columns(
        *(local(name, "%Y-%m-%d %H:%M:%S").alias(name) for name in times),
        *((pl.col(name) // 100).cast(pl.String) for name in money),
        *(pl.col(name).cast(pl.String) for name in ("loss_grade", "repurchased_within_days")),
        coded("step", STEPS).alias("step"),
        coded("type", TYPES).alias("type"),
        pl.col("confirmed_satisfied").replace_strict({True: "是", False: "否"}, default=None),
    ).rename(RECOVERY_COLUMNS)
    account = Account()
    slipped = with_slips(typed, {"再购天数": {"letter_o": 0.3}, "损失等级": {"full_width": 0.02}}, account, rng)
    new = {"补救编号": "BX{}"}
    stains = [
        Stain(DUPLICATE, 2, copied),
        Stain("unreadable_amount", 2, changed(**new, **{"补偿(元)": "约八百"}), pl.col("步骤") == "补偿"),
        Stain("done_before_failure", 2, changed(**new, 完成时间="2024-01-01 09:00:00")),
        Stain("loss_grade_outside", 1, changed(**new, 损失等级="7")),
    ]
    register = soil(slipped, stains, account, rng, spotless(typed, slipped))
    write_csv(folder / "recovery" / "recovery_actions.csv", register)
    return {"recovery/recovery_actions.csv": account}
