//! OSCAL back in: findings, observations and implemented requirements as the rows of a sheet, so that they are proposed, shown
//! and taken as any other sheet is.

use super::grid::Sheet;
use crate::error::{ErrorCode, ReadinessError};
use crate::json::{Kind, Reader};
use std::collections::BTreeMap;

type Result<T> = std::result::Result<T, ReadinessError>;

const HEADINGS: [&str; 6] =
    ["Control", "Implementation status", "Justification for exclusion", "Owner", "Evidence", "Note"];
/// Models of OSCAL that say the state of requirements.
const MODELS: [&str; 4] =
    ["assessment-results", "system-security-plan", "component-definition", "plan-of-action-and-milestones"];

/// What one object says about a requirement.
#[derive(Default)]
struct Entry {
    uuid: String,
    title: String,
    description: String,
    remarks: String,
    id: String,
    state: String,
    answer: String,
    owner: String,
    is_provisional: bool,
    is_finding: bool,
    evidence: Vec<String>,
    /// Observations that it goes by.
    related: Vec<String>,
}

/// What is said about a requirement by all of them.
#[derive(Default)]
struct Row {
    status: String,
    reason: String,
    owner: String,
    evidence: Vec<String>,
    notes: Vec<String>,
}

/// Whether a text is OSCAL that can be read: an object of one of its models.
#[must_use]
pub fn is_oscal(text: &str) -> bool {
    let Ok(mut reader) = Reader::new(text.trim_start_matches('\u{feff}')) else { return false };
    let mut found = false;
    let read = reader.object(&mut |reader, key| {
        found |= MODELS.contains(&key);
        reader.skip()
    });
    read.is_ok() && found
}

/// The rows that a file of OSCAL has for requirements: ours with each answer, those of others with what their findings and
/// implemented requirements say.
///
/// # Errors
/// Those of reading JSON, and `wrong-format` for what is no OSCAL that says the state of requirements.
pub fn oscal(text: &str) -> Result<Sheet> {
    let mut reader = Reader::new(text.trim_start_matches('\u{feff}'))?;
    let mut model = None;
    let mut entries = Vec::new();
    reader.object(&mut |reader, key| {
        model = model.or_else(|| MODELS.into_iter().find(|model| *model == key));
        walk(reader, &mut entries)
    })?;
    reader.end()?;
    let Some(model) = model else {
        return Err(ReadinessError::new(ErrorCode::WrongFormat, "$", words!("error.oscal")));
    };
    let mut rows = vec![HEADINGS.map(String::from).to_vec()];
    for (id, row) in rows_of(entries) {
        let cells = [id, row.status, row.reason, row.owner, row.evidence.join("\n"), row.notes.join("\n")];
        rows.push(cells.to_vec());
    }
    Ok(Sheet { name: String::from(model), rows })
}

/// Whatever stands below, wherever the lists are.
fn walk(reader: &mut Reader<'_>, entries: &mut Vec<Entry>) -> Result<()> {
    match reader.kind() {
        Kind::Object => reader.object(&mut |reader, key| {
            let is_finding = key == "findings";
            if (is_finding || matches!(key, "observations" | "implemented-requirements"))
                && reader.kind() == Kind::Array
            {
                return reader.array(&mut |reader| {
                    let mut one = Entry { is_finding, ..Entry::default() };
                    entry(reader, &mut one)?;
                    entries.push(one);
                    Ok(())
                });
            }
            walk(reader, entries)
        }),
        Kind::Array => reader.array(&mut |reader| walk(reader, entries)),
        _ => reader.skip(),
    }
}

/// A text, or nothing where something else stands.
fn text(reader: &mut Reader<'_>) -> Result<String> {
    if reader.kind() == Kind::Text { reader.text() } else { reader.skip().map(|()| String::new()) }
}

fn entry(reader: &mut Reader<'_>, it: &mut Entry) -> Result<()> {
    if reader.kind() != Kind::Object {
        return reader.skip();
    }
    reader.object(&mut |reader, key| {
        match (key, reader.kind()) {
            ("uuid", _) => it.uuid = text(reader)?,
            ("title", _) => it.title = text(reader)?,
            ("description", _) => it.description = text(reader)?,
            ("remarks", _) => it.remarks = text(reader)?,
            ("control-id", _) => it.id = text(reader)?,
            ("target" | "implementation-status", Kind::Object) => target(reader, it)?,
            ("by-components", Kind::Array) => reader.array(&mut |reader| {
                let mut one = Entry::default();
                entry(reader, &mut one)?;
                // The least of what its components say.
                if it.state.is_empty() || rank(&one.state) < rank(&it.state) {
                    it.state = one.state;
                    it.remarks = one.remarks;
                }
                Ok(())
            })?,
            ("props", Kind::Array) => reader.array(&mut |reader| property(reader, it))?,
            ("relevant-evidence", Kind::Array) => reader.array(&mut |reader| evidence(reader, it))?,
            ("related-observations", Kind::Array) => {
                reader.array(&mut |reader| walk_texts(reader, "observation-uuid", &mut it.related))?
            }
            _ => reader.skip()?,
        }
        Ok(())
    })
}

/// The texts of one member of an object.
fn walk_texts(reader: &mut Reader<'_>, wanted: &str, found: &mut Vec<String>) -> Result<()> {
    if reader.kind() != Kind::Object {
        return reader.skip();
    }
    reader.object(&mut |reader, key| {
        if key == wanted {
            found.push(text(reader)?);
            return Ok(());
        }
        reader.skip()
    })
}

