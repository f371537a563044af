import pytest

from etl.__main__ import main
from etl.errors import WorkspaceError
from etl.workspace import Workspace, read_workspace

HEAD = """
name = "Test company"
zone = "Asia/Shanghai"
"""
UNITS = """
[[source]]
name = "units"
table = "org_units"
path = "exports/units.csv"
columns = { org_unit_id = "编号", name = "名称" }
"""


@pytest.fixture
def read(tmp_path):
    def write_and_read(text: str) -> Workspace:
        (tmp_path / "workspace.toml").write_text(text, encoding="utf-8")
        return read_workspace(tmp_path)

    return write_and_read


@pytest.fixture
def refusal(read, tmp_path):
    def message(text: str) -> str:
        with pytest.raises(WorkspaceError) as error:
            read(text)
        return str(error.value).replace(f"{tmp_path}/", "…")

    return message


def test_a_workspace_knows_its_folder_its_zone_and_its_sources(read, tmp_path):
    found = read(HEAD + UNITS)
    assert (found.folder, found.name, found.zone, found.month_starts_on) == (
        tmp_path,
        "Test company",
        "Asia/Shanghai",
        1,
    )
    assert [source.name for source in found.sources] == ["units"]


def test_a_column_may_be_named_short_or_in_full(read):
    columns = read(HEAD + UNITS.replace('"名称"', '{ column = "名称" }')).source("units").columns
    assert (columns["org_unit_id"].column, columns["name"].column) == ("编号", "名称")


def test_the_format_is_told_by_the_ending_inside_an_archive_too(read):
    assert read(HEAD + UNITS.replace("units.csv", "units.jsonl.gz")).sources[0].kind == "jsonl"


def test_a_path_takes_its_secret_from_the_environment(read, monkeypatch):
    monkeypatch.setenv("EXPORTS", "/mnt/share")
    assert read(HEAD + UNITS.replace("exports/", "${EXPORTS}/")).sources[0].path == "/mnt/share/units.csv"


def test_an_environment_variable_that_is_not_set_is_named(refusal):
    assert refusal(HEAD + UNITS.replace("exports/", "${NOWHERE}/")) == (
        "…workspace.toml: source 'units': path: the environment variable NOWHERE is not set,"
        " which '${NOWHERE}' asks for."
    )


def test_an_unknown_key_is_refused_with_the_nearest(refusal):
    assert refusal(HEAD + UNITS.replace("path =", "pth =")) == (
        "…workspace.toml: source 'units': unknown key 'pth'. Did you mean path?"
    )


def test_an_unknown_key_at_the_top_is_refused_with_the_nearest(refusal):
    assert refusal(HEAD + "month_start_on = 26" + UNITS).startswith(
        "…workspace.toml: unknown key 'month_start_on'. Did you mean month_starts_on"
    )


def test_an_unknown_table_is_refused_with_the_nearest(refusal):
    assert refusal(HEAD + UNITS.replace('"org_units"', '"org_unit"')) == (
        "…workspace.toml: source 'units': table 'org_unit' is not in the contract. Did you mean org_units?"
    )


def test_an_unknown_column_is_refused_with_the_nearest(refusal):
    assert refusal(HEAD + UNITS.replace("{ org", '{ nam = "a", org')) == (
        "…workspace.toml: source 'units': columns: the table 'org_units' has no column 'nam'."
        " Did you mean name or name_en?"
    )


def test_a_column_that_must_be_filled_cannot_be_left_out(refusal):
    assert refusal(HEAD + UNITS.replace('org_unit_id = "编号", ', "")) == (
        "…workspace.toml: source 'units': columns: 'org_units' cannot be without org_unit_id;"
        " map them or give a constant."
    )


def test_a_value_map_cannot_lead_outside_the_allowed_values(refusal):
    mapping = """[[source]]
    name = "cases"
    table = "cases"
    path = "a.csv"
    columns = { case_id = "id", created_at = "at", channel = { column = "c", values = { "电话" = "phon" } } }"""
    assert "columns.channel: 'phon' is not a value of it. Did you mean phone?" in refusal(HEAD + mapping)


def test_two_sources_of_one_name_are_refused(refusal):
    assert refusal(HEAD + UNITS + UNITS) == (
        "…workspace.toml: two sources are called 'units'; every source needs a name of its own."
    )


def test_broken_toml_is_told_with_its_line(refusal):
    assert refusal('name = "Test"\nzone = Asia') == (
        "…workspace.toml is not readable as TOML: Invalid value (at line 2, column 8)."
    )


def test_a_folder_without_a_workspace_is_told_how_to_get_one(tmp_path):
    with pytest.raises(WorkspaceError, match="'python -m etl init"):
        read_workspace(tmp_path)


