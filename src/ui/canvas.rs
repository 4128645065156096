//! A canvas of cells: writes words at a position, cut to a width.

use super::cut::{cut, cut_title};
use super::styling::cells;
use crate::app::Area;
use crate::document::Direction;
use crate::settings::{CellStyle, ColourDepth, Ornaments, Theme};
pub(super) use crate::typeset::columns;
use crate::typeset::{
    Bidi, Line, Piece, Sign, SignKind, cluster_columns, has_right_to_left, in_visual_order,
    in_visual_order_of, typed,
};
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style as Cells;
use ratatui::widgets::{Clear, Widget};
use std::borrow::Cow;
use std::num::NonZeroU16;
use unicode_segmentation::UnicodeSegmentation;

/// Isolates separate words from their neighbours on a terminal that reorders text itself.
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The screen being drawn, with a theme.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The styles of everything drawn.
    pub theme: &'a Theme,
    colours: ColourDepth,
    bidi: Bidi,
}

impl<'a> Canvas<'a> {
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme, colours: ColourDepth, bidi: Bidi) -> Self {
        Self { buffer, theme, colours, bidi }
    }

    /// Whether rules, frames and signs are drawn.
    pub fn has_ornaments(&self) -> bool {
        self.theme.ornaments == Ornaments::Drawn
    }

    /// Writes a sign of one column that adds nothing to the words, unless the theme omits those.
    pub fn sign(&mut self, x: u16, y: u16, sign: &str, style: CellStyle) {
        if self.has_ornaments() {
            self.write(x, y, 1, sign, style);
        }
    }

    /// Returns the part of an area that lies on the screen.
    fn on_screen(&self, area: Area) -> Rect {
        Rect { x: area.x, y: area.y, width: area.width, height: area.height }
            .intersection(self.buffer.area)
    }

    /// Clears an area to the page background.
    pub fn clear(&mut self, area: Area) {
        Clear.render(self.on_screen(area), self.buffer);
        self.tint(area, self.theme.page);
    }

    /// Applies a style to an area, whatever its contents.
    pub fn tint(&mut self, area: Area, style: CellStyle) {
        let area = self.on_screen(area);
        self.buffer.set_style(area, cells(style, self.colours));
    }

    /// Writes as many words as fit into `width` columns; returns the column after them. Puts
    /// right-to-left text into visual order.
    pub fn write(&mut self, x: u16, y: u16, width: u16, words: &str, style: CellStyle) -> u16 {
        match self.bidi {
            Bidi::Visual => self.put(x, y, width, &in_visual_order(words), style),
            Bidi::Terminal => {
                let end = self.put(x, y, width, words, style);
                self.isolate(x, y, end, words, None);
                end
            }
        }
    }

    /// Isolates words from their neighbours in the row, on a terminal that reorders text itself: it
    /// would take the words of two panes for one sentence. They run in `direction`, or by default
    /// as their first strong letter does (the isolates of UAX #9).
    pub fn isolate(&mut self, x: u16, y: u16, end: u16, words: &str, direction: Option<Direction>) {
        let turns = direction == Some(Direction::RightToLeft) || has_right_to_left(words);
        if self.bidi == Bidi::Visual || !turns || end <= x {
            return;
        }
        let opens = match direction {
            None => FIRST_STRONG_ISOLATE,
            Some(Direction::LeftToRight) => LEFT_TO_RIGHT_ISOLATE,
            Some(Direction::RightToLeft) => RIGHT_TO_LEFT_ISOLATE,
        };
        // A sign of zero width joins the cell before it.
        let (at, first) = (x.saturating_sub(1), x == 0);
        if let Some(cell) = self.buffer.cell_mut((at, y)) {
            let symbol = cell.symbol();
            let symbol =
                if first { format!("{opens}{symbol}") } else { format!("{symbol}{opens}") };
            cell.set_symbol(&symbol);
        }
        // The last cell may be the second half of a wide one.
        let wide = |at| self.buffer.cell((at, y)).map_or(0, |cell| cluster_columns(cell.symbol()));
        let last = if end - x > 1 && wide(end - 2) > 1 { end - 2 } else { end - 1 };
        if let Some(cell) = self.buffer.cell_mut((last, y)) {
            let symbol = format!("{}{POP_ISOLATE}", cell.symbol());
            cell.set_symbol(&symbol);
        }
    }

    /// Writes a line of a paragraph that runs in a direction, from the edge where its lines begin.
    pub fn write_running(
        &mut self,
        (x, y): (u16, u16),
        width: u16,
        words: &str,
        direction: Direction,
        style: CellStyle,
    ) {
        let seen = match self.bidi {
            Bidi::Visual => in_visual_order_of(words, direction),
            Bidi::Terminal => words.into(),
        };
        let x = match direction {
            Direction::LeftToRight => x,
            Direction::RightToLeft => x + width.saturating_sub(columns(&seen)),
        };
        let end = self.put(x, y, width, &seen, style);
        self.isolate(x, y, end, words, Some(direction));
    }

    /// Writes a line of text set in `area`, each cluster in the style that `style` gives for its
    /// byte of the body.
    pub fn write_line(
        &mut self,
        area: Area,
        line: &Line,
        body: &str,
        style: impl Fn(usize) -> CellStyle,
    ) {
        let end = area.x + area.width;
        let ornaments = self.has_ornaments();
        let drawn = |sign: &&Sign| ornaments || sign.kind == SignKind::Head;
        for sign in line.signs().iter().filter(drawn) {
            let style = match sign.kind {
                SignKind::Rule | SignKind::Edge => self.theme.border,
                SignKind::Continued | SignKind::Head => self.theme.muted,
            };
            let x = area.x + sign.column;
            self.write_running(
                (x, area.y),
                columns(&sign.text).min(end.saturating_sub(x)),
                &sign.text,
                line.direction,
                style,
            );
        }
        for piece in line.pieces() {
            self.write_piece(area, piece, line.direction, body, &style);
        }
    }

    fn write_piece(
        &mut self,
        area: Area,
        piece: &Piece,
        direction: Direction,
        body: &str,
        style: impl Fn(usize) -> CellStyle,
    ) {
        let end = area.x + area.width;
        let mut run: Option<(u16, String, CellStyle)> = None;
        let glyphs = piece.glyphs(body);
        let first = glyphs.first().map_or(area.x, |glyph| area.x + glyph.column);
        let behind = glyphs.last().map_or(first, |last| area.x + last.column + last.columns);
        for glyph in glyphs {
            let style = style(glyph.range.start);
            // Right-to-left clusters are drawn one by one, so that they do not join again.
            if glyph.reversed || run.as_ref().is_none_or(|(.., before)| *before != style) {
                if let Some((x, words, style)) = run.take() {
                    self.put(x, area.y, end.saturating_sub(x), &words, style);
                }
                run = Some((area.x + glyph.column, String::new(), style));
            }
            if let Some((_, words, _)) = &mut run {
                words.push_str(&glyph.text);
                // A blank may be wider than one column.
                let more = glyph.columns.saturating_sub(columns(&glyph.text));
                words.extend(std::iter::repeat_n(' ', usize::from(more)));
            }
        }
        if let Some((x, words, style)) = run {
            self.put(x, area.y, end.saturating_sub(x), &words, style);
        }
        let words = body.get(piece.range.clone()).unwrap_or("");
        self.isolate(first, area.y, behind.min(end), words, Some(direction));
    }

    /// Writes words that are already in visual order.
    pub fn put(&mut self, x: u16, y: u16, width: u16, words: &str, style: CellStyle) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= area.right() {
            return x;
        }
        let style = super::styling::words(style, self.colours);
        let end = x.saturating_add(width).min(area.right());
        let mut x = x;
        for cluster in words.graphemes(true) {
            let wide = cluster_columns(cluster);
            if wide == 0 {
                continue;
            }
            if x.saturating_add(wide) > end {
                break;
            }
            self.place(x, y, wide, cluster, style);
            x += wide;
        }
        x
    }

    /// Puts a cluster into its cells. Terminals disagree about the width of a cluster of several
    /// letters or signs, so the cell records the width and the cells it covers.
    fn place(&mut self, x: u16, y: u16, wide: u16, cluster: &str, style: Cells) {
        let many = cluster.chars().nth(1).is_some();
        let (own, covered) = match NonZeroU16::new(wide) {
            Some(columns) if many && wide > 1 => {
                (CellDiffOption::ForcedWidth(columns), CellDiffOption::Skip)
            }
            _ => (CellDiffOption::None, CellDiffOption::None),
        };
        for (at, column) in (x..x + wide).enumerate() {
            let Some(cell) = self.buffer.cell_mut((column, y)) else { return };
            if at == 0 {
                cell.set_symbol(cluster).set_diff_option(own).set_style(style);
            } else {
                cell.reset();
                cell.set_diff_option(covered);
            }
        }
    }

    /// Returns typed words ready to be [`put`](Self::put), and the column of the caret, which
    /// stands before the byte `caret`.
    pub fn typed<'w>(&self, words: &'w str, caret: usize) -> (Cow<'w, str>, u16) {
        match self.bidi {
            Bidi::Visual => typed(words, caret),
            Bidi::Terminal => (Cow::Borrowed(words), columns(words.get(..caret).unwrap_or(words))),
        }
    }

    /// Writes words, with an ellipsis at the end if they do not fit.
    pub fn write_cut(&mut self, x: u16, y: u16, width: u16, words: &str, style: CellStyle) -> u16 {
        self.write(x, y, width, &cut(words, width), style)
    }

    /// Writes words so that they end before column `right`.
    pub fn write_right(&mut self, left: u16, right: u16, y: u16, words: &str, style: CellStyle) {
        let room = right.saturating_sub(left);
        let words = cut(words, room);
        let x = right.saturating_sub(columns(&words)).max(left);
        self.write(x, y, room, &words, style);
    }

    /// Draws a ratatui widget.
    pub fn widget(&mut self, area: Area, widget: impl Widget) {
        let area = self.on_screen(area);
        widget.render(area, self.buffer);
    }

    /// Draws a horizontal line, unless the theme omits it.
    pub fn rule(&mut self, x: u16, y: u16, width: u16) {
        if !self.has_ornaments() {
            return;
        }
        let style = self.theme.border;
        self.write(x, y, width, &"─".repeat(usize::from(width)), style);
    }

    /// Draws a box with a title in its upper edge; the title alone if the theme omits boxes.
    pub fn frame(&mut self, area: Area, title: &str) {
        let bottom = area.y + area.height.saturating_sub(1);
        let right = area.x + area.width.saturating_sub(1);
        let border = self.theme.border;
        self.rule(area.x, area.y, area.width);
        self.rule(area.x, bottom, area.width);
        self.post(area.x, area);
        self.post(right, area);
        for (x, y, corner) in [
            (area.x, area.y, "┌"),
            (right, area.y, "┐"),
            (area.x, bottom, "└"),
            (right, bottom, "┘"),
        ] {
            self.sign(x, y, corner, border);
        }
        let room = area.width.saturating_sub(4);
        if room > 2 {
            let title = format!(" {} ", cut_title(title, room - 2));
            self.write(area.x + 2, area.y, room, &title, self.theme.muted);
        }
    }

    /// Draws a vertical line, unless the theme omits it.
    pub fn post(&mut self, x: u16, area: Area) {
        for y in area.y..area.y.saturating_add(area.height) {
            self.sign(x, y, "│", self.theme.border);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_a_terminal_puts_into_order_are_parted_from_their_row() {
        let area = Rect { x: 0, y: 0, width: 12, height: 1 };
        let row = |bidi, direction| {
            let mut buffer = Buffer::empty(area);
            let theme = &Theme::ALL[0];
            let mut canvas = Canvas::new(&mut buffer, theme, ColourDepth::True, bidi);
            canvas.write(0, 0, 12, "אב", theme.text);
            canvas.write(2, 0, 1, "│", theme.border);
            canvas.write_running((3, 0), 9, "אב 5.", direction, theme.text);
            buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        assert_eq!(row(Bidi::Visual, Direction::RightToLeft), "בא│    .5 בא");
        assert_eq!(
            row(Bidi::Terminal, Direction::RightToLeft),
            "\u{2068}אב\u{2069}│    \u{2067}אב 5.\u{2069}"
        );
        assert_eq!(
            row(Bidi::Terminal, Direction::LeftToRight),
            "\u{2068}אב\u{2069}│\u{2066}אב 5.\u{2069}    "
        );
    }

    #[test]
    fn what_a_wide_cluster_covers_is_its_own() {
        let area = Rect { x: 0, y: 0, width: 4, height: 1 };
        let mut buffer = Buffer::empty(area);
        let theme = &Theme::ALL[0];
        let mut canvas = Canvas::new(&mut buffer, theme, ColourDepth::True, Bidi::Visual);
        assert_eq!(canvas.put(0, 0, 3, "কাকা", theme.text), 2);
        assert_eq!(buffer[(0, 0)].symbol(), "কা");
        assert_eq!(buffer[(1, 0)].diff_option, CellDiffOption::Skip);
        // Text written over it appears unchanged.
        Canvas::new(&mut buffer, theme, ColourDepth::True, Bidi::Visual)
            .put(0, 0, 4, "ab", theme.text);
        assert!(buffer.content.iter().all(|cell| cell.diff_option == CellDiffOption::None));
    }

    proptest! {
        #[test]
        fn words_take_the_columns_that_they_are_counted_as(
            words in "([a-z ]|[\u{5D0}-\u{5EA}]|[\u{627}-\u{64A}]|\u{64B}|漢|각|ᄀ|ᅡ|क|्|ि|ก|ำ|ক|া|\u{17D2}|ទ|👩|\u{200D}|🚀|🇰|🇿|\u{AD}|\u{200B}|ｶ|ﾞ){0,30}",
        ) {
            let area = Rect { x: 0, y: 0, width: 200, height: 1 };
            let mut buffer = Buffer::empty(area);
            let theme = &Theme::ALL[0];
            let mut canvas = Canvas::new(&mut buffer, theme, ColourDepth::True, Bidi::Terminal);
            prop_assert_eq!(canvas.write(0, 0, 200, &words, theme.text), columns(&words));
        }
    }
}
