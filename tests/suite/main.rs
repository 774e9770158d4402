//! One test program; a file for each part of the product. Cases lie in `tests/cases`.

mod analysis;
mod broken;
mod cli;
mod corpus;
mod documents;
mod gold;
mod harness;
mod language;
mod layers;
mod meaning;
mod pictures;
mod plain;
mod read;
mod search;
mod serve;
mod site;
mod typography;
mod understand;
mod vocabulary;
