//! The keys are left to another program for a while, such as an editor.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// Whether the terminal is read: not while another program has it.
#[derive(Debug, Default)]
pub struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct GateState {
    closed: bool,
    /// Whether the reading thread waits before it.
    waiting: bool,
}

/// How long a wait for keys lasts before the gate is looked at again.
pub(super) const LOOK: Duration = Duration::from_millis(250);

impl Gate {
    /// Waits while it is closed.
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

    /// Closes it, and waits until nobody is behind it.
    pub fn close(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        state.closed = true;
        // A thread that has ended never waits.
        let _ = self.changed.wait_timeout_while(state, 4 * LOOK, |state| !state.waiting);
    }

    pub fn open(&self) {
        if let Ok(mut state) = self.state.lock() {
            state.closed = false;
            self.changed.notify_all();
        }
    }
}
