//! Files saved in another encoding, cut off, or no text at all.

use encoding_rs::{IBM866, KOI8_R, WINDOWS_1251, X_MAC_CYRILLIC};

use super::case::{Mistake, NEWS, ORDER, PEOPLE, PLACE, PLAN, bytes, change, put, saved};

/// In one of the old Russian encodings.
fn windows(text: &str) -> Vec<u8> {
    WINDOWS_1251.encode(text).0.into_owned()
}

fn dos(text: &str) -> Vec<u8> {
    IBM866.encode(&plain(text)).0.into_owned()
}

fn koi(text: &str) -> Vec<u8> {
    KOI8_R.encode(&plain(text)).0.into_owned()
}

fn mac(text: &str) -> Vec<u8> {
    X_MAC_CYRILLIC.encode(text).0.into_owned()
}

/// Without the letters that DOS did not know.
fn plain(text: &str) -> String {
    text.replace(['«', '»'], "'").replace(['–', '—'], "-")
}

fn little(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn big(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn marked_little(text: &str) -> Vec<u8> {
    [b"\xFF\xFE".to_vec(), little(text)].concat()
}

fn marked_big(text: &str) -> Vec<u8> {
    [b"\xFE\xFF".to_vec(), big(text)].concat()
}

/// Read as Windows-1251 and saved as UTF-8.
fn twice(text: &str) -> Vec<u8> {
    WINDOWS_1251
        .decode(text.as_bytes())
        .0
        .into_owned()
        .into_bytes()
}

/// One word in the middle is Windows-1251, the rest UTF-8.
fn mixed(text: &str) -> Vec<u8> {
    let (before, after) = text.split_once("\"район\"").expect("the file has it");
    [
        before.as_bytes(),
        b"\"",
        &windows("район"),
        b"\"",
        after.as_bytes(),
    ]
    .concat()
}

fn old_lines(text: &str) -> Vec<u8> {
    text.replace('\n', "\r").into_bytes()
}

fn with_zero(text: &str) -> Vec<u8> {
    text.replacen("kind =", "kind =\0", 1).into_bytes()
}

fn cut(text: &str) -> Vec<u8> {
    let end = text
        .find("управление образования\"")
        .expect("the file has it");
    text.as_bytes()[..end + 3].to_vec()
}

pub const CASES: &[Mistake] = &[
    saved(PLACE, windows, ("П001", ""), &["Windows-1251", "--fix"]),
    saved(PLACE, dos, ("П001", ""), &["cp866", "--fix"]),
    saved(PLACE, koi, ("П001", ""), &["KOI8-R", "--fix"]),
    saved(PLACE, mac, ("П001", ""), &["MacCyrillic", "--fix"]),
    saved(PLACE, marked_little, ("П001", ""), &["UTF-16", "--fix"]),
    saved(PLACE, marked_big, ("П001", ""), &["UTF-16", "--fix"]),
    saved(PLACE, little, ("П001", ""), &["UTF-16", "--fix"]),
    saved(PLACE, big, ("П001", ""), &["UTF-16", "--fix"]),
    saved(NEWS, windows, ("П001", ""), &["Windows-1251"]),
    saved(
        PLACE,
        mixed,
        ("П001", "\u{FFFD}"),
        &["Windows-1251", "район", "строку 5"],
    ),
    saved(PLACE, cut, ("П001", "\u{FFFD}"), &["обрывается"]),
    saved(
        PLACE,
        twice,
        ("П011", "Р–РёРіР°Р»РѕРІСЃРєРёР№"),
        &["Жигаловский", "Windows-1251"],
    ),
    change(
        PLAN,
        (
            "plain = \"Выбрать кураторов",
            "plain = \"Р’С‹Р±СЂР°С‚СЊ РєСѓСЂР°С‚РѕСЂРѕРІ",
        ),
        ("П011", "Р’С‹Р±"),
        &["Выбрать"],
    ),
    change(
        PLAN,
        (
            "plain = \"Выбрать кураторов",
            "plain = \"????????? ?????????",
        ),
        ("П011", "????"),
        &["заново"],
    ),
    change(
        PLAN,
        ("plain = \"Выбрать", "plain = \"Выбр\u{FFFD}\u{FFFD}ть"),
        ("П011", "\u{FFFD}"),
        &["заново"],
    ),
    saved(PLACE, old_lines, ("П005", ""), &["CR"]),
    saved(PLACE, with_zero, ("П003", "\0"), &["U+0000"]),
    bytes(
        ORDER,
        b"PK\x03\x04\x14\x00\x06\x00",
        ("П001", ""),
        &["Word", "UTF-8"],
    ),
    bytes(
        ORDER,
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        ("П001", ""),
        &["Word"],
    ),
    bytes(ORDER, b"%PDF-1.7", ("П001", ""), &["PDF"]),
    bytes(ORDER, b"{\\rtf1\\ansi}", ("П001", ""), &["RTF"]),
    bytes(
        ORDER,
        b"\x00\x00\x00\x00\x00\x00\x00\x00",
        ("П001", ""),
        &["пуст"],
    ),
    put(
        PEOPLE,
        "<!DOCTYPE html>\n<html>\n<head><title>Люди</title></head>\n<body>\n<p>Богатова Ю.Л.</p>\n</body>\n</html>\n",
        ("П013", "<!DOCTYPE"),
        &["веб-страниц"],
    ),
    put(
        NEWS,
        "<html>\n<body>\n<p>Новость</p>\n</body>\n</html>\n",
        ("П013", "<html>"),
        &["веб-страниц"],
    ),
    put(
        PEOPLE,
        "{\n  \"person\": [\n    { \"id\": \"x\", \"name\": \"Иванов И.И.\" }\n  ]\n}\n",
        ("П013", "{"),
        &["JSON"],
    ),
    put(
        PEOPLE,
        "---\nperson:\n  - id: x\n    name: Иванов И.И.\n  - id: y\n    name: Петров П.П.\n",
        ("П013", "---"),
        &["YAML"],
    ),
    put(
        PEOPLE,
        "№\tФИО\tДолжность\n1\tИванов И.И.\tдиректор\n2\tПетров П.П.\tучитель\n",
        ("П013", "№"),
        &["таблиц"],
    ),
    put(
        PEOPLE,
        "id;name\nivanov;Иванов И.И.\npetrov;Петров П.П.\n",
        ("П013", "id"),
        &["таблиц"],
    ),
    put(ORDER, "", ("П104", ""), &["файл пуст"]),
    put(ORDER, "\n\n   \n", ("П104", ""), &["файл пуст"]),
];
