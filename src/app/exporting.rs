//! Writing bookmarks and the document to files (`:export`, `:write`): contents, formats and
//! outcomes. Replacing a file requires confirmation.

use super::{
    App, Effect, Export, ExportForm, Exported, IfThere, Mode, Offer, Outcome, PaletteCommand,
    YesNoQuestion,
};
use crate::action::{Key, KeyCode};
use crate::document::visible;
use crate::messages::{commands, counts, notices, prompts};
use std::path::Path;

/// The extension of a file's name, in lower case.
fn ending(path: &str) -> String {
    let ending = Path::new(path).extension();
    ending.map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase())
}

/// The name of a file that `:export` writes the outline to.
const OUTLINE: &str = "outline";

fn outline() -> (Exported, String) {
    (Exported::Outline, commands::OUTLINE.to_owned())
}

/// The format of a document or an outline, by the extension of its file.
fn document_form(path: &str) -> Option<ExportForm> {
    match ending(path).as_str() {
        "md" | "markdown" => Some(ExportForm::Markdown),
        "txt" | "text" => Some(ExportForm::Text),
        "json" => Some(ExportForm::Json),
        _ => None,
    }
}

impl App {
    /// What `:export` offers for a path: the bookmarks, or for `outline.md` the outline.
    pub(super) fn to_export(&self, path: &str) -> Vec<Offer> {
        if Path::new(path).file_stem().is_some_and(|name| name == OUTLINE) {
            let refused = commands::OUTLINE_ENDINGS;
            return self.to_write_as("export", path, document_form(path), vec![outline()], refused);
        }
        let form = match ending(path).as_str() {
            "md" | "markdown" => Some(ExportForm::Markdown),
            "jsonld" | "json" => Some(ExportForm::JsonLd),
            _ => None,
        };
        let (here, all) = (self.bookmark_index.kept().len(), self.bookmark_index.all().len());
        let wanted = [(Exported::Bookmarks, here), (Exported::AllBookmarks, all)];
        let words = |(what, count): (Exported, usize)| match what {
            Exported::AllBookmarks => counts::bookmarks_everywhere(count),
            _ => counts::bookmarks_here(count),
        };
        if all == 0 {
            return vec![Offer::new(PaletteCommand::Refuse, commands::EXPORT_NOTHING)];
        }
        let wanted: Vec<_> = wanted
            .into_iter()
            .filter(|(what, count)| *count > 0 && !(*what == Exported::AllBookmarks && here == all))
            .map(|one| (one.0, words(one)))
            .collect();
        self.to_write_as("export", path, form, wanted, commands::EXPORT_ENDINGS)
    }

    /// What `:write` offers for a path.
    pub(super) fn to_write(&self, path: &str) -> Vec<Offer> {
        let mut wanted = vec![(Exported::Document, commands::WHOLE_DOCUMENT.to_owned())];
        if let Some(section) = self.section_in_view()
            && let Some(passage) = self.document.section_passage(section)
        {
            let name = self.document.section_name_with_kind(section);
            wanted.push((Exported::Passage(passage), commands::only_section(name)));
        }
        wanted.push(outline());
        self.to_write_as("write", path, document_form(path), wanted, commands::WRITE_ENDINGS)
    }

    fn to_write_as(
        &self,
        name: &'static str,
        path: &str,
        form: Option<ExportForm>,
        wanted: Vec<(Exported, String)>,
        refused: &str,
    ) -> Vec<Offer> {
        let completions = self.completions(name, path).into_iter();
        let Some(form) = form else {
            let refused = Offer::new(PaletteCommand::Refuse, refused);
            return [refused].into_iter().chain(completions).collect();
        };
        let offer = |(what, words): (Exported, String)| {
            let export = Export { what, form, path: path.to_owned(), if_there: IfThere::Ask };
            let words = format!("{words} → {path} ({})", form.name());
            Offer::new(PaletteCommand::Export(export), words).tabbed(name, path)
        };
        let own = |offer: &Offer| !matches!(&offer.command, PaletteCommand::CompleteTo(to) if to.ends_with(path));
        wanted.into_iter().map(offer).chain(completions.filter(own)).collect()
    }

    /// Writes a file, unless writing is forbidden.
    pub(super) fn export(&mut self, export: Export) -> Vec<Effect> {
        self.if_may_write(Effect::Export(Box::new(export)))
    }

    /// Reports the outcome of an export; asks before replacing a file.
    pub fn exported(&mut self, export: Export, outcome: Outcome) {
        let path = visible(&export.path).into_owned();
        match outcome {
            Outcome::Written(what) => self.tell(notices::written(what, path)),
            Outcome::Failed(why) => self.complain(notices::failed_to_write(path, why)),
            Outcome::There if self.can_reload() => {
                self.hold();
                let words = prompts::replace_file(path);
                let then = Export { if_there: IfThere::Replace, ..export };
                self.mode = Mode::Ask(Box::new(YesNoQuestion { words, then }));
            }
            Outcome::There => self.complain(notices::exists(path)),
        }
        self.refresh();
    }

    pub(super) fn answer_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Ask(question) = &self.mode else { return Vec::new() };
        let then = question.then.clone();
        match (key.typed(), key.code) {
            (Some('y' | 'Y'), _) => {
                self.give_back();
                return self.export(then);
            }
            (Some('n' | 'N' | 'q'), _) | (_, KeyCode::Escape) => {
                self.give_back();
                self.tell(notices::not_replaced(&then.path));
            }
            _ => {}
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_name_says_its_form() {
        for (path, wanted) in [
            ("notes.md", "md"),
            ("~/a.b/Notes.JSONLD", "jsonld"),
            ("a.b/notes", ""),
            (".md", ""),
            ("", ""),
        ] {
            assert_eq!(ending(path), wanted, "{path}");
        }
    }
}
