//! What the mouse does, by its position.

use super::{
    App, Effect, Focus, Granularity, Grip, Mode, Outline, OutlineEntry, OutlinePlace, Page,
    Selection, has_children, window,
};
use crate::action::{Mouse, MouseKind};
use crate::document::{Direction, Point};
use crate::settings::CONTENTS_WIDTHS;
use crate::typeset::Row;

/// Rows per notch of the wheel.
const NOTCH: i64 = 3;

impl App {
    /// Handles a mouse event.
    pub fn mouse(&mut self, mut mouse: Mouse) -> Vec<Effect> {
        if !self.size.has(mouse.column, mouse.row) {
            // A drag that began inside may end outside, at the edge.
            if !matches!(mouse.kind, MouseKind::Drag | MouseKind::Release) {
                return Vec::new();
            }
            mouse.column = mouse.column.min(self.size.columns.saturating_sub(1));
            mouse.row = mouse.row.min(self.size.rows.saturating_sub(1));
        }
        self.untouched = false;
        self.give_up_seeking();
        let effects = self.take_mouse(mouse);
        self.refresh();
        effects
    }

    fn take_mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let clicks = if mouse.kind == MouseKind::Press { self.count_click(mouse) } else { 0 };
        let over_text = self.page == Page::Text
            && self.layout.is_text(mouse.column, mouse.row)
            && matches!(self.mode, Mode::Read | Mode::Select(_) | Mode::Peek(_));
        let over_outline = self.layout.outline_place != OutlinePlace::Hidden
            && self.layout.outline.contains(mouse.column, mouse.row);
        match mouse.kind {
            MouseKind::WheelDown | MouseKind::WheelUp => {
                let by = if mouse.kind == MouseKind::WheelDown { NOTCH } else { -NOTCH };
                self.wheel(by, over_outline);
            }
            MouseKind::Release if self.grip.take().is_some() => {}
            MouseKind::Release => self.release(mouse),
            MouseKind::Drag if self.grip == Some(Grip::Divider) => self.move_divider(mouse.column),
            MouseKind::Drag if self.grip == Some(Grip::Scrollbar) => self.press_scrollbar(mouse),
            MouseKind::Press if self.layout.status.contains(mouse.column, mouse.row) => {
                return self.press_status(mouse.column);
            }
            MouseKind::Press if matches!(self.mode, Mode::Menu(_)) => {
                return self.press_menu(mouse);
            }
            MouseKind::Press if matches!(self.mode, Mode::Palette(_)) => {
                return self.press_palette(mouse);
            }
            MouseKind::Menu if matches!(self.mode, Mode::Menu(_)) => self.give_back(),
            MouseKind::Menu => self.open_menu(mouse, over_outline),
            MouseKind::Press if clicks == 2 && over_text && !over_outline => {
                self.select_under(mouse, Granularity::Word);
            }
            MouseKind::Press if clicks == 3 && over_text && !over_outline => {
                self.select_under(mouse, Granularity::Paragraph);
            }
            MouseKind::Press if matches!(self.mode, Mode::Peek(_)) => {
                return self.press_peek(mouse);
            }
            MouseKind::Press
                if matches!(self.mode, Mode::Bookmarks | Mode::Documents) && !over_outline =>
            {
                return self.press_list(mouse);
            }
            MouseKind::Press | MouseKind::Drag
                if !matches!(self.mode, Mode::Read | Mode::Select(_)) => {}
            MouseKind::Press if over_outline => self.press_outline(mouse),
            MouseKind::Press if self.on_divider(mouse) => self.grip = Some(Grip::Divider),
            MouseKind::Press if self.on_scrollbar(mouse) => {
                self.grip = Some(Grip::Scrollbar);
                self.press_scrollbar(mouse);
            }
            MouseKind::Press if self.page != Page::Text => return self.press_list(mouse),
            MouseKind::Press if self.is_aside(mouse) => self.press_aside(mouse),
            MouseKind::Press => self.press_text(mouse),
            MouseKind::Drag => self.drag_text(mouse),
        }
        Vec::new()
    }

    fn wheel(&mut self, by: i64, over_outline: bool) {
        match (&mut self.mode, &mut self.page) {
            (Mode::Peek(_), _) => self.scroll_peek(by),
            (Mode::Help(_), _) => self.lines(by),
            (Mode::Palette(_), _) => self.step_palette(by.signum()),
            (Mode::Bookmarks | Mode::Documents, _) => self.lines(by.signum()),
            (Mode::Read | Mode::Select(_), _) if over_outline => {
                self.focus = Focus::Outline;
                self.outline.step(by);
            }
            (Mode::Read, Page::Register(_)) => self.step_register(by.signum()),
            (Mode::Read | Mode::Select(_), Page::Text) => self.reading.scroll(&self.document, by),
            _ => {}
        }
    }

    /// Opens the entry under the mouse; on its fold mark, folds it.
    fn press_outline(&mut self, mouse: Mouse) {
        let area = self.layout.outline;
        let place = self.outline_first() + usize::from(mouse.row - area.y);
        let Some(entry) = self.outline.entry(place) else { return };
        self.outline.put(place);
        let from_edge = if self.has_mirrored_outline() {
            (area.x + area.width).saturating_sub(mouse.column + 1)
        } else {
            mouse.column - area.x
        };
        match entry {
            OutlineEntry::Section(id)
                if has_children(&self.document, id)
                    && from_edge
                        <= Outline::fold_column(self.document.section(id).depth, area.width) =>
            {
                self.outline.fold(&self.document);
                self.focus = Focus::Outline;
            }
            _ => self.open_entry(),
        }
    }

    /// Whether the outline's entries begin at its right edge, as the lines of the text do.
    pub fn has_mirrored_outline(&self) -> bool {
        self.layout.direction == Direction::RightToLeft
    }

    /// The first entry of the outline in view: keeps the cursor in the middle if not all entries
    /// fit.
    pub fn outline_first(&self) -> usize {
        let count = self.outline.count();
        window(self.outline.cursor(), count, self.layout.outline.height)
    }

    fn on_divider(&self, mouse: Mouse) -> bool {
        let rows = self.layout.outline;
        self.layout.divider == Some(mouse.column)
            && (rows.y..rows.y + rows.height).contains(&mouse.row)
    }

    /// Moves the divider between the contents and the text.
    fn move_divider(&mut self, column: u16) {
        let (least, most) = (CONTENTS_WIDTHS.start(), CONTENTS_WIDTHS.end());
        self.settings.contents_width = Some(column.clamp(*least, *most));
    }

    /// Whether the mouse is dragging something, which settles when its button is released.
    pub fn is_dragging(&self) -> bool {
        self.grip.is_some()
    }

    fn on_scrollbar(&self, mouse: Mouse) -> bool {
        self.page == Page::Text && self.layout.scrollbar.contains(mouse.column, mouse.row)
    }

    fn press_scrollbar(&mut self, mouse: Mouse) {
        let bar = self.layout.scrollbar;
        let share = usize::from(mouse.row.saturating_sub(bar.y).min(bar.height.saturating_sub(1)));
        let rows = usize::from(bar.height.saturating_sub(1)).max(1);
        let offset = self.document.text().len() * share / rows;
        if let Some(point) = self.document.point_at(crate::document::TextOffset::new(offset)) {
            self.focus = Focus::Pane;
            self.reading.go_within(&self.document, point);
        }
    }

    /// The point of the text under the mouse.
    pub(super) fn point_under(&self, mouse: Mouse) -> Option<Point> {
        let row = self.layout.row_under(mouse.column, mouse.row)?;
        let text = self.layout.at_row(row).text;
        match self.reading.rows().get(row)? {
            Row::Space => None,
            Row::Text { block, line, .. } => {
                let column = mouse.column.saturating_sub(text.x);
                let body = self.document.body(*block);
                Some(Point { block: *block, byte: line.byte_at(body, column).min(body.len()) })
            }
        }
    }

    fn press_text(&mut self, mouse: Mouse) {
        self.focus = Focus::Pane;
        self.mode = Mode::Read;
        self.pressed = self.point_under(mouse);
        self.attention = self.pressed;
    }

    /// Treats a press and a release on the same words, with nothing selected between, as a click.
    fn release(&mut self, mouse: Mouse) {
        let pressed = self.pressed.take();
        let still = matches!(self.mode, Mode::Read) && self.page == Page::Text;
        if let Some(point) =
            pressed.filter(|_| still && self.layout.is_text(mouse.column, mouse.row))
            && self.point_under(mouse) == Some(point)
        {
            self.click(point);
        }
    }

    /// Handles a press while a preview is open: on the window goes to its target; elsewhere closes
    /// it.
    fn press_peek(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Mode::Peek(peek) = &self.mode else { return Vec::new() };
        if self.peek_area(peek).contains(mouse.column, mouse.row) {
            return self.follow_peek();
        }
        self.give_back();
        Vec::new()
    }

    fn drag_text(&mut self, mouse: Mouse) {
        if self.page != Page::Text {
            return;
        }
        // Dragging beyond an edge scrolls.
        if mouse.row <= self.layout.text.y {
            self.reading.scroll(&self.document, -1);
        } else if mouse.row + 1 >= self.layout.text.y + self.layout.text.height {
            self.reading.scroll(&self.document, 1);
        }
        let Some(point) = self.point_under(mouse) else { return };
        match &mut self.mode {
            Mode::Select(selection) => selection.head = point,
            _ => {
                let mut selection = Selection::new(self.pressed.unwrap_or(point));
                selection.head = point;
                self.mode = Mode::Select(selection);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Size;
    use crate::document::Origin;
    use crate::settings::{Settings, Theme};

    #[test]
    fn what_is_pressed_is_what_is_seen_in_right_to_left_text_too() {
        let texts: [&[u8]; 2] = [
            include_bytes!("../../tests/fixtures/harbour-charter-ar.txt"),
            include_bytes!("../../tests/fixtures/harbour-rules-ja.txt"),
        ];
        for text in texts {
            let document = crate::source::read(text, Origin::StandardInput).expect("text");
            let size = Size { columns: 80, rows: 24 };
            let mut app = App::new(document, Settings::default(), Theme::ALL[0], size);
            let rows = app.reading.rows().to_vec();
            let mut pressed = 0;
            for (at, row) in (app.layout.text.y..).zip(rows) {
                let Row::Text { block, line, .. } = row else { continue };
                let body = app.document.body(block).to_owned();
                for glyph in line.glyphs(&body).iter().filter(|glyph| glyph.columns > 0) {
                    for column in glyph.column..glyph.column + glyph.columns {
                        let column = app.layout.text.x + column;
                        app.mouse(Mouse { kind: MouseKind::Press, column, row: at });
                        assert_eq!(app.pressed, Some(Point { block, byte: glyph.range.start }));
                        pressed += 1;
                    }
                }
            }
            assert!(pressed > 200);
        }
    }
}
