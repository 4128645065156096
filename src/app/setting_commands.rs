//! Settings as commands of the palette: it offers their values by name and marks the current one
//! (`:theme light`, `:width 80`, `:progress time`).

use super::{App, Offer, PaletteCommand};
use crate::messages::commands;
use crate::settings::{MEASURES, PageLayout, ProgressShown, RedlineChoice, Reload};
use crate::typeset::Bidi;

/// A setting with named values.
struct NamedSetting {
    /// Its name in the config, and as a command.
    name: &'static str,
    /// Its description for the user.
    title: &'static str,
    values: &'static [(&'static str, &'static str)],
}

impl NamedSetting {
    /// The setting of the config that it changes.
    fn setting(&self) -> &'static str {
        match self.name {
            "columns" => "layout",
            name => name,
        }
    }
}

/// A switch: the words for the user, and those of the config.
const SWITCH: &[(&str, &str)] = &[("on", "true"), ("off", "false")];

const NAMED: [NamedSetting; 10] = [
    NamedSetting {
        name: "progress",
        title: commands::PROGRESS_NAMED,
        values: &[
            (ProgressShown::Clause.name(), "\"clause\""),
            (ProgressShown::Percent.name(), "\"percent\""),
            (ProgressShown::Time.name(), "\"time\""),
        ],
    },
    NamedSetting { name: "justify", title: commands::JUSTIFY_NAMED, values: SWITCH },
    NamedSetting { name: "hyphenation", title: commands::HYPHENATION_NAMED, values: SWITCH },
    NamedSetting { name: "contents", title: commands::CONTENTS_NAMED, values: SWITCH },
    NamedSetting {
        name: "layout",
        title: commands::LAYOUT_NAMED,
        values: &[
            (PageLayout::Auto.name(), "\"auto\""),
            (PageLayout::One.name(), "\"one\""),
            (PageLayout::Margin.name(), "\"margin\""),
            (PageLayout::Two.name(), "\"two\""),
        ],
    },
    NamedSetting {
        name: "columns",
        title: commands::COLUMNS_NAMED,
        values: &[("1", "\"one\""), ("2", "\"two\"")],
    },
    NamedSetting { name: "hints", title: commands::HINTS_NAMED, values: SWITCH },
    NamedSetting {
        name: "bidi",
        title: commands::BIDI_NAMED,
        values: &[(Bidi::Visual.name(), "\"visual\""), (Bidi::Terminal.name(), "\"terminal\"")],
    },
    NamedSetting {
        name: "redline",
        title: commands::REDLINE_NAMED,
        values: &[
            (RedlineChoice::Auto.name(), "\"auto\""),
            (RedlineChoice::Styles.name(), "\"styles\""),
            (RedlineChoice::Signs.name(), "\"signs\""),
        ],
    },
    NamedSetting {
        name: "reload",
        title: commands::RELOAD_NAMED,
        values: &[
            (Reload::Auto.name(), "\"auto\""),
            (Reload::Ask.name(), "\"ask\""),
            (Reload::Off.name(), "\"off\""),
        ],
    },
];

/// The widths that are offered beside the current one, in columns.
const WIDTHS: [u16; 5] = [60, 66, 72, 80, 100];

/// The settings that take a value, with descriptions.
pub(super) const SETTINGS: [(&str, &str); 13] = [
    ("theme", commands::THEME),
    ("width", commands::WIDTH),
    ("progress", commands::PROGRESS),
    ("citation", commands::CITATION),
    ("justify", commands::JUSTIFY),
    ("hyphenation", commands::HYPHENATION),
    ("contents", commands::CONTENTS),
    ("layout", commands::LAYOUT),
    ("columns", commands::COLUMNS),
    ("hints", commands::HINTS),
    ("bidi", commands::BIDI),
    ("redline", commands::REDLINE),
    ("reload", commands::RELOAD),
];

impl App {
    /// The offers of a setting for what was typed; `None` if there is no such setting.
    pub(super) fn setting(&self, name: &str, typed: &str) -> Option<Vec<Offer>> {
        match name {
            "theme" => Some(self.themes(typed)),
            "width" => Some(self.widths(typed)),
            "citation" => Some(self.citations(typed)),
            _ => {
                NAMED.iter().find(|named| named.name == name).map(|named| self.values(named, typed))
            }
        }
    }

    fn themes(&self, typed: &str) -> Vec<Offer> {
        let names = self.theme_names();
        let offer = |name: &String| Offer {
            in_force: name == self.theme.name.as_str(),
            ..Offer::new(PaletteCommand::Theme(name.clone()), commands::theme_named(name))
                .tabbed("theme", name)
        };
        let themes: Vec<Offer> =
            names.iter().filter(|name| name.starts_with(typed)).map(offer).collect();
        or_refused(themes, || commands::no_theme(typed, names.join(", ")))
    }

    /// The names of all themes.
    fn theme_names(&self) -> Vec<String> {
        self.settings.theme_names().iter().map(ToString::to_string).collect()
    }

    fn widths(&self, typed: &str) -> Vec<Offer> {
        let now = self.settings.measure;
        let offer = |columns: u16| Offer {
            in_force: columns == now,
            ..Offer::new(PaletteCommand::Width(columns), commands::width_columns(columns))
                .tabbed("width", &columns.to_string())
        };
        if typed.is_empty() {
            let mut widths: Vec<u16> = WIDTHS.into_iter().chain([now]).collect();
            widths.sort_unstable();
            widths.dedup();
            return widths.into_iter().map(offer).collect();
        }
        match typed.parse::<u16>().ok().filter(|columns| MEASURES.contains(columns)) {
            Some(columns) => vec![offer(columns)],
            None => {
                let (least, most) = (MEASURES.start(), MEASURES.end());
                let words = commands::width_limits(least, most, now);
                vec![Offer::new(PaletteCommand::Refuse, words)]
            }
        }
    }

    fn citations(&self, typed: &str) -> Vec<Offer> {
        let now = self.settings.citations.chosen().unwrap_or("plain");
        let names = self.settings.citations.names();
        let offer = |name: &String| Offer {
            in_force: *name == now,
            ..Offer::new(PaletteCommand::Citation(name.clone()), commands::citation_named(name))
                .tabbed("citation", name)
        };
        let found: Vec<Offer> =
            names.iter().filter(|name| name.starts_with(typed)).map(offer).collect();
        or_refused(found, || commands::no_citation(typed, names.join(", ")))
    }

    fn values(&self, named: &NamedSetting, typed: &str) -> Vec<Offer> {
        let offer = |(value, written): &(&'static str, &'static str)| {
            let mut set = self.settings.clone();
            set.set_written(named.setting(), written);
            let command = PaletteCommand::Set { name: named.setting(), value, written };
            Offer {
                in_force: set == self.settings,
                ..Offer::new(command, format!("{} {value}", named.title)).tabbed(named.name, value)
            }
        };
        let fits = |(value, _): &&(&'static str, &'static str)| value.starts_with(typed);
        let found: Vec<Offer> = named.values.iter().filter(fits).map(offer).collect();
        let names: Vec<&str> = named.values.iter().map(|(value, _)| *value).collect();
        or_refused(found, || commands::no_value(named.name, typed, names.join(", ")))
    }
}

/// The offers; if there are none, an offer that says so and lists what there is.
fn or_refused(found: Vec<Offer>, refusal: impl FnOnce() -> String) -> Vec<Offer> {
    match found.is_empty() {
        true => vec![Offer::new(PaletteCommand::Refuse, refusal())],
        false => found,
    }
}
