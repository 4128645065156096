//! Counts the allocations of reading a text, and the bytes held at once. Both are counted per thread,
//! so other tests do not affect them.

use bulletin::document::Origin;
use bulletin::source::Unread;
use bulletin::structure::trace::Untraced;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The allocator of the system, which counts what each thread asks for.
struct Counting;

thread_local! {
    /// The number of allocations of this thread.
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    /// The bytes that it holds; what it frees of another thread's counts against them.
    static HELD: Cell<isize> = const { Cell::new(0) };
    /// The most that it held since a count began.
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// Counts one allocation that makes the held bytes grow by so many.
fn count(allocations: usize, by: isize) {
    // While a thread ends, its counters are gone, and nobody asks for them.
    let _ = ALLOCATIONS.try_with(|counter| counter.set(counter.get() + allocations));
    let held = HELD.try_with(|held| {
        held.set(held.get() + by);
        held.get()
    });
    let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.unwrap_or(0))));
}

fn signed(bytes: usize) -> isize {
    isize::try_from(bytes).unwrap_or(isize::MAX)
}

// SAFETY: every call goes to the allocator of the system as it came; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(1, signed(layout.size()));
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(1, signed(layout.size()));
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(1, signed(size) - signed(layout.size()));
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, -signed(layout.size()));
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What reading a text took.
#[derive(Debug)]
struct Taken {
    allocations: usize,
    /// The most bytes held at once, with those of the source.
    peak: usize,
    /// The bytes that the document holds.
    rest: usize,
}

/// Reads a text and counts.
fn read(text: &str) -> Taken {
    let (allocations, held) = (ALLOCATIONS.get(), HELD.get());
    PEAK.set(held);
    let unread = Unread::new(text.as_bytes().to_vec(), Origin::StandardInput);
    let document = unread.read(&Untraced).expect("a text");
    let bytes = |of: isize| usize::try_from(of - held).expect("more than before");
    let taken = Taken {
        allocations: ALLOCATIONS.get() - allocations,
        peak: bytes(PEAK.get()),
        rest: bytes(HELD.get()),
    };
    assert!(document.block_count() > 0);
    taken
}

/// So many clauses, each of several lines.
fn clauses(count: usize) -> String {
    let clause = |number: usize| {
        format!(
            "{number}. The keeper of the harbour shall light every lamp that stands\n   \
             beside the water at dusk, and shall put it out at dawn; whoever\n   \
             finds one that is dark gives notice of it to the master of the\n   \
             tower, who has it filled within the hour and writes it down.\n\n"
        )
    };
    format!("Harbour Code\n\n{}", (1..=count).map(clause).collect::<String>())
}

/// So many paragraphs without numbers.
fn prose(count: usize) -> String {
    let paragraph = "The lamp on the tower is the oldest of the coast, and the boats that came\n\
        home at night have steered by it for as long as anybody remembers, though\n\
        the keeper says that the one before it was of copper, and brighter.\n\n";
    paragraph.repeat(count)
}

#[test]
fn reading_a_text_allocates_a_bounded_number_of_times_for_each_block() {
    for (name, text, most) in [
        ("clauses", clauses as fn(usize) -> String, MOST_FOR_A_CLAUSE),
        ("prose", prose, MOST_FOR_A_PARAGRAPH),
    ] {
        let (few, many) = (read(&text(200)), read(&text(1200)));
        let each = (many.allocations - few.allocations).div_ceil(1000);
        assert!(each <= most, "{name}: {each} allocations for each, {many:?}");
    }
}

/// The most allocations for a clause of four lines, and for a paragraph of three.
const MOST_FOR_A_CLAUSE: usize = 33;
const MOST_FOR_A_PARAGRAPH: usize = 12;

#[test]
fn a_text_takes_a_bounded_multiple_of_its_size() {
    for (name, text) in [("clauses", clauses(2000)), ("prose", prose(2000))] {
        let taken = read(&text);
        let percent = |bytes: usize| bytes * 100 / text.len();
        let (peak, rest) = (percent(taken.peak), percent(taken.rest));
        assert!(peak <= PEAK_PERCENT, "{name}: {peak} % of the text at the peak, {rest} % at rest");
        assert!(rest <= REST_PERCENT, "{name}: {rest} % of the text at rest, {peak} % at the peak");
    }
}

/// The most that is held, in percent of the bytes of the source: at once with the source, and in the
/// end without it.
const PEAK_PERCENT: usize = 370;
const REST_PERCENT: usize = 200;
