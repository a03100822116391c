//! Mutations of bytes by a seeded generator: the same target gets the same inputs on every machine.

/// No mutation is longer.
const LONGEST: usize = 8192;

/// Pieces with a meaning for readers, cutting or comparing: marks of formats, characters of every length in
/// UTF-8 and halves of them, numerals with the words that can follow, and writings of one character.
const PIECES: [&[u8]; 40] = [
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\t",
    b"\0",
    b"\x1b$B",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe4\xb8",
    b"\xa4",
    b"\x80",
    b"\"",
    b"\\",
    b"\\ud842",
    b"{",
    b"}",
    b"[]",
    b"<p>",
    b"</",
    b"<!--",
    b"&#x",
    b"&lt;",
    b"# ",
    b"=1+1",
    b",",
    b"4294967296",
    "（".as_bytes(),
    "(一)".as_bytes(),
    "「".as_bytes(),
    "」。".as_bytes(),
    "　".as_bytes(),
    "5月21日".as_bytes(),
    "2025年6月初".as_bytes(),
    "10時30分許".as_bytes(),
    "三千二百萬元".as_bytes(),
    "臺灣".as_bytes(),
    "台湾".as_bytes(),
    "𠮷野家".as_bytes(),
    "e\u{301}".as_bytes(),
    "\u{202e}".as_bytes(),
];

/// Generates inputs from kept ones.
pub(crate) struct Mutator<'a> {
    random: SplitMix,
    seeds: &'a [&'a [u8]],
}

impl<'a> Mutator<'a> {
    /// Starts a sequence, another one for each name.
    pub(crate) fn new(name: &str, seeds: &'a [&'a [u8]]) -> Self {
        let state =
            name.bytes().fold(0, |state: u64, byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0193));
        Self { random: SplitMix(state), seeds }
    }

    /// Returns the input after one to five changes.
    pub(crate) fn mutate(&mut self, input: &[u8]) -> Vec<u8> {
        let mut bytes = input.to_vec();
        for _ in 0..=self.random.below(5) {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.random.below(bytes.len() + 1);
        let range = at..(at + self.random.below(16)).min(bytes.len());
        match self.random.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.random.below(8),
            1 => drop(bytes.drain(range)),
            2 => bytes.truncate(at),
            3 => {
                let again = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, again);
            }
            4 => {
                let other = self.seeds[self.random.below(self.seeds.len())];
                let from = self.random.below(other.len() + 1);
                let to = (from + self.random.below(64)).min(other.len());
                bytes.splice(range, other[from..to].iter().copied());
            }
            _ => {
                let piece = PIECES[self.random.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
}

/// SplitMix64 of Steele, Lea and Flood (2014).
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}
