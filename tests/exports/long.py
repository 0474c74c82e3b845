#!/usr/bin/env python3
"""The exports before readers that share no line with us.

LibreOffice opens every CSV and workbook, saves it again, and once more; nothing is computed that was text, and the
statement it saved is read back without a change. openpyxl reads the workbooks; compliance-trestle validates both OSCAL
files and all of the bundle. Workbooks of others are filled and opened by both. Needs `soffice` (Debian: libreoffice-calc), openpyxl and compliance-trestle (PyPI), and a built dist/.
"""

import csv
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
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
        bundles(work)
        filled(work)
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
    from openpyxl import load_workbook

    sources = {f"{os.path.basename(folder)}.xlsx": os.path.join(folder, "workbook.xlsx") for folder in folders}
    open_document = saved_again(work, sources, "ods", ".book-ods")
    for folder in folders:
        name = f"{os.path.basename(folder)}.xlsx"
        returned(folder, "libreoffice.ods", open_document[name])
        load_workbook(sources[name]).save(os.path.join(folder, "returned", "openpyxl.xlsx"))
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


def command(*words):
    """The command; what it says goes to standard error."""
    program = os.path.join(ROOT, "target", "release", "iso27001-readiness")
    return subprocess.run([program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def bundles(work):
    """The OSCAL bundle, each file by the model that it is of."""
    from trestle.oscal.assessment_plan import AssessmentPlan
    from trestle.oscal.assessment_results import AssessmentResults
    from trestle.oscal.catalog import Catalog
    from trestle.oscal.poam import PlanOfActionAndMilestones
    from trestle.oscal.profile import Profile
    from trestle.oscal.ssp import SystemSecurityPlan

    models = {
        "assessment-plan.json": AssessmentPlan,
        "assessment-results.json": AssessmentResults,
        "catalog.json": Catalog,
        "poam.json": PlanOfActionAndMilestones,
        "profile.json": Profile,
        "system-security-plan.json": SystemSecurityPlan,
    }
    full = os.path.join(ROOT, "tests", "data", "assessment-v1.json")
    empty = os.path.join(work, "empty.json")
    check(command("new", "-o", empty).returncode == 0, "an empty assessment is made")
    for source, wanted in ((full, set(models)), (empty, set(models) - {"poam.json"})):
        archive = os.path.join(work, "bundle.zip")
        run = command("report", source, "--format", "oscal-bundle", "-o", archive)
        check(run.returncode == 0, f"{source}: {run.stderr.decode()}")
        folder = Path(work) / ".bundle" / os.path.basename(source)
        with zipfile.ZipFile(archive) as files:
            files.extractall(folder)
        found = {path.name for path in folder.iterdir()}
        check(wanted <= found, f"{source}: {sorted(found)}")
        for name in found:
            try:
                check(models[name].oscal_read(folder / name) is not None, f"{source}: {name}")
            except Exception as error:  # Whatever it throws, it is not valid.
                check(False, f"{source}: {name}: {error}")


def filled(work):
    """Workbooks of others with answers in them: opened by openpyxl and by LibreOffice, and by both with the same values."""
    from openpyxl import load_workbook

    answers = os.path.join(work, "answers.json")
    rows = {"A.5.1": {"answer": 2, "owner": "=1+1", "due": "2027-05-06"}, "A.5.7": {"answer": 3, "owner": "Zoë & <Co>"}}
    with open(answers, "w", encoding="utf-8") as file:
        json.dump({"format": "iso27001-readiness/assessment", "version": 1, "edition": "2022", "requirements": rows}, file)
    folder = os.path.join(ROOT, "tests", "sheets", "files")
    for name in ("statement-en.xlsx", "statement-de.xlsx", "styled.xlsx", "styled-libreoffice.xlsx"):
        before, after = os.path.join(folder, name), os.path.join(work, name)
        run = command("fill", before, "--from", answers, "-o", after)
        check(run.returncode in (0, 1), f"{name}: {run.stderr.decode()}")
        with zipfile.ZipFile(before) as one, zipfile.ZipFile(after) as other:
            changed = [part for part in one.namelist() if one.read(part) != other.read(part)]
            check(one.namelist() == other.namelist() and len(changed) == 1, f"{name}: {changed}")
            check(other.testzip() is None, f"{name}: a part is damaged")
        saved = saved_again(work, {name: after}, BOOK, ".filled")[name]
        books = [load_workbook(path, data_only=True).worksheets[0] for path in (after, saved)]
        was = load_workbook(before).worksheets[0]
        texts = 0
        for row in books[0].iter_rows():
            for cell in row:
                there = books[1][cell.coordinate].value
                is_text = isinstance(cell.value, str)
                texts += is_text and cell.value in ("'=1+1", "Zoë & <Co>")
                if is_text:
                    check(same_text(cell.value, str(there)), f"{name} {cell.coordinate}: {cell.value!r} became {there!r}")
                elif cell.value is not None:
                    check(cell.value == there, f"{name} {cell.coordinate}: {cell.value!r} became {there!r}")
                style = was[cell.coordinate]
                same = (cell.number_format, cell.font.b, cell.fill.fgColor.rgb, cell.border.top.style)
                check(same == (style.number_format, style.font.b, style.fill.fgColor.rgb, style.border.top.style), f"{name} {cell.coordinate}")
        check(texts == 2, f"{name}: {texts} of 2 owners")


if __name__ == "__main__":
    sys.exit(main())
