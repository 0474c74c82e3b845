//! A small static server for one folder, on 127.0.0.1 and nowhere else.
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::build::html;

const FIRST_PORT: u16 = 8080;
const LONGEST_REQUEST: u64 = 16 * 1024;

/// What a host should send along; the page's own policy is in the page.
const HEADERS: &str = include_str!("../../hosting/headers.txt");
/// The review desk has a worker, as `pkg-config/hosting/headers.mjs` says.
const TRUSTED: &str = "trusted-types lit-html";

/// Serves until interrupted.
///
/// # Errors
/// When no port can be had, or the wanted one is taken.
pub fn site(folder: &Path, port: Option<u16>) -> Result<()> {
    let listener = listen(port)?;
    println!("http://{}/ serves {}; stop it with Ctrl-C", listener.local_addr()?, folder.display());
    for stream in listener.incoming() {
        let folder = folder.to_path_buf();
        // A browser opens connections that it may never use: none of them may block the others.
        std::thread::spawn(move || {
            if let Err(error) = stream.map_err(Into::into).and_then(|stream| answer(stream, &folder)) {
                eprintln!("serve: {error:#}");
            }
        });
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port} is not free"));
    }
    for port in FIRST_PORT..=u16::MAX {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return other.context("could not listen on 127.0.0.1"),
        }
    }
    anyhow::bail!("no port is free from {FIRST_PORT} on")
}

fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(LONGEST_REQUEST)).lines();
    let Some(Ok(request)) = lines.next() else { return Ok(()) };
    // The rest of the head is read, so that closing does not reset the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, content_type, body) = match (method, file(folder, target)) {
        ("GET" | "HEAD", Some(path)) => ("200 OK", content_type(&path), fs::read(&path)?),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain; charset=utf-8", b"There is nothing here.\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD.\n".to_vec()),
    };
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n", body.len())?;
    let desk = target.starts_with("/iso27001-desk");
    for line in HEADERS.lines() {
        let line = if desk { line.replace(TRUSTED, &[TRUSTED, html::DESK_POLICY].concat()) } else { line.to_owned() };
        write!(stream, "{line}\r\n")?;
    }
    write!(stream, "Cache-Control: no-cache\r\nConnection: close\r\n\r\n")?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(stream.flush()?)
}

/// The file behind a request target, if it lies in the folder.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
    };
    let inner = path.strip_suffix('/').unwrap_or(path);
    if !(path.is_empty() || inner.split('/').all(plain)) {
        return None;
    }
    let path = folder.join(inner);
    let path = if path.is_dir() { path.join("index.html") } else { path };
    path.is_file().then_some(path)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(file(folder, "/Cargo.toml?x=1"), Some(folder.join("Cargo.toml")));
        for target in [
            "/../xtask/Cargo.toml",
            "/src/../Cargo.toml",
            "/%2e%2e/budgets.json",
            "//etc/passwd",
            "Cargo.toml",
            "/src",
            "/none",
        ] {
            assert_eq!(file(folder, target), None, "{target}");
        }
    }

    #[test]
    fn every_hosting_header_is_one_name_and_one_value() {
        for line in HEADERS.lines() {
            assert!(
                line.split_once(": ").is_some_and(|(name, value)| !name.contains(' ') && !value.is_empty()),
                "{line}"
            );
        }
    }

    #[test]
    fn the_policy_of_the_desk_can_be_made_from_that_of_the_page() {
        assert_eq!(HEADERS.matches(TRUSTED).count(), 1);
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let first = listen(None).expect("a port");
        let second = listen(None).expect("another port");
        assert_ne!(first.local_addr().expect("address"), second.local_addr().expect("address"));
        assert!(second.local_addr().expect("address").ip().is_loopback());
    }
}
