//! The logistic regression by which the evidence is weighed (Newton's method, with a small penalty on large weights).

use duidu::compare::EVIDENCE;

/// The constant and the weights.
const SIZE: usize = EVIDENCE + 1;

/// The penalty.
const PENALTY: f64 = 0.2;

/// A row: the evidence, and true if both sentences report the same thing.
pub(crate) type Row = ([f64; EVIDENCE], bool);

fn with_constant(facts: &[f64; EVIDENCE]) -> [f64; SIZE] {
    let mut all = [1.0; SIZE];
    all[1..].copy_from_slice(facts);
    all
}

/// The probability that weights give to evidence.
pub(crate) fn probability(weights: &[f64; SIZE], facts: &[f64; EVIDENCE]) -> f64 {
    let sum: f64 = weights.iter().zip(with_constant(facts)).map(|(weight, fact)| weight * fact).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Fits weights to rows.
pub(crate) fn fit(rows: &[Row]) -> [f64; SIZE] {
    let mut weights = [0.0; SIZE];
    for _ in 0..15 {
        let mut system = [[0.0; SIZE + 1]; SIZE];
        for (at, row) in system.iter_mut().enumerate().skip(1) {
            row[at] = PENALTY;
            row[SIZE] = -PENALTY * weights[at];
        }
        for (facts, is_same) in rows {
            let probability = probability(&weights, facts);
            let facts = with_constant(facts);
            for (row, own) in system.iter_mut().zip(facts) {
                for (cell, other) in row.iter_mut().zip(facts) {
                    *cell += probability * (1.0 - probability) * own * other;
                }
                row[SIZE] += (f64::from(u8::from(*is_same)) - probability) * own;
            }
        }
        let step = solve(system);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    weights
}

/// Solves a linear system by elimination.
fn solve(mut system: [[f64; SIZE + 1]; SIZE]) -> [f64; SIZE] {
    for at in 0..SIZE {
        let pivot = (at..SIZE).max_by(|&x, &y| system[x][at].abs().total_cmp(&system[y][at].abs())).unwrap();
        system.swap(at, pivot);
        let row = system[at];
        for (number, other) in system.iter_mut().enumerate().filter(|(number, _)| *number != at) {
            let _ = number;
            let factor = other[at] / row[at];
            other.iter_mut().zip(row).for_each(|(cell, of_row)| *cell -= factor * of_row);
        }
    }
    std::array::from_fn(|at| system[at][SIZE] / system[at][at])
}
