//! Which folders of the content a part of it needs: what all share, the regions asked for, and of a region of which only
//! some municipalities are wanted its own files and theirs. Whoever builds one region of a country reads nothing else.

use crate::content::fields::is_record_folder;
use crate::model::id::TerritoryPath;

/// Folders of what all territories share; every other folder at the root is a region.
const SHARED: &[&str] = &["questions", "pages", "collections"];

/// Whether a folder of the content belongs to what all territories share.
pub fn is_shared(folder: &str) -> bool {
    SHARED.contains(&folder.split('/').next().unwrap_or_default())
}

/// Whether a folder of the content is read when only these territories are wanted; `folder` is its path from the root.
pub fn is_wanted(only: &[TerritoryPath], folder: &str) -> bool {
    let parts: Vec<&str> = folder.split('/').collect();
    match parts.as_slice() {
        _ if only.is_empty() => true,
        _ if is_shared(folder) => true,
        [region] => only.iter().any(|part| part.region.as_str() == *region),
        [region, inner, ..] => only
            .iter()
            .filter(|part| part.region.as_str() == *region)
            .any(|part| match &part.municipality {
                None => true,
                Some(municipality) => municipality.as_str() == *inner || is_record_folder(inner),
            }),
        [] => true,
    }
}

#[cfg(test)]
mod tests {
    use super::is_wanted;
    use crate::model::id::TerritoryPath;

    #[test]
    fn a_region_is_read_with_what_all_share_and_nothing_else() {
        let only: Vec<_> = ["38-irkutskaya", "04-altay/gornyy"]
            .into_iter()
            .filter_map(TerritoryPath::parse)
            .collect();
        let wanted = |folder| is_wanted(&only, folder);
        assert!(["questions", "pages/redaktor", "collections"].map(wanted) == [true; 3]);
        assert!(wanted("38-irkutskaya") && wanted("38-irkutskaya/zhigalovskiy/plans"));
        assert!(wanted("04-altay") && wanted("04-altay/plans") && wanted("04-altay/gornyy/news"));
        assert!(!wanted("04-altay/mayminskiy") && !wanted("10-kareliya"));
        assert!(is_wanted(&[], "10-kareliya"));
    }
}
