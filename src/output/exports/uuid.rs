//! UUIDs of version 5: the same name, the same UUID.

/// Made once at random; names made here differ from all others because of it.
const NAMESPACE: [u8; 16] =
    [0x6d, 0x2f, 0x0e, 0x5b, 0x93, 0xc4, 0x4a, 0x17, 0x8b, 0x5e, 0x71, 0xd0, 0xa8, 0x3c, 0x26, 0xf9];

/// SHA-1, here for naming alone. A copy goes on from where it stands, so that names with a long beginning in common
/// read it once.
#[derive(Clone)]
struct Sha1 {
    state: [u32; 5],
    block: Vec<u8>,
    length: u64,
}

impl Sha1 {
    fn new() -> Self {
        Self {
            state: [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0],
            block: Vec::with_capacity(64),
            length: 0,
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        self.length = self.length.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        for byte in bytes {
            self.block.push(*byte);
            if self.block.len() == 64 {
                compress(&mut self.state, &self.block);
                self.block.clear();
            }
        }
    }

    /// The digest of all that was read, in words.
    fn finish(mut self) -> [u32; 5] {
        let bits = self.length.wrapping_mul(8);
        self.update(&[0x80]);
        while self.block.len() != 56 {
            self.update(&[0]);
        }
        self.update(&bits.to_be_bytes());
        self.state
    }
}

fn compress(state: &mut [u32; 5], block: &[u8]) {
    let mut words = [0_u32; 16];
    for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, byte| word.wrapping_shl(8) | u32::from(*byte));
    }
    let [mut a, mut b, mut c, mut d, mut e] = *state;
    for round in 0..80_u8 {
        let (mix, constant) = match round {
            0..20 => ((b & c) | (!b & d), 0x5a82_7999),
            20..40 => (b ^ c ^ d, 0x6ed9_eba1),
            40..60 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc_u32),
            _ => (b ^ c ^ d, 0xca62_c1d6),
        };
        let [word, _, third, _, _, _, _, _, ninth, _, _, _, _, fourteenth, _, _] = words;
        let next = a.rotate_left(5).wrapping_add(mix).wrapping_add(e).wrapping_add(constant).wrapping_add(word);
        (e, d, c, b, a) = (d, c, b.rotate_left(30), a, next);
        words.rotate_left(1);
        if let Some(last) = words.last_mut() {
            *last = (fourteenth ^ ninth ^ third ^ word).rotate_left(1);
        }
    }
    for (place, value) in state.iter_mut().zip([a, b, c, d, e]) {
        *place = place.wrapping_add(value);
    }
}

/// Names things, all with the same beginning.
pub(super) struct Namer(Sha1);

impl Namer {
    /// Names that begin with these texts, parted by spaces.
    pub(super) fn new(beginning: &[&str]) -> Self {
        let mut hash = Sha1::new();
        hash.update(&NAMESPACE);
        for text in beginning {
            hash.update(text.as_bytes());
            hash.update(b" ");
        }
        Self(hash)
    }

    /// The UUID of a name.
    pub(super) fn uuid(&self, kind: &str, name: &str) -> String {
        let mut hash = self.0.clone();
        hash.update(kind.as_bytes());
        if !name.is_empty() {
            hash.update(b" ");
            hash.update(name.as_bytes());
        }
        let mut out = String::with_capacity(36);
        let mut bytes = hash.finish().map(u32::to_be_bytes).concat();
        bytes.truncate(16);
        for (index, byte) in bytes.into_iter().enumerate() {
            let byte = match index {
                6 => (byte & 0x0f) | 0x50,
                8 => (byte & 0x3f) | 0x80,
                _ => byte,
            };
            if matches!(index, 4 | 6 | 8 | 10) {
                out.push('-');
            }
            for half in [byte.wrapping_shr(4), byte & 15] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_of_the_standard() {
        let digest = |text: &str| {
            let mut hash = Sha1::new();
            hash.update(text.as_bytes());
            hash.finish().map(|word| format!("{word:08x}")).concat()
        };
        assert_eq!(digest("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(digest(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(digest(&"a".repeat(1000)), "291e9a6c66994949b57ba5e650361e98fc36b1ba");
    }

    #[test]
    fn a_uuid_follows_from_its_name() {
        let one = Namer::new(&["text", "0.1.0"]);
        assert_eq!(one.uuid("finding", "4.1"), one.uuid("finding", "4.1"));
        assert_ne!(one.uuid("finding", "4.1"), one.uuid("finding", "4.2"));
        assert_eq!(one.uuid("finding", "4.1"), Namer::new(&["text"]).uuid("0.1.0 finding", "4.1"));
        let uuid = one.uuid("result", "");
        assert_eq!((uuid.len(), uuid.get(14..15)), (36, Some("5")));
    }
}
