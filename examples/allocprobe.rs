use bulletin::document::Origin;
use bulletin::source::Unread;
use bulletin::structure::trace::Untraced;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
struct C;
thread_local! { static ON: Cell<bool> = const { Cell::new(false) }; static MAP: RefCell<HashMap<Vec<usize>, usize>> = RefCell::new(HashMap::new()); static N: Cell<usize> = const { Cell::new(0) }; }
fn note() {
    if !ON.try_with(|o| o.get()).unwrap_or(false) { return; }
    ON.with(|o| o.set(false));
    N.with(|n| n.set(n.get() + 1));
    let mut v = Vec::new();
    backtrace_frames(&mut v);
    MAP.with(|m| *m.borrow_mut().entry(v).or_default() += 1);
    ON.with(|o| o.set(true));
}
unsafe extern "C" { fn backtrace(b: *mut *mut u8, n: i32) -> i32; }
fn backtrace_frames(v: &mut Vec<usize>) {
    let mut b = [std::ptr::null_mut(); 60];
    let n = unsafe { backtrace(b.as_mut_ptr(), 60) };
    v.extend(b[..n as usize].iter().map(|p| *p as usize));
}
unsafe impl GlobalAlloc for C {
    unsafe fn alloc(&self, l: Layout) -> *mut u8 { note(); unsafe { System.alloc(l) } }
    unsafe fn alloc_zeroed(&self, l: Layout) -> *mut u8 { note(); unsafe { System.alloc_zeroed(l) } }
    unsafe fn realloc(&self, p: *mut u8, l: Layout, s: usize) -> *mut u8 { note(); unsafe { System.realloc(p, l, s) } }
    unsafe fn dealloc(&self, p: *mut u8, l: Layout) { unsafe { System.dealloc(p, l) } }
}
#[global_allocator]
static A: C = C;
fn clauses(count: usize) -> String {
    let clause = |number: usize| format!("{number}. The keeper of the harbour shall light every lamp that stands\n   beside the water at dusk, and shall put it out at dawn; whoever\n   finds one that is dark gives notice of it to the master of the\n   tower, who has it filled within the hour and writes it down.\n\n");
    format!("Harbour Code\n\n{}", (1..=count).map(clause).collect::<String>())
}
fn main() {
    let t = clauses(1200);
    let one = || { let u = Unread::new(t.as_bytes().to_vec(), Origin::StandardInput); u.read(&Untraced).expect("t") };
    drop(one());
    ON.set(true);
    let d = one();
    ON.set(false);
    drop(d);
    println!("TOTAL {}", N.get());
    let base = std::fs::read_to_string("/proc/self/maps").unwrap();
    let base = usize::from_str_radix(base.split('-').next().unwrap(), 16).unwrap();
    MAP.with(|m| for (k, n) in m.borrow().iter() { if *n >= 100 { println!("{n} {}", k.iter().map(|a| format!("{:x}", a.wrapping_sub(base))).collect::<Vec<_>>().join(" ")); } });
}
