//! The known name nearest to a mistyped one, for «возможно, вы имели в виду …».

/// The nearest of the known names; none when all are too far to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .filter_map(|name| distance(word, name).map(|distance| (distance, name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The nearest of the known paths, compared part by part: the parts of one territory's addresses are mostly the same,
/// so that whole addresses always look alike. A path that only lacks its beginning is found, too.
pub fn nearest_path<'a>(
    path: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let asked = path.trim_matches('/').to_lowercase();
    let by_parts = known
        .clone()
        .into_iter()
        .filter_map(|name| path_distance(&asked, name).map(|distance| (distance, name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name);
    let tail = format!("/{asked}");
    let by_end = || {
        let mut longer = known
            .into_iter()
            .filter(|name| name.trim_end_matches('/').ends_with(&tail));
        // Two places with the same tail are no hint: the editor would be sent to the wrong one half of the time.
        longer.next().filter(|_| longer.next().is_none())
    };
    if asked.is_empty() {
        None
    } else {
        by_parts.or_else(by_end)
    }
}

/// How far two names are, as a key to sort by; none when one can hardly be meant by the other.
fn distance(word: &str, name: &str) -> Option<(usize, u32)> {
    let edits = strsim::osa_distance(word, name);
    let likeness = strsim::jaro_winkler(word, name);
    // Two edits turn «8» into any other number of an order: a suggestion must keep more than it changes.
    let few = edits <= 2 && edits * 2 < word.chars().count().max(name.chars().count());
    (few || likeness >= 0.85).then_some((edits, ((1.0 - likeness) * 1000.0) as u32))
}

fn path_distance(asked: &str, name: &str) -> Option<(usize, u32)> {
    let name = name.trim_end_matches('/');
    if asked.split('/').count() != name.split('/').count() {
        return None;
    }
    asked
        .split('/')
        .zip(name.split('/'))
        .try_fold((0, 0), |(edits, unlike), (a, b)| {
            let (more_edits, more_unlike) = if a == b { (0, 0) } else { distance(a, b)? };
            Some((edits + more_edits, unlike + more_unlike))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["netesova-lv", "petrova-ma", "bogatova-yul"];
        assert_eq!(nearest("netesova-l", known), Some("netesova-lv"));
        assert_eq!(nearest("bogatvoa-yul", known), Some("bogatova-yul"));
        assert_eq!(nearest("ivanov-ii", known), None);
    }

    #[test]
    fn a_short_number_is_no_reason_for_any_other() {
        assert_eq!(nearest("8", ["76", "19"]), None);
        assert_eq!(nearest("76", ["76-o", "19"]), Some("76-o"));
        assert_eq!(nearest("m1", ["m01", "m23"]), Some("m01"));
    }

    #[test]
    fn paths_are_compared_part_by_part() {
        let known = [
            "a-rayon/plan/2023/",
            "a-rayon/plan/2024/",
            "a-rayon/shkoly/pervaya/",
        ];
        assert_eq!(
            nearest_path("a-raion/plan/2024/", known),
            Some("a-rayon/plan/2024/")
        );
        assert_eq!(
            nearest_path("A-Rayon/Plan/2023", known),
            Some("a-rayon/plan/2023/")
        );
        assert_eq!(nearest_path("a-rayon/shkoly/desyataya/", known), None);
        assert_eq!(
            nearest_path("shkoly/pervaya/", known),
            Some("a-rayon/shkoly/pervaya/")
        );
        assert_eq!(nearest_path("", known), None);
    }
}
