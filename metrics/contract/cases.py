"""Cases: one row per service case, in its latest known state."""

from metrics.contract.columns import choice, flag, key, moment, planned, reference, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="cases",
    zh="案件",
    en="Cases",
    key=("case_id",),
    at=("created_at",),
    columns=(
        key("case_id", "案件号", "Case"),
        text("customer_id", "客户号", "Customer", personal=True),
        text("identity_key", "客户联系标识", "Customer identity", personal=True),
        choice("customer_group", "客户群", "Customer group", "new regular vip potential"),
        choice("channel", "渠道", "Channel", "phone web email wechat app store insurer other"),
        choice("case_type", "案件类型", "Case type", "inquiry repair complaint claim other"),
        reference("reason_code", "原因代码", "Reason", to="reason_codes"),
        text("product", "产品", "Product"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        reference("owner_id", "负责人", "Owner", to="staff"),
        choice("priority", "优先级", "Priority", "low normal high urgent"),
        choice("status", "状态", "Status", "new open pending_customer on_hold resolved closed cancelled"),
        moment("created_at", "创建时间", "Created", nullable=False),
        moment("first_response_at", "首次响应时间", "First response"),
        moment("resolved_first_at", "首次解决时间", "First resolved"),
        moment("resolved_last_at", "最终解决时间", "Last resolved"),
        moment("closed_at", "关闭时间", "Closed"),
        planned("first_due_at", "响应期限", "Response due"),
        planned("resolve_due_at", "解决期限", "Resolution due"),
        flag("made_sla", "来源系统所记达标", "SLA met, as stated by the source"),
        whole("reopen_count", "重开次数", "Reopened"),
        whole("transfer_count", "转派次数", "Transferred"),
        whole("agent_touches", "坐席处理次数", "Agent touches"),
        whole("customer_touches", "客户联系次数", "Customer touches"),
        flag("fcr_eligible", "可一次解决", "Could be resolved at first contact"),
        flag("is_test_or_spam", "测试或垃圾", "Test or spam"),
        text("merged_into", "并入案件", "Merged into"),
    ),
)
