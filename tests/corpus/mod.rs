//! A content folder of any size, made from the five real documents: their phrases recombined, every place, school and
//! person invented. For benchmarks and for tests of the whole portal. It touches no disk: `main` does.

mod blanks;
pub mod chance;
mod fate;
mod invented;
mod manner;
mod names;
mod news;
mod pictures;
mod plan;
mod practices;
mod records;
mod roster;
mod sections;
pub mod seeds;

use chance::Chance;
use invented::{Place, Region};
use manner::Manner;
use plan::Plan;
use records::{Act, act};
use seeds::Seeds;

/// Years that every municipality has a plan for.
pub const YEARS: [i16; 3] = [2024, 2025, 2026];

/// The year that is not over yet.
const LAST_YEAR: i16 = YEARS[2];

/// Municipalities of one region. With a fixed number a small corpus is the beginning of a large one.
const PER_REGION: usize = 29;

/// Practices of a municipality.
const PRACTICES: usize = 10;

/// First line of the files.
const MADE: &str = "# Составлено программой: место, люди и школы вымышлены.\n";

/// A file of the content: path from its root, and text.
pub type File = (String, String);

/// Everything of the municipality with this number, from 0: [`files_of`] it and its picture. There are at most 2 300 of
/// different names; another seed gives other texts. Whatever belongs to the whole portal is not among them: the corpus is
/// the repository's own content and these.
pub fn everything_of(seeds: &Seeds, seed: u64, number: usize) -> Vec<(String, Vec<u8>)> {
    let texts = files_of(seeds, seed, number).into_iter();
    texts
        .map(|(path, text)| (path, text.into_bytes()))
        .chain(picture(seed, number))
        .collect()
}

/// The files of the municipality with this number, from 0; with the first of a region come those of the region.
pub fn files_of(seeds: &Seeds, seed: u64, number: usize) -> Vec<File> {
    let region = invented::region(seed, number / PER_REGION);
    let mut files = Vec::new();
    let place = invented::municipality(seed, number, &region);
    let mut municipality = Municipality {
        seeds,
        place: &place,
        number,
        chance: Chance::new(seed ^ 0x7465_7874, number as u64),
    };
    files.extend(municipality.files());
    if number.is_multiple_of(PER_REGION) {
        files.extend(region_files(seeds, seed, number / PER_REGION, &region));
        files.push(collection(&place, &files));
    }
    files
}

/// The picture that news of the municipality with this number show: its path and bytes. Most have none.
fn picture(seed: u64, number: usize) -> Option<(String, Vec<u8>)> {
    pictures::has(number).then(|| {
        let region = invented::region(seed, number / PER_REGION);
        let place = invented::municipality(seed, number, &region);
        let path = format!("{}/news/foto.png", place.path);
        (path, pictures::picture(seed, number))
    })
}

/// Practices of the first municipality of a region: it is there however small the corpus is.
fn collection(place: &Place, files: &[File]) -> File {
    let folder = format!("{}/practices/", place.path);
    let practices: Vec<String> = files
        .iter()
        .filter_map(|(path, _)| path.strip_prefix(&folder)?.strip_suffix(".md"))
        .map(str::to_owned)
        .collect();
    let region = place.region.path.split('-').next().unwrap_or_default();
    (
        format!("collections/praktiki-{region}.toml"),
        roster::collection(place, &practices),
    )
}

