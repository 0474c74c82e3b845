//! One workbook of everything.

use super::escape::{guard, markup};
use super::source::{Source, joined};
use super::statement_table::statement;
use super::summary::{about, gates, results};
use super::table::{Cell, Column, Table, figure};
use super::time::instant;
use super::worklists::{documents, gaps, plan};
use crate::archive::stored;
use crate::json::push_integer;
use crate::text::{clean, column_letters, named};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// Styles by number: 0 text in lines, 1 heading, 2 figure, 3 name. Text is set as text, so that what is typed over it
/// stays text.
const STYLES: &str = include_str!("styles.xml");
/// More than a cell may hold, in UTF-16 code units, is refused by spreadsheets as a damaged file.
pub(crate) const MOST_IN_CELL: usize = 32_000;
/// The longest list to choose from that can be written in place, in UTF-16 code units.
const MOST_IN_LIST: usize = 255;
/// The most lines that a row is made high for.
const MOST_LINES: usize = 30;

fn number(out: &mut String, value: usize) {
    push_integer(out, u64::try_from(value).unwrap_or(u64::MAX));
}

fn counted(value: usize) -> String {
    let mut out = String::new();
    number(&mut out, value);
    out
}

/// How many UTF-16 code units a text has.
pub(crate) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The beginning of a text that fits into a cell.
fn cut(text: &str) -> &str {
    let mut left = MOST_IN_CELL;
    for (at, sign) in text.char_indices() {
        match left.checked_sub(sign.len_utf16()) {
            Some(rest) => left = rest,
            None => return text.get(..at).unwrap_or(text),
        }
    }
    text
}

/// Text of a cell. An underscore that would look like an escape of the format is escaped itself.
pub(crate) fn written(out: &mut String, text: &str) {
    let clean = clean(text);
    let guarded = guard(&clean);
    let mut rest = cut(&guarded);
    while let Some(at) = rest.find('_') {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        markup(out, before);
        let after = after.strip_prefix('_').unwrap_or(after);
        let is_escape = matches!(after.as_bytes(), [b'x', code @ ..] if matches!(code, [a, b, c, d, b'_', ..]
            if [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit)));
        out.push_str(if is_escape { "_x005F_" } else { "_" });
        rest = after;
    }
    markup(out, rest);
}

