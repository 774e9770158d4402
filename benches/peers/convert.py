"""The same content for Zola and Hugo: every region and municipality with its landing page, plans, practices, news and
schools; listings, a feed and a sitemap. No search, tables, calendars or JSON: those have no counterpart there.

A page is a Markdown file with a table at its head; the events of a plan stand in that table and are laid out by the
template, as an engineer would do it. All pages of a municipality lie in its folder; their addresses are the portal's."""

import json
import re
import shutil
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
CELLS = ["deadline", "responsible", "indicator", "result", "plain", "status", "fact", "moved_to"]


def convert(content, out, name):
    """Writes a source folder for the program of that name."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(HERE / name, out)
    territories = [path.parent for path in sorted(content.glob("*/region.toml"))]
    territories += [path.parent for path in sorted(content.glob("*/*/municipality.toml"))]
    write(out / "content/_index.md", {"title": "Поддержка школ"}, {"kind": "home"}, "", name)
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(territory, folder, content, out, name) for folder in territories]
        for job in jobs:
            job.result()


def territory(folder, content, out, name):
    path = folder.relative_to(content).as_posix()
    here = out / "content" / path
    main = "municipality" if "/" in path else "region"
    about = table(folder / f"{main}.toml")
    people = table(folder / "people.toml").get("person", [])
    lines = [f"{about.get('official_name', about['name'])}."]
    authority = about.get("authority", {})
    lines += [authority.get("name", ""), *authority.get("contact", {}).get("phones", [])]
    lines += [f"- {one['name']}, {', '.join(post['title'] for post in one.get('post', []))}" for one in people]
    for section in sorted(folder.glob("sections/*.md")):
        head, body = front(section)
        lines += [f"\n## {head.get('title', section.stem)}\n", body, head.get("empty_reason", "")]
    for document in sorted(folder.glob("documents/*.toml")):
        act = table(document)
        lines += [f"\n{act['kind']} № {act.get('number', '')}: {act['title']}\n"]
    write(here / "_index.md", {"title": about["name"]}, {"kind": main}, "\n".join(lines), name)
    for plan in sorted(folder.glob("plans/*.toml")):
        head = table(plan)
        extra = {"kind": "plan", "sections": sections(head)}
        page(here, path, "plan", plan.stem, {"title": line(head["title"])}, extra, "", name)
    for practice in sorted(folder.glob("practices/*.md")):
        head, body = front(practice)
        extra = {key: line(value) for key, value in head.items() if isinstance(value, str) and key != "title"}
        page(here, path, "praktiki", practice.stem, {"title": line(head["title"])}, {**extra, "kind": "practice"}, body, name)
    for item in sorted(folder.glob("news/*.md")):
        head, body = front(item)
        top = {"title": line(head["title"]), "description": line(head["summary"]), "date": head["date"]}
        page(here, path, "novosti", item.stem, top, {"kind": "news"}, body, name)
    for school in table(folder / "schools.toml").get("school", []):
        extra = {key: school[key] for key in ("address", "level", "legal_form", "source") if key in school}
        extra["years"] = [f"{one['year']}: {one['category']}" for one in school.get("category", [])]
        page(here, path, "shkoly", school["id"], {"title": school["name"]}, {**extra, "kind": "school"}, "", name)


def sections(plan):
    """Sections of a plan with their events; a plan without sections has one."""
    found = plan.get("section", [{"title": "", "event": plan.get("event", [])}])
    return [{"title": line(one.get("title", "")), "events": [event(e) for e in one.get("event", [])]} for one in found]


def event(one):
    cells = {key: line(one[key]) for key in CELLS if isinstance(one.get(key), str)}
    proofs = [{"title": proof["title"], "link": proof.get("link", "")} for proof in one.get("proof", [])]
    return {"id": one["id"], "number": one.get("number", ""), "title": line(one["title"]), **cells, "proofs": proofs}


def page(here, path, folder, stem, top, extra, body, name):
    address = f"{path}/{folder}/{stem}"
    top = {**top, "path": address} if name == "zola" else {**top, "url": f"/{address}/"}
    write(here / f"{folder}-{stem}.md", top, extra, body, name)


def write(file, top, extra, body, name):
    file.parent.mkdir(parents=True, exist_ok=True)
    if name == "zola" and file.name == "_index.md":
        template = {"home": "index.html"}.get(extra["kind"], "section.html")
        top = {**top, "template": template}
    head = [f"{key} = {value(item)}" for key, item in top.items()]
    extra = [f"{key} = {value(item)}" for key, item in extra.items()]
    table_name = "[extra]" if name == "zola" else "[params]"
    text = "\n".join(["+++", *head, table_name, *extra, "+++", without_pictures(body), ""])
    file.write_text(text)


def value(item):
    """A value as TOML writes it."""
    if isinstance(item, str):
        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, dict):
        return "{ " + ", ".join(f"{key} = {value(one)}" for key, one in item.items()) + " }"
    if isinstance(item, list):
        return "[" + ", ".join(value(one) for one in item) + "]"
    return str(item)


def table(file):
    return tomllib.loads(file.read_text()) if file.exists() else {}


def front(file):
    """The table at the head of a Markdown file and its text."""
    text = file.read_text()
    if not text.startswith("+++\n"):
        return {}, text
    head, _, body = text[4:].partition("\n+++\n")
    return tomllib.loads(head), body


def line(text):
    return " ".join(text.split())


def without_pictures(text):
    """The peers copy no pictures here, so their pages name none."""
    return re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
