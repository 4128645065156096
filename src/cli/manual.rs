//! `bulletin man`: the manual pages, made from the arguments, the table of actions and the table
//! of settings.

use super::arguments::{Arguments, EXIT_STATUSES};
use super::error::Failure;
use super::output::emit;
use crate::action::{Action, ActionGroup};
use crate::messages::manual;
use crate::settings::{SETTINGS, Security, Settings, TABLES};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};
use std::io;
use std::path::Path;

/// The name of the page about the config, as an argument.
const CONFIG_PAGE: &str = "5";

/// The sections of `bulletin(1)` that no table of the program holds: entries with their meanings.
const FILES: [(&str, &str); 4] = [
    ("bulletin config path", manual::FILES_CONFIG),
    ("bulletin bookmarks path", manual::FILES_BOOKMARKS),
    ("$XDG_STATE_HOME/bulletin, $XDG_CACHE_HOME/bulletin", manual::FILES_STATE),
    ("$XDG_DATA_HOME/bulletin", manual::FILES_LIBRARY),
];

const ENVIRONMENT: [(&str, &str); 6] = [
    ("BULLETIN_SECURE", manual::ENVIRONMENT_SECURE),
    ("NO_COLOR", manual::ENVIRONMENT_NO_COLOR),
    ("CLICOLOR_FORCE", manual::ENVIRONMENT_FORCE),
    ("TERM", manual::ENVIRONMENT_TERM),
    ("VISUAL, EDITOR", manual::ENVIRONMENT_EDITOR),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_DATA_HOME", manual::ENVIRONMENT_FOLDERS),
];

/// Prints a page: of the program, of a command, or of the config.
///
/// # Errors
/// If there is no such page, or standard output cannot be written.
pub fn print(command: &[String]) -> Result<(), Failure> {
    let names: Vec<&str> = command.iter().map(String::as_str).collect();
    let page = match names.as_slice() {
        [] => of_program(),
        [CONFIG_PAGE] => of_config(),
        _ => {
            let all = commands();
            let found = names.iter().try_fold(&all, |command, name| command.find_subcommand(name));
            let own = found.ok_or_else(|| Failure::NoPage(command.join(" ")))?;
            of_command(own)
        }
    };
    emit(&page.map_err(Failure::Output)?)
}

/// Writes all pages into a folder: `bulletin.1`, `bulletin-print.1` …, `bulletin.5`.
///
/// # Errors
/// If one cannot be written, or nothing may be written.
pub fn write(folder: &Path) -> Result<(), Failure> {
    Security::of_environment().may_write()?;
    let unwritable = |path: &Path| {
        let file = path.display().to_string();
        move |source| Failure::Unwritable { file, source }
    };
    std::fs::create_dir_all(folder).map_err(unwritable(folder))?;
    for (name, page) in pages().map_err(Failure::Output)? {
        let path = folder.join(name);
        std::fs::write(&path, page).map_err(unwritable(&path))?;
    }
    Ok(())
}

/// Returns all pages with the names of their files.
fn pages() -> io::Result<Vec<(String, String)>> {
    fn below(command: &Command, pages: &mut Vec<(String, String)>) -> io::Result<()> {
        for own in command.get_subcommands().filter(|own| own.get_name() != "help") {
            let name = own.get_display_name().unwrap_or_else(|| own.get_name());
            pages.push((format!("{name}.1"), of_command(own)?));
            below(own, pages)?;
        }
        Ok(())
    }
    let mut pages =
        vec![("bulletin.1".to_owned(), of_program()?), ("bulletin.5".to_owned(), of_config()?)];
    below(&commands(), &mut pages)?;
    Ok(pages)
}

/// The program with its commands, which know their full names, such as “bulletin-print”.
fn commands() -> Command {
    let mut all = Arguments::command();
    all.build();
    all
}

fn of_command(command: &Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn of_program() -> io::Result<String> {
    let mut page = Vec::new();
    let man = Man::new(commands());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_subcommands_section(&mut page)?;
    keys().to_writer(&mut page)?;
    let mut rest = Roff::new();
    entries(&mut rest, manual::FILES_HEADING, &FILES);
    entries(&mut rest, manual::ENVIRONMENT_HEADING, &ENVIRONMENT);
    entries(&mut rest, manual::EXIT_STATUS, &EXIT_STATUSES);
    rest.control("SH", [manual::SEE_ALSO]);
    rest.text([bold("bulletin"), roman(manual::SEE_CONFIG)]);
    rest.to_writer(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// Writes a section of entries with their meanings.
fn entries(roff: &mut Roff, heading: &str, entries: &[(&str, &str)]) {
    roff.control("SH", [heading]);
    for (name, meaning) in entries {
        entry(roff, vec![bold(*name)], vec![roman(*meaning)]);
    }
}

fn entry(roff: &mut Roff, head: Vec<Inline>, meaning: Vec<Inline>) {
    roff.control("TP", []);
    roff.text(head);
    roff.text(meaning);
}

fn keys() -> Roff {
    let keys = Settings::default().keys;
    let mut roff = Roff::new();
    roff.control("SH", [manual::KEYS]);
    for group in ActionGroup::ALL {
        roff.control("SS", [group.title()]);
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let bound: Vec<String> = keys.keys(*action).iter().map(ToString::to_string).collect();
            let head = if bound.is_empty() { action.name().to_owned() } else { bound.join(", ") };
            entry(&mut roff, vec![bold(head)], vec![roman(action.title())]);
        }
    }
    roff
}

fn of_config() -> io::Result<String> {
    let mut roff = Roff::new();
    roff.control("TH", ["bulletin", "5"]);
    roff.control("SH", [manual::NAME]);
    roff.text([roman(manual::CONFIG_NAME)]);
    roff.control("SH", [manual::DESCRIPTION]);
    for paragraph in [manual::CONFIG_FORMAT, manual::CONFIG_OPTIONAL] {
        roff.control("PP", []);
        roff.text(inlines(paragraph));
    }
    let defaults = Settings::default();
    roff.control("SH", [manual::SETTINGS_HEADING]);
    for setting in SETTINGS {
        let mut meaning = inlines(&setting.description());
        meaning.push(roman(format!(". {}: ", manual::DEFAULT)));
        meaning.push(bold(setting.value(&defaults).to_string()));
        entry(&mut roff, vec![bold(setting.name)], meaning);
    }
    roff.control("SH", [manual::TABLES_HEADING]);
    for table in &TABLES {
        entry(&mut roff, vec![bold(table.name)], inlines(table.meaning));
    }
    roff.control("SH", [manual::SEE_ALSO]);
    roff.text([bold("bulletin"), roman("(1)")]);
    let mut page = Vec::new();
    roff.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// Converts Markdown in which only code is marked.
fn inlines(markdown: &str) -> Vec<Inline> {
    let parts = markdown.split('`').enumerate();
    parts.map(|(at, words)| if at % 2 == 1 { bold(words) } else { roman(words) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_of_its_own() {
        let pages = pages().expect("the pages");
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        for name in ["bulletin.1", "bulletin.5", "bulletin-print.1", "bulletin-config-schema.1"] {
            assert!(names.contains(&name), "{names:?}");
        }
        assert!(pages.iter().all(|(_, page)| page.contains(".SH NAME")));
    }

    #[test]
    fn the_page_of_the_config_has_every_setting() {
        let page = of_config().expect("the page");
        for setting in SETTINGS {
            let name = setting.name.replace('-', "\\-");
            assert!(page.contains(&format!(".TP\n\\fB{name}\\fR")), "{name}: {page}");
        }
    }
}
