//! Explanations in words, as a command prints them and the screen shows them.

use super::explanation::{Explanation, Reason};
use super::figure::Figure;
use super::sighting::Bearing;
use crate::document::Document;
use crate::messages::explanations;

impl Explanation {
    /// All about the line, in words.
    pub fn told(&self, document: &Document) -> String {
        let line = self;
        let mut out = explanations::line(line.line, line.outcome(document)) + "\n";
        if !line.words.is_empty() {
            out.push_str(&format!("    {}\n", line.words));
        }
        for (at, reading) in line.readings.iter().enumerate() {
            let word = reading.word.map_or_else(String::new, |word| format!("{word} "));
            out.push_str(&explanations::reading(
                &reading.label,
                format!("{word}{}", reading.number),
                reading.counter,
                reading.mark,
                bearing(reading.bearing),
            ));
            out.push('\n');
            for reason in line.reasons.iter().filter(|reason| reason.reading == Some(at)) {
                out.push_str(&because(reason));
            }
        }
        for reason in line.reasons.iter().filter(|reason| reason.reading.is_none()) {
            out.push_str(&because(reason));
        }
        out
    }
}

/// The place of a label, in words.
const fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Heading => explanations::BEARING_HEADING,
        Bearing::Line => explanations::BEARING_LINE,
        Bearing::Sentence => explanations::BEARING_SENTENCE,
        Bearing::Doubtful => explanations::BEARING_DOUBTFUL,
    }
}

fn because(reason: &Reason) -> String {
    let rule = reason.rule;
    let mut figures: Vec<String> = Vec::new();
    figures.extend(reason.inside.iter().map(explanations::inside));
    figures.extend(reason.sequence.iter().map(|own| match own.labels {
        1 => explanations::sequence_of_one(&own.first),
        labels => explanations::sequence(&own.first, &own.last, labels),
    }));
    let figure = |own: &Figure| format!("{}: {}", own.quantity.name(), own.count);
    figures.extend(reason.figures.iter().map(figure));
    let figures = match figures.as_slice() {
        [] => String::new(),
        all => format!("        {}\n", all.join("; ")),
    };
    let sign = rule.effect().name();
    format!("    {sign} {}: {}\n{figures}", rule.name(), rule.sentence())
}
