use super::{
    Area, Category, Clause, Control, Document, Group, Requirement, areas, clauses_2013, clauses_2022, controls_2013,
    controls_2022, documents,
};

/// An edition of ISO/IEC 27001.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edition {
    /// ISO/IEC 27001:2013. Certificates ended on 31 October 2025.
    E2013,
    /// ISO/IEC 27001:2022 with Amendment 1:2024, the only edition that can be certified now.
    E2022,
}

impl Edition {
    /// Both editions, the older first.
    pub const ALL: [Self; 2] = [Self::E2013, Self::E2022];

    /// The edition with this year.
    ///
    /// ```
    /// use iso27001_readiness::catalog::Edition;
    /// assert_eq!(Edition::from_year("2022"), Some(Edition::E2022));
    /// assert_eq!(Edition::from_year("2005"), None);
    /// ```
    #[must_use]
    pub fn from_year(year: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.year() == year)
    }

    /// The year that names it.
    #[must_use]
    pub fn year(self) -> &'static str {
        match self {
            Self::E2013 => "2013",
            Self::E2022 => "2022",
        }
    }

    /// Its full name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::E2013 => "ISO/IEC 27001:2013",
            Self::E2022 => "ISO/IEC 27001:2022 with Amendment 1:2024",
        }
    }

    /// Whether bodies still certify it; the certificates of 2013 have ended.
    #[must_use]
    pub fn is_certifiable(self) -> bool {
        self == Self::E2022
    }

    /// The clauses 0 to 10 with all their subclauses.
    #[must_use]
    pub fn clauses(self) -> &'static [Clause] {
        match self {
            Self::E2013 => &clauses_2013::CLAUSES,
            Self::E2022 => &clauses_2022::CLAUSES,
        }
    }

    /// The groups of Annex A.
    #[must_use]
    pub fn groups(self) -> &'static [Group] {
        match self {
            Self::E2013 => &controls_2013::GROUPS,
            Self::E2022 => &controls_2022::GROUPS,
        }
    }

    /// The control categories; none in 2022.
    #[must_use]
    pub fn categories(self) -> &'static [Category] {
        match self {
            Self::E2013 => &controls_2013::CATEGORIES,
            Self::E2022 => &[],
        }
    }

    /// The areas: those of clauses first, then those of controls.
    #[must_use]
    pub fn areas(self) -> &'static [Area] {
        match self {
            Self::E2013 => &areas::AREAS_2013,
            Self::E2022 => &areas::AREAS_2022,
        }
    }

    /// The documented information that this edition knows, in catalog order.
    pub fn documents(self) -> impl Iterator<Item = &'static Document> {
        documents::DOCUMENTS.iter().filter(move |document| !document.refs(self).is_empty())
    }

    /// All requirements in catalog order: the leaf clauses of 4 to 10, then the controls.
    pub fn requirements(self) -> impl Iterator<Item = Requirement> {
        Requirement::all(self)
    }

    /// The requirement with this id.
    ///
    /// ```
    /// use iso27001_readiness::catalog::Edition;
    /// assert_eq!(Edition::E2013.requirement("A.9.2.3").map(|r| r.title()), Some("Management of privileged access rights"));
    /// assert_eq!(Edition::E2022.requirement("A.9.2.3"), None);
    /// assert_eq!(Edition::E2022.requirement("6.1"), None, "a heading is no requirement");
    /// ```
    #[must_use]
    pub fn requirement(self, id: &str) -> Option<Requirement> {
        Requirement::find(self, id)
    }

    /// The place of an area in [`areas`](Self::areas).
    #[must_use]
    pub fn area_index(self, key: &str) -> Option<usize> {
        self.areas().iter().position(|area| area.key == key)
    }

    pub(super) fn controls(self) -> &'static [Control] {
        match self {
            Self::E2013 => &controls_2013::CONTROLS,
            Self::E2022 => &controls_2022::CONTROLS,
        }
    }

    /// How many requirements are leaf clauses: 26 or 30.
    #[must_use]
    pub fn clause_requirements(self) -> usize {
        match self {
            Self::E2013 => 26,
            Self::E2022 => 30,
        }
    }

    /// How many requirements there are: 140 or 123.
    #[must_use]
    pub fn requirement_count(self) -> usize {
        self.clause_requirements().saturating_add(self.controls().len())
    }
}
