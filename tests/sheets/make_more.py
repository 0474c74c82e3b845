#!/usr/bin/env python3
"""Makes more foreign sheets under files/: exports of other tools, lists that only point to requirements, columns that compete.

Needs openpyxl (PyPI). The files are committed; this is how they came about.
"""

import csv
import datetime
import io
from pathlib import Path

import openpyxl

FILES = Path(__file__).parent / "files"
POLICIES = "Policies for information security"
ROLES = "Information security roles and responsibilities"
DUTIES = "Segregation of duties"
MONITORING = "Physical security monitoring"
CODING = "Secure coding"


def text(name, rows, sign=",", encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\r\n").writerows(rows)
    (FILES / name).write_bytes(out.getvalue().encode(encoding))


def book(name, sheets, change=None):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(row)
    if change:
        change(made)
    made.save(FILES / name)


def consultancy(made):
    """Titles above, and headings in two rows, the upper one over several columns."""
    for merged in ("A1:I1", "A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:H5", "I5:I6"):
        made.active.merge_cells(merged)


book(
    "two-heading-rows.xlsx",
    {
        "SoA": [
            ["Example Consulting"],
            ["Statement of Applicability"],
            ["Version", "2.1", "Date", datetime.datetime(2026, 3, 1)],
            [],
            ["Clause", "Control", "Applicable?", "Justification", None, "Reason for selection", None, None, "Implementation"],
            [None, None, None, "Inclusion", "Exclusion", "LR", "CO", "RRA", "Status"],
            ["A.5.1", POLICIES, "Yes", "Risk R1", None, "X", None, "X", "Implemented"],
            ["A.5.2", ROLES, "Yes", "Risk R2", None, None, None, "x", "Partial"],
            ["A.7.4", MONITORING, "No", None, "No premises of our own", None, None, None, None],
        ]
    },
    consultancy,
)
book(
    "themes.xlsx",
    {
        "Organizational": [
            ["#", "Control", "Status", "Owner"],
            [5.1, POLICIES, "Implemented", "Ana"],
            [5.2, ROLES, "Partial", "IT / HR"],
            [5.1, "Acceptable use of information and other associated assets", "Planned", "Ana, Ben"],
        ],
        "People": [["#", "Control", "Status", "Owner"], [6.1, "Screening", "Not Started", "HR"]],
        "Technological": [["#", "Control", "Status", "Owner"], [8.28, CODING, "Implemented", "IT"]],
    },
)


def leftwards(made):
    made.active.sheet_view.rightToLeft = True


book(
    "arabic.xlsx",
    {"بيان": [["الضابط", "العنوان", "الحالة"], ["A.5.1", "سياسات أمن المعلومات", "مطبق"], ["A.5.2", "الأدوار", "غير مطبق"]]},
    leftwards,
)
text(
    "statement-ja.csv",
    [["管理策", "表題", "適用", "備考"], ["A.5.1", "情報セキュリティのための方針群", "○", "方針あり"], ["A.7.4", "監視", "×", "なし"]],
    encoding="shift_jis",
)
text(
    "statement-it.csv",
    [
        ["Controllo", "Titolo", "Applicabile", "Giustificazione", "Stato", "Responsabile", "Scadenza"],
        ["A.5.1", "Politiche per la sicurezza delle informazioni", "Sì", "Rischio", "Attuato", "Luca", "31/12/2026"],
        ["A.7.4", "Monitoraggio", "No", "Nessuna sede", "Non applicabile", "", ""],
    ],
    ";",
)
text(
    "statement-nl.csv",
    [
        ["Beheersmaatregel", "Titel", "Van toepassing", "Motivatie", "Status", "Opmerkingen"],
        ["A.5.1", "Beleid", "Ja", "Risico", "Geïmplementeerd", "x"],
        ["A.7.4", "Bewaking", "Nee", "Geen pand", "N.v.t.", ""],
    ],
    ";",
)
text(
    "statement-pt.csv",
    [
        ["Controlo", "Título", "Aplicável", "Justificativa", "Estado", "Observações"],
        ["A.5.1", "Políticas", "Sim", "Risco", "Implementado", "ok"],
        ["A.7.4", "Monitorização", "Não", "Sem instalações", "Não aplicável", ""],
    ],
    ";",
    "utf-8-sig",
)
text(
    "statement-fr-retenue.csv",
    [
        ["Réf.", "Mesure", "Retenue (O/N)", "Justification de l'exclusion", "Niveau de mise en œuvre", "Date prévue"],
        ["5.1", "Politiques de sécurité de l’information", "O", "", "100%", "31/12/2026"],
        ["5.7", "Renseignement sur les menaces", "O", "", "50%", "T3 2026"],
        ["7.4", "Surveillance de la sécurité physique", "N", "Pas de locaux", "N/A", ""],
    ],
    ";",
    "windows-1252",
)
text(
    "statement-es-aplica.csv",
    [
        ["Código", "Control", "¿Aplica?", "Motivo de inclusión", "Motivo de exclusión", "Grado de implantación"],
        ["A.5.1", "Políticas de seguridad de la información", "Sí", "Riesgos", "", "Implementado"],
        ["A.7.4", "Supervisión de la seguridad física", "No", "", "Sin sedes", "No aplica"],
        ["A.8.28", "Codificación segura", "Sí", "", "", "No implantado"],
    ],
    ";",
    "windows-1252",
)
text(
    "statement-de-relevant.csv",
    [
        ["Control-Nr.", "Control-Titel", "Relevant?", "Begründung", "Umsetzungsgrad in %", "Verantw.", "Termin"],
        ["A.5.1", "Informationssicherheitsrichtlinien", "ja", "Risikoanalyse", "5", "ISB", "31.12.2026"],
        ["A.7.4", "Physische Sicherheitsüberwachung", "nein", "keine Räume", "0", "", ""],
    ],
    ";",
    "windows-1252",
)
mapping = [
    ["ISO 27001:2013", "ISO 27001:2022", "Control", "Applicable", "Status"],
    ["A.5.1.1", "A.5.1", POLICIES, "Yes", "Implemented"],
    ["A.6.1.1", "A.5.2", ROLES, "Yes", "Partial"],
    ["A.6.1.2", "A.5.3", DUTIES, "Yes", "Planned"],
]
text("both-editions.csv", mapping)
text("both-editions-turned.csv", [[row[1], row[0], *row[2:]] for row in mapping])
text(
    "two-years.csv",
    [
        ["Control", "Status 2025", "Status 2026", "Comment 2025", "Comment 2026"],
        ["A.5.1", "Not implemented", "Implemented", "old", "new"],
        ["A.5.2", "Implemented", "Partial", "fine", "left"],
    ],
)
text(
    "level-and-status.csv",
    [
        ["Control", "Title", "Status", "Maturity", "Comments"],
        ["A.5.1", POLICIES, "Implemented", "4", ""],
        ["A.5.2", ROLES, "Partial", "", ""],
        ["A.7.4", MONITORING, "N/A", "0", "no premises"],
        ["A.8.28", CODING, "N/A", "2", "no code"],
    ],
)
text(
    "explained.csv",
    [
        ["Control", "Rating (0-3)", "Owner"],
        ["A.5.1", "3 (seen by audit)", "Ana; Ben"],
        ["A.5.2", "Implemented (partly)", ""],
        ["A.5.3", "Yes (2025)", ""],
        ["A.8.28", "yes, partly", ""],
    ],
)
text("of-ten.csv", [["Control", "Score"], ["A.5.1", "10"], ["A.5.2", "7"], ["A.5.3", "2"]])
text(
    "moons.csv",
    [["Control", "Status"], ["A.5.1", "●"], ["A.5.2", "◕"], ["A.5.3", "◑"], ["A.7.4", "◔"], ["A.8.28", "○"]],
)
text(
    "crosses.csv",
    [
        ["Control", "Title", "Implemented", "Partially implemented", "Not implemented", "N/A"],
        ["A.5.1", POLICIES, "X", "", "", ""],
        ["A.5.2", ROLES, "", "X", "", ""],
        ["A.7.4", MONITORING, "", "", "", "X"],
    ],
)


def merged_states(made):
    """Headings in two rows, the upper one over the columns of states."""
    for merged in ("A2:A3", "B2:B3", "C2:E2", "F2:F3"):
        made.active.merge_cells(merged)


book(
    "crosses-two-rows.xlsx",
    {
        "Gap-Analyse": [
            ["Gap-Analyse ISO 27001"],
            ["Nr.", "Maßnahme", "Umsetzung", None, None, "Bemerkung"],
            [None, None, "Erfüllt", "Teilweise", "Nicht erfüllt", None],
            ["A.5", "Organisatorische Maßnahmen", None, None, None, None],
            ["A.5.1", POLICIES, "x", None, None, None],
            [None, None, None, None, None, None],
            ["A.5.2", ROLES, None, "X", None, "halb"],
            ["A.5.3", DUTIES, None, None, "x", None],
            ["A.8.28", CODING, "x", None, "x", None],
        ]
    },
    merged_states,
)
text(
    "crosses-levels.csv",
    [
        ["", "", "Maturity", "", "", "", "", "", "Target maturity", "", "", "", "", ""],
        ["Control", "Title", *"012345", *"012345"],
        ["A.5.1", POLICIES, "", "", "", "●", "", "", "", "", "", "", "", "●"],
        ["A.5.2", ROLES, "●", "", "", "", "", "", "", "", "", "●", "", ""],
        ["A.8.28", CODING, "", "", "", "", "", "1", "", "", "", "", "1", ""],
    ],
    ";",
    "utf-8-sig",
)
text(
    "crosses-applicable.csv",
    [
        ["Control", "Not applicable", "Applicable", "Justification", "LR", "CO", "BR/BP", "RRA", "planned", "implemented"],
        ["A.5.1", "", "x", "R1", "x", "", "", "x", "", "x"],
        ["A.5.2", "", "x", "R2", "", "x", "", "", "x", ""],
        ["A.7.4", "x", "", "No premises", "", "", "", "", "", ""],
        ["A.8.28", "x", "x", "", "", "", "", "", "", ""],
    ],
)
text(
    "crosses-audit.csv",
    [
        ["Clause/Control", "Compliant", "Minor NC", "Major NC", "OFI", "N/A", "Comments"],
        ["4.1", "TRUE", "FALSE", "FALSE", "FALSE", "FALSE", ""],
        ["9.2.1", "FALSE", "FALSE", "TRUE", "FALSE", "FALSE", "none done"],
        ["A.5.1", "FALSE", "FALSE", "FALSE", "TRUE", "FALSE", ""],
        ["A.5.2", "FALSE", "FALSE", "FALSE", "FALSE", "FALSE", ""],
        ["A.7.4", "FALSE", "FALSE", "FALSE", "FALSE", "TRUE", "no premises"],
        ["A.8.28", "see A.8.25", "TRUE", "FALSE", "FALSE", "FALSE", ""],
    ],
)
text(
    "crosses-and-status.csv",
    [
        ["Control", "Yes", "Partially", "No", "Status"],
        ["A.5.1", "x", "", "", "Implemented"],
        ["A.5.2", "x", "", "", "Partially implemented"],
    ],
)
text(
    "composed.csv",
    [
        ["Control ref. No.", "Control Title", "Current State", "Gap identified", "Action Owner", "Target Completion"],
        ["A 5.1", "Policies", "In place", "", "CISO", ""],
        ["A 5.2", "Roles", "Partially in place", "No deputy", "HR", "2026-12-31"],
        ["Ctrl A 5.3", "Segregation", "Not yet in place", "", "CTO", "31 Dec 2026"],
        ["Annex A - 5.4", "Management", "Work in progress", "", "", ""],
        ["AnnexA-5.5", "Authorities", "Not yet assessed", "", "", ""],
        ["A.5.6", "Groups", "Needs improvement", "", "", ""],
        ["A.5.7", "Threat intelligence", "Implemented, not tested", "", "", ""],
    ],
    encoding="utf-8-sig",
)
text(
    "composed-de.csv",
    [
        ["Ref", "Anforderung", "Bewertung", "Zuständig", "Bis wann"],
        ["Kap. 4.1", "Kontext", "überwiegend umgesetzt", "ISB", "31.12.2026"],
        ["§ 4.3", "Anwendungsbereich", "noch nicht begonnen", "GF", ""],
        ["Anhang A 5.1", "Richtlinien", "wird umgesetzt", "ISB", ""],
        ["A-5.2", "Rollen", "k. A.", "", ""],
        ["A.5.3", "Aufgabentrennung", "in Vorbereitung", "", ""],
        ["A.5.4", "Verantwortung", "Umsetzung abgeschlossen", "", ""],
    ],
    encoding="utf-8-sig",
)
text(
    "composed-es.csv",
    [
        ["Requisito", "Grado de cumplimiento", "Responsable", "Fecha prevista"],
        ["4.1", "Cumple", "CISO", ""],
        ["4.2", "Cumple parcialmente", "CISO", "31/12/2026"],
        ["A.5.1", "En implantación", "CISO", ""],
        ["A.5.2", "Sin implementar", "CISO", ""],
        ["A.5.3", "Pendiente", "CISO", ""],
    ],
    encoding="utf-8-sig",
)
text(
    "decorated.csv",
    [
        ["Control", "Applicable", "Status", "Comment"],
        ["A.5.1", "✅ Yes", "Status: Implemented", ""],
        ["A.5.2", "[x] Yes", "1. Not implemented", ""],
        ["A.5.3", "Yes!", "- Partially -", ""],
        ["A.5.4", "✓ yes", "→ In progress", ""],
        ["A.5.5", "Yes.", "IMPLEMENTED / OK", ""],
        ["A.5.6", "Yes", "★★★★☆", ""],
        ["A.5.7", "Yes", "●●○○○", ""],
        ["A.5.8", "Yes", "✅ Not implemented", "the sign and the word contradict each other"],
        ["A.7.4", "❌ No", "⚪ Not applicable", "no premises"],
        ["A.8.28", "[ ] Yes", "[ ] Implemented", "an empty box"],
    ],
    encoding="utf-8-sig",
)
text(
    "several-ids.csv",
    [
        ["Controls", "Policy", "Status"],
        ["A.5.1, A.5.2", "Policy A", "Implemented"],
        ["A.5.3 and A.5.4", "Policy B", "Partial"],
        ["A.8.1 - A.8.5", "Policy C", "Implemented"],
        ["A.5.9 & A.5.10", "Policy D", "Implemented"],
        ["A.5.15 (A.9.1.1)", "Policy E", "Implemented"],
    ],
)
text(
    "csf.csv",
    [
        ["NIST CSF", "Subcategory", "ISO 27001:2022", "Current Tier", "Target Tier", "Status"],
        ["GV.PO-01", "Policy", "A.5.1", "1", "4", "Partially Implemented"],
        ["PR.PS-06", "Secure development", "A.8.28", "4", "4", "Not Implemented"],
    ],
)
text(
    "risk-plan.csv",
    [
        ["Risk ID", "Risk description", "Likelihood", "Impact", "Treatment", "Control(s)", "Owner", "Due date", "Status"],
        ["R1", "Ransomware", "4", "5", "Mitigate", "A.8.7, A.8.13", "IT", "31.12.2026", "Open"],
        ["R2", "Insider", "2", "4", "Accept", "A.6.1", "HR", "", "Closed"],
    ],
    ";",
)
text(
    "audit-findings.csv",
    [
        ["Finding No.", "Clause/Control", "Finding", "Classification", "Corrective action", "Responsible", "Status"],
        ["1", "9.2.1", "No internal audit", "Major NC", "Do one", "QM", "open"],
        ["2", "A.8.13", "Backup not tested", "Minor NC", "Test", "IT", "closed"],
    ],
    ";",
)
text(
    "documents.csv",
    [
        ["Document", "Mandatory", "Clause", "Status", "Owner"],
        ["Information security policy", "Yes", "5.2", "Draft", "CISO"],
        ["Statement of Applicability", "Yes", "6.1.3 d", "In review", ""],
        ["Risk treatment plan", "Yes", "6.1.3 e", "Approved", ""],
    ],
)
text(
    "statement-documents.csv",
    [
        ["Control", "Title", "Status", "Document"],
        ["A.5.1", POLICIES, "Implemented", "IS policy v2"],
        ["A.5.2", ROLES, "Partial", "Role description"],
    ],
)
text("phones.csv", [["Name", "Phone", "Department", "Status"], ["Jo", "030 5.1", "IT", "active"], ["Al", "040", "HR", "left"]])
text(
    "iso27k-clauses.csv",
    [
        ["Section", "ISO/IEC 27001 requirement", "Status", "Notes"],
        ["4", "Context of the organization", "", ""],
        ["4.1", "Organizational context", "", ""],
        ["4.1", "Determine the issues that might affect the ISMS", "Defined", "seen"],
        ["4.2 (a)", "Identify interested parties", "Managed", ""],
        ["4.2 (b)", "Determine their requirements", "Initial", ""],
    ],
)
text(
    "eramba.csv",
    [
        ["Compliance Package", "Item ID", "Item Name", "Compliance Treatment", "Owner", "Findings"],
        ["ISO 27001:2022", "A.5.1", POLICIES, "Compliant", "GRC", ""],
        ["ISO 27001:2022", "A.5.2", ROLES, "Not Compliant", "GRC", "no list"],
        ["ISO 27001:2022", "A.7.4", MONITORING, "Not Applicable", "", ""],
    ],
)
text(
    "jira.csv",
    [
        ["Summary", "Issue key", "Status", "Assignee", "Due date", "Labels", "Labels", "Description"],
        ["[A.5.1] Policies", "ISMS-1", "Done", "jdoe", "31/Dec/26 12:00 AM", "iso", "soa", "line\nline"],
        ["[A.8.28] Coding", "ISMS-2", "To Do", "", "", "iso", "", "=cmd|' /C calc'!A0"],
    ],
)
text(
    "notion.csv",
    [
        ["Name", "Applicability", "Control Owner", "Control Status"],
        ["A.5.1 Policies for information security", "Applicable", "Jane", "✅ Implemented"],
        ["A.7.4 Physical security monitoring", "Not applicable", "", "⚪ Not applicable"],
    ],
    encoding="utf-8-sig",
)
text(
    "airtable.csv",
    [
        ["Control ID", "Control Name", "Framework", "Implemented", "Due"],
        ["A.5.1", POLICIES, "ISO 27001:2022", "checked", "12/31/2026"],
        ["A.5.2", ROLES, "ISO 27001:2022", "", ""],
        ["CC1.1", "Integrity", "SOC 2", "checked", ""],
    ],
    encoding="utf-8-sig",
)
text(
    "framework-codes.csv",
    [
        ["ID", "Name", "Framework codes", "Status", "Owner email", "Evidence count"],
        ["AST-1", "Asset inventory", "ISO 27001:2022 - A.5.9; SOC 2 - CC6.1", "OK", "a@example.com", "2"],
        ["POL-1", "Policies", "ISO 27001:2022 - A.5.1, A.5.2", "OK", "", ""],
    ],
)
text(
    "vda-isa.csv",
    [
        ["Control number", "Maturity level", "Control question", "Reference to ISO 27001:2022"],
        ["1.1.1", "3", "To what extent are policies available?", "A.5.1"],
        ["1.6.1", "na", "To what extent are events handled?", "A.6.8"],
    ],
    ";",
)
text(
    "vda-isa-whole.csv",
    [
        ["Control number", "Control question", "Maturity level", "Reference to ISO 27001:2022", "Comments"],
        ["1", "IS Policies and Organization", "", "", ""],
        ["1.1.1", "Policies?", "Established", "ISO 27001:2022 A.5.1", ""],
        ["1.2.1", "Managed?", "Managed", "ISO 27001:2022 4.4", ""],
        ["1.6.1", "Events?", "Performed", "ISO 27001:2022 A.6.8", ""],
        ["2.1.1", "Fit for the task?", "Predictable", "ISO 27001:2022 A.6.1", ""],
        ["4.1.1", "Identification?", "Incomplete", "ISO 27001:2022 A.5.16, A.7.2", "two at once"],
        ["5.2.1", "Changes?", "Optimizing", "ISO 27001:2022 A.8.32", ""],
        ["5.2.3", "Malware?", "Incomplete", "ISO 27001:2022 A.8.7", ""],
        ["5.3.1", "New systems?", "Managed", "A.5.8", ""],
    ],
    ";",
)
text(
    "tiers.csv",
    [
        ["Control", "Status"],
        ["A.5.1", "Partial"],
        ["A.5.2", "Risk Informed"],
        ["A.5.3", "Repeatable"],
        ["A.5.4", "Tier 4: Adaptive"],
        ["A.5.5", "Adaptive"],
    ],
)
text(
    "audit-letters.csv",
    [
        ["Control", "Status"],
        ["A.5.1", "C"],
        ["A.5.2", "PC"],
        ["A.5.3", "NC"],
        ["A.5.4", "OFI"],
        ["A.5.5", "High"],
    ],
)
text(
    "maturity-capability.csv",
    [
        ["Control", "Maturity", "Comments"],
        ["A.5.1", "Incomplete", ""],
        ["A.5.2", "Performed", ""],
        ["A.5.3", "Managed", ""],
        ["A.5.4", "Established", ""],
        ["A.5.5", "Predictable", ""],
        ["A.5.6", "Optimizing", ""],
        ["A.5.7", "High", ""],
    ],
)
text(
    "maturity-first.csv",
    [
        ["Control", "Maturity", "Comments"],
        ["A.5.1", "Initial", ""],
        ["A.5.2", "Repeatable", ""],
        ["A.5.3", "Defined", ""],
        ["A.5.4", "Managed", ""],
        ["A.5.5", "Optimizing", ""],
    ],
)
text(
    "other-standards.csv",
    [
        ["Control", "Title", "Applicable", "Status"],
        ["A.5.1", POLICIES, "Yes", "Implemented"],
        ["CLD.6.3.1", "Shared roles and responsibilities", "Yes", "Implemented"],
        ["B.8.2.1", "Customer agreement", "No", "N/A"],
        ["ISO 27701 6.5.1", "Policies", "Yes", "Implemented"],
    ],
)
text(
    "dates-for-ids.csv",
    [
        ["Control", "Title", "Status"],
        ["05. Jan", POLICIES, "Implemented"],
        ["5-Mar", DUTIES, "Partial"],
        ["5.13", "", "Open"],
    ],
    ";",
)

text(
    "month-names.csv",
    [
        ["Control", "Status", "Due date"],
        ["A.5.1", "Partial", "12 March 2026"],
        ["A.5.2", "Partial", "March 12, 2026"],
        ["A.5.3", "Partial", "12. März 2026"],
        ["A.5.4", "Partial", "12 mars 2026"],
        ["A.5.5", "Partial", "12-Mar-26"],
        ["A.5.6", "Partial", "12 de marzo de 2026"],
        ["A.5.7", "Partial", "12 marzo 2026"],
        ["A.5.8", "Partial", "12 mrt. 2026"],
        ["A.5.9", "Partial", "12 de março de 2026"],
        ["A.5.10", "Partial", "2026年3月12日"],
        ["A.5.11", "Partial", "31 April 2026"],
        ["A.5.12", "Partial", "March 2026"],
    ],
)

# Other standards, by their name or by their numbers.
text(
    "soa-42001.csv",
    [
        ["Control", "Title", "Applicable", "Status"],
        *([id, title, "Yes", "Implemented"] for id, title in [
            ("A.2.2", "AI policy"),
            ("A.2.3", "Alignment with other organizational policies"),
            ("A.3.2", "AI roles and responsibilities"),
            ("A.4.2", "Resource documentation"),
            ("A.5.2", "AI system impact assessment process"),
            ("A.5.3", "Documentation of AI system impact assessments"),
            ("A.6.1.2", "Objectives for responsible development of AI system"),
            ("A.6.2.4", "AI system verification and validation"),
            ("A.7.2", "Data for development and enhancement of AI system"),
            ("A.8.2", "System documentation and information for users"),
            ("A.9.2", "Processes for responsible use of AI systems"),
            ("A.10.2", "Allocating responsibilities"),
        ]),
    ],
)
text(
    "privacy.csv",
    [
        ["ISO/IEC 27701:2019 Statement of Applicability", "", ""],
        ["Control", "Applicable", "Status"],
        ["A.7.2.1", "Yes", "Implemented"],
        ["A.7.2.2", "Yes", "Partial"],
    ],
)
text(
    "cis-controls.csv",
    [
        ["Safeguard", "Title", "Status"],
        ["1.1", "Establish and Maintain Detailed Enterprise Asset Inventory", "Implemented"],
        ["2.1", "Establish and Maintain a Software Inventory", "Implemented"],
        ["3.3", "Configure Data Access Control Lists", "Partial"],
        ["5.1", "Establish and Maintain an Inventory of Accounts", "Implemented"],
        ["8.2", "Collect Audit Logs", "Not implemented"],
    ],
)
text(
    "pci-dss.csv",
    [
        ["Requirement", "Status"],
        ["1.1.1", "In place"],
        ["6.1.1", "In place"],
        ["8.3.6", "Not in place"],
        ["9.2.1", "In place"],
        ["12.10.1", "In place"],
    ],
)

# Short texts, in which a few letters have to say what code page they are of.
NOTES = {
    "italian": ("windows-1252", "Sì"),
    "spanish": ("windows-1252", "¿Está aprobada? Año 2026, ¡sí!"),
    "portuguese": ("windows-1252", "Não há exceções à política"),
    "danish": ("windows-1252", "Går igennem på møde, ændres årligt"),
    "swedish": ("windows-1252", "Säkerhetsåtgärder införs på årsmötet"),
    "turkish": ("windows-1254", "Şifreleme hazır değil"),
    "polish": ("windows-1250", "Wdrożone częściowo, brak środków"),
    "czech": ("windows-1250", "Řízení přístupů zavedeno částečně"),
    "hungarian": ("windows-1250", "Az előírás megvan, felülvizsgálat jövőre"),
    "korean": ("euc-kr", "정책 승인"),
}
for language, (encoding, note) in NOTES.items():
    text(
        f"short-{language}.csv",
        [["Control", "Status", "Note"], ["A.5.1", "Implemented", note]],
        encoding={"euc-kr": "euc_kr"}.get(encoding, encoding.replace("windows-", "cp")),
    )
