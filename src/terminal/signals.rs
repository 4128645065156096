//! Signals: those that end the program, stop it, or tell of another size.
//!
//! A signal that ends the program becomes an [`Input`], so that the place of
//! reading is kept and the terminal is given back. The program ends whatever
//! else it is doing: at once by a second signal, and by the first after a while.

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

/// Signals that end a program which does not handle them. Faults of memory and
/// arithmetic cannot be handled, and a closed pipe is told where it is written to.
const ENDING: [i32; 16] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGXCPU, SIGXFSZ, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGPROF, SIGIO, SIGBUS, SIGSYS, SIGTRAP,
];

/// Others that Linux has: faults of the coprocessor and of power, and those of
/// real time.
#[cfg(target_os = "linux")]
const OF_THIS_SYSTEM: [std::ops::RangeInclusive<i32>; 3] = [16..=16, 30..=30, 34..=64];
#[cfg(not(target_os = "linux"))]
const OF_THIS_SYSTEM: [std::ops::RangeInclusive<i32>; 0] = [];

/// What the program may still do once a signal has asked it to end.
const GRACE: Duration = Duration::from_secs(2);

/// A terminal that does not take the last words by then does not get them.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// Starts to listen.
///
/// # Errors
/// Where signals cannot be listened to.
pub(super) fn listen(hear: impl Fn(Input) -> bool + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new(ENDING)?;
    for signal in [SIGTSTP, SIGCONT, SIGWINCH] {
        signals.add_signal(signal)?;
    }
    for signal in OF_THIS_SYSTEM.into_iter().flatten() {
        // The system may keep some of them for itself.
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
            // Nobody takes events any more where the program is about to end.
            let _ = hear(input);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(listen)?;
    Ok(())
}

/// Ends the program by a signal if it has not ended after a while: whatever
/// holds it up, a file system or the terminal itself.
fn end_after_grace(signal: i32) {
    let wait = move || {
        thread::sleep(GRACE);
        end_at_once(signal);
    };
    if thread::Builder::new().name("grace".to_owned()).spawn(wait).is_err() {
        end_at_once(signal);
    }
}

/// Gives the terminal back, if it takes that in time, and ends the program.
fn end_at_once(signal: i32) -> ! {
    let (sender, given_back) = mpsc::channel();
    let give_back = move || {
        // There is nobody left to tell.
        let _ = session::give_back();
        let _ = sender.send(());
    };
    if thread::Builder::new().spawn(give_back).is_ok() {
        let _ = given_back.recv_timeout(LAST_WORDS);
    }
    session::end_by(signal)
}
