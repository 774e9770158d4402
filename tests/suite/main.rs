//! One test program; a file for each part of the product. Cases lie in `tests/cases`.

mod broken;
mod cli;
mod corpus;
mod gold;
mod harness;
mod layers;
mod meaning;
mod serve;
mod site;
