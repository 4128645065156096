//! Texts whose length matters: too long for a readable test file.

use super::provisions;

#[test]
fn a_report_is_not_a_list_though_its_annexes_are_longer() {
    let paragraph = |n: usize| {
        format!(
            "{n}. {}\n\n",
            "The committee met in the tower and spoke of lamps. ".repeat(8).trim()
        )
    };
    let annex = "Lamps of every kind were seen by those who went to look for them. ".repeat(60);
    let body: String = (1..=24).map(paragraph).collect();
    let text = format!(
        "Report of the Lamp Committee\n\n{body}Papers\n\n{}",
        format!("{annex}\n\n").repeat(12)
    );
    let expected: Vec<String> = (1..=24).map(|n| n.to_string()).collect();
    assert_eq!(provisions(&text), expected.join(" "));
}

#[test]
fn a_list_after_a_few_words_of_a_long_text_is_not_one_of_clauses() {
    let entry = "2031-05-04  A. Keeper\n\n    The lamp is mended, and so is the glass of it, which was cracked in the storm.\n\n";
    let text = format!(
        "{}The wick is cut for three reasons:\n\n1. It smokes less when it is short, as it should be.\n\n2. It burns for longer.\n\n3. It looks better.\n\n{}",
        entry.repeat(30),
        entry.repeat(30)
    );
    assert_eq!(provisions(&text), "");
}

#[test]
fn paragraphs_that_start_again_in_each_article_are_its_own() {
    let article = |n: u32| {
        let paragraph = |n: u32| {
            format!(
                "{n}. The keepers of the harbour see to it that the lamp burns by night and that its oil is dry, whatever the weather may be.\n\n"
            )
        };
        format!(
            "### Article {n}\n\n#### Of the lamp\n\n{}",
            (1..=5).map(paragraph).collect::<String>()
        )
    };
    let (annex, treaty) = ((1..=3).map(article), (1..=36).map(article));
    let text = format!(
        "# Procedure\n\n{}# Treaty of the Lamps\n\n{}",
        annex.collect::<String>(),
        treaty.collect::<String>()
    );
    let found = provisions(&text);
    let articles = found.split(' ').filter(|address| !address.contains('.')).count();
    assert_eq!((articles, found.split(' ').count()), (39, 234), "{found}");
}
