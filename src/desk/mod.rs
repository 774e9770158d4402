//! The editor's desk: what editors work with beside the portal itself, made from the same table of fields that content is
//! validated with, so that it cannot promise what `check` refuses: new files from commented templates ([`new`]), statuses
//! of all measures in one table and back ([`status`]), hints for other programs ([`schema`]), the forms of the browser ([`admin`]), what the pages of the editor
//! say ([`handbook`]), mending of what is only a matter of writing ([`fix`]), plans as Word documents ([`word`]). Pure: sources go in, values come out; who writes them and who prints is decided elsewhere.

pub mod admin;
pub mod change;
pub mod fix;
pub mod handbook;
pub mod ids;
mod kinds;
pub mod literal;
pub mod new;
pub mod place;
pub mod schema;
pub mod status;
pub mod toml_edit;
pub mod word;
