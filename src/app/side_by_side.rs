//! Two documents side by side: the one in view leads, the other follows it row by row.
//!
//! What moves, finds, copies or marks acts on the document in view, as always. Only the rows know of
//! the other one, see [`Companion`]; bringing it into view exchanges the two.

use super::refreshing::hyphenation;
use super::{App, Effect, Narrow, OnlyShown, Page, Pair, ROOM_FOR_BESIDE, Reading, Scrolling};
use crate::action::Action;
use crate::document::{BlockId, Document, Passage, Point};
use crate::messages::{hints, notices};
use crate::typeset::{BesideRow, Companion, LayoutSetting, Pairing, Placing, Row, TextSide, Top};
use std::sync::Arc;

/// The command of the palette that opens a document beside the one in view.
const COMMAND: &str = "beside";

/// The indent of the paragraphs of the other text where they are below those of the one in view.
pub const STACKED_INDENT: u16 = 2;

/// Where the document goes on when it comes into view in place of the one beside it.
#[derive(Debug, Clone)]
pub struct Turned {
    document: Arc<Document>,
    pair: Pair,
    top: Option<Top>,
}

impl Turned {
    /// The document that comes into view.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }
}

impl App {
    /// The document beside the one in view, if there is one.
    pub fn pair(&self) -> Option<&Pair> {
        self.pair.as_ref()
    }

    /// Shows another document beside this one, or none.
    pub fn set_pair(&mut self, pair: Option<Pair>) {
        self.pair = pair;
        self.refresh();
    }

    /// Takes which paragraphs of the two documents belong together.
    pub fn take_pairing(&mut self, pairing: Pairing) {
        self.show_all_rows();
        if let Some(pair) = &mut self.pair {
            pair.pairing = Some(Arc::new(pairing));
        }
        self.refresh();
        if self.reading.top() == Top::default() {
            // What only the other text has may be above it.
            self.reading.start(&self.document);
            self.refresh();
        }
    }

    /// Replaces the document beside this one by another version of it.
    pub fn replace_other(&mut self, other: Arc<Document>) {
        self.show_all_rows();
        let Some(pair) = &mut self.pair else { return };
        *pair = Pair { side: pair.side, narrow: pair.narrow, ..Pair::right_of(other) };
        self.refresh();
    }

    /// Which paragraphs belong together, and where the document in view is, once that is known.
    pub(super) fn pairing(&self) -> Option<(&Pairing, TextSide)> {
        let pair = self.pair.as_ref()?;
        let pairing = pair.pairing.as_deref().filter(|pairing| !pairing.is_empty())?;
        Some((pairing, pair.side))
    }

    /// Whether both texts are shown at once, in two columns.
    pub fn has_two_columns(&self) -> bool {
        self.pair.is_some() && self.layout.beside.is_some()
    }

    /// Opens another document beside the one in view, which the user chooses if there are several;
    /// closes it again. Where there is no room for two columns, shows its paragraphs below those of
    /// this one.
    pub(super) fn toggle_pair(&mut self) -> Vec<Effect> {
        let is_wide = self.has_two_columns();
        match &mut self.pair {
            Some(pair) if !is_wide => {
                pair.narrow = match pair.narrow {
                    Narrow::One => Narrow::Stacked,
                    Narrow::Stacked => Narrow::One,
                };
                let told = match pair.narrow {
                    Narrow::One => notices::ONE_TEXT,
                    Narrow::Stacked => notices::OTHER_TEXT_BELOW,
                };
                self.tell(told);
            }
            Some(_) => self.leave_pair(),
            None if self.among.is_some_and(|(_, of)| of == 2) => {
                return vec![Effect::OpenOtherBeside];
            }
            None => self.ask_for_path(COMMAND),
        }
        Vec::new()
    }

    /// Shows all rows again, if only some are shown for how they belong together.
    pub(super) fn show_all_rows(&mut self) {
        if self.only.as_ref().is_some_and(|only| only.what == OnlyShown::Unmatched) {
            self.show_only(None);
        }
    }

    /// The words of the other text beside a passage.
    pub(super) fn passage_beside(&self, passage: Passage) -> Option<Passage> {
        let (pair, (pairing, side)) = (self.pair.as_ref()?, self.pairing()?);
        let at = |block: BlockId| pairing.place_of(side, block);
        let rows = at(passage.start.block)..=at(passage.end.block);
        let mut blocks = rows.flat_map(|at| pairing.row(side, at).other).map(BlockId::new);
        let first = blocks.next()?;
        let last = blocks.fold(first, Ord::max);
        Some(pair.other.between(first, last))
    }

