//! Conversion of the learnt weights to the model file.

use duidu::segment::accurate::{Model, ModelParts, SCALE, TABLES, WeightTable, encode, place};

use crate::example::Packed;
use crate::learn::{Index, Weights, width};
use crate::lists::Lists;

/// The step to which the weights of patterns are rounded, of the score's steps: finer ones cost a third more
/// bytes after compression and change no score by more than chance.
const STEP: f32 = 6.0;

/// The greatest weight of a pattern that is a whole number of steps and fits in a byte.
const MOST: f32 = 126.0;

/// Wraps the lists in a model that has learnt nothing.
pub(crate) fn lists(lists: Lists) -> Packed {
    let empty = WeightTable { counts: vec![0; 2], ..WeightTable::default() };
    let parts = ModelParts {
        tables: std::array::from_fn(|_| empty.clone()),
        words: lists.words.clone(),
        tags: lists.tags.clone(),
        classes: lists.classes.clone(),
        lattice: vec![0; Weights::new(0).lattice().len()],
    };
    let model = Model::open(encode(&parts)).expect("an empty model is a model");
    Packed { lists, model }
}

/// Encodes the model.
///
/// A row is omitted if none of its weights reaches `prune`: most n-grams are rare and hardly matter.
pub(crate) fn pack(index: &Index, weights: &Weights, packed: &Packed, prune: f32) -> Vec<u8> {
    let scale = SCALE as f32;
    let quantise = |weight: f32| {
        let rounded = libm::roundf(weight * scale / STEP) * STEP;
        rounded.clamp(-MOST, MOST) as i8
    };
    let tables = std::array::from_fn(|table| {
        let width = width(table);
        let rows: Vec<(u64, Vec<i8>)> = index
            .patterns(table)
            .into_iter()
            .map(|(key, row)| (key, &weights.rows[row..row + width]))
            .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= prune))
            .map(|(key, row)| (key, row.iter().map(|&weight| quantise(weight)).collect()))
            .collect();
        table_of(rows)
    });
    let lattice = weights.lattice().into_iter().map(|weight| libm::roundf(weight * scale) as i16).collect();
    encode(&ModelParts {
        tables,
        words: packed.lists.words.clone(),
        tags: packed.lists.tags.clone(),
        classes: packed.lists.classes.clone(),
        lattice,
    })
}

fn table_of(rows: Vec<(u64, Vec<i8>)>) -> WeightTable {
    let bits = (rows.len().max(2) as u32).next_power_of_two().trailing_zeros();
    let mut placed: Vec<((usize, u8), Vec<i8>)> =
        rows.into_iter().map(|(key, row)| (place(key, bits), row)).collect();
    placed.sort_by_key(|(place, _)| *place);
    let mut table = WeightTable { counts: vec![0; 1 << bits], ..WeightTable::default() };
    for ((bucket, check), row) in placed {
        table.counts[bucket] += 1;
        table.checks.push(check);
        table.weights.extend(row.into_iter().map(i8::cast_unsigned));
    }
    table
}

/// Checks at compile time that both sides have the same number of tables.
const _: () = assert!(TABLES == 5);
