//! The commands about one assessment.

use std::io::Write;
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;
use iso27001_readiness::assessment::{Assessment, OrganisationChange};
use iso27001_readiness::catalog::{Edition, Stage};
use iso27001_readiness::output::exports::{
    ExportName, ExportOptions, TextFormat, export, first_version as write_first_version, oscal_bundle,
};
use iso27001_readiness::output::{catalog_json, checklist, envelope, statement};
use iso27001_readiness::scoring::gates::State;
use iso27001_readiness::scoring::{Plan, Report};
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::arguments::{self, Arguments, DocumentFormat, ListFormat, Output, ReportFormat, Required};
use crate::failure::{Failure, Outcome};
use crate::files;

type Result<T> = std::result::Result<T, Failure>;

pub fn report(it: &arguments::Report) -> Result<Outcome> {
    let assessment = files::assessment(&it.file)?;
    let report = Report::of(&assessment);
    let bytes = match it.format {
        ReportFormat::Json if !it.anonymous => line(&report)?,
        ReportFormat::Json => line(&Report::of(&assessment.anonymised("")))?,
        ReportFormat::Markdown => exported(&it.file, &assessment, ExportName::ReportMarkdown, it.anonymous)?,
        ReportFormat::Html => exported(&it.file, &assessment, ExportName::ReportHtml, it.anonymous)?,
        ReportFormat::Csv => exported(&it.file, &assessment, ExportName::Gaps, it.anonymous)?,
        ReportFormat::Xlsx => exported(&it.file, &assessment, ExportName::Workbook, it.anonymous)?,
        ReportFormat::Oscal => exported(&it.file, &assessment, ExportName::OscalResults, it.anonymous)?,
        ReportFormat::OscalBundle => {
            let options = ExportOptions { anonymous: it.anonymous, ..ExportOptions::default() };
            oscal_bundle(&assessment, &options).map_err(|error| Failure::about(files::name(&it.file), error))?.bytes
        }
        ReportFormat::Result => exported(&it.file, &assessment, ExportName::Result, it.anonymous)?,
    };
    files::write(&it.output, &bytes)?;
    let Some(required) = it.require else { return Ok(Outcome::Fine) };
    let stage = match required {
        Required::Stage1 => Stage::One,
        Required::Stage2 => Stage::Two,
    };
    let ready = report.stages.iter().any(|of| of.stage == stage && of.certifiable && of.state == State::Met);
    Ok(if ready { Outcome::Fine } else { Outcome::Found })
}

pub fn verify(it: &arguments::Verify) -> Result<Outcome> {
    let bytes = files::bytes(&it.file)?;
    let fail = |reason: &dyn std::fmt::Display| Failure::about(files::name(&it.file), reason);
    let text = std::str::from_utf8(&bytes).map_err(|error| fail(&error))?;
    let found = envelope::verify(text).map_err(|error| fail(&error))?;
    files::write(&it.output, &line(&found)?)?;
    let binding = found.binding.as_ref();
    let of_request = |asked: Option<&str>, said: Option<&str>| asked.is_none_or(|asked| said == Some(asked));
    let mut outcome = if found.is_ok() { Outcome::Fine } else { Outcome::Found };
    for (name, asked, said) in [
        ("nonce", it.nonce.as_deref(), binding.map(|it| it.nonce.as_str())),
        ("audience", it.audience.as_deref(), binding.map(|it| it.audience.as_str())),
    ] {
        if !of_request(asked, said) {
            let file = files::name(&it.file);
            files::say(format_args!("iso27001-readiness: {file}: $.binding.{name}: {}\n", words!("command.binding")));
            outcome = Outcome::Found;
        }
    }
    Ok(outcome)
}

pub fn plan(it: &arguments::Listing) -> Result<Outcome> {
    listing(it, ExportName::Plan, &|assessment| line(&Plan::of(assessment)))
}

pub fn statement(it: &arguments::Listing) -> Result<Outcome> {
    listing(it, ExportName::Statement, &|assessment| line(&statement::rows(assessment)))
}

pub fn checklist(it: &arguments::Listing) -> Result<Outcome> {
    listing(it, ExportName::Documents, &|assessment| line(&checklist::checklist(assessment)))
}

fn listing(
    it: &arguments::Listing,
    table: ExportName,
    json: &dyn Fn(&Assessment) -> Result<Vec<u8>>,
) -> Result<Outcome> {
    let assessment = files::assessment(&it.file)?;
    let bytes = match it.format {
        ListFormat::Json => json(&assessment)?,
        ListFormat::Csv => exported(&it.file, &assessment, table, false)?,
    };
    files::write(&it.output, &bytes)?;
    Ok(Outcome::Fine)
}

