//! What each action does.

use super::state::Towards;
use super::{
    Aloud, App, Effect, Focus, LetterFor, Mode, OutlinePlace, Page, Palette, SearchDirection,
};
use crate::action::Action;
use crate::find::PatternSyntax;
use crate::messages::notices;
use crate::settings::{CONTENTS_WIDTHS, MEASURES, Switch, Theme, ThemeName};
use crate::typeset::Bidi;

/// The step by which the width of the contents changes, in columns.
const CONTENTS_STEP: u16 = 2;

/// The step by which the measure changes, in columns.
const MEASURE_STEP: u16 = 4;

impl App {
    /// Does an action from the palette or a menu.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.act(action, None);
        self.refresh();
        effects
    }

    /// Does an action, `count` times if that makes sense.
    pub(super) fn act(&mut self, action: Action, count: Option<u32>) -> Vec<Effect> {
        if let Some(forbidden) = self.forbidden(action) {
            self.complain(forbidden.to_string());
            return Vec::new();
        }
        let times = i64::from(count.unwrap_or(1));
        match action {
            Action::Quit => return self.quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Undo if matches!(self.mode, Mode::Documents) => return vec![Effect::Recollect],
            Action::Undo => return vec![Effect::Undo],
            Action::RecentDocuments => return vec![Effect::ListDocuments],
            Action::NextDocument | Action::PreviousDocument => {
                return vec![Effect::StepDocument { forward: action == Action::NextDocument }];
            }
            Action::ForgetDocument => return self.forget_recent(),
            Action::Reload => return vec![Effect::Reload],
            Action::Compare => return self.compare(),
            Action::History => return self.trace(None),
            Action::Beside if self.comparison.is_some() => self.toggle_beside(),
            Action::Beside => return self.toggle_pair(),
            Action::OtherText => return self.flip(),
            Action::ToggleCoupling => self.toggle_coupling(),
            Action::NextChange => self.change_step(Towards::Next, times),
            Action::PreviousChange => self.change_step(Towards::Previous, times),
            Action::ToggleMouse => {
                self.settings.toggle(Switch::Mouse);
                let on = self.settings.is_on(Switch::Mouse);
                self.tell(if on { notices::MOUSE_ON } else { notices::MOUSE_OFF });
                return vec![Effect::CaptureMouse(on)];
            }
            Action::Mark => return self.mark(),
            Action::MarkWithNote => self.mark_with_note(),
            Action::Copy => return self.copy(),
            Action::CopyWithCitation => return self.copy_with_citation(),
            Action::CopyAddress => return self.copy_address(),
            Action::DeleteBookmark => return self.delete_bookmark(),
            Action::EditNote => self.edit_note(),
            Action::EditNoteOutside => return self.edit_note_outside(),
            Action::EditTags => self.edit_tags(),
            Action::NextHighlight => return self.next_highlight(),
            Action::Accept => return self.accept(false),
            Action::AcceptAll => return self.accept(true),
            Action::FilterBookmarks | Action::FilterDocuments | Action::FilterRegister => {
                self.open_filter();
            }
            Action::OrderBookmarks | Action::OrderDocuments | Action::OrderRegister => {
                self.next_order();
            }
            Action::AllBookmarks => {
                self.list.everywhere = !self.list.everywhere;
                self.list_anew();
            }
            Action::LineDown => self.lines(times),
            Action::LineUp => self.lines(-times),
            Action::HalfPageDown => self.lines(times * self.half_page()),
            Action::HalfPageUp => self.lines(-times * self.half_page()),
            Action::PageDown => self.lines(times * self.page_rows()),
            Action::PageUp => self.lines(-times * self.page_rows()),
            Action::Top => self.ends(false),
            Action::End => match count {
                Some(n) => self.go_to_clause(n),
                None => {
                    self.ends(true);
                    if self.lacks_end() {
                        return vec![Effect::ReadEnd];
                    }
                }
            },
            Action::ParagraphNext | Action::ParagraphPrevious => {
                self.paragraphs(if action == Action::ParagraphNext { times } else { -times });
            }
            Action::ClauseNext | Action::ClausePrevious => {
                self.clauses(if action == Action::ClauseNext { times } else { -times });
            }
            Action::Left | Action::Right => self.sideways(action == Action::Right, times),
            Action::WordNext
            | Action::WordPrevious
            | Action::WordEnd
            | Action::LineStart
            | Action::LineEnd
            | Action::SelectOtherEnd => self.select_by(action, times),
            Action::Jump => self.open_jump(""),
            Action::GoToPart => self.go_to_part(count),
            Action::GoToMark => self.open_letter(LetterFor::Go),
            Action::QuickMark => self.open_letter(LetterFor::Mark),
            Action::LinkHints => self.open_link_hints(),
            Action::OnlyMatches => self.toggle_only_matches(),
            Action::Confirm => return self.confirm(),
            Action::LinkNext | Action::LinkPrevious => {
                self.step_link(action == Action::LinkNext, times);
            }
            Action::Peek => self.peek(),
            Action::CitedBy => self.open_citations(),
            Action::Back | Action::Forward => return self.travel(action == Action::Forward),
            Action::Cancel => return self.cancel(),
            Action::SearchForward => {
                self.open_search(SearchDirection::Forward, PatternSyntax::Literal)
            }
            Action::SearchBackward => {
                self.open_search(SearchDirection::Backward, PatternSyntax::Literal)
            }
            Action::SearchRegex => self.open_search(SearchDirection::Forward, PatternSyntax::Regex),
            Action::SearchNext | Action::SearchPrevious => {
                self.search_step(action == Action::SearchNext, times);
            }
            Action::Select => self.select(),
            Action::LookUp => return self.look_up(),
            Action::SpeakOn => return self.speak(Aloud::On),
            Action::SpeakParagraph => return self.speak(Aloud::Paragraph),
            Action::SpeakClause => return self.speak(Aloud::Clause),
            Action::Bookmarks => self.open_bookmarks(),
            Action::FocusOutline => {
                self.focus = match self.focus {
                    Focus::Pane => Focus::Outline,
                    Focus::Outline => Focus::Pane,
                };
            }
            Action::ToggleOutline if self.document.lacks_entries() => {
                self.tell(notices::NO_CONTENTS);
            }
            Action::ToggleOutline => {
                self.settings.toggle(Switch::Contents);
                self.focus = Focus::Pane;
            }
            Action::Fold => self.outline.fold(&self.document),
            Action::FoldAll => self.outline.fold_all(&self.document),
            Action::Members => self.open_members(),
            Action::Abbreviations => self.open_abbreviations(),
            Action::Terms => self.open_terms(),
            Action::References => self.open_references(),
            Action::ExplainWords => self.explain_words(),
            Action::ExplainRules => self.explain_rules(),
            Action::ShowSettings => return vec![Effect::ShowSettings],
            Action::Check => return vec![Effect::Check],
            Action::ExplainStructure => return self.explain_structure(),
            Action::WiderContents => self.resize_contents(true),
            Action::NarrowerContents => self.resize_contents(false),
            Action::Wider | Action::Narrower if self.document.is_printed() => {
                self.tell(notices::PRINTED_WIDTH);
            }
            Action::Wider => self.widen(),
            Action::Narrower => {
                self.set_measure(self.layout.text.width.saturating_sub(MEASURE_STEP))
            }
            Action::ToggleJustify => {
                self.settings.toggle(Switch::Justify);
                self.tell(if self.settings.is_on(Switch::Justify) {
                    notices::JUSTIFIED
                } else {
                    notices::RAGGED_RIGHT
                });
            }
            Action::ToggleHyphenation => {
                self.settings.toggle(Switch::Hyphenation);
                self.tell(if self.settings.is_on(Switch::Hyphenation) {
                    notices::HYPHENATION_ON
                } else {
                    notices::HYPHENATION_OFF
                });
            }
            Action::ToggleBidi => {
                self.settings.bidi = match self.settings.bidi {
                    Bidi::Visual => Bidi::Terminal,
                    Bidi::Terminal => Bidi::Visual,
                };
                self.tell(match self.settings.bidi {
                    Bidi::Visual => notices::BIDI_PROGRAM,
                    Bidi::Terminal => notices::BIDI_TERMINAL,
                });
            }
            Action::NextTheme => {
                let names = self.settings.theme_names();
                let named = |name: &ThemeName| self.settings.theme_named(name.as_str());
                let themes: Vec<Theme> = names.iter().filter_map(named).collect();
                self.take_theme(self.theme.next(self.colours, &themes));
            }
            Action::SaveSettings => return vec![Effect::SaveSettings],
            Action::ResetSettings => return vec![Effect::ResetSettings],
            Action::Help => {
                self.open_help();
                self.focus = Focus::Pane;
            }
            Action::Palette => {
                self.hold();
                self.mode = Mode::Palette(Palette::default());
            }
        }
        Vec::new()
    }

    fn quit(&mut self) -> Vec<Effect> {
        match self.mode {
            // In anything over the text, the quit key closes that first.
            Mode::Help(_) | Mode::Bookmarks | Mode::Documents | Mode::Peek(_) => {
                self.give_back();
                Vec::new()
            }
            Mode::Read if self.page != Page::Text => {
                self.give_back();
                Vec::new()
            }
            Mode::Select(_) => {
                self.mode = Mode::Read;
                Vec::new()
            }
            _ => vec![Effect::Quit],
        }
    }

    fn cancel(&mut self) -> Vec<Effect> {
        match self.mode {
            Mode::Read if self.focus == Focus::Outline => self.focus = Focus::Pane,
            _ if self.open_list().is_some() => {
                if !self.clear_filter() {
                    self.give_back();
                }
            }
            Mode::Read if self.current_link().is_some() && !self.is_at_entry() => self.link = None,
            Mode::Read if self.search.is_some() => self.search = None,
            Mode::Read if self.pinned.is_some() => self.pinned = None,
            Mode::Read if self.comparison.is_some() => return vec![Effect::LeaveComparison],
            Mode::Read if self.pair.is_some() => self.leave_pair(),
            Mode::Read => {
                if self.dismiss_changes() {
                    self.tell(notices::CHANGE_MARKS_CLEARED);
                }
            }
            Mode::Select(_) => self.mode = Mode::Read,
            _ => self.give_back(),
        }
        Vec::new()
    }

    fn widen(&mut self) {
        let width = self.layout.text.width;
        if width < self.settings.measure {
            // A measure wider than the screen would come as a surprise in a wider window.
            let beside = self.layout.outline_place == OutlinePlace::Beside;
            let width = usize::from(width);
            return self.tell(match beside.then(|| self.key_hint(Action::ToggleOutline)) {
                Some(key) => notices::measure_limit_beside(width, key),
                None => notices::measure_limit(width),
            });
        }
        self.set_measure(width.saturating_add(MEASURE_STEP));
    }

    /// Makes the contents wider or narrower.
    fn resize_contents(&mut self, wider: bool) {
        let now = self.layout.outline.width;
        let columns = if wider { now + CONTENTS_STEP } else { now.saturating_sub(CONTENTS_STEP) };
        let columns = columns.clamp(*CONTENTS_WIDTHS.start(), *CONTENTS_WIDTHS.end());
        self.settings.contents_width = Some(columns);
        self.refresh();
        let columns = self.layout.outline.width;
        self.tell(match columns == now {
            true => notices::contents_limit(columns.into()),
            false => notices::contents_width(columns.into()),
        });
    }

    pub(super) fn set_measure(&mut self, columns: u16) {
        self.settings.measure = columns.clamp(*MEASURES.start(), *MEASURES.end());
        self.tell(notices::measure(self.settings.measure.into()));
    }
}
