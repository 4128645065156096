//! The keys are left to another program for a while, such as an editor.

#[cfg(unix)]
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// Whether the terminal is read: not while another program has it.
#[derive(Debug)]
pub struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
    /// Rings where the gate is closed; where none can be had, the gate is looked at.
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
    /// Whether the reading thread waits before it.
    waiting: bool,
}

/// How long a wait for keys lasts before the gate is looked at again, where it has no bell.
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
        #[cfg(unix)]
        if let Some((_, rope)) = &self.bell {
            // A bell that cannot be rung is no worse than none.
            let _ = (&*rope).write(b"!");
        }
        // A thread that has ended never waits.
        let _ = self.changed.wait_timeout_while(state, 4 * LOOK, |state| !state.waiting);
    }

    /// What can be read from once the gate is closed.
    #[cfg(unix)]
    pub fn bell(&self) -> Option<&PipeReader> {
        self.bell.as_ref().map(|(bell, _)| bell)
    }

    /// Stops the bell, which has rung.
    #[cfg(unix)]
    pub fn stop_bell(&self) {
        if let Some((bell, _)) = &self.bell {
            let _ = (&*bell).read(&mut [0; 64]);
        }
    }

    /// Opens it again.
    pub fn open(&self) {
        if let Ok(mut state) = self.state.lock() {
            state.closed = false;
            self.changed.notify_all();
        }
    }
}
