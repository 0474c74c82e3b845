//! Formats of numbers, as workbooks name them.

/// What counts of a number format's code: the part for positive numbers, without literals and colours.
///
/// ```
/// assert_eq!(iso27001_readiness::import::bare_code("[Red]0.0\" days\";-0"), "0.0");
/// ```
#[must_use]
pub fn bare_code(code: &str) -> String {
    let mut bare = String::new();
    let mut signs = code.chars().take(255);
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                signs.find(|sign| *sign == '"');
            }
            '[' => {
                signs.find(|sign| *sign == ']');
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            ';' => break,
            _ => bare.push(sign),
        }
    }
    bare
}
