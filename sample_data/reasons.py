"""Reason codes: why customers call, where and why cases are lost, what complaints are about."""

from typing import Final, NamedTuple

import polars as pl


class Reason(NamedTuple):
    """A reason code with its names, its category, the furthest stage of those who give it, and who can act on it."""

    code: str
    zh: str
    en: str
    group: str
    stage: str | None = None
    fcr_eligible: bool = True
    controllable: bool = True


CALLS: Final = (
    Reason("R11", "石击裂点修补", "Stone chip", "damage"),
    Reason("R12", "前挡更换", "Windscreen replacement", "damage", fcr_eligible=False),
    Reason("R13", "侧窗或后窗破碎", "Side or rear window", "damage", fcr_eligible=False),
    Reason("R14", "摄像头标定", "Camera calibration", "damage"),
    Reason("R21", "理赔资料", "Claim papers", "insurance"),
    Reason("R22", "保险定责", "Cover and liability", "insurance", fcr_eligible=False, controllable=False),
    Reason("R31", "价格咨询", "Price", "price"),
    Reason("R32", "预约与改期", "Booking and rebooking", "appointment"),
    Reason("R33", "进度查询", "Progress", "progress"),
    Reason("R41", "漏水或异响返修", "Leak or noise after repair", "warranty", fcr_eligible=False),
    Reason("R51", "服务投诉", "Complaint about service", "complaint", fcr_eligible=False),
    Reason("R91", "其他", "Other", "other"),
)
DROPS: Final = (
    Reason("D11", "联系不上客户", "Customer not reached", "drop_off", "referral", controllable=False),
    Reason("D12", "号码错误", "Wrong number", "drop_off", "referral"),
    Reason("D21", "仅询价", "Price enquiry only", "drop_off", "contact"),
    Reason("D22", "保险不承保", "Not covered", "drop_off", "contact", controllable=False),
    Reason("D23", "无需更换", "No repair needed", "drop_off", "contact", controllable=False),
    Reason("D31", "价格太高", "Too expensive", "drop_off", "opportunity"),
    Reason("D32", "选择其他商家", "Chose a competitor", "drop_off", "opportunity"),
    Reason("D33", "玻璃缺货", "Glass out of stock", "drop_off", "opportunity"),
    Reason("D34", "无合适时段", "No suitable slot", "drop_off", "opportunity"),
    Reason("D41", "客户爽约", "No-show", "drop_off", "appointment"),
    Reason("D42", "定损未通过", "Assessment refused", "drop_off", "appointment", controllable=False),
    Reason("D51", "玻璃型号不符", "Wrong glass delivered", "drop_off", "assessment"),
    Reason("D52", "现场取消", "Cancelled on site", "drop_off", "assessment"),
    Reason("D99", "原因不明", "Unknown", "drop_off", None, controllable=False),
)
TOPICS: Final = (
    Reason("T11", "等待时间过长", "Waiting too long", "service"),
    Reason("T12", "服务态度", "Attitude", "service"),
    Reason("T13", "未按约定上门", "Appointment not kept", "service"),
    Reason("T14", "未回电", "Promised call not made", "communication"),
    Reason("T15", "信息不一致", "Contradictory information", "communication"),
    Reason("T21", "漏水", "Water leak", "product"),
    Reason("T22", "风噪或异响", "Wind noise", "product"),
    Reason("T23", "玻璃质量", "Glass quality", "product"),
    Reason("T31", "退款迟缓", "Slow refund", "returns"),
    Reason("T32", "费用争议", "Disputed charge", "returns"),
)
ALL: Final = (*CALLS, *DROPS, *TOPICS)


def position(reasons: tuple[Reason, ...], code: str) -> int:
    """Return where a code stands in `reasons`."""
    return [reason.code for reason in reasons].index(code)


def reason_codes() -> pl.DataFrame:
    """Return every reason as a row of the contract."""
    columns = ["code", "name", "name_en", "group", "stage", "fcr_eligible", "controllable"]
    return pl.DataFrame([tuple(reason) for reason in ALL], schema=columns, orient="row").with_columns(active=True)
