//! All plans with quick ways to the one a row names. Tables have tens of thousands of rows, so nothing here is looked for
//! by going through everything.

use std::collections::BTreeMap;

use crate::content::raw::Table;
use crate::desk::place::{self, Known};
use crate::desk::status::plans::{Plan, plans};
use crate::desk::toml_edit::plan_tables::event_id;
use crate::files::sources::Sources;

/// A measure found: which plan, and the measure's table in it.
pub type Found<'a> = (usize, &'a Table);

/// The plans of a portal.
#[derive(Debug)]
pub struct Directory {
    /// The plans, in order of path.
    pub plans: Vec<Plan>,
    /// Territories that have plans.
    known: Vec<Known>,
    /// Places of plans by the address of their territory.
    by_address: BTreeMap<String, Vec<usize>>,
}

impl Directory {
    /// Reads all plans.
    pub fn new(sources: &Sources) -> Self {
        let plans = plans(sources);
        let mut by_address: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, plan) in plans.iter().enumerate() {
            let address = plan.territory.to_string();
            by_address.entry(address).or_default().push(index);
        }
        let known = place::known(sources)
            .into_iter()
            .filter(|one| by_address.contains_key(&one.path.to_string()))
            .collect();
        Directory {
            plans,
            known,
            by_address,
        }
    }

    /// The plans of a territory that is named by address or name.
    ///
    /// # Errors
    /// In Russian: that there is none or several.
    pub fn of(&self, asked: &str) -> Result<Vec<usize>, String> {
        if let Some(plans) = self.by_address.get(asked) {
            return Ok(plans.clone());
        }
        let path = place::find(asked, &self.known)?;
        Ok(self
            .by_address
            .get(&path.to_string())
            .cloned()
            .unwrap_or_default())
    }

    /// All plans.
    pub fn all(&self) -> Vec<usize> {
        (0..self.plans.len()).collect()
    }

    /// The measures of plans, each with its identifier.
    pub fn events(&self, plans: &[usize]) -> Vec<(Found<'_>, String)> {
        plans
            .iter()
            .flat_map(|index| {
                let events = self.plans[*index].events().into_iter();
                events.map(|event| ((*index, event), event_id(event)))
            })
            .collect()
    }
}
