//! That all of it is there, and every line of the files is read.

use super::{BOTH, none, pieces, taken_from, words};
use iso27001_readiness::catalog::{self, Edition, Requirement};
use iso27001_readiness::questionnaire;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn every_requirement_reads_complete_in_both_editions() {
    let mut missing = Vec::new();
    for requirement in BOTH.iter().flat_map(|edition| edition.requirements()) {
        let question = questionnaire::question(requirement);
        let [absent, ad_hoc, developing, defined] = question.asked.lines;
        let named = if requirement.is_control() { question.exclusion_text } else { question.short_name };
        let texts = [
            ("statement", question.asked.statement),
            ("0", absent),
            ("1", ad_hoc),
            ("2", developing),
            ("3", defined),
            ("example", question.asked.example),
            ("guidance", question.guidance),
            ("sampling", question.sampling),
            ("common finding", question.common_finding),
            ("next step", question.next_step),
            ("small organisations", question.small_organisations),
            ("exclusion or short name", named),
        ];
        let place = |field: &str| format!("{} {}: {field}", requirement.edition().year(), requirement.id());
        missing.extend(texts.iter().filter(|(_, text)| text.is_empty()).map(|(field, _)| place(field)));
        missing.extend(question.kinds.is_empty().then(|| place("kinds")));
        missing.extend((!(2..=4).contains(&question.evidence.len())).then(|| place("evidence")));
    }
    none("missing", missing);
}

#[test]
fn every_area_reads_complete_in_both_editions() {
    let mut missing = Vec::new();
    for edition in BOTH {
        for (index, area) in edition.areas().iter().enumerate() {
            let asked = questionnaire::area(edition, index);
            let mut texts = vec![asked.statement, asked.example];
            texts.extend(asked.levels());
            assert_eq!(texts.len(), 8);
            missing.extend(
                texts.iter().filter(|text| text.is_empty()).map(|_| format!("{} {}", edition.year(), area.key)),
            );
        }
    }
    none("missing", missing);
}

#[test]
fn every_document_has_its_advice_and_an_outline() {
    for document in catalog::documents() {
        let advice = questionnaire::document_advice(document);
        let texts = [advice.holds, advice.length, advice.signed_by, advice.checked_first, advice.next_step];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}", document.key);
        assert!((5..=12).contains(&advice.outline.len()), "{}", document.key);
        let headings: BTreeSet<_> = advice.outline.iter().map(|section| section.heading).collect();
        assert_eq!(headings.len(), advice.outline.len(), "{}", document.key);
    }
}

/// Every block of the files: its head, and its lines by key.
fn blocks() -> Vec<(String, Vec<(String, String)>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages/en/statements");
    let mut blocks: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|end| end != "txt") {
            continue;
        }
        for line in std::fs::read_to_string(path).unwrap().lines().filter(|line| !line.is_empty()) {
            if let Some(head) = line.strip_prefix("== ") {
                blocks.push((head.into(), Vec::new()));
            } else if !line.starts_with('#') {
                let (key, text) = line.split_once(": ").unwrap();
                blocks.last_mut().unwrap().1.push((key.into(), text.into()));
            }
        }
    }
    blocks
}

#[test]
fn every_block_of_the_files_is_somebodys_and_none_stands_twice() {
    let mut expected: Vec<_> =
        catalog::documents().iter().map(|document| format!("document {}", document.key)).collect();
    for edition in BOTH {
        let year = edition.year();
        expected.extend(edition.requirements().map(|requirement| format!("requirement {year} {}", requirement.id())));
        expected.extend(edition.areas().iter().map(|area| format!("area {year} {}", area.key)));
    }
    let mut heads: Vec<_> = blocks().into_iter().map(|(head, _)| head).collect();
    heads.sort();
    expected.sort();
    assert_eq!(heads, expected);
}

#[test]
fn every_line_of_the_files_is_shown_somewhere() {
    let shown: BTreeSet<_> = pieces().iter().map(|piece| piece.text).collect();
    let mut missing = Vec::new();
    for (head, lines) in blocks() {
        for (key, text) in lines {
            let parts: Vec<&str> = match key.as_str() {
                "as" | "kinds" | "effort" => continue,
                "outline" => text.split(" | ").collect(),
                "exclusion" => text.split_once(' ').map(|(_, reason)| reason).into_iter().collect(),
                _ => vec![&text],
            };
            missing.extend(parts.iter().filter(|part| !shown.contains(*part)).map(|part| format!("{head}: {part:?}")));
        }
    }
    none("these lines are never shown", missing);
}

