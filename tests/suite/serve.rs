//! The edit loop from outside: a folder, a browser made of a plain socket, and what was told.
//! Every wait has an end; nothing sleeps in the hope that something has happened.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use shnor_portal::serve::{
    self, Address, Rebuild, ServeError, ShownCode, ShownProblem, Site, Told, Wanted,
};

const PATIENCE: Duration = Duration::from_secs(30);
const SCRIPT: &str = "<script src=\"/__portal/live.js\" defer></script></body>";

/// A loop over a folder of its own. It runs in a thread that ends with the test program.
struct Desk {
    folder: tempfile::TempDir,
    port: u16,
    told: Receiver<Told>,
}

impl Desk {
    /// Starts the loop over these files and waits until the first build is shown.
    fn with(files: &[(&str, &str)]) -> Desk {
        Desk::building(files, build)
    }

    fn building(
        files: &[(&str, &str)],
        mut build: impl FnMut(&Path) -> Rebuild + Send + 'static,
    ) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        for (path, text) in files {
            fs::write(content.join(path), text).unwrap();
        }
        let (teller, told) = mpsc::channel();
        thread::spawn(move || {
            let mut rebuild = |_: Wanted<'_>| build(&content);
            let mut tell = |event| drop(teller.send(event));
            let watched = [content.clone()];
            serve::run(&watched, any_port(), &mut rebuild, &mut tell).unwrap();
        });
        let mut desk = Desk {
            folder,
            port: 0,
            told,
        };
        desk.wait_for("listening", |event| match event {
            Told::Listening { .. } => true,
            Told::Rebuilt { .. } => false,
            other => panic!("{other:?}"),
        });
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("content").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Waits for an event that fits; the others before it are dropped.
    fn wait_for(&mut self, what: &str, mut fits: impl FnMut(&Told) -> bool) -> Told {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let event = self.told.recv_timeout(left).expect(what);
            if let Told::Listening { url } = &event {
                let port = url.strip_prefix("http://127.0.0.1:").unwrap();
                self.port = port.strip_suffix('/').unwrap().parse().unwrap();
            }
            if fits(&event) {
                return event;
            }
        }
    }

    fn wait_for_build(&mut self) -> Told {
        self.wait_for("a build", |event| matches!(event, Told::Rebuilt { .. }))
    }

    /// Waits until the page holds this text.
    fn wait_for_text(&mut self, path: &str, text: &str) -> Answer {
        loop {
            let answer = self.get(path);
            if answer.body.contains(text) {
                return answer;
            }
            self.wait_for_build();
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"))
    }

    /// Sends the head of a request as it is and reads the whole answer.
    fn ask(&self, head: &str) -> Answer {
        let mut stream = self.connect();
        write!(stream, "{head}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The stream of events of a page that has seen this mark; it is open when this returns.
    fn events(&self, query: &str) -> Events {
        let mut stream = self.connect();
        let head = format!("GET /__portal/events{query} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut lines = BufReader::new(stream);
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            lines.read_line(&mut line).unwrap();
        }
        Events(lines)
    }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn has(&self, header: &str) -> bool {
        self.head.lines().any(|line| line == header)
    }

    /// The mark that the page carries.
    fn seen(&self) -> &str {
        let (_, rest) = self.body.split_once("data-seen=\"").unwrap();
        rest.split_once('"').unwrap().0
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The name of the next event.
    fn next(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(name) = line.strip_prefix("event: ") {
                return name.trim_end().to_owned();
            }
        }
    }
}

fn any_port() -> Address {
    Address {
        port: Some(0),
        open_browser: false,
    }
}

/// A site of these files; `.md` becomes a page, the word «сломано» breaks the build.
fn build(content: &Path) -> Rebuild {
    let mut site = Site::new();
    let mut texts = Vec::new();
    collect(content, &mut texts);
    for (name, text) in texts {
        if text.contains("сломано") {
            return broken(&text);
        }
        match name.strip_suffix(".md") {
            Some(page) => {
                let html = format!("<!doctype html><head></head><body><p>{text}</p></body>");
                site.insert(format!("{page}.html"), html.into_bytes().into())
            }
            None => site.insert(name, text.into_bytes().into()),
        };
    }
    Rebuild {
        site: Some(Arc::new(site)),
        ..Rebuild::default()
    }
}

fn broken(title: &str) -> Rebuild {
    let problem = ShownProblem {
        severe: true,
        place: "content/index.md:1:1".to_owned(),
        title: format!("Ошибка <{title}>"),
        drawing: "1 | сломано\n  | ^^^^^^^".to_owned(),
        help: vec!["исправьте слово".to_owned()],
        code: Some(ShownCode {
            id: "П102".to_owned(),
            address: "redaktor/oshibki/#p102".to_owned(),
        }),
    };
    Rebuild {
        problems: vec![problem],
        ..Rebuild::default()
    }
}

/// All files below a folder by their relative names; a missing folder has none.
fn collect(folder: &Path, into: &mut Vec<(String, String)>) {
    let walk = walkdir::WalkDir::new(folder).into_iter().flatten();
    for entry in walk.filter(|entry| entry.file_type().is_file()) {
        let name = entry.path().strip_prefix(folder).unwrap();
        // An editor may take a file away while the folder is read.
        if let Ok(text) = fs::read_to_string(entry.path()) {
            into.push((name.to_string_lossy().replace('\\', "/"), text));
        }
    }
}

#[test]
fn only_html_answers_get_the_script_and_the_site_stays_as_built() {
    let page = "<!doctype html><title>О</title><BODY><p>Привет</BODY>";
    let csv = "a;b\n</body>\n";
    let built = Site::from([
        ("index.html".to_owned(), Arc::from(page.as_bytes())),
        ("data/x.csv".to_owned(), Arc::from(csv.as_bytes())),
    ]);
    let before: Vec<Vec<u8>> = built.values().map(|bytes| bytes.to_vec()).collect();
    let given = built.clone();
    let desk = Desk::building(&[], move |_| Rebuild {
        site: Some(Arc::new(given.clone())),
        ..Rebuild::default()
    });

    let answer = desk.get("/");
    assert_eq!(answer.status, 200);
    assert!(answer.has("content-type: text/html; charset=utf-8"));
    assert!(answer.has("cache-control: no-store"));
    assert!(
        answer
            .body
            .starts_with("<!doctype html><title>О</title><BODY><p>Привет<")
    );
    assert!(
        answer
            .body
            .ends_with("<script src=\"/__portal/live.js\" defer></script></BODY>")
    );
    assert!(!answer.body.contains("role=\"dialog\""));

    let answer = desk.get("/data/x.csv");
    assert_eq!(answer.body, csv);
    assert!(answer.has("content-type: text/csv; charset=utf-8"));

    let after: Vec<Vec<u8>> = built.values().map(|bytes| bytes.to_vec()).collect();
    assert_eq!(before, after);
}

#[test]
fn the_files_of_live_reload_are_there() {
    let desk = Desk::with(&[("index.md", "а")]);
    let script = desk.get("/__portal/live.js");
    assert!(script.has("content-type: text/javascript; charset=utf-8"));
    assert!(script.body.contains("EventSource"));
    let style = desk.get("/__portal/overlay.css");
    assert!(style.has("content-type: text/css; charset=utf-8"));
    assert_eq!(desk.get("/__portal/problems").body, "");
}

#[test]
fn unknown_addresses_get_the_page_of_the_site_with_404() {
    let desk = Desk::with(&[("index.md", "а")]);
    let answer = desk.get("/nothing/");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("Такой страницы нет"));
    assert!(answer.body.contains(SCRIPT));

    let desk = Desk::with(&[("index.md", "а"), ("404.md", "своя страница")]);
    let answer = desk.get("/nothing.csv");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("своя страница"));
    assert!(answer.body.contains(SCRIPT));
}

