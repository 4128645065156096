//! Explanations in words, as a command prints them and the screen shows them.

use super::explanation::{Explanation, Reason};
use super::figure::TraceValue;
use super::sighting::Bearing;
use crate::document::Document;

impl Explanation {
    /// All about the line, in words.
    pub fn told(&self, document: &Document) -> String {
        let line = self;
        let mut out = format!("line {} {}\n", line.line, line.outcome(document));
        if !line.words.is_empty() {
            out.push_str(&format!("    {}\n", line.words));
        }
        for (at, reading) in line.readings.iter().enumerate() {
            let word = reading.word.map_or_else(String::new, |word| format!("{word} "));
            out.push_str(&format!(
                "“{}” as {word}{}: {}, {}; {}\n",
                reading.label,
                reading.number,
                reading.counter,
                reading.mark,
                bearing(reading.bearing),
            ));
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
        Bearing::Heading => "its line is a heading by its form",
        Bearing::Line => "it begins a line",
        Bearing::Sentence => "it follows the end of a sentence",
        Bearing::Doubtful => "its line may be the middle of a sentence",
    }
}

fn because(reason: &Reason) -> String {
    let rule = reason.rule;
    let mut figures: Vec<String> = Vec::new();
    figures.extend(reason.inside.iter().map(|inside| format!("inside {inside}")));
    figures.extend(reason.sequence.iter().map(|own| match own.labels {
        1 => format!("sequence of {} alone", own.first),
        labels => format!("sequence {} to {}, {labels} labels", own.first, own.last),
    }));
    figures.extend(reason.figures.iter().map(|figure| match &figure.value {
        TraceValue::Count(count) => format!("{}: {count}", figure.name),
        TraceValue::Words(words) => format!("{}: {words}", figure.name),
    }));
    let figures = match figures.as_slice() {
        [] => String::new(),
        all => format!("        {}\n", all.join("; ")),
    };
    let sign = rule.effect().name();
    format!("    {sign} {}: {}\n{figures}", rule.name(), rule.sentence())
}
