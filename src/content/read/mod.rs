//! stub
use crate::content::raw::RawDocument;
use crate::diag::Diagnostic;
use crate::files::sources::{SourceFile, SourceId};
pub fn document(_id: SourceId, _file: &SourceFile) -> (Option<RawDocument>, Vec<Diagnostic>) {
    (None, vec![])
}