#[test]
fn a_folder_is_shown_with_a_slash_at_the_end() {
    let mut desk = Desk::with(&[("index.md", "а")]);
    fs::create_dir_all(desk.path("38/schools")).unwrap();
    desk.write("38/schools/index.md", "школы");
    desk.wait_for_text("/38/schools/", "школы");

    let answer = desk.get("/38/schools?q=1");
    assert_eq!(answer.status, 308);
    assert!(answer.has("location: /38/schools/?q=1"));
    assert_eq!(desk.get("/%33%38/schools/").status, 200);
    assert_eq!(desk.get("/38/schools/index.html").status, 200);
    assert_eq!(desk.get("/38/").status, 404);
    assert_eq!(desk.get("/index.html/").status, 404);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let desk = Desk::with(&[("index.md", "а")]);
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "/x/../index.html",
        "/./index.html",
        "/..%5Cindex.html",
        "//127.0.0.1/",
        "/C:/Windows/win.ini",
        "//etc/passwd",
    ] {
        assert_eq!(desk.get(path).status, 404, "{path}");
    }
    for path in [
        "/%00",
        "/index.html%00",
        "/%",
        "/%4",
        "/%zz",
        "/%ff",
        "/%+1",
    ] {
        assert_eq!(desk.get(path).status, 400, "{path}");
    }
}

