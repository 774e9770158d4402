//! A content folder of any size, made from the five real documents: their phrases recombined, every place, school and
//! person invented. For benchmarks and for tests of the whole portal. It touches no disk: `main` does.

mod blanks;
pub mod chance;
mod invented;
mod names;
mod plan;
mod records;
mod roster;
pub mod seeds;

use chance::Chance;
use invented::{Place, Region};
use records::{Act, act};
use seeds::Seeds;

/// Years that every municipality has a plan for.
pub const YEARS: [i16; 3] = [2023, 2024, 2025];

/// Municipalities of one region. With a fixed number a small corpus is the beginning of a large one.
const PER_REGION: usize = 29;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// How many invented municipalities, at most 2 300 of different names.
    pub municipalities: usize,
    /// Another seed gives other texts.
    pub seed: u64,
}

/// A file of the content: path from its root, and text.
pub type File = (String, String);

/// The files of every invented region and municipality, in turn. Whatever belongs to the whole portal is not among them:
/// the corpus is the repository's own content and these.
pub fn files<'a>(seeds: &'a Seeds, order: &Order) -> impl Iterator<Item = File> + 'a {
    let Order {
        municipalities,
        seed,
    } = *order;
    (0..municipalities).flat_map(move |number| {
        let region = invented::region(seed, number / PER_REGION);
        let mut files = Vec::new();
        if number % PER_REGION == 0 {
            files.extend(region_files(seeds, seed, number / PER_REGION, &region));
        }
        let place = invented::municipality(seed, number, &region);
        let mut chance = Chance::new(seed ^ 0x7465_7874, number as u64);
        files.extend(municipality_files(seeds, &place, number, &mut chance));
        files
    })
}

fn region_files(seeds: &Seeds, seed: u64, number: usize, region: &Region) -> Vec<File> {
    let place = invented::region_place(seed, number, region);
    let mut chance = Chance::new(seed ^ 0x7265_6766, number as u64);
    let act = act(2024, &mut chance);
    let mut folder = Folder::new(&place);
    folder.put("region.toml", roster::region(&place, &act));
    folder.put("people.toml", roster::people(&place));
    folder.put("schools.toml", roster::schools(&place));
    folder.put(
        "plans/2024.toml",
        plan::plan(seeds, &place, 2024, &act.id, &mut chance).text,
    );
    folder.put(
        &format!("documents/{}.toml", act.id),
        records::order(seeds, &place, 2024, &act, &mut chance),
    );
    folder.files
}

fn municipality_files(
    seeds: &Seeds,
    place: &Place,
    number: usize,
    chance: &mut Chance,
) -> Vec<File> {
    let acts: Vec<Act> = YEARS.iter().map(|year| act(*year, chance)).collect();
    let mut folder = Folder::new(place);
    folder.put(
        "municipality.toml",
        roster::municipality(place, number, &acts[2]),
    );
    folder.put("people.toml", roster::people(place));
    folder.put("schools.toml", roster::schools(place));
    folder.put("working-group.toml", roster::working_group(place, &acts[2]));
    folder.put("curators.toml", roster::curators(place));
    if chance.percent(60) {
        folder.put(
            "program.toml",
            records::program(seeds, place, 2024, &acts[1], chance),
        );
    }
    let (id, text) = records::mentioned(place, chance);
    folder.put(&format!("documents/{id}.toml"), text);
    let first_practice = chance.below(seeds.practices.len());
    for (at, (year, act)) in YEARS.into_iter().zip(&acts).enumerate() {
        let plan = plan::plan(seeds, place, year, &act.id, chance);
        folder.put(
            &format!("documents/{}.toml", act.id),
            records::order(seeds, place, year, act, chance),
        );
        folder.page(
            "practices",
            records::practice(seeds, place, year, &plan, first_practice + at, chance),
        );
        folder.page("news", records::approval(place, year, act, &plan));
        folder.page("news", records::report(place, year, &plan, chance));
        folder.put(&format!("plans/{year}.toml"), plan.text);
    }
    for text in records::sections(seeds, place, chance) {
        folder.page("sections", text);
    }
    folder.files
}

/// The files of one territory.
struct Folder<'a> {
    path: &'a str,
    files: Vec<File>,
}

impl<'a> Folder<'a> {
    fn new(place: &'a Place) -> Self {
        Folder {
            path: &place.path,
            files: Vec::new(),
        }
    }

    fn put(&mut self, name: &str, text: String) {
        self.files.push((format!("{}/{name}", self.path), text));
    }

    fn page(&mut self, folder: &str, (stem, text): (String, String)) {
        self.put(&format!("{folder}/{stem}.md"), text);
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
