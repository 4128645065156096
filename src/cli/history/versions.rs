//! The versions of a text: read when they are needed, and closed when they are not.

use crate::align::Alignment;
use crate::cache::Personal;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::{compare, places, source};
use crate::document::{Document, Origin, SectionId};
use crate::find::{LookupError, Target, look_up};
use std::path::PathBuf;
use std::sync::Arc;

/// What is reported about a version.
#[derive(Debug, Clone)]
pub struct VersionSource {
    /// The file, as it was named.
    pub file: String,
    /// The title of the document.
    pub title: String,
    /// Its date, as in 2026-03-01.
    pub date: Option<String>,
    /// The hash of its content.
    pub content: String,
}

/// A version of a text.
#[derive(Debug, Clone)]
pub enum Version {
    /// One to be read.
    Unread(Source),
    /// One that is open already.
    Open(Arc<Document>),
}

impl Version {
    /// A document that is open. If only a part of it was read, all of it is to be read; `None` if that
    /// cannot be done again.
    pub fn whole(document: &Arc<Document>) -> Option<Self> {
        match (&document.metadata().read, &document.metadata().origin) {
            (None, _) => Some(Self::Open(Arc::clone(document))),
            (Some(_), Origin::StandardInput) => None,
            (Some(_), origin) => Some(Self::Unread(Source::at(&origin.place()))),
        }
    }

    /// Its name in messages.
    pub fn name(&self) -> String {
        match self {
            Self::Unread(source) => source.name(),
            Self::Open(document) => document.metadata().origin.name(),
        }
    }
}

/// How an unread version is read.
type Reading = fn(&Source, &Personal) -> Result<Document, Failure>;

/// The versions, the oldest first.
pub struct Versions {
    all: Vec<Version>,
    opened: Vec<Option<Arc<Document>>>,
    cache: Personal,
    read: Reading,
}

impl Versions {
    /// The versions in some files.
    ///
    /// # Errors
    /// If more than one of them is standard input.
    pub fn of(files: &[PathBuf]) -> Result<Self, Failure> {
        let sources: Vec<Source> = files.iter().cloned().map(Source::named).collect();
        source::refuse_several_inputs(&sources)?;
        let all = sources.into_iter().map(Version::Unread).collect();
        Ok(Self::new(all, Personal::default(), source::open_version))
    }

    /// Some versions, of which nothing is reported while they are read.
    pub fn quietly(all: Vec<Version>, cache: Personal) -> Self {
        Self::new(all, cache, |source, cache| Ok(source::open(source, cache)?.kept()))
    }

    fn new(all: Vec<Version>, cache: Personal, read: Reading) -> Self {
        let opened = all.iter().map(|_| None).collect();
        Self { all, opened, cache, read }
    }

    /// Number of versions.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Opens the version at an index, unless it is open.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(&mut self, at: usize) -> Result<&Arc<Document>, Failure> {
        let document = match (self.opened[at].take(), &self.all[at]) {
            (Some(document), _) => document,
            (None, Version::Open(document)) => Arc::clone(document),
            (None, Version::Unread(source)) => Arc::new((self.read)(source, &self.cache)?),
        };
        Ok(self.opened[at].insert(document))
    }

    /// Opens the version at an index and the next one.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn pair(&mut self, at: usize) -> Result<(&Document, &Document), Failure> {
        self.open(at + 1)?;
        self.open(at)?;
        match &self.opened[at..=at + 1] {
            [Some(old), Some(new)] => Ok((old, new)),
            _ => unreachable!("both were opened"),
        }
    }

    /// Closes a version that is not needed again.
    pub fn close(&mut self, at: usize) {
        self.opened[at] = None;
    }

    /// Opens a version and returns what is reported about it.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn source(&mut self, at: usize) -> Result<VersionSource, Failure> {
        let file = self.all[at].name();
        let document = self.open(at)?;
        let metadata = document.metadata();
        Ok(VersionSource {
            file,
            title: metadata.title.clone(),
            date: compare::date(document),
            content: metadata.content.to_string(),
        })
    }

    /// Finds a clause by its address in the newest version that has it, and follows it from there to
    /// the last version that still has it, perhaps under another number. Returns the index of that
    /// version and the sections of the clause.
    ///
    /// # Errors
    /// If a version cannot be read, or none has the address.
    pub fn last_with(&mut self, address: &str) -> Result<(usize, Vec<SectionId>), Failure> {
        let (at, sections) = self.newest_with(address)?;
        self.last_from(at, sections)
    }

    /// Follows a clause from a version to the last one that still has it, perhaps under another
    /// number.
    ///
    /// # Errors
    /// If a version cannot be read.
    pub fn last_from(
        &mut self,
        mut at: usize,
        mut sections: Vec<SectionId>,
    ) -> Result<(usize, Vec<SectionId>), Failure> {
        while at + 1 < self.count() {
            let (old, new) = self.pair(at)?;
            let alignment = Alignment::of(old, new);
            let now: Vec<SectionId> = sections.iter().filter_map(|id| alignment.now(*id)).collect();
            if now.is_empty() {
                break;
            }
            (at, sections) = (at + 1, now);
        }
        Ok((at, sections))
    }

    fn newest_with(&mut self, address: &str) -> Result<(usize, Vec<SectionId>), Failure> {
        let mut missed = None;
        for at in (0..self.count()).rev() {
            let document = self.open(at)?;
            match look_up(document, address, None) {
                Ok(Target::Text { sections, .. }) => return Ok((at, sections)),
                Ok(_) => return Err(Failure::NoClause(address.to_owned())),
                // Suggestions are from the newest version.
                Err(error @ LookupError::Miss(_)) if missed.is_none() => {
                    missed = Some(places::missed(document, address, error));
                }
                Err(LookupError::Miss(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(missed.unwrap_or(Failure::Nothing))
    }
}
