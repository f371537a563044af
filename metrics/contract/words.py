"""The contract's allowed values in words; values that a company brought itself are shown as they are.

Of reasons the contract allows any group; those that repairers usually have are told in words as well.
"""

from typing import Final

from metrics.text import Text

YES: Final = Text("是", "yes")
NO: Final = Text("否", "no")

WORDS: Final = {
    # channels and ways of collecting
    "phone": Text("电话", "phone"),
    "web": Text("网页", "web"),
    "email": Text("电子邮件", "e-mail"),
    "wechat": Text("微信", "WeChat"),
    "app": Text("手机应用", "app"),
    "store": Text("门店", "store"),
    "insurer": Text("保险公司", "insurer"),
    "other": Text("其他", "other"),
    "paper": Text("纸质", "paper"),
    "callback": Text("电话回访", "call-back"),
    "sms": Text("短信", "SMS"),
    # outcomes of contacts and states of cases
    "resolved": Text("已解决", "resolved"),
    "follow_up_promised": Text("承诺回电", "follow-up promised"),
    "unresolved": Text("未解决", "unresolved"),
    "wrong_number": Text("打错", "wrong number"),
    "test": Text("测试", "test"),
    "open": Text("处理中", "open"),
    "pending_customer": Text("等待客户", "waiting for the customer"),
    "on_hold": Text("挂起", "on hold"),
    "closed": Text("已关闭", "closed"),
    "cancelled": Text("已取消", "cancelled"),
    # customers
    "new": Text("新", "new"),
    "regular": Text("老客户", "regular"),
    "vip": Text("贵宾", "VIP"),
    "potential": Text("潜在客户", "potential"),
    # priorities and kinds of case
    "low": Text("低", "low"),
    "normal": Text("普通", "normal"),
    "high": Text("高", "high"),
    "urgent": Text("紧急", "urgent"),
    "inquiry": Text("咨询", "inquiry"),
    "repair": Text("维修", "repair"),
    "complaint": Text("投诉", "complaint"),
    "claim": Text("理赔", "claim"),
    # ways in of complaints
    "hotline": Text("热线", "hotline"),
    "visit": Text("来访", "visit"),
    "meeting": Text("恳谈会", "meeting"),
    "regulator": Text("监管转办", "regulator"),
    "form": Text("反馈表", "form"),
    "minor": Text("轻微", "minor"),
    "general": Text("一般", "general"),
    "major": Text("严重", "major"),
    "critical": Text("重大", "critical"),
    "service": Text("服务", "service"),
    "product": Text("产品", "product"),
    "communication": Text("沟通", "communication"),
    "returns": Text("退换货", "returns"),
    "logistics": Text("物流", "logistics"),
    "customer": Text("客户自身", "the customer"),
    "third_party": Text("第三方", "a third party"),
    # kinds of recovery
    "internal": Text("内部", "internal"),
    "external": Text("外部", "external"),
    "crisis": Text("危机", "crisis"),
    # repair jobs
    "fixed": Text("已修复", "fixed"),
    "partial": Text("部分修复", "partly fixed"),
    "not_fixed": Text("未修复", "not fixed"),
    "no_access": Text("未能上门", "no access"),
    # quality audits
    "random": Text("随机", "random"),
    "targeted": Text("定向", "targeted"),
    "primary": Text("初评", "first rating"),
    "second": Text("复评", "second rating"),
    "adjudication": Text("仲裁", "adjudication"),
    "valid": Text("有效", "valid"),
    "disputed": Text("有争议", "disputed"),
    "void": Text("作废", "void"),
    # who began a contact, and which way it went
    "inbound": Text("呼入", "inbound"),
    "outbound": Text("呼出", "outbound"),
    "agent": Text("坐席", "agent"),
    "bot": Text("机器人", "bot"),
    "system": Text("系统", "system"),
    # how a stage ended
    "advanced": Text("前进", "went on"),
    "lost": Text("流失", "lost"),
    "timed_out": Text("超时", "timed out"),
    "in_progress": Text("进行中", "in progress"),
    # the five steps of a recovery
    "apology": Text("道歉", "apology"),
    "redo_service": Text("重新服务", "service done again"),
    "calm": Text("安抚", "calming"),
    "compensate": Text("补偿", "compensation"),
    "confirm": Text("确认满意", "confirmation"),
    # verification of forms
    "pending": Text("待核实", "pending"),
    "confirmed": Text("属实", "confirmed"),
    "corrected": Text("已更正", "corrected"),
    "rejected": Text("不属实", "rejected"),
    # how a row was linked to its case
    "id": Text("案件号", "case id"),
    "job": Text("维修单", "job"),
    "customer_time": Text("客户和时间", "customer and time"),
    "identity_time": Text("联系方式和时间", "contact details and time"),
    "shared_identity": Text("共用号码,未关联", "shared number, not linked"),
    "unlinked": Text("未关联", "not linked"),
    "unknown": Text("未注明", "not stated"),
    # usual groups of reasons
    "damage": Text("损伤", "damage"),
    "insurance": Text("保险", "insurance"),
    "price": Text("价格", "price"),
    "appointment": Text("预约", "appointment"),
    "progress": Text("进度", "progress"),
    "warranty": Text("返修", "warranty"),
    "drop_off": Text("流失", "drop-off"),
}

# Columns whose values are words of the contract, not a company's own.
WORDED: Final = frozenset(
    {
        "attribution",
        "direction",
        "from_value",
        "initiated_by",
        "outcome",
        "result",
        "round",
        "sampling",
        "severity",
        "case_type",
        "category",
        "channel",
        "customer_group",
        "disposition",
        "method",
        "priority",
        "source_kind",
        "status",
        "step",
        "to_value",
        "type",
        "unit",
        "verified",
    }
)


def word(value: object) -> Text | str | None:
    """Return one of the contract's values in words; any other as it is."""
    if isinstance(value, bool):
        return YES if value else NO
    return None if value is None else WORDS.get(str(value), str(value))
