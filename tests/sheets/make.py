#!/usr/bin/env python3
"""Makes the foreign sheets under files/: what other people's programs write, oddities on purpose.

Needs openpyxl (PyPI) and `soffice` (Debian: libreoffice-calc). The files are committed; this is how they came about.
"""

import datetime
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

FILES = Path(__file__).parent / "files"
TITLES = {
    "5.1": "Policies for information security",
    "5.2": "Information security roles and responsibilities",
    "5.7": "Threat intelligence",
    "5.9": "Inventory of information and other associated assets",
    "5.10": "Acceptable use of information and other associated assets",
    "5.23": "Information security for use of cloud services",
    "6.1": "Screening",
    "7.4": "Physical security monitoring",
    "8.4": "Access to source code",
    "8.28": "Secure coding",
}
GERMAN = {
    "5.1": "Informationssicherheitsrichtlinien",
    "5.2": "Informationssicherheitsrollen und -verantwortlichkeiten",
    "5.7": "Informationen über die Bedrohungslage",
    "5.10": "Zulässiger Gebrauch von Informationen",
    "7.4": "Physische Sicherheitsüberwachung",
    "8.4": "Zugriff auf den Quellcode",
}
FRENCH = {
    "5.1": "Politiques de sécurité de l’information",
    "5.7": "Renseignement sur les menaces",
    "7.4": "Surveillance de la sécurité physique",
    "8.4": "Accès aux codes source",
}


def book(name, rows, sheet="Sheet1", change=None):
    made = openpyxl.Workbook(write_only=False)
    page = made.active
    page.title = sheet
    for row in rows:
        page.append(row)
    if change:
        change(made, page)
    made.save(FILES / name)


def text(name, content, encoding="utf-8"):
    (FILES / name).write_bytes(content.encode(encoding))


def delimited(rows, sign):
    quoted = lambda cell: f'"{cell}"' if any(one in cell for one in (sign, '"', "\n")) else cell
    return "\r\n".join(sign.join(quoted(cell) for cell in row) for row in rows) + "\r\n"


def statement(made, page):
    """A title above, a heading of two rows, one answer for two rows, rows and columns out of sight, a remark."""
    page.insert_rows(1, 3)
    page["A1"] = "Statement of Applicability"
    page["A2"] = "Version 3, Example Ltd"
    page.merge_cells("A1:F1")
    page.row_dimensions[7].hidden = True
    page.column_dimensions["I"].hidden = True
    page["B5"].comment = Comment("seen by audit", "Jo")
    for row in range(5, 9):
        page.cell(row, 7).number_format = "dd/mm/yyyy"
    page.merge_cells("E7:E8")
    notes = made.create_sheet("Notes")
    notes["A1"] = "Not a table"
    secret = made.create_sheet("Old")
    secret["A1"] = "secret"
    secret.sheet_state = "hidden"


