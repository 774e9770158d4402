//! A practice names a risk factor that is not in the vocabulary (П203, error).
//!
//! Why: practices are found by the risk they answer, and the list of risks is one for the whole portal (the
//! adaptive-help vocabulary; document A, event 3: «рисковый профиль»).
//!
//! Example: `risks = ["nizkaya-motivatsiya"]` while `risks.toml` has `nizkaya-uchebnaya-motivatsiya`.

use crate::check::broken::file_is_broken;
use crate::check::reference::{unknown, unresolved};
use crate::diag::Diagnostic;
use crate::model::id::Slug;
use crate::model::portal::Portal;
use crate::site::Site;

/// Finds risks that only a practice knows.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    if file_is_broken(portal, "risks.toml") {
        return;
    }
    let is_known = |id: &Slug| portal.risks.iter().any(|risk| &risk.id == id);
    let references = portal.practices().flat_map(|(_, practice)| &practice.risks);
    for (id, spans) in unresolved(references, is_known) {
        let known = portal
            .risks
            .iter()
            .map(|risk| (risk.id.as_str(), risk.name.as_str()));
        let error = unknown(
            format!("нет фактора риска «{id}»"),
            &spans,
            id.as_str(),
            known,
        );
        found.extend(error.map(|error| error.help("факторы риска перечислены в файле risks.toml")));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, practice, reference, risk, run_whole, territory};
    use crate::model::portal::Portal;

    fn with_risk(id: &str) -> Portal {
        let mut place = territory("04-altay");
        place.practices = vec![practice("vebinar", 1)];
        place.practices[0].risks = vec![reference(id, 2)];
        let mut portal = portal([place]);
        portal.risks = vec![risk("nizkaya-uchebnaya-motivatsiya", 3)];
        portal
    }

    #[test]
    fn a_risk_outside_the_vocabulary_is_found() {
        let found = run_whole(check, &with_risk("nizkaya-uchebnaya-motivaciya"));
        assert_eq!(
            brief(&found),
            ["П203 2 нет фактора риска «nizkaya-uchebnaya-motivaciya»"]
        );
        assert!(found[0].help[0].contains("«nizkaya-uchebnaya-motivatsiya»"));
    }

    #[test]
    fn a_known_risk_is_accepted() {
        assert_eq!(
            brief(&run_whole(
                check,
                &with_risk("nizkaya-uchebnaya-motivatsiya")
            )),
            [""; 0]
        );
        let mut portal = with_risk("drugoy-risk");
        portal.broken = vec!["risks.toml".to_owned()];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
