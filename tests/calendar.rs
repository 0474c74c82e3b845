//! The way to a certificate: its days, and the calendar by RFC 5545.

#![expect(clippy::unwrap_used, reason = "a test that fails here has failed")]

use iso27001_readiness::assessment::{Assessment, OrganisationChange};
use iso27001_readiness::catalog::Edition;
use iso27001_readiness::output::exports::{Calendar, ExportOptions, calendar};

const NOW: &str = "2026-11-23T10:00:00Z";

fn made(assessment: &Assessment, day: &str, certificate: &str) -> Calendar {
    calendar(assessment, &ExportOptions { day, ..ExportOptions::default() }, certificate).unwrap()
}

fn named(name: &str) -> Assessment {
    let mut assessment = Assessment::new(Edition::E2022);
    let change = OrganisationChange { name: Some(name.to_owned()), ..OrganisationChange::default() };
    assessment.set_organisation(change, NOW).unwrap();
    assessment
}

fn days(of: &Calendar) -> Vec<&str> {
    of.milestones.iter().map(|step| step.day.as_str()).collect()
}

/// The lines of a calendar, unfolded.
fn lines(of: &Calendar) -> Vec<String> {
    let text = String::from_utf8(of.file.bytes.clone()).unwrap();
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    text.replace("\r\n ", "").trim_end().split("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_steps_are_counted_back_from_the_certificate_or_on_from_today() {
    let assessment = Assessment::new(Edition::E2022);
    let back = made(&assessment, "2026-11-30", "2027-12-01");
    let expected = ["2027-05-19", "2027-08-11", "2027-09-08", "2027-10-06", "2027-11-03", "2027-12-01", "2028-11-01"];
    assert_eq!(days(&back), expected);
    let on = made(&assessment, "2027-05-19", "");
    assert_eq!(days(&on), expected, "the same way from its other end");
    assert_eq!(back.file.name, "iso27001-2026-11-30-calendar.ics");
    assert_eq!(back.file.media_type, "text/calendar");
}

#[test]
fn the_calendar_is_one_of_rfc_5545() {
    let mut assessment = named("Larkfield; Søn, \\ & Co \u{202e}gnp\nBEGIN:VALARM");
    let name = "Larkfield\\; Søn\\, \\\\ & Co ";
    let it = made(&assessment, "2026-11-30", "2027-12-01");
    let lines = lines(&it);
    assert_eq!(lines[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
    assert!(lines[2].starts_with("PRODID:-//iso27001-readiness//") && lines.last().unwrap() == "END:VCALENDAR");
    let events: Vec<&[String]> = lines[3..lines.len() - 1].chunks(7).collect();
    assert_eq!(events.len(), 7);
    let mut uids = Vec::new();
    for (event, step) in events.iter().zip(&it.milestones) {
        let [begin, uid, stamp, start, summary, free, end] = event else { panic!("{event:?}") };
        assert_eq!((begin.as_str(), end.as_str()), ("BEGIN:VEVENT", "END:VEVENT"));
        assert_eq!(uid.len(), "UID:".len() + 36);
        assert_eq!(stamp, "DTSTAMP:20261130T000000Z");
        assert_eq!(*start, format!("DTSTART;VALUE=DATE:{}", step.day.replace('-', "")));
        assert!(summary.starts_with(&format!("SUMMARY:{}: {name}", step.title)), "{summary}");
        assert_eq!(free, "TRANSP:TRANSPARENT");
        uids.push(uid.clone());
    }
    // The same plan, moved: the entries of a calendar that has them already move too.
    let moved = self::lines(&made(&assessment, "2026-12-01", "2028-01-01"));
    for uid in &uids {
        assert_eq!(moved.iter().filter(|line| *line == uid).count(), 1);
    }
    assessment
        .set_organisation(OrganisationChange { name: Some("Other".into()), ..OrganisationChange::default() }, NOW)
        .unwrap();
    assert!(!self::lines(&made(&assessment, "2026-11-30", "2027-12-01")).contains(&uids[0]));
}

#[test]
fn a_day_that_is_none_or_out_of_reach_is_refused_by_name() {
    let assessment = Assessment::new(Edition::E2022);
    for (day, certificate, subject) in [
        ("soon", "", "day"),
        ("", "", "day"),
        ("2026-11-30", "2027-02-29", "certificate"),
        ("9999-10-01", "", "day"),
        ("2026-11-30", "0001-01-01", "certificate"),
    ] {
        let options = ExportOptions { day, ..ExportOptions::default() };
        let error = calendar(&assessment, &options, certificate).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), ("bad-date", subject), "{day} {certificate}");
    }
}

#[test]
fn an_anonymous_calendar_holds_no_name() {
    let options = ExportOptions { anonymous: true, day: "2026-11-30", ..ExportOptions::default() };
    let it = calendar(&named("Larkfield"), &options, "").unwrap();
    assert!(!String::from_utf8(it.file.bytes).unwrap().contains("Larkfield"));
}
