//! The words by which a text lists parties, names them again and states at what level they were
//! represented, one table per language. The words themselves are in `assets/languages`.

use super::phrase::Phrases;

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

// Defines `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/parties.rs"));

/// Returns the table of a tag's language, or that of the default language if it has none.
pub fn of(tag: Option<&str>) -> &'static PartyWords {
    let known = super::language::row(tag, &LANGUAGES, |language| language.tag);
    known.unwrap_or(&LANGUAGES[DEFAULT])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_own_words_or_those_of_the_default() {
        assert_eq!(of(Some("de-AT")).tag, "de");
        for none in [Some("tlh"), None] {
            assert_eq!(of(none).tag, LANGUAGES[DEFAULT].tag);
        }
    }
}
