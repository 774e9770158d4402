//! Sites written into folders of a test.

use super::*;

fn file(path: &str, text: &str) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn write(out: &Path, files: &[(&str, &str)]) -> Result<Written, DiskError> {
    let files = files.iter().map(|(path, text)| file(path, text));
    write_site(out, &[], files)
}

/// Names of what lies in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn refused(done: Result<Written, DiskError>) -> Option<Refusal> {
    match done {
        Err(DiskError::Refused(why)) => Some(why),
        _ => None,
    }
}

/// Writes a site in the way of folders that cannot be swapped.
fn write_in_place(out: &Path, files: &[(&str, &str)]) -> Result<Written, DiskError> {
    let writer = SiteWriter::begin(Standing::look(out, &[])?, None, true)?;
    for (path, text) in files {
        writer.put(file(path, text));
    }
    Ok(writer.finish()?.0)
}

fn counts(written: &Written) -> (usize, usize, usize) {
    (written.changed, written.unchanged, written.removed)
}

#[test]
fn only_what_differs_is_written_and_what_vanished_is_removed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("public");
    fs::create_dir(&out).expect("made");
    fs::write(out.join(".gitignore"), "*").expect("written");
    let first = write(&out, &[("a/index.html", "a"), ("b/index.html", "b")]).expect("written");
    assert_eq!(counts(&first), (2, 0, 0));
    let second = write(&out, &[("a/index.html", "a"), ("c.txt", "cc")]).expect("written");
    assert_eq!(counts(&second), (1, 1, 1));
    assert_eq!(
        (second.bytes, second.largest),
        (3, Some(("c.txt".to_owned(), 2)))
    );
    assert!(!out.join("b").exists() && out.join(".gitignore").exists());
    assert_eq!(names(folder.path()), ["public"]);
}

#[test]
fn a_file_and_a_folder_may_change_places() {
    for write in [write, write_in_place] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = &folder.path().join("public");
        write(out, &[("a/index.html", "a"), ("b", "b"), ("c/d/e", "c")]).expect("written");
        write(out, &[("a", "1"), ("b/index.html", "2")]).expect("written");
        assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
        let inside = fs::read_to_string(out.join("b/index.html"));
        assert_eq!(inside.expect("there"), "2");
        assert_eq!(names(out), [".portal", "a", "b"]);
        assert_eq!(names(folder.path()), ["public"]);
    }
}

#[cfg(unix)]
#[test]
fn unchanged_files_are_the_very_same_and_what_stands_as_a_whole_is_not_touched() {
    use std::os::unix::fs::MetadataExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = &folder.path().join("public");
    let number = |path: &str| fs::metadata(out.join(path)).expect("there").ino();
    write(out, &[("a", "a"), ("b", "b")]).expect("written");
    let (whole, file) = (number(""), number("a"));
    write(out, &[("a", "a"), ("b", "b")]).expect("written");
    assert_eq!((number(""), number("a")), (whole, file));
    write(out, &[("a", "a"), ("b", "2")]).expect("written");
    assert!(number("") != whole && number("a") == file);
    assert_eq!(fs::metadata(out.join("a")).expect("there").nlink(), 1);
}

#[test]
fn what_people_put_beside_the_pages_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = &folder.path().join("public");
    write(out, &[("a", "a")]).expect("written");
    fs::create_dir_all(out.join(".well-known/more")).expect("made");
    let theirs = ["CNAME", ".nojekyll", ".gitignore", ".well-known/more/x"];
    for path in theirs {
        fs::write(out.join(path), path).expect("written");
    }
    let (_, memo) = {
        let writer = SiteWriter::open(out, &[], Some(Memo::default())).expect("opens");
        writer.put(file("a", "b"));
        writer.finish().expect("written")
    };
    assert!(Standing::look(out, &[]).expect("ours").is_as_left(&memo));
    for path in theirs {
        assert_eq!(fs::read_to_string(out.join(path)).expect("kept"), path);
    }
    // A site that has one of its own comes first.
    write(out, &[("CNAME", "portal.example")]).expect("written");
    let name = fs::read_to_string(out.join("CNAME")).expect("there");
    assert_eq!(name, "portal.example");
}

#[test]
fn a_file_put_twice_does_not_write_into_the_last_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = &folder.path().join("public");
    write(out, &[("a", "1")]).expect("written");
    let writer = SiteWriter::open(out, &[], None).expect("opens");
    writer.put(file("a", "1"));
    writer.put(file("a", "2"));
    assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
    writer.finish().expect("written");
    assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "2");
}

#[test]
fn no_file_leads_out_of_the_folder() {
    for path in [
        "../x",
        "/x",
        "a/../../x",
        "a//x",
        ".",
        "",
        "a\\..\\x",
        "a\0",
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = &folder.path().join("public");
        let done = refused(write(out, &[("a.html", "1"), (path, "x")]));
        assert_eq!(done, Some(Refusal::Outside(path.to_owned())), "{path}");
        assert_eq!(names(folder.path()), [""; 0], "{path}");
    }
}

#[test]
fn a_build_that_is_given_up_leaves_the_last_site() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("public");
    write(&out, &[("a", "1")]).expect("written");
    let writer = SiteWriter::open(&out, &[], None).expect("opens");
    writer.put(file("a", "2"));
    writer.put(file("b", "2"));
    drop(writer);
    assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
    assert!(!out.join("b").exists() && !out.join(WITHIN).exists());
}

