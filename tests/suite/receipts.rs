//! What a site says of its own origin, and what anybody can check: receipts, `portal verify`, `portal snapshot`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use walkdir::WalkDir;

/// A folder with content of its own and a site built from it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().expect("a temporary folder"));
        for entry in WalkDir::new("content").into_iter().filter_map(Result::ok) {
            let target = desk.path(entry.path());
            match entry.file_type().is_dir() {
                true => fs::create_dir_all(target).expect("made"),
                false => drop(fs::copy(entry.path(), target).expect("copied")),
            }
        }
        desk
    }

    /// With a site for an address.
    fn built() -> Desk {
        let desk = Desk::new();
        let words = desk.run(&[
            "build",
            "--no-cards",
            "--date",
            "2026-11-22",
            "--base-url",
            "https://portal.example/a/",
        ]);
        assert_eq!(words.0, 0, "{}", words.1);
        desk
    }

    fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(path)
    }

    /// Exit code and everything that was said.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_portal"))
            .current_dir(self.0.path())
            .args(arguments)
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("the program starts");
        told(&output)
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .current_dir(self.0.path())
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
            .args(arguments)
            .output()
            .expect("git starts");
        assert!(output.status.success(), "{}", told(&output).1);
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("there")
    }
}

fn told(output: &Output) -> (i32, String) {
    let mut words = String::from_utf8_lossy(&output.stdout).into_owned();
    words.push_str(&String::from_utf8_lossy(&output.stderr));
    (output.status.code().unwrap_or(-1), words)
}

/// Spoils a site in every way and tells which words name that.
fn spoil(desk: &Desk) -> [&'static str; 7] {
    fs::write(desk.path("public/rayony/index.html"), "other").expect("written");
    fs::remove_file(desk.path("public/sitemap.xml")).expect("removed");
    fs::create_dir(desk.path("public/evil")).expect("made");
    fs::write(desk.path("public/evil/index.html"), "evil").expect("written");
    [
        "3 файла",
        "Изменены (1)",
        "/rayony/",
        "Не хватает (1)",
        "/sitemap.xml",
        "Лишние (1)",
        "/evil/",
    ]
}

#[test]
fn a_site_is_compared_with_its_content() {
    let desk = Desk::built();
    fs::write(desk.path("public/CNAME"), "portal.example").expect("written");
    for mode in [
        &["verify", "public"][..],
        &["verify", "public", "--receipt"],
    ] {
        let (code, words) = desk.run(mode);
        assert!(code == 0 && words.contains("Сайт совпадает"), "{words}");
    }
    let named = spoil(&desk);
    for mode in [
        &["verify", "public"][..],
        &["verify", "public", "--receipt"],
    ] {
        let (code, words) = desk.run(mode);
        assert_eq!(code, 1, "{words}");
        for part in named {
            assert!(words.contains(part), "{mode:?}: {part}: {words}");
        }
    }
    // A list changed together with a page deceives the receipt and not the content.
    let list = desk.text("public/manifest-files.txt");
    fs::write(desk.path("public/manifest-files.txt"), list + "x").expect("written");
    assert_eq!(desk.run(&["verify", "public", "--receipt"]).0, 2);
    assert_eq!(desk.run(&["verify", "public"]).0, 1);
    for wrong in [
        &["verify", "nowhere"][..],
        &["verify", "content"],
        &["verify", "http://"],
    ] {
        let (code, words) = desk.run(wrong);
        assert!(code == 2 && words.contains("ошибка"), "{words}");
    }
}

/// Serves a folder on this machine as long as the test lives; gives its address.
fn served(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("known");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let wish = lines.next().unwrap_or_default();
            let _ = lines.find(String::is_empty);
            let path = wish
                .split(' ')
                .nth(1)
                .unwrap_or_default()
                .trim_start_matches('/');
            let (code, bytes) = match fs::read(folder.join(path)) {
                Ok(bytes) => ("200 OK", bytes),
                Err(_) => ("404 Not Found", b"<h1>404</h1>".to_vec()),
            };
            let length = bytes.len();
            let head =
                format!("HTTP/1.1 {code}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
            let _ = (&stream).write_all(&[head.as_bytes(), &bytes].concat());
        }
    });
    format!("http://{address}/")
}