    /// Closes the document beside the one in view.
    pub(super) fn leave_pair(&mut self) {
        if let Some(pair) = self.pair.take() {
            let top = self.reading.top();
            // A place in the other text says nothing any more.
            self.reading.restore(&self.document, Top { beside: None, ..top });
            self.show_all_rows();
            self.tell(notices::beside_closed(pair.other.metadata().origin.name()));
        }
    }

    /// What the key that opens another text does while there is one.
    pub(super) fn words_for_pair(&self) -> &'static str {
        let narrow = self.pair.as_ref().map(|pair| pair.narrow);
        match narrow {
            _ if self.has_two_columns() => hints::ONE_COLUMN,
            Some(Narrow::Stacked) => hints::ONE_AT_A_TIME,
            _ => hints::STACKED,
        }
    }

    /// Whether the other text does not follow the one in view.
    pub(super) fn is_scrolling_free(&self) -> bool {
        matches!(self.pair, Some(Pair { scrolling: Scrolling::Free(_), .. }))
    }

    /// Asks for the other document to be brought into view.
    pub(super) fn flip(&mut self) -> Vec<Effect> {
        match self.pair {
            Some(_) => vec![Effect::TurnPair],
            None => {
                let key = self.key_hint(Action::Beside);
                self.tell(notices::nothing_beside(key));
                Vec::new()
            }
        }
    }

    /// Frees the other text from the one in view, or couples the two again.
    pub(super) fn toggle_coupling(&mut self) {
        let key = self.key_hint(Action::ToggleCoupling);
        let setting = self.companion_setting(self.reading.setting());
        let is_wide = self.has_two_columns();
        let height = self.layout.text.height;
        let facing = self.facing();
        let Some(pair) = &mut self.pair else {
            let key = self.key_hint(Action::Beside);
            return self.tell(notices::nothing_beside(key));
        };
        if !is_wide {
            return self.tell(notices::beside_needs(ROOM_FOR_BESIDE));
        }
        match &pair.scrolling {
            Scrolling::Coupled => {
                let mut free = Reading::new(&pair.other, setting, height);
                if let Some(top) = facing {
                    free.restore(&pair.other, Top { beside: None, ..top });
                }
                pair.scrolling = Scrolling::Free(Box::new(free));
                self.tell(notices::scrolling_free(key));
            }
            Scrolling::Free(_) => {
                pair.scrolling = Scrolling::Coupled;
                self.tell(notices::SCROLLING_COUPLED);
            }
        }
    }

    /// The place in the other text that is beside the first words in view.
    fn facing(&mut self) -> Option<Top> {
        if let Some(top) = self.reading.turned(&self.document) {
            return Some(top);
        }
        let pair = self.pair.as_ref()?;
        match &pair.scrolling {
            Scrolling::Free(free) => Some(free.top()),
            Scrolling::Coupled => self.point_beside(self.here()).map(Top::at),
        }
    }

    /// The point of the other text that corresponds to a point.
    fn point_beside(&self, point: Point) -> Option<Point> {
        let (pair, (pairing, side)) = (self.pair.as_ref()?, self.pairing()?);
        let row = pairing.row(side, pairing.place_of(side, point.block));
        let own = row.own.start..row.own.end.min(self.document.block_count());
        let len = |document: &Document, at: usize| document.body(BlockId::new(at)).len();
        let before: usize = own
            .clone()
            .filter(|at| *at < point.block.index())
            .map(|at| len(&self.document, at))
            .sum();
        let all: usize = own.map(|at| len(&self.document, at)).sum();
        let others: usize = row.other.clone().map(|at| len(&pair.other, at)).sum();
        // As far into the other cell as the point is into the own one.
        let mut left = (before + point.byte).min(all) * others / all.max(1);
        for at in row.other.clone() {
            let block = BlockId::new(at);
            let body = pair.other.body(block);
            if left < body.len() || at + 1 == row.other.end {
                return Some(Point { block, byte: body.floor_char_boundary(left) });
            }
            left -= body.len();
        }
        let last = pair.other.block_count().checked_sub(1)?;
        Some(Point::start_of(BlockId::new(row.other.start.min(last))))
    }

    /// Leaves the document beside this one, to bring it into view.
    pub fn turn(&mut self) -> Option<Turned> {
        let top = self.facing();
        let mut pair = self.pair.take()?;
        let own = Pair {
            other: Arc::clone(&self.document),
            labels: self.labels,
            direction: self.direction,
            side: pair.side.other(),
            pairing: pair.pairing.take(),
            scrolling: match &pair.scrolling {
                Scrolling::Coupled => Scrolling::Coupled,
                Scrolling::Free(_) => Scrolling::Free(Box::new(self.reading.clone())),
            },
            narrow: pair.narrow,
        };
        self.show_all_rows();
        Some(Turned { document: pair.other, pair: own, top })
    }

    /// Goes on beside the document that was in view before.
    pub fn go_on_turned(&mut self, turned: Turned) {
        let Turned { document: _, pair, top } = turned;
        self.page = Page::Text;
        self.pair = Some(pair);
        self.refresh();
        if let Some(top) = top {
            self.attention = None;
            self.reading.restore(&self.document, top);
            self.refresh();
        }
    }

    /// The other text for the rows in view, if it is among them.
    pub(super) fn companion(&self, own: LayoutSetting) -> Option<Companion> {
        let pair = self.pair.as_ref()?;
        let pairing = Arc::clone(pair.pairing.as_ref()?);
        let placing = match (self.layout.beside, pair.narrow, &pair.scrolling) {
            (Some(_), _, Scrolling::Free(_)) | (None, Narrow::One, _) => return None,
            (Some(_), _, Scrolling::Coupled) => Placing::Beside,
            (None, Narrow::Stacked, _) => Placing::Below,
        };
        let (other, setting) = (Arc::clone(&pair.other), self.companion_setting(own));
        Some(Companion::new(other, pairing, pair.side, placing, setting))
    }

    /// How the other text is typeset where the one in view has a setting.
    pub fn companion_setting(&self, own: LayoutSetting) -> LayoutSetting {
        let Some(pair) = &self.pair else { return own };
        let hyphenation = hyphenation(&pair.other, &self.settings);
        match self.layout.beside {
            Some(area) => LayoutSetting { columns: area.width, hyphenation, ..own },
            None => LayoutSetting {
                columns: own.columns.saturating_sub(STACKED_INDENT).max(1),
                // Numbers are before the words.
                margin: 0,
                hyphenation,
                ..own
            },
        }
    }

    /// Lays out the other text where it does not follow.
    pub(super) fn lay_free(&mut self) {
        let setting = self.companion_setting(self.reading.setting());
        let height = self.layout.text.height;
        if let Some(Pair { scrolling: Scrolling::Free(free), other, .. }) = &mut self.pair {
            free.resize(other, setting, height, None);
        }
    }

    /// The rows of the other text beside those in view, if it is beside or below them.
    pub fn other_rows(&self) -> Vec<&Row> {
        match &self.pair {
            Some(Pair { scrolling: Scrolling::Free(free), .. }) if self.has_two_columns() => {
                free.rows().iter().collect()
            }
            _ => self.reading.beside().iter().map(|row: &BesideRow| &row.row).collect(),
        }
    }

    /// The block of the other text that is in view: that beside the block in view while both are
    /// coupled, else the first.
    pub fn other_block_in_view(&self) -> Option<BlockId> {
        let is_coupled =
            self.pair.as_ref().is_some_and(|pair| matches!(pair.scrolling, Scrolling::Coupled));
        let beside = || self.blocks_beside().and_then(|(_, other)| other);
        let first = || {
            self.other_rows().into_iter().find_map(|row| match row {
                Row::Text { block, .. } => Some(*block),
                Row::Space => None,
            })
        };
        beside().filter(|_| is_coupled).or_else(first)
    }

    /// The blocks in view of the document in view and of the one beside it.
    pub fn blocks_beside(&self) -> Option<(BlockId, Option<BlockId>)> {
        let block = self.block_in_view()?;
        let (pairing, side) = self.pairing()?;
        let row = pairing.row(side, pairing.place_of(side, block));
        let at = block.index().saturating_sub(row.own.start);
        let other = row.other.start + at.min(row.other.len().saturating_sub(1));
        Some((block, (!row.other.is_empty()).then(|| BlockId::new(other))))
    }

    /// Where the document beside is.
    pub(super) fn side_of_other(&self) -> Option<TextSide> {
        self.pair.as_ref().map(|pair| pair.side.other())
    }
}