/// What a killed build leaves in a folder: a lock that nobody holds, and files.
fn left(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in [("lock", "")].iter().chain(files) {
        let target = folder.join(path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("made");
        fs::write(target, text).expect("written");
    }
}

#[test]
fn what_a_killed_build_left_is_removed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = &folder.path().join("public");
    let (_, memo) = {
        let writer = SiteWriter::open(out, &[], Some(Memo::default())).expect("opens");
        writer.put(file("a", "1"));
        writer.finish().expect("written")
    };
    for place in [folder.path().join(".public.new"), out.join(WITHIN)] {
        left(
            &place,
            &[("site/rest", "2"), ("site/a", "3"), ("old/a", "0")],
        );
        assert!(!Standing::look(out, &[]).expect("ours").is_as_left(&memo));
        let writer = SiteWriter::open(out, &[], None).expect("opens");
        assert_eq!(writer.left_over(), Some(LeftOver::Removed));
        drop(writer);
        assert!(Standing::look(out, &[]).expect("ours").is_as_left(&memo));
        assert_eq!((names(folder.path()).len(), names(out).len()), (1, 2));
    }
}

#[test]
fn a_site_taken_out_of_its_place_is_put_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = &folder.path().join("public");
    write(out, &[("a", "1"), ("b", "1")]).expect("written");
    let workshop = folder.path().join(".public.new");
    left(&workshop, &[("site/a", "2")]);
    fs::rename(out, workshop.join("old")).expect("as a killed build would");
    let writer = SiteWriter::open(out, &[], None).expect("opens");
    assert_eq!(writer.left_over(), Some(LeftOver::PutBack));
    assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
    writer.put(file("b", "1"));
    assert_eq!(counts(&writer.finish().expect("written").0), (0, 1, 1));
}

#[test]
fn replacing_file_by_file_is_gone_on_with() {
    let journal = "shnor-portal journal 1\ngone c\nempty d\nempty a\nend";
    for cut in [0, 20, journal.len() - 1, journal.len()] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = &folder.path().join("public");
        write_in_place(out, &[("a", "1"), ("b", "1"), ("c", "1")]).expect("written");
        fs::create_dir(out.join("d")).expect("made");
        left(
            &out.join(WITHIN),
            &[("site/a", "2"), ("journal", &journal[..cut])],
        );
        // One file was moved before the build was killed.
        let whole = cut == journal.len();
        if whole {
            fs::write(out.join("b"), "2").expect("written");
        }
        let writer = SiteWriter::open(out, &[], None).expect("opens");
        let found = if whole {
            LeftOver::GoneOn
        } else {
            LeftOver::Removed
        };
        assert_eq!(writer.left_over(), Some(found));
        drop(writer);
        let text = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_default();
        let now = [text("a"), text("b"), text("c")].concat();
        assert_eq!(now, if whole { "22" } else { "111" });
        assert_eq!(out.join("d").exists(), !whole);
    }
}

#[test]
fn two_builds_of_one_site_do_not_meet() {
    for in_place in [false, true] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = &folder.path().join("public");
        let open = || SiteWriter::begin(Standing::look(out, &[])?, None, in_place);
        let first = open().expect("opens");
        let why = open().err().map(|error| error.to_string());
        assert!(why.expect("refused").contains("уже собирает"));
        first.put(file("a", "1"));
        first.finish().expect("written");
        drop(open().expect("free again"));
    }
}

#[test]
fn the_first_error_is_told_and_the_last_site_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("public");
    write(&out, &[("a", "1")]).expect("written");
    let writer = SiteWriter::open(&out, &[], None).expect("opens");
    writer.put(file("a", "2"));
    // A file cannot be a folder at the same time.
    writer.put(file("a/b", "2"));
    assert!(writer.is_broken());
    assert!(matches!(writer.finish(), Err(DiskError::Io { .. })));
    assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
}

#[test]
fn a_file_stays_when_it_is_made_from_the_same_and_nobody_changed_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path();
    let open = |memo| SiteWriter::open(out, &[], Some(memo)).expect("opens");
    let as_left = |memo: &Memo| Standing::look(out, &[]).expect("ours").is_as_left(memo);
    let first = open(Memo::default());
    for path in ["same", "other", "spoilt"] {
        assert!(!first.keep(path, 1));
        first.put(file(path, "1"));
    }
    first.put_made(file("made/one", "1"), 7);
    first.note(7, b"note".to_vec());
    let (_, memo) = first.finish().expect("written");
    assert!(as_left(&memo));
    fs::write(out.join("spoilt"), "2").expect("written");
    assert!(!as_left(&memo));
    let second = open(memo.clone());
    assert!(second.keep("same", 1) && !second.keep("other", 2) && !second.keep("spoilt", 1));
    assert_eq!(second.keep_all(7), Some(b"note".to_vec()));
    assert_eq!(second.keep_all(8), None);
    second.put(file("other", "2"));
    second.put(file("spoilt", "1"));
    let (written, memo) = second.finish().expect("written");
    assert_eq!(counts(&written), (2, 2, 0));
    assert!(as_left(&memo));
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("diploma.doc"), "x").expect("written");
    let why = refused(write(folder.path(), &[("a", "a")]));
    assert!(matches!(why, Some(Refusal::Foreign(_))));
    // A marker of somebody else is none.
    fs::write(folder.path().join(".portal"), "").expect("written");
    let why = refused(write(folder.path(), &[("a", "a")]));
    assert!(matches!(why, Some(Refusal::Foreign(_))));
    assert!(folder.path().join("diploma.doc").exists());
}

#[test]
fn the_output_may_not_lie_among_the_sources() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("content");
    fs::create_dir(&content).expect("made");
    let inside = write_site(&content.join("out"), &[&content], std::iter::empty());
    let around = write_site(folder.path(), &[&content], std::iter::empty());
    assert!(matches!(refused(inside), Some(Refusal::Overlap { .. })));
    assert!(matches!(refused(around), Some(Refusal::Overlap { .. })));
}
