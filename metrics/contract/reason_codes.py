"""Reason codes: why customers call, why cases are lost, what complaints are about."""

from metrics.contract.columns import flag, key, text
from metrics.contract.table import Table

TABLE = Table(
    name="reason_codes",
    zh="原因代码",
    en="Reason codes",
    key=("code",),
    at=(),
    columns=(
        key("code", "代码", "Code"),
        text("name", "名称", "Name"),
        text("name_en", "英文名称", "English name"),
        text("group", "类别", "Category"),
        text("stage", "阶段", "Stage"),
        flag("fcr_eligible", "可一次解决", "Could be resolved at first contact"),
        flag("controllable", "可控", "Controllable"),
        flag("active", "启用", "Active"),
    ),
)
