//! Backlinks: the links of a document that lead to a place in it.

use super::{Document, Link, Passage, SectionId};

impl Document {
    /// Returns the links to a section, to a part of it, or to a range that
    /// includes it, in reading order. A link to a larger section is a link to
    /// that section only, and does not count here. A section may have only a
    /// label and no words; links to the label count.
    pub fn cited_by(&self, section: SectionId) -> Vec<&Link> {
        let Some(whole) = self.section_passage(section) else { return Vec::new() };
        let all = &self.citing().by_target;
        let is_here = |target: Passage| target == whole || target.overlaps(whole);
        let after = all.partition_point(|(target, ..)| {
            target.start < whole.end || target.start <= whole.start
        });
        let around = |passage: Passage| {
            passage.start <= whole.start
                && whole.end <= passage.end
                && passage != whole
                && self.section_of(passage).is_some()
        };
        let mut found: Vec<usize> = all[..after]
            .iter()
            .rev()
            .take_while(|(_, reach, _)| *reach >= whole.start)
            .filter(|(target, ..)| is_here(*target) && !around(*target))
            .map(|(.., at)| *at)
            .collect();
        found.sort_unstable();
        let links = self.links();
        found.iter().map(|at| &links[*at]).filter(|link| !self.lies_in(link, whole)).collect()
    }

    fn lies_in(&self, link: &Link, passage: Passage) -> bool {
        self.point_at(link.span.start).is_some_and(|point| passage.contains(point))
    }

    /// Returns the words of a link as a passage.
    pub fn link_passage(&self, link: &Link) -> Option<Passage> {
        let start = self.point_at(link.span.start)?;
        Some(Passage::within(start.block, start.byte..start.byte + link.span.len()))
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Origin, SectionId};

    fn read(text: &str) -> Document {
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("a text")
    }

    fn cited(document: &Document, address: &str) -> Vec<String> {
        let section: SectionId = document.section_at(address).expect("a section");
        let links = document.cited_by(section);
        links.iter().map(|link| document.slice(link.span).to_owned()).collect()
    }

    #[test]
    fn references_to_a_section_without_words_are_listed_there() {
        let text = "Rules\n\nArticle 1\n\nOil, see Article 2 and Article 3.\n\n\
                    Article 2\n\nArticle 3\n\nWax.\n\nArticle 4\n";
        let rules = read(text);
        assert_eq!(cited(&rules, "2"), ["Article 2"]);
        assert_eq!(cited(&rules, "3"), ["Article 3"]);
        assert_eq!(cited(&rules, "1"), [""; 0]);
        assert_eq!(cited(&rules, "4"), [""; 0]);
    }
}