#[test]
fn only_this_computer_is_answered() {
    let desk = Desk::with(&[("index.md", "а")]);
    let status = |host: &str| desk.ask(&format!("GET / HTTP/1.1\r\n{host}")).status;
    for host in [
        "127.0.0.1:1",
        "localhost",
        "LocalHost:8080",
        "[::1]",
        "[::1]:9",
    ] {
        assert_eq!(status(&format!("Host: {host}\r\n")), 200, "{host}");
    }
    for host in [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "localhost@evil.example",
        "0.0.0.0",
        "",
    ] {
        assert_eq!(status(&format!("Host: {host}\r\n")), 403, "{host}");
    }
    assert_eq!(status("Host: localhost\r\nHost: evil.example\r\n"), 403);
    assert_eq!(status(""), 403);
    let events = desk.ask("GET /__portal/events HTTP/1.1\r\nHost: evil.example\r\n");
    assert_eq!(events.status, 403);
    let absolute = desk.ask("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n");
    assert_eq!(absolute.status, 403);
}

#[test]
fn the_server_is_only_for_reading() {
    let desk = Desk::with(&[("index.md", "а")]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = desk.ask(&format!("{method} / HTTP/1.1\r\nHost: localhost\r\n"));
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.has("allow: get, head"));
    }
    let get = desk.get("/");
    let head = desk.ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.has(&format!("content-length: {}", get.body.len())));
}

#[test]
fn a_page_that_must_not_be_loaded_anew_is_left_as_it_is() {
    let page = "<head><meta name=\"live-reload\" content=\"off\"></head><body></body>";
    let desk = Desk::with(&[("index.html", page)]);
    assert_eq!(desk.get("/").body, page);
}

#[test]
fn a_strict_policy_lets_the_script_in() {
    let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
    let page = format!("<head>{meta}</head><body></body>");
    let desk = Desk::with(&[("index.html", &page)]);
    let body = desk.get("/").body;
    assert!(
        body.contains("script-src &#39;self&#39;; style-src &#39;self&#39;"),
        "{body}"
    );
}

#[test]
fn a_saved_file_reloads_the_page() {
    let desk = Desk::with(&[("index.md", "было")]);
    let mut events = desk.events("");
    for text in ["стало", "снова", "ещё раз"] {
        desk.write("index.md", text);
        assert_eq!(events.next(), "reload");
        assert!(desk.get("/").body.contains(text));
    }
}

#[test]
fn a_changed_style_sheet_does_not_reload_the_page() {
    let desk = Desk::with(&[("index.md", "а"), ("style.css", "p{}")]);
    let mut events = desk.events("");
    desk.write("style.css", "p{color:red}");
    assert_eq!(events.next(), "styles");
    desk.write("index.md", "б");
    assert_eq!(events.next(), "reload");
}

#[test]
fn a_page_that_missed_a_build_learns_of_it() {
    let mut desk = Desk::with(&[("index.md", "было")]);
    let seen = format!("?seen={}", desk.get("/").seen());
    desk.write("index.md", "стало");
    desk.wait_for_text("/", "стало");
    assert_eq!(desk.events(&seen).next(), "reload");

    // What was taken back is not news: the next event is about something else.
    desk.write("index.md", "было");
    desk.wait_for_text("/", "было");
    let mut events = desk.events(&seen);
    desk.write("index.md", "сломано");
    assert_eq!(events.next(), "problems");
}

#[test]
fn a_broken_build_keeps_the_last_good_site() {
    let desk = Desk::with(&[("index.md", "хорошо")]);
    let mut events = desk.events("");

    desk.write("index.md", "сломано");
    assert_eq!(events.next(), "problems");
    let answer = desk.get("/");
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("<p>хорошо</p>"));
    assert!(answer.body.contains("role=\"dialog\""));
    assert!(answer.body.contains("Ошибка &lt;сломано&gt;"));
    assert!(answer.body.contains("последняя удачная сборка"));
    let overlay = desk.get("/__portal/problems").body;
    assert!(overlay.contains("content/index.md:1:1") && overlay.contains("исправьте слово"));
    let explained = "<a href=\"/redaktor/oshibki/#p102\">Подробно о коде П102</a>";
    assert!(overlay.contains(explained), "{overlay}");
    assert!(answer.body.contains(&overlay));

    desk.write("index.md", "хорошо");
    assert_eq!(events.next(), "problems");
    assert_eq!(desk.get("/__portal/problems").body, "");
    desk.write("index.md", "ещё лучше");
    assert_eq!(events.next(), "reload");
    assert!(!desk.get("/").body.contains("role=\"dialog\""));
}

