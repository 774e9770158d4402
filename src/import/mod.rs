//! From an order as it was typed in Word, Excel or a web page to content files of this portal: a file is read into a
//! [`paper::Paper`] without judgement, and only then understood. Nothing of the paper is lost silently: what is not
//! taken over is named with its place.

pub mod paper;
pub mod place;
pub mod read;
pub mod renew;
pub mod understand;
pub mod write;
