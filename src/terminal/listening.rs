//! The threads that listen to the terminal and to signals.

use super::Input;
use super::gate::Gate;
use std::sync::Arc;
use std::{io, thread};

/// Listens to signals from now on: before the terminal is taken, so that none of
/// them leaves it taken. `hear` says whether anybody still listens.
///
/// # Errors
/// Where signals cannot be listened to.
pub fn listen_to_signals(hear: impl Fn(Input) -> bool + Send + 'static) -> io::Result<()> {
    #[cfg(unix)]
    super::signals::listen(hear)?;
    #[cfg(not(unix))]
    drop(hear);
    Ok(())
}

/// Listens to the terminal from now on, while the gate is open: once the terminal is
/// taken, since only then it sends each key as it is pressed. `hear` says whether
/// anybody still listens.
///
/// # Errors
/// Where no thread can be had.
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

/// Where the system has no terminal that is a file, another library reads it.
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
