//! The rows of the catalog against the standard's own counts and numbering, and against the project's fact tables.
#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::catalog::{
    self, Demand, Document, DocumentKind, Edition, ExclusionClass, Gate, GateScope, Gravity, MinimumLevel, Requirement,
    Stage,
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
fn only_clauses_always_demand_a_document_and_else_a_control_can() {
    for edition in BOTH {
        for document in edition.documents() {
            let resolved = document.refs(edition).iter().map(|reference| {
                resolve(edition, reference).unwrap_or_else(|| panic!("{reference} of {}", document.key))
            });
            let on_controls = resolved.filter(|requirement| requirement.is_control()).count() > 0;
            let demand = document.demand(edition).unwrap();
            assert_eq!(on_controls, demand != Demand::Always, "{}", document.key);
            assert!(!document.core || demand == Demand::Always, "{}", document.key);
        }
        assert_eq!(edition.documents().filter(|one| one.demand(edition) == Some(Demand::Always)).count(), 17);
    }
    let unknown: Vec<_> = catalog::documents().iter().filter(|one| one.demand(Edition::E2013).is_none()).collect();
    assert_eq!(unknown.iter().map(|one| one.key).collect::<Vec<_>>(), ["configuration_baselines"]);
}

// Weights, gravity, exclusions

#[test]
fn a_clause_has_a_weight_and_a_gravity_and_a_control_a_class_of_exclusion() {
    for edition in BOTH {
        for requirement in edition.requirements() {
            let (weight, gravity) = (requirement.weight(), requirement.gravity());
            assert_eq!(gravity.is_none(), requirement.is_control(), "{}", requirement.id());
            assert_eq!(requirement.exclusion().is_some(), requirement.is_control(), "{}", requirement.id());
            let largest = match gravity {
                Some(Gravity::Core | Gravity::Normal) => 4,
                Some(Gravity::Supporting) | None => 1,
            };
            assert!((1..=largest).contains(&weight), "{} weighs {weight}", requirement.id());
        }
        let never = controls(edition).filter(|one| one.exclusion() == Some(ExclusionClass::Never)).count();
        assert!(3 * never < controls(edition).count(), "never is the exception");
    }
}

#[test]
fn a_control_that_is_never_excluded_is_never_excluded_in_the_other_edition() {
    let never =
        |edition: Edition, id: &str| edition.requirement(id).unwrap().exclusion() == Some(ExclusionClass::Never);
    for control in controls(Edition::E2013).filter(|one| never(Edition::E2013, one.id())) {
        assert!(control.successors().any(|id| never(Edition::E2022, id)), "{}", control.id());
    }
    for control in controls(Edition::E2022).filter(|one| never(Edition::E2022, one.id())) {
        assert!(control.predecessors().any(|id| never(Edition::E2013, id)), "{}", control.id());
    }
}

#[test]
fn every_core_requirement_and_core_document_is_held_by_a_gate() {
    for edition in BOTH {
        let conform = catalog::gates().iter().filter(|gate| gate.least == MinimumLevel::Conform);
        let held: BTreeSet<_> = conform.flat_map(|gate| gate.refs(edition)).copied().collect();
        for requirement in edition.requirements().filter(|one| one.gravity() == Some(Gravity::Core)) {
            assert!(held.contains(requirement.id()), "{}", requirement.id());
        }
        for document in edition.documents().filter(|one| one.core) {
            assert!(catalog::gates().iter().any(|gate| gate.documents.contains(&document.key)), "{}", document.key);
        }
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
fn there_are_11_gates_before_stage_1_and_9_before_stage_2() {
    let of = |stage| catalog::gates().iter().filter(|gate| gate.stage == stage).map(|gate| gate.id).collect::<Vec<_>>();
    assert_eq!(
        of(Stage::One),
        [
            "scope",
            "policy",
            "roles",
            "risk-assessment",
            "risk-treatment",
            "statement-complete",
            "objectives",
            "documented-information",
            "legal-duties",
            "audit-planned",
            "review-planned"
        ]
    );
    assert_eq!(
        of(Stage::Two),
        [
            "leadership",
            "operation",
            "competence",
            "monitoring",
            "internal-audit",
            "management-review",
            "corrective-action",
            "controls-implemented",
            "no-major"
        ]
    );
    assert!(catalog::gates().is_sorted_by_key(|gate| gate.stage));
}

#[test]
fn a_gate_refers_to_clauses_or_controls_that_stay_and_to_documents_that_somebody_demands() {
    for gate in catalog::gates() {
        for edition in BOTH {
            for id in gate.refs(edition) {
                let exclusion = edition.requirement(id).unwrap().exclusion();
                assert!(exclusion.is_none_or(|class| class == ExclusionClass::Never), "{id} of {}", gate.id);
            }
            assert_eq!(gate.refs(edition).is_empty(), gate.scope != GateScope::Listed, "{}", gate.id);
            for key in gate.documents {
                let document = edition.documents().find(|document| document.key == *key).unwrap();
                assert_ne!(document.demand(edition), Some(Demand::Usual), "{key} of {}", gate.id);
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
    let always = catalog::documents().iter().filter(|one| one.demand(Edition::E2022) == Some(Demand::Always));
    assert!(always.map(|document| document.key).all(|key| seen.contains(&key)));
}

#[test]
fn only_two_gates_are_content_with_a_plan() {
    let least = |wanted| catalog::gates().iter().filter(move |gate| gate.least == wanted).map(|gate: &Gate| gate.id);
    assert_eq!(least(MinimumLevel::Planned).collect::<Vec<_>>(), ["audit-planned", "review-planned"]);
    assert_eq!(least(MinimumLevel::Conform).count(), 18);
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
