//! The characters of a page and their positions.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use std::collections::HashSet;
use std::time::Instant;
use unicode_normalization::UnicodeNormalization;

/// Font units per em.
const UNITS: f64 = 1000.0;

/// The number of drawing steps between two checks of the clock.
const STEPS: u32 = 256;

/// The minimum weight of a bold font.
const BOLD: u32 = 600;

/// The minimum number of steps in a run from which to derive a font's unit.
const FEWEST_STEPS: usize = 4;

/// The maximum number of characters of a page: hardly any has a tenth of it.
const MOST_GLYPHS: usize = 200_000;

/// The panic payload that ends a page which takes too long or holds too much.
#[derive(Debug)]
struct Stopped;

/// A character, or several that are drawn as one glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its text.
    pub text: String,
    /// Its start along its line, in points.
    pub x: f64,
    /// The distance of its line from the foot of the page, measured across the line.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// The size of its font.
    pub size: f64,
    /// The direction of its line, in degrees.
    pub angle: i32,
    /// Whether its font is bold.
    pub bold: bool,
    /// Whether its font is italic.
    pub italic: bool,
    /// The address to which it links.
    pub link: Option<String>,
}

/// A drawing device that records characters.
pub struct Glyphs {
    /// The characters in drawing order.
    pub found: Vec<Glyph>,
    /// The number of glyphs without a known character.
    pub unknown: usize,
    area: Rect,
    links: Vec<(Rect, String)>,
    /// The remaining number of bytes of text to record.
    left: usize,
    deadline: Instant,
    steps: u32,
    /// The unit of the last font that has its own.
    unit: f64,
    /// The characters at each place; some programs draw bold letters twice.
    seen: HashSet<(String, i64, i64)>,
}

impl Glyphs {
    /// Creates a recorder of characters within `area`.
    pub fn new(area: Rect, links: Vec<(Rect, String)>, left: usize, deadline: Instant) -> Self {
        Self {
            found: Vec::new(),
            unknown: 0,
            area,
            links,
            left,
            deadline,
            steps: 0,
            unit: 1.0 / UNITS,
            seen: HashSet::new(),
        }
    }

    /// Ends a page that takes too long by a silent panic: the library has no other way
    /// out.
    fn step(&mut self) {
        self.steps = self.steps.wrapping_add(1);
        let late = self.steps.is_multiple_of(STEPS) && Instant::now() > self.deadline;
        if late || self.left == 0 || self.found.len() >= MOST_GLYPHS {
            std::panic::resume_unwind(Box::new(Stopped));
        }
    }

    fn glyph(
        &mut self,
        drawn: &Drawn<'_>,
        at: Affine,
        advance: Option<f64>,
        vertical: bool,
        style: FontStyle,
    ) {
        let Some(text) = self.text(drawn) else { return };
        let origin = at * Point::ORIGIN;
        let vector = |v: Vec2| at * v.to_point() - origin;
        let up = vector(Vec2::new(0.0, UNITS));
        let along = if vertical { -up } else { vector(Vec2::new(UNITS, 0.0)) };
        let size = up.hypot();
        if !(size.is_finite() && size > 0.0 && origin.x.is_finite() && origin.y.is_finite()) {
            return;
        }
        if !self.area.inflate(size, size).contains(origin) {
            return;
        }
        let angle = along.atan2();
        let (sine, cosine) = (angle.sin(), angle.cos());
        let width = advance.unwrap_or(0.5) * size;
        let place = |value: f64| (value / size * 8.0).round() as i64;
        if !self.seen.insert((text.clone(), place(origin.x), place(origin.y))) {
            return;
        }
        self.left = self.left.saturating_sub(text.len());
        let middle = origin + Vec2::new(cosine, sine) * (width / 2.0) + up * 0.25;
        let link = self.links.iter().find(|(place, _)| place.contains(middle));
        self.found.push(Glyph {
            text,
            x: origin.x * cosine + origin.y * sine,
            y: origin.y * cosine - origin.x * sine,
            width,
            size,
            angle: angle.to_degrees().round() as i32,
            bold: style.bold,
            italic: style.italic,
            link: link.map(|(_, target)| target.clone()),
        });
    }

