//! The heaviest chain of pairs that keep their order in both texts.

/// Returns, for each value, whether it is part of the strictly increasing subsequence with the
/// greatest sum of weights. Of several such chains, the one that ends first wins.
///
/// The cost is `n log n`: a Fenwick tree holds the best chain that ends at or before each value.
pub fn heaviest_chain(values: &[usize], weights: &[u64]) -> Vec<bool> {
    let mut ranked: Vec<usize> = values.to_vec();
    ranked.sort_unstable();
    ranked.dedup();
    // For each rank, the sum of the best chain that ends there or before, and its last index.
    let mut best: Vec<(u64, Option<usize>)> = vec![(0, None); ranked.len() + 1];
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    let mut heaviest: (u64, Option<usize>) = (0, None);
    for (at, (value, weight)) in values.iter().zip(weights).enumerate() {
        let rank = ranked.partition_point(|known| known < value);
        let (sum, last) = best_until(&best, rank);
        before[at] = last;
        let sum = sum + weight;
        extend(&mut best, rank + 1, (sum, Some(at)));
        if sum > heaviest.0 {
            heaviest = (sum, Some(at));
        }
    }
    let mut is_in = vec![false; values.len()];
    let mut next = heaviest.1;
    while let Some(at) = next {
        is_in[at] = true;
        next = before[at];
    }
    is_in
}

/// The best chain among the first `count` ranks.
fn best_until(best: &[(u64, Option<usize>)], mut count: usize) -> (u64, Option<usize>) {
    let mut found = (0, None);
    while count > 0 {
        if best[count].0 > found.0 {
            found = best[count];
        }
        count &= count - 1;
    }
    found
}

fn extend(best: &mut [(u64, Option<usize>)], mut rank: usize, chain: (u64, Option<usize>)) {
    while rank < best.len() {
        if chain.0 > best[rank].0 {
            best[rank] = chain;
        }
        rank += rank & rank.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chain(values: &[usize]) -> Vec<usize> {
        let is_in = heaviest_chain(values, &vec![1; values.len()]);
        values.iter().zip(is_in).filter_map(|(value, is_in)| is_in.then_some(*value)).collect()
    }

    #[test]
    fn what_moved_is_outside_the_chain() {
        assert_eq!(chain(&[0, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(chain(&[0, 3, 1, 2, 4]), [0, 1, 2, 4]);
        assert_eq!(chain(&[]), Vec::<usize>::new());
    }

    #[test]
    fn the_heavier_of_two_is_the_one_that_stayed() {
        assert_eq!(heaviest_chain(&[1, 0], &[5, 9]), [false, true]);
        assert_eq!(heaviest_chain(&[1, 0], &[9, 5]), [true, false]);
    }

    proptest! {
        #[test]
        fn no_chain_is_heavier(values in prop::collection::vec(0usize..9, 0..9), seed in 1u64..50) {
            let weights: Vec<u64> = (0..values.len() as u64).map(|at| (at * seed) % 7 + 1).collect();
            let is_in = heaviest_chain(&values, &weights);
            let picked = |mask: usize| (0..values.len()).filter(move |at| mask >> at & 1 == 1);
            let rises = |mask: usize| {
                let chosen: Vec<usize> = picked(mask).map(|at| values[at]).collect();
                chosen.windows(2).all(|pair| pair[0] < pair[1])
            };
            let weigh = |mask: usize| picked(mask).map(|at| weights[at]).sum::<u64>();
            let found = (0..values.len()).filter(|at| is_in[*at]).map(|at| 1 << at).sum();
            prop_assert!(rises(found));
            let most = (0..1usize << values.len()).filter(|mask| rises(*mask)).map(weigh).max();
            prop_assert_eq!(weigh(found), most.unwrap_or(0));
        }
    }
}
