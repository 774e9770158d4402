//! JSON as files: indented for the whole portal, where people look first, on one line for the many places.

use serde_json::Value as Json;

use crate::export::formats::json::pretty;
use crate::site::data::Scope;

/// The bytes of a description.
pub fn written(scope: &Scope, said: &Json) -> Vec<u8> {
    match scope {
        Scope::Portal => pretty(said),
        Scope::Place(_) => {
            let mut bytes = serde_json::to_vec(said).expect("a value is always JSON");
            bytes.push(b'\n');
            bytes
        }
    }
}
