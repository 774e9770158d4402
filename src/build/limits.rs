//! What a host of sites takes, and what to do before a site outgrows it.

use crate::files::site_writer::Written;

/// Bytes of a published site on GitHub Pages:
/// <https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits>.
pub const SITE: u64 = 1_000_000_000;

/// Bytes of one file in a repository on GitHub, 100 MiB:
/// <https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github>.
pub const FILE: u64 = 100 * 1024 * 1024;

/// Files of a site. Our own bound: with more, uploading and publishing take longer than the ten minutes that the same
/// host gives them.
pub const FILES: u64 = 100_000;

/// From which share of a limit on people are warned, in hundredths.
const WARNED_AT: u64 = 80;

/// What to say about a site that nears a limit; none when there is room.
pub fn warning(written: &Written) -> Option<String> {
    let near = |value: u64, limit: u64| value.saturating_mul(100) >= limit * WARNED_AT;
    let files = written.files() as u64;
    let mut reasons = Vec::new();
    if near(written.bytes, SITE) {
        reasons.push(format!(
            "сайт занимает {} из {} МБ",
            megabytes(written.bytes),
            megabytes(SITE)
        ));
    }
    if near(files, FILES) {
        reasons.push(format!("в нём {files} из {FILES} файлов"));
    }
    if let Some((path, bytes)) = written
        .largest
        .as_ref()
        .filter(|(_, bytes)| near(*bytes, FILE))
    {
        reasons.push(format!(
            "файл {path} занимает {} из {} МБ",
            megabytes(*bytes),
            megabytes(FILE)
        ));
    }
    (!reasons.is_empty()).then(|| {
        format!(
            "предупреждение: близок предел того, что принимает GitHub Pages: {}.\n\
             Что делать: охват hub (--scope hub) уберёт страницы, которые повторяют другие. Если он уже такой, соберите \
             каждый регион отдельно (portal build --only РЕГИОН), соедините общие страницы (portal join) и опубликуйте \
             регионы своими сайтами; адреса страниц не изменятся.",
            reasons.join("; ")
        )
    })
}

/// Millions of bytes, as hosts count them.
fn megabytes(bytes: u64) -> u64 {
    bytes / 1_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: usize, bytes: u64, largest: u64) -> Option<String> {
        warning(&Written {
            changed: files,
            bytes,
            largest: Some(("dannye/portal.sqlite".to_owned(), largest)),
            ..Written::default()
        })
    }

    #[test]
    fn a_site_that_nears_a_limit_is_warned_of_with_figures() {
        assert_eq!(site(79_999, 799_999_999, 80_000_000), None);
        let text = site(80_000, 800_000_000, 90_000_000).expect("all three");
        for part in [
            "800 из 1000 МБ",
            "80000 из 100000 файлов",
            "portal.sqlite занимает 90 из 104 МБ",
            "каждый регион",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(
            !site(1, 1, 90_000_000)
                .expect("one")
                .contains("сайт занимает")
        );
    }
}
