//! One test program; a file for each part of the product.

mod broken;
mod harness;
mod layers;
mod serve;
