//! The history of a clause for programs.

use super::clause::{Clause, Details};
use super::report::Report;
use crate::cli::compare::{self, Entry};
use serde::Serialize;

#[derive(Serialize)]
pub struct HistoryReport<'a> {
    address: &'a str,
    versions: Vec<VersionReport<'a>>,
    /// The last wording by the versions of its words.
    words: Vec<OriginReport<'a>>,
}

#[derive(Serialize)]
struct VersionReport<'a> {
    file: &'a str,
    title: &'a str,
    content: &'a str,
    date: Option<&'a str>,
    how: &'static str,
    marks: Vec<&'static str>,
    addresses: &'a [String],
    wording: Vec<PlacedWords<'a>>,
    changes: &'a [Entry],
}

#[derive(Serialize)]
struct PlacedWords<'a> {
    at: &'a str,
    words: &'a str,
}

#[derive(Serialize)]
struct OriginReport<'a> {
    at: &'a str,
    runs: Vec<RunReport<'a>>,
}

#[derive(Serialize)]
struct RunReport<'a> {
    words: &'a str,
    file: &'a str,
    /// The index of the version.
    version: u32,
}

impl<'a> HistoryReport<'a> {
    /// The report as it is written.
    pub fn of(address: &'a str, report: &'a Report) -> Self {
        let versions = report.versions.iter().map(|(source, clause)| {
            let mut version = VersionReport {
                file: &source.file,
                title: &source.title,
                content: &source.content,
                date: source.date.as_deref(),
                how: "absent",
                marks: Vec::new(),
                addresses: &[],
                wording: Vec::new(),
                changes: &[],
            };
            match clause {
                Clause::Absent => {}
                Clause::Gone => version.how = "gone",
                Clause::Present(present) => {
                    version.how = "first";
                    version.addresses = &present.addresses;
                    let wording = present.wording.iter();
                    version.wording =
                        wording.map(|(at, words)| PlacedWords { at, words }).collect();
                    if let Some(change) = &present.change {
                        version.how = compare::how(change.row.how);
                        version.marks = compare::marks(&change.row);
                        if let Details::Json(entries) = &change.details {
                            version.changes = entries;
                        }
                    }
                }
            }
            version
        });
        let words = report.origins.iter().map(|(at, runs)| OriginReport {
            at,
            runs: runs
                .iter()
                .map(|run| RunReport {
                    words: &run.words,
                    file: &report.source(run).file,
                    version: run.version,
                })
                .collect(),
        });
        Self { address, versions: versions.collect(), words: words.collect() }
    }
}
