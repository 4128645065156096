//! The distance between the lines of a paragraph, learned page by page.

use std::ops::Range;

/// The distance where too few lines show it, relative to the font size.
const DEFAULT: f64 = 1.2;

/// The distances that lines of one paragraph may have, relative to the font size.
const PLAUSIBLE: Range<f64> = 0.8..2.6;

/// The minimum number of distances that show the usual one.
const FEWEST: usize = 5;

/// The maximum number of distances kept from earlier pages.
const MOST_KEPT: usize = 4096;

/// The distances between the lines of paragraphs on the pages so far.
#[derive(Debug, Default)]
pub struct LineSpacing {
    distances: Vec<f64>,
}

impl LineSpacing {
    /// Adds the distances of a page; returns the usual one there. A page of short paragraphs has few
    /// lines that show it: the pages before it do.
    pub fn with_page(&mut self, mut page: Vec<f64>) -> f64 {
        page.retain(|distance| PLAUSIBLE.contains(distance));
        let room = MOST_KEPT.saturating_sub(self.distances.len());
        self.distances.extend(page.iter().take(room));
        let usual = median(page).or_else(|| median(self.distances.clone()));
        usual.unwrap_or(DEFAULT)
    }
}

/// Returns the median, if there are enough.
fn median(mut distances: Vec<f64>) -> Option<f64> {
    distances.sort_by(f64::total_cmp);
    let enough = distances.len() >= FEWEST;
    distances.get(distances.len() / 2).copied().filter(|_| enough)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_short_paragraphs_goes_by_the_pages_before_it() {
        let mut spacing = LineSpacing::default();
        assert_eq!(spacing.with_page(vec![]), DEFAULT);
        assert_eq!(spacing.with_page(vec![1.5; 9]), 1.5);
        assert_eq!(spacing.with_page(vec![2.4, 2.4]), 1.5);
        assert_eq!(spacing.with_page(vec![2.0; 9]), 2.0);
    }

    #[test]
    fn distances_between_columns_do_not_count() {
        assert_eq!(LineSpacing::default().with_page(vec![-40.0; 9]), DEFAULT);
    }
}
