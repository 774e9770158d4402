//! Publishing safely: whatever happens to a build, the folder of the site holds the last site or the new one, whole; and
//! nothing is written where it must not be. The program is started, killed and starved for real.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use walkdir::WalkDir;
use xxhash_rust::xxh3::xxh3_128;

const PROGRAM: &str = env!("CARGO_BIN_EXE_portal");
const DAY: &str = "2026-11-22";

/// A folder with content of its own, where sites are built.
struct Desk(TempDir);

/// Everything in a folder: what files hold, which folders there are.
type Tree = BTreeMap<PathBuf, Option<u128>>;

impl Desk {
    /// With the real content.
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

    fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(path)
    }

    /// A build that is not started yet.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .current_dir(self.0.path())
            .args(["build", "--no-cards", "--no-history"])
            .args(arguments)
            .env_remove("SOURCE_DATE_EPOCH")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("starts")
    }

    #[track_caller]
    fn build(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["--date", DAY], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("starts")
    }

    /// A change that another site is made from; the same number gives the same site.
    fn edit(&self, number: usize) {
        let path = self.path("content/glossary.toml");
        let text = fs::read_to_string("content/glossary.toml").expect("readable");
        let text = text.replacen("ШНОР", &format!("ШНОР{number}"), 1);
        fs::write(path, text).expect("written");
    }

    fn site(&self) -> Tree {
        tree(&self.path("public"))
    }

    /// What lies beside the site and its content.
    fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("there").flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn tree(root: &Path) -> Tree {
    let entries = WalkDir::new(root).min_depth(1).into_iter();
    let entries = entries.map(|entry| entry.expect("readable"));
    let told = entries.map(|entry| {
        let inside = entry.path().strip_prefix(root).expect("inside").to_owned();
        let hash = entry
            .file_type()
            .is_file()
            .then(|| xxh3_128(&fs::read(entry.path()).expect("readable")));
        (inside, hash)
    });
    told.collect()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Sites that one build after the other may make, and which of them stands.
struct Sites<'a> {
    desk: &'a Desk,
    sites: Vec<Tree>,
    stands: usize,
    /// Builds killed before the new site stood, and after.
    killed: [usize; 2],
}

