//! The table of settings, in the order in which the config is printed.

use super::setting::{Setting, ValueKind};
use super::{CONTENTS_WIDTHS, MEASURES, PageLayout, ProgressShown, RedlineChoice, Reload, Switch};
use crate::messages::settings;
use crate::typeset::Bidi;

/// All settings that are not tables of the config. Those that keys change while reading come
/// first.
pub static SETTINGS: [&Setting; 19] = [
    &THEME,
    &MEASURE,
    &JUSTIFY,
    &HYPHENATION,
    &CONTENTS,
    &CONTENTS_WIDTH,
    &LAYOUT,
    &BIDI,
    &MOUSE,
    &HINTS,
    &PROGRESS,
    &REDLINE,
    &HISTORY,
    &CACHE,
    &LINEAR,
    &RELOAD,
    &LOOKUP,
    &SPEAK,
    &CITATION,
];

/// A table of the config.
#[derive(Debug)]
pub struct ConfigTable {
    /// Its key in the config.
    pub key: &'static str,
    /// Its name, as the documentation writes it.
    pub name: &'static str,
    /// What it holds.
    pub kind: TableKind,
    /// What its lines do, as Markdown.
    pub meaning: &'static str,
    /// The error if its key has a value that is not a table.
    pub not_a_table: &'static str,
}

/// What a table of the config holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Citation templates.
    Citations,
    /// Themes.
    Themes,
    /// The folders of the library.
    Library,
    /// Keys of actions.
    Keys,
}

/// The tables of the config.
pub static TABLES: [ConfigTable; 4] = [
    ConfigTable {
        key: "citations",
        name: "[citations]",
        kind: TableKind::Citations,
        meaning: "citation templates of your own, by name",
        not_a_table: settings::CITATIONS_NOT_A_TABLE,
    },
    ConfigTable {
        key: "themes",
        name: "[themes.NAME]",
        kind: TableKind::Themes,
        meaning: "a theme of your own",
        not_a_table: settings::THEMES_NOT_A_TABLE,
    },
    ConfigTable {
        key: "library",
        name: "[library]",
        kind: TableKind::Library,
        meaning: "`folders`: the folders of the library, each a path such as `\"~/Papers\"`, or \
                  `{ path = \"/srv/acts\", depth = 3 }` to limit how many folders deep it is read; \
                  `ignore`: patterns of names that are left out, as in `.gitignore`",
        not_a_table: settings::LIBRARY_NOT_A_TABLE,
    },
    ConfigTable {
        key: "keys",
        name: "[keys]",
        kind: TableKind::Keys,
        meaning: "a key or a list of keys for an action, by the action’s name; `bulletin config \
                  keys` prints the names and the current keys",
        not_a_table: settings::KEYS_NOT_A_TABLE,
    },
];

/// Returns the setting with this name.
pub fn named(name: &str) -> Option<&'static Setting> {
    SETTINGS.into_iter().find(|setting| setting.name == name)
}

/// Returns the table with this key.
pub fn with_key(key: &str) -> Option<&'static ConfigTable> {
    TABLES.iter().find(|table| table.key == key)
}

/// Sets a setting to the value with this name, if there is one; returns whether there is.
fn choose<T: Copy>(to: &mut T, all: &[T], name_of: impl Fn(T) -> &'static str, name: &str) -> bool {
    let chosen = all.iter().copied().find(|one| name_of(*one) == name);
    chosen.is_some_and(|one| {
        *to = one;
        true
    })
}

pub static THEME: Setting = Setting {
    name: "theme",
    kind: ValueKind::Theme,
    meaning: "`\"dark\"`, `\"light\"`, `\"paper\"` (warm), `\"contrast\"` (high contrast), \
              `\"colourblind\"`, `\"ansi\"` (the sixteen colours of the terminal), `\"console\"` \
              (the same on black), `\"plain\"` (no colours), `\"spoken\"` (words alone, for a screen \
              reader), a name in `[themes]`, or `\"auto\"`: what suits the terminal",
};

pub static MEASURE: Setting = Setting {
    name: "measure",
    kind: ValueKind::Columns {
        range: &MEASURES,
        get: |settings| settings.measure,
        set: |settings, columns| settings.measure = columns,
    },
    meaning: "maximum width of the text in columns",
};

pub static JUSTIFY: Setting = Setting {
    name: "justify",
    kind: ValueKind::Switch(Switch::Justify),
    meaning: "whether lines are stretched to the full width",
};

pub static HYPHENATION: Setting = Setting {
    name: "hyphenation",
    kind: ValueKind::Switch(Switch::Hyphenation),
    meaning: "whether words are hyphenated, by the patterns of the text’s language",
};

pub static CONTENTS: Setting = Setting {
    name: "contents",
    kind: ValueKind::Switch(Switch::Contents),
    meaning: "whether the contents are shown beside the text",
};

pub static CONTENTS_WIDTH: Setting = Setting {
    name: "contents-width",
    kind: ValueKind::ColumnsOrAuto {
        range: &CONTENTS_WIDTHS,
        get: |settings| settings.contents_width,
        set: |settings, columns| settings.contents_width = columns,
    },
    meaning: "width of the contents in columns; `\"auto\"`: a quarter of the screen, more on a \
              wide one",
};