fn target(reader: &mut Reader<'_>, it: &mut Entry) -> Result<()> {
    reader.object(&mut |reader, key| match (key, reader.kind()) {
        ("target-id", _) => text(reader).map(|id| it.id = id),
        ("state", _) => text(reader).map(|state| it.state = state),
        ("remarks", _) => text(reader).map(|remarks| it.remarks = remarks),
        ("status", Kind::Object) => target(reader, it),
        _ => reader.skip(),
    })
}

fn property(reader: &mut Reader<'_>, it: &mut Entry) -> Result<()> {
    if reader.kind() != Kind::Object {
        return reader.skip();
    }
    let (mut name, mut value) = (String::new(), String::new());
    reader.object(&mut |reader, key| match key {
        "name" => text(reader).map(|text| name = text),
        "value" => text(reader).map(|text| value = text),
        _ => reader.skip(),
    })?;
    match name.as_str() {
        "answer" => it.answer = value,
        "owner" => it.owner = value,
        "provisional" => it.is_provisional = value == "true",
        "implementation-status" if it.state.is_empty() => it.state = value,
        _ => {}
    }
    Ok(())
}

fn evidence(reader: &mut Reader<'_>, it: &mut Entry) -> Result<()> {
    if reader.kind() != Kind::Object {
        return reader.skip();
    }
    let (mut href, mut label) = (String::new(), String::new());
    reader.object(&mut |reader, key| match key {
        "href" => text(reader).map(|text| href = text),
        "description" => text(reader).map(|text| label = plain(&text)),
        _ => reader.skip(),
    })?;
    it.evidence.push(match (label.is_empty() || label == href, href.is_empty()) {
        (true, _) => href,
        (false, true) => label,
        (false, false) => [&label, " <", &href, ">"].concat(),
    });
    Ok(())
}

/// The id of a requirement as sheets spell it: `A.5.1_question` and `a.5.1_obj.2` are A.5.1, `clause-4.1` is a clause.
fn spelled(id: &str) -> Option<String> {
    let id = id.split('_').next().unwrap_or_default();
    let clause = id.strip_prefix("clause-").map(|number| ["Clause ", number].concat());
    let id = clause.unwrap_or_else(|| String::from(id));
    super::ids::spelled(&id).map(|_| id)
}

/// The less, the further from done.
fn rank(state: &str) -> u8 {
    match state {
        "not-satisfied" | "planned" | "not-implemented" => 0,
        "partial" | "partially-implemented" => 1,
        "satisfied" | "implemented" | "alternative" => 2,
        _ => 3,
    }
}

/// Prose without the signs that keep it from being mark-up.
fn plain(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len());
    let mut signs = prose.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => out.extend(signs.next()),
            _ => out.push(sign),
        }
    }
    out.replace("&#64;", "@").replace("&amp;", "&")
}

fn rows_of(entries: Vec<Entry>) -> Vec<(String, Row)> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows: Vec<(String, Row, String)> = Vec::new();
    // Observations by their names, for the findings that go by them.
    let mut of_uuid: BTreeMap<String, usize> = BTreeMap::new();
    for (index, one) in entries.iter().enumerate() {
        of_uuid.insert(one.uuid.clone(), index);
    }
    for one in &entries {
        let is_ours = !one.answer.is_empty();
        let said = if one.id.is_empty() && is_ours { one.title.split(' ').next().unwrap_or_default() } else { &one.id };
        let is_clause = is_ours && said.starts_with(|sign: char| sign.is_ascii_digit());
        let prefixed = if is_clause { ["clause-", said].concat() } else { String::from(said) };
        let Some(id) = spelled(&prefixed) else { continue };
        let place = *places.entry(id.to_ascii_lowercase()).or_insert_with(|| {
            rows.push((id, Row::default(), String::new()));
            rows.len().saturating_sub(1)
        });
        let Some((_, row, state)) = rows.get_mut(place) else { continue };
        if is_ours {
            ours(one, row);
            continue;
        }
        // What we have written beside an answer says nothing more.
        let linked: Vec<&Entry> = one.related.iter().filter_map(|uuid| entries.get(*of_uuid.get(uuid)?)).collect();
        if linked.iter().any(|other| !other.answer.is_empty()) {
            continue;
        }
        if !one.state.is_empty() && (state.is_empty() || rank(&one.state) < rank(state)) {
            state.clone_from(&one.state);
            row.status = one.state.replace('-', " ");
        }
        if one.state == "not-applicable" {
            row.reason = plain(&one.remarks);
        } else {
            note(row, &one.remarks);
        }
        for other in std::iter::once(&one).filter(|one| one.is_finding).chain(&linked) {
            note(row, &other.description);
            for line in &other.evidence {
                if !row.evidence.contains(line) {
                    row.evidence.push(line.clone());
                }
            }
        }
    }
    rows.into_iter().map(|(id, row, _)| (id, row)).collect()
}

fn note(row: &mut Row, text: &str) {
    let text = plain(text);
    if !text.is_empty() && !row.notes.contains(&text) {
        row.notes.push(text);
    }
}

/// An answer of ours. One that an area gave is none of the requirement's own.
fn ours(one: &Entry, row: &mut Row) {
    if !one.is_provisional {
        row.status.clone_from(&one.answer);
    }
    if one.answer == "not-applicable" {
        row.reason = plain(one.description.split_once(": ").map_or("", |(_, reason)| reason));
    }
    row.owner.clone_from(&one.owner);
    row.evidence.clone_from(&one.evidence);
    if !one.remarks.is_empty() {
        row.notes = vec![plain(&one.remarks)];
    }
}