pub fn first_version(it: &arguments::FirstVersion) -> Result<Outcome> {
    let assessment = files::assessment(&it.file)?;
    let format = match it.format {
        DocumentFormat::Markdown => TextFormat::Markdown,
        DocumentFormat::Html => TextFormat::Html,
    };
    let made = write_first_version(&it.document, &assessment, format, &ExportOptions::default())
        .map_err(|error| Failure::about(files::name(&it.file), error))?;
    files::write(&it.output, &made.bytes)?;
    Ok(Outcome::Fine)
}

pub fn merge(it: &arguments::Merge) -> Result<Outcome> {
    let mut here = files::assessment(&it.here)?;
    let there = files::assessment(&it.there)?;
    let both = || format!(words!("command.both"), one = files::name(&it.here), other = files::name(&it.there));
    here.merge(&there, &|_| it.prefer.into(), &now()?).map_err(|error| Failure::about(both(), error))?;
    write_assessment(&it.output, &here)
}

pub fn carry_over(it: &arguments::CarryOver) -> Result<Outcome> {
    let old = files::assessment(&it.file)?;
    let to = Edition::from(it.to);
    if old.edition() == to {
        return Err(Failure::about(
            files::name(&it.file),
            format!(words!("command.same-edition"), edition = to.year()),
        ));
    }
    let (new, review) = old.carry_over(&now()?).map_err(|error| Failure::about(files::name(&it.file), error))?;
    write_assessment(&it.output, &new)?;
    files::say(format_args!("{}\n", format_args!(words!("command.review"), n = review.len())));
    Ok(Outcome::Fine)
}

pub fn catalog(it: &arguments::Catalog) -> Result<Outcome> {
    let mut text = catalog_json::to_json(it.edition.into());
    text.push('\n');
    files::write(&it.output, text.as_bytes())?;
    Ok(Outcome::Fine)
}

pub fn new(it: &arguments::New) -> Result<Outcome> {
    let now = now()?;
    let mut assessment = Assessment::new(it.edition.into());
    let named = OrganisationChange { name: Some(it.organisation.clone()), ..OrganisationChange::default() };
    assessment
        .identify(&uuid::Uuid::new_v4().to_string(), &now)
        .and_then(|()| assessment.set_organisation(named, &now))
        .map_err(|error| Failure::about("--organisation", error))?;
    write_assessment(&it.output, &assessment)
}

pub fn completions(shell: Shell) -> Result<Outcome> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut out);
    files::write(&Output::default(), &out)?;
    Ok(Outcome::Fine)
}

/// One page: the command, then each of its parts, from the text of the help.
pub fn manual() -> Result<Outcome> {
    let command = Arguments::command();
    let mut out = Vec::new();
    let fail = |error: std::io::Error| Failure::writing(words!("command.standard-output"), &error);
    clap_mangen::Man::new(command.clone()).render(&mut out).map_err(fail)?;
    for part in command.get_subcommands() {
        let manual = clap_mangen::Man::new(part.clone());
        writeln!(out, ".SH \"{}\"", part.get_name().to_uppercase()).map_err(fail)?;
        manual.render_synopsis_section(&mut out).map_err(fail)?;
        manual.render_description_section(&mut out).map_err(fail)?;
        manual.render_options_section(&mut out).map_err(fail)?;
    }
    files::write(&Output::default(), &out)?;
    Ok(Outcome::Fine)
}

pub fn write_assessment(output: &Output, assessment: &Assessment) -> Result<Outcome> {
    let mut text = assessment.to_json();
    text.push('\n');
    files::write(output, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// One export, without a day: the name of the file is not ours here.
fn exported(file: &Path, assessment: &Assessment, name: ExportName, anonymous: bool) -> Result<Vec<u8>> {
    let options = ExportOptions { anonymous, ..ExportOptions::default() };
    let made = export(name, assessment, &options).map_err(|error| Failure::about(files::name(file), error))?;
    Ok(made.bytes)
}

/// A line of JSON.
pub fn line(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec(value).map_err(|error| Failure::about(words!("command.result"), error))?;
    text.push(b'\n');
    Ok(text)
}

pub fn now() -> Result<String> {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0)
        .unwrap_or(now)
        .format(&Rfc3339)
        .map_err(|error| Failure::about(words!("command.clock"), error))
}
