//! The probabilities of labels in a sentence, by the forward and backward sums of a linear chain.

use duidu::entities::{EDGE, LABELS, STATES, may_follow};

/// The differences between what a sentence has and what the weights expect: the gradient of its log-likelihood.
#[derive(Debug)]
pub(crate) struct Gradient {
    /// For each unit and label.
    pub(crate) units: Vec<[f32; LABELS]>,
    /// For each pair of states.
    pub(crate) transitions: Vec<f32>,
}

/// Returns the gradient for a sentence with these labels and these sums of weights by unit and label.
pub(crate) fn gradient(labels: &[usize], sums: &[[f32; LABELS]], transitions: &[f32]) -> Gradient {
    let steps: Vec<f64> = (0..STATES * STATES)
        .map(|pair| {
            let is_allowed = may_follow(pair / STATES, pair % STATES);
            if is_allowed { libm::exp(f64::from(transitions[pair])) } else { 0.0 }
        })
        .collect();
    let odds: Vec<[f64; LABELS]> = sums
        .iter()
        .map(|sums| {
            let most = sums.iter().copied().fold(f32::MIN, f32::max);
            sums.map(|sum| libm::exp(f64::from(sum - most)))
        })
        .collect();
    let (forward, scales) = forward(&odds, &steps);
    let backward = backward(&odds, &steps, &scales);
    let last = labels.len() - 1;
    let all: f64 = (0..LABELS).map(|label| forward[last][label] * backward[last][label]).sum();
    let mut units = vec![[0.0; LABELS]; labels.len()];
    let mut pairs = vec![0.0; STATES * STATES];
    for (unit, &right) in labels.iter().enumerate() {
        for label in 0..LABELS {
            let share = (forward[unit][label] * backward[unit][label] / all) as f32;
            units[unit][label] -= share;
            if unit == 0 {
                pairs[STATES * EDGE + label] -= share;
            }
            if unit == last {
                pairs[STATES * label + EDGE] -= share;
            }
        }
        units[unit][right] += 1.0;
        let before = if unit == 0 { EDGE } else { labels[unit - 1] };
        pairs[STATES * before + right] += 1.0;
    }
    pairs[STATES * labels[last] + EDGE] += 1.0;
    for unit in 1..labels.len() {
        for (before, beginning) in forward[unit - 1].iter().enumerate() {
            for (after, (odds, end)) in odds[unit].iter().zip(backward[unit]).enumerate() {
                let pair = STATES * before + after;
                pairs[pair] -= (beginning * steps[pair] * odds * end / scales[unit] / all) as f32;
            }
        }
    }
    Gradient { units, transitions: pairs }
}

/// Returns the sums over all beginnings, each unit's scaled to one, and the scales.
fn forward(odds: &[[f64; LABELS]], steps: &[f64]) -> (Vec<[f64; LABELS]>, Vec<f64>) {
    let mut sums: Vec<[f64; LABELS]> = Vec::with_capacity(odds.len());
    let mut scales = Vec::with_capacity(odds.len());
    for odds in odds {
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
fn backward(odds: &[[f64; LABELS]], steps: &[f64], scales: &[f64]) -> Vec<[f64; LABELS]> {
    let mut sums = vec![[0.0; LABELS]; odds.len()];
    let last = odds.len() - 1;
    sums[last] = std::array::from_fn(|label| steps[STATES * label + EDGE]);
    for unit in (0..last).rev() {
        let after = sums[unit + 1];
        sums[unit] = std::array::from_fn(|label| {
            let all =
                (0..LABELS).map(|other| steps[STATES * label + other] * odds[unit + 1][other] * after[other]);
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
        let sums = [[0.3, -0.2, 0.1, 0.0, 0.4, -0.5, 0.2], [0.1, 0.2, 0.7, -0.3, 0.0, 0.3, 0.1]];
        let mut transitions = vec![0.0_f32; STATES * STATES];
        for (at, weight) in transitions.iter_mut().enumerate() {
            *weight = (at % 5) as f32 * 0.1 - 0.2;
        }
        let (mut all, mut expected) = (0.0, [[0.0_f64; LABELS]; 2]);
        for first in 0..LABELS {
            for second in 0..LABELS {
                let pairs = [(EDGE, first), (first, second), (second, EDGE)];
                if !pairs.iter().all(|&(before, after)| may_follow(before, after)) {
                    continue;
                }
                let steps: f32 =
                    pairs.iter().map(|(before, after)| transitions[STATES * before + after]).sum();
                let odds = f64::from(steps + sums[0][first] + sums[1][second]).exp();
                all += odds;
                expected[0][first] += odds;
                expected[1][second] += odds;
            }
        }
        let found = gradient(&[0, 1], &sums, &transitions);
        for (unit, right) in [(0, 0), (1, 1)] {
            for (label, (found, expected)) in found.units[unit].iter().zip(expected[unit]).enumerate() {
                let wanted = f64::from(u8::from(label == right)) - expected / all;
                assert!((f64::from(*found) - wanted).abs() < 1e-5, "{unit} {label}");
            }
        }
    }
}
