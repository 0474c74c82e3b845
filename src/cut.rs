/// The parts of a text before and after the first `at`, an ASCII character.
///
/// `str::split` and its kin bring their whole searching machinery with every sort of pattern; this one is shared.
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place.saturating_add(1)..)?))
}
