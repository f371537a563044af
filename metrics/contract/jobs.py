"""Jobs: service visits, the repair work items by which the reward rule counts."""

from metrics.contract.columns import choice, key, moment, planned, reference, text, whole
from metrics.contract.table import Table

TABLE = Table(
    name="jobs",
    zh="维修工作项",
    en="Jobs",
    key=("job_id",),
    at=("finished_at", "arrived_at", "scheduled_at"),
    columns=(
        key("job_id", "维修工作项号", "Job"),
        text("case_id", "案件号", "Case"),
        reference("org_unit_id", "服务中心", "Service centre", to="org_units"),
        reference("technician_id", "技师", "Technician", to="staff"),
        planned("scheduled_at", "预约时间", "Scheduled"),
        moment("arrived_at", "到达时间", "Arrived"),
        moment("finished_at", "完成时间", "Finished"),
        whole("visit_no", "第几次上门", "Visit number"),
        choice("result", "结果", "Result", "fixed partial not_fixed no_access cancelled"),
        text("revisit_of", "返修自", "Revisit of"),
        whole("amount", "金额(分)", "Amount in minor units"),
    ),
)
