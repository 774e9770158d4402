//! One test program; a file for each part of the product. Cases lie in `tests/cases`.

mod admin;
mod analysis;
mod broken;
mod cli;
mod corpus;
mod documents;
mod editing;
mod explanations;
mod gold;
mod guide;
mod handbook;
mod harness;
mod language;
mod layers;
mod meaning;
mod mistakes;
mod new;
mod pictures;
mod plain;
mod schema;
mod search;
mod serve;
mod site;
mod status;
mod typography;
mod vocabulary;
