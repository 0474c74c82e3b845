//! Annex A of both editions.

use crate::rows::{controls, head};
use iso27001_readiness::catalog::{self, Edition, Requirement};

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
