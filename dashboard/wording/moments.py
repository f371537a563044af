"""What happened, in words: one phrase per kind of moment on a case's timeline, and what its records are called."""

from metrics.text import Text

WHAT = {
    "created": Text("案件建立", "Case created"),
    "first_response": Text("首次响应", "First response"),
    "resolved": Text("首次解决", "Resolved for the first time"),
    "resolved_again": Text("最终解决", "Resolved for the last time"),
    "closed": Text("案件关闭", "Case closed"),
    "status_change": Text("状态改变", "State changed"),
    "stage_enter": Text("进入阶段", "Stage entered"),
    "stage_exit": Text("离开阶段", "Stage left"),
    "assign": Text("分派", "Assigned"),
    "transfer": Text("转派", "Transferred"),
    "escalate": Text("升级", "Escalated"),
    "reopen": Text("重开", "Reopened"),
    "merge": Text("并入其他案件", "Merged"),
    "promise_made": Text("作出承诺", "Promise made"),
    "promise_kept": Text("兑现承诺", "Promise kept"),
    "contact": Text("联系", "Contact"),
    "visit_missed": Text("上门没有成行", "Visit that did not take place"),
    "visit_arrived": Text("上门到达", "Arrived for the visit"),
    "visit_finished": Text("上门完成", "Visit finished"),
    "form_sent": Text("发出反馈表", "Form sent"),
    "form_received": Text("收回反馈表", "Form returned"),
    "form_verified": Text("核实反馈表", "Form verified"),
    "complaint_received": Text("受理投诉", "Complaint received"),
    "complaint_replied": Text("首次答复投诉", "Complaint answered for the first time"),
    "complaint_verified": Text("核实投诉", "Complaint verified"),
    "complaint_closed": Text("投诉结案", "Complaint closed"),
    "failure_detected": Text("发现失误,开始补救", "Failure detected, recovery begins"),
    "recovery_step": Text("补救步骤", "Recovery step"),
    "recovery_confirmed": Text("客户答复补救", "Customer answered for the recovery"),
    "audited": Text("抽中质检", "Drawn for an audit"),
}
# A sign per kind of record, beside its name; drawn as text, not as a picture.
SIGNS = {
    "cases": "■",
    "case_events": "→",
    "contacts": "☎\ufe0e",
    "jobs": "⚒\ufe0e",
    "feedback_forms": "✎",
    "complaints": "!",
    "recovery_actions": "↺",
    "qa_audits": "✓",
}
JUDGED = Text("评过的项数", "Attributes judged")
FAILED = Text("不合格项", "Attributes failed")
MISSING = Text("未做的步骤", "Steps not done")
OUTCOME = Text("结果", "Outcome")