#[test]
fn kinds_and_efforts_are_those_of_the_files() {
    // An unknown word would be left out without a word.
    for (head, lines) in blocks() {
        let of = |wanted: &str| lines.iter().find(|(key, _)| key == wanted).map(|(_, text)| text.clone());
        let parts: Vec<_> = head.split(' ').collect();
        let (effort, kinds) = match parts.as_slice() {
            ["requirement", year, id] if of("as").is_none() => {
                let edition = BOTH.into_iter().find(|edition| edition.year() == *year).unwrap();
                let question = questionnaire::question(edition.requirement(id).unwrap());
                (question.effort, Some(question.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" ")))
            }
            ["document", key] => {
                let document = catalog::documents().iter().find(|document| document.key == *key).unwrap();
                (questionnaire::document_advice(document).effort, None)
            }
            _ => continue,
        };
        assert_eq!(Some(effort.as_str().into()), of("effort"), "{head}");
        assert_eq!(kinds, of("kinds"), "{head}");
    }
}

#[test]
fn a_block_that_takes_anothers_texts_has_all_of_them() {
    let mut taken = 0;
    for (head, lines) in blocks() {
        let [(key, source)] = lines.as_slice() else { continue };
        assert_eq!(key, "as", "{head}");
        let parts: Vec<_> = head.split(' ').collect();
        if let ["requirement", "2013", id] = parts.as_slice() {
            let requirement = Edition::E2013.requirement(id).unwrap();
            assert_eq!(taken_from(requirement).map(Requirement::id), Some(source.as_str()), "{head}");
            if requirement.is_control() {
                assert_eq!(requirement.successors().collect::<Vec<_>>(), [source.as_str()], "{head}");
            }
        } else {
            let place = |edition: Edition, key: &str| edition.area_index(key).unwrap();
            let [_, _, name] = parts.as_slice() else { panic!("{head}") };
            let own = questionnaire::area(Edition::E2013, place(Edition::E2013, name));
            assert_eq!(own, questionnaire::area(Edition::E2022, place(Edition::E2022, source)), "{head}");
        }
        taken += 1;
    }
    println!("{taken} blocks of 2013 take their texts from 2022");
    assert!(taken > 50, "{taken}");
}

#[test]
fn the_counts_of_texts_are_these() {
    let mut counts = BTreeMap::<(&str, &str), (usize, usize)>::new();
    for piece in pieces() {
        let count = counts.entry((piece.field, piece.edition.map_or("both", Edition::year))).or_default();
        *count = (count.0 + 1, count.1 + words(piece.text).count());
    }
    println!("{:<26}{:>8}{:>8}{:>8}", "field", "edition", "texts", "words");
    for ((field, edition), (texts, words)) in &counts {
        println!("{field:<26}{edition:>8}{texts:>8}{words:>8}");
    }
    let total: usize = counts.values().map(|(_, words)| words).sum();
    println!("{:<26}{:>8}{:>8}{total:>8}", "all", "", pieces().len());
    let texts = |field, edition| counts.get(&(field, edition)).map_or(0, |(texts, _)| *texts);
    let own = Edition::E2013.requirements().filter(|requirement| taken_from(*requirement).is_none()).count();
    for (field, each) in
        [("statement", 1), ("line", 4), ("example", 1), ("guidance", 1), ("sampling", 1), ("next step", 1)]
    {
        assert_eq!((texts(field, "2013"), texts(field, "2022")), (own * each, 123 * each), "{field}");
    }
    assert_eq!((texts("exclusion", "2022"), texts("short name", "2022")), (93, 30));
    assert_eq!((texts("area statement", "2022"), texts("area line", "2022")), (37, 148));
    assert_eq!(
        (texts("document holds", "both"), texts("level name", "both"), texts("level meaning", "both")),
        (31, 6, 6)
    );
}
