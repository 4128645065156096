//! Matches names against a few letters, best first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Returns the items whose names contain the letters of `needle` in order, best
/// first, each with the indices of the matched characters; shorter names first
/// among equals. Returns all items in their order if `needle` is empty.
pub fn rank<T>(needle: &str, items: impl IntoIterator<Item = (T, String)>) -> Vec<(T, Vec<u32>)> {
    if needle.is_empty() {
        return items.into_iter().map(|(item, _)| (item, Vec::new())).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(needle, CaseMatching::Smart, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut ranked: Vec<_> = items
        .into_iter()
        .filter_map(|(item, name)| {
            let mut at = Vec::new();
            let score =
                pattern.indices(Utf32Str::new(&name, &mut buffer), &mut matcher, &mut at)?;
            at.sort_unstable();
            at.dedup();
            Some(((std::cmp::Reverse(score), name.len()), item, at))
        })
        .collect();
    ranked.sort_by_key(|(rank, ..)| *rank);
    ranked.into_iter().map(|(_, item, at)| (item, at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_comes_first() {
        let names = ["Half page down", "Page down", "Next page", "Quit"];
        let ranked = rank("pagd", names.iter().enumerate().map(|(i, n)| (i, (*n).to_owned())));
        assert_eq!(ranked.iter().map(|(i, _)| *i).collect::<Vec<_>>(), [1, 0]);
        let all = rank("", names.iter().enumerate().map(|(i, n)| (i, (*n).to_owned())));
        assert_eq!(all.len(), 4);
    }
}
