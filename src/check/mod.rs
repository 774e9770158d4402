//! Rules over the whole portal: what a single file cannot know of itself. One rule, one file in [`rules`]; the other
//! files hold what rules share. Most rules judge one territory at a time ([`territory()`]), a few compare territories or
//! look at what they share ([`whole()`]). Nothing here changes the portal, and nothing stops at the first problem.

mod broken;
#[cfg(test)]
mod fixture;
mod gathered;
mod links;
mod own_words;
mod part;
mod reference;
pub mod rules;
pub mod silence;
mod table;
mod texts;

use jiff::civil::Date;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::Site;

/// What is wrong or odd in one territory, in the order of the rules. Without a day the rules that need one are silent.
///
/// The rest of the portal is only looked up: which pages and files exist, what the region has. So territories can be
/// judged side by side, and one of them again when only its own files changed; links of others into it are theirs.
pub fn territory(
    portal: &Portal,
    site: &Site,
    territory: &Territory,
    today: Option<Date>,
) -> Vec<Diagnostic> {
    judged(&Part::of(portal, site, territory), today)
}

/// What is wrong or odd in the files that territories share, and between territories, in the order of the rules.
pub fn whole(portal: &Portal, site: &Site, today: Option<Date>) -> Vec<Diagnostic> {
    let mut found = judged(&Part::shared(portal, site), today);
    for rule in rules::WHOLE {
        rule(portal, site, &mut found);
    }
    found
}

fn judged(part: &Part<'_>, today: Option<Date>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules::EACH {
        rule(part, &mut found);
    }
    if let Some(today) = today {
        for rule in rules::DATED {
            rule(part, today, &mut found);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::fixture::{
        brief, dated, deadline, document, month, plan, portal, portal_with_links, reference,
        territory,
    };
    use super::{territory as judged, whole};
    use crate::model::portal::Portal;
    use crate::site::Site;

    fn found(portal: &Portal) -> Vec<String> {
        let site = Site::new(portal);
        let places = portal.territories.iter();
        let mut found: Vec<_> = places
            .flat_map(|place| judged(portal, &site, place, None))
            .collect();
        found.extend(whole(portal, &site, None));
        brief(&found)
    }

    #[test]
    fn nothing_is_wrong_with_nothing() {
        assert_eq!(found(&Portal::default()), [""; 0]);
        assert_eq!(
            found(&portal([
                territory("04-altay"),
                territory("04-altay/gornyy")
            ])),
            [""; 0]
        );
    }

    #[test]
    fn one_mistake_is_one_message() {
        let links = [
            "/04-altay/gorniy/plan/2023/#m01",
            "prikaz.pdf",
            "javascript:x",
            "mailto:a",
            "#net",
            "//x.ru",
        ];
        for link in links {
            assert_eq!(found(&portal_with_links(&[link])).len(), 1, "{link}");
        }
        let mut place = territory("04-altay");
        place.documents = vec![document("201", 1)];
        place.plans = vec![plan(
            2023,
            [dated("m01", deadline("май 2022", [month(2022, 5)], 5))],
        )];
        place.plans[0].approved_by = Some(reference("201", 2));
        assert_eq!(
            found(&portal([place])),
            ["п403 5 срок вне периода плана (2023 год)"]
        );
    }
}
