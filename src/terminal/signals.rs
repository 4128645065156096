//! Signals that end or stop the program, or report a new size.
//!
//! A signal that ends the program becomes an [`Input`], so that the reading
//! position is saved and the terminal restored. The program ends even if it is
//! busy: at once on a second signal, after a while on the first.

use super::Input;
use super::session::{self, Session};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGBUS, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM,
    SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use std::sync::mpsc;
use std::time::Duration;
use std::{io, thread};

/// Signals that end a program which does not handle them. Memory and arithmetic
/// faults cannot be handled, and writing to a closed pipe returns an error.
const ENDING: [i32; 16] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGXCPU, SIGXFSZ, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGPROF, SIGIO, SIGBUS, SIGSYS, SIGTRAP,
];

/// Further signals of Linux: coprocessor and power faults, and real-time signals.
#[cfg(target_os = "linux")]
const OF_THIS_SYSTEM: [std::ops::RangeInclusive<i32>; 3] = [16..=16, 30..=30, 34..=64];
#[cfg(not(target_os = "linux"))]
const OF_THIS_SYSTEM: [std::ops::RangeInclusive<i32>; 0] = [];

/// How long the program may run after a signal to end.
const GRACE: Duration = Duration::from_secs(2);

/// How long to wait for the terminal to take the last output.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// Starts to listen.
///
/// # Errors
/// Signals cannot be listened to.
pub(super) fn listen(hear: impl Fn(Input) -> bool + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new(ENDING)?;
    for signal in [SIGTSTP, SIGCONT, SIGWINCH] {
        signals.add_signal(signal)?;
    }
    for signal in OF_THIS_SYSTEM.into_iter().flatten() {
        // The system may reserve some of them.
        let _ = signals.add_signal(signal);
    }
    let listen = move || {
        let mut ending = false;
        for signal in signals.forever() {
            let input = match signal {
                SIGTSTP => Input::Stop,
                SIGCONT => Input::Continue,
                SIGWINCH => match Session::size() {
                    Ok(size) => Input::Resize(size),
                    Err(_) => continue,
                },
                signal if ending => end_at_once(signal),
                signal => {
                    ending = true;
                    end_after_grace(signal);
                    Input::End(signal)
                }
            };
            // Nobody receives events when the program is about to end.
            let _ = hear(input);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen)?;
    Ok(())
}

/// Ends the program by a signal if it has not ended after a while, whatever is
/// blocking it: a file system or the terminal itself.
fn end_after_grace(signal: i32) {
    let wait = move || {
        thread::sleep(GRACE);
        end_at_once(signal);
    };
    if thread::Builder::new().name("grace".to_owned()).spawn(wait).is_err() {
        end_at_once(signal);
    }
}

/// Restores the terminal, if it responds in time, and ends the program.
fn end_at_once(signal: i32) -> ! {
    let (sender, given_back) = mpsc::channel();
    let give_back = move || {
        // There is nobody left to report an error to.
        let _ = session::give_back();
        let _ = sender.send(());
    };
    if thread::Builder::new().spawn(give_back).is_ok() {
        let _ = given_back.recv_timeout(LAST_WORDS);
    }
    session::end_by(signal)
}
