//! The project's own fact tables, row by row.

use crate::rows::{BOTH, controls};
use iso27001_readiness::catalog::{self, Demand, DocumentKind, Edition};
use std::collections::BTreeMap;
use std::path::Path;

type Row = BTreeMap<String, String>;

/// One line of a CSV file: fields with or without quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => field.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(character),
        }
    }
    fields.push(field);
    fields
}

fn table(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/facts").join(name).with_extension("csv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names = fields(lines.next().unwrap());
    lines
        .map(|line| {
            let row = fields(line);
            assert_eq!(row.len(), names.len(), "{line}");
            names.iter().cloned().zip(row).collect()
        })
        .collect()
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(';').filter(|item| !item.is_empty()).collect()
}

#[test]
fn the_clauses_are_those_of_the_fact_tables() {
    for edition in BOTH {
        let rows = table(&format!("clauses_{}", edition.year()));
        let expected: Vec<_> = rows.iter().map(|row| (&*row["id"], &*row["parent"], &*row["title"])).collect();
        let clauses = edition.clauses().iter();
        let found: Vec<_> =
            clauses.map(|clause| (clause.id, clause.parent.unwrap_or_default(), clause.title)).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_controls_of_2013_are_those_of_the_fact_table() {
    let rows = table("controls_2013");
    let expected: Vec<_> = rows
        .iter()
        .map(|row| ["id", "group", "group_title", "category", "category_title", "title"].map(|name| &*row[name]))
        .collect();
    let found: Vec<_> = controls(Edition::E2013)
        .map(|control| {
            let (group, category) = (control.group().unwrap(), control.category().unwrap());
            [control.id(), group.id, group.title, category.id, category.title, control.title()]
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_controls_of_2022_are_those_of_the_fact_table() {
    let rows = table("controls_2022");
    let expected: Vec<_> =
        rows.iter().map(|row| (&*row["id"], &*row["theme"], &*row["title"], row["is_new"] == "true")).collect();
    let found: Vec<_> = controls(Edition::E2022)
        .map(|control| (control.id(), control.group().unwrap().title, control.title(), control.is_new()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_links_are_those_of_the_fact_table() {
    let rows = table("mapping_2013_2022");
    let expected: Vec<_> = rows.iter().map(|row| (&*row["old_id"], &*row["new_id"])).collect();
    assert_eq!(catalog::links(), expected);
}

#[test]
fn the_areas_are_those_of_the_fact_table() {
    let rows = table("areas");
    for edition in BOTH {
        let expected: Vec<_> = rows
            .iter()
            .filter(|row| row["edition"] == edition.year())
            .map(|row| (&*row["key"], &*row["title"], list(&row["refs"])))
            .collect();
        let found: Vec<_> = edition.areas().iter().map(|area| (area.key, area.title, area.refs.to_vec())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_documents_are_those_of_the_fact_table() {
    let rows = table("documents");
    assert_eq!(rows.len(), catalog::documents().len());
    for (row, document) in rows.iter().zip(catalog::documents()) {
        assert_eq!(document.key, row["key"]);
        assert_eq!(document.name, row["name"]);
        assert_eq!(document.source_line.unwrap_or_default(), row["source_line"], "{}", document.key);
        assert_eq!(document.refs(Edition::E2013), list(&row["refs_2013"]), "{}", document.key);
        assert_eq!(document.refs(Edition::E2022), list(&row["refs_2022"]), "{}", document.key);
        let kind = match document.kind {
            DocumentKind::Document => "document",
            DocumentKind::Record => "record",
        };
        assert_eq!(kind, row["kind"], "{}", document.key);
        assert_eq!(document.core.to_string(), row["core"], "{}", document.key);
        for edition in BOTH {
            let demand = document.demand(edition).map(Demand::as_str).unwrap_or_default();
            assert_eq!(demand, row[&format!("demand_{}", edition.year())], "{}", document.key);
        }
    }
}

#[test]
fn weights_gravities_and_exclusions_are_those_of_the_fact_tables() {
    for edition in BOTH {
        let of =
            |name: &str| table(name).into_iter().filter(|row| row["edition"] == edition.year()).collect::<Vec<_>>();
        let rows = of("requirements");
        let expected: Vec<_> =
            rows.iter().map(|row| ["id", "weight", "gravity"].map(|name| row[name].clone())).collect();
        let clauses = edition.requirements().filter(|one| !one.is_control());
        let found: Vec<_> = clauses
            .map(|one| [one.id().to_owned(), one.weight().to_string(), one.gravity().unwrap().as_str().to_owned()])
            .collect();
        assert_eq!(found, expected);
        let rows = of("exclusions");
        let expected: Vec<_> = rows.iter().map(|row| (&*row["id"], &*row["exclusion"])).collect();
        let found: Vec<_> = controls(edition).map(|one| (one.id(), one.exclusion().unwrap().as_str())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_gates_are_those_of_the_fact_table() {
    let rows = table("gates");
    assert_eq!(rows.len(), catalog::gates().len());
    for (row, gate) in rows.iter().zip(catalog::gates()) {
        assert_eq!(gate.id, row["id"]);
        assert_eq!(gate.title, row["title"]);
        assert_eq!(gate.stage.number().to_string(), row["stage"], "{}", gate.id);
        assert_eq!(gate.refs(Edition::E2013), list(&row["refs_2013"]), "{}", gate.id);
        assert_eq!(gate.refs(Edition::E2022), list(&row["refs_2022"]), "{}", gate.id);
        assert_eq!(gate.documents, list(&row["documents"]), "{}", gate.id);
        assert_eq!(gate.least.as_str(), row["least"], "{}", gate.id);
    }
}

#[test]
fn the_audit_days_are_those_of_the_fact_table() {
    for row in table("audit_days") {
        let [from, to] = ["persons_from", "persons_to"].map(|name| row[name].parse::<u32>().unwrap());
        let (whole, half) = row["days"].split_once('.').unwrap_or((&row["days"], "0"));
        let tenths = whole.parse::<u32>().unwrap() * 10 + half.parse::<u32>().unwrap();
        let band = catalog::audit_days(from).unwrap();
        assert_eq!((band.persons_from, band.persons_to, band.tenths), (from, to, tenths));
    }
    assert_eq!(table("audit_days").len(), 22);
}
