//! `cargo xtask serve`: the viewer on this machine, at an address that is said plainly.

use crate::command;
use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::Duration;
use xtask::place;

const USUAL_PORT: u16 = 8080;

/// Serves the viewer until it is stopped, with further arguments for trunk.
pub fn serve(arguments: &[String]) -> Result<()> {
    if arguments.iter().any(|it| it == "--release") {
        bail!(
            "`serve` follows changes; a release is made by `cargo xtask dist` and served from dist/ by any server"
        );
    }
    let port = match asked_port(arguments)? {
        Some(port) => port,
        None => free_port().context("no port is free")?,
    };
    let mut trunk = command::trunk(["serve"])?;
    // A release that stands in dist/ stays there.
    trunk.arg("--dist").arg(place::target().join("serve"));
    // Trunk takes a switch once, so a port that was asked for is only handed on.
    if asked_port(arguments)?.is_none() {
        trunk.args(["--port", &port.to_string()]);
    }
    trunk.args(arguments);
    println!(
        "Building the viewer, as it is developed: it starts slower than a release. Its address follows; a saved \
         change is built and shown at once. Ctrl+C ends it."
    );
    let this = std::env::current_exe().context("this program does not find itself")?;
    Command::new(this)
        .args(["announce", &port.to_string()])
        .spawn()
        .context("could not announce")?;
    become_program(&mut trunk)
}

/// Prints the address once the page is there, and gives up with the program that asked for it.
pub fn announce(port: &str) -> Result<()> {
    let port: u16 = port.parse().context("a port is a number up to 65535")?;
    let asker = parent();
    while parent() == asker {
        if answers(port).unwrap_or(false) {
            println!("Claim Atlas is at http://127.0.0.1:{port}/");
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Whether there is a page. Where the first build failed trunk answers, and has none.
fn answers(port: u16) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    Ok(answer.ends_with(b" 200"))
}

/// The port among trunk's arguments.
fn asked_port(arguments: &[String]) -> Result<Option<u16>> {
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let value = match word {
            "--port" | "-p" => words.next().unwrap_or_default(),
            _ => match word.strip_prefix("--port=") {
                Some(value) => value,
                None => continue,
            },
        };
        return match value.parse() {
            Ok(port) => Ok(Some(port)),
            Err(_) => bail!("--port takes a number up to 65535, not `{value}`"),
        };
    }
    Ok(None)
}

fn free_port() -> Option<u16> {
    (USUAL_PORT..=u16::MAX).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}

/// Takes this program's place, so that whoever stops this program stops trunk.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(error).with_context(|| format!("could not start {}", command::said(command)))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    command::run(command)
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::{asked_port, free_port};
    use std::net::{Ipv4Addr, TcpListener};

    fn check(arguments: &[&str], port: Option<u16>) {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        assert_eq!(asked_port(&arguments).ok(), Some(port));
    }

    #[test]
    fn a_port_is_found_in_every_form() {
        check(&[], None);
        check(&["--open"], None);
        check(&["--open", "--port", "9000"], Some(9000));
        check(&["-p", "9000"], Some(9000));
        check(&["--port=9000"], Some(9000));
    }

    #[test]
    fn a_broken_port_is_refused() {
        assert!(asked_port(&["--port".to_owned()]).is_err());
        assert!(asked_port(&["--port=http".to_owned()]).is_err());
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken =
            free_port().and_then(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
        let taken_port =
            taken.as_ref().and_then(|taken| taken.local_addr().ok()).map(|at| at.port());
        assert!(taken_port.is_some());
        assert_ne!(free_port(), taken_port);
    }
}
