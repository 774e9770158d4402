//! Questions of parents with their answers.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct ParentsView {
    summary: String,
    groups: Vec<Group>,
    /// Pages for parents of each territory.
    places: Vec<Link>,
    glossary: Link,
}

#[derive(Serialize)]
struct Group {
    title: String,
    questions: Vec<QuestionView>,
}

#[derive(Serialize)]
struct QuestionView {
    id: String,
    title: Html,
    answer: Html,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Parents;
    let cite = Cite::new(context, &key);
    let portal = context.portal;
    let mut groups: Vec<Group> = Vec::new();
    for question in &portal.questions {
        let view = QuestionView {
            id: question.id.to_string(),
            title: context.glossary.html(&question.title, None),
            answer: cite.prose(&question.answer, 4),
        };
        match groups
            .iter_mut()
            .find(|group| group.title == question.group)
        {
            Some(group) => group.questions.push(view),
            None => groups.push(Group {
                title: question.group.clone(),
                questions: vec![view],
            }),
        }
    }
    let places = portal.territories.iter();
    let summary = cite.counted(portal.questions.len(), count::QUESTIONS);
    let view = ParentsView {
        groups,
        places: places
            .filter_map(|place| cite.section(&place.names.name, place, "roditelyam"))
            .collect(),
        glossary: cite.way("словаре", &PageKey::Glossary),
        summary: summary.clone(),
    };
    let head = Head {
        title: cite.say("Вопросы родителей", &[]),
        description: cite.say(
            "Что значит поддержка школы, чем помогут ребёнку и куда обратиться: {1} с ответами.",
            &[&summary],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "parents.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
