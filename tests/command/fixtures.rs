//! Every foreign sheet of the tests, with what comes out of it: docs/sheets.md.
//!
//! `SHEETS=write cargo test --features cli --test command fixtures` writes the page; without it the page is held to what the
//! command says now.

#![expect(clippy::indexing_slicing, reason = "a test that fails here has failed")]

use crate::support::{code, run, stderr, write};
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::catalog::Edition;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// File, what made it, and what is odd about it.
const FILES: [(&str, &str, &str); 100] = [
    ("airtable.csv", "the shape of an export of Airtable", "a box for done; a row of another framework"),
    ("arabic.xlsx", "openpyxl", "headings in a language that is not known; written leftwards"),
    ("audit-findings.csv", "by hand", "findings, of which some are closed: no states of requirements"),
    ("audit-letters.csv", "by hand", "letters of auditors, and a word that says nothing of a state"),
    ("both-editions-turned.csv", "by hand", "the same, the newer edition first"),
    ("both-editions.csv", "by hand", "ids of both editions side by side"),
    ("calendar-1904.xlsx", "openpyxl", "dates counted from 1904"),
    ("cells.xlsx", "openpyxl", "formulas, errors, truth values and rich text; inline strings"),
    ("cis-controls.csv", "by hand", "numbers of the CIS Controls"),
    ("ciso-assistant.csv", "the export of CISO Assistant", "its own ids and words; a group among the rows"),
    ("clause-or-control.csv", "by hand", "numbers that are a clause or a control"),
    (
        "composed-de.csv",
        "by hand",
        "German; states of several words below a heading that says little; ids in five spellings",
    ),
    ("composed-es.csv", "by hand", "Spanish; states of several words"),
    ("composed.csv", "by hand", "states of several words below a heading that says little; ids in five spellings"),
    ("computed.xlsx", "LibreOffice", "formulas with what they last came to"),
    ("copied.html", "a web page", "a table with a script, spans and entities"),
    ("crosses-and-status.csv", "by hand", "crosses, and a column that says it in words"),
    ("crosses-applicable.csv", "by hand", "crosses for what applies, for why, and for how far it is"),
    ("crosses-audit.csv", "the shape of boxes of Google Sheets", "a box for each finding, and a remark in one"),
    ("crosses-levels.csv", "by hand", "a column for each level, and the same for what is aimed at"),
    (
        "crosses-two-rows.xlsx",
        "openpyxl",
        "German; the states stand below a heading over all of them; a blank row, and one that is crossed twice",
    ),
    ("crosses.csv", "by hand", "a column for each state, with crosses"),
    ("csf.csv", "by hand", "ids beside those of another framework; tiers beside the state"),
    ("dates-for-ids.csv", "Excel's way", "ids that became days and months in a text"),
    (
        "decorated.csv",
        "by hand",
        "signs, boxes, numbers and labels about words, some of which say otherwise; stars and balls",
    ),
    ("documents.csv", "by hand", "a list of documents that names clauses"),
    ("eramba.csv", "the shape of an export of eramba", "two headings that begin alike"),
    ("explained.csv", "by hand", "brackets behind headings and words that explain or say otherwise"),
    (
        "framework-codes.csv",
        "the shape of a list of Vanta",
        "codes of several frameworks in a cell; a count of evidence",
    ),
    ("hostile.csv", "by hand", "names of prototypes, formulas as ids"),
    (
        "iso27k-clauses.csv",
        "the gap sheet of the ISO27k Toolkit",
        "one number for several rows, the first of them a heading",
    ),
    (
        "iso27k-gap.csv",
        "the gap sheet of the ISO27k Toolkit",
        "its scale from Nonexistent to Optimized; a group among the rows",
    ),
    ("jira.csv", "the shape of an export of Jira", "ids in the summary; two columns with one heading"),
    ("level-and-status.csv", "by hand", "a level beside a state; not applicable by its state"),
    ("lights.tsv", "by hand", "traffic lights; tabs"),
    ("marks.csv", "by hand", "ticks and crosses; upright strokes"),
    (
        "maturity-capability.csv",
        "by hand",
        "levels of capability in words, in which managed is the second; two that say no level",
    ),
    ("maturity-first.csv", "by hand", "the first scale of maturity in words, in which managed is the fourth"),
    ("month-names.csv", "by hand", "dates with the names of months in seven languages"),
    ("moons.csv", "by hand", "Harvey balls, of which the blank one also means yes"),
    ("no-table.txt", "by hand", "a letter, no table"),
    ("note.md", "by hand", "a table in Markdown"),
    ("notes-1250.csv", "by hand", "windows-1250, Czech and Polish"),
    ("notes-1251.csv", "by hand", "windows-1251, Russian"),
    ("notes-1253.csv", "by hand", "windows-1253, Greek"),
    ("notes-1254.csv", "by hand", "windows-1254, Turkish"),
    ("notes-gb18030.csv", "by hand", "GB18030, Chinese"),
    ("notes-shift-jis.csv", "by hand", "Shift JIS, Japanese"),
    ("notion.csv", "the shape of an export of Notion", "a sign before each word"),
    ("numbers.xlsx", "openpyxl", "ids that are numbers or dates; percentages"),
    ("of-ten.csv", "by hand", "a score of which nothing says how much is all"),
    ("old.xls", "LibreOffice", "the binary format before XLSX"),
    ("open-quote.csv", "by hand", "a quotation mark that is never closed"),
    ("other-standards.csv", "by hand", "rows of ISO/IEC 27017 and 27701"),
    ("pci-dss.csv", "by hand", "numbers of PCI DSS"),
    ("phones.csv", "by hand", "a list of people"),
    ("privacy.csv", "by hand", "a statement of ISO/IEC 27701"),
    ("risk-plan.csv", "by hand", "risks, of which some are closed: no states of requirements"),
    ("separator-line.csv", "Excel's way", "a first line that names the separator"),
    ("several-ids.csv", "by hand", "several ids in a cell"),
    ("short-czech.csv", "by hand", "a few words of Czech in windows-1250"),
    ("short-danish.csv", "by hand", "a few words of Danish in windows-1252"),
    ("short-hungarian.csv", "by hand", "a few words of Hungarian in windows-1250"),
    ("short-italian.csv", "by hand", "a few words of Italian in windows-1252"),
    ("short-korean.csv", "by hand", "a few words of Korean in EUC-KR"),
    ("short-polish.csv", "by hand", "a few words of Polish in windows-1250"),
    ("short-portuguese.csv", "by hand", "a few words of Portuguese in windows-1252"),
    ("short-spanish.csv", "by hand", "a few words of Spanish in windows-1252"),
    ("short-swedish.csv", "by hand", "a few words of Swedish in windows-1252"),
    ("short-turkish.csv", "by hand", "a few words of Turkish in windows-1254"),
    ("soa-42001.csv", "by hand", "a statement of ISO/IEC 42001, whose numbers look like ours"),
    ("spellings.csv", "by hand", "ids in seven spellings; a row of totals"),
    ("statement-2013.csv", "by hand", "controls of 2013"),
    ("statement-de-relevant.csv", "by hand", "German with other headings; per cent without a sign"),
    ("statement-de.xlsx", "openpyxl", "German; bare numbers; an exclusion without a reason"),
    ("statement-documents.csv", "by hand", "a document beside each control"),
    ("statement-en.ods", "LibreOffice", "the format of LibreOffice"),
    ("statement-en.xlsx", "openpyxl", "a title above, merged cells, a hidden row, column and sheet"),
    ("statement-es-aplica.csv", "Excel's way", "Spanish in windows-1252 with its own signs of question"),
    ("statement-es.csv", "by hand", "Spanish; UTF-8 with its mark"),
    ("statement-fr-mac.csv", "by hand", "French in Mac Roman"),
    ("statement-fr-retenue.csv", "Excel's way", "French in windows-1252 with œ; other headings"),
    ("statement-fr-utf16.txt", "Excel's way", "French in UTF-16 with tabs"),
    ("statement-fr-utf16be-unmarked.txt", "by hand", "French in UTF-16, the large end first, without its mark"),
    ("statement-fr.csv", "Excel's way", "French in windows-1252 with semicolons"),
    ("statement-it.csv", "by hand", "Italian"),
    ("statement-ja.csv", "by hand", "Japanese headings in Shift JIS"),
    ("statement-nl.csv", "by hand", "Dutch"),
    ("statement-pt.csv", "by hand", "Portuguese"),
    ("strict.xlsx", "openpyxl", "the strict namespaces of the format"),
    ("styled-libreoffice.xlsx", "LibreOffice", "styles, lists to choose from, rules, formulas, a chart, a table"),
    ("styled.xlsx", "openpyxl", "the same as openpyxl writes it"),
    ("themes.xlsx", "openpyxl", "a sheet for each theme; ids that are numbers, one of which lost its zero"),
    ("tiers.csv", "by hand", "tiers of the NIST CSF, in which partial is the first"),
    ("titles-only.csv", "by hand", "titles without ids"),
    (
        "two-heading-rows.xlsx",
        "openpyxl",
        "three lines of titles, headings in two rows, reasons for inclusion and exclusion",
    ),
    ("two-years.csv", "by hand", "the state of this year and of the last"),
    (
        "vda-isa-whole.csv",
        "the shape of VDA ISA",
        "numbers of another catalogue beside references to ours; levels in words, in which managed is the second",
    ),
    ("vda-isa.csv", "the shape of VDA ISA", "numbers of another catalogue"),
    ("whole-audit.csv", "by hand", "clauses and controls in one column; an auditor's words"),
];

fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// What the command says about a sheet, in one line.
fn outcome(path: &Path, empty: &str) -> String {
    let path = path.display().to_string();
    let output = run(&["import", &path, "--into", empty, "--format", "json"], b"");
    if code(&output) == 2 {
        let said = stderr(&output);
        let reason = said.trim().rsplit_once(": ").map_or(said.trim(), |(_, reason)| reason);
        // A reason may itself have a colon; what stands before it is the path.
        let whole = said.trim().split_once(&format!("{path}: ")).map_or(reason, |(_, reason)| reason);
        return format!("Not read: {whole}.");
    }
    let proposal: Value = serde_json::from_slice(output.stdout.trim_ascii()).expect("a proposal");
    let list = |name: &str| proposal[name].as_array().cloned().unwrap_or_default();
    let read: u64 = list("sheets").iter().filter_map(|sheet| sheet["read"].as_u64()).sum();
    let mut out = format!(
        "{} read, {}",
        counted(usize::try_from(read).unwrap_or_default(), "row"),
        counted(list("changes").len(), "change")
    );
    for (name, what) in [("refused", "not taken"), ("notices", "said beside")] {
        let key = if name == "refused" { "reason" } else { "kind" };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for one in list(name) {
            *counts.entry(one[key].as_str().unwrap_or_default().into()).or_default() += 1;
        }
        if !counts.is_empty() {
            let parts: Vec<_> = counts.iter().map(|(reason, count)| format!("{reason} ({count})")).collect();
            let _ = write!(out, "; {what}: {}", parts.join(", "));
        }
    }
    let unread: Vec<_> = list("sheets")
        .iter()
        .filter(|sheet| sheet["read"].as_u64() > Some(0))
        .flat_map(|sheet| sheet["unread"].as_array().cloned().unwrap_or_default())
        .filter_map(|column| column.as_str().map(|text| text.replace('|', "\\|")))
        .collect();
    if !unread.is_empty() {
        let _ = write!(out, "; columns not read: {}", unread.join(", "));
    }
    out.push('.');
    out
}

