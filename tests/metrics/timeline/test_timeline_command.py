import json

from metrics.__main__ import main

CASE = "W2408-000113"


def test_a_case_of_the_sample_is_printed_for_machines(loaded_sample, capsys):
    assert main(["timeline", str(loaded_sample), CASE, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [moment["what"] for moment in found["moments"]][:4] == ["created", "stage_enter", "stage_enter", "contact"]
    assert [promise["kept"] for promise in found["promises"]] == ["kept", "kept"]
    assert found["records"]["complaints"][0]["method"] == "id"


def test_a_reader_gets_tables(loaded_sample, capsys):
    assert main(["timeline", str(loaded_sample), CASE]) == 0
    assert "failure_detected" in capsys.readouterr().out


def test_a_number_that_no_case_has_is_wrong_use(loaded_sample, capsys):
    assert main(["timeline", str(loaded_sample), "W0"]) == 2
    assert "The data hold no case 'W0'" in capsys.readouterr().err