day = datetime.datetime
book(
    "statement-en.xlsx",
    [
        ["Control", "Title", "Applicable", "Justification", "Implementation status", "Owner", "Due date", "Evidence", "x"],
        ["A.5.1", TITLES["5.1"], "Yes", "Risk R1", "Implemented", "Ana", day(2027, 1, 31), "https://example.com/p", 1],
        ["A.5.7", TITLES["5.7"], "Yes", "Risk R2", "Partially implemented", "Ben", day(2027, 2, 28), "Feed list", 2],
        ["A.7.4", TITLES["7.4"], "No", "No premises of our own", "Not implemented", "", None, "", 3],
        ["A.8.4", TITLES["8.4"], "Yes", "Contract", "", "Cy", day(2027, 3, 31, 12, 30), "", 4],
    ],
    "SoA",
    statement,
)
book(
    "statement-de.xlsx",
    [
        ["Nr.", "Maßnahme", "Anwendbar", "Begründung", "Umsetzungsstatus", "Verantwortlich", "Frist", "Nachweis", "Bemerkung"],
        ["5.1", GERMAN["5.1"], "Ja", "Risiko R1", "Umgesetzt", "Jörg Müller", "31.01.2027", "Leitlinie v2", "geprüft"],
        ["5.2", GERMAN["5.2"], "Ja", "", "Teilweise umgesetzt", "Özlem", "28.02.2027", "", ""],
        ["5.7", GERMAN["5.7"], "Ja", "", "Nicht umgesetzt", "", "", "", "Quellen fehlen"],
        ["5.10", GERMAN["5.10"], "Ja", "", "In Planung", "", "", "", ""],
        ["7.4", GERMAN["7.4"], "Nein", "Keine eigenen Räume", "Entfällt", "", "", "", ""],
        ["8.4", GERMAN["8.4"], "Nein", "", "", "", "", "", ""],
    ],
    "Erklärung zur Anwendbarkeit",
)
french = [
    ["Mesure", "Intitulé", "Applicable", "Justification", "État", "Responsable", "Échéance", "Preuve", "Remarque"],
    ["A.5.1", FRENCH["5.1"], "Oui", "Risque R1", "Conforme", "Zoé", "31/01/2027", "Politique v2", "relu"],
    ["A.5.7", FRENCH["5.7"], "Oui", "", "Partiellement conforme", "Noël", "", "", "à compléter ; 2027"],
    ["A.7.4", FRENCH["7.4"], "Non", "Pas de locaux à nous", "Sans objet", "", "", "", ""],
    ["A.8.4", FRENCH["8.4"], "Oui", "", "Non conforme", "", "", "", ""],
]
text("statement-fr.csv", delimited(french, ";"), "windows-1252")
text("statement-fr-mac.csv", delimited(french, ";"), "mac-roman")
text("statement-fr-utf16.txt", "\ufeff" + delimited(french, "\t"), "utf-16le")
text("statement-fr-utf16be-unmarked.txt", delimited(french, "\t"), "utf-16be")
text(
    "statement-es.csv",
    "\ufeff"
    + delimited(
        [
            ["Control", "Título", "Aplicable", "Justificación", "Estado", "Responsable", "Fecha límite", "Evidencia"],
            ["A.5.1", "Políticas de seguridad de la información", "Sí", "Riesgo", "Implementado", "Íñigo", "", ""],
            ["A.5.7", "Inteligencia de amenazas", "Sí", "", "Parcialmente implementado", "", "2027-02-28", ""],
            ["A.7.4", "Supervisión de la seguridad física", "No", "Sin locales propios", "No aplica", "", "", ""],
        ],
        ",",
    ),
)
central = [
    ["ID", "Status", "Poznámka"],
    ["A.5.1", "3", "Zásady bezpečnosti informací – příloha č. 1, žádost"],
    ["A.5.7", "1", "Żółta łódź, gęś, źdźbło, ćma"],
]
text("notes-1250.csv", delimited(central, ";"), "windows-1250")
text(
    "notes-1251.csv",
    delimited([["ID", "Status", "Note"], ["A.5.1", "3", "Политика информационной безопасности утверждена"]], ";"),
    "windows-1251",
)
text(
    "notes-1253.csv",
    delimited([["ID", "Status", "Note"], ["A.5.1", "3", "Πολιτική ασφάλειας πληροφοριών, εγκρίθηκε"]], ";"),
    "windows-1253",
)
text(
    "notes-1254.csv",
    delimited([["ID", "Status", "Note"], ["A.5.1", "3", "Bilgi güvenliği politikası hazır, işlem onaylandı"]], ";"),
    "windows-1254",
)
text(
    "notes-shift-jis.csv",
    delimited([["ID", "Status", "Note"], ["A.5.1", "3", "情報セキュリティの方針は承認されました"]], ","),
    "shift_jis",
)
text(
    "notes-gb18030.csv",
    delimited([["ID", "Status", "Note"], ["A.5.1", "3", "信息安全方针已经批准，并已传达给全体员工"]], ","),
    "gb18030",
)
text(
    "statement-2013.csv",
    delimited(
        [
            ["Control", "Title", "Applicable", "Status", "Note"],
            ["A.5.1.1", "Policies for information security", "Yes", "Implemented", "one"],
            ["A.5.1.2", "Review of the policies for information security", "Yes", "Partially", "two"],
            ["A.9.2.3", "Management of privileged access rights", "Yes", "Implemented", ""],
            ["A.11.1.4", "Protecting against external and environmental threats", "Yes", "Not implemented", ""],
        ],
        ",",
    ),
)
text(
    "spellings.csv",
    delimited(
        [
            ["Ref.", "Control name", "Maturity", "Comments"],
            ["A 5.1", TITLES["5.1"], "3 - Defined", ""],
            ["A.05.02", TITLES["5.2"], "Managed", ""],
            ["Annex A 5.7", TITLES["5.7"], "1", ""],
            ["ISO27001-A.5.9", TITLES["5.9"], "Initial", ""],
            ["A.5.10. Acceptable use", TITLES["5.10"], "60%", ""],
            ["A\u00a05.23", TITLES["5.23"], "Optimised", ""],
            ["A5.99", "no such control", "3", ""],
            ["", "", "", "Total"],
        ],
        ",",
    ),
)


