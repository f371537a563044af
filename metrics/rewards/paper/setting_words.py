"""What the options and the parts of settings are called."""

from typing import Final

from metrics.text import Text

OPTIONS: Final = {
    # what the total is divided by
    "forms": Text("计入的表数", "forms used"),
    "jobs": Text("维修工作项数", "jobs"),
    "verified_forms": Text("已核实的表数", "verified forms"),
    # forms with a blank item
    "drop": Text("不计入", "left out"),
    "prorate": Text("按已填项放大", "scaled up from the items graded"),
    # what a month is compared with
    "previous_month": Text("上月", "the month before"),
    "last_assessed_month": Text("最近一个评过的月份", "the last month that was assessed"),
    "rolling_3": Text("前三个月合计", "the three months before, pooled"),
    "fixed_target": Text("固定目标", "a fixed target"),
    # how amounts are meant
    "fixed": Text("固定金额", "as it stands"),
    "per_point": Text("每分计", "per point of difference"),
    # how complaints become an amount
    "per_complaint": Text("按件计罚", "per complaint"),
    "step_table": Text("阶梯表", "a table of steps"),
    "versus_last_month": Text("与上月相比", "against the month before"),
    "versus_u_chart": Text("与控制图上限相比", "against the limit of a control chart"),
    # the month in which a complaint counts
    "verified": Text("核实的月份", "the month of verification"),
    "received": Text("受理的月份", "the month of receipt"),
    # graded items
    "timeliness": Text("服务及时性", "timeliness"),
    "repair_quality": Text("维修质量", "repair quality"),
    "attitude": Text("服务态度", "attitude"),
    # a plateau, and the limits of warnings
    "average": Text("均分至少", "average of at least"),
    "months": Text("连续月数", "months on end"),
    "few_forms": Text("表少于", "fewer forms than"),
    "unverified_share": Text("未核实占比超过", "unverified share above"),
    "burst_days": Text("月末天数", "last days of the month"),
    "burst_share": Text("月末占比达到", "share of the last days from"),
    "burst_chance": Text("偶然概率低于", "chance below"),
    "same_hand": Text("同一人同一分钟达到", "alike in one minute from"),
    "same_customer": Text("同一客户达到", "of one customer from"),
    "without_work": Text("无对应工作项占比超过", "share without work above"),
}
