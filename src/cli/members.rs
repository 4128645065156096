//! `bulletin members`: the parties that the text lists, and where it mentions them.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::places::addresses;
use super::source;
use crate::cache::Personal;
use crate::messages::reports;
use serde::Serialize;

#[derive(Serialize)]
struct RosterReport {
    roster: &'static str,
    stated: Option<u32>,
    entries: Vec<MemberReport>,
}

#[derive(Serialize)]
struct MemberReport {
    name: String,
    note: Option<String>,
    mentions: Vec<String>,
}

pub fn run(source: &Source, format: OutputFormat) -> Result<(), Failure> {
    let document = source::open_telling(source, &Personal::default())?;
    let rosters: Vec<RosterReport> = document
        .rosters()
        .iter()
        .map(|roster| RosterReport {
            roster: roster.kind.name(),
            stated: roster.stated,
            entries: roster
                .entries
                .iter()
                .map(|entry| MemberReport {
                    name: entry.name.clone(),
                    note: Some(entry.note()).filter(|note| !note.is_empty()),
                    mentions: addresses(&document, entry.evidence.start.block, &entry.mentions),
                })
                .collect(),
        })
        .collect();
    match format {
        OutputFormat::Json => emit_json(&rosters)?,
        OutputFormat::Text => {
            let parts: Vec<String> = rosters.iter().map(text).collect();
            emit(&parts.join("\n"))?;
        }
    }
    if rosters.is_empty() { Err(Failure::NoRoster) } else { Ok(()) }
}

fn text(roster: &RosterReport) -> String {
    let count = roster.entries.len();
    let stated = match roster.stated {
        Some(stated) => format!(" ({})", reports::stated_count(stated)),
        None => String::new(),
    };
    let width =
        |of: &dyn Fn(&MemberReport) -> usize| roster.entries.iter().map(of).max().unwrap_or(0);
    let names = width(&|entry| entry.name.chars().count());
    let notes = width(&|entry| entry.note.as_ref().map_or(0, |note| note.chars().count()));
    let mut out = format!("{}: {count}{stated}\n", roster.roster);
    for entry in &roster.entries {
        let note = entry.note.as_deref().unwrap_or("");
        let mentions = entry.mentions.join(", ");
        let line = format!("  {:names$}  {note:notes$}  {mentions}", entry.name);
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
