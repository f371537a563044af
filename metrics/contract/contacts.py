"""Contacts: hotline calls and messages between customers and the company."""

from metrics.contract.columns import choice, flag, key, moment, reference, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="contacts",
    zh="联系记录",
    en="Contacts",
    key=("contact_id",),
    at=("started_at",),
    columns=(
        key("contact_id", "联系号", "Contact"),
        text("case_id", "案件号", "Case"),
        text("customer_id", "客户号", "Customer", personal=True),
        text("identity_key", "客户联系标识", "Customer identity", personal=True),
        choice("channel", "渠道", "Channel", "phone web email wechat app store insurer other"),
        choice("direction", "方向", "Direction", "inbound outbound"),
        choice("initiated_by", "发起方", "Initiated by", "customer agent bot system"),
        moment("started_at", "开始时间", "Started", nullable=False),
        moment("answered_at", "接通时间", "Answered"),
        moment("ended_at", "结束时间", "Ended"),
        whole("queue_seconds", "排队秒数", "Seconds in queue"),
        whole("talk_seconds", "通话秒数", "Seconds talked"),
        flag("abandoned", "客户放弃", "Abandoned"),
        reference("agent_id", "坐席", "Agent", to="staff"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        flag("transferred", "转接", "Transferred"),
        flag("escalated", "升级", "Escalated"),
        reference("reason_code", "原因代码", "Reason", to="reason_codes"),
        text("product", "产品", "Product"),
        choice("disposition", "处理结果", "Disposition", "resolved follow_up_promised unresolved wrong_number test"),
        flag("is_public", "客户可见", "Public"),
        text("is_callback_of", "回拨自", "Callback of"),
    ),
)
