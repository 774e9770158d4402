//! The typed domain: places, what they plan, and what they publish. A value of these types cannot be wrong in
//! itself; what needs the whole portal to be judged is a rule in `check`.

pub mod comparison;
pub mod coverage;
pub mod editing;
pub mod handbook;
pub mod history;
pub mod id;
pub mod lasting;
pub mod ledger;
pub mod nouns;
pub mod place;
pub mod plan;
pub mod portal;
pub mod prose;
pub mod record;
pub mod reference;
pub mod scope;
pub mod shared;
pub mod vocabulary;
