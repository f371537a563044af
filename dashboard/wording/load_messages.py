"""What loads say of themselves, sentence for sentence as they write it down, and the same in Chinese.

A load writes its messages in English. Told here they are read in both languages, those of loads of long ago as well;
a {word} is a name, a number or a text that came with the data and stays as it is.
"""

from typing import Final

from metrics.text import Text

# A part that follows another, such as a hint, stands after it: the first that fits is taken.
SENTENCES: Final = (
    Text("加载进程中途结束了。", "The process died."),
    Text("来源“{source}”:没有文件符合“{pattern}”。", "Source '{source}': no file matches '{pattern}'."),
    Text(
        "{file} 是空的,连表头都没有。导出是否中断了?",
        "{file} is empty: there is not even a header row. Was the export cut off?",
    ),
    Text(
        '{file} 第 {line} 行(字节 {offset})不是 {encoding}。看起来像 {likely}:请写 encoding = "{same}"。',
        '{file} is not {encoding} at byte {offset}, line {line}. It looks like {likely}: say encoding = "{same}".',
    ),
    Text(
        "{file} 第 {line} 行(字节 {offset})不是 {encoding}。请注明保存时的编码。",
        "{file} is not {encoding} at byte {offset}, line {line}. Say the encoding it was saved in.",
    ),
    Text(
        "{file} 在第 {line} 行一个字的中间断了。导出是否中断了,还是编码不是 {encoding}?",
        "{file} ends in the middle of a letter, in line {line}. Was the export cut off, or is it not {encoding}?",
    ),
    Text(
        "{file}:第 {line} 行有一个 NUL 字符({around}),任何文本里都不该有。文件是否损坏,或写到一半就断了?",
        "{file}: line {line} holds a NUL character ({around}), which is no part of any text. Was the file damaged, or "
        "cut off while it was written?",
    ),
    Text(
        "{file}:第 {one} 列和第 {other} 列都叫“{name}”;请在导出里改一个名字。",
        "{file}: columns {one} and {other} are both called '{name}'; rename one of them in the export.",
    ),
    Text(
        "{file}:表头有 {expected} 个字段,但{rows}。单元格里的分隔符或换行是否没有加引号?",
        "{file}: the header has {expected} fields, but {rows}. Is a delimiter or a line break inside a cell left "
        "unquoted?",
    ),
    Text(
        "{file} 没有工作表“{sheet}”。它的工作表有 {names}。",
        "{file} has no sheet '{sheet}'. Its sheets are {names}.",
    ),
    Text(
        '{file} 有多个工作表:请用 sheet = "…" 指定一个。它的工作表有 {names}。',
        '{file} has several sheets: say which with sheet = "…". Its sheets are {names}.',
    ),
    Text(
        "{file}:来源“{source}”的 sql 运行不了:{reason}",
        "{file}: the sql of source '{source}' fails: {reason}",
    ),
    Text(
        '{file}:表头只有一列“{name}”:请写 delimiter = "{mark}"。',
        "{file}: the header is a single column, '{name}': say delimiter = \"{mark}\".",
    ),
    Text(
        "{file}:缺少列 {lacking}文件里有 {columns}。还没有映射的:{fresh}。",
        "{file}: Column {lacking} The file has {columns}. Not mapped so far: {fresh}.",
    ),
    Text("{file}:缺少列 {lacking}文件里有 {columns}。", "{file}: Column {lacking} The file has {columns}."),
    Text(
        "{file}:“{raw}”列的 {cells} 个单元格没有一个能读作 {column};第一个:{first}。导出是否变了,还是映射要写格式?",
        "{file}: none of the {cells} cells of column '{raw}' can be read as {column}; the first: {first}. Has the "
        "export changed, or does the mapping need a format?",
    ),
    Text(
        "{place}:“{column}”列的时间没有时区,如“{example}”。请在 [[source]]“{source}”下写明系统的时区:"
        'zone = "Asia/Shanghai"。',
        "{place}: column '{column}' holds times without a zone, such as '{example}'. Say which zone the system writes: "
        "zone = \"Asia/Shanghai\" under the [[source]] '{source}'.",
    ),
    Text(
        "来源“{source}”:{read} 行中有 {held} 行不合“{table}”的规则,超过容许的 {limit};整个来源没有加载。"
        "前几行:{first}。请修正导出,或放宽该来源的容许值;全部行见 python -m etl quarantine。",
        "Source '{source}': {held} of {read} rows break the rules of '{table}', more than the tolerated {limit}; "
        "nothing of it is loaded. First: {first}. Mend the export, or raise the source's tolerance; "
        "'python -m etl quarantine' lists all the rows.",
    ),
    Text(
        "加载没能保存:{reason}。没有发布任何内容,上一次完成的加载保持原样。修好后请再运行一次。",
        "The load could not be kept: {reason}. Nothing of it is published, the last finished load stays as it was. Run "
        "it again when that is mended.",
    ),
    Text(
        "检查行的进程没做完就结束了({code});可能内存不够。没有发布任何内容。请再运行一次,再出现就一次少加载一些。",
        "The process that checks rows ended with {code} before it was done; memory may have run out. Nothing of the "
        "load is published. Run it again, with fewer rows at once if it happens again.",
    ),
    Text("{file}:这是网页。系统是否要求登录,没有给出导出?", "{file}: it is a web page. Did the system ask for a login "
         "instead of giving the export?"),
    Text("{file}:打不开这个工作簿({reason})。是否中断了,或有密码?", "{file}: it is not a workbook that can be opened "
         "({reason}). Was it cut off, or is it locked by a password?"),
    Text("{file}:打不开这个工作簿({reason})。", "{file}: it is not a workbook that can be opened ({reason})."),
    Text("{file}:这不是文本,而是{kind}。", "{file}: it is not text but {kind}."),
    Text("{file}:这不是 Parquet({reason})。", "{file}: it is not Parquet ({reason})."),
    Text("{file}:表读不出来({reason})。", "{file}: the table cannot be read ({reason})."),
    Text("{file}:表头读不出来({reason})。", "{file}: the header cannot be read ({reason})."),
    Text("{file}:第 {row} 行的引号一直没有关上。", "{file}: a quote opened in row {row} is never closed."),
    Text("{file}:有一行超过 {size} MB;引号是否没关?", "{file}: a row is longer than {size} MB; is a quote left open?"),
    Text("{file}:里面没有对象的数组。", "{file}: it holds no array of objects."),
    Text("{file}:{place} 处不是 JSON({reason})。", "{file}: it is not JSON at {place} ({reason})."),
    Text("{file}:数组或对象嵌套太深,不会是行。", "{file}: its arrays or objects are nested too deeply to be rows."),
    Text("{file}:第 {number} 条不是对象,而是 {found}。", "{file}: record {number} is not an object but {found}."),
    Text("{file}:打不开({reason})。", "{file}: it cannot be opened ({reason})."),
    Text("{file}:列不出文件({reason})。", "{file}: it cannot be listed ({reason})."),
    Text("{file}:压缩包打不开({reason})。", "{file}: the archive cannot be opened ({reason})."),
    Text("{file}:压缩包损坏({reason})。", "{file}: the archive is damaged ({reason})."),
    Text("{file}:没有数据库文件 {path}。", "{file}: there is no database file {path}."),
    Text("{file}:没有表“{name}”。{hint}", "{file}: there is no table '{name}'. {hint}"),
)  # fmt: skip

# What stands inside such sentences.
PIECES: Final = (
    Text("第 {row} 行有 {found} 个({text})", "row {row} has {found} ({text})"),
    Text("另有 {more} 行", "and {more} more"),
    Text("是不是 {names}?", "Did you mean {names}?"),
    Text("已知:{names}。", "Known: {names}."),
    Text("工作簿或其他 zip 压缩包", "a workbook or another zip archive"),
    Text("旧版 Excel 工作簿或其他 Office 文件", "a workbook of an old Excel, or another Office file"),
    Text("gzip 压缩文件,后缀应为 .gz", "compressed by gzip, which the ending .gz would tell"),
    Text("Parquet 文件", "a Parquet file"),
    Text("SQLite 数据库", "a SQLite database"),
    Text("PDF 文件", "a PDF"),
    Text("另一个程序锁着记录数据库", "another program holds the records database locked"),
    Text("“{name}”。", "'{name}' is missing."),
)
