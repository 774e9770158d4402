//! What was ever published: the lock, which the program writes, and the words of editors about what has moved or gone.

pub mod kind;
pub mod lock;
pub mod said;

pub use kind::Kind;
pub use lock::Lock;
pub use said::Said;
