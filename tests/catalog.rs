//! The rows of the catalog against the standard's own counts and numbering, and against the project's fact tables.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::catalog::{
    self, Document, DocumentKind, Edition, Gate, GateScope, MinimumLevel, Required, Requirement, Stage,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const BOTH: [Edition; 2] = Edition::ALL;

fn ids(edition: Edition) -> Vec<&'static str> {
    edition.requirements().map(Requirement::id).collect()
}

fn clause_ids(edition: Edition) -> Vec<&'static str> {
    edition.requirements().filter(|requirement| !requirement.is_control()).map(Requirement::id).collect()
}

fn controls(edition: Edition) -> impl Iterator<Item = Requirement> {
    edition.requirements().filter(|requirement| requirement.is_control())
}

/// The numbers of an id, clauses before Annex A: the order of the standard.
fn numbering(id: &str) -> (bool, Vec<u32>) {
    let annex = id.starts_with("A.");
    (annex, id.trim_start_matches("A.").split('.').map(|number| number.parse().unwrap()).collect())
}

/// The id one level up: `A.5.1` of `A.5.1.2`.
fn head(id: &str) -> &str {
    id.rsplit_once('.').map_or("", |(head, _)| head)
}

// Clauses 0 to 10

#[test]
fn there_are_clauses_0_to_10() {
    for edition in BOTH {
        let tops = edition.clauses().iter().filter(|clause| clause.parent.is_none()).map(|clause| clause.id);
        assert_eq!(tops.collect::<Vec<_>>(), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    }
}

#[test]
fn the_requirements_of_2013_are_these_26_clauses() {
    let expected = [
        "4.1", "4.2", "4.3", "4.4", //
        "5.1", "5.2", "5.3", //
        "6.1.1", "6.1.2", "6.1.3", "6.2", //
        "7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3", //
        "8.1", "8.2", "8.3", //
        "9.1", "9.2", "9.3", //
        "10.1", "10.2",
    ];
    assert_eq!(clause_ids(Edition::E2013), expected);
    assert_eq!(Edition::E2013.clause_requirements(), 26);
}

#[test]
fn the_requirements_of_2022_are_these_30_clauses() {
    let expected = [
        "4.1", "4.2", "4.3", "4.4", //
        "5.1", "5.2", "5.3", //
        "6.1.1", "6.1.2", "6.1.3", "6.2", "6.3", //
        "7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3", //
        "8.1", "8.2", "8.3", //
        "9.1", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3", //
        "10.1", "10.2",
    ];
    assert_eq!(clause_ids(Edition::E2022), expected);
    assert_eq!(Edition::E2022.clause_requirements(), 30);
}

#[test]
fn a_clause_is_a_requirement_if_it_is_a_leaf_of_4_to_10() {
    for edition in BOTH {
        let parents: BTreeSet<_> = edition.clauses().iter().filter_map(|clause| clause.parent).collect();
        for clause in edition.clauses() {
            let (_, numbers) = numbering(clause.id);
            let leaf = numbers[0] >= 4 && !parents.contains(clause.id);
            assert_eq!(clause.is_requirement(), leaf, "{} of {}", clause.id, edition.year());
            assert_eq!(edition.requirement(clause.id).is_some(), leaf, "{} of {}", clause.id, edition.year());
        }
    }
}

#[test]
fn a_clause_belongs_to_the_clause_that_its_number_names() {
    for edition in BOTH {
        for clause in edition.clauses() {
            assert_eq!(clause.parent.unwrap_or_default(), head(clause.id), "{} of {}", clause.id, edition.year());
            assert!(clause.parent.is_none_or(|parent| edition.clauses().iter().any(|other| other.id == parent)));
        }
    }
}

#[test]
fn clauses_10_1_and_10_2_change_places_between_the_editions() {
    let title = |edition: Edition, id| edition.requirement(id).unwrap().title();
    assert_eq!(title(Edition::E2013, "10.1"), title(Edition::E2022, "10.2"));
    assert_eq!(title(Edition::E2013, "10.2"), title(Edition::E2022, "10.1"));
    assert_eq!(title(Edition::E2022, "10.2"), "Nonconformity and corrective action");
}

// Annex A of 2013: A.5 to A.18

/// For each group from A.5 on, the sizes of its categories.
const CATEGORIES_2013: [&[u32]; 14] = [
    &[2],
    &[5, 2],
    &[2, 3, 1],
    &[4, 3, 3],
    &[2, 6, 1, 5],
    &[2],
    &[6, 9],
    &[4, 1, 1, 4, 1, 2, 1],
    &[3, 4],
    &[3, 9, 1],
    &[3, 2],
    &[7],
    &[3, 1],
    &[5, 3],
];

#[test]
fn annex_a_of_2013_has_114_controls_in_14_groups() {
    let edition = Edition::E2013;
    assert_eq!(controls(edition).count(), 114);
    let sizes = |group: &catalog::Group| controls(edition).filter(|control| control.group() == Some(group)).count();
    assert_eq!(
        edition.groups().iter().map(sizes).collect::<Vec<_>>(),
        [2, 7, 6, 10, 14, 2, 15, 14, 7, 13, 5, 7, 4, 8],
        "A.5 to A.18"
    );
    let numbers: Vec<_> = edition.groups().iter().map(|group| group.id.to_owned()).collect();
    assert_eq!(numbers, (5..=18).map(|group| format!("A.{group}")).collect::<Vec<_>>());
}

#[test]
fn annex_a_of_2013_has_35_categories_numbered_without_gaps() {
    let edition = Edition::E2013;
    let (mut categories, mut expected) = (Vec::new(), Vec::new());
    for (group, sizes) in (5..).zip(CATEGORIES_2013) {
        for (category, size) in (1..).zip(sizes) {
            categories.push(format!("A.{group}.{category}"));
            expected.extend((1..=*size).map(|control| format!("A.{group}.{category}.{control}")));
        }
    }
    assert_eq!(categories.len(), 35);
    assert_eq!(edition.categories().iter().map(|category| category.id).collect::<Vec<_>>(), categories);
    assert_eq!(controls(edition).map(Requirement::id).collect::<Vec<_>>(), expected);
    for control in controls(edition) {
        assert_eq!(control.category().unwrap().id, head(control.id()));
        assert_eq!(control.group().unwrap().id, head(head(control.id())));
    }
}

// Annex A of 2022: A.5 to A.8

#[test]
fn annex_a_of_2022_has_93_controls_in_4_themes() {
    let edition = Edition::E2022;
    let themes: Vec<_> = edition.groups().iter().map(|group| (group.id, group.title)).collect();
    assert_eq!(themes, [("A.5", "Organizational"), ("A.6", "People"), ("A.7", "Physical"), ("A.8", "Technological")]);
    let expected = [(5, 37), (6, 8), (7, 14), (8, 34)]
        .into_iter()
        .flat_map(|(theme, size)| (1..=size).map(move |control| format!("A.{theme}.{control}")));
    assert_eq!(controls(edition).map(Requirement::id).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    assert_eq!(controls(edition).count(), 93);
    assert!(controls(edition).all(|control| control.group().unwrap().id == head(control.id())));
    assert!(edition.categories().is_empty() && controls(edition).all(|control| control.category().is_none()));
}

#[test]
fn eleven_controls_are_new_in_2022() {
    let new: Vec<_> =
        controls(Edition::E2022).filter(|control| control.is_new()).map(|c| (c.id(), c.title())).collect();
    assert_eq!(
        new,
        [
            ("A.5.7", "Threat intelligence"),
            ("A.5.23", "Information security for use of cloud services"),
            ("A.5.30", "ICT readiness for business continuity"),
            ("A.7.4", "Physical security monitoring"),
            ("A.8.9", "Configuration management"),
            ("A.8.10", "Information deletion"),
            ("A.8.11", "Data masking"),
            ("A.8.12", "Data leakage prevention"),
            ("A.8.16", "Monitoring activities"),
            ("A.8.23", "Web filtering"),
            ("A.8.28", "Secure coding"),
        ]
    );
    assert!(Edition::E2013.requirements().all(|requirement| !requirement.is_new()));
}

// From 2013 to 2022

#[test]
fn there_are_115_links_and_no_two_are_alike() {
    assert_eq!(catalog::links().len(), 115);
    assert_eq!(catalog::links().iter().collect::<BTreeSet<_>>().len(), 115);
    let order: Vec<_> = catalog::links().iter().map(|(old, new)| (numbering(old), numbering(new))).collect();
    assert!(order.is_sorted(), "in the order of the 2013 controls");
}

#[test]
fn every_control_of_2013_is_carried_over_and_only_a_18_2_3_is_split() {
    for control in controls(Edition::E2013) {
        let successors: Vec<_> = control.successors().collect();
        if control.id() == "A.18.2.3" {
            assert_eq!(successors, ["A.5.36", "A.8.8"]);
        } else {
            assert_eq!(successors.len(), 1, "{}", control.id());
        }
        for id in successors {
            let successor = Edition::E2022.requirement(id).unwrap();
            assert!(successor.predecessors().any(|old| old == control.id()), "{} and {id}", control.id());
        }
    }
}

#[test]
fn every_control_of_2022_has_predecessors_unless_it_is_new() {
    let (mut one, mut merged, mut merged_from) = (0, 0, 0);
    for control in controls(Edition::E2022) {
        let predecessors = control.predecessors().count();
        assert_eq!(predecessors == 0, control.is_new(), "{}", control.id());
        match predecessors {
            0 => {}
            1 => one += 1,
            _ => {
                merged += 1;
                merged_from += predecessors;
            }
        }
        assert!(control.predecessors().all(|old| Edition::E2013.requirement(old).is_some()), "{}", control.id());
        assert_eq!(control.successors().count(), 0);
    }
    assert_eq!((one, merged, merged_from), (58, 24, 57), "58 carried over, 24 merged from 57, 11 new");
}

#[test]
fn clauses_have_no_links() {
    for edition in BOTH {
        for clause in edition.requirements().filter(|requirement| !requirement.is_control()) {
            assert_eq!(clause.predecessors().count() + clause.successors().count(), 0, "{}", clause.id());
        }
    }
}

// Order, titles and lookups

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

// Areas

#[test]
fn the_areas_partition_the_requirements() {
    for (edition, count) in [(Edition::E2013, 30), (Edition::E2022, 37)] {
        let areas = edition.areas();
        assert_eq!(areas.len(), count);
        assert_eq!(areas.iter().map(|area| area.key).collect::<BTreeSet<_>>().len(), count, "keys differ");
        let mut refs: Vec<_> = areas.iter().flat_map(|area| area.refs).copied().collect();
        refs.sort_by_key(|id| numbering(id));
        assert_eq!(refs, ids(edition));
        for (index, area) in areas.iter().enumerate() {
            assert!(area.refs.is_sorted_by_key(|id| numbering(id)), "{}", area.key);
            assert_eq!(edition.area_index(area.key), Some(index));
            for id in area.refs {
                assert_eq!(edition.requirement(id).unwrap().area_index(), index, "{id} in {}", area.key);
                assert_eq!(edition.requirement(id).unwrap().area(), Some(area), "{id} in {}", area.key);
            }
        }
    }
}

#[test]
fn an_area_holds_clauses_only_or_controls_only() {
    for edition in BOTH {
        for area in edition.areas() {
            let controls = area.refs.iter().filter(|id| edition.requirement(id).unwrap().is_control()).count();
            assert!(controls == 0 || controls == area.refs.len(), "{} of {}", area.key, edition.year());
            assert_eq!(area.holds_controls(), controls > 0, "{} of {}", area.key, edition.year());
            assert!(!area.refs.is_empty(), "{} of {}", area.key, edition.year());
        }
        assert!(edition.areas().is_sorted_by_key(|area| area.holds_controls()), "areas of clauses come first");
        assert_eq!(edition.areas().iter().filter(|area| !area.holds_controls()).count(), 16);
    }
}

#[test]
fn the_control_areas_of_2013_are_its_groups() {
    let edition = Edition::E2013;
    let areas: Vec<_> = edition.areas().iter().filter(|area| area.holds_controls()).map(|a| (a.key, a.title)).collect();
    assert_eq!(areas, edition.groups().iter().map(|group| (group.id, group.title)).collect::<Vec<_>>());
}

#[test]
fn the_clause_areas_of_both_editions_have_the_same_keys() {
    let keys =
        |edition: Edition| edition.areas().iter().filter(|a| !a.holds_controls()).map(|a| a.key).collect::<Vec<_>>();
    assert_eq!(keys(Edition::E2013), keys(Edition::E2022));
}

// Documents

fn resolve(edition: Edition, reference: &str) -> Option<Requirement> {
    // "6.1.3 d" is an item of 6.1.3.
    edition.requirement(reference.split(' ').next()?)
}

#[test]
fn there_are_31_documents_and_30_of_them_in_2013() {
    assert_eq!(catalog::documents().len(), 31);
    assert_eq!(BOTH.map(|edition| edition.documents().count()), [30, 31]);
    let keys: BTreeSet<_> = catalog::documents().iter().map(|document| document.key).collect();
    assert_eq!(keys.len(), 31);
    let only_2022: Vec<_> =
        catalog::documents().iter().filter(|d| d.refs(Edition::E2013).is_empty()).map(|d| d.key).collect();
    assert_eq!(only_2022, ["configuration_baselines"]);
}

#[test]
fn the_list_of_16_documents_and_7_records_is_answered_line_by_line() {
    let mut lines = BTreeMap::<&str, Vec<&Document>>::new();
    for document in catalog::documents() {
        if let Some(line) = document.source_line {
            lines.entry(line).or_default().push(document);
        }
    }
    let documents = (1..=16).map(|line| (format!("D{line}"), DocumentKind::Document));
    let records = (1..=7).map(|line| (format!("R{line}"), DocumentKind::Record));
    for (line, kind) in documents.chain(records) {
        let answers = lines.remove(line.as_str()).unwrap_or_default();
        assert!(!answers.is_empty(), "nothing answers {line}");
        // D2 is policy and objectives in one line, D3 both methods.
        assert_eq!(answers.len(), if ["D2", "D3"].contains(&line.as_str()) { 2 } else { 1 }, "{line}");
        assert!(answers.iter().all(|document| document.kind == kind), "{line}");
    }
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn a_document_refers_to_clauses_if_it_is_always_required_and_else_to_controls() {
    for edition in BOTH {
        for document in edition.documents() {
            for reference in document.refs(edition) {
                let requirement =
                    resolve(edition, reference).unwrap_or_else(|| panic!("{reference} of {}", document.key));
                assert_eq!(requirement.is_control(), document.required == Required::IfApplicable, "{}", document.key);
            }
        }
        assert_eq!(edition.documents().filter(|document| document.required == Required::Always).count(), 17);
    }
}

#[test]
fn an_item_stands_in_a_reference_only_where_the_clause_has_items() {
    let with_item: BTreeSet<_> = BOTH
        .iter()
        .flat_map(|edition| edition.documents().flat_map(|document| document.refs(*edition)))
        .filter(|reference| reference.contains(' '))
        .collect();
    assert_eq!(with_item.into_iter().collect::<Vec<_>>(), [&"6.1.3 d", &"6.1.3 e"]);
}

// Gates

#[test]
fn there_are_9_gates_before_stage_1_and_8_before_stage_2() {
    let of = |stage| catalog::gates().iter().filter(|gate| gate.stage == stage).map(|gate| gate.id).collect::<Vec<_>>();
    assert_eq!(catalog::gates().len(), 17);
    assert_eq!(
        of(Stage::One),
        [
            "scope",
            "policy",
            "roles",
            "risk-assessment",
            "risk-treatment",
            "objectives",
            "documented-information",
            "audit-planned",
            "review-planned"
        ]
    );
    assert_eq!(
        of(Stage::Two),
        [
            "operation",
            "competence",
            "monitoring",
            "internal-audit",
            "management-review",
            "corrective-action",
            "no-absent-requirement",
            "no-absent-area"
        ]
    );
    assert!(catalog::gates().is_sorted_by_key(|gate| gate.stage));
}

#[test]
fn a_gate_refers_to_clauses_and_to_documents_that_are_always_required() {
    for gate in catalog::gates() {
        for edition in BOTH {
            for id in gate.refs(edition) {
                assert!(!edition.requirement(id).unwrap().is_control(), "{id} of {}", gate.id);
            }
            assert_eq!(gate.refs(edition).is_empty(), gate.scope != GateScope::Listed, "{}", gate.id);
            for key in gate.documents {
                let document = edition.documents().find(|document| document.key == *key).unwrap();
                assert_eq!(document.required, Required::Always, "{key} of {}", gate.id);
            }
        }
    }
}

#[test]
fn no_gate_asks_for_a_document_that_another_one_asks_for() {
    let mut seen = BTreeSet::new();
    for key in catalog::gates().iter().flat_map(|gate| gate.documents) {
        assert!(seen.insert(key), "{key}");
    }
    let always = catalog::documents().iter().filter(|document| document.required == Required::Always);
    assert_eq!(seen.into_iter().copied().collect::<BTreeSet<_>>(), always.map(|document| document.key).collect());
}

#[test]
fn only_planned_and_started_gates_ask_for_less_than_the_target() {
    let least = |wanted| catalog::gates().iter().filter(move |gate| gate.least == wanted).map(|gate: &Gate| gate.id);
    assert_eq!(least(MinimumLevel::Planned).collect::<Vec<_>>(), ["audit-planned", "review-planned", "no-absent-area"]);
    assert_eq!(least(MinimumLevel::Started).collect::<Vec<_>>(), ["no-absent-requirement"]);
}

// Audit days

#[test]
fn the_bands_of_audit_days_have_no_gaps_and_rise() {
    let (mut next, mut tenths, mut bands) = (1, 0, 0);
    while let Some(band) = catalog::audit_days(next) {
        assert_eq!(band.persons_from, next, "a band starts where the last one ended");
        assert!(band.persons_to >= band.persons_from && band.tenths > tenths, "{band:?}");
        assert_eq!(band.tenths % 5, 0, "whole or half days");
        assert_eq!(catalog::audit_days(band.persons_to), Some(band));
        (next, tenths, bands) = (band.persons_to + 1, band.tenths, bands + 1);
    }
    assert_eq!((next, tenths, bands), (10_701, 280, 22));
    assert_eq!(catalog::audit_days(0), None);
    assert_eq!(catalog::audit_days(u32::MAX), None);
}

// The project's own fact tables, row by row

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
        let required = match document.required {
            Required::Always => "always",
            Required::IfApplicable => "if-applicable",
        };
        assert_eq!(required, row["required"], "{}", document.key);
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
        let least = match gate.least {
            MinimumLevel::Target => "target",
            MinimumLevel::Planned => "planned",
            MinimumLevel::Started => "started",
        };
        assert_eq!(least, row["least"], "{}", gate.id);
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
