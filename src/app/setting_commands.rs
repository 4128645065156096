//! Settings as commands of the palette: it offers their values by name and marks the current one
//! (`:theme light`, `:width 80`, `:progress time`).

use super::App;
use super::command::{Command, Offer};
use crate::settings::{MEASURES, PageLayout, ProgressShown, Reload};
use crate::typeset::Bidi;

/// A setting with named values.
struct Named {
    /// Its name in the config, and as a command.
    name: &'static str,
    /// Its description for the user.
    title: &'static str,
    values: &'static [(&'static str, &'static str)],
}

impl Named {
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

const NAMED: [Named; 9] = [
    Named {
        name: "progress",
        title: "Progress",
        values: &[
            (ProgressShown::Clause.name(), "\"clause\""),
            (ProgressShown::Percent.name(), "\"percent\""),
            (ProgressShown::Time.name(), "\"time\""),
        ],
    },
    Named { name: "justify", title: "Justification", values: SWITCH },
    Named { name: "hyphenation", title: "Hyphenation", values: SWITCH },
    Named { name: "contents", title: "Contents", values: SWITCH },
    Named {
        name: "layout",
        title: "Layout",
        values: &[
            (PageLayout::Auto.name(), "\"auto\""),
            (PageLayout::One.name(), "\"one\""),
            (PageLayout::Margin.name(), "\"margin\""),
            (PageLayout::Two.name(), "\"two\""),
        ],
    },
    Named {
        name: "columns",
        title: "Columns of text:",
        values: &[("1", "\"one\""), ("2", "\"two\"")],
    },
    Named { name: "hints", title: "Keys in the bottom line", values: SWITCH },
    Named {
        name: "bidi",
        title: "Right-to-left text, by",
        values: &[(Bidi::Visual.name(), "\"visual\""), (Bidi::Terminal.name(), "\"terminal\"")],
    },
    Named {
        name: "reload",
        title: "Reload changed files",
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
pub(super) const SETTINGS: [(&str, &str); 12] = [
    ("theme", "Choose a theme: theme light"),
    ("width", "Set the width of the text in columns: width 80"),
    ("progress", "Choose how progress is shown: progress time"),
    ("citation", "Choose a citation style: citation footnote"),
    ("justify", "Turn justification on or off: justify on"),
    ("hyphenation", "Turn hyphenation on or off: hyphenation off"),
    ("contents", "Show or hide the contents: contents off"),
    ("layout", "Choose how a wide screen is used: layout margin"),
    ("columns", "Set the columns of text, 1 or 2: columns 2"),
    ("hints", "Show or hide the keys in the bottom line: hints off"),
    ("bidi", "Choose who reorders right-to-left text: bidi terminal"),
    ("reload", "Choose what happens when the file changes: reload ask"),
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
            ..Offer::new(Command::Theme(name.clone()), format!("Theme {name}"))
                .tabbed("theme", name)
        };
        let themes: Vec<Offer> =
            names.iter().filter(|name| name.starts_with(typed)).map(offer).collect();
        or_refused(themes, &format!("theme “{typed}”"), &names)
    }

    /// The names of all themes.
    fn theme_names(&self) -> Vec<String> {
        self.settings.theme_names().iter().map(ToString::to_string).collect()
    }

    fn widths(&self, typed: &str) -> Vec<Offer> {
        let now = self.settings.measure;
        let offer = |columns: u16| Offer {
            in_force: columns == now,
            ..Offer::new(Command::Width(columns), format!("Text {columns} columns wide"))
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
                let words = format!("Type {least} to {most} columns; now {now}");
                vec![Offer::new(Command::Refuse, words)]
            }
        }
    }

    fn citations(&self, typed: &str) -> Vec<Offer> {
        let now = self.settings.citations.chosen().unwrap_or("plain");
        let names = self.settings.citations.names();
        let offer = |name: &String| Offer {
            in_force: *name == now,
            ..Offer::new(Command::Citation(name.clone()), format!("Citation style {name}"))
                .tabbed("citation", name)
        };
        let found: Vec<Offer> =
            names.iter().filter(|name| name.starts_with(typed)).map(offer).collect();
        or_refused(found, &format!("style “{typed}”"), &names)
    }

    fn values(&self, named: &Named, typed: &str) -> Vec<Offer> {
        let offer = |(value, written): &(&'static str, &'static str)| {
            let mut set = self.settings.clone();
            set.set_written(named.setting(), written);
            let command = Command::Set { name: named.setting(), value, written };
            Offer {
                in_force: set == self.settings,
                ..Offer::new(command, format!("{} {value}", named.title)).tabbed(named.name, value)
            }
        };
        let fits = |(value, _): &&(&'static str, &'static str)| value.starts_with(typed);
        let found: Vec<Offer> = named.values.iter().filter(fits).map(offer).collect();
        let names = named.values.iter().map(|(value, _)| (*value).to_owned());
        or_refused(found, &format!("“{typed}”"), &names.collect::<Vec<_>>())
    }
}

/// The offers; if there are none, an offer that says so and lists what there is.
fn or_refused(found: Vec<Offer>, wanted: &str, names: &[String]) -> Vec<Offer> {
    if !found.is_empty() {
        return found;
    }
    let words = format!("No {wanted}: there are {}", names.join(", "));
    vec![Offer::new(Command::Refuse, words)]
}
