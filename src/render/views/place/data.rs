//! Open data of a territory: its tables to take away.

use serde::Serialize;

use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::downloads::{Download, archive, descriptions, downloads};
use crate::render::views::parts::link::{Link, LinkNote};
use crate::render::views::place::parts::place::Place;
use crate::site::data::Scope;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct DataView<'a> {
    name_of: &'a str,
    /// True for a region, whose tables hold its municipalities, too.
    region: bool,
    /// All tables in one file; they do not lie beside it then.
    archive: Option<LinkNote>,
    tables: Vec<Download>,
    /// Files that describe the tables.
    described: Vec<LinkNote>,
    /// Of a region: its municipalities' own pages.
    places: Vec<Link>,
    /// The page of the whole portal's data.
    all: String,
    /// What columns mean.
    columns: String,
}

/// The page with the files of the territory.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let scope = Scope::Place(place.territory.path.clone());
    let region = place.territory.is_region();
    let places = place
        .context
        .portal
        .municipalities_of(&place.territory.path.region);
    // In a country there is one archive for all of them.
    let own_pages = region && scope.archive(place.context.portal).is_none();
    let places = places.filter(|_| own_pages).map(|one| Link {
        text: one.names.name.clone(),
        href: place
            .linker
            .page(&PageKey::place(&one.path, PlacePage::Data)),
    });
    let view = DataView {
        name_of: place.name_of(),
        region,
        archive: archive(place.context, &scope, &place.linker),
        tables: downloads(place.context, &scope, &place.linker),
        described: descriptions(place.context, &scope, &place.linker),
        places: places.collect(),
        all: place.linker.page(&PageKey::Data),
        columns: place.linker.page(&PageKey::DataColumns),
    };
    let head = Head {
        title: place.say("Открытые данные", &[]),
        description: place.say(
            "Таблицы о поддержке школ {1}: мероприятия, показатели, ответственные, школы и другие, для Excel и программ. {2}.",
            &[place.name_of(), &place.label()],
        ),
        parents: Vec::new(),
    };
    place.render("place/data.html", head, &view)
}
