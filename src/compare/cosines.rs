//! The similarity of stories by their words.

/// The words of a story: each once, by a number that all stories share, with how often it occurs; in rising order.
pub type Bag = Vec<(u32, u32)>;

/// Returns the cosine of every two stories, row by row: that of the frequencies of their words, each weighted by
/// ln(1 + N / n) for a word that occurs in n of N stories (Manning, Raghavan and Schütze 2008, 6.3), 0 to 1. The work grows
/// with the square of the number of stories.
pub fn cosines(stories: &[Bag]) -> Vec<Vec<f64>> {
    let holders = weighted(stories);
    let mut norms = vec![0.0_f64; stories.len()];
    for &(story, weight) in holders.iter().flatten() {
        if let Some(norm) = norms.get_mut(story) {
            *norm += weight * weight;
        }
    }
    let norms: Vec<f64> = norms.into_iter().map(libm::sqrt).collect();
    let mut upper = vec![vec![0.0; stories.len()]; stories.len()];
    for of_word in &holders {
        let mut others = of_word.iter();
        while let Some(&(own, weight)) = others.as_slice().first() {
            let Some(row) = upper.get_mut(own) else { break };
            for &(other, their) in others.as_slice() {
                if let Some(sum) = row.get_mut(other) {
                    *sum += weight * their;
                }
            }
            others.next();
        }
    }
    for (row, own) in upper.iter_mut().zip(&norms) {
        for (sum, other) in row.iter_mut().zip(&norms) {
            let both = own * other;
            *sum = if both > 0.0 { (*sum / both).clamp(0.0, 1.0) } else { 0.0 };
        }
    }
    mirrored(upper)
}

/// Returns for each word, in the order of their numbers, the stories that have it, with its weight there.
fn weighted(stories: &[Bag]) -> Vec<Vec<(usize, f64)>> {
    let words = stories.iter().flatten().map(|&(word, _)| (word as usize).saturating_add(1)).max();
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words.unwrap_or(0)];
    for (story, words) in stories.iter().enumerate() {
        for &(word, count) in words {
            if let Some(of_word) = holders.get_mut(word as usize) {
                of_word.push((story, f64::from(count)));
            }
        }
    }
    for of_word in &mut holders {
        let rarity = libm::log(1.0 + stories.len() as f64 / of_word.len().max(1) as f64);
        of_word.iter_mut().for_each(|(_, weight)| *weight *= rarity);
    }
    holders
}

/// Copies the upper half of a square matrix to the lower one.
fn mirrored(mut square: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for at in 0..square.len() {
        let above: Vec<f64> = square.iter().take(at).filter_map(|row| row.get(at)).copied().collect();
        if let Some(row) = square.get_mut(at) {
            row.iter_mut().zip(above).for_each(|(cell, mirrored)| *cell = mirrored);
        }
    }
    square
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_with_the_same_words_are_one_and_with_no_word_nothing() {
        let found = cosines(&[vec![(0, 2), (3, 1)], vec![(0, 4), (3, 2)], vec![(1, 1)], vec![]]);
        assert!((found[0][1] - 1.0).abs() < 1e-12);
        assert_eq!((found[2][2], found[0][2], found[3][3]), (1.0, 0.0, 0.0));
        assert!(cosines(&[]).is_empty());
    }

    #[test]
    fn the_cosine_is_that_of_the_weighted_frequencies() {
        let found = cosines(&[vec![(0, 1), (1, 2)], vec![(0, 3)], vec![(1, 1), (2, 5)]]);
        // Words 0 and 1 occur in two of three stories, word 2 in one.
        let (two, one) = ((1.0 + 3.0 / 2.0_f64).ln(), (1.0 + 3.0_f64).ln());
        let norm = |weights: [f64; 2]| weights[0].hypot(weights[1]);
        assert!((found[0][1] - 1.0 / 5.0_f64.sqrt()).abs() < 1e-12);
        let expected = 2.0 * two * two / (norm([two, 2.0 * two]) * norm([two, 5.0 * one]));
        assert!((found[0][2] - expected).abs() < 1e-12);
        for (i, row) in found.iter().enumerate() {
            for (j, cosine) in row.iter().enumerate() {
                assert_eq!(*cosine, found[j][i]);
            }
        }
    }
}
