//! Values that many places say alike. Districts write the same words into the cells of their plans by the thousand: what
//! they mean is kept once.

use std::ops::Deref;
use std::sync::Arc;

/// A value that may be kept in one place for all who hold it. It reads and compares like the value itself.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Shared<T>(Arc<T>);

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Shared(Arc::new(value))
    }
}

/// Another holder of the same value.
impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
