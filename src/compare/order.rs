//! The passages that kept their order, as opposed to those that moved.

/// Finds the heaviest set of passages that is in order on both sides; returns `true` for those in it. A passage is
/// given by its place in `a` (the order of the slice) and in `b` (`.0`). Places in `b` are all different; weights
/// (`.1`) are at least 1 for passages that count.
///
/// A Fenwick tree over places has the best chain that ends at or before each, so the cost is n log n.
pub(super) fn kept(passages: &[(usize, u64)]) -> Vec<bool> {
    let mut places: Vec<usize> = passages.iter().map(|passage| passage.0).collect();
    places.sort_unstable();
    // The heaviest chain among places up to a node, and its last passage.
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); places.len().saturating_add(1)];
    let mut before = Vec::with_capacity(passages.len());
    let mut best: (u64, Option<usize>) = (0, None);
    for (number, &(place, weight)) in passages.iter().enumerate() {
        let mut node = places.partition_point(|&other| other < place);
        let rank = node.saturating_add(1);
        let mut chain = (0, None);
        while let Some(up_to) = tree.get(node).filter(|_| node > 0) {
            chain = heavier(chain, *up_to);
            node &= node.wrapping_sub(1);
        }
        before.push(chain.1);
        let longer = (chain.0.saturating_add(weight), Some(number));
        best = heavier(best, longer);
        node = rank;
        while let Some(up_to) = tree.get_mut(node) {
            *up_to = heavier(*up_to, longer);
            node = node.saturating_add(node & node.wrapping_neg());
        }
    }
    let mut kept = vec![false; passages.len()];
    let mut at = best.1;
    while let Some((kept, before)) = at.and_then(|number| kept.get_mut(number).zip(before.get(number))) {
        *kept = true;
        at = *before;
    }
    kept
}

/// Returns the heavier of two chains; the earlier one if they weigh the same.
fn heavier(old: (u64, Option<usize>), new: (u64, Option<usize>)) -> (u64, Option<usize>) {
    if new.0 > old.0 { new } else { old }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_lighter_passage_is_the_one_that_moved() {
        assert_eq!(kept(&[(1, 5), (0, 9), (2, 1)]), [false, true, true]);
        assert_eq!(kept(&[(0, 1), (3, 1), (1, 1), (2, 1)]), [true, false, true, true]);
        assert_eq!(kept(&[]), [false; 0]);
    }

    proptest! {
        #[test]
        fn the_chain_is_in_order_and_as_heavy_as_any(
            (order, weights) in (1usize..8).prop_flat_map(|n| {
                (Just((0..n).collect::<Vec<_>>()).prop_shuffle(), prop::collection::vec(1u64..9, n))
            })
        ) {
            let passages: Vec<_> = order.into_iter().zip(weights).collect();
            let weigh = |chosen: &dyn Fn(usize) -> bool| {
                let chain: Vec<_> = (0..passages.len()).filter(|&n| chosen(n)).map(|n| passages[n]).collect();
                chain.is_sorted_by_key(|p| p.0).then(|| chain.iter().map(|p| p.1).sum::<u64>())
            };
            let found = kept(&passages);
            let heaviest = (0..1_u32 << passages.len()).filter_map(|set| weigh(&|n| set >> n & 1 == 1)).max();
            prop_assert_eq!(weigh(&|n| found[n]), heaviest);
        }
    }
}
