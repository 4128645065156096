//! Leaves the keys to another program for a while, such as an editor.

#[cfg(unix)]
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// Whether this program reads the terminal; it does not while another program has it.
#[derive(Debug)]
pub struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
    /// Wakes the reading thread when the gate closes; without it, the thread polls the
    /// gate.
    #[cfg(unix)]
    bell: Option<(PipeReader, PipeWriter)>,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            #[cfg(unix)]
            bell: io::pipe().ok(),
        }
    }
}

#[derive(Debug, Default)]
struct GateState {
    closed: bool,
    /// Whether the reading thread is waiting at the closed gate.
    waiting: bool,
}

/// How long to wait for keys before checking the gate again, if it has no bell.
pub(super) const LOOK: Duration = Duration::from_millis(250);

impl Gate {
    /// Waits while the gate is closed.
    pub(super) fn pass(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        while state.closed {
            state.waiting = true;
            self.changed.notify_all();
            match self.changed.wait(state) {
                Ok(next) => state = next,
                Err(_) => return,
            }
        }
        state.waiting = false;
    }

    /// Closes the gate and waits until the reading thread has stopped at it.
    pub fn close(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        state.closed = true;
        #[cfg(unix)]
        if let Some((_, rope)) = &self.bell {
            // If the bell fails, the thread still polls.
            let _ = (&*rope).write(b"!");
        }
        // A thread that has ended never waits.
        let _ = self.changed.wait_timeout_while(state, 4 * LOOK, |state| !state.waiting);
    }

    /// A pipe that becomes readable when the gate closes.
    #[cfg(unix)]
    pub fn bell(&self) -> Option<&PipeReader> {
        self.bell.as_ref().map(|(bell, _)| bell)
    }

    /// Empties the pipe of the bell.
    #[cfg(unix)]
    pub fn stop_bell(&self) {
        if let Some((bell, _)) = &self.bell {
            let _ = (&*bell).read(&mut [0; 64]);
        }
    }

    /// Opens the gate again.
    pub fn open(&self) {
        if let Ok(mut state) = self.state.lock() {
            state.closed = false;
            self.changed.notify_all();
        }
    }
}
