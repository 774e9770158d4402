//! Understanding: papers of every shape give the plans, the passport, the group and the order that stand in them.

mod anything;
mod documents;
pub mod paper;
mod shapes;
mod variants;