def test_everything_that_is_wrong_is_told_at_once(refusal):
    told = refusal(HEAD.replace("Asia/Shanghai", "Asia/Shangai") + UNITS.replace("table =", "tabel =")).splitlines()
    assert len(told) == 2
    assert "there is no time zone 'Asia/Shangai'. Did you mean Asia/Shanghai" in told[0]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ('encoding = "gb18031"', "there is no encoding 'gb18031'"),
        ('encoding = "base64"', "there is no encoding 'base64'"),
        ('url = "sqlite:///a.db"', 'say either path = "…" (files) or url = "…" (a database)'),
        ('query = "select 1"', "query and db_table go with url"),
        ('sheet = "Sheet1"', "sheet and range are for xlsx; this source is csv"),
        ('delimiter = ";;"', "delimiter: ';;' is not a single plain character, such as a comma"),
        ('delimiter = "·"', "delimiter: '·' is not a single plain character, such as a comma"),
        ("tolerance = 5", "less than or equal to 1"),
        ('range = "A1:B"', "sheet and range are for xlsx; this source is csv"),
        ('format = "xlsx"\nrange = "1:5"', "range '1:5' is not like"),
        ('format = "xlsx"\ndelimiter = ";"', "delimiter is for csv; this source is xlsx"),
        ('format = "xlsx"\nencoding = "gbk"', "encoding is for csv and json; this source is xlsx"),
        ('zone = "UTC+8"', "there is no time zone 'UTC+8'"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(refusal, wrong, reason):
    assert reason in refusal(HEAD + UNITS.replace("path =", f"{wrong}\npath ="))


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ('{ column = "a", constant = "b" }', 'say either column = "…" or constant = "…"'),
        ("{ }", 'say either column = "…" or constant = "…"'),
        ('{ column = "a", default = "b" }', "default is for a value that values = { … } does not list"),
        ('{ column = "a", format = "dd/mm/yyyy" }', "format 'dd/mm/yyyy' does not describe a time"),
        ('{ column = "a", format = "%Y-%m-%d %Z" }', "names of zones are ambiguous"),
        ('{ column = "a", scale = "A-E" }', "this column holds no whole numbers"),
        ('{ column = "a", kind = "phone" }', 'kind "phone" is for text'),
        ('{ column = "a", scale = "1-5" }', "this column holds no grades"),
    ],
)
def test_a_column_mapping_that_cannot_be_meant_is_refused(refusal, mapping, reason):
    assert reason in refusal(HEAD + UNITS.replace("{ org", f"{{ valid_from = {mapping}, org"))


def test_a_password_is_not_shown_with_the_source(read):
    source = '[[source]]\nname = "u"\ntable = "org_units"\nurl = "postgresql://u:secret@h/d"\ndb_table = "t"\n'
    found = read(HEAD + source + 'columns = { org_unit_id = "a", name = "b" }')
    assert "secret" not in repr(found)


def test_a_database_needs_a_table_or_a_query(refusal):
    source = UNITS.replace('path = "exports/units.csv"', 'url = "sqlite:///a.db"')
    assert 'a database needs either query = "select …" or db_table = "…"' in refusal(HEAD + source)


def test_an_ending_that_tells_no_format_is_a_question(refusal):
    assert "the ending of 'exports/units.dat' tells no format" in refusal(HEAD + UNITS.replace(".csv", ".dat"))


def test_format_and_zone_are_for_times(refusal):
    source = UNITS.replace('"名称"', '{ column = "名称", format = "%Y-%m-%d" }')
    assert "columns.name: format and zone are for times; this column holds String" in refusal(HEAD + source)


def test_an_as_of_without_a_zone_is_refused(refusal):
    told = refusal("as_of = 2025-12-31T23:59:59" + HEAD + UNITS)
    assert "as_of: '2025-12-31 23:59:59' has no zone; write it like 2025-12-31T23:59:59+08:00." in told


def test_a_file_that_is_not_utf_8_is_told_with_the_byte(tmp_path):
    (tmp_path / "workspace.toml").write_bytes('name = "公司"'.encode("gbk"))
    with pytest.raises(WorkspaceError, match="it is not UTF-8 at byte 8"):
        read_workspace(tmp_path)


def test_the_command_checks_the_policy_too_and_ends_with_2(tmp_path, capsys):
    (tmp_path / "workspace.toml").write_text('name = "T"\nzone = "UTC"\n', encoding="utf-8")
    (tmp_path / "policy.toml").write_text('[[schedule]]\nunit = "N"\n', encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 2
    assert "policy.toml, schedule 1: 'calendar'" in capsys.readouterr().err
