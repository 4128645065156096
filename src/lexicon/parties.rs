//! The words by which a text lists parties, names them again and states at what level they were
//! represented, one table per language. The words themselves are in `assets/languages`.

use super::initials::Initials;
use super::phrase::Phrases;
use super::shared_phrases::SharedPhrases;
use super::text_languages::LanguageSet;

/// How a language writes about parties.
#[derive(Debug, Clone, Copy)]
pub struct PartyWords {
    /// The primary subtag of the language's BCP 47 tag.
    pub tag: &'static str,
    /// Words for the parties in a list.
    pub members: Phrases,
    pub observers: Phrases,
    pub signatories: Phrases,
    /// Words for being an observer: `observer status`.
    pub observer_status: Phrases,
    /// Words between those and the list: `are`, `including`.
    pub lists: Phrases,
    /// Words that may come between those and the names: `today`.
    pub now: Phrases,
    /// Verbs of speech: a colon after one of these begins a quotation.
    pub saying: Phrases,
    /// Verbs for taking part in a meeting: `attend`.
    pub attends: Phrases,
    /// Words between those and the role of the parties.
    pub attends_as: Phrases,
    /// Verbs by which parties are something: `are`.
    pub being: Phrases,
    /// Verbs by which parties have something: `enjoy`.
    pub having: Phrases,
    /// Words for joining, before what the party becomes.
    pub joins: Phrases,
    /// Words for how members receive a new party, and words before what it becomes.
    pub welcomes: Phrases,
    pub welcomes_as: Phrases,
    /// Words that describe a party that joined: `new`.
    pub new: Phrases,
    /// Words before the last name of a list, and words that may follow them: `also`.
    pub and: Phrases,
    pub also: Phrases,
    /// Conjunctions that are joined to the name after them or before them.
    pub and_beginnings: Phrases,
    pub and_endings: Phrases,
    /// Marks between names, besides the comma.
    pub separators: Phrases,
    /// In a script without capital letters, words that may follow the last name, and words that
    /// names do not contain.
    pub list_ends: Phrases,
    pub not_names: Phrases,
    /// Words before `members` and the like after which no names follow.
    pub except_after: Phrases,
    /// Words between a count and what it counts.
    pub counters: Phrases,
    /// Particles that are joined to a name before it and after it.
    pub prefixes: Phrases,
    pub suffixes: Phrases,
    /// Words that add another group to a list: `as well as`.
    pub further: Phrases,
    /// Words for such a group, and words that may follow them: `such as`.
    pub organisations: Phrases,
    pub such_as: Phrases,
    /// Articles before a name.
    pub articles: Phrases,
    /// Words between an office and the party: `of`.
    pub of: Phrases,
    /// Words between a form of state and the name; empty in some languages.
    pub state_of: Phrases,
    /// Lower-case words within a name.
    pub inside_names: Phrases,
    /// Words that begin a sentence before a name.
    pub openings: Phrases,
    /// Forms of state. They do not make the name after them a different one.
    pub states: Phrases,
    /// Words that make the name after them a different one.
    pub distinguishing: Phrases,
    /// Endings of a name in the possessive.
    pub possessive: Phrases,
    /// Words for those who represent a party.
    pub presidents: Phrases,
    pub prime_ministers: Phrases,
    pub ministers: Phrases,
    /// Words before one of these that make a deputy of it.
    pub deputies: Phrases,
    /// Words before a president that rule the person out: `former`.
    pub former: Phrases,
    /// Words for a delegation, and for those who lead it.
    pub delegations: Phrases,
    pub leads: Phrases,
    /// Verbs for what office holders do who represent their parties.
    pub represents: Phrases,
    /// Adverbs that may precede those verbs: `both`.
    pub adverbs: Phrases,
    /// Words for how a party is represented, before the rank of its delegate, and auxiliary verbs
    /// that may precede them.
    pub represented: Phrases,
    pub auxiliaries: Phrases,
    /// Words that may follow those: `there`.
    pub there: Phrases,
    /// Words before a rank: `at the level of`, `by`.
    pub by: Phrases,
    /// Verbs of a party before the rank of its delegate: `sent`.
    pub sends: Phrases,
    /// Words between an office and its field: `minister for trade`.
    pub for_office: Phrases,
    /// Words that, between a verb of sending and a rank, make it someone else's rank or none.
    pub foreign: Phrases,
}

// Defines `LANGUAGES`, `DEFAULT` and `KINDS`: the words for the parties in a list.
include!(concat!(env!("OUT_DIR"), "/parties.rs"));

impl PartyWords {
    /// Whether the script of the language has no capital letters, so that nothing distinguishes
    /// names from other words.
    pub fn is_caseless(&self) -> bool {
        let small = |word: &&str| word.starts_with(char::is_lowercase);
        !self.members.all().first().is_some_and(small)
    }
}

/// Returns the table of a tag's language, if it has one; that of the default language if the language
/// of a text is unknown.
pub fn of(tag: Option<&str>) -> Option<&'static PartyWords> {
    match tag {
        Some(_) => super::language::row(tag, &LANGUAGES, |language| language.tag),
        None => LANGUAGES.get(DEFAULT),
    }
}

/// Returns the tables of all languages.
pub fn all() -> impl Iterator<Item = &'static PartyWords> {
    LANGUAGES.iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_own_words_and_an_unknown_one_those_of_the_default() {
        let tag = |tag| of(tag).map(|words| words.tag);
        assert_eq!(tag(Some("de-AT")), Some("de"));
        assert_eq!(tag(Some("tlh")), None);
        assert_eq!(tag(None), Some(LANGUAGES[DEFAULT].tag));
    }

    #[test]
    fn languages_are_found_by_their_words_for_parties() {
        let named = KINDS
            .places("Die Mitglieder: 成员国")
            .fold(LanguageSet::NONE, |named, (_, languages)| named.with(languages));
        let tags: Vec<&str> = all().map(|words| words.tag).filter(|tag| named.has(tag)).collect();
        assert_eq!(tags, ["de", "zh"]);
    }

    #[test]
    fn scripts_without_capitals_are_known() {
        let caseless = |tag| of(Some(tag)).is_some_and(PartyWords::is_caseless);
        assert!(["ar", "he", "ja", "ko", "zh"].into_iter().all(caseless));
        assert!(!["el", "en", "ru", "vi"].into_iter().any(caseless));
    }
}
