"""The proof of a number as a stranger gets it: downloaded in a real Chromium and recomputed by a bare Python."""

import subprocess
import sys
import zipfile

from playwright.sync_api import expect

SLOW = 60_000  # milliseconds: a busy machine is not a failing test


def test_a_downloaded_proof_computes_the_figure_of_the_page_anew(page, served_app, tmp_path):
    page.goto(f"{served_app}/evidence?kpi=first_contact_resolution&unit=TH&month=2026-06&lang=en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("58.5 %", timeout=SLOW)
    with page.expect_download(timeout=SLOW) as waiting:
        page.get_by_role("button", name="Download the proof").click()
    assert waiting.value.suggested_filename == "first_contact_resolution-2026-06-TH-proof.zip"
    zipfile.ZipFile(waiting.value.path()).extractall(tmp_path)
    bare = [sys.executable, "-I", "-S", "recompute.py"]
    done = subprocess.run(bare, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "computed anew: 0.5849056603773585" in done.stdout