#[test]
fn a_site_that_was_never_built_is_explained() {
    let desk = Desk::with(&[("index.md", "сломано")]);
    let mut events = desk.events("");
    let answer = desk.get("/any/page/");
    assert_eq!(answer.status, 503);
    assert!(answer.body.contains("Портал пока не собран"));
    assert!(answer.body.contains("исправьте слово"));
    assert!(answer.body.contains(SCRIPT));

    desk.write("index.md", "хорошо");
    assert_eq!(events.next(), "reload");
    assert!(desk.get("/").body.contains("<p>хорошо</p>"));
}

#[test]
fn a_change_during_a_build_causes_the_next_one() {
    let (began, wait_for_begin) = mpsc::channel();
    let (go_on, wait_to_go_on) = mpsc::channel::<()>();
    let mut number = 0;
    let mut desk = Desk::building(&[("index.md", "один")], move |content| {
        let rebuild = build(content);
        number += 1;
        if number == 2 {
            began.send(()).unwrap();
            wait_to_go_on.recv_timeout(PATIENCE).unwrap();
        }
        rebuild
    });
    desk.write("index.md", "два");
    wait_for_begin.recv_timeout(PATIENCE).unwrap();
    // The second build has read its files already.
    desk.write("index.md", "три");
    go_on.send(()).unwrap();
    desk.wait_for_text("/", "три");
}

#[test]
fn files_are_watched_however_they_are_saved() {
    let mut desk = Desk::with(&[("index.md", "было")]);

    desk.write("index.md.tmp", "через переименование");
    fs::rename(desk.path("index.md.tmp"), desk.path("index.md")).unwrap();
    desk.wait_for_text("/", "через переименование");

    fs::create_dir_all(desk.path("a/b")).unwrap();
    desk.write("a/b/index.md", "в новой папке");
    desk.wait_for_text("/a/b/", "в новой папке");
    desk.write("a/b/index.md", "снова в новой папке");
    desk.wait_for_text("/a/b/", "снова в новой папке");

    fs::rename(desk.path("a"), desk.path("c")).unwrap();
    desk.wait_for_text("/c/b/", "снова в новой папке");
    desk.write("c/b/index.md", "в переименованной папке");
    desk.wait_for_text("/c/b/", "в переименованной папке");

    fs::remove_file(desk.path("c/b/index.md")).unwrap();
    desk.wait_for_build();
    assert_eq!(desk.get("/c/b/").status, 404);
}

#[test]
fn traces_of_editors_and_reading_wake_nobody() {
    let mut desk = Desk::with(&[("index.md", "а")]);
    for trace in [
        ".index.md.swp",
        "index.md~",
        "4913",
        "#index.md#",
        "~$index.md",
    ] {
        desk.write(trace, "x");
        fs::remove_file(desk.path(trace)).unwrap();
    }
    fs::read(desk.path("index.md")).unwrap();
    fs::write(desk.folder.path().join("beside.md"), "x").unwrap();
    desk.write("index.md", "б");
    let changed = desk.wait_for("a change", |event| matches!(event, Told::Changed { .. }));
    let index = desk.path("index.md").canonicalize().unwrap();
    assert_eq!(changed, Told::Changed { paths: vec![index] });
}

#[test]
fn many_saves_in_a_row_are_few_builds() {
    let mut desk = Desk::with(&[("index.md", "0")]);
    for number in 1..=50 {
        desk.write("index.md", &format!("номер {number}."));
    }
    let mut builds = 0;
    while !desk.get("/").body.contains("номер 50.") {
        desk.wait_for_build();
        builds += 1;
    }
    assert!(builds < 25, "{builds} builds");
}

