"""Warnings on a statement: typed, with the figures in them. They inform and never change an amount."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from metrics.text import Text


class WarningCode(StrEnum):
    """What a reader must know before he trusts the amount."""

    MONTH_UNFINISHED = "month_unfinished"
    SIGN_DEPENDS_ON_DENOMINATOR = "sign_depends_on_denominator"
    SIGN_DEPENDS_ON_UNVERIFIED = "sign_depends_on_unverified"
    FEW_FORMS = "few_forms"
    UNVERIFIED_SHARE = "unverified_share"
    RESPONSE_RATE_DROPPED = "response_rate_dropped"
    BURST_BEFORE_MONTH_END = "burst_before_month_end"
    SAME_HAND = "same_hand"
    SAME_MINUTE = "same_minute"
    SAME_CUSTOMER = "same_customer"
    WITHOUT_WORK = "without_work"
    OWN_VERIFIER = "own_verifier"
    PREVIOUS_MONTH_MISSING = "previous_month_missing"
    PENDING_COMPLAINTS = "pending_complaints"
    UNGRADED_COMPLAINTS = "ungraded_complaints"
    CAPTURE_FELL = "capture_fell"
    CARRIED_FORWARD = "carried_forward"


@dataclass(frozen=True)
class Warned:
    """One warning and the sentence that says it, with its figures."""

    code: WarningCode
    text: Text

    def document(self) -> dict[str, Any]:
        """Return the warning for JSON."""
        return {"code": str(self.code), "zh": self.text.zh, "en": self.text.en}


UNFINISHED: Final = Warned(
    WarningCode.MONTH_UNFINISHED, Text("本月尚未结束,数字还会变。", "The month is not over: its figures will change.")
)
