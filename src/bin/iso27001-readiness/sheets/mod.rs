//! Bytes of a spreadsheet to grids of text, within the same bounds as the page's reader. Nothing in them is computed,
//! followed or run.

mod delimited;
mod encoding;
mod number;
mod xlsx;

use std::path::Path;

use iso27001_readiness::ReadinessError;
use iso27001_readiness::assessment::Assessment;
use iso27001_readiness::fill::{self, Filled, MAX_SPREADSHEET};
use iso27001_readiness::import::{Options, Sheet, is_oscal, oscal};

use crate::failure::Failure;
use crate::files;

/// Cells that hold something, in all sheets.
const MOST_CELLS: usize = 200_000;
/// Places of all sheets, blank ones included.
const MOST_PLACES: usize = 1_000_000;
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 1000;
const MOST_SHEETS: usize = 100;
/// As much as a spreadsheet itself puts into a cell.
const MOST_IN_CELL: usize = 32_767;

const TOO_LARGE: &str = words!("command.sheet.large");
const DAMAGED: &str = words!("command.sheet.damaged");
const NO_SHEET: &str = words!("command.sheet.other");
/// How a compound file begins: an old workbook, or any with a password.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// How binary files of other kinds begin.
const OTHERS: [&[u8]; 10] =
    [b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc", b"\x1f\x8b", b"BM"];

/// Why a file is not read.
type Result<T> = std::result::Result<T, String>;

/// What was read.
#[derive(Debug)]
pub struct Read {
    pub sheets: Vec<Sheet>,
    /// What is to be known beside them, each a line.
    pub notices: Vec<String>,
}

/// The sheets of a file, or of standard input for `-`.
pub fn read(path: &Path) -> std::result::Result<Read, Failure> {
    read_with_bytes(path).map(|(_, read)| read)
}

/// The same, and the file itself.
pub fn read_with_bytes(path: &Path) -> std::result::Result<(Vec<u8>, Read), Failure> {
    let bytes = files::bytes_up_to(path, MAX_SPREADSHEET)?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = of_bytes(&bytes, &name).map_err(|reason| Failure::about(files::name(path), reason))?;
    Ok((bytes, read))
}

/// The file that these sheets were read from, with the answers of an assessment in its cells.
pub fn fill(
    bytes: &[u8],
    sheets: &[Sheet],
    assessment: &Assessment,
    options: &Options,
) -> std::result::Result<Filled, ReadinessError> {
    let [sheet] = sheets else { return fill::workbook(bytes, sheets, assessment, options) };
    if bytes.starts_with(b"PK") {
        return fill::workbook(bytes, sheets, assessment, options);
    }
    let encoding::Found { encoding, mark, .. } = encoding::encoding_of(bytes);
    let (start, rest) = bytes.split_at_checked(mark).unwrap_or((&[], bytes));
    let text = encoding.decode_without_bom_handling(rest).0;
    let encode = |text: &str| encoding::encode(text, encoding);
    let file = fill::TextFile { bytes: rest, text: &text, encode: &encode };
    let mut filled = fill::delimited(&file, sheet, assessment, options)?;
    filled.bytes.splice(..0, start.iter().copied());
    Ok(filled)
}

fn of_bytes(bytes: &[u8], name: &str) -> Result<Read> {
    if bytes.len() > MAX_SPREADSHEET {
        return Err(TOO_LARGE.into());
    }
    if bytes.iter().all(|byte| matches!(byte, 0 | b' ' | 9..=13)) {
        return Err(words!("command.sheet.empty").into());
    }
    if bytes.starts_with(&COMPOUND) {
        return Err(words!("command.sheet.compound").into());
    }
    if OTHERS.iter().any(|start| bytes.starts_with(start)) {
        return Err(NO_SHEET.into());
    }
    let mut grid = Grid::default();
    if bytes.starts_with(b"PK") {
        xlsx::read(bytes, &mut grid)?;
    } else {
        let (text, encoding) = encoding::decode(bytes);
        if text.trim_start().starts_with('{') && is_oscal(&text) {
            let sheet = oscal(&text).map_err(|error| error.to_string())?;
            return Ok(Read { sheets: vec![sheet], notices: Vec::new() });
        }
        // What is no text in any encoding shows as signs that no text has.
        if text.chars().take(4000).any(|sign| matches!(sign, '\0'..='\u{8}' | '\u{e}'..='\u{1a}')) {
            return Err(NO_SHEET.into());
        }
        if let Some(encoding) = encoding {
            grid.notices.push(format!(words!("command.sheet.encoding"), encoding = encoding));
        }
        delimited::read(&text, name, &mut grid)?;
    }
    for sheet in &mut grid.sheets {
        for row in &mut sheet.rows {
            while row.last().is_some_and(|cell| cell.trim().is_empty()) {
                row.pop();
            }
        }
        while sheet.rows.last().is_some_and(Vec::is_empty) {
            sheet.rows.pop();
        }
    }
    Ok(Read { sheets: grid.sheets, notices: grid.notices })
}

/// Sheets that are being filled, and how much they hold.
#[derive(Default)]
struct Grid {
    sheets: Vec<Sheet>,
    notices: Vec<String>,
    cells: usize,
    places: usize,
}

impl Grid {
    fn begin(&mut self, name: &str) -> Result<()> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(TOO_LARGE.into());
        }
        self.sheets.push(Sheet { name: name.into(), rows: Vec::new() });
        Ok(())
    }

    /// Puts a text into its place of the last sheet, which grows for it.
    fn put(&mut self, row: usize, column: usize, text: String) -> Result<()> {
        let Some(sheet) = self.sheets.last_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        if column >= MOST_COLUMNS {
            let notice = format!(words!("command.sheet.columns"), sheet = sheet.name, most = MOST_COLUMNS);
            if !self.notices.contains(&notice) {
                self.notices.push(notice);
            }
            return Ok(());
        }
        self.cells = self.cells.saturating_add(1);
        if row >= MOST_ROWS || self.cells > MOST_CELLS {
            return Err(TOO_LARGE.into());
        }
        if sheet.rows.len() <= row {
            sheet.rows.resize_with(row.saturating_add(1), Vec::new);
        }
        let Some(cells) = sheet.rows.get_mut(row) else { return Ok(()) };
        let width = column.saturating_add(1);
        self.places = self.places.saturating_add(width.saturating_sub(cells.len()));
        if self.places > MOST_PLACES {
            return Err(TOO_LARGE.into());
        }
        if cells.len() < width {
            cells.resize_with(width, String::new);
        }
        let text = if text.len() > MOST_IN_CELL && text.chars().count() > MOST_IN_CELL {
            let place = row.saturating_add(1);
            self.notices.push(format!(
                words!("command.sheet.cut"),
                sheet = sheet.name,
                row = place,
                most = MOST_IN_CELL
            ));
            text.chars().take(MOST_IN_CELL).collect()
        } else {
            text
        };
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Read, read};
    use std::path::Path;

    fn file(name: &str) -> Read {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/files").join(name);
        read(&path).map_err(|failure| format!("{name}: {failure:?}")).unwrap()
    }

    fn rows(name: &str) -> Vec<Vec<String>> {
        file(name).sheets.remove(0).rows
    }

    /// The same as `tests/sheets` expects of the page's reader.
    #[test]
    fn a_workbook_is_read_as_it_shows() {
        let statement = file("statement-en.xlsx");
        let names: Vec<_> = statement.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["SoA", "Notes", "Old"]);
        assert!(
            statement.notices.contains(&"Old: The sheet is hidden in the workbook and was read all the same.".into()),
            "{:?}",
            statement.notices
        );
        assert!(statement.notices.contains(&"SoA: Hidden columns were read all the same.".into()));
        let rows_hidden = "SoA, row 7: Hidden rows were read all the same: 1.";
        assert!(statement.notices.contains(&rows_hidden.into()), "{:?}", statement.notices);
        let rows_of = &statement.sheets[0].rows;
        assert_eq!((rows_of.len(), rows_of[2].len()), (8, 0));
        assert_eq!(
            rows_of[4],
            [
                "A.5.1",
                "Policies for information security",
                "Yes",
                "Risk R1",
                "Implemented",
                "Ana",
                "2027-01-31",
                "https://example.com/p",
                "1"
            ]
        );
        assert_eq!(rows_of[7][4], "Not implemented", "of a merged range");
        assert_eq!(rows_of[7][6], "2027-03-31 12:30");
        assert_eq!(rows("strict.xlsx"), *rows_of);
        assert_eq!(rows("calendar-1904.xlsx")[1][2], "2027-01-31");
    }

    #[test]
    fn numbers_truth_errors_and_runs_look_as_they_look() {
        let numbers: Vec<_> = rows("numbers.xlsx").into_iter().map(|row| [row[0].clone(), row[2].clone()]).collect();
        let expected = [
            ["Control", "Compliance"],
            ["5.1", "100%"],
            ["5.10", "50%"],
            ["5.7", "25%"],
            ["8.28", "0%"],
            ["2026-01-07", "75%"],
        ];
        assert_eq!(numbers, expected);
        let cells = rows("cells.xlsx");
        assert_eq!(cells[1], ["A.5.1", "TRUE", "rich text whole"]);
        assert_eq!(cells[2], ["A.5.7"]);
        assert_eq!(cells[3], ["A.8.28", "#N/A", "A stays"]);
        assert_eq!(rows("computed.xlsx")[2][1], "2", "what a formula last came to");
    }

    #[test]
    fn every_encoding_shows_the_same_letters() {
        let french = rows("statement-fr.csv");
        assert_eq!(french[2][4..6], ["Partiellement conforme", "Noël"]);
        for name in ["statement-fr-mac.csv", "statement-fr-utf16.txt", "statement-fr-utf16be-unmarked.txt"] {
            assert_eq!(rows(name), french, "{name}");
        }
        for (name, encoding, note) in [
            ("notes-1250.csv", "windows-1250", "Zásady bezpečnosti informací – příloha č. 1, žádost"),
            ("notes-1251.csv", "windows-1251", "Политика информационной безопасности утверждена"),
            ("notes-1253.csv", "windows-1253", "Πολιτική ασφάλειας πληροφοριών, εγκρίθηκε"),
            ("notes-1254.csv", "windows-1254", "Bilgi güvenliği politikası hazır, işlem onaylandı"),
            ("notes-shift-jis.csv", "Shift_JIS", "情報セキュリティの方針は承認されました"),
            ("notes-gb18030.csv", "gb18030", "信息安全方针已经批准，并已传达给全体员工"),
            ("short-italian.csv", "windows-1252", "Sì"),
            ("short-spanish.csv", "windows-1252", "¿Está aprobada? Año 2026, ¡sí!"),
            ("short-portuguese.csv", "windows-1252", "Não há exceções à política"),
            ("short-danish.csv", "windows-1252", "Går igennem på møde, ændres årligt"),
            ("short-swedish.csv", "windows-1252", "Säkerhetsåtgärder införs på årsmötet"),
            ("short-turkish.csv", "windows-1254", "Şifreleme hazır değil"),
            ("short-polish.csv", "windows-1250", "Wdrożone częściowo, brak środków"),
            ("short-czech.csv", "windows-1250", "Řízení přístupů zavedeno částečně"),
            ("short-hungarian.csv", "windows-1250", "Az előírás megvan, felülvizsgálat jövőre"),
            ("short-korean.csv", "EUC-KR", "정책 승인"),
        ] {
            let read = file(name);
            assert_eq!(read.sheets[0].rows[1][2], note);
            assert_eq!(read.notices, [format!("not UTF-8: read as {encoding}")]);
        }
        assert_eq!(rows("separator-line.csv")[1..], [["Control", "Status"], ["A.5.1", "Implemented"]]);
    }
}
