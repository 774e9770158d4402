//! `portal schema`: what editors such as VS Code say of the fields while a file is written.

use crate::cli::args::SchemaOptions;
use crate::cli::exit::FINE;
use crate::cli::report;
use crate::desk::schema;
use crate::files::disk::write_files;
use crate::text::russian::counted;

pub fn run(options: &SchemaOptions) -> u8 {
    let files = schema::files();
    let named = files
        .iter()
        .map(|file| (file.name.as_str(), file.text.as_bytes()));
    match write_files(&options.out, named) {
        Ok(changed) => {
            report::say(format!(
                "{} в {}, изменено: {changed}.",
                counted(files.len(), ["файл", "файла", "файлов"]),
                options.out.display()
            ));
            FINE
        }
        Err(error) => report::environment(&error),
    }
}
