//! Chapeaux: the lead-in of a provision that its sub-clauses complete.

use super::{BlockId, Document, SectionId};

impl Document {
    /// The lead-in of a provision: the last of its own paragraphs before its
    /// first sub-clause; `None` where it has none, or no sub-clauses.
    pub fn chapeau(&self, id: SectionId) -> Option<BlockId> {
        let provision = |id: &SectionId| self.section(*id).kind.is_provision();
        let first = self.children(Some(id)).find(provision).filter(|_| provision(&id))?;
        let before = self.section(id).blocks.start..self.section(first).blocks.start;
        before
            .rev()
            .filter_map(|at| self.block_at(at))
            .find(|block| self.block(*block).section == id)
            .filter(|block| self.block(*block).kind.is_paragraph())
    }

    /// The lead-ins that a sub-clause completes, outermost first.
    pub fn lead_ins(&self, id: SectionId) -> Vec<BlockId> {
        let outer: Vec<SectionId> = self.ancestry(id).skip(1).collect();
        outer.into_iter().rev().filter_map(|outer| self.chapeau(outer)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Origin};
    use crate::import;

    fn lead_ins(document: &Document, address: &str) -> Vec<String> {
        let id = document
            .section_ids()
            .find(|id| document.section_address(*id) == address)
            .expect("a section");
        document.lead_ins(id).into_iter().map(|block| document.body(block).to_owned()).collect()
    }

    #[test]
    fn a_sub_clause_completes_the_lead_ins_around_it() {
        let text = "Rules\n\n1. The keeper may:\n\n   (a) light a lamp that is\n\n      (i) red; or\n\n      (ii) green;\n\n   (b) sleep.\n\n2. Lamps\n\n   (a) Lamps burn.\n\n   (b) Lamps go out.\n";
        let document = import::read(text.as_bytes(), Origin::StandardInput).expect("text");
        assert_eq!(lead_ins(&document, "1(a)(ii)"), ["The keeper may:", "light a lamp that is"]);
        assert_eq!(lead_ins(&document, "1(b)"), ["The keeper may:"]);
        assert!(lead_ins(&document, "1").is_empty());
        // A title is no lead-in.
        assert!(lead_ins(&document, "2(a)").is_empty());
    }
}
