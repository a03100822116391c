//! The probabilities of labels in a sentence, by the forward and backward sums of a linear chain.

use duidu::entities::{EDGE, LABELS, PAIRS, STATES, may_follow};

/// For each unit and label, and for each step (to every unit and behind the last) and pair of states.
#[derive(Debug)]
pub(crate) struct Chain {
    pub(crate) units: Vec<[f32; LABELS]>,
    pub(crate) steps: Vec<[f32; PAIRS]>,
}

/// Returns the differences between what a sentence with these labels has and what these sums of weights expect: the gradient
/// of its log-likelihood.
pub(crate) fn gradient(labels: &[usize], sums: &Chain) -> Chain {
    let odds_of_step = |sums: &[f32; PAIRS]| -> [f64; PAIRS] {
        std::array::from_fn(|pair| {
            let is_allowed = may_follow(pair / STATES, pair % STATES);
            if is_allowed { f64::from(libm::expf(sums[pair])) } else { 0.0 }
        })
    };
    let odds_of_unit = |sums: &[f32; LABELS]| {
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        sums.map(|sum| libm::exp(f64::from(sum - most)))
    };
    let steps: Vec<[f64; PAIRS]> = sums.steps.iter().map(odds_of_step).collect();
    let odds: Vec<[f64; LABELS]> = sums.units.iter().map(odds_of_unit).collect();
    let (forward, scales) = forward(&odds, &steps);
    let backward = backward(&odds, &steps, &scales);
    let last = labels.len() - 1;
    let all: f64 = (0..LABELS).map(|label| forward[last][label] * backward[last][label]).sum();
    let mut units = vec![[0.0; LABELS]; labels.len()];
    let mut pairs = vec![[0.0; PAIRS]; steps.len()];
    for (unit, &right) in labels.iter().enumerate() {
        for label in 0..LABELS {
            let share = (forward[unit][label] * backward[unit][label] / all) as f32;
            units[unit][label] -= share;
            if unit == 0 {
                pairs[0][STATES * EDGE + label] -= share;
            }
            if unit == last {
                pairs[last + 1][STATES * label + EDGE] -= share;
            }
        }
        units[unit][right] += 1.0;
        let before = if unit == 0 { EDGE } else { labels[unit - 1] };
        pairs[unit][STATES * before + right] += 1.0;
    }
    pairs[last + 1][STATES * labels[last] + EDGE] += 1.0;
    for unit in 1..labels.len() {
        let scale = scales[unit] * all;
        for (before, beginning) in forward[unit - 1].iter().enumerate() {
            for (after, (odds, end)) in odds[unit].iter().zip(backward[unit]).enumerate() {
                let pair = STATES * before + after;
                pairs[unit][pair] -= (beginning * steps[unit][pair] * odds * end / scale) as f32;
            }
        }
    }
    Chain { units, steps: pairs }
}

/// Returns the sums over all beginnings, each unit's scaled to one, and the scales.
fn forward(odds: &[[f64; LABELS]], steps: &[[f64; PAIRS]]) -> (Vec<[f64; LABELS]>, Vec<f64>) {
    let mut sums: Vec<[f64; LABELS]> = Vec::with_capacity(odds.len());
    let mut scales = Vec::with_capacity(odds.len());
    for (odds, steps) in odds.iter().zip(steps) {
        let mut here = [0.0; LABELS];
        for (label, here) in here.iter_mut().enumerate() {
            let before: f64 = match sums.last() {
                None => steps[STATES * EDGE + label],
                Some(before) => (0..LABELS).map(|other| before[other] * steps[STATES * other + label]).sum(),
            };
            *here = before * odds[label];
        }
        let scale: f64 = here.iter().sum();
        sums.push(here.map(|sum| sum / scale));
        scales.push(scale);
    }
    (sums, scales)
}

/// Returns the sums over all ends, with the scales of the beginnings.
fn backward(odds: &[[f64; LABELS]], steps: &[[f64; PAIRS]], scales: &[f64]) -> Vec<[f64; LABELS]> {
    let mut sums = vec![[0.0; LABELS]; odds.len()];
    let last = odds.len() - 1;
    sums[last] = std::array::from_fn(|label| steps[last + 1][STATES * label + EDGE]);
    for unit in (0..last).rev() {
        let after = sums[unit + 1];
        sums[unit] = std::array::from_fn(|label| {
            let step = |other: usize| steps[unit + 1][STATES * label + other];
            let all = (0..LABELS).map(|other| step(other) * odds[unit + 1][other] * after[other]);
            all.sum::<f64>() / scales[unit + 1]
        });
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_expected_counts_are_those_of_all_labelings() {
        let units = [[0.3, -0.2, 0.1, 0.0, 0.4, -0.5, 0.2], [0.1, 0.2, 0.7, -0.3, 0.0, 0.3, 0.1]];
        let steps: [[f32; PAIRS]; 3] =
            std::array::from_fn(|step| std::array::from_fn(|pair| ((pair + step) % 5) as f32 * 0.1 - 0.2));
        let (mut all, mut expected) = (0.0, [[0.0_f64; LABELS]; 2]);
        for first in 0..LABELS {
            for second in 0..LABELS {
                let pairs = [(EDGE, first), (first, second), (second, EDGE)];
                if !pairs.iter().all(|&(before, after)| may_follow(before, after)) {
                    continue;
                }
                let sum: f32 = pairs
                    .iter()
                    .zip(&steps)
                    .map(|((before, after), step)| step[STATES * before + after])
                    .sum();
                let odds = f64::from(sum + units[0][first] + units[1][second]).exp();
                all += odds;
                expected[0][first] += odds;
                expected[1][second] += odds;
            }
        }
        let found = gradient(&[0, 1], &Chain { units: units.into(), steps: steps.into() });
        for (unit, right) in [(0, 0), (1, 1)] {
            for (label, (found, expected)) in found.units[unit].iter().zip(expected[unit]).enumerate() {
                let wanted = f64::from(u8::from(label == right)) - expected / all;
                assert!((f64::from(*found) - wanted).abs() < 1e-5, "{unit} {label}");
            }
        }
    }
}
