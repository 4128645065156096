//! What is made from the arguments and the table of actions: completions and
//! the manual page.

use super::arguments::Arguments;
use super::error::Failure;
use super::output::emit;
use crate::action::{Action, Group};
use crate::settings::Settings;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

pub fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "bulletin", &mut script);
    emit(&String::from_utf8_lossy(&script))
}

/// The manual page: the arguments, the commands, and the keys.
///
/// # Errors
/// Where there is no command of that name, or standard output cannot be written.
pub fn man(command: Option<&str>) -> Result<(), Failure> {
    let mut page = Vec::new();
    match command {
        None => render(&mut page),
        Some(name) => {
            let mut all = Arguments::command();
            all.build();
            let own = all.find_subcommand(name).ok_or_else(|| Failure::NoPage(name.to_owned()))?;
            // Its full name is “bulletin-print” since it was built with the others.
            Man::new(own.clone()).render(&mut page)
        }
    }
    .map_err(Failure::Output)?;
    emit(&String::from_utf8_lossy(&page))
}

fn render(page: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    let man = Man::new(command);
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    man.render_subcommands_section(page)?;
    keys().to_writer(page)?;
    files().to_writer(page)?;
    environment().to_writer(page)?;
    man.render_extra_section(page)?;
    man.render_version_section(page)
}

fn keys() -> Roff {
    let keys = Settings::default().keys;
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for group in Group::ALL {
        roff.control("SS", [group.title()]);
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let bound: Vec<String> = keys.keys(*action).iter().map(ToString::to_string).collect();
            roff.control("TP", []);
            roff.text([bold(if bound.is_empty() {
                action.name().to_owned()
            } else {
                bound.join(", ")
            })]);
            roff.text([roman(action.title())]);
        }
    }
    roff
}

fn files() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["FILES"]);
    for (command, words) in [
        ("bulletin config path", "prints the path of the settings (config.toml)."),
        ("bulletin bookmarks path", "prints the path of the bookmarks (bookmarks.toml)."),
    ] {
        roff.control("TP", []);
        roff.text([bold(command)]);
        roff.text([roman(words)]);
    }
    roff
}

fn environment() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["ENVIRONMENT"]);
    for (variable, words) in [
        (
            "BULLETIN_SECURE",
            "If set to anything but 0, the program starts no other program and writes nothing.",
        ),
        ("NO_COLOR", "If set and not empty, the program uses no colours."),
        ("VISUAL, EDITOR", "The editor for notes."),
    ] {
        roff.control("TP", []);
        roff.text([bold(variable)]);
        roff.text([roman(words)]);
    }
    roff
}
