//! The configuration of the editor: who keeps the files, and what is edited.

use serde_json::{Value, json};

use crate::desk::admin::collections::collections;
use crate::desk::admin::paths::joined;
use crate::model::editing::Admin;
use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;

/// The whole configuration.
pub fn config(portal: &Portal, territories: &[&Territory]) -> Value {
    let settings = &portal.settings;
    let folder = settings.admin.as_ref().map_or("content", Admin::folder);
    let mut config = json!({
        "app_title": format!("Редактор: {}", settings.title),
        "backend": backend(settings.admin.as_ref()),
        // Files added by editors are published as they are, at the same place on the site.
        "media_folder": joined(folder, "files"),
        "public_folder": "/files",
        "media_libraries": { "default": { "config": { "slugify_filename": true } } },
        // Addresses of the portal are pages of another build, which is not there yet when an editor looks.
        "show_preview_links": false,
        "editor": { "preview": false },
        "output": { "omit_empty_optional_fields": true },
        "slug": {
            "encoding": "ascii",
            "clean_accents": true,
            "maxlength": Slug::MAX,
            "timezone": "local"
        },
        "collections": collections(portal, territories, folder),
    });
    if let Some(address) = &settings.address {
        config["site_url"] = json!(address);
    }
    config
}

/// Who keeps the files. The editor demands a repository even where it works with a folder of the own computer; then
/// the name says so, and signing in is of no use.
fn backend(admin: Option<&Admin>) -> Value {
    let messages = json!({
        "create": "Добавлено: {{collection}}, {{slug}}",
        "update": "Изменено: {{collection}}, {{slug}}",
        "delete": "Удалено: {{collection}}, {{slug}}",
        "uploadMedia": "Добавлен файл {{path}}",
        "deleteMedia": "Удалён файл {{path}}",
    });
    let Some(admin) = admin else {
        return json!({
            "name": "github",
            "repo": "local/portal",
            "auth_methods": ["token"],
            "commit_messages": messages,
        });
    };
    let mut backend = json!({
        "name": admin.backend.word(),
        "repo": admin.repo.value,
        "auth_methods": ["token"],
        "commit_messages": messages,
    });
    if let Some(branch) = &admin.branch {
        backend["branch"] = json!(branch);
    }
    if let Some(api) = &admin.api {
        backend["api_root"] = json!(api.value);
    }
    backend
}