#[test]
fn a_deleted_folder_is_watched_when_it_is_back() {
    let mut desk = Desk::with(&[("index.md", "было")]);
    let content = desk.path("");
    for round in ["первый раз", "второй раз"] {
        fs::remove_dir_all(&content).unwrap();
        desk.wait_for("the loss", |event| matches!(event, Told::WatchLost { .. }));
        fs::create_dir(&content).unwrap();
        desk.wait_for("the return", |event| {
            matches!(event, Told::WatchBack { .. })
        });
        desk.write("index.md", round);
        desk.wait_for_text("/", round);
        desk.write("index.md", &format!("{round}, снова"));
        desk.wait_for_text("/", &format!("{round}, снова"));
    }

    // At once, as version control does it.
    let aside = desk.folder.path().join("aside");
    fs::create_dir(&aside).unwrap();
    fs::write(aside.join("index.md"), "другая ветка").unwrap();
    fs::remove_dir_all(&content).unwrap();
    fs::rename(&aside, &content).unwrap();
    desk.wait_for_text("/", "другая ветка");
    desk.write("index.md", "правка в ней");
    desk.wait_for_text("/", "правка в ней");
}

#[test]
fn a_folder_may_appear_after_the_start() {
    let mut desk = Desk::with(&[]);
    let root = desk.folder.path().to_owned();
    let (teller, told) = mpsc::channel();
    thread::spawn(move || {
        let theme = root.join("deep/theme");
        let watched = [theme.clone()];
        let mut tell = |event| drop(teller.send(event));
        serve::run(&watched, any_port(), &mut |_| build(&theme), &mut tell).unwrap();
    });
    desk.told = told;
    desk.wait_for("the loss", |event| matches!(event, Told::WatchLost { .. }));
    let theme = desk.folder.path().join("deep/theme");
    fs::create_dir_all(&theme).unwrap();
    fs::write(theme.join("index.md"), "появилась").unwrap();
    desk.wait_for_text("/", "появилась");
}

#[test]
fn a_taken_port_is_an_error_in_words() {
    let desk = Desk::with(&[]);
    let address = Address {
        port: Some(desk.port),
        open_browser: false,
    };
    let watched = [desk.path("")];
    let mut rebuild = |_: Wanted<'_>| panic!("nothing is built without a port");
    let error = serve::run(&watched, address, &mut rebuild, &mut |_| ()).unwrap_err();
    assert!(matches!(error, ServeError::Port { .. }));
    assert!(
        error.to_string().contains("занят другой программой"),
        "{error}"
    );
}

#[test]
fn without_a_wish_the_next_free_port_is_taken() {
    let urls: Vec<String> = (0..2)
        .map(|_| {
            let folder = tempfile::tempdir().unwrap();
            let (teller, told) = mpsc::channel();
            thread::spawn(move || {
                let watched = [folder.path().to_owned()];
                let mut tell = |event| drop(teller.send(event));
                let mut rebuild = |wanted: Wanted<'_>| broken(wanted.base_url);
                serve::run(&watched, Address::default(), &mut rebuild, &mut tell).unwrap();
            });
            let mut events = std::iter::from_fn(|| told.recv_timeout(PATIENCE).ok());
            let url = events.find_map(|event| match event {
                Told::Listening { url } => Some(url),
                _ => None,
            });
            url.expect("a free port")
        })
        .collect();
    assert_ne!(urls[0], urls[1]);
    assert!(
        urls.iter()
            .all(|url| url.starts_with("http://127.0.0.1:80")),
        "{urls:?}"
    );
}

/// Run by the test below in a process of its own.
#[test]
#[ignore = "it waits for Ctrl-C"]
fn waits_for_ctrl_c() {
    let folder = tempfile::tempdir().unwrap();
    let watched = [folder.path().to_owned()];
    let mut tell = |event: Told| eprintln!("told {event:?}");
    serve::run(&watched, any_port(), &mut |_| broken("x"), &mut tell).unwrap();
    eprintln!("done");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_loop_even_with_open_pages() {
    use std::process::{Command, Stdio};

    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "serve::waits_for_ctrl_c",
            "--nocapture",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let listening = lines.find(|line| line.contains("Listening")).unwrap();
    let digits = listening.split("127.0.0.1:").nth(1).unwrap();
    let desk = Desk {
        folder: tempfile::tempdir().unwrap(),
        port: digits.split('/').next().unwrap().parse().unwrap(),
        told: mpsc::channel().1,
    };
    let _open = desk.events("");

    let pid = child.id().to_string();
    Command::new("kill").args(["-INT", &pid]).status().unwrap();
    let rest: Vec<String> = lines.collect();
    assert_eq!(rest, ["told Stopped", "done"]);
    assert!(child.wait().unwrap().success());
}
