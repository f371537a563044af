"""The contract's words on forms and complaints, as a statement writes them."""

from typing import Final

from metrics.text import Text

YES, NO = Text("是", "yes"), Text("否", "no")

VALUES: Final = {
    # verification
    "pending": Text("待核实", "pending"),
    "confirmed": Text("属实", "confirmed"),
    "corrected": Text("已更正", "corrected"),
    "rejected": Text("不属实", "rejected"),
    # ways of collecting and ways in
    "paper": Text("纸质", "paper"),
    "callback": Text("电话回访", "call-back"),
    "sms": Text("短信", "SMS"),
    "wechat": Text("微信", "WeChat"),
    "web": Text("网页", "web"),
    "phone": Text("电话", "phone"),
    "hotline": Text("热线", "hotline"),
    "visit": Text("来访", "visit"),
    "meeting": Text("恳谈会", "meeting"),
    "regulator": Text("监管转办", "regulator"),
    "form": Text("反馈表", "form"),
    # severity and whose fault
    "minor": Text("轻微", "minor"),
    "general": Text("一般", "general"),
    "major": Text("严重", "major"),
    "critical": Text("重大", "critical"),
    "service": Text("服务", "service"),
    "product": Text("产品", "product"),
    "logistics": Text("物流", "logistics"),
    "customer": Text("客户自身", "the customer"),
    "third_party": Text("第三方", "a third party"),
    "unknown": Text("未注明", "not stated"),
}


def word(value: object) -> Text | str | None:
    """Return one of the contract's values in words; any other as it is."""
    if isinstance(value, bool):
        return YES if value else NO
    return None if value is None else VALUES.get(str(value), str(value))
