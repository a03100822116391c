//! Files that are altered and given a new checksum, so that only their meaning is wrong: they give an error
//! or a model that works, never a panic.

use proptest::prelude::*;

use super::*;
use crate::segment::{AccurateSegmenter, Segmenter, TokenSpan};

/// Makes a small model with data in every section.
fn small() -> Vec<u8> {
    let table = |number: usize| WeightTable {
        counts: vec![1, 0, 3, 1],
        checks: vec![7, 1, 1, 200, 9],
        weights: (0..5 * width(number)).map(|at| (at * 31 % 256) as u8).collect(),
    };
    let words =
        WeightTable { counts: vec![2, 2], checks: vec![1, 2, 3, 4], weights: vec![0x03, 0x25, 0x42, 0xe7] };
    encode(&ModelParts {
        tables: std::array::from_fn(table),
        words,
        tags: vec![1, 9, 33, 57],
        classes: (0..0x1_0000_u32).map(|code| (code % 251) as u8).collect(),
        lattice: (0..(LONGEST + 1) * KNOWN + 4).map(|at| (at * 7919 % 65_536) as u16 as i16).collect(),
    })
}

/// Sets the checksum of the bytes.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(body) = bytes.get(20..) {
        let sum = checksum(body).to_le_bytes();
        bytes[12..20].copy_from_slice(&sum);
    }
    bytes
}

fn survives(bytes: Vec<u8>) {
    if let Ok(segmenter) = AccurateSegmenter::open(bytes) {
        let text =
            "王小明12月3日在Wi-Fi世界·大學説：「天下雨了。」𠀀\u{E0100}".repeat(3) + &"中".repeat(5000);
        let (mut tokens, mut margins): (Vec<TokenSpan>, Vec<i32>) = (Vec::new(), Vec::new());
        segmenter.segment(&text, &mut tokens);
        assert_eq!(tokens.iter().map(|token| token.span.of(&text)).collect::<String>(), text);
        tokens.clear();
        segmenter.segment_with_margins(&text, &mut tokens, &mut margins);
        assert!(margins.iter().all(|&margin| margin >= 0));
    }
}

#[test]
fn a_small_model_opens_and_works() {
    assert!(AccurateSegmenter::open(small()).is_ok());
    survives(small());
}

#[test]
fn extreme_weights_do_not_overflow() {
    for weight in [i16::MIN, i16::MAX] {
        let table = |number: usize| WeightTable {
            counts: vec![255; 4],
            checks: (0..4 * 255).map(|at| (at % 255) as u8).collect(),
            weights: vec![weight.to_be_bytes()[0]; 4 * 255 * width(number)],
        };
        survives(encode(&ModelParts {
            tables: std::array::from_fn(table),
            words: WeightTable { counts: vec![0; 2], ..WeightTable::default() },
            lattice: vec![weight; (LONGEST + 1) * KNOWN + 4],
            ..ModelParts::default()
        }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_file_altered_and_sealed_is_an_error_or_works(
        header in prop::collection::vec((20..HEADER, any::<u8>()), 0..3),
        body in prop::collection::vec((HEADER..HEADER + 700, any::<u8>()), 0..8),
        cut in prop::option::weighted(0.2, 20_usize..4000),
        more in 0_usize..2,
    ) {
        let mut bytes = small();
        for (at, byte) in header.into_iter().chain(body) {
            bytes[at] = byte;
        }
        bytes.truncate(cut.unwrap_or(bytes.len()));
        bytes.resize(bytes.len() + more, 0);
        survives(sealed(bytes));
    }

    #[test]
    fn wrong_lengths_with_the_right_sum_do_not_panic(
        section in 0..SECTIONS - 1,
        moved in 1_u32..600,
    ) {
        // Bytes of one section assigned to the next: the total is unchanged.
        let mut bytes = small();
        let at = |section: usize| 20 + 4 * section;
        let [one, next] = [section, section + 1].map(|section| number(&bytes, at(section)).unwrap());
        let moved = moved.min(one);
        bytes[at(section)..at(section) + 4].copy_from_slice(&(one - moved).to_le_bytes());
        bytes[at(section + 1)..at(section + 1) + 4].copy_from_slice(&(next + moved).to_le_bytes());
        survives(sealed(bytes));
    }

    #[test]
    fn any_bytes_are_an_error_or_a_model(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(AccurateSegmenter::open(bytes.clone()).is_err());
        let mut file = [&MAGIC[..], &FORMAT.to_le_bytes(), &[0; 8]].concat();
        file.extend(bytes);
        survives(sealed(file));
    }
}