#[test]
fn the_page_says_what_comes_out_of_every_sheet() {
    let folder = TempDir::new().expect("a folder");
    let empty = write(&folder, "empty.json", &Assessment::new(Edition::E2022).to_json());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = root.join("tests/sheets/files");
    let mut there: Vec<_> = fs::read_dir(&files)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    there.sort_unstable();
    assert_eq!(there, FILES.map(|(name, _, _)| name), "every file has its row, in order");
    let mut page = String::from(
        "# Sheets of others\n\n\
         The sheets that the tests read, with what comes out of each for an empty assessment of 2022, by \
         `iso27001-readiness import`. The page reads more kinds: ODS, tables of web pages and of Markdown. \
         `SHEETS=write cargo test --features cli --test command fixtures` writes this page. The names of reasons and notices \
         are those of a proposal. The command's `fill`, and `fill` of the package, write answers back into each that is a \
         workbook (XLSX) or a text, with the same bytes.\n\n\
         | file | made by | what is odd | what came out |\n| --- | --- | --- | --- |\n",
    );
    for (name, made, odd) in FILES {
        let _ = writeln!(page, "| `{name}` | {made} | {odd} | {} |", outcome(&files.join(name), &empty));
    }
    let path = root.join("docs/sheets.md");
    if std::env::var_os("SHEETS").is_some_and(|said| said == "write") {
        fs::write(&path, &page).expect("written");
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), page, "SHEETS=write brings it up to date");
}