def numbers(made, page):
    for row in range(2, 8):
        page.cell(row, 3).number_format = "0%"
    page["A3"].number_format = "0.00"


book(
    "numbers.xlsx",
    [
        ["Control", "Title", "Compliance"],
        [5.1, TITLES["5.1"], 1],
        [5.1, TITLES["5.10"], 0.5],
        [5.7, TITLES["5.7"], 0.25],
        [8.28, TITLES["8.28"], 0],
        [day(2026, 1, 7), TITLES["7.4"], 0.75],
    ],
    change=numbers,
)
text(
    "clause-or-control.csv",
    delimited([["Ref", "Status"], ["5.1", "3"], ["5.2", "2"], ["6.1", "1"], ["7.4", "4"]], ","),
)
text(
    "whole-audit.csv",
    delimited(
        [
            ["Reference", "Requirement", "Result", "Finding"],
            ["4.1", "Understanding the organization and its context", "Conform", ""],
            ["6.1.2", "Information security risk assessment", "Minor NC", "no criteria"],
            ["9.2.1", "General", "Major nonconformity", "no audit yet"],
            ["A.5.1", TITLES["5.1"], "OFI", "shorter"],
            ["A.8.28", TITLES["8.28"], "Not assessed", ""],
        ],
        ",",
    ),
)
text(
    "ciso-assistant.csv",
    delimited(
        [
            ["urn", "assessable", "ref_id", "name", "description", "compliance_result", "requirement_progress", "score", "observations"],
            ["urn:x:a", "", "A.5", "Organizational controls", "", "", "", "", ""],
            ["urn:x:b", "x", "A.5.1", TITLES["5.1"], "", "compliant", "done", "", "seen"],
            ["urn:x:c", "x", "A.5.7", TITLES["5.7"], "", "partially_compliant", "in_progress", "", ""],
            ["urn:x:d", "x", "A.7.4", TITLES["7.4"], "", "not_applicable", "to_do", "", "rented desks"],
            ["urn:x:e", "x", "A.8.4", TITLES["8.4"], "", "non_compliant", "to_do", "", ""],
            ["urn:x:f", "x", "A.8.28", TITLES["8.28"], "", "not_assessed", "to_do", "", ""],
        ],
        ",",
    ),
)
text(
    "iso27k-gap.csv",
    delimited(
        [
            ["Section", "Information security control", "Status", "Notes"],
            ["A5", "Organizational controls", "", ""],
            ["A.5.1", TITLES["5.1"], "Defined", ""],
            ["A.5.2", TITLES["5.2"], "Limited", ""],
            ["A.5.7", TITLES["5.7"], "Nonexistent", ""],
            ["A.5.9", TITLES["5.9"], "Managed", ""],
            ["A.5.10", TITLES["5.10"], "Initial", ""],
            ["A.5.23", TITLES["5.23"], "? Unknown", ""],
            ["A.8.28", TITLES["8.28"], "Not applicable", "no code is written here"],
        ],
        ",",
    ),
)
text(
    "lights.tsv",
    delimited(
        [["Control", "RAG", "Comment"], ["A.5.1", "Green", ""], ["A.5.7", "Amber", ""], ["A.8.28", "Red", ""]], "\t"
    ),
)
text("marks.csv", "Control|Done\nA.5.1|✓\nA.5.7|✗\nA.8.28|☑\n")
text("titles-only.csv", delimited([["Name", "Level"], *([title, "2"] for title in TITLES.values())], ","))
text("separator-line.csv", "sep=;\r\nControl;Status\r\nA.5.1;Implemented\r\n")
text("open-quote.csv", 'Control,Note,Status\r\nA.5.1,"never closed,3\r\nA.5.7,5" disk,2\r\n')
text("note.md", "Look:\n\n| Control | Status |\n| --- | :-: |\n| **A.5.1** | Done |\n| A.5.7 | a \\| b |\n\nEnd\n")
text(
    "copied.html",
    "<html><body><style>td{x:y}</style><table><tr><th>Control<th>Status<th>Note</tr>"
    '<tr><td>A.5.1<td rowspan=2>Implemented<td>a &amp; b<br>c</tr><tr><td>A.5.7</td><td><script>alert(1)</script></td>'
    "</tr></table></body></html>",
)
text("hostile.csv", '__proto__,constructor,Control,Status\r\nx,y,"=HYPERLINK(""http://example.com"")",3\r\n\'=A1,z,A.5.1,3\r\n')
text("no-table.txt", "Dear all,\nplease find our policy attached.\n")


