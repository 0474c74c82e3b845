#!/usr/bin/env python3
"""The exports before readers that share no line with us.

LibreOffice opens every CSV and workbook, saves it again, and once more; nothing is computed that was text, and the
statement it saved is read back without a change. openpyxl reads the workbooks; compliance-trestle validates both OSCAL
files. Needs `soffice` (Debian: libreoffice-calc), openpyxl and compliance-trestle (PyPI), and a built dist/.
"""

import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
FORMULA = set("=+-@\t\r\n＝＋－＠")
# Comma, quotes, UTF-8; what the columns hold is for LibreOffice to guess, as for anybody who opens the file.
CSV_READ = "--infilter=CSV:44,34,76,1"
COMMA = "csv:Text - txt - csv (StarCalc):44,34,76,1"
SEMICOLON = "csv:Text - txt - csv (StarCalc):59,34,76,1"
BOOK = "xlsx:Calc MS Excel 2007 XML"

passed = 0
failed = 0


def check(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what[:600])


def soffice(profile, *words):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", *words],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900,
    )


def rows_of(path):
    csv.field_size_limit(1 << 24)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def same_text(one, other):
    """Line ends apart, and escapes of the format, which openpyxl leaves as they are and LibreOffice does not write."""
    def plain(text):
        read = re.sub("_x([0-9A-Fa-f]{4})_", lambda hit: chr(int(hit[1], 16)), text)
        return re.sub("\r\n?", "\n", text) if read == text else plain(read)
    return plain(one) == plain(other)


def compare_csv(was, now, what):
    before, after = rows_of(was), rows_of(now)
    check(len(before) == len(after), f"{what}: {len(before)} rows became {len(after)}")
    for number, (row, again) in enumerate(zip(before, after), 1):
        for column, (cell, saved) in enumerate(zip(row, again), 1):
            # What looks like a number or a date without being one of ours may be written another way, but is not computed.
            starts = cell.lstrip("'\u00a0 ")[:1]
            if starts in FORMULA or cell[:1] == "'":
                check(same_text(cell, saved), f"{what} row {number} column {column}: {cell!r} became {saved!r}")
            check(saved[:1] not in FORMULA, f"{what} row {number} column {column} begins a formula: {saved!r}")


def workbook_cells(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell


def main():
    work = tempfile.mkdtemp(prefix="readiness-exports-")
    try:
        subprocess.run(["node", os.path.join(HERE, "write.mjs"), work], check=True)
        folders = sorted(glob.glob(os.path.join(work, "*")))
        workbooks(folders)
        texts(work, folders)
        books(work, folders)
        read_back(folders)
        oscal(folders)
    finally:
        if failed and os.environ.get("READINESS_KEEP"):
            print("kept:", work)
        else:
            shutil.rmtree(work, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def workbooks(folders):
    """Ours, as another program reads them."""
    from openpyxl import load_workbook

    for folder in folders:
        name = os.path.basename(folder)
        for path in glob.glob(os.path.join(folder, "*workbook.xlsx")):
            check(len(load_workbook(path).sheetnames) == 5, f"{name}: five sheets")
            check(all(cell.data_type in "sn" for _, cell in workbook_cells(path)), f"{name}: a cell is no text or figure")
            sheet = load_workbook(path).worksheets[1]
            check(sheet.freeze_panes == "B2" and sheet.auto_filter.ref is not None, f"{name}: frozen headings, filter")
            check(len(sheet.data_validations.dataValidation) == 7, f"{name}: lists to choose from")
            check(all(cell.number_format == "@" for cell in sheet[2]), f"{name}: text is set as text")


def saved_again(work, sources, target, into, *options):
    """Opens and saves all of them in one run, under the names that they are given."""
    here = tempfile.mkdtemp(dir=work, prefix=".in")
    out = os.path.join(work, into)
    for name, path in sources.items():
        shutil.copy(path, os.path.join(here, name))
    soffice(os.path.join(work, ".profile"), *options, "--convert-to", target, "--outdir", out, *(os.path.join(here, name) for name in sources))
    ending = target.split(":")[0]
    return {name: os.path.join(out, f"{os.path.splitext(name)[0]}.{ending}") for name in sources}


def returned(folder, name, path):
    os.makedirs(os.path.join(folder, "returned"), exist_ok=True)
    shutil.copy(path, os.path.join(folder, "returned", name))


def texts(work, folders):
    """Once to what they are and once more, so that a guard which is dropped on the way would show."""
    kinds = ("statement", "gaps", "plan", "documents")
    sources = {f"{os.path.basename(folder)}+{kind}.csv": os.path.join(folder, f"{kind}.csv") for folder in folders for kind in kinds}
    first = saved_again(work, sources, COMMA, ".csv1", CSV_READ)
    second = saved_again(work, first, COMMA, ".csv2", CSV_READ)
    for name, source in sources.items():
        compare_csv(source, first[name], name)
        compare_csv(source, second[name], f"{name} (twice)")
    statements = {name: path for name, path in sources.items() if "+statement" in name}
    # As a spreadsheet of another country saves it, and as a workbook.
    semicolon = saved_again(work, statements, SEMICOLON, ".csv3", CSV_READ)
    book = saved_again(work, statements, BOOK, ".book3", CSV_READ)
    for folder in folders:
        name = f"{os.path.basename(folder)}+statement.csv"
        returned(folder, "comma.csv", second[name])
        returned(folder, "semicolon.csv", semicolon[name])
        returned(folder, "from-csv.xlsx", book[name])


def books(work, folders):
    sources = {f"{os.path.basename(folder)}.xlsx": os.path.join(folder, "workbook.xlsx") for folder in folders}
    first = saved_again(work, sources, BOOK, ".book1")
    second = saved_again(work, first, BOOK, ".book2")
    for folder in folders:
        name = f"{os.path.basename(folder)}.xlsx"
        for turn, saved in (("once", first[name]), ("twice", second[name])):
            returned(folder, f"{turn}.xlsx", saved)
            cells = {(title, cell.coordinate): cell for title, cell in workbook_cells(saved)}
            for title, cell in workbook_cells(sources[name]):
                now = cells.get((title, cell.coordinate))
                if cell.data_type == "s":
                    text = now is not None and now.data_type == "s" and same_text(str(cell.value), str(now.value))
                    check(text, f"{name} {turn}: {title}!{cell.coordinate} {cell.value!r} became {now.value if now else None!r}")
            with zipfile.ZipFile(saved) as archive:
                sheets = [archive.read(part).decode() for part in archive.namelist() if "worksheets/sheet" in part]
            check(not any(re.search("<f[ >]", sheet) for sheet in sheets), f"{name}: a formula was made")


def read_back(folders):
    run = subprocess.run(["node", os.path.join(HERE, "reread.mjs"), *folders], stdout=subprocess.PIPE, text=True)
    *lines, last = run.stdout.strip().splitlines()
    print("\n".join(lines))
    for holds, count in zip((True, False), re.findall(r"\d+", last)):
        for _ in range(int(count)):
            check(holds, "a sheet that was saved again is read back with changes")


def oscal(folders):
    from trestle.oscal.assessment_results import AssessmentResults
    from trestle.oscal.catalog import Catalog

    for folder in folders:
        for kind in ("", "anonymous-"):
            for file, model in (("oscal-catalog", Catalog), ("oscal-results", AssessmentResults)):
                path = Path(folder) / f"{kind}{file}.json"
                try:
                    check(model.oscal_read(path) is not None, str(path))
                except Exception as error:  # Whatever it throws, it is not valid.
                    check(False, f"{path}: {error}")


if __name__ == "__main__":
    sys.exit(main())