fn cell(out: &mut String, value: &Cell<'_>, column: usize, row: usize, style: usize) {
    out.push_str("<c r=\"");
    out.push_str(&column_letters(column));
    number(out, row);
    out.push_str("\" s=\"");
    let text = value.text();
    if value.is_number() {
        out.push_str("2\"><v>");
        out.push_str(&text);
        out.push_str("</v></c>");
        return;
    }
    number(out, style);
    if text.is_empty() {
        out.push_str("\"/>");
        return;
    }
    out.push_str("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    written(out, &text);
    out.push_str("</t></is></c>");
}

/// Lists to choose from; one that cannot be written in place is left out.
fn choices(out: &mut String, table: &Table<'_>) {
    let mut lists = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let list = joined(&column.options, ",");
        let is_plain = column.options.iter().all(|option| !option.contains([',', '"']));
        if column.options.is_empty() || units(&list) > MOST_IN_LIST || !is_plain || table.rows.is_empty() {
            continue;
        }
        let mut of = String::from("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"");
        let last = counted(table.rows.len().saturating_add(1));
        of.push_str(&[&column_letters(index), "2:", &column_letters(index), &last].concat());
        of.push_str("\"><formula1>\"");
        markup(&mut of, &list);
        of.push_str("\"</formula1></dataValidation>");
        lists.push(of);
    }
    if !lists.is_empty() {
        out.push_str("<dataValidations count=\"");
        number(out, lists.len());
        out.push_str("\">");
        out.push_str(&lists.concat());
        out.push_str("</dataValidations>");
    }
}

/// About as high as its text; a spreadsheet that is edited finds the height itself.
fn height(out: &mut String, row: &[Cell<'_>], columns: &[Column<'_>]) {
    let mut most = 0;
    for (value, column) in row.iter().zip(columns) {
        let width = usize::try_from(column.width).unwrap_or(1).max(1);
        let lines = |text: &str| text.split('\n').map(|line| units(line).div_ceil(width).max(1)).sum::<usize>();
        most = lines(&value.text()).max(most);
    }
    let lines = most.min(MOST_LINES);
    if lines > 1 {
        // 13.5 points a line.
        out.push_str(" ht=\"");
        figure(out, i32::try_from(lines).unwrap_or(0).saturating_mul(1350));
        out.push('"');
    }
}

fn worksheet(table: &Table<'_>, is_headed: bool) -> String {
    let heads: Vec<Cell<'_>> = table.columns.iter().map(|column| Cell::from(column.label)).collect();
    let mut out = String::from(HEAD);
    out.push_str(&["<worksheet xmlns=\"", MAIN, "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"].concat());
    out.push_str("<sheetViews><sheetView workbookViewId=\"0\">");
    if is_headed {
        out.push_str(
            "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>",
        );
        out.push_str("<selection pane=\"bottomRight\" activeCell=\"B2\" sqref=\"B2\"/>");
    }
    out.push_str("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"13.5\"/><cols>");
    for (index, column) in table.columns.iter().enumerate() {
        let place = counted(index.saturating_add(1));
        out.push_str(&["<col min=\"", &place, "\" max=\"", &place, "\" width=\""].concat());
        push_integer(&mut out, u64::from(column.width));
        out.push_str("\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    let rows = is_headed.then_some(&heads).into_iter().chain(&table.rows);
    let mut last = 0_usize;
    for (index, row) in rows.enumerate() {
        last = index.saturating_add(1);
        out.push_str("<row r=\"");
        number(&mut out, last);
        out.push('"');
        height(&mut out, row, &table.columns);
        out.push('>');
        for (column, value) in row.iter().enumerate() {
            let style = match (is_headed && index == 0, column) {
                (true, _) => 1,
                (false, 0) => 3,
                (false, _) => 0,
            };
            cell(&mut out, value, column, last, style);
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if is_headed {
        let end = [column_letters(table.columns.len().saturating_sub(1)), counted(last)].concat();
        out.push_str(&["<autoFilter ref=\"A1:", &end, "\"/>"].concat());
        choices(&mut out, table);
    }
    out.push_str("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>");
    out.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
    out.push_str("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
    out
}

fn summary<'a>(source: &Source<'a>) -> Table<'a> {
    let mut rows = Vec::new();
    for fact in about(source).into_iter().chain(results(source)) {
        rows.push(vec![Cell::Text(fact.label), Cell::Text(fact.value)]);
    }
    for row in gates(source).rows {
        let [stage, title, state, missing] = row.as_slice() else { continue };
        let label = source.words.filled("exports.gate.stage", &[("n", &stage.text())]);
        let state = named(&title.text(), &state.text());
        let missing = missing.text();
        let lines = [state.as_str(), &missing];
        rows.push(vec![label.into(), joined(lines.into_iter().filter(|line| !line.is_empty()), "\n").into()]);
    }
    Table {
        name: "summary",
        title: source.t("exports.summary"),
        columns: vec![Column::new("name", "", 34), Column::new("value", "", 90)],
        rows,
        tone: None,
    }
}

/// The summary says where it all comes from; the sheets beside it need not repeat it in every row.
fn without_basis<'a>(table: Table<'a>) -> Table<'a> {
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key).filter(|key| *key != "basis").collect();
    table.only(&keys)
}

fn attribute(text: &str) -> String {
    let mut out = String::new();
    markup(&mut out, text);
    out
}

/// The workbook of an assessment, the same bytes each time.
pub(super) fn xlsx(source: &Source<'_>) -> Vec<u8> {
    let tables = [
        summary(source),
        without_basis(statement(source)),
        without_basis(gaps(source)),
        without_basis(plan(source)),
        without_basis(documents(source)),
    ];
    let names = tables.each_ref().map(|table| source.words.named("exports.sheet", table.name));
    workbook(&tables, &names, true, &properties(source))
}

/// A workbook of tables. The first of them may be a summary, which has no line of headings.
pub(super) fn workbook(tables: &[Table<'_>], names: &[&str], is_first_bare: bool, properties: &str) -> Vec<u8> {
    let (mut overrides, mut listed, mut defined, mut relations) =
        (String::new(), String::new(), String::new(), String::new());
    let mut sheets = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        let place = counted(index.saturating_add(1));
        let name = attribute(names.get(index).copied().unwrap_or_default());
        let is_headed = index > 0 || !is_first_bare;
        overrides.push_str(&content_type(
            &["xl/worksheets/sheet", &place, ".xml"].concat(),
            "officedocument.spreadsheetml.worksheet",
        ));
        listed.push_str(&["<sheet name=\"", &name, "\" sheetId=\"", &place, "\" r:id=\"s", &place, "\"/>"].concat());
        relations.push_str(&relation(
            &["s", &place].concat(),
            &[OFFICE, "/worksheet"].concat(),
            &["worksheets/sheet", &place, ".xml"].concat(),
        ));
        if is_headed {
            let sheet = ["'", &name.replace('\'', "''"), "'!"].concat();
            let local = counted(index);
            let end = [
                "$",
                &column_letters(table.columns.len().saturating_sub(1)),
                "$",
                &counted(table.rows.len().saturating_add(1)),
            ]
            .concat();
            defined.push_str("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"");
            defined.push_str(&[&local, "\" hidden=\"1\">", &sheet, "$A$1:", &end, "</definedName>"].concat());
            defined.push_str("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"");
            defined.push_str(&[&local, "\">", &sheet, "$1:$1</definedName>"].concat());
        }
        sheets.push((["xl/worksheets/sheet", &place, ".xml"].concat(), worksheet(table, is_headed)));
    }
    relations.push_str(&relation("styles", &[OFFICE, "/styles"].concat(), "styles.xml"));
    let part = |name: &str, text: &[&str]| (String::from(name), [HEAD, &text.concat()].concat());
    let mut parts = vec![
        part(
            "[Content_Types].xml",
            &[
                "<Types xmlns=\"",
                PACKAGE,
                "/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
                &content_type("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"),
                &overrides,
                &content_type("xl/styles.xml", "officedocument.spreadsheetml.styles"),
                &content_type("docProps/core.xml", "package.core-properties"),
                "</Types>",
            ],
        ),
        part(
            "_rels/.rels",
            &[
                "<Relationships xmlns=\"",
                PACKAGE,
                "/relationships\">",
                &relation("r1", &[OFFICE, "/officeDocument"].concat(), "xl/workbook.xml"),
                &relation("r2", &[PACKAGE, "/relationships/metadata/core-properties"].concat(), "docProps/core.xml"),
                "</Relationships>",
            ],
        ),
        part("docProps/core.xml", &[properties]),
        part(
            "xl/workbook.xml",
            &[
                "<workbook xmlns=\"",
                MAIN,
                "\" xmlns:r=\"",
                OFFICE,
                "\"><sheets>",
                &listed,
                "</sheets><definedNames>",
                &defined,
                "</definedNames></workbook>",
            ],
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            &["<Relationships xmlns=\"", PACKAGE, "/relationships\">", &relations, "</Relationships>"],
        ),
        part("xl/styles.xml", &[STYLES]),
    ];
    parts.extend(sheets);
    stored(&parts)
}

fn content_type(part: &str, kind: &str) -> String {
    let kind = ["application/vnd.openxmlformats-", kind, "+xml"].concat();
    ["<Override PartName=\"/", part, "\" ContentType=\"", &kind, "\"/>"].concat()
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    ["<Relationship Id=\"", id, "\" Type=\"", kind, "\" Target=\"", target, "\"/>"].concat()
}

fn properties(source: &Source<'_>) -> String {
    let stamp = |name: &str, time: &str| match instant(time) {
        Some(time) => ["<dcterms:", name, " xsi:type=\"dcterms:W3CDTF\">", time, "</dcterms:", name, ">"].concat(),
        None => String::new(),
    };
    let times = [stamp("created", source.assessment.created()), stamp("modified", source.assessment.modified())];
    titled(source.t("exports.heading"), &times.concat())
}

/// The properties of a workbook: its title, and its times if there are any.
pub(super) fn titled(title: &str, times: &str) -> String {
    [
        "<cp:coreProperties xmlns:cp=\"",
        PACKAGE,
        "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>",
        &attribute(title),
        "</dc:title>",
        times,
        "</cp:coreProperties>",
    ]
    .concat()
}
