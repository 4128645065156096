//! The history of a clause as text.

use super::clause::{Clause, Details, PresentClause};
use super::report::Report;
use super::versions::VersionSource;
use crate::align::How;
use crate::cli::compare;
use crate::cli::styled::{Styled, TextRole};
use crate::messages::comparing;
use unicode_width::UnicodeWidthStr;

/// The versions, each with what changed, and the last wording by the versions of its words.
pub fn printed(report: &Report) -> Styled {
    let mut out = Styled::default();
    for (source, clause) in &report.versions {
        out.append(version(source, clause));
    }
    if let Some(words) = origins(report) {
        out.push("\n").append(words);
    }
    out
}

/// The clause in a version: a line, and below it what changed.
pub fn version(source: &VersionSource, clause: &Clause) -> Styled {
    let mut out = Styled::default();
    out.put(TextRole::File, source.file.as_str()).push(": ");
    match clause {
        Clause::Absent => {
            out.push(format!("{}\n", comparing::ABSENT));
        }
        Clause::Gone => {
            out.push(format!("{}\n", comparing::GONE));
        }
        Clause::Present(present) => put_clause(present, &mut out),
    }
    out
}

fn put_clause(present: &PresentClause, out: &mut Styled) {
    let Some(change) = &present.change else {
        out.put(TextRole::Address, present.addresses.join(", ")).push("\n");
        put_wording(present, out);
        return;
    };
    let told = compare::told(&change.row);
    out.put(TextRole::Address, change.places.as_str()).push(format!(", {told}\n"));
    match &change.details {
        _ if change.row.how == How::New => put_wording(present, out),
        Details::Text(details) => {
            out.append(details.clone());
        }
        Details::Json(_) => {}
    }
}

fn put_wording(present: &PresentClause, out: &mut Styled) {
    for (at, words) in &present.wording {
        out.push("  ").put(TextRole::Address, at.as_str());
        out.push(format!(": {}\n", words.replace('\n', " ")));
    }
}

/// The last wording: for each run of words the version in which they came in.
pub fn origins(report: &Report) -> Option<Styled> {
    let Some((last, Clause::Present(present))) = report.versions.get(report.last) else {
        return None;
    };
    let place = present.addresses.join(", ");
    let mut out = Styled::default();
    out.push(format!("{}\n", comparing::origins(place, &last.file)));
    let runs = report.origins.iter().flat_map(|(_, runs)| runs);
    let width = runs.map(|run| report.source(run).file.width()).max().unwrap_or(0);
    for (at, runs) in &report.origins {
        if report.origins.len() > 1 {
            out.put(TextRole::Address, at.as_str()).push("\n");
        }
        for run in runs {
            let file = &report.source(run).file;
            out.push("  ").put(TextRole::File, file.as_str());
            let words = run.words.trim().replace('\n', " ");
            out.push(format!("{}  {words}\n", " ".repeat(width - file.width())));
        }
    }
    Some(out)
}
