//! The words by which the program finds the subject of a provision, one table per language. The
//! words themselves are in `assets/languages`.

/// How provisions begin in a language, and what ends their subjects. Each list is sorted.
#[derive(Debug, Clone, Copy, Default)]
pub struct SubjectWords {
    tag: &'static str,
    /// Verbs, participles and accompanying words that begin a provision or a recital.
    pub lead: &'static [&'static str],
    /// Words between `lead` and the subject.
    pub passing: &'static [&'static str],
    /// Words that precede the subject.
    pub after: &'static [&'static str],
    /// Words that a subject cannot end with.
    pub dangling: &'static [&'static str],
    /// Words that begin a condition, which is incomplete without its verb.
    pub condition: &'static [&'static str],
    /// Words by which a provision defines a term.
    pub defining: &'static [&'static str],
    /// Words of `passing` that are themselves the subject before a verb.
    pub alone: &'static [&'static str],
    /// Pronouns that restrict the preceding word.
    pub relative: &'static [&'static str],
    /// Words of `after` that may be nouns.
    pub nouns: &'static [&'static str],
    /// Words that join another operative word.
    pub and: &'static [&'static str],
}

// Defines `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/subjects.rs"));

/// Returns the words of a tag's language, which may have none; without a tag, those of the default
/// language.
pub fn of(tag: Option<&str>) -> SubjectWords {
    match super::language::row(tag, &LANGUAGES, |language| language.tag) {
        Some(known) => *known,
        None if tag.is_none() => LANGUAGES[DEFAULT],
        None => SubjectWords::default(),
    }
}
