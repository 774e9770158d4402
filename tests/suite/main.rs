//! One test program; a file for each part of the product.

mod layers;
mod serve;
