//! «Ошибки и как их исправить»: every code by groups, in the words of its explanation.

use serde::Serialize;

use crate::model::handbook::{Mistake, MistakeGroup};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::Cite;
use crate::render::views::shared::handbook::sample::{SampleView, side};
use crate::site::PageKey;

#[derive(Serialize)]
struct MistakesView<'a> {
    groups: Vec<GroupView<'a>>,
    fields: String,
}

#[derive(Serialize)]
struct GroupView<'a> {
    anchor: &'a str,
    name: &'a str,
    about: &'a str,
    mistakes: Vec<MistakeView<'a>>,
}

#[derive(Serialize)]
struct MistakeView<'a> {
    code: &'a str,
    anchor: &'a str,
    about: &'a str,
    consequence: &'a str,
    severe: bool,
    fix: bool,
    means: &'a str,
    todo: &'a [String],
    source: Option<&'a str>,
    before: Vec<SampleView>,
    after: Vec<SampleView>,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Mistakes;
    let cite = Cite::new(context, &key);
    let view = MistakesView {
        groups: context.portal.handbook.groups.iter().map(group).collect(),
        fields: cite.href(&PageKey::Fields),
    };
    let head = Head {
        title: cite.say("Ошибки и как их исправить", &[]),
        description: cite.say("Что значит каждое сообщение проверки, почему это важно и что сделать, с примером до и после.", &[]),
        parents: vec![(cite.say("Редактору", &[]), PageKey::Editor)],
    };
    let shell = Shell::new(context, &key, head);
    framed(context, "mistakes.html", &shell, &view)
}

fn group(group: &MistakeGroup) -> GroupView<'_> {
    GroupView {
        anchor: &group.anchor,
        name: &group.name,
        about: &group.about,
        mistakes: group.mistakes.iter().map(mistake).collect(),
    }
}

fn mistake(mistake: &Mistake) -> MistakeView<'_> {
    MistakeView {
        code: &mistake.code,
        anchor: &mistake.anchor,
        about: &mistake.about,
        consequence: &mistake.consequence,
        severe: mistake.severe,
        fix: mistake.fix,
        means: &mistake.means,
        todo: &mistake.todo,
        source: mistake.source.as_deref(),
        before: side(&mistake.before, &mistake.after),
        after: side(&mistake.after, &mistake.before),
    }
}
