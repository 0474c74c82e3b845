//! Times and dates: which are taken, in calls and in files.

use crate::given::{NOW, file, verdict};
use iso27001_readiness::assessment::{Answer, Assessment, Resolution};
use iso27001_readiness::catalog::Edition;

#[test]
fn a_time_is_one_of_rfc_3339_or_empty() {
    let at = |now: &str| Assessment::new(Edition::E2022).respond("4.1", Answer::Unknown, now);
    for now in ["", NOW, "2026-11-23T10:00:00.123Z", "2024-02-29T23:59:60+14:00", "0001-01-01T00:00:00.000000001-00:30"]
    {
        at(now).unwrap();
    }
    let long = "2".repeat(10_001);
    let fraction = format!("2026-11-23T10:00:00.{}Z", "1".repeat(40));
    for now in [
        " ",
        "now",
        "2026-11-23",
        "2026-02-30T10:00:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z",
        "2026-11-23T10:00:61Z",
        "2026-11-23T10:00Z",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00.Z",
        "2026-11-23T10:00:00..1Z",
        "2026-11-23 10:00:00Z",
        "2026-11-23T10:00:00Z ",
        "2026-11-23T-1:00:00Z",
        "2026-11-23T10:00:00+0100",
        "2026-11-23T10:00:00+24:00",
        "2026-11-23T1𝄞:00Z",
        &long,
        &fraction,
    ] {
        let error = at(now).unwrap_err();
        assert_eq!((error.code().as_str(), error.subject()), ("bad-date", "now"), "{now}");
        assert_eq!(error.message(), "expected a time like 2026-11-23T10:00:00Z");
    }
    let mut it = Assessment::new(Edition::E2022);
    assert_eq!(it.identify("id", "today").unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it.merge(&it.clone(), &|_| Resolution::Lower, "today").unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it.carry_over("today").map(|_| ()).unwrap_err().code().as_str(), "bad-date");
    assert_eq!(it, Assessment::new(Edition::E2022));
}

#[test]
fn a_due_date_is_a_day_of_the_calendar_or_empty() {
    let due =
        |date: &str| verdict(&Assessment::parse(&file(&format!(r#""requirements":{{"4.1":{{"due":"{date}"}}}}"#))));
    for date in ["", "2026-01-31", "2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(due(date), "accepted", "{date}");
    }
    for date in [
        "2026-02-30",
        "2026-02-29",
        "2023-02-29",
        "1900-02-29",
        "2100-02-29",
        "2026-04-31",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "2026-1-1",
        "26-01-01",
        "2026/01/01",
        "01.02.2026",
        "2026-01-01T00:00:00Z",
        " 2026-01-01",
        "2026-01-01 ",
        "2026-01-0a",
        "-026-01-01",
        "+026-01-01",
        "2026-+1-01",
        "20260101",
        "2026-01",
        "tomorrow",
        "２０２６-01-01",
        "2026–01–01",
        "20é6-01-01",
    ] {
        assert_eq!(due(date), r#"bad-date $.requirements["4.1"].due"#, "{date}");
    }
    let statement = Assessment::parse(&file(r#""statement":{"date":"2026-02-30"}"#));
    assert_eq!(verdict(&statement), "bad-date $.statement.date");
    let area = Assessment::parse(&file(r#""areas":{"policy":{"due":"soon"}}"#));
    assert_eq!(verdict(&area), "bad-date $.areas.policy.due");
}
