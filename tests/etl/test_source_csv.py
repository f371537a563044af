import gzip
import zipfile

import polars as pl
import pytest

from etl.errors import SourceError

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "cp949", "utf-16"]


def rows(extract) -> list[tuple]:
    return extract.frame.rows()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_read_as_it_was_saved(tmp_path, extract, encoding):
    (tmp_path / "a.csv").write_bytes("id,name\n1,東京\n".encode(encoding))
    assert rows(extract(path="a.csv", encoding=encoding)) == [("1", "東京", 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path, extract):
    (tmp_path / "a.csv").write_bytes("id,name\n1,东\n".encode("utf-8-sig"))
    assert extract(path="a.csv").frame.columns == ["id", "name", "source_row"]


def test_a_wrong_encoding_is_told_with_byte_line_and_the_likely_one(tmp_path, extract):
    text = "id,name\n" + "".join(f"{n},上海浦东新区服务中心\n" for n in range(20))
    (tmp_path / "a.csv").write_bytes(text.encode("gb18030"))
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    assert str(error.value) == 'a.csv is not utf-8 at byte 10, line 2. It looks like gb18030: say encoding = "gb18030".'


@pytest.mark.parametrize(("encoding", "byte"), [("utf-16-le", 1), ("utf-16-be", 0)])
def test_two_byte_text_does_not_pass_as_utf_8(tmp_path, extract, encoding, byte):
    (tmp_path / "a.csv").write_bytes("id,name\n1,x\n".encode(encoding))
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    told = f'a.csv is not utf-8 at byte {byte}, line 1. It looks like {encoding}: say encoding = "{encoding}".'
    assert str(error.value) == told
    assert rows(extract(path="a.csv", encoding=encoding)) == [("1", "x", 2)]


LONG = "id,name\n1,上海浦东新区服务中心与售后部\n"


@pytest.mark.parametrize("stated", ["gb18030", "cp949", "cp1252", "big5", "utf-16"])
@pytest.mark.parametrize(("saved", "text"), [("utf-8", LONG), ("utf-8-sig", "id,name\n1,é\n")])
def test_utf_8_does_not_pass_as_another_encoding(tmp_path, extract, stated, saved, text):
    (tmp_path / "a.csv").write_bytes(text.encode(saved))
    with pytest.raises(
        SourceError, match=rf'a\.csv is not {stated} at byte .* It looks like utf-8: say encoding = "utf-8"'
    ):
        extract(path="a.csv", encoding=stated)


def test_a_few_letters_that_would_be_utf_8_too_are_taken_as_stated(tmp_path, extract):
    (tmp_path / "a.csv").write_bytes("id,name\n1,一一一\n".encode("gb18030"))
    assert rows(extract(path="a.csv", encoding="gb18030")) == [("1", "一一一", 2)]


def test_a_null_character_is_told_as_such_with_its_line(tmp_path, extract):
    (tmp_path / "a.csv").write_bytes(b"id,name\n1,x\n2,y\0z\n")
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    assert str(error.value) == (
        "a.csv: line 3 holds a NUL character (\\x00 in 'name\\n1,x\\n2,y\\x00z\\n'), which is no part of any text."
        " Was the file damaged, or cut off while it was written?"
    )


def test_text_that_ends_inside_a_letter_was_cut_off(tmp_path, extract):
    (tmp_path / "a.csv").write_bytes("id,name\n1,东".encode()[:-1])
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    told = "a.csv ends in the middle of a letter, in line 2. Was the export cut off, or is it not utf-8?"
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\r\n<!DOCTYPE html><html>\n", "it is a web page. Did the system ask for a login"),
        (b"PK\x03\x04\x14", "it is not text but a workbook or another zip archive"),
        (b"\x1f\x8b\x08", "it is not text but compressed by gzip"),
        (b"SQLite format 3\0", "it is not text but a SQLite database"),
    ],
)
def test_what_is_no_text_is_told_by_what_it_is(tmp_path, extract, content, kind):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(SourceError, match=rf"a\.csv: {kind}"):
        extract(path="a.csv")


