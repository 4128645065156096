//! The entries of a log and of a difference: commits by their subjects, files by their paths, hunks
//! by their context.

use super::hunk::{self, Hunk};
use super::kind::{GIT_FILES, commit, short_commit, without_graph};
use super::model::{PrintedEntry, PrintoutKind};
use std::ops::Range;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineReading {
    /// White space between two runs of lines.
    Blank,
    /// A line of the entry before it.
    Inside,
    /// The first line of an entry.
    Begins,
}

/// The last entry that may still get a better title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Untitled {
    None,
    /// A commit whose subject follows its first blank line.
    Commit {
        after_blank: bool,
    },
    /// A file whose new path may follow.
    File,
}

/// An entry whose first line was read.
struct BegunEntry {
    level: usize,
    title: Range<usize>,
    hash: Option<Range<usize>>,
}

impl BegunEntry {
    /// An entry without a hash.
    const fn new(level: usize, title: Range<usize>) -> Self {
        Self { level, title, hash: None }
    }
}

/// The beginnings of lines that name the path of a file better than its first line does.
const PATHS: [&str; 4] = ["+++ ", "--- ", "rename to ", "copy to "];

/// The beginnings of the first line of a file that other programs print.
const OTHER_FILES: [&str; 2] = ["diff -", "Index: "];

/// The path that means that there is no file.
const NO_FILE: &str = "/dev/null";

/// Indentation of a commit's message, in columns.
const MESSAGE: &str = "    ";

/// Reads the entries of a printout line by line.
pub struct EntryReader<'t> {
    text: &'t str,
    kind: PrintoutKind,
    entries: Vec<PrintedEntry>,
    /// The entry that the last line begins.
    begun: Option<BegunEntry>,
    untitled: Untitled,
    hunk: Option<Hunk>,
    /// The number of entries around the files.
    around: usize,
    /// Whether a file's first line was read, but none of its hunks.
    in_head: bool,
}

impl<'t> EntryReader<'t> {
    /// Begins to read a text.
    pub fn new(text: &'t str, kind: PrintoutKind) -> Self {
        Self {
            text,
            kind,
            entries: Vec::new(),
            begun: None,
            untitled: Untitled::None,
            hunk: None,
            around: 0,
            in_head: false,
        }
    }

    /// Reads the next line.
    pub fn read(&mut self, line: &Range<usize>) -> LineReading {
        let words = &self.text[line.clone()];
        if let Some(hunk) = &mut self.hunk {
            if hunk.takes(words) {
                return LineReading::Inside;
            }
            self.hunk = None;
        }
        if words.trim().is_empty() {
            self.after_blank();
            return LineReading::Blank;
        }
        let found = match self.kind {
            PrintoutKind::Log | PrintoutKind::Diff => {
                self.commit(line).or_else(|| self.file(line)).or_else(|| self.hunk(line))
            }
            PrintoutKind::ShortLog => self.short_commit(line),
            _ => None,
        };
        if found.is_none() {
            self.entitle(line);
        }
        self.begun = found;
        if self.begun.is_some() { LineReading::Begins } else { LineReading::Inside }
    }

    /// Begins the entry that was read with the element of an index.
    pub fn begin(&mut self, element: usize) {
        if let Some(BegunEntry { level, title, hash }) = self.begun.take() {
            self.entries.push(PrintedEntry { element, level, title, hash });
        }
    }

    /// Returns all entries.
    pub fn finish(self) -> Vec<PrintedEntry> {
        self.entries
    }

    fn after_blank(&mut self) {
        if let Untitled::Commit { after_blank } = &mut self.untitled {
            *after_blank = true;
        }
    }

    fn commit(&mut self, line: &Range<usize>) -> Option<BegunEntry> {
        let (words, from) = without_graph(self.text, line);
        let hash = commit(words)?;
        self.untitled = Untitled::Commit { after_blank: false };
        self.around = 1;
        let hash = moved(hash, from);
        Some(BegunEntry { hash: Some(hash.clone()), ..BegunEntry::new(0, hash) })
    }

