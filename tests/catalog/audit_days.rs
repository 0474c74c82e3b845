//! Audit days.

use iso27001_readiness::catalog;

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