def test_a_bad_byte_far_down_the_file_is_found_where_it_is(tmp_path, extract):
    good = b"id,name\n" + b"1,x\n" * 600_000
    (tmp_path / "a.csv").write_bytes(good + b"2,\xff\n")
    with pytest.raises(SourceError, match=f"at byte {len(good) + 2}, line 600002"):
        extract(path="a.csv")


def test_the_literal_na_and_numbers_stay_text(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,name\nNA,1.10\nnull,007\n", encoding="utf-8")
    assert rows(extract(path="a.csv")) == [("NA", "1.10", 2), ("null", "007", 3)]


def test_an_empty_cell_is_empty_text_and_not_null(tmp_path, extract):
    (tmp_path / "a.csv").write_text('id,name\n1,\n2,""\n', encoding="utf-8")
    assert extract(path="a.csv").frame["name"].to_list() == ["", ""]


def test_a_quoted_line_break_is_one_row_for_a_spreadsheet_and_for_source_row(tmp_path, extract):
    (tmp_path / "a.csv").write_text('id,name\n1,"two\nlines"\n2,"a ""quote"", and comma"\n', encoding="utf-8")
    assert rows(extract(path="a.csv")) == [("1", "two\nlines", 2), ("2", 'a "quote", and comma', 3)]


def test_an_empty_line_is_skipped_and_still_counts_as_a_row(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,name\n1,x\n\n,\n2,y\n", encoding="utf-8")
    found = extract(path="a.csv")
    assert rows(found) == [("1", "x", 2), ("2", "y", 5)]
    assert found.notes == ("2 empty rows skipped",)


def test_ragged_rows_are_told_with_row_and_number_of_fields(tmp_path, extract):
    (tmp_path / "a.csv").write_text('id,name\n1,"x\nx"\n2\n3,y,z\n', encoding="utf-8")
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    assert str(error.value) == (
        "a.csv: the header has 2 fields, but row 3 has 1 ('2'); row 4 has 3 ('3,y,z')."
        " Is a delimiter or a line break inside a cell left unquoted?"
    )


def test_a_quote_that_is_never_closed_does_not_swallow_the_rows_after_it(tmp_path, extract):
    (tmp_path / "a.csv").write_text('id,name\n1,"x\n2,y\n3,z\n', encoding="utf-8")
    with pytest.raises(SourceError, match="a quote opened in row 2 is never closed"):
        extract(path="a.csv")


@pytest.mark.parametrize("delimiter", [";", "\t", "|", "^"])
def test_any_plain_character_may_be_the_delimiter(tmp_path, extract, delimiter):
    (tmp_path / "a.csv").write_text(f'id{delimiter}name\n1{delimiter}"x{delimiter}y"\n', encoding="utf-8")
    assert rows(extract(path="a.csv", delimiter=delimiter)) == [("1", f"x{delimiter}y", 2)]


def test_the_ending_tsv_tells_the_delimiter(tmp_path, extract):
    (tmp_path / "a.tsv").write_text("id\tname\n1\tx,y\n", encoding="utf-8")
    assert rows(extract(path="a.tsv")) == [("1", "x,y", 2)]


def test_two_columns_of_one_name_are_refused(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,name, name\n1,x,y\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.csv: columns 2 and 3 are both called 'name'"):
        extract(path="a.csv")


def test_names_of_columns_lose_the_spaces_around_them(tmp_path, extract):
    (tmp_path / "a.csv").write_text(" id ,\u3000name\u3000\n1,x\n", encoding="utf-8")
    assert extract(path="a.csv").frame.columns == ["id", "name", "source_row"]


def test_a_delimiter_at_the_end_of_each_line_makes_no_column(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id;name;\n1;x;\n", encoding="utf-8")
    assert extract(path="a.csv", delimiter=";").frame.columns == ["id", "name", "source_row"]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b" \n"])
def test_a_file_without_a_header_is_refused(tmp_path, extract, content):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(SourceError, match=r"a\.csv is empty: there is not even a header row"):
        extract(path="a.csv")


def test_a_header_without_rows_is_a_file_of_no_rows_and_is_noted(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,name", encoding="utf-8")
    found = extract(path="a.csv")
    assert found.frame.schema == {"id": pl.String(), "name": pl.String(), "source_row": pl.Int64()}
    assert (found.frame.height, found.notes) == (0, ("there is a header but no row",))


def test_a_renamed_column_is_told_with_what_is_close_and_what_is_new(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,names,city\n1,x,y\n", encoding="utf-8")
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    assert str(error.value) == (
        "a.csv: Column 'name' is missing. Did you mean names? The file has 'id', 'names', 'city'."
        " Not mapped so far: 'names', 'city'."
    )


def test_a_wrong_delimiter_is_suspected_where_all_is_one_column(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id;name\n1;x\n", encoding="utf-8")
    with pytest.raises(SourceError) as error:
        extract(path="a.csv")
    assert str(error.value) == "a.csv: the header is a single column, 'id;name': say delimiter = \";\"."


def test_a_column_that_differs_in_nothing_but_capitals_is_the_one_that_is_meant(tmp_path, extract):
    (tmp_path / "a.csv").write_text("ID,name\n1,x\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"Column 'id' is missing\. Did you mean ID\? The file has 'ID', 'name'\."):
        extract(path="a.csv")


def test_a_new_column_is_kept_out_and_noted(tmp_path, extract):
    (tmp_path / "a.csv").write_text("id,name,city\n1,x,y\n", encoding="utf-8")
    assert extract(path="a.csv").notes == ("columns not mapped: city",)


def test_compressed_files_are_read_as_they_are(tmp_path, extract):
    with gzip.open(tmp_path / "a.csv.gz", "wt", encoding="utf-8") as file:
        file.write("id,name\n1,x\n")
    assert rows(extract(path="a.csv.gz")) == [("1", "x", 2)]


def test_a_zip_with_one_member_is_that_member(tmp_path, extract):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("inner/log.csv", "id,name\n1,x\n")
        archive.writestr("__MACOSX/._log.csv", "rubbish")
    found = extract(path="a.zip")
    assert (found.file, rows(found)) == ("a.zip", [("1", "x", 2)])


def test_a_damaged_archive_is_told_as_such(tmp_path, extract):
    (tmp_path / "a.csv.gz").write_bytes(b"this is no archive")
    with pytest.raises(SourceError, match=r"a\.csv\.gz: the archive is damaged"):
        extract(path="a.csv.gz")


def test_an_archive_that_is_damaged_inside_is_told_as_such(tmp_path, extract):
    whole = gzip.compress(b"id,name\n" + bytes(range(65, 91)) * 50)
    (tmp_path / "a.csv.gz").write_bytes(whole[:10] + b"\xff" * 8 + whole[18:])
    with pytest.raises(SourceError, match=r"a\.csv\.gz: the archive is damaged \(Error -3 while decompressing"):
        extract(path="a.csv.gz")


def test_an_archive_that_asks_for_a_password_is_told_as_such(tmp_path, extract):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "id,name\n")
    content = bytearray((tmp_path / "a.zip").read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(header) + flags] |= 1  # which says that the member is encrypted
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(
        SourceError, match=r"a\.zip: the archive cannot be opened \(File 'a\.csv' is encrypted, password"
    ):
        extract(path="a.zip")


def test_a_header_that_opens_a_quote_and_never_closes_it_is_refused(tmp_path, extract):
    (tmp_path / "a.csv").write_text('"id,name\n1,x\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.csv: a quote opened in row 1 is never closed"):
        extract(path="a.csv")


def test_a_line_break_in_the_last_cell_is_no_open_quote(tmp_path, extract):
    (tmp_path / "a.csv").write_text('id,name\n1,"x\ny"\n', encoding="utf-8")
    assert rows(extract(path="a.csv")) == [("1", "x\ny", 2)]


def test_a_header_too_long_to_be_one_is_refused(tmp_path, extract):
    (tmp_path / "a.csv").write_text(f"id,{'x' * 200_000}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.csv: the header cannot be read \(field larger than field limit"):
        extract(path="a.csv")


def test_a_cell_of_many_megabytes_is_no_cell(tmp_path, extract):
    (tmp_path / "a.csv").write_text(f'id,name\n1,"{"x" * 20_000_000}"\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.csv: a row is longer than 8 MB; is a quote left open\?"):
        extract(path="a.csv")
