//! Fetches files of a published site. The program `curl` does it, which every system of our day has: it knows the
//! certificates and the proxies of the machine.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// So many files are fetched by one run of the program, and lie on the disk at one time.
const BATCH: usize = 256;
/// Seconds that one file may take.
const PATIENCE: u32 = 120;

/// Fetches files below an address (with a slash at its end) and hands them over; what the site does not have is not
/// handed over.
///
/// # Errors
/// In Russian: why the site cannot be read.
pub fn visit(
    address: &str,
    paths: &[&str],
    take: &mut dyn FnMut(&str, Vec<u8>),
) -> Result<(), String> {
    for batch in paths.chunks(BATCH) {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        for (path, code) in batch.iter().zip(fetched(address, batch, folder.path())?) {
            match code {
                200 => {
                    let file = folder.path().join(name(path, batch));
                    // An empty file is not written.
                    take(path, fs::read(file).unwrap_or_default());
                }
                404 | 410 => {}
                0 => return Err(format!("{address}{path}: сайт не отвечает")),
                code => return Err(format!("{address}{path}: сервер ответил кодом {code}")),
            }
        }
    }
    Ok(())
}

fn name(path: &str, batch: &[&str]) -> String {
    let at = batch.iter().position(|other| other == &path);
    at.unwrap_or_default().to_string()
}

/// Fetches files into a folder, each under its number; the codes with which the server answered.
fn fetched(address: &str, paths: &[&str], folder: &Path) -> Result<Vec<u32>, String> {
    let mut wishes = String::new();
    for (number, path) in paths.iter().enumerate() {
        let target = folder.join(number.to_string());
        let target = target.to_string_lossy().replace('\\', "\\\\");
        wishes.push_str(&format!(
            "url = \"{address}{}\"\noutput = \"{target}\"\n",
            escaped(path)
        ));
    }
    let child = Command::new("curl")
        // Settings of whoever runs it are left aside.
        .args(["-q", "--silent", "--show-error", "--globoff"])
        .args(["--proto", "=http,https", "--location", "--max-redirs", "5"])
        .args(["--retry", "2", "--max-time", &PATIENCE.to_string()])
        .args(["--write-out", "%{urlnum} %{http_code}\\n"])
        .args(["--config", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.map_err(|_| {
        "чтобы проверить сайт по адресу, нужна программа curl: поставьте её или скачайте сайт и укажите папку"
            .to_owned()
    })?;
    let mut input = child.stdin.take();
    let given = std::thread::spawn(move || {
        if let Some(input) = &mut input {
            let _ = input.write_all(wishes.as_bytes());
        }
    });
    let output = child
        .wait_with_output()
        .map_err(|error| error.to_string())?;
    let _ = given.join();
    let mut codes = vec![0; paths.len()];
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let told = line
            .split_once(' ')
            .and_then(|(number, code)| Some((number.parse::<usize>().ok()?, code.parse().ok()?)));
        if let Some((number, code)) = told
            && let Some(place) = codes.get_mut(number)
        {
            *place = code;
        }
    }
    if codes.contains(&0) {
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        let why = why
            .lines()
            .next()
            .unwrap_or("программа curl не сказала почему");
        return Err(format!("сайт {address} не читается: {why}"));
    }
    Ok(codes)
}

/// A path as a part of an address.
fn escaped(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => text.push(char::from(byte)),
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_path_in_an_address_is_nothing_but_a_path() {
        assert_eq!(escaped("a-b/index.html"), "a-b/index.html");
        assert_eq!(escaped("a b\"\n?#%"), "a%20b%22%0A%3F%23%25");
        assert_eq!(escaped("ю"), "%D1%8E");
    }
}
