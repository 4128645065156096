//! The words by which the subject of a provision is found: one table for each language. The words
//! themselves are in `assets/languages`.

/// How a language begins its provisions, and what ends their subjects. Each list is sorted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Language {
    tag: &'static str,
    /// Verbs, participles and their company that begin a provision or a recital.
    pub lead: &'static [&'static str],
    /// Words between these and the subject.
    pub passing: &'static [&'static str],
    /// Words after which the subject is told.
    pub after: &'static [&'static str],
    /// Words that a subject does not end in.
    pub dangling: &'static [&'static str],
    /// Words that begin a condition, which says nothing without its verb.
    pub condition: &'static [&'static str],
    /// Words by which a provision says what a term means.
    pub defining: &'static [&'static str],
    /// Words of `passing` that are the subject themselves before a verb.
    pub alone: &'static [&'static str],
    /// Pronouns that narrow the word before them.
    pub relative: &'static [&'static str],
    /// Those of `after` that may be nouns.
    pub nouns: &'static [&'static str],
    /// What joins another operative word.
    pub and: &'static [&'static str],
}

// `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/subjects.rs"));

/// The words of the language of a tag, of which there may be none; without a tag those of the
/// default.
pub fn of(tag: Option<&str>) -> Language {
    match super::language::row(tag, &LANGUAGES, |language| language.tag) {
        Some(known) => *known,
        None if tag.is_none() => LANGUAGES[DEFAULT],
        None => Language::default(),
    }
}
