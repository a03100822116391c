//! The suffix array: all suffixes of a sequence in order.

use crate::text::saturating_u32;

/// Returns the starts of the suffixes of `text` in the order of the suffixes; every symbol is below
/// `alphabet`.
///
/// Induced sorting (Nong, Zhang and Chan 2009, *Data Compression Conference*, 193–202): linear in the text
/// and the alphabet.
pub(super) fn suffix_array(text: &[u32], alphabet: usize) -> Vec<u32> {
    let n = text.len();
    match n {
        0 => return Vec::new(),
        1 => return vec![0],
        _ => {}
    }
    // A suffix is of type S if it is smaller than the next one; the end is smaller than everything.
    let mut is_s = vec![false; n];
    for at in (0..n - 1).rev() {
        is_s[at] = if text[at] == text[at + 1] { is_s[at + 1] } else { text[at] < text[at + 1] };
    }
    // The leftmost S suffixes of their runs determine the order of all.
    let leftmost: Vec<u32> = (1..n).filter(|&at| is_s[at] && !is_s[at - 1]).map(saturating_u32).collect();
    let buckets = SymbolBuckets::new(text, alphabet, &is_s);
    let mut array = buckets.induce(text, &is_s, &leftmost);
    if leftmost.len() < 2 {
        return array;
    }

    // Name the pieces between leftmost S suffixes in the order just found; if two are equal, sort the
    // sequence of names in the same way.
    let mut number = vec![NONE; n];
    for (index, &at) in (0..).zip(&leftmost) {
        number[at as usize] = index;
    }
    let sorted: Vec<u32> = array.iter().copied().filter(|&at| number[at as usize] != NONE).collect();
    let end = |at: u32| leftmost.get(number[at as usize] as usize + 1).map_or(n, |&end| end as usize);
    let mut names = vec![0u32; leftmost.len()];
    let mut name = 0;
    for pair in sorted.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (a_end, b_end) = (end(a), end(b));
        // The last piece ends with the text; no other piece does.
        let same = a_end < n
            && b_end < n
            && a_end - a as usize == b_end - b as usize
            && text[a as usize..=a_end] == text[b as usize..=b_end];
        name += u32::from(!same);
        names[number[b as usize] as usize] = name;
    }
    let ordered: Vec<u32> = if name as usize + 1 < leftmost.len() {
        let order = suffix_array(&names, name as usize + 1);
        order.into_iter().map(|index| leftmost[index as usize]).collect()
    } else {
        sorted
    };
    array = buckets.induce(text, &is_s, &ordered);
    array
}

const NONE: u32 = u32::MAX;

/// The ranges of the suffixes that begin with each symbol.
struct SymbolBuckets {
    /// The first place of each symbol's suffixes of type L, which come before those of type S.
    l: Vec<u32>,
    /// The first place of those of type S.
    s: Vec<u32>,
}

impl SymbolBuckets {
    fn new(text: &[u32], alphabet: usize, is_s: &[bool]) -> Self {
        let mut counts = vec![(0u32, 0u32); alphabet];
        for (&symbol, &is_s) in text.iter().zip(is_s) {
            let (l, s) = &mut counts[symbol as usize];
            if is_s { *s += 1 } else { *l += 1 }
        }
        let (mut l, mut s) = (Vec::with_capacity(alphabet), Vec::with_capacity(alphabet + 1));
        let mut sum = 0;
        for (l_count, s_count) in counts {
            l.push(sum);
            s.push(sum + l_count);
            sum += l_count + s_count;
        }
        // The end of the last symbol's bucket.
        l.push(sum);
        Self { l, s }
    }

    /// Sorts all suffixes given some of type S in order.
    fn induce(&self, text: &[u32], is_s: &[bool], seeds: &[u32]) -> Vec<u32> {
        let n = text.len();
        let mut array = vec![NONE; n];
        let mut next = self.s.clone();
        for &at in seeds {
            let slot = &mut next[text[at as usize] as usize];
            array[*slot as usize] = at;
            *slot += 1;
        }
        let mut next = self.l.clone();
        let mut put = |array: &mut [u32], at: usize| {
            let slot = &mut next[text[at] as usize];
            array[*slot as usize] = saturating_u32(at);
            *slot += 1;
        };
        // The last suffix comes first among those of its symbol: only the end is after it.
        put(&mut array, n - 1);
        for place in 0..n {
            let at = array[place];
            if at != NONE && at > 0 && !is_s[at as usize - 1] {
                put(&mut array, at as usize - 1);
            }
        }
        let mut next: Vec<u32> = self.l[1..].to_vec();
        for place in (0..n).rev() {
            let at = array[place];
            if at != NONE && at > 0 && is_s[at as usize - 1] {
                let slot = &mut next[text[at as usize - 1] as usize];
                *slot -= 1;
                array[*slot as usize] = at - 1;
            }
        }
        array
    }
}

/// Computes the number of symbols each suffix shares with the one before it in the array; 0 for the first
/// (Kasai and others 2001, *Combinatorial Pattern Matching*, 181–192). Linear in the text.
pub(super) fn shared_prefixes(text: &[u32], array: &[u32]) -> Vec<u32> {
    let mut rank = vec![0u32; text.len()];
    for (place, &at) in (0..).zip(array) {
        rank[at as usize] = place;
    }
    let mut shared = vec![0; text.len()];
    let mut length = 0usize;
    for (at, &place) in rank.iter().enumerate() {
        let place = place as usize;
        if place == 0 {
            length = 0;
            continue;
        }
        let before = array[place - 1] as usize;
        while text.get(at + length).is_some_and(|symbol| text.get(before + length) == Some(symbol)) {
            length += 1;
        }
        shared[place] = saturating_u32(length);
        length = length.saturating_sub(1);
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(text: &[u32]) -> Vec<u32> {
        let mut suffixes: Vec<u32> = (0..text.len() as u32).collect();
        suffixes.sort_by_key(|&at| &text[at as usize..]);
        suffixes
    }

    #[test]
    fn banana() {
        let text: Vec<u32> = "banana".bytes().map(u32::from).collect();
        assert_eq!(suffix_array(&text, 256), [5, 3, 1, 0, 4, 2]);
        assert_eq!(shared_prefixes(&text, &suffix_array(&text, 256)), [0, 1, 3, 0, 0, 2]);
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_sorting(
            text in prop_oneof![prop::collection::vec(0u32..3, 0..80), prop::collection::vec(0u32..40, 0..80)],
        ) {
            let array = suffix_array(&text, 40);
            prop_assert_eq!(&array, &sorted(&text));
            let shared = shared_prefixes(&text, &array);
            for (place, pair) in array.windows(2).enumerate() {
                let (a, b) = (&text[pair[0] as usize..], &text[pair[1] as usize..]);
                let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
                prop_assert_eq!(shared[place + 1] as usize, same);
            }
        }
    }
}
