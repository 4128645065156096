//! Which paragraphs of two documents are beside each other on the screen.

use crate::align::{LEAST_CERTAIN, Parallel};
use crate::document::{BlockId, BlockKind, Document};
use crate::typeset::{BlocksBeside, Pairing};

/// Aligns two documents. The cost grows with both; run it in the background.
pub fn pairing_of(left: &Document, right: &Document) -> Pairing {
    let parallel = Parallel::of(left, right);
    let is_heading =
        |document: &Document, block: &BlockId| document.block(*block).kind == BlockKind::Heading;
    let rows = parallel.rows().iter().flat_map(|row| {
        let is_sure = row.certainty >= LEAST_CERTAIN;
        let whole = BlocksBeside { left: row.left.clone(), right: row.right.clone(), is_sure };
        let headings = row.left.iter().all(|block| is_heading(left, block))
            && row.right.iter().all(|block| is_heading(right, block));
        // Headings of equally many lines are beside each other line by line.
        if headings && row.left.len() == row.right.len() && row.left.len() > 1 {
            let single = |(one, other): (&BlockId, &BlockId)| BlocksBeside {
                left: vec![*one],
                right: vec![*other],
                is_sure,
            };
            return row.left.iter().zip(&row.right).map(single).collect();
        }
        vec![whole]
    });
    Pairing::of(rows, [left.block_count(), right.block_count()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
    use crate::typeset::{TextSide, Tie};

    fn read(text: &str) -> Document {
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    #[test]
    fn an_article_that_one_text_lacks_is_a_row_of_its_own() {
        let left = read("1. The lamp is lit.\n\n2. It is trimmed.\n\n3. It is put out.\n");
        let right = read("1. La lampe est allumée.\n\n3. Elle est éteinte.\n");
        let pairing = pairing_of(&left, &right);
        let ties =
            |side| -> Vec<Tie> { (0..pairing.len()).map(|at| pairing.row(side, at).tie).collect() };
        assert_eq!(ties(TextSide::Left), [Tie::Single, Tie::Lacking, Tie::Single]);
        assert_eq!(ties(TextSide::Right), [Tie::Single, Tie::Lacking, Tie::Single]);
    }
}
