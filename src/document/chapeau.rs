//! Chapeaux: the words that introduce the sub-clauses of a provision, and that
//! each of them completes.
//!
//! A paragraph before sub-clauses introduces them if its sentence continues in
//! them: `The keeper may:`, `In this Act, lamp means`. A paragraph that ends its
//! sentence is independent, and so is the text after it.

use super::{BlockId, Document, SectionId};

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ParagraphEnding {
    /// With the end of a sentence.
    Sentence,
    /// With a colon or a dash, which announces more.
    Announcement,
    /// In the middle of a sentence.
    Open,
}

impl Document {
    /// Returns the lead-in of a provision: its own paragraph directly before the
    /// first of its sub-clauses; `None` if that paragraph does not introduce
    /// them.
    pub fn chapeau(&self, id: SectionId) -> Option<BlockId> {
        self.lead_in(self.sub_clauses(id).next()?)
    }

    /// Returns the lead-ins that a sub-clause completes, outermost first.
    pub fn lead_ins(&self, id: SectionId) -> Vec<BlockId> {
        let around: Vec<SectionId> = self.ancestry(id).collect();
        around.into_iter().rev().filter_map(|inner| self.lead_in(inner)).collect()
    }

    /// Returns the paragraph of the enclosing provision that introduces a
    /// sub-clause. A provision may introduce several lists, each with its own
    /// numbering.
    fn lead_in(&self, id: SectionId) -> Option<BlockId> {
        let outer = self.section(id).parent?;
        let siblings: Vec<SectionId> = self.sub_clauses(outer).collect();
        let at = siblings.iter().position(|sibling| *sibling == id)?;
        let last = |id: SectionId| self.section(id).number.as_ref()?.components().last();
        for at in (0..=at).rev() {
            let begins = at == 0
                || last(siblings[0]).zip(last(siblings[at])).is_some_and(|(a, b)| a.same(b));
            let before = self.paragraph_before(siblings[at]).filter(|block| {
                match ending(self.body(*block)) {
                    ParagraphEnding::Sentence => false,
                    ParagraphEnding::Announcement => true,
                    // Between two sub-clauses, it may be the title of the second.
                    ParagraphEnding::Open => begins,
                }
            });
            if before.is_some() || begins {
                return before;
            }
        }
        None
    }

    /// Returns the provisions directly below a provision.
    fn sub_clauses(&self, id: SectionId) -> impl Iterator<Item = SectionId> + '_ {
        let provision = |id: &SectionId| self.section(*id).kind.is_provision();
        self.children(Some(id)).filter(move |inner| provision(&id) && provision(inner))
    }

    /// Returns the paragraph directly before a section, if it belongs to the
    /// enclosing section.
    fn paragraph_before(&self, id: SectionId) -> Option<BlockId> {
        let block = self.block_at(self.section(id).blocks.start.checked_sub(1)?)?;
        let own = Some(self.block(block).section) == self.section(id).parent;
        (own && self.block(block).kind.is_paragraph()).then_some(block)
    }
}

/// Returns how a paragraph ends, in any script. Ignores closing quotes, brackets
/// and note numbers after the end.
fn ending(words: &str) -> ParagraphEnding {
    let mut rest = words.trim_end();
    loop {
        let closed = rest.trim_end_matches(['"', '\'', '”', '’', '»', '」', '』', '）', '*']);
        let noted = without_note(closed).trim_end();
        if noted.len() == rest.len() {
            break;
        }
        rest = noted;
    }
    match rest.chars().next_back() {
        None => ParagraphEnding::Sentence,
        Some(':' | '：' | '︰' | '፡' | '፦' | '-' | '‐' | '–' | '—' | '―' | '－') => {
            ParagraphEnding::Announcement
        }
        Some(
            '.' | '!' | '?' | '…' | '。' | '．' | '！' | '？' | '｡' | '।' | '॥' | '۔' | '؟' | '።'
            | '։' | '។' | '။' | '᠃',
        ) => ParagraphEnding::Sentence,
        Some(_) => ParagraphEnding::Open,
    }
}

/// Removes a note number, or another closing bracket, from the end.
fn without_note(words: &str) -> &str {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, inside)) =
            words.strip_suffix(close).and_then(|words| words.rsplit_once(open))
        {
            let number = inside.chars().all(|c| c.is_ascii_digit());
            // A whole sentence in brackets still ends as a sentence.
            return if number { before } else { &words[..words.len() - close.len_utf8()] };
        }
    }
    words.trim_end_matches(|c: char| "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c))
}

#[cfg(test)]
mod tests {
    use super::ParagraphEnding;
    use super::ending;
    use crate::document::{Document, Origin};
    use crate::source;

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
        let document = source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        assert_eq!(lead_ins(&document, "1(a)(ii)"), ["The keeper may:", "light a lamp that is"]);
        assert_eq!(lead_ins(&document, "1(b)"), ["The keeper may:"]);
        assert!(lead_ins(&document, "1").is_empty());
        // A title is not a lead-in.
        assert!(lead_ins(&document, "2(a)").is_empty());
    }

    #[test]
    fn what_ends_its_sentence_introduces_nothing() {
        let text = "Rules\n\n1. Assets\n\nThe keepers own nothing.\n\nThey are grateful for it.\n\n1.1. Boats\n\nBoats are lent:\n\n1.1.1. by day;\n\n1.1.2. by night.\n\n1.2. Oil\n\nOil is bought.\n\n2. The keeper may, by day or by night,\n\n   (a) light a lamp; or\n\n   (b) put it out.\n";
        let document = source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        assert!(lead_ins(&document, "1.1").is_empty() && lead_ins(&document, "1.2").is_empty());
        assert_eq!(lead_ins(&document, "1.1.2"), ["Boats are lent:"]);
        assert_eq!(lead_ins(&document, "2(b)"), ["The keeper may, by day or by night,"]);
    }

    #[test]
    fn an_end_is_known_in_any_script() {
        for (words, end) in [
            ("The keeper may:", ParagraphEnding::Announcement),
            ("Le gardien peut\u{a0}:", ParagraphEnding::Announcement),
            ("In general.—", ParagraphEnding::Announcement),
            ("守人は次のことができる：", ParagraphEnding::Announcement),
            ("In this Act,", ParagraphEnding::Open),
            ("An individual Developer may", ParagraphEnding::Open),
            ("wer vorsätzlich (§ 3 Abs. 1)", ParagraphEnding::Open),
            ("subject to section 3(1)", ParagraphEnding::Open),
            ("Lamps are lit.", ParagraphEnding::Sentence),
            ("as he said: “Lamps are lit.”", ParagraphEnding::Sentence),
            ("la presente Ley.(1)(2)", ParagraphEnding::Sentence),
            ("as is known.[3]", ParagraphEnding::Sentence),
            ("as is known.³", ParagraphEnding::Sentence),
            ("(The rest is kept.)", ParagraphEnding::Sentence),
            ("灯を点す。", ParagraphEnding::Sentence),
            ("दीप जलता है।", ParagraphEnding::Sentence),
            ("چراغ جلتا ہے۔", ParagraphEnding::Sentence),
            ("", ParagraphEnding::Sentence),
        ] {
            assert_eq!(ending(words), end, "{words}");
        }
    }
}
