"""Complaints: what customers objected to, how severe it was and whether it was upheld."""

from metrics.contract.columns import choice, flag, key, moment, reference, text
from metrics.contract.table import Table

TABLE = Table(
    name="complaints",
    zh="投诉",
    en="Complaints",
    key=("complaint_id",),
    at=("received_at",),
    columns=(
        key("complaint_id", "投诉号", "Complaint"),
        text("case_id", "案件号", "Case"),
        text("customer_id", "客户号", "Customer", personal=True),
        moment("received_at", "受理时间", "Received", nullable=False),
        choice("channel", "投诉渠道", "Channel", "hotline web visit meeting regulator form callback"),
        choice("severity", "严重程度", "Severity", "minor general major critical"),
        reference("topic_code", "主题", "Topic", to="reason_codes"),
        choice("verified", "核实状态", "Verification", "pending confirmed rejected"),
        moment("verified_at", "核实时间", "Verified at"),
        choice("attribution", "责任归属", "Attribution", "service product logistics customer third_party unknown"),
        flag("upheld", "投诉成立", "Upheld"),
        text("duplicate_of", "重复于", "Duplicate of"),
        flag("withdrawn", "已撤回", "Withdrawn"),
        moment("first_reply_at", "首次答复时间", "First reply"),
        moment("closed_at", "结案时间", "Closed"),
        text("repeat_of", "再次投诉自", "Repeat of"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        reference("staff_id", "涉及员工", "Staff concerned", to="staff"),
        text("description", "投诉内容", "What the customer said"),
    ),
)
