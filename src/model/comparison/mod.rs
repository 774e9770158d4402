//! Municipalities side by side on equal definitions. There is no rank here and no sum of marks: every yardstick stands
//! for itself, says what it counts and of what, and shows how far apart territories are.

pub mod figure;
pub mod profile;
pub mod spread;
pub mod yardstick;

pub use figure::Figure;
pub use profile::{Profile, figures};
pub use spread::Spread;
pub use yardstick::{Class, Measured, YARDSTICKS, Yardstick};