pub static LAYOUT: Setting = Setting {
    name: "layout",
    kind: ValueKind::Choice {
        names: || PageLayout::ALL.map(PageLayout::name).to_vec(),
        get: |settings| settings.layout.name(),
        set: |settings, name| {
            choose(&mut settings.layout, &PageLayout::ALL, PageLayout::name, name)
        },
    },
    meaning: "how a wide screen is used: `\"one\"` column of text; `\"margin\"`: from 140 columns \
              on, notes, definitions, footnotes and a pinned clause beside the text; `\"two\"`: \
              from 180 columns on, two columns of text; `\"auto\"`: the margin if nearly \
              every screen of the document has something to show in it, or if you wrote a note",
};

pub static BIDI: Setting = Setting {
    name: "bidi",
    kind: ValueKind::Choice {
        names: || BIDIS.map(Bidi::name).to_vec(),
        get: |settings| settings.bidi.name(),
        set: |settings, name| choose(&mut settings.bidi, &BIDIS, Bidi::name, name),
    },
    meaning: "who reorders Arabic, Hebrew and other right-to-left text for display: the program \
              (`\"visual\"`), or the terminal (`\"terminal\"`). With `\"visual\"`, the program \
              asks the terminal not to reorder it too",
};

const BIDIS: [Bidi; 2] = [Bidi::Visual, Bidi::Terminal];

pub static MOUSE: Setting = Setting {
    name: "mouse",
    kind: ValueKind::Switch(Switch::Mouse),
    meaning: "whether the program uses the mouse; `false` leaves it to the terminal",
};

pub static HINTS: Setting = Setting {
    name: "hints",
    kind: ValueKind::Hints,
    meaning: "whether the bottom line shows the most useful keys; `false` leaves only the key for \
              help",
};

pub static PROGRESS: Setting = Setting {
    name: "progress",
    kind: ValueKind::Choice {
        names: || ProgressShown::ALL.map(ProgressShown::name).to_vec(),
        get: |settings| settings.progress.name(),
        set: |settings, name| {
            choose(&mut settings.progress, &ProgressShown::ALL, ProgressShown::name, name)
        },
    },
    meaning: "how the bottom line shows how far you have read: `\"clause\"` (clause 11 of 25 · \
              43 %), `\"percent\"`, or `\"time\"` (clause 11 of 25 · 12 min left, at the pace at \
              which you read)",
};

pub static REDLINE: Setting = Setting {
    name: "redline",
    kind: ValueKind::Choice {
        names: || RedlineChoice::ALL.map(RedlineChoice::name).to_vec(),
        get: |settings| settings.redline.name(),
        set: |settings, name| {
            choose(&mut settings.redline, &RedlineChoice::ALL, RedlineChoice::name, name)
        },
    },
    meaning: "how a comparison marks changed words: crossed out and underlined (`\"styles\"`), or \
              between signs, `[-gone-]` and `{+new+}` (`\"signs\"`); `\"auto\"` uses signs where the \
              theme has no colours or the terminal has at most 16",
};

pub static HISTORY: Setting = Setting {
    name: "history",
    kind: ValueKind::Switch(Switch::History),
    meaning: "whether the program remembers which documents you read and where you left them. \
              With `false`, it neither writes nor reads any of this, and leaves alone what it \
              remembered before",
};

pub static CACHE: Setting = Setting {
    name: "cache",
    kind: ValueKind::Switch(Switch::Cache),
    meaning: "whether documents that take long to read are kept, so that they open at once the \
              next time",
};

pub static LINEAR: Setting = Setting {
    name: "linear",
    kind: ValueKind::Switch(Switch::Linear),
    meaning: "whether documents are read in plain lines, as with `--linear`, instead of on the \
              screen",
};

pub static RELOAD: Setting = Setting {
    name: "reload",
    kind: ValueKind::Choice {
        names: || Reload::ALL.map(Reload::name).to_vec(),
        get: |settings| settings.reload.name(),
        set: |settings, name| choose(&mut settings.reload, &Reload::ALL, Reload::name, name),
    },
    meaning: "what happens when the file that you are reading changes: it is read again \
              (`\"auto\"`), the bottom line says so (`\"ask\"`), or nothing (`\"off\"`)",
};

pub static LOOKUP: Setting = Setting {
    name: "lookup",
    kind: ValueKind::Program {
        get: |settings| settings.lookup.as_ref(),
        set: |settings, program| settings.lookup = program,
    },
    meaning: "a program that looks up the selected words (`L`): `\"dict {}\"`, or a list of words; \
              `[]` for none. The text takes the place of `{}`; without `{}`, the program reads it \
              from standard input. No shell is involved",
};

pub static SPEAK: Setting = Setting {
    name: "speak",
    kind: ValueKind::Program {
        get: |settings| settings.speak.as_ref(),
        set: |settings, program| settings.speak = program,
    },
    meaning: "a program that reads aloud (`S`) and ends when it has finished: `\"spd-say -w -e\"`. \
              Takes the same forms as `lookup`",
};

pub static CITATION: Setting = Setting {
    name: "citation",
    kind: ValueKind::Citation,
    meaning: "the form of citations: `\"plain\"`, `\"markdown\"`, `\"footnote\"`, `\"bibtex\"`, or \
              a name in `[citations]`",
};
