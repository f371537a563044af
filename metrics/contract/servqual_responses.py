"""SERVQUAL responses: one answer to one item by a customer, manager or employee."""

from metrics.contract.columns import choice, flag, key, moment, number, reference, text, whole
from metrics.contract.table import Column, Table

_INSTRUMENTS = "servqual_2col servqual_3col servperf gap1_manager gap2_manager gap3_staff gap4_staff"
_ITEM: Column = whole("item_no", "题号", "Item", nullable=False)

TABLE = Table(
    name="servqual_responses",
    zh="SERVQUAL 答卷",
    en="SERVQUAL responses",
    key=("response_id", "item_no"),
    at=("answered_at",),
    columns=(
        key("response_id", "答卷号", "Response"),
        _ITEM,
        text("wave", "批次", "Wave", nullable=False),
        choice("respondent_type", "答卷人类型", "Respondent", "customer manager employee", nullable=False),
        text("respondent_id", "答卷人", "Respondent id", personal=True),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        choice("instrument", "量表", "Instrument", _INSTRUMENTS, nullable=False),
        moment("answered_at", "作答时间", "Answered"),
        number("expectation", "期望", "Expectation"),
        number("perception", "感知", "Perception"),
        number("minimum", "最低可接受", "Minimum"),
        flag("reversed", "反向题", "Reversed item"),
        whole("scale_max", "量表上限", "Scale maximum", nullable=False),
    ),
)