def calendar(made, page):
    made.epoch = CALENDAR_MAC_1904
    page["C2"] = day(2027, 1, 31)
    page["C2"].number_format = "yyyy-mm-dd"


book("calendar-1904.xlsx", [["Control", "Status", "Due"], ["A.5.1", "Implemented", None]], change=calendar)
book(
    "cells.xlsx",
    [["Control", "Status", "Note"], ["A.5.1", True, None], ["A.5.7", "=1+1", None], ["A.8.28", "#N/A", "_x0041_ stays"]],
    change=lambda made, page: page.__setitem__(
        "C2", CellRichText("rich ", TextBlock(InlineFont(b=True), "text"), " whole")
    ),
)


def strict(source, target):
    """The same workbook in the strict namespaces."""
    swaps = [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ]
    with zipfile.ZipFile(FILES / source) as before, zipfile.ZipFile(FILES / target, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            content = before.read(item)
            for one, other in swaps:
                content = content.replace(one.encode(), other.encode())
            after.writestr(item, content)


strict("statement-en.xlsx", "strict.xlsx")


def styled(made, page):
    """What a company's own workbook is full of: styles, lists, rules, formulas, a table, a link, a remark, a dashboard."""
    thin = Side(style="thin", color="FF888888")
    for row in page.iter_rows(min_row=1, max_row=page.max_row, max_col=9):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in page[1]:
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor="FF1F4E78")
    for row in range(2, 8):
        page.cell(row, 6).number_format = "dd/mm/yyyy"
        page.cell(row, 4).fill = PatternFill("solid", fgColor="FFFFF2CC")
        page.cell(row, 9).value = f'=IF(E{row}=3,"closed","open")'
    page["B3"].comment = Comment("seen by audit", "Jo")
    page["H2"].hyperlink = "https://example.com/policy"
    words = DataValidation(type="list", formula1='"Yes,No"', allow_blank=True)
    words.add("C2:C7")
    page.add_data_validation(words)
    page.conditional_formatting.add(
        "E2:E7", CellIsRule(operator="lessThan", formula=["2"], fill=PatternFill("solid", bgColor="FFFFC7CE"))
    )
    page.merge_cells("G6:G7")
    page.freeze_panes = "B2"
    page.auto_filter.ref = "A1:I7"
    page.protection.sheet = False
    page.print_title_rows = "1:1"
    board = made.create_sheet("Dashboard")
    board["A1"] = "Average"
    board["B1"] = "=AVERAGE('Statement of Applicability'!E2:E7)"
    chart = BarChart()
    chart.add_data(Reference(page, min_col=5, min_row=1, max_row=7), titles_from_data=True)
    board.add_chart(chart, "A3")
    rows = [["Name", "Value"], ["a", 1]]
    data = made.create_sheet("Lists")
    for row in rows:
        data.append(row)
    data.add_table(Table(displayName="Names", ref="A1:B2"))
    made.defined_names["scope"] = DefinedName("scope", attr_text="Lists!$A$2")


book(
    "styled.xlsx",
    [
        ["Control", "Title", "Applicable", "Justification", "Maturity", "Due date", "Owner", "Evidence", "State"],
        ["A.5.1", TITLES["5.1"], "Yes", "Risk R1", 3, day(2027, 1, 31), "Ana", "Policy", ""],
        ["A.5.7", TITLES["5.7"], "Yes", "", 1, None, "Ben", "", ""],
        ["A.7.4", TITLES["7.4"], "Yes", "", None, None, "", "", ""],
        ["A.8.4", TITLES["8.4"], "Yes", "", 2, None, "", "", ""],
        ["A.8.28", "Secure coding", "No", "No code is written", None, None, "Cy", "", ""],
        ["A.8.29", "Security testing in development and acceptance", "Yes", "", 0, None, None, "", ""],
    ],
    "Statement of Applicability",
    styled,
)
with tempfile.TemporaryDirectory() as folder:
    def converted(source, ending, target):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/u", "--convert-to", ending, "--outdir",
             folder, str(FILES / source)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (FILES / target).write_bytes((Path(folder) / f"{Path(source).stem}.{ending}").read_bytes())

    converted("statement-en.xlsx", "ods", "statement-en.ods")
    converted("cells.xlsx", "xls", "old.xls")
    converted("cells.xlsx", "xlsx", "computed.xlsx")
    converted("styled.xlsx", "xlsx", "styled-libreoffice.xlsx")
print(len(list(FILES.iterdir())), "files", file=sys.stderr)