#[test]
fn a_published_site_is_compared_by_its_address() {
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("skipped: there is no curl on this machine");
        return;
    }
    let desk = Desk::built();
    let address = served(desk.path("public"));
    for mode in [
        &["verify", &address][..],
        &["verify", &address, "--receipt"],
    ] {
        let (code, words) = desk.run(mode);
        assert!(code == 0 && words.contains("Сайт совпадает"), "{words}");
    }
    fs::write(desk.path("public/rayony/index.html"), "other").expect("written");
    fs::remove_file(desk.path("public/sitemap.xml")).expect("removed");
    let (code, words) = desk.run(&["verify", &address]);
    assert_eq!(code, 1, "{words}");
    for part in ["2 файла", "/rayony/", "/sitemap.xml"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let (code, words) = desk.run(&["verify", "http://127.0.0.1:9/"]);
    assert!(code == 2 && words.contains("не читается"), "{words}");
}

#[test]
fn the_receipt_names_the_commit_of_the_content() {
    let desk = Desk::new();
    let build = |more: &[&str]| {
        let (code, words) =
            desk.run(&[&["build", "--no-cards", "--date", "2026-11-22"], more].concat());
        assert_eq!(code, 0, "{words}");
        let page = desk.text("public/kvitantsiya/index.html");
        (desk.text("public/manifest.json"), page)
    };
    let (manifest, page) = build(&[]);
    assert!(!manifest.contains("\"commit\"") && page.contains("записано:"));
    assert!(page.contains("shnor-portal") && page.contains("manifest-files.txt"));
    desk.git(&["init", "-q", "."]);
    desk.git(&["add", "content"]);
    desk.git(&["commit", "-q", "-m", "Содержимое"]);
    let head = desk.git(&["rev-parse", "HEAD"]);
    let (manifest, page) = build(&[]);
    assert!(manifest.contains(&format!("\"commit\": \"{head}\"")) && page.contains(&head));
    assert_eq!(desk.run(&["verify", "public"]).0, 0);
    // An edit that is not committed: the commit would be a lie.
    let path = desk.path("content/glossary.toml");
    let text = fs::read_to_string(&path).expect("readable");
    fs::write(&path, text.replacen("ШНОР", "ШНОР1", 1)).expect("written");
    assert!(!build(&[]).0.contains("\"commit\""));
    let told = "0123456789abcdef0123456789abcdef01234567";
    assert!(build(&["--commit", told]).0.contains(told));
    assert_eq!(desk.run(&["build", "--commit", "x\" onload"]).0, 2);
    // Another state of the content is told from the site.
    fs::write(&path, text).expect("written");
    let (code, words) = desk.run(&["verify", "public"]);
    assert_eq!(code, 1, "{words}");
    assert!(words.contains(&format!("git checkout {told}")), "{words}");
}

#[test]
fn a_snapshot_is_the_site_with_its_sums_and_always_the_same() {
    let desk = Desk::built();
    let (code, words) = desk.run(&["snapshot"]);
    assert_eq!(code, 0, "{words}");
    let (code, again) = desk.run(&["snapshot", "--out", "again.zip"]);
    assert_eq!(code, 0, "{again}");
    let archive = fs::read(desk.path("portal-2026-11-22.zip")).expect("written");
    assert_eq!(archive, fs::read(desk.path("again.zip")).expect("written"));
    let sum = shnor_portal::text::fingerprint::Fingerprint::of(&archive).sha256;
    assert!(words.contains(&sum), "{words}");
    // Neither an archive nor a site that somebody edited is taken for granted.
    let (code, words) = desk.run(&["snapshot"]);
    assert!(code == 2 && words.contains("--replace"), "{words}");
    assert_eq!(desk.run(&["snapshot", "--replace"]).0, 0);
    fs::write(desk.path("public/index.html"), "other").expect("written");
    let (code, words) = desk.run(&["snapshot", "--out", "spoilt.zip"]);
    assert!(code == 1 && words.contains("Изменены"), "{words}");
    assert!(!desk.path("spoilt.zip").exists());

    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive)).expect("an archive");
    let mut text = |name: &str| {
        let mut file = zip
            .by_name(&format!("portal-2026-11-22/{name}"))
            .expect(name);
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).expect("readable");
        bytes
    };
    let sums = String::from_utf8(text("SHA256SUMS")).expect("text");
    assert!(sums.lines().count() > 100);
    for line in sums.lines().take(40) {
        let (sum, path) = line.split_once("  ").expect("a line of sha256sum");
        let bytes = text(path);
        let fingerprint = shnor_portal::text::fingerprint::Fingerprint::of(&bytes);
        assert_eq!(fingerprint.sha256, sum, "{path}");
    }
}
