//! Long documents of numbered clauses, always the same for a given length.

const SUBJECTS: [&str; 12] = [
    "the harbour",
    "the keeper",
    "a lamp",
    "the pilot",
    "the league",
    "every ship",
    "the guild",
    "a master",
    "the council",
    "the crew",
    "a vessel",
    "the light",
];
const VERBS: [&str; 10] = [
    "shall keep",
    "acknowledges",
    "shall not refuse",
    "supports",
    "is answerable for",
    "may inspect",
    "shall report",
    "recognizes",
    "consents to",
    "maintains",
];
const OBJECTS: [&str; 12] = [
    "the harbour dues",
    "a register of arrivals",
    "the oil of the season",
    "safe anchorage",
    "international correspondence",
    "the common rule",
    "navigational instruments",
    "the rights of the crew",
    "notices of storms",
    "the inter-harbour agreement",
    "an orderly handing over",
    "the accounts",
];
const TAILS: [&str; 6] = [
    "as long as the night lasts",
    "in accordance with the preceding clauses",
    "without distinction of flag",
    "where no other arrangement has been made",
    "at its own expense",
    "within thirty days",
];

/// Maximum number of clauses: what four digits can number, with some to spare.
const CLAUSES: usize = 9_900;

/// Number of paragraphs in a clause.
const PARAGRAPHS: usize = 3;

/// Returns a document of about `wanted` bytes; the length of its clauses adapts.
pub fn of_bytes(wanted: usize) -> String {
    let clauses = (wanted / 1_000).clamp(1, CLAUSES);
    let paragraph = wanted / clauses / PARAGRAPHS;
    let mut state = 1_u64;
    let mut choose = |words: &[&'static str]| {
        // The constants of Knuth's MMIX generator.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).expect("31 bits") % words.len();
        words[at]
    };
    let mut text = String::from("Rulebook of the Harbours\n\n");
    for clause in 1..=clauses {
        text.push_str(&format!("{clause}. "));
        for _ in 0..PARAGRAPHS {
            let start = text.len();
            while text.len() - start < paragraph {
                text.push_str(&format!(
                    "It is agreed that {} {} {} {}. ",
                    choose(&SUBJECTS),
                    choose(&VERBS),
                    choose(&OBJECTS),
                    choose(&TAILS)
                ));
            }
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
    }
    text
}
