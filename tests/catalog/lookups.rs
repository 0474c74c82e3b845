//! Order, titles and lookups.

use crate::rows::{BOTH, controls, ids, numbering};
use iso27001_readiness::catalog::{Edition, Requirement};
use std::collections::BTreeSet;

#[test]
fn catalog_order_is_the_order_of_the_numbering() {
    for edition in BOTH {
        let keys: Vec<_> = ids(edition).into_iter().map(numbering).collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "requirements of {}", edition.year());
        let keys: Vec<_> = edition.clauses().iter().map(|clause| numbering(clause.id)).collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "clauses of {}", edition.year());
        let keys: Vec<_> = edition.groups().iter().map(|group| numbering(group.id)).collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "groups of {}", edition.year());
        let handles: Vec<_> = edition.requirements().collect();
        assert!(handles.is_sorted_by(|a, b| a < b), "handles are ordered as their rows");
    }
}

#[test]
fn every_title_is_there_without_stray_spaces() {
    for edition in BOTH {
        let titles = edition.requirements().map(Requirement::title);
        let titles = titles.chain(edition.clauses().iter().map(|clause| clause.title));
        let titles = titles.chain(edition.groups().iter().map(|group| group.title));
        let titles = titles.chain(edition.categories().iter().map(|category| category.title));
        for title in titles.chain(edition.areas().iter().map(|area| area.title)) {
            assert!(!title.is_empty() && title.trim() == title && !title.contains("  "), "{title:?}");
            assert!(title.starts_with(char::is_uppercase) && !title.ends_with('.'), "{title:?}");
        }
        let titles: BTreeSet<_> = controls(edition).map(Requirement::title).collect();
        assert_eq!(titles.len(), controls(edition).count(), "no two controls of an edition share a title");
    }
}

#[test]
fn a_requirement_is_found_by_its_id_and_by_its_place() {
    for edition in BOTH {
        assert_eq!(edition.requirement_count(), edition.requirements().count());
        for (index, requirement) in edition.requirements().enumerate() {
            assert_eq!(requirement.index(), index);
            assert_eq!(requirement.edition(), edition);
            assert_eq!(edition.requirement(requirement.id()), Some(requirement));
            assert_eq!(Requirement::at(edition, index), Some(requirement));
        }
        assert_eq!(Requirement::at(edition, edition.requirement_count()), None);
        assert_eq!(Requirement::at(edition, usize::MAX), None);
    }
    assert_eq!(BOTH.map(Edition::requirement_count), [140, 123]);
}

#[test]
fn no_other_number_is_found() {
    for edition in BOTH {
        let known: BTreeSet<_> = ids(edition).into_iter().collect();
        let mut found = 0;
        for annex in ["", "A."] {
            for first in 0..=25 {
                let one = format!("{annex}{first}");
                for second in 0..=45 {
                    let two = format!("{one}.{second}");
                    let three = (0..=15).map(|third| format!("{two}.{third}"));
                    for id in three.chain([two.clone(), format!("{two}.1.1"), one.clone()]) {
                        let looked_up = edition.requirement(&id).map(Requirement::id);
                        assert_eq!(looked_up, known.get(id.as_str()).copied(), "{id} of {}", edition.year());
                        found += usize::from(looked_up.is_some());
                    }
                }
            }
        }
        assert_eq!(found, known.len());
    }
}

#[test]
fn an_id_of_the_other_edition_is_not_found() {
    for id in ["6.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3", "A.5.1", "A.5.7", "A.6.8", "A.7.14", "A.8.34"] {
        assert_eq!(Edition::E2013.requirement(id), None, "{id}");
    }
    for id in ["9.2", "9.3", "A.5.1.1", "A.9.2.3", "A.10.1.1", "A.18.2.3"] {
        assert_eq!(Edition::E2022.requirement(id), None, "{id}");
    }
}

#[test]
fn a_heading_is_not_found() {
    for edition in BOTH {
        for id in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "6.1", "7.5", "A", "A.5", "A.8"] {
            assert_eq!(edition.requirement(id), None, "{id} of {}", edition.year());
        }
        for category in edition.categories() {
            assert_eq!(edition.requirement(category.id), None, "{}", category.id);
        }
    }
}

#[test]
fn an_id_has_one_spelling() {
    for id in [
        "",
        " ",
        ".",
        "A.",
        "a.5.1",
        "A5.1",
        "A.5.01",
        "A.05.1",
        "A.5.1 ",
        " A.5.1",
        "A.5.1.",
        "A..5.1",
        "A.5..1",
        ".A.5.1",
        "A.A.5.1",
        "A.5,1",
        "A.5.1\0",
        "A.5.\u{661}",
        "\u{391}.5.1",
        "A.5.+1",
        "A.5.-1",
        "A.5.1e0",
        "A.5.1x",
        " 4.1",
        "4.1 ",
        "04.1",
        "4.01",
        "4..1",
        "4.1.",
        ".4.1",
        "+4.1",
        "4.1\n",
        "4.\u{ff11}",
        "4.257",
        "260.1",
        "4.1.0",
        "4.1.0.0",
        "4.1.1.1.1.1",
        "99999999999999999999.1",
        "area:policy",
        "policy",
    ] {
        for edition in BOTH {
            assert_eq!(edition.requirement(id), None, "{id:?} of {}", edition.year());
        }
    }
}

#[test]
fn an_edition_is_found_by_its_year_alone() {
    for edition in BOTH {
        assert_eq!(Edition::from_year(edition.year()), Some(edition));
        assert!(edition.name().starts_with(&format!("ISO/IEC 27001:{}", edition.year())));
    }
    for year in ["", "2005", "2022 ", "22", "ISO/IEC 27001:2022"] {
        assert_eq!(Edition::from_year(year), None, "{year:?}");
    }
}

#[test]
fn a_section_is_the_clause_or_the_group_of_a_requirement() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            let id = requirement.id();
            let prefix = id.split('.').take(if requirement.is_control() { 2 } else { 1 }).collect::<Vec<_>>().join(".");
            assert_eq!(requirement.section(), prefix, "{id}");
        }
    }
}
