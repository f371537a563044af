"""Case events: the status and stage history of cases; the source of clocks and funnels."""

from metrics.contract.columns import choice, key, moment, planned, reference, text
from metrics.contract.table import Table

_KINDS = "status_change stage_enter stage_exit assign transfer escalate reopen merge promise_made promise_kept"

TABLE = Table(
    name="case_events",
    zh="案件事件",
    en="Case events",
    key=("event_id",),
    at=("at",),
    columns=(
        key("event_id", "事件号", "Event"),
        reference("case_id", "案件号", "Case", to="cases", nullable=False),
        moment("at", "发生时间", "At", nullable=False),
        choice("kind", "事件类型", "Kind", _KINDS, nullable=False),
        text("from_value", "原值", "From"),
        text("to_value", "新值", "To"),
        text("stage", "阶段", "Stage"),
        choice("outcome", "结果", "Outcome", "advanced lost timed_out in_progress"),
        reference("drop_reason_code", "流失原因", "Drop-off reason", to="reason_codes"),
        reference("actor_id", "操作人", "Actor", to="staff"),
        planned("promise_due_at", "承诺期限", "Promise due"),
    ),
)
