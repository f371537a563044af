"""What streamlit itself says on a page, which it says in English only."""

from metrics.text import Text

WORDS = (
    Text("跳到正文", "Skip to main content"),
    Text("请选择", "Choose options"),
    Text("请选择", "Choose an option"),
    Text("没有结果", "No results"),
    Text("展开", "Open"),
    Text("关闭", "Close"),
    Text("清除", "Clear value"),
    Text("加一", "Increment"),
    Text("减一", "Decrement"),
    Text("复制", "Copy to clipboard"),
    Text("已复制", "Copied"),
    Text("运行中", "Running..."),
    Text("停止", "Stop"),
    Text("正在停止", "Stopping..."),
    Text("连接中", "Connecting"),
    Text("正在连接服务器", "Connecting to Streamlit server"),
    Text("出错", "Error"),
    Text("连不上服务器", "Unable to connect to Streamlit server"),
    Text("连接中断", "Connection error"),
    Text(
        "服务器没有响应。恢复后,这一页会自己回来。",
        "Streamlit server is not responding. Are you connected to the internet?",
    ),
)
