"""QA audits: contacts or cases whose answers were checked by a rater."""

from metrics.contract.columns import choice, day, key, moment, reference, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="qa_audits",
    zh="质检",
    en="QA audits",
    key=("audit_id",),
    at=("contact_at", "sampled_at"),
    columns=(
        key("audit_id", "质检号", "Audit"),
        text("subject_id", "被质检记录", "Audited contact or case"),
        text("contact_id", "联系号", "Contact"),
        text("case_id", "案件号", "Case"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        moment("contact_at", "联系时间", "Contact time"),
        moment("sampled_at", "抽样时间", "Sampled"),
        day("audited_on", "质检日期", "Audited on"),
        text("stratum", "分层", "Stratum"),
        choice("sampling", "抽样方式", "Sampling", "random targeted"),
        whole("population_n", "层内总量", "Population of the stratum"),
        reference("rater_id", "质检员", "Rater", to="staff"),
        choice("round", "轮次", "Round", "primary second adjudication", nullable=False),
        choice("status", "状态", "Status", "valid disputed void", nullable=False),
    ),
)
