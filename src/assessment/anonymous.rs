use super::{Answer, Assessment, DocumentResponse, Inclusion, Response};

impl Assessment {
    /// A copy without anything that people typed: answers, dates, reasons for inclusion and statuses stay. What stays is
    /// listed, so that what is not known here is left out as well. An exclusion needs a reason: `withheld` stands in for
    /// it.
    ///
    /// ```
    /// use iso27001_readiness::{assessment::Assessment, catalog::Edition};
    ///
    /// let example = Assessment::example(Edition::E2022)?;
    /// let anonymous = example.anonymised("withheld");
    /// assert_eq!(anonymous.organisation().name, "");
    /// assert_eq!(anonymous.modified(), example.modified());
    /// # Ok::<(), iso27001_readiness::ReadinessError>(())
    /// ```
    #[must_use]
    pub fn anonymised(&self, withheld: &str) -> Self {
        let response = |it: &Response| Response {
            answer: it.answer,
            reason: String::from(if it.answer == Some(Answer::NotApplicable) { withheld } else { "" }),
            due: it.due.clone(),
            inclusion: Inclusion { because: it.inclusion.because.clone(), ..Inclusion::default() },
            ..Response::default()
        };
        let document = |it: &DocumentResponse| DocumentResponse { status: it.status, ..DocumentResponse::default() };
        let mut copy = Self::new(self.edition);
        copy.target = self.target;
        copy.modified.clone_from(&self.modified);
        copy.requirements = self.requirements.iter().map(response).collect();
        copy.areas = self.areas.iter().map(response).collect();
        copy.documents = self.documents.iter().map(document).collect();
        copy
    }
}
