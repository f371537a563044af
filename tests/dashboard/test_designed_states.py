import shutil
from contextlib import closing
from sqlite3 import connect

from etl.publishing import DIED
from tests.dashboard.told import handed


def test_a_missing_workspace_says_what_to_run(open_app, tmp_path):
    app = open_app(folder=tmp_path / "nowhere")
    assert not app.exception
    assert app.title[0].value == "There is no workspace here"
    assert app.code[0].value == f"python -m etl init {tmp_path / 'nowhere'}"


def test_a_workspace_never_loaded_says_how_to_load_it(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    shutil.rmtree(folder / "var")
    app = open_app(folder=folder, locale="zh-CN")
    assert app.title[0].value == "工作区还没有加载过数据"
    assert app.code[0].value == f"python -m etl run {folder}"


def test_settings_that_cannot_be_read_are_named(open_app, tmp_path):
    (tmp_path / "workspace.toml").write_text('zone = "Mars/Olympus"', encoding="utf-8")
    app = open_app(folder=tmp_path)
    assert app.title[0].value == "The workspace's settings cannot be read"
    assert "Mars/Olympus" in app.code[0].value


def test_a_policy_that_cannot_be_read_is_named(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    (folder / "policy.toml").write_text('[[target]]\nkpi = "no_such_kpi"\n', encoding="utf-8")
    app = open_app(folder=folder)
    assert "no_such_kpi" in app.code[0].value


def test_a_target_written_while_the_dashboard_runs_is_judged_by_from_then_on(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    said = '[[target]]\nkpi = "first_contact_resolution"\nunit = "*"\nmeet = {}\nnear = 0.1\nvalid_from = 2024-01-01\n'
    (folder / "policy.toml").write_text(said.format(0.6), encoding="utf-8")
    app = open_app(folder=folder)
    assert handed(app, "tiles")["tiles"][0]["target"] == "target 60.0 % · ✓ met"
    (folder / "policy.toml").write_text(said.format(0.9), encoding="utf-8")
    assert handed(app.run(), "tiles")["tiles"][0]["target"] == "target 90.0 % · ≈ near"


def test_a_failed_load_is_said_above_the_last_good_one(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "failed", "The file **calls.csv** has no column 'id'.")
    app = open_app(folder=folder)
    assert "Load #2 (2025-06-21 08:00) did not succeed; what you see is still load #1" in app.warning[0].value
    assert "The file \\*\\*calls.csv\\*\\* has no column 'id'." in app.warning[0].value
    assert "65.1 %" in app.title[0].value


def test_a_failed_load_is_said_in_chinese_with_the_words_of_the_load_quoted(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "failed", "The file calls.csv has no column 'id'.")
    said = open_app(folder=folder, locale="zh-CN").warning[0].value
    assert "没有成功" in said
    assert r"加载程序的原话\:The file calls.csv has no column 'id'." in said


def test_what_a_dead_load_says_is_known_in_chinese(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "failed", DIED)
    assert "加载进程中途结束了。" in open_app(folder=folder, locale="zh-CN").warning[0].value


def test_a_running_load_is_said_above_the_last_good_one(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "running", None)
    assert "正在进行" in open_app(folder=folder, locale="zh-CN").info[0].value


def test_a_load_that_found_nothing_new_is_no_failure(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "unchanged", None)
    assert len(open_app(folder=folder).warning) == 0


def test_a_first_load_that_failed_is_said_too(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    attempt(folder, "refused", "No source could be loaded.")
    with closing(connect(folder / "var" / "plumbline.db")) as database, database:
        database.execute("UPDATE loads SET state = 'failed' WHERE id = 1")
    app = open_app(folder=folder)
    assert app.title[0].value == "The workspace has not been loaded yet"
    assert "did not succeed." in app.warning[0].value


def test_whatever_goes_wrong_the_viewer_reads_a_sentence(open_app, tmp_path, tiny, caplog):
    folder = copied(tiny, tmp_path)
    shutil.rmtree(folder / "var" / "warehouse")
    app = open_app(folder=folder)
    assert not app.exception
    assert app.title[0].value == "This page could not be shown"
    assert "could not be shown" in caplog.text


def test_a_new_load_is_seen_without_a_restart(open_app, tmp_path, tiny):
    folder = copied(tiny, tmp_path)
    assert "Load \\#1" in open_app(folder=folder).caption[-1].value
    attempt(folder, "published", None)
    assert "Load \\#2" in open_app(folder=folder).caption[-1].value


def test_a_mistake_in_the_reward_policy_is_told_in_the_readers_language(open_app, tiny, tmp_path):
    folder = copied(tiny, tmp_path)
    (folder / "policy.toml").write_text("[[satisfaction_policy]]\nvalid_from = 2025-01-01\nmin_forms = 0\n")
    said = {language: open_app("rewards", folder=folder, lang=language).code[0].value for language in ("zh", "en")}
    assert said["zh"] == (
        "policy.toml,satisfaction_policy 第 1 条(第 1 行):min_forms 至少为 1,现为 0。见 min_forms(第 3 行)。"
    )
    assert said["en"] == (
        "policy.toml, satisfaction_policy 1 (line 1): min_forms is at least 1, got 0. See min_forms (line 3)."
    )


def test_why_a_load_was_refused_is_told_in_the_readers_language(open_app, tiny, tmp_path):
    folder = copied(tiny, tmp_path)
    attempt(folder, "refused", "Source 'hotline': no file matches 'exports/*.csv'.")
    assert "来源“hotline”" in open_app(folder=folder, lang="zh").warning[0].value
    assert "no file matches" in open_app(folder=folder, lang="en").warning[0].value


def copied(tiny, tmp_path):
    """Return a copy of the tiny workspace that a test may spoil."""
    return shutil.copytree(tiny, tmp_path / "workspace")


def attempt(folder, state, message):
    """Record a second load in the given state, with the first one's data."""
    with closing(connect(folder / "var" / "plumbline.db")) as database, database:
        database.execute(
            "INSERT INTO loads (id, state, started_at, finished_at, as_of, data_from, data_until, definitions, "
            "message) "
            "SELECT 2, ?, '2025-06-21 00:00:00', '2025-06-21 00:01:00', as_of, data_from, data_until, definitions, ? "
            "FROM loads WHERE id = 1",
            (state, message),
        )
        database.execute(
            'INSERT INTO load_tables (load, "table", version, rows) SELECT 2, "table", version, rows FROM load_tables'
        )