    fn short_commit(&self, line: &Range<usize>) -> Option<BegunEntry> {
        let (words, from) = without_graph(self.text, line);
        let [hash, subject] = short_commit(words)?.map(|part| moved(part, from));
        Some(BegunEntry { hash: Some(hash), ..BegunEntry::new(0, subject) })
    }

    fn file(&mut self, line: &Range<usize>) -> Option<BegunEntry> {
        let words = &self.text[line.clone()];
        let mut firsts = GIT_FILES.iter().chain(&OTHER_FILES);
        let first = firsts.find(|first| words.starts_with(**first));
        let title = match first {
            Some(first) => moved(path_of_two(&words[first.len()..]), first.len()),
            // The output of `diff -u` has no other first line.
            None if !self.in_head && self.is_old_path(line) => path_behind(words, "--- ")?,
            None => return None,
        };
        self.untitled = Untitled::File;
        self.in_head = true;
        Some(BegunEntry::new(self.around, moved(title, line.start)))
    }

    /// Whether a line names the old file, and the next the new one.
    fn is_old_path(&self, line: &Range<usize>) -> bool {
        let next = self.text[line.end..].trim_start_matches(['\r', '\n']);
        self.text[line.clone()].starts_with("--- ") && next.starts_with("+++ ")
    }

    fn hunk(&mut self, line: &Range<usize>) -> Option<BegunEntry> {
        let hunk::HunkHead { hunk, title } = hunk::head(&self.text[line.clone()])?;
        self.hunk = Some(hunk);
        self.in_head = false;
        self.untitled = Untitled::None;
        // The hunks of a log are too many for its contents.
        let listed = self.around == 0 && !self.entries.is_empty();
        listed.then(|| BegunEntry::new(1, moved(title, line.start)))
    }

    /// Improves the title of the last entry by a line of it.
    fn entitle(&mut self, line: &Range<usize>) {
        match self.untitled {
            Untitled::None => {}
            Untitled::File => {
                let words = &self.text[line.clone()];
                let path = PATHS.iter().find_map(|prefix| path_behind(words, prefix));
                self.set_title(path.filter(|path| words[path.clone()] != *NO_FILE), line.start);
            }
            Untitled::Commit { after_blank } => {
                let (words, from) = without_graph(self.text, line);
                let subject = words.trim();
                if subject.is_empty() {
                    self.after_blank();
                } else if after_blank && words.starts_with(MESSAGE) {
                    let start = words.len() - words.trim_start().len();
                    self.set_title(Some(start..start + subject.len()), from);
                    self.untitled = Untitled::None;
                }
            }
        }
    }

    /// Sets the title of the last entry to a part of the words that begin at `from`.
    fn set_title(&mut self, part: Option<Range<usize>>, from: usize) {
        if let Some((entry, part)) = self.entries.last_mut().zip(part) {
            entry.title = moved(part, from);
        }
    }
}

/// Returns a range that lies `by` bytes further.
fn moved(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Returns the path behind the beginning of a line, without the sign of its side and without a time.
fn path_behind(words: &str, prefix: &str) -> Option<Range<usize>> {
    let path = words.strip_prefix(prefix)?;
    let path = path.split('\t').next().unwrap_or(path).trim_end();
    let sided = prefix == "+++ " || prefix == "--- ";
    let side = usize::from(sided && (path.starts_with("a/") || path.starts_with("b/"))) * 2;
    let end = prefix.len() + path.len();
    (!path.is_empty()).then_some((prefix.len() + side).min(end)..end)
}

/// Returns the second of two paths, which mostly differ in their sides only: `a/lamp b/lamp`.
fn path_of_two(paths: &str) -> Range<usize> {
    let end = paths.trim_end().len();
    let paths = &paths[..end];
    let middle = end / 2;
    let is_twice = paths.get(middle..).is_some_and(|second| second.starts_with(" b/"))
        && paths.get(2..middle) == paths.get(middle + 3..);
    let second = if is_twice { Some(middle) } else { paths.rfind(" b/") };
    second.map_or(0, |at| at + " b/".len())..end
}
