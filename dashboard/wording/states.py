"""What a page says when there is nothing, or too little, to show."""

from metrics.text import Text

NO_WORKSPACE = Text("这里没有工作区", "There is no workspace here")
NO_WORKSPACE_HOW = Text(
    "文件夹 `{folder}` 里没有 workspace.toml。用环境变量 PLUMBLINE_WORKSPACE 指定一个工作区,或先建一个:",
    "The folder `{folder}` holds no workspace.toml. Name a workspace in the environment variable PLUMBLINE_WORKSPACE, "
    "or begin one:",
)
NO_LOAD = Text("工作区还没有加载过数据", "The workspace has not been loaded yet")
NO_LOAD_HOW = Text("先加载数据,再刷新这一页:", "Load the data, then reload this page:")
BROKEN_WORKSPACE = Text("工作区的设置读不懂", "The workspace's settings cannot be read")
BROKEN_WORKSPACE_HOW = Text("请改正后刷新这一页:", "Mend this and reload the page:")
UNEXPECTED = Text("这一页没能显示", "This page could not be shown")
UNEXPECTED_HOW = Text(
    "程序出了意外,详情已写入服务器日志。数据没有改变;请刷新。",
    "Something unexpected happened; the server's log has the details. No data was changed: reload the page.",
)
NOTHING_YET = Text("加载里没有可以计算的数据", "The load holds nothing to compute")
NOTHING_YET_HOW = Text(
    "没有一行数据带有时间。看看 workspace.toml 的来源和暂扣的行。",
    "No row has a time. Look at the sources in workspace.toml and at the rows held back.",
)
NO_ROWS = Text(
    "{place}在{month}没有“{kpi}”的数据。换一个月份或范围试试。",
    "{place} has no rows for '{kpi}' in {month}. Try another month or unit.",
)
NO_ROWS_OF_STATUS = Text("没有“{status}”的行。", "There are no rows '{status}'.")