impl Sites<'_> {
    fn new(desk: &Desk) -> Sites<'_> {
        let mut sites = Vec::new();
        for number in [0, 1, 0] {
            desk.edit(number);
            desk.build(&[]);
            sites.push(desk.site());
        }
        assert!(sites[0] != sites[1] && sites[0] == sites[2]);
        Sites {
            desk,
            sites,
            stands: 0,
            killed: [0, 0],
        }
    }

    /// Starts a build of the other site and kills it at the moment that is waited for.
    #[track_caller]
    fn kill(&mut self, memo: &[&str], wait: &dyn Fn(&mut Child)) {
        let other = 1 - self.stands;
        self.desk.edit(other);
        let mut build = self.desk.start(&[&["--date", DAY], memo].concat());
        wait(&mut build);
        let _ = build.kill();
        build.wait().expect("ended");
        let now = self.desk.site();
        let swapped = now == self.sites[other];
        assert!(
            swapped || now == self.sites[self.stands],
            "neither site stands whole"
        );
        self.killed[usize::from(swapped)] += 1;
        if swapped {
            self.stands = other;
        }
    }

    /// The next build makes what would have been made, and nothing is left of those before it.
    fn end(self) {
        self.desk.edit(1);
        self.desk.build(&[]);
        assert_eq!(self.desk.site(), self.sites[1]);
        assert_eq!(self.desk.beside(), [".portal-memo", "content", "public"]);
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_last_site_or_the_new_one() {
    let desk = Desk::new();
    let mut sites = Sites::new(&desk);
    desk.edit(1);
    let began = Instant::now();
    desk.build(&["--no-memo"]);
    let whole = began.elapsed();
    sites.stands = 1;
    const MOMENTS: u32 = 50;
    for moment in 0..MOMENTS {
        let memo: &[&str] = if moment % 2 == 0 { &["--no-memo"] } else { &[] };
        // From the very beginning to a little after a whole build.
        let pause = whole * moment * 11 / (MOMENTS * 10);
        sites.kill(memo, &|_| sleep(pause));
    }
    // On a busy machine all of them may fall before the end; this one comes after it.
    sites.kill(&[], &|build| drop(build.wait()));
    let [before, after] = sites.killed;
    assert!(before > 5 && after > 0, "{before} before, {after} after");
    sites.end();
}

#[test]
fn a_build_killed_while_it_writes_leaves_the_last_site() {
    let desk = Desk::new();
    let mut sites = Sites::new(&desk);
    let workshop = desk.path(".public.new");
    let gathered = |path: &Path| {
        let walk = WalkDir::new(path).into_iter().filter_map(Result::ok);
        walk.filter(|entry| entry.file_type().is_file()).count()
    };
    let total = gathered(&desk.path("public"));
    for part in [0, 1, 3, 6, 9, 10] {
        sites.kill(&["--no-memo"], &|build| {
            while gathered(&workshop.join("site")) * 10 < total * part
                && build.try_wait().expect("asked").is_none()
            {
                sleep(Duration::from_micros(100));
            }
        });
    }
    assert!(sites.killed[0] > 2, "{:?}", sites.killed);
    // Killed as soon as the new site stands.
    let marker = desk.path("public/.portal");
    let index = desk.path("public/index.html");
    let number = |path: &Path| fs::metadata(path).map(|about| same::number(&about)).ok();
    let (marked, last) = (number(&desk.path("public")), number(&index));
    sites.kill(&[], &|build| {
        while number(&desk.path("public")) == marked && build.try_wait().expect("asked").is_none() {
        }
    });
    assert!(marker.is_file() && number(&index).is_some() && last.is_some());
    sites.end();
}

/// What tells one folder from another on the disk.
mod same {
    #[cfg(unix)]
    pub fn number(about: &std::fs::Metadata) -> u64 {
        std::os::unix::fs::MetadataExt::ino(about)
    }

    #[cfg(not(unix))]
    pub fn number(about: &std::fs::Metadata) -> u64 {
        about.len()
    }
}

#[test]
fn what_a_killed_build_left_is_told_and_removed() {
    let desk = Desk::new();
    desk.build(&[]);
    let site = desk.site();
    fs::create_dir_all(desk.path(".public.new/site")).expect("made");
    fs::write(desk.path(".public.new/lock"), "").expect("written");
    fs::write(desk.path(".public.new/site/index.html"), "half").expect("written");
    let words = desk.build(&[]);
    assert!(words.contains("её остатки убраны"), "{words}");
    assert_eq!((desk.site(), desk.beside().len()), (site, 3));
}

#[test]
fn files_that_did_not_change_are_not_written_again() {
    let desk = Desk::new();
    desk.build(&["--base-url", "https://portal.example/"]);
    let times = || -> BTreeMap<PathBuf, _> {
        let site = desk.site();
        let files = site
            .into_iter()
            .filter_map(|(path, hash)| Some((path, hash?)));
        files
            .map(|(path, hash)| {
                let about = fs::metadata(desk.path("public").join(&path)).expect("there");
                (path, (hash, about.modified().expect("known")))
            })
            .collect()
    };
    let before = times();
    desk.edit(1);
    desk.build(&["--base-url", "https://portal.example/"]);
    let after = times();
    let (mut kept, mut changed) = (0, 0);
    for (path, (hash, time)) in &after {
        match before.get(path) {
            Some((old, at)) if old == hash => {
                assert_eq!(time, at, "{}", path.display());
                kept += 1;
            }
            _ => changed += 1,
        }
    }
    assert!(kept > 10 && changed > 0, "{kept} kept, {changed} changed");
}

#[test]
fn a_second_build_of_the_same_site_is_refused() {
    let desk = Desk::new();
    desk.build(&[]);
    let site = desk.site();
    fs::create_dir(desk.path(".public.new")).expect("made");
    let lock = File::create(desk.path(".public.new/lock")).expect("made");
    lock.lock().expect("locked");
    desk.edit(1);
    let output = desk.run(&["--date", DAY]);
    assert_eq!(output.status.code(), Some(2));
    let words = said(&output);
    assert!(
        words.contains("уже собирает") && words.contains("дождитесь"),
        "{words}"
    );
    assert_eq!(desk.site(), site);
    // Another site beside it is another matter.
    desk.build(&["--out", "other"]);
    drop(lock);
    desk.build(&[]);
    assert!(desk.site() != site);
}

/// Runs lines of a shell as the owner of a system of his own, where disks may be mounted; none where that is not allowed.
fn as_owner(desk: &Desk, lines: &str) -> Option<Output> {
    let unshare = |script: &str| {
        Command::new("unshare")
            .args(["-rm", "--propagation", "private", "sh", "-ec", script])
            .current_dir(desk.0.path())
            .env("PORTAL", PROGRAM)
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .ok()
    };
    let probe = "mkdir -p probe && mount -t tmpfs tmpfs probe && umount probe; rmdir probe";
    if !unshare(probe).is_some_and(|output| output.status.success()) {
        eprintln!("skipped: this machine does not let a test mount a disk (unshare -rm)");
        return None;
    }
    unshare(lines)
}

/// Two builds onto a disk that has room for one site: the second is refused, and the site of the first stands.
#[track_caller]
fn starved(out: &str, said_of_the_way: Option<&str>) {
    let desk = Desk::new();
    desk.build(&[]);
    let bytes: u64 = WalkDir::new(desk.path("public"))
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| {
            entry
                .metadata()
                .map_or(0, |about| about.len().div_ceil(4096) * 4096)
        })
        .sum();
    let size = bytes + bytes / 4;
    let script = format!(
        "mkdir small; mount -t tmpfs -o size={size} tmpfs small
         build() {{ \"$PORTAL\" build --no-cards --no-history --memo memo --out {out} --date $1; }}
         tell() {{ (cd small && find . | sort && find . -type f -print0 | sort -z | xargs -0 cksum); }}
         build {DAY}; tell > before
         for day in 2027-03-01 2027-04-01; do
           if build $day 2> words; then echo 'built on a full disk'; exit 3; fi
           cat words >&2; tell > after; cmp before after
         done
         build {DAY}; tell > after; cmp before after"
    );
    let Some(output) = as_owner(&desk, &script) else {
        return;
    };
    let words = said(&output);
    assert_eq!(output.status.code(), Some(0), "{words}");
    for part in ["на диске кончилось место", "Старый сайт цел"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(
        said_of_the_way.is_none_or(|way| words.contains(way)),
        "{words}"
    );
}

#[test]
fn a_full_disk_leaves_the_last_site() {
    starved("small/public", None);
}

#[test]
fn a_full_disk_leaves_the_last_site_where_it_cannot_be_swapped() {
    starved("small", Some("подключена отдельным диском"));
}

#[test]
fn a_folder_that_may_only_be_read_is_refused_and_stays() {
    let desk = Desk::new();
    desk.build(&[]);
    let site = desk.site();
    let script = "mount --bind public public; mount -o remount,bind,ro public
        \"$PORTAL\" build --no-cards --no-history --date 2027-03-01";
    if let Some(output) = as_owner(&desk, script) {
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("нельзя писать"), "{}", said(&output));
    }
    let script = "mount --bind . .; cd \"$PWD\"; mount -o remount,bind,ro .
        \"$PORTAL\" build --no-cards --no-history --date 2027-03-01";
    if let Some(output) = as_owner(&desk, script) {
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
    assert_eq!(desk.site(), site);
}

#[test]
fn a_site_beside_which_nothing_may_be_made_is_changed_file_by_file() {
    let desk = Desk::new();
    desk.build(&["--out", "web/public"]);
    desk.edit(1);
    desk.build(&[]);
    // The folder around it may only be read, the site may be written.
    let script = "mkdir keep; mount --bind web/public keep; mount --bind web web
        mount -o remount,bind,ro web; mount --bind keep web/public
        \"$PORTAL\" build --no-cards --no-history --memo memo --out web/public --date 2026-11-22";
    let Some(output) = as_owner(&desk, script) else {
        return;
    };
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).contains("нельзя заменить целиком"),
        "{}",
        said(&output)
    );
    assert_eq!(tree(&desk.path("web/public")), desk.site());
}

#[test]
fn folders_that_are_no_place_for_a_site_are_refused_with_a_remedy() {
    let desk = Desk::new();
    for folder in [
        "home/site",
        "theme/templates",
        "theirs",
        "elsewhere",
        ".git",
    ] {
        fs::create_dir_all(desk.path(folder)).expect("made");
    }
    fs::write(desk.path("theirs/diploma.doc"), "x").expect("written");
    fs::write(desk.path("file"), "x").expect("written");
    // A marker opens no door here.
    for folder in ["home", "content", "theme", "elsewhere", "."] {
        fs::write(desk.path(folder).join(".portal"), "shnor-portal\n").expect("written");
    }
    let mut cases = vec![
        ("/", "корень диска"),
        ("home", "домашняя папка"),
        ("content", "одна в другой"),
        ("content/", "одна в другой"),
        ("content/38-irkutskaya/site", "одна в другой"),
        (".", "домашняя папка"),
        ("theme", "одна в другой"),
        ("theme/site", "одна в другой"),
        ("theirs", "чужие файлы"),
        ("file", "файл, а не папка"),
        (".git/site", ".git"),
    ];
    #[cfg(unix)]
    {
        for (link, target) in [
            ("link", "elsewhere"),
            ("lost", "nowhere"),
            ("out", "content"),
        ] {
            std::os::unix::fs::symlink(target, desk.path(link)).expect("linked");
        }
        cases.extend([
            ("link", "символическая ссылка"),
            ("link/", "символическая ссылка"),
            ("lost", "символическая ссылка"),
            ("out", "символическая ссылка"),
            ("out/site", "одна в другой"),
        ]);
    }
    let before = tree(desk.0.path());
    for (out, why) in cases {
        let mut command = desk.command(&["--date", DAY, "--theme", "theme", "--out", out]);
        let output = command
            .env("HOME", desk.path("home"))
            .output()
            .expect("starts");
        let words = said(&output);
        assert_eq!(output.status.code(), Some(2), "{out}: {words}");
        assert!(
            words.contains(why) && words.contains("--out"),
            "{out}: {words}"
        );
        assert_eq!(tree(desk.0.path()), before, "{out}");
    }
}

#[test]
fn links_inside_the_last_site_are_not_followed() {
    #[cfg(unix)]
    for way in [&[][..], &["--in-place"]] {
        let desk = Desk::new();
        desk.build(&[]);
        let site = desk.site();
        fs::create_dir(desk.path("elsewhere")).expect("made");
        fs::write(desk.path("elsewhere/index.html"), "theirs").expect("written");
        let folder = desk.path("public/38-irkutskaya");
        fs::remove_dir_all(&folder).expect("removed");
        std::os::unix::fs::symlink("../elsewhere", &folder).expect("linked");
        let page = desk.path("public/index.html");
        fs::remove_file(&page).expect("removed");
        std::os::unix::fs::symlink("../elsewhere/index.html", &page).expect("linked");
        desk.build(way);
        assert_eq!(desk.site(), site);
        let theirs = tree(&desk.path("elsewhere"));
        assert_eq!(theirs.len(), 1);
        let text = fs::read_to_string(desk.path("elsewhere/index.html"));
        assert_eq!(text.expect("there"), "theirs");
    }
}

#[test]
fn one_commit_gives_one_site_whatever_the_machine_is_like() {
    let desk = Desk::new();
    desk.build(&[]);
    let site = desk.site();
    for (out, zone, language, threads) in [
        ("a/deep/folder", "Asia/Kamchatka", "tr_TR.UTF-8", "1"),
        ("папка с пробелом", "America/Adak", "C", "7"),
    ] {
        let mut command = desk.command(&["--date", DAY, "--no-memo", "--out", out]);
        let machine = [
            ("TZ", zone),
            ("LANG", language),
            ("LC_ALL", language),
            ("RAYON_NUM_THREADS", threads),
        ];
        let output = command.envs(machine).output().expect("starts");
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(tree(&desk.path(out)), site);
    }
}
