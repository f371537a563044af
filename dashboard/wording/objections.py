"""What loads say of a cell that they could not read, word for word, and the same in the reader's language."""

from metrics.text import Text

EMPTY = Text("(空)", "(empty)")
OR = Text("或", "or")

# The longer phrases stand before those that they begin with.
PHRASES = {
    'is not a whole number; if it is money in major units, say scale = "yuan"': Text(
        "不是整数;如果是以元计的金额,请在设置里注明",
        'is not a whole number; if it is money in major units, say scale = "yuan"',
    ),
    "is not a whole number": Text("不是整数", "is not a whole number"),
    "is not a number": Text("不是数字", "is not a number"),
    "is not an amount with at most two decimals": Text(
        "不是最多两位小数的金额", "is not an amount with at most two decimals"
    ),
    "is neither a number of seconds nor HH:MM:SS": Text(
        "既不是秒数,也不是“时:分:秒”", "is neither a number of seconds nor HH:MM:SS"
    ),
    "is neither yes nor no": Text("既不是“是”也不是“否”", "is neither yes nor no"),
    "is not on the scale": Text("不在量表", "is not on the scale"),
    "is not among the values": Text("不在允许的值之中:", "is not among the values"),
    "is no day or time that exists": Text("不是存在的日期或时间", "is no day or time that exists"),
    "does not fit the format": Text("不符合格式", "does not fit the format"),
    "is not ISO 8601; it looks like": Text("不是标准时间格式,看起来像", "is not ISO 8601; it looks like"),
    "is not ISO 8601; say its format": Text("不是标准时间格式,请注明格式", "is not ISO 8601; say its format"),
    "; it looks like": Text(";看起来像", "; it looks like"),
}
