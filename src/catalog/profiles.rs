//! Ways of working that make controls fall away, and the controls that people then leave out wrongly.
//!
//! A profile suggests and decides nothing: each exclusion needs its reason from the person who answers for it. Only
//! controls that auditors often see excluded are suggested (class [`Often`](super::ExclusionClass::Often)).

use super::Profile;

pub(super) static PROFILES: [Profile; 4] = [
    Profile {
        key: "no-premises",
        title: words!("profile.no-premises"),
        excludes_2013: &[
            "A.11.1.1", "A.11.1.2", "A.11.1.3", "A.11.1.4", "A.11.1.5", "A.11.1.6", "A.11.2.1", "A.11.2.2", "A.11.2.3",
            "A.11.2.5",
        ],
        excludes_2022: &["A.7.1", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6", "A.7.8", "A.7.11", "A.7.12"],
        keeps_2013: &["A.6.2.1", "A.6.2.2", "A.11.2.6", "A.11.2.7", "A.11.2.9"],
        keeps_2022: &["A.6.7", "A.7.7", "A.7.9", "A.7.10", "A.7.14"],
    },
    Profile {
        key: "no-development",
        title: words!("profile.no-development"),
        excludes_2013: &[
            "A.9.4.5", "A.12.1.4", "A.14.2.1", "A.14.2.2", "A.14.2.4", "A.14.2.5", "A.14.2.6", "A.14.2.7", "A.14.2.8",
            "A.14.3.1",
        ],
        excludes_2022: &["A.8.4", "A.8.25", "A.8.27", "A.8.28", "A.8.29", "A.8.30", "A.8.31", "A.8.33"],
        keeps_2013: &["A.6.1.5", "A.12.1.2", "A.14.1.1", "A.14.2.9"],
        keeps_2022: &["A.5.8", "A.8.9", "A.8.19", "A.8.26", "A.8.32"],
    },
    // The provider's share is a way to meet a control, and no reason to leave it out.
    Profile {
        key: "public-cloud",
        title: words!("profile.public-cloud"),
        excludes_2013: &["A.11.1.5"],
        excludes_2022: &["A.7.6"],
        keeps_2013: &["A.12.1.3", "A.12.3.1", "A.13.1.1", "A.17.2.1"],
        keeps_2022: &["A.5.23", "A.8.6", "A.8.9", "A.8.13", "A.8.14", "A.8.20"],
    },
    // Size makes controls simpler; it takes none away.
    Profile {
        key: "under-ten",
        title: words!("profile.under-ten"),
        excludes_2013: &[],
        excludes_2022: &[],
        keeps_2013: &["A.6.1.2", "A.7.1.1", "A.7.2.3", "A.12.1.1", "A.18.2.1"],
        keeps_2022: &["A.5.3", "A.5.35", "A.5.37", "A.6.1", "A.6.4"],
    },
];
