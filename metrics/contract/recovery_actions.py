"""Recovery actions: the steps taken to make good a service failure."""

from metrics.contract.columns import choice, flag, key, moment, reference, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="recovery_actions",
    zh="服务补救",
    en="Recovery actions",
    key=("recovery_id", "step"),
    at=("failure_detected_at",),
    columns=(
        key("recovery_id", "补救号", "Recovery"),
        choice("step", "步骤", "Step", "apology redo_service calm compensate confirm", nullable=False),
        text("case_id", "案件号", "Case"),
        text("complaint_id", "投诉号", "Complaint"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        choice("type", "类型", "Type", "internal external crisis"),
        moment("failure_detected_at", "发现失误时间", "Failure detected", nullable=False),
        moment("done_at", "完成时间", "Done"),
        reference("actor_id", "执行人", "Actor", to="staff"),
        whole("loss_grade", "损失等级", "Loss grade"),
        whole("loss_amount", "损失金额(分)", "Loss in minor units"),
        whole("compensation_amount", "补偿金额(分)", "Compensation in minor units"),
        whole("authority_limit", "权限上限(分)", "Authority limit in minor units"),
        flag("confirmed_satisfied", "客户确认满意", "Customer confirmed satisfied"),
        moment("confirmed_at", "确认时间", "Confirmed"),
        whole("repurchased_within_days", "再次购买间隔天数", "Repurchased within days"),
    ),
)
