"""Feedback forms: what customers graded after a service, on paper, by call-back or online."""

from metrics.contract.columns import choice, flag, key, moment, reference, text, whole
from metrics.contract.table import Table

_GRADES = "A B C D E"

TABLE = Table(
    name="feedback_forms",
    zh="反馈表",
    en="Feedback forms",
    key=("form_id",),
    at=("received_at", "sent_at"),
    columns=(
        key("form_id", "反馈表号", "Form"),
        text("case_id", "案件号", "Case"),
        text("job_id", "维修工作项号", "Job"),
        text("customer_id", "客户号", "Customer", personal=True),
        text("identity_key", "客户联系标识", "Customer identity", personal=True),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        choice("source_kind", "回收方式", "Collected by", "paper callback sms wechat web phone"),
        moment("sent_at", "发出时间", "Sent"),
        moment("received_at", "收回时间", "Received"),
        choice("timeliness", "服务及时性", "Timeliness", _GRADES),
        choice("repair_quality", "维修质量", "Repair quality", _GRADES),
        choice("attitude", "服务态度", "Attitude", _GRADES),
        choice("verified", "核实状态", "Verification", "pending confirmed corrected rejected"),
        reference("verified_by", "核实人", "Verified by", to="staff"),
        moment("verified_at", "核实时间", "Verified at"),
        choice("original_timeliness", "原服务及时性", "Timeliness before correction", _GRADES),
        choice("original_repair_quality", "原维修质量", "Repair quality before correction", _GRADES),
        choice("original_attitude", "原服务态度", "Attitude before correction", _GRADES),
        text("comment", "意见", "Comment"),
        whole("csat", "满意度(1–5)", "Satisfaction 1–5"),
        flag("settled_at_once", "客户确认一次解决", "Settled at first contact, says the customer"),
    ),
)
