"""What parts, doubts and verdicts are called on a statement."""

from typing import Final

from metrics.rewards.statement import COMPLAINTS, SATISFACTION
from metrics.rewards.warning import WarningCode
from metrics.text import Text

PARTS: Final = {SATISFACTION: Text("满意度部分", "Satisfaction"), COMPLAINTS: Text("投诉部分", "Complaints")}
# Each doubt in two or three words; the statement itself says the whole sentence.
DOUBTS: Final = {
    WarningCode.MONTH_UNFINISHED: Text("月未完", "month unfinished"),
    WarningCode.SIGN_DEPENDS_ON_DENOMINATOR: Text("升降取决于分母", "sign hangs on the denominator"),
    WarningCode.SIGN_DEPENDS_ON_UNVERIFIED: Text("升降取决于未核实表", "sign hangs on unverified forms"),
    WarningCode.FEW_FORMS: Text("表少", "few forms"),
    WarningCode.UNVERIFIED_SHARE: Text("未核实多", "many unverified"),
    WarningCode.RESPONSE_RATE_DROPPED: Text("回收率下降", "response rate fell"),
    WarningCode.BURST_BEFORE_MONTH_END: Text("月末突增", "burst before month end"),
    WarningCode.SAME_HAND: Text("同一人同一分钟", "same hand"),
    WarningCode.SAME_MINUTE: Text("同一分钟", "same minute"),
    WarningCode.SAME_CUSTOMER: Text("同一客户", "same customer"),
    WarningCode.WITHOUT_WORK: Text("无对应工作项", "without work"),
    WarningCode.OWN_VERIFIER: Text("自己人核实", "verified by own staff"),
    WarningCode.PREVIOUS_MONTH_MISSING: Text("无上月", "no month before"),
    WarningCode.PENDING_COMPLAINTS: Text("投诉待核实", "complaints pending"),
    WarningCode.UNGRADED_COMPLAINTS: Text("投诉未定级", "complaints not graded"),
    WarningCode.CAPTURE_FELL: Text("来投诉的变少", "fewer speak up"),
    WarningCode.CARRIED_FORWARD: Text("有转入以后", "carried forward"),
}


def joined(texts: list[Text]) -> Text | None:
    """Return several phrases as one; None of none."""
    if not texts:
        return None
    return Text("、".join(text.zh for text in texts), ", ".join(text.en for text in texts))
