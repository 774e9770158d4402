"""Figures as Markdown, and the place in BENCHMARKS.md where they stand."""

import re

BEGIN, END = "<!-- country: begin -->", "<!-- country: end -->"
NOT_TOOLS = ("corpus", "stages", "warm")


def size(number, result):
    """One size while the others are still to come."""
    lines = [f"== {number} municipalities"]
    lines += [f"{name}: {costs(run)}" for name, run in tools(result).items()]
    lines += [f"warm, {name}: {costs(run)}" for name, run in result.get("warm", {}).items()]
    return "\n".join(lines)


def whole(results):
    """All tables."""
    parts = [
        f"Machine: {results['machine']}. Day: {results['day']}. Runs of each tool, in turn: {results['runs']}; medians.",
        main_table(results["sizes"]),
        ratios(results["sizes"]),
        warm(results["sizes"]),
        growth(results["growth"]),
        stages(results["sizes"]),
        served(results.get("serve", {})),
    ]
    return "\n\n".join(part for part in parts if part)


def tools(result):
    return {name: run for name, run in result.items() if name not in NOT_TOOLS}


def costs(run):
    return f"{run['cpu']:.2f} CPU s, {run['wall']:.2f} s, {mega(run['memory'])} MB of memory"


def main_table(sizes):
    rows = []
    for number, result in sizes.items():
        for name, run in tools(result).items():
            rows.append([
                spaced(number), name, f"{run['cpu']:.2f}", f"{run['user']:.2f} + {run['system']:.2f}", f"{run['wall']:.2f}",
                mega(run["memory"]), spaced(run["pages"]), spaced(run["files"]), mega(run["bytes"]),
            ])
    heads = ["municipalities", "tool", "CPU s", "user + system", "wall s", "peak MB", "pages", "files", "output MB"]
    return "### Cold builds\n\n" + table(heads, rows)


def ratios(sizes):
    rows = []
    for number, result in sizes.items():
        found = tools(result)
        for ours in (name for name in found if name.startswith("portal")):
            for peer in (name for name in found if not name.startswith("portal")):
                cpu = found[ours]["cpu"] / found[peer]["cpu"]
                memory = found[ours]["memory"] / found[peer]["memory"]
                rows.append([spaced(number), f"{ours} / {peer}", f"{cpu:.2f}", f"{memory:.2f}"])
    return "### Ratios\n\n" + table(["municipalities", "ours / theirs", "CPU", "memory"], rows) if rows else ""


def warm(sizes):
    rows = []
    for number, result in sizes.items():
        for name, run in result.get("warm", {}).items():
            share = run["cpu"] / result["portal"]["cpu"]
            rows.append([spaced(number), name, f"{run['cpu']:.2f}", f"{run['wall']:.2f}", mega(run["memory"]), f"{share:.0%}"])
    heads = ["municipalities", "over an existing site", "CPU s", "wall s", "peak MB", "of a cold build"]
    return "### Builds over an existing site\n\n" + table(heads, rows) if rows else ""


def growth(found):
    rows = [[name, f"{exponent:.2f}"] for name, exponent in found.items()]
    return "### Growth\n\nExponent of CPU time over municipalities; 1 is linear.\n\n" + table(["tool and sizes", "exponent"], rows) if rows else ""


def stages(sizes):
    known = {number: result["stages"] for number, result in sizes.items() if result.get("stages")}
    if not known:
        return ""
    largest = max(known)
    return f"### Stages at {spaced(largest)} municipalities\n\nAs `portal build --timings` prints them.\n\n```text\n{known[largest]}\n```"


def served(runs):
    known = {number: text for number, text in runs.items() if text}
    parts = [f"{spaced(number)} municipalities:\n\n```text\n{text}\n```" for number, text in known.items()]
    return "### Edits while serving\n\n" + "\n\n".join(parts) if parts else ""


def table_of(text):
    """The table of stages within what the program printed: from its heading to the end."""
    found = re.search(r"^.*(?:Этап|этап).*$", text, re.M)
    return text[found.start():].strip() if found else ""


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def mega(number):
    return f"{number / 1e6:.1f}" if number < 1e7 else spaced(round(number / 1e6))


def spaced(number):
    return f"{round(number):,}".replace(",", " ")


def rewrite(file, text):
    """Puts the tables between the marks of the file."""
    old = file.read_text()
    before, _, rest = old.partition(BEGIN)
    _, _, after = rest.partition(END)
    file.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")
