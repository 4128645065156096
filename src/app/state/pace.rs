//! How fast the user reads, measured by the text that moves past, and how long the rest takes at
//! that pace. Nothing runs while the user does nothing: the clock is read with each key.

use crate::messages::states;
use std::ops::{Range, RangeInclusive};
use std::time::Duration;

/// The assumed words per minute before anything has been measured.
const USUAL: f32 = 230.0;

/// Below this range the user pauses, above it the user skims.
const PACES: RangeInclusive<f32> = 60.0..=700.0;

/// The words to read without a break before a measurement counts: a few lines are too few to time.
const ENOUGH: f32 = 60.0;

/// The weight, in words, of [`USUAL`] against what was measured.
const TRUST_IN_USUAL: f32 = 200.0;

/// The words over which the pace is averaged: earlier reading loses weight.
const MEMORY: f32 = 2_000.0;

/// The maximum number of bytes between two paragraphs.
const BETWEEN: usize = 8;

/// Nobody looks at one screen for longer than this and goes on reading.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// The pace of the user.
#[derive(Debug, Clone)]
pub struct Pace {
    per_minute: f32,
    /// The words that it was measured by.
    known: f32,
    /// The time of the last tick.
    now: Duration,
    stretch: Option<ReadingStretch>,
}

/// Text that is read without a break.
#[derive(Debug, Clone)]
struct ReadingStretch {
    began: Duration,
    /// When the user last moved on.
    moved: Duration,
    /// Its first byte.
    from: usize,
    /// The bytes of the text in view.
    in_view: Range<usize>,
}

impl Default for Pace {
    fn default() -> Self {
        Self { per_minute: USUAL, known: TRUST_IN_USUAL, now: Duration::ZERO, stretch: None }
    }
}

impl Pace {
    /// Sets the current time, from any origin.
    pub fn tick(&mut self, now: Duration) {
        self.now = now;
    }

    /// The time of the last tick.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Words per minute.
    pub fn words_a_minute(&self) -> u16 {
        // It lies within `PACES`.
        self.per_minute.round() as u16
    }

    /// Takes a pace that was measured in an earlier run, unless this run has measured one.
    pub fn recall(&mut self, words_a_minute: u16) {
        let pace = f32::from(words_a_minute);
        if PACES.contains(&pace) && self.known <= TRUST_IN_USUAL {
            (self.per_minute, self.known) = (pace, MEMORY / 2.0);
        }
    }

    /// Ends the stretch: another text or another part of it is in view.
    pub fn rest(&mut self) {
        self.stretch = None;
    }

    /// Records that these bytes of the text are in view; `words_a_byte` converts bytes to words.
    pub fn see(&mut self, in_view: Range<usize>, words_a_byte: f32) {
        let now = self.now;
        let begun =
            |from: usize, in_view| Some(ReadingStretch { began: now, moved: now, from, in_view });
        let Some(stretch) = &mut self.stretch else {
            self.stretch = begun(in_view.start, in_view);
            return;
        };
        if in_view.start == stretch.in_view.start {
            stretch.in_view = in_view;
            return;
        }
        let seen = stretch.in_view.start..stretch.in_view.end + BETWEEN;
        let read_on =
            seen.contains(&in_view.start) && now.saturating_sub(stretch.moved) <= LONGEST_PAUSE;
        if !read_on {
            self.stretch = begun(in_view.start, in_view);
            return;
        }
        let words = (in_view.start - stretch.from) as f32 * words_a_byte;
        let minutes = now.saturating_sub(stretch.began).as_secs_f32() / 60.0;
        stretch.moved = now;
        stretch.in_view = in_view.clone();
        if words < ENOUGH {
            return;
        }
        let pace = words / minutes;
        if PACES.contains(&pace) {
            self.known = (self.known + words).min(MEMORY);
            self.per_minute += (pace - self.per_minute) * (words / self.known).min(1.0);
        }
        self.stretch = begun(in_view.start, in_view);
    }

    /// The time for `words` words, in the words of the bottom line.
    pub fn left(&self, words: f32) -> String {
        let minutes = words / self.per_minute;
        match minutes.round() as u32 {
            0 => states::UNDER_A_MINUTE.to_owned(),
            minutes @ 1..60 => states::minutes(minutes),
            // Over an hour, minutes would be too exact.
            minutes => match (minutes / 60, minutes % 60 / 10 * 10) {
                (hours, 0) => states::hours(hours),
                (hours, minutes) => states::hours_and_minutes(hours, minutes),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An English word has about six bytes.
    const WORDS_A_BYTE: f32 = 1.0 / 6.0;

    /// Reads `pages` pages of `words` words, each in `seconds` seconds.
    fn read(pace: &mut Pace, pages: usize, words: usize, seconds: u64) {
        let from = pace.now.as_secs();
        for page in 0..=pages {
            pace.tick(Duration::from_secs(from + seconds * page as u64));
            pace.see(page * words * 6..(page + 1) * words * 6, WORDS_A_BYTE);
        }
    }

    #[test]
    fn the_pace_is_that_of_what_is_read_page_by_page() {
        let mut pace = Pace::default();
        read(&mut pace, 20, 200, 100);
        assert!((115..140).contains(&pace.words_a_minute()), "{}", pace.words_a_minute());
        let mut fast = Pace::default();
        read(&mut fast, 20, 200, 30);
        assert!((370..400).contains(&fast.words_a_minute()), "{}", fast.words_a_minute());
    }

    #[test]
    fn leafing_resting_and_jumping_say_nothing_of_the_pace() {
        let mut pace = Pace::default();
        read(&mut pace, 30, 300, 1);
        assert_eq!(pace.words_a_minute(), 230, "leafing through");
        read(&mut pace, 30, 300, 3_600);
        assert_eq!(pace.words_a_minute(), 230, "a rest after each page");
        for far in 0..20 {
            pace.tick(pace.now + Duration::from_secs(30));
            pace.see(far * 10_000..far * 10_000 + 900, WORDS_A_BYTE);
        }
        assert_eq!(pace.words_a_minute(), 230, "jumps");
    }

    #[test]
    fn lines_that_are_read_one_by_one_count_together() {
        let mut pace = Pace::default();
        for line in 0..400 {
            pace.tick(Duration::from_secs(4 * line as u64));
            pace.see(line * 60..line * 60 + 1_800, WORDS_A_BYTE);
        }
        assert!((145..165).contains(&pace.words_a_minute()), "{}", pace.words_a_minute());
    }

    #[test]
    fn time_is_stated_as_roughly_as_it_is_known() {
        let pace = Pace::default();
        let told: Vec<String> = [10.0, 230.0, 2_700.0, 13_800.0, 18_000.0, 230_000.0]
            .into_iter()
            .map(|words| pace.left(words))
            .collect();
        assert_eq!(
            told,
            [
                "under a minute left",
                "1 min left",
                "12 min left",
                "1 h left",
                "1 h 10 min left",
                "16 h 40 min left"
            ]
        );
    }

    #[test]
    fn a_pace_that_nobody_has_is_not_recalled() {
        let mut pace = Pace::default();
        pace.recall(9_000);
        assert_eq!(pace.words_a_minute(), 230);
        pace.recall(150);
        assert_eq!(pace.words_a_minute(), 150);
    }
}
