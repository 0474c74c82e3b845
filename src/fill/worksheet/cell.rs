//! One cell as it is written.

use super::Around;
use super::spots::{Look, Spot};
use crate::fill::cells::{Kind, Wanted};
use crate::fill::markup::{attributes, prefix};
use crate::fill::styles::{Shown, serial};
use crate::json::push_integer;
use crate::output::exports::xlsx::written;
use crate::text::column_letters;

/// The cell as it is written: its attributes stay, but those of the value that it had.
pub(super) fn cell(spot: &Spot<'_>, one: &Wanted, look: &Look, around: &Around<'_>) -> String {
    let mut style = spot.style;
    let mut shown = around.styles.get(style).copied().unwrap_or(Shown::Plain);
    let mut out = ["<", &spot.name].concat();
    let mut dated = None;
    if one.kind == Kind::Date {
        // A cell without a style of its own takes that of the dates beside it.
        if let Some(of_column) = look.date.filter(|_| style == 0) {
            (style, shown) = (of_column, Shown::Date);
        }
        dated = serial(&one.day, around.from_1904).filter(|_| shown == Shown::Date);
    }
    if spot.is_new {
        out.push_str(" r=\"");
        out.push_str(&column_letters(one.column));
        push_integer(&mut out, u64::try_from(one.row).unwrap_or(u64::MAX).saturating_add(1));
        out.push('"');
    }
    for attribute in attributes(spot.attributes).unwrap_or_default() {
        let is_of_value = matches!(attribute.name, "t" | "cm" | "vm") || (attribute.name == "s" && style != spot.style);
        if !is_of_value {
            out.push(' ');
            out.push_str(attribute.whole);
        }
    }
    if style != 0 && (spot.is_new || style != spot.style) {
        out.push_str(" s=\"");
        push_integer(&mut out, u64::try_from(style).unwrap_or(0));
        out.push('"');
    }
    let tag = prefix(&spot.name);
    let is_number = look.has_numbers || !look.has_texts;
    let figure =
        if one.kind == Kind::Word && is_number && shown != Shown::Text { figure(&one.cell.to, shown) } else { None };
    let typed = match one.cell.to.as_str() {
        "TRUE" if one.kind == Kind::Word => Some("1"),
        "FALSE" if one.kind == Kind::Word => Some("0"),
        _ => None,
    };
    match (dated.or(figure), typed) {
        (Some(value), _) => out.push_str(&["><", tag, "v>", &value, "</", tag, "v></", &spot.name, ">"].concat()),
        (None, Some(value)) => {
            out.push_str(&[" t=\"b\"><", tag, "v>", value, "</", tag, "v></", &spot.name, ">"].concat());
        }
        (None, None) if one.cell.to.is_empty() => out.push_str("/>"),
        (None, None) => {
            out.push_str(&[" t=\"inlineStr\"><", tag, "is><", tag, "t xml:space=\"preserve\">"].concat());
            written(&mut out, &one.cell.to);
            out.push_str(&["</", tag, "t></", tag, "is></", &spot.name, ">"].concat());
        }
    }
    out
}

/// A figure as a number of the file: "3", "0.5"; of a percentage, its hundredth.
fn figure(text: &str, shown: Shown) -> Option<String> {
    let is_plain = |text: &str| {
        (1..=6).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && text.starts_with(|sign: char| sign.is_ascii_digit())
            && text.ends_with(|sign: char| sign.is_ascii_digit())
            && text.bytes().filter(|byte| *byte == b'.').count() < 2
    };
    let Some(percent) = text.strip_suffix('%') else {
        let text = text.replace(',', ".");
        return is_plain(&text).then_some(text).filter(|_| shown != Shown::Percent);
    };
    let whole: u32 = percent.trim_end().parse().ok().filter(|whole| *whole <= 100)?;
    if shown != Shown::Percent {
        return None;
    }
    let mut out = String::new();
    push_integer(&mut out, u64::from(whole / 100));
    if !whole.is_multiple_of(100) {
        out.push('.');
        push_integer(&mut out, u64::from(whole % 100 / 10));
        if !whole.is_multiple_of(10) {
            push_integer(&mut out, u64::from(whole % 10));
        }
    }
    Some(out)
}
