//! Formulas as one line of text: no fraction, power or root of a document may vanish, since «не менее ¾ педагогов» is not
//! «не менее педагогов».

pub mod field;
pub mod linear;
pub mod mathml;
pub mod omml;
pub mod tex;
