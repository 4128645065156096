//! The threads that listen to the terminal and to signals.

use super::Input;
use super::gate::Gate;
use std::sync::Arc;
use std::{io, thread};

/// Starts to listen to signals. Call it before taking the terminal, so that no
/// signal leaves the terminal taken. `hear` returns whether anybody still listens.
///
/// # Errors
/// Signals cannot be listened to.
pub fn listen_to_signals(hear: impl Fn(Input) -> bool + Send + 'static) -> io::Result<()> {
    #[cfg(unix)]
    super::signals::listen(hear)?;
    #[cfg(not(unix))]
    drop(hear);
    Ok(())
}

/// Starts to listen to the terminal while the gate is open. Call it after taking the
/// terminal, which only then sends each key as it is pressed. `hear` returns whether
/// anybody still listens.
///
/// # Errors
/// The thread cannot be started.
pub fn listen_to_keys(
    gate: Arc<Gate>,
    hear: impl Fn(Input) -> bool + Send + 'static,
) -> io::Result<()> {
    let listen = move || {
        #[cfg(unix)]
        super::keyboard::listen(&hear, &gate);
        #[cfg(not(unix))]
        listen_to_terminal(&hear, &gate);
    };
    thread::Builder::new().name("terminal".to_owned()).spawn(listen)?;
    Ok(())
}

/// Reads the terminal through crossterm on systems where it is not a file.
#[cfg(not(unix))]
fn listen_to_terminal(hear: &impl Fn(Input) -> bool, gate: &Gate) {
    loop {
        gate.pass();
        let event = match crossterm::event::poll(super::gate::LOOK) {
            Ok(false) => continue,
            Ok(true) => match crossterm::event::read() {
                Ok(reported) => super::translate::input(reported),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
                Err(_) => Some(Input::Closed),
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(_) => Some(Input::Closed),
        };
        let closed = matches!(event, Some(Input::Closed));
        let gone = event.is_some_and(|event| !hear(event));
        if closed || gone {
            return;
        }
    }
}