fn region_files(seeds: &Seeds, seed: u64, number: usize, region: &Region) -> Vec<File> {
    let place = invented::region_place(seed, number, region);
    let chance = &mut Chance::new(seed ^ 0x7265_6766, number as u64);
    let acts: Vec<Act> = YEARS
        .iter()
        .map(|year| act(*year, Manner::Neat, chance))
        .collect();
    let mut folder = Folder::new(&place);
    folder.put("region.toml", roster::region(&place, &acts[2]));
    folder.put("people.toml", roster::people(&place));
    folder.put("schools.toml", roster::schools(&place));
    let mut plans = Vec::new();
    for (year, act) in YEARS.into_iter().zip(&acts) {
        let plan = plan_of(seeds, (&place, year, act, Manner::Neat), chance);
        folder.put(&format!("plans/{year}.toml"), plan.text.clone());
        folder.put(
            &format!("documents/{}.toml", act.id),
            records::order(seeds, &place, year, (act, Manner::Neat), chance),
        );
        folder.page("news", news::approval(&place, year, act, &plan));
        plans.push((year, plan));
    }
    let latest = news::Subject {
        plan: &plans[2].1,
        year: LAST_YEAR,
        turn: news::REPORTS - 1,
        late: false,
        picture: false,
    };
    folder.page("news", news::report(&place, &latest, chance));
    for text in sections::sections(seeds, &place, &plans, chance) {
        folder.page("sections", text);
    }
    folder.files
}

fn plan_of(
    seeds: &Seeds,
    (place, year, act, manner): (&Place, i16, &Act, Manner),
    chance: &mut Chance,
) -> Plan {
    let order = plan::Order {
        place,
        year,
        approved_by: &act.id,
        manner,
    };
    plan::plan(seeds, &order, chance)
}

/// A municipality whose files are written.
struct Municipality<'a> {
    seeds: &'a Seeds,
    place: &'a Place,
    number: usize,
    chance: Chance,
}

impl Municipality<'_> {
    fn files(&mut self) -> Vec<File> {
        let (seeds, place, manner) = (self.seeds, self.place, Manner::of(self.number));
        let acts = YEARS.map(|year| act(year, manner, &mut self.chance));
        let mut folder = Folder::new(place);
        folder.put(
            "municipality.toml",
            roster::municipality(place, self.number, &acts[2]),
        );
        folder.put("people.toml", roster::people(place));
        folder.put("schools.toml", roster::schools(place));
        folder.put("working-group.toml", roster::working_group(place, &acts[2]));
        folder.put("curators.toml", roster::curators(place));
        if self.chance.percent(80) {
            let act = (&acts[1], manner);
            let program = records::program(seeds, place, YEARS[1], act, &mut self.chance);
            folder.put("program.toml", program);
        }
        let (id, text) = records::mentioned(place, &mut self.chance);
        folder.put(&format!("documents/{id}.toml"), text);
        let mut plans = Vec::new();
        for (year, act) in YEARS.into_iter().zip(&acts) {
            let plan = plan_of(seeds, (place, year, act, manner), &mut self.chance);
            let order = records::order(seeds, place, year, (act, manner), &mut self.chance);
            folder.put(&format!("documents/{}.toml", act.id), order);
            folder.put(&format!("plans/{year}.toml"), plan.text.clone());
            plans.push((year, plan));
        }
        self.news(&plans, &acts, &mut folder);
        let first = self.chance.below(seeds.practices.len());
        for at in 0..PRACTICES {
            let (year, plan) = &plans[at % plans.len()];
            let practice =
                practices::practice(seeds, place, *year, plan, first + at, &mut self.chance);
            folder.page("practices", practice);
        }
        for text in sections::sections(seeds, place, &plans, &mut self.chance) {
            folder.page("sections", text);
        }
        folder.files
    }

    fn news(&mut self, plans: &[(i16, Plan)], acts: &[Act], folder: &mut Folder) {
        for ((year, plan), act) in plans.iter().zip(acts) {
            folder.page("news", news::approval(self.place, *year, act, plan));
            for turn in 0..news::REPORTS {
                let subject = news::Subject {
                    plan,
                    year: *year,
                    turn,
                    late: Manner::of(self.number) == Manner::AsPrinted,
                    picture: *year == LAST_YEAR && turn == 0 && pictures::has(self.number),
                };
                folder.page("news", news::report(self.place, &subject, &mut self.chance));
            }
        }
    }
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
