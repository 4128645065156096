//! What became of a section, with the signs and the words for it.

use super::row::{Course, How, Row};
use crate::messages::comparing;

/// What became of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fate {
    /// What became of its words.
    pub how: How,
    /// Where it is now.
    pub course: Course,
}

impl Fate {
    /// It is the same in the same place.
    pub const UNCHANGED: Self = Self { how: How::Same, course: Course::Stayed };
    /// It is new.
    pub const NEW: Self = Self { how: How::New, ..Self::UNCHANGED };
    /// It is gone.
    pub const GONE: Self = Self { how: How::Gone, ..Self::UNCHANGED };
    /// It has other words.
    pub const EDITED: Self = Self { how: How::Edited, ..Self::UNCHANGED };
    /// Only its references follow a renumbering.
    pub const FOLLOWED: Self = Self { how: How::Followed, ..Self::UNCHANGED };

    /// Whether nothing became of it.
    pub fn is_unchanged(self) -> bool {
        self == Self::UNCHANGED
    }

    /// The sign of where it is now; empty if it stayed.
    pub const fn course_sign(self) -> &'static str {
        match self.course {
            Course::Stayed => "",
            Course::Renumbered => ">",
            Course::Moved => "^",
        }
    }

    /// The sign of what became of its words; empty if they are the same.
    pub const fn words_sign(self) -> &'static str {
        match self.how {
            How::New => "+",
            How::Gone => "-",
            How::Same => "",
            How::Typographic => "'",
            How::Followed => "=",
            How::Edited | How::Replaced | How::Split | How::Merged => "~",
        }
    }

    /// Where it is now and what became of its words, in words; empty if nothing became of it. `was` is
    /// its address in the old text, where that is to be named.
    pub fn told(self, was: Option<&str>) -> String {
        let course = match (self.course, was) {
            (Course::Stayed, _) => String::new(),
            (Course::Renumbered, Some(was)) => comparing::renumbered_from(was),
            (Course::Renumbered, None) => comparing::RENUMBERED.to_owned(),
            (Course::Moved, Some(was)) => comparing::moved_from(was),
            (Course::Moved, None) => comparing::MOVED.to_owned(),
        };
        let words = match self.how {
            How::New => comparing::NEW,
            How::Gone => comparing::GONE,
            How::Split => comparing::SPLIT,
            How::Merged => comparing::MERGED,
            How::Replaced => comparing::REPLACED,
            How::Same => "",
            How::Typographic => comparing::TYPOGRAPHY,
            How::Followed => comparing::REFERENCES,
            How::Edited => comparing::CHANGED,
        };
        match (course.as_str(), words) {
            ("", told) | (told, "") => told.to_owned(),
            (course, words) => format!("{course}, {words}"),
        }
    }

    /// Both signs: where it is now, then what became of its words.
    pub fn signs(self) -> String {
        format!("{}{}", self.course_sign(), self.words_sign())
    }
}

impl Row {
    /// What became of the sections of the row.
    pub const fn fate(&self) -> Fate {
        Fate { how: self.how, course: self.course }
    }
}
