//! The wasm as text that compresses as well as the wasm itself.
//!
//! Hosts send pages with brotli, which cannot see through base64 of gzip. So each byte becomes one character: in the
//! data, where our sentences are, a printable byte is its own character and any other `U+0100` plus the byte; in the
//! code, where bytes mean nothing as characters, each has one that suits brotli. Measured on a module of 334 KB, as brotli:
//! 125 KB in gzip and base64, 101 KB with one table, 98 KB with two; 97 KB in itself.
//!
//! The core is a part of the whole module, byte for byte (`core_part`), so its functions stand in the page once. With the
//! same table its data is the same text, and goes over the line once.
use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::core_part::rest;

/// A module as text: the characters of the code's 256 bytes, then the code, then the data.
pub struct Encoded {
    pub text: String,
    /// How many characters the code takes.
    pub code: usize,
}

/// A module as text.
///
/// # Errors
/// When the bytes are no WebAssembly module.
pub fn encode(wasm: &[u8]) -> Result<Encoded> {
    encoded(wasm, code_of(wasm)?)
}

/// Likewise what a module has beyond the core.
///
/// # Errors
/// When one of the two is no WebAssembly module.
pub fn encode_rest(wasm: &[u8], core: &[u8]) -> Result<Encoded> {
    let rest = rest(wasm, core)?;
    let data = wasm.len() - code_of(wasm)?;
    encoded(&rest, rest.len() - data)
}

fn encoded(wasm: &[u8], code: usize) -> Result<Encoded> {
    let (before, after) = wasm.split_at_checked(code).context("less than its code")?;
    let table: Vec<char> = TABLE.chars().collect();
    let own: Vec<char> = (0..=255).map(own_character).collect();
    let mut text = String::with_capacity(wasm.len() * 2);
    for character in &table {
        text.write_char(*character)?;
    }
    for (bytes, table) in [(before, &table), (after, &own)] {
        text.extend(bytes.iter().filter_map(|byte| table.get(usize::from(*byte))));
    }
    Ok(Encoded { text, code })
}

/// How many bytes stand before the data.
fn code_of(wasm: &[u8]) -> Result<usize> {
    Ok(data_section(wasm).context("not a WebAssembly module")?.unwrap_or(wasm.len()))
}

/// What can stand in a script element as it is: no control character that a parser would change or refuse, and not the
/// one that could end the element.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t' | 0x20..=0x7e) && byte != b'<'
}

fn own_character(byte: u8) -> char {
    if is_plain(byte) {
        char::from(byte)
    } else {
        char::from_u32(0x100 + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

/// The character of each byte of the code. Brotli foretells a character from the kind of the two before it: a space, each
/// of some signs, digits, large and small vowels and consonants. So the frequent bytes have characters of kinds that few
/// others have. Found by exchanging two at a time and keeping what made this page smaller (`pkg-config/characters.mjs`): the
/// code took 127,979 bytes where by frequency alone it took 128,736. Any order of the same characters is right.
const TABLE: &str = concat!(
    "ej:MT4LJzHoQ>@v*\nhĒē'ĕĖėVę|uRĝĞğ $!/;ĥĦħ()Īī,-.#0ıĲĳFĵ^7XĹkĻ8ĽľĿ",
    "qA=ŃńEx?ňIŊŋŌōŎOŐőŒœŔŕŖŗŘřŚśŜŝŞ_`abţdpfgŨũ{NlŭntŰirsYŵŶŷGŹźŻżŽ~y",
    "ZCƂƃBƅƆƇSƉƊƋƌƍƎƏ]ƑƒƓƔƕƖƗ&ƙƚƛ[ƝƞƟ6ơƢƣƤƥƦcPƩƪƫƬƭƮƯ%ƱƲƳ\tƵƶƷ2ƹƺƻ9ƽƾƿ",
    "}ǁǂD1ǅǆ+\"ǉǊǋwǍǎǏ5ǑǒǓǔǕǖǗWǙǚǛǜ\\Ǟǟ3ǡǢǣǤǥǦǧǨǩǪǫǬǭǮǯǰǱmǳǴǵǶǷǸǹǺǻKǽǾU",
);

/// Where the data section begins; `None` inside if there is none, outside if the bytes are no module.
#[expect(clippy::option_option, reason = "no module and no data are different answers")]
fn data_section(wasm: &[u8]) -> Option<Option<usize>> {
    const DATA: u8 = 11;
    if !wasm.starts_with(b"\0asm") {
        return None;
    }
    let mut at = 8;
    while let Some(id) = wasm.get(at) {
        if *id == DATA {
            return Some(Some(at));
        }
        let (mut size, mut shift) = (0_usize, 0);
        loop {
            at += 1;
            let byte = *wasm.get(at)?;
            size |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        at = at.checked_add(size)?.checked_add(1)?;
    }
    Some(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table's characters stand first in the text.
    const CHARACTERS: usize = 256;

    /// What the page does: `www/app/model/wasm.ts`.
    fn decode(encoded: &Encoded) -> Vec<u8> {
        let characters: Vec<u32> = encoded.text.chars().map(u32::from).collect();
        let (table, rest) = characters.split_at(CHARACTERS);
        let byte = |(index, character): (usize, &u32)| {
            if index < encoded.code {
                table.iter().position(|known| known == character).expect("in the table") as u8
            } else {
                (character & 0xff) as u8
            }
        };
        rest.iter().enumerate().map(byte).collect()
    }

    fn module(code: &[u8], data: &[u8]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (id, section) in [(10_u8, code), (11, data)] {
            wasm.push(id);
            wasm.push(u8::try_from(section.len() & 0x7f).expect("seven bits") | 0x80);
            wasm.push(u8::try_from(section.len() >> 7).expect("small"));
            wasm.extend(section);
        }
        wasm
    }

    #[test]
    fn every_byte_comes_back_from_code_and_data() {
        let all: Vec<u8> = (0..=255).chain([0x20; 40]).chain([0x41, 0x41, 0, 0]).collect();
        let wasm = module(&all, &all);
        assert_eq!(decode(&encode(&wasm).expect("a module")), wasm);
        let no_data = b"\0asm\x01\0\0\0".to_vec();
        assert_eq!(decode(&encode(&no_data).expect("a module")), no_data);
    }

    #[test]
    fn every_byte_has_a_character_of_its_own_and_no_plain_one_is_left_over() {
        let characters: std::collections::BTreeSet<char> = TABLE.chars().collect();
        assert_eq!((TABLE.chars().count(), characters.len()), (CHARACTERS, CHARACTERS));
        assert!((0..=255).filter(|byte| is_plain(*byte)).all(|byte| characters.contains(&char::from(byte))));
    }

    #[test]
    fn nothing_in_the_text_can_end_the_element_or_be_changed_by_a_parser() {
        let all: Vec<u8> = (0..=255).collect();
        let wasm = module(&all, b"</script><!--\r\0");
        let text = encode(&wasm).expect("a module").text;
        assert!(!text.contains(['<', '\r', '\0']));
        assert!(text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
        assert!(text.chars().all(|c| u32::from(c) < 0x200));
    }

    #[test]
    fn sentences_in_the_data_stay_sentences() {
        let wasm = module(b"", b"How reliably?\n");
        let text = encode(&wasm).expect("a module").text;
        assert!(text.ends_with("How reliably?\n"));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(encode(&module(b"", b"")).is_ok());
        for bad in [b"wasm".as_slice(), b"\0asm\x01\0\0\0\x0a\xff"] {
            assert!(encode(bad).is_err());
        }
    }
}
