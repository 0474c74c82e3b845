//! Gross audit days by headcount, a rule of thumb.

use super::AuditDays;

/// Bands of headcount without gaps, rising.
pub(super) static AUDIT_DAYS: [AuditDays; 22] = [
    AuditDays { persons_from: 1, persons_to: 10, tenths: 50 },
    AuditDays { persons_from: 11, persons_to: 15, tenths: 60 },
    AuditDays { persons_from: 16, persons_to: 25, tenths: 70 },
    AuditDays { persons_from: 26, persons_to: 45, tenths: 85 },
    AuditDays { persons_from: 46, persons_to: 65, tenths: 100 },
    AuditDays { persons_from: 66, persons_to: 85, tenths: 110 },
    AuditDays { persons_from: 86, persons_to: 125, tenths: 120 },
    AuditDays { persons_from: 126, persons_to: 175, tenths: 130 },
    AuditDays { persons_from: 176, persons_to: 275, tenths: 140 },
    AuditDays { persons_from: 276, persons_to: 425, tenths: 150 },
    AuditDays { persons_from: 426, persons_to: 625, tenths: 165 },
    AuditDays { persons_from: 626, persons_to: 875, tenths: 175 },
    AuditDays { persons_from: 876, persons_to: 1175, tenths: 185 },
    AuditDays { persons_from: 1176, persons_to: 1550, tenths: 195 },
    AuditDays { persons_from: 1551, persons_to: 2025, tenths: 210 },
    AuditDays { persons_from: 2026, persons_to: 2675, tenths: 220 },
    AuditDays { persons_from: 2676, persons_to: 3450, tenths: 230 },
    AuditDays { persons_from: 3451, persons_to: 4350, tenths: 240 },
    AuditDays { persons_from: 4351, persons_to: 5450, tenths: 250 },
    AuditDays { persons_from: 5451, persons_to: 6800, tenths: 260 },
    AuditDays { persons_from: 6801, persons_to: 8500, tenths: 270 },
    AuditDays { persons_from: 8501, persons_to: 10700, tenths: 280 },
];