    /// Returns the text of a glyph, with ligatures decomposed.
    fn text(&mut self, drawn: &Drawn<'_>) -> Option<String> {
        let text = match drawn.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => match drawn {
                Drawn::Type3(_) => of_tex(drawn.char_code()),
                Drawn::Outline(_) => String::new(),
            },
        };
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                    out.extend(c.to_string().nfkc())
                }
                // Symbol fonts have their bullets here.
                '\u{F0A7}' | '\u{F0B7}' | '\u{F076}' | '\u{F0D8}' => out.push('•'),
                c if c.is_control() => {}
                c => out.push(c),
            }
        }
        if out.is_empty() {
            self.unknown += usize::from(text.is_empty());
            return text.is_empty().then(|| char::REPLACEMENT_CHARACTER.to_string());
        }
        Some(out)
    }
}

/// Returns the character of a code in TeX's bitmap fonts, which name no characters.
fn of_tex(code: u32) -> String {
    match code {
        0x0B | 0x1B => "ff".to_owned(),
        0x0C | 0x1C => "fi".to_owned(),
        0x0D | 0x1D => "fl".to_owned(),
        0x0E | 0x1E => "ffi".to_owned(),
        0x0F | 0x1F => "ffl".to_owned(),
        0xD7 => "Œ".to_owned(),
        0xF7 => "œ".to_owned(),
        0xFF => "ß".to_owned(),
        0xC0..=0xDE | 0xE0..=0xFE => char::from_u32(code).map(String::from).unwrap_or_default(),
        _ => char::from_u32(code)
            .filter(char::is_ascii_graphic)
            .map(String::from)
            .unwrap_or_default(),
    }
}

/// How a font is drawn.
#[derive(Debug, Clone, Copy, Default)]
struct FontStyle {
    bold: bool,
    italic: bool,
}

/// Returns how the font of a glyph is drawn.
fn style(drawn: &Drawn<'_>) -> FontStyle {
    let Drawn::Outline(outline) = drawn else { return FontStyle::default() };
    let Some(font) = outline.font_data() else { return FontStyle::default() };
    let name = font.postscript_name.unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    FontStyle {
        bold: font.weight.is_some_and(|weight| weight >= BOLD) || has(&["bold", "black", "heavy"]),
        italic: font.is_italic || has(&["italic", "oblique"]),
    }
}

/// Returns the advance of each glyph in a run, relative to the font size; `unit` is that
/// of fonts with their own.
fn advances(
    run: &GlyphRun<'_, '_>,
    at: impl Fn(usize) -> Affine,
    unit: &mut f64,
) -> Vec<Option<f64>> {
    let glyphs = run.glyphs();
    let stated = |i: usize| match &*glyphs[i] {
        Drawn::Outline(outline) => outline.advance_width(),
        Drawn::Type3(glyph) => glyph.advance_width(),
    };
    let stated: Vec<Option<f64>> =
        (0..glyphs.len()).map(|i| stated(i).map(f64::from).filter(|w| w.is_finite())).collect();
    if !glyphs.iter().any(|glyph| matches!(&**glyph, Drawn::Type3(_))) {
        return stated.into_iter().map(|width| width.map(|width| width / UNITS)).collect();
    }
    // The unit of such a font is derived from the distances between glyphs.
    let steps = (1..glyphs.len()).filter_map(|i| {
        let (before, after) = (at(i - 1), at(i));
        let step = (after * Point::ORIGIN - before * Point::ORIGIN).hypot();
        let size = (before * Point::new(0.0, UNITS) - before * Point::ORIGIN).hypot();
        let width = stated[i - 1].filter(|width| *width > 0.0)?;
        (step > 0.0 && size > 0.0).then(|| step / size / width)
    });
    let mut steps: Vec<f64> = steps.collect();
    steps.sort_by(f64::total_cmp);
    if steps.len() >= FEWEST_STEPS {
        *unit = steps[steps.len() / 2];
    }
    stated.into_iter().map(|width| width.map(|width| width * *unit)).collect()
}

impl<'a> Device<'a> for Glyphs {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let glyphs = run.glyphs();
        let at = |i: usize| props.transform * glyphs[i].transform();
        let vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        let style = glyphs.first().map_or_else(FontStyle::default, |glyph| style(glyph));
        let advances = if vertical {
            vec![Some(1.0); glyphs.len()]
        } else {
            advances(run, at, &mut self.unit)
        };
        for (i, glyph) in glyphs.iter().enumerate() {
            self.step();
            self.glyph(glyph, at(i), advances[i], vertical, style);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step();
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.step();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
    }

    fn pop_clip(&mut self) {
        self.step();
    }

    fn pop_transparency_group(&mut self) {
        self.step();
    }

    fn begin_marked_content(&mut self, _: &[u8], _: Option<&Dict<'_>>) {
        self.step();
    }
}
