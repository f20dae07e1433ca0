#!/usr/bin/env python3
"""Makes a dossier of any size, and the Hugo site nearest to it, from the same made-up facts.

    generate.py FOLDER [--articles 5000] [--entities 5000] [--references 48] [--seed 1]
                [--evidence facts|full] [--case NAME]

FOLDER/dossier and FOLDER/hugo are made anew. An article has eight paragraphs of about 60 words, a heading
and a list, and as many references as asked for, spread over its paragraphs: a third of them `[[id|text]]`,
a sixth `[[id]]`, the rest names that only the name finder can find. The 48 of the default are six in each
paragraph. In the Hugo site the links are ordinary ones, and the entities are terms of a taxonomy, whose
pages list the articles that name them; the sentences around a mention are beyond it.

`--evidence facts` gives each entity ten facts, none with a source. `--evidence full` cites a source for each
of the ten, gives each article ten citations and ten annotations, four of them claims, and adds the sources,
one for twenty entities: what one costs more than the other is what evidence costs. Neither has a Hugo site.

The same arguments make the same bytes. A case is a dossier made to hurt, without a Hugo site:

    hub      every paragraph refers to one entity
    country  every entity refers to one country
    long     one article of 2 MB
    stream   all entities in one YAML file
    broken   every `[[…]]` of the articles leads nowhere, each elsewhere
"""

import argparse
import datetime
import random
import shutil
from pathlib import Path

KINDS = ["country", "place", "organization", "event", "official"]
PLURALS = {
    "country": "countries", "place": "places", "organization": "organizations", "event": "events",
    "official": "officials",
}
WORDS = """account agency aid airfield ally ambassador analyst announcement annual archive army article
attention authority aviation balance base basis border brief budget bureau cadet career centre
ceremony chief civilian commission committee communication concern condition conference consent
contract convoy cooperation copy council course credit crew customs cycle date deadline debate
decision defence delegation delivery deputy detail device dialogue diplomat document draft drill
duty economy effort embassy engine engineer envoy equipment estimate evidence exchange exercise
expert export factory fair figure fleet flight forum freight frigate fuel garrison goods guard guest
harbour head highway history host import industry inquiry inspection institute instructor interest
invoice issue journal journey labour language launch law leader letter level licence list loan
manual march market meeting member memory message method mission model month navy negotiation note
notice office officer opening order paper parade partner party passage payment permit phase
photograph plan plant platform port position post practice press price procedure programme project
protocol quarter question radio record reform region register remark repair report request reserve
result review risk road role route rule sample schedule school season sector security series service
session share shipment signal site source speech staff stage statement station stock storage summary
supply support survey system talk term text title topic trade training transfer treaty unit update
vehicle version vessel visit volume warehouse week witness workshop yard""".split()
ADJECTIVES = """annual bilateral brief broad careful civil closed common confidential cultural current
detailed early earlier economic final financial foreign formal former general industrial internal
joint late later legal limited local logistic long maritime military modest mutual naval new
official open ordinary partial planned practical previous private public quiet recent regional
regular second short similar special strategic technical third unsigned unusual written""".split()
VERBS = """accepted announced confirmed covered delayed described discussed followed included mentioned
opened postponed prepared presented published received recorded repeated reviewed signed supported
welcomed""".split()

# What may be said with references; each takes as many as it has slots.
REFERRING = [
    "{} met {} on the margins of the {w}, and both spoke of a {a} {w}.",
    "According to a {a} {w}, {} had asked {} for the {w} of a {w}.",
    "The {w} named {} first, and only then the {a} {w} of {}.",
    "A {a} {w} about {} was shown to {} before {} {v} it.",
    "Neither {} nor {} {v} the {w} in public, though the {w} was {a}.",
    "It was {} who {v} the {a} {w} during the {w}.",
    "For {}, the {a} {w} came after months of {w} and {w}.",
    "Three {w} documents put {} beside {} and {} in the same {w}.",
]
PLAIN = [
    "The {a} {w} {v} a {w} that nobody had *{v}* before the {w} of that {w}.",
    "No {w} of the {a} {w} is known, and the {w} itself **{v} nothing** of the kind.",
    "What the {w} {v} was a {a} {w}, a {w} and the {a} {w} of a {a} {w}.",
    "Later the {w} {v} the {w}, which the {a} {w} of the {w} had {v} twice.",
    "A {w} in the {a} {w} was {v}; its {w} & its {w} were not.",
]
SYLLABLES = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ["", "l", "n", "r", "s"]]


class Names:
    """Made-up proper names; none is given twice, and none is an English word of the prose."""

    def __init__(self, random):
        self.random = random
        self.taken = set(WORDS) | set(ADJECTIVES) | set(VERBS)

    def word(self, syllables):
        while True:
            word = "".join(self.random.choice(SYLLABLES) for _ in range(syllables))
            if word not in self.taken:
                self.taken.add(word)
                return word.capitalize()


class Entity:
    def __init__(self, id, kind, name):
        self.id, self.kind, self.name = id, kind, name
        self.fields = []  # lines of YAML
        self.facts = []  # (label, text, id or None), for Hugo
        self.body = ""  # with references as {0}, {1}, …
        self.body_references = []
        self.summary = ""
        self.tags = []


class Case:
    def __init__(self, arguments):
        self.random = random.Random(arguments.seed)
        self.arguments = arguments
        self.names = Names(self.random)
        self.tags = [f"{a} {w}" for a, w in zip(ADJECTIVES[:30], WORDS[40:])]
        self.sentences = [self.phrase(self.random.choice(PLAIN)) for _ in range(2000)]
        self.entities = []
        self.by_kind = {kind: [] for kind in KINDS}
        self.make_entities()
        # Apart from the other choices, so that both dossiers say the same.
        self.evidence = random.Random(arguments.seed + 1)
        self.sources = [f"source-{n}" for n in range(max(2, arguments.entities // 20))]

    def cited(self):
        """A source and a place in it, some sources far more often than others."""
        source = self.sources[int(len(self.sources) * self.evidence.random() ** 2)]
        return f"{source}#p. {self.evidence.randrange(1, 200)}"

    def phrase(self, pattern):
        choice = self.random.choice
        for slot, words in (("{w}", WORDS), ("{a}", ADJECTIVES), ("{v}", VERBS)):
            while slot in pattern:
                pattern = pattern.replace(slot, choice(words), 1)
        return pattern

    def pick(self, kind=None):
        """An entity, the first ones far more often: a few are in everything, most in little."""
        pool = self.by_kind[kind] if kind else self.entities
        return pool[int(len(pool) * self.random.random() ** 2)]

    def country(self):
        return self.by_kind["country"][0] if self.arguments.case == "country" else self.pick("country")

    # Entities

    def make_entities(self):
        count = self.arguments.entities
        shares = {"country": min(200, max(1, count // 25)), "place": max(1, count // 10),
                  "organization": max(1, count // 5), "event": max(1, count // 5)}
        shares["official"] = max(1, count - sum(shares.values()))
        choice = self.random.choice
        for kind in KINDS:
            for _ in range(shares[kind]):
                word = self.names.word(3)
                name = {
                    "country": word,
                    "place": f"{choice(['Port', 'Fort', 'New', 'San'])} {word}",
                    "organization": f"{word} {choice(['Institute', 'Works', 'Agency', 'Council'])}",
                    "event": f"{word} {choice(['Summit', 'Exercise', 'Fair', 'Talks'])} "
                             f"{self.random.randint(2010, 2024)}",
                    "official": f"{choice(SYLLABLES)}{choice(SYLLABLES)}".capitalize() + f" {word}",
                }[kind]
                entity = Entity(name.lower().replace(" ", "-"), kind, name)
                self.entities.append(entity)
                self.by_kind[kind].append(entity)
        for entity in self.entities:
            entity.summary = choice(self.sentences).replace("*", "")
            entity.tags = self.random.sample(self.tags, 2)
            entity.body_references = [self.pick(), self.pick()]
            entity.body = " ".join([choice(self.sentences), "Its {w} is tied to {0} and to {1}.",
                                    choice(self.sentences)]).replace("{w}", choice(WORDS))
            getattr(self, "describe_" + entity.kind)(entity)

    def add(self, entity, key, text, to=None):
        entity.fields.append(f"{key}: {to.id if to else text}")
        entity.facts.append((key.replace("_", " ").capitalize(), to.name if to else text, to))

    def describe_country(self, entity):
        self.add(entity, "official_name", f"Republic of {entity.name}")
        entity.fields.append(f"demonyms: [{entity.name}ian]")
        self.add(entity, "capital", None, self.pick("place"))

    def describe_place(self, entity):
        self.add(entity, "country", None, self.country())
        latitude, longitude = self.random.uniform(-60, 60), self.random.uniform(-170, 170)
        entity.fields.append(f"geo: {{lat: {latitude:.2f}, lon: {longitude:.2f}, precision: 5000}}")
        entity.facts.append(("Position", f"{latitude:.2f}, {longitude:.2f}", None))

    def describe_organization(self, entity):
        entity.fields.append(f"names: [{{text: {entity.name.split()[0]}, type: alias}}]")
        self.add(entity, "classification", self.random.choice(WORDS))
        self.add(entity, "country", None, self.country())
        # Above stands only what was made before, so that no circle closes.
        above = self.by_kind["organization"].index(entity)
        if above:
            parent = self.by_kind["organization"][int(above * self.random.random() ** 2)]
            self.add(entity, "parent", None, parent)
        self.add(entity, "founded", str(self.random.randint(1930, 2015)))

    def describe_event(self, entity):
        random = self.random
        kind = random.choice(["meeting", "visit", "exercise", "fair", "signing", "delivery"])
        day = datetime.date(2010, 1, 1) + datetime.timedelta(random.randrange(5000))
        self.add(entity, "type", kind)
        self.add(entity, "date", str(day))
        self.add(entity, "place", None, self.pick("place"))
        countries = {self.country().id: 0, self.pick("country").id: 0}
        entity.fields.append(f"countries: [{', '.join(countries)}]")
        self.add(entity, "follows", None, self.other("event", entity))
        entity.fields.append("participants:")
        for _ in range(3):
            who, country = self.pick("official"), self.country()
            presence = random.choice(["confirmed", "photo", "listed", "invited"])
            role = random.choice(WORDS).capitalize()
            entity.fields.append(f"  - {{who: {who.id}, role: {role}, for: {country.id}, presence: {presence}}}")
            entity.facts.append(("Participant", f"{who.name}, {role}, {presence}", who))

    def describe_official(self, entity):
        random = self.random
        entity.fields.append(f"names: [{entity.name.split()[1]}]")
        self.add(entity, "born", str(random.randint(1940, 1985)))
        self.add(entity, "birth_place", None, self.pick("place"))
        self.add(entity, "nationality", None, self.country())
        entity.fields.append("posts:")
        start = random.randint(1995, 2010)
        for number in range(2):
            organization, country = self.pick("organization"), self.country()
            title = f"Head of the {random.choice(ADJECTIVES)} {random.choice(WORDS)}"
            entity.fields += [
                f"  - id: post-{number + 1}", f"    title: {title}", f"    organization: {organization.id}",
                f"    country: {country.id}", f"    start: {start}-03", f"    end: {start + 4}-02",
                "    state: ended"]
            entity.facts.append(("Post", f"{title}, {start}–{start + 4}", organization))
            start += 5
        other = self.other("official", entity)
        entity.fields.append(f"relations: [{{type: associate-of, to: {other.id}, start: {start}}}]")
        entity.facts.append(("Associate of", other.name, other))

    def other(self, kind, entity):
        other = self.pick(kind)
        if other is not entity:
            return other
        pool = self.by_kind[kind]
        return pool[(pool.index(entity) + 1) % len(pool)]

    def facts_with_sources(self, entity):
        """The entity's own fields, and relations until there are ten facts; each with its source, if asked for."""
        full = self.arguments.evidence == "full"
        lines, count = [], 0
        for line in entity.fields:
            key, _, value = line.partition(": ")
            if full and value and value[0] not in "[{|" and not line.startswith(" "):
                line = f'{key}: {{value: {value}, cite: "{self.cited()}", confidence: likely}}'
            if not line.startswith("relations"):
                lines.append(line)
            count += 0 if line.startswith("  ") else 1
        lines.append("relations:")
        pool = self.entities
        for _ in range(max(1, 10 - count)):
            other = self.other_of(pool, entity)
            cite = f', cite: "{self.cited()}"' if full else ""
            lines.append(f"  - {{type: related-to, to: {other.id}, start: 2015{cite}}}")
        return lines

    def other_of(self, pool, entity):
        index = self.evidence.randrange(len(pool))
        return pool[index] if pool[index] is not entity else pool[(index + 1) % len(pool)]

    def with_evidence(self, text):
        """Front matter and a text with ten citations and ten annotations, spread over its paragraphs."""
        evidence, notes = self.evidence, []
        blocks = text.split("\n\n")
        prose = [index for index, block in enumerate(blocks) if block[0] not in "#-"]
        for number in range(10):
            index = prose[number % len(prose)]
            source, _, locator = self.cited().partition("#")
            head, _, tail = blocks[index].rpartition(".")
            blocks[index] = f"{head} [@{source}, {locator}].{tail}"
            phrase = f"[as the {evidence.choice(WORDS)} has it]{{^n{number}}}"
            blocks[index] += f" That is so, {phrase}."
            words = evidence.choice(self.sentences).replace("*", "")
            if number < 4:
                about = self.other_of(self.entities, None)
                notes.append(f'  n{number}: {{type: claim, about: [{about.id}], confidence: likely, '
                             f'cite: "{self.cited()}", text: {quoted(words)}}}')
            else:
                notes.append(f"  n{number}: {quoted(words)}")
        return "annotations:\n" + "\n".join(notes) + "\n", "\n\n".join(blocks)

    # Articles

    def article(self, number, paragraphs=8):
        """Title, date, tags, entities named, and the text for dossier and for Hugo."""
        random = self.random
        named, ours, hugos = {}, [], []
        wanted = [self.arguments.references // paragraphs] * paragraphs
        for index in range(self.arguments.references % paragraphs):
            wanted[index] += 1
        for index in range(paragraphs):
            if index == paragraphs // 2:
                heading = f"The {random.choice(ADJECTIVES)} {random.choice(WORDS)}"
                items = "\n".join("- " + random.choice(self.sentences) for _ in range(3))
                ours += [f"## {heading}", items]
                hugos += [f"## {heading}", items]
            a, b = self.paragraph(number, wanted[index], named)
            ours.append(a)
            hugos.append(b)
        title = f"{random.choice(ADJECTIVES)} {random.choice(WORDS)}, {random.choice(ADJECTIVES)} {random.choice(WORDS)}"
        day = datetime.date(2010, 1, 1) + datetime.timedelta(random.randrange(5000))
        return (title.capitalize(), day, random.sample(self.tags, 3), list(named.values()),
                "\n\n".join(ours), "\n\n".join(hugos))

    def paragraph(self, number, references, named):
        random = self.random
        ours, hugos, words = [], [], 0
        while references > 0 or words < 60:
            fitting = [p for p in REFERRING if p.count("{}") <= references]
            if not fitting or (words > 0 and random.random() < 0.3 and words < 40):
                sentence = random.choice(self.sentences)
                ours.append(sentence)
                hugos.append(sentence)
                words += sentence.count(" ") + 1
                continue
            pattern = self.phrase(random.choice(fitting))
            pairs = [self.reference(number, named) for _ in range(pattern.count("{}"))]
            references -= len(pairs)
            ours.append(pattern.format(*[pair[0] for pair in pairs]))
            hugos.append(pattern.format(*[pair[1] for pair in pairs]))
            words += ours[-1].count(" ") + 1
        return self.wrapped(ours), self.wrapped(hugos)

    def wrapped(self, sentences):
        """Some authors write a sentence on each line."""
        return ("\n" if self.random.random() < 0.5 else " ").join(sentences)

    def reference(self, number, named):
        random, case = self.random, self.arguments.case
        entity = self.entities[0] if case == "hub" else self.pick()
        named[entity.id] = entity
        style = random.random()
        if style < 1 / 3:
            text = random.choice(["the " + random.choice(WORDS), entity.name.split()[-1]])
            wiki, link = f"[[{entity.id}|{text}]]", f"[{text}](/entities/{entity.id}/)"
        elif style < 1 / 2:
            wiki, link = f"[[{entity.id}]]", f"[{entity.name}](/entities/{entity.id}/)"
        else:
            return entity.name, entity.name
        if case == "broken":
            wiki = wiki.replace(entity.id, f"{entity.id}-{number}-{random.randrange(10 ** 6)}")
        return wiki, link


# What is written to the disk

SITE = """title: A made-up dossier
description: Ties between countries that do not exist, annotated
url: https://dossier.example.org/
language: en
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def generate(arguments):
    root, case = Path(arguments.folder), Case(arguments)
    dossier, hugo = root / "dossier", None if arguments.case or arguments.evidence else root / "hugo"
    for folder in (root / "dossier", root / "hugo"):
        shutil.rmtree(folder, ignore_errors=True)
    write(dossier / "content/site.yaml", SITE)
    if hugo:
        for path, text in HUGO_FILES.items():
            write(hugo / path, text)
        for folder in ("content/articles", "content/entities"):
            (hugo / folder).mkdir(parents=True)
    for folder in ["articles"] + list(PLURALS.values()):
        (dossier / "content" / folder).mkdir(parents=True)
    write_entities(case, dossier, hugo)
    if arguments.evidence == "full":
        for number, source in enumerate(case.sources):
            basis = f"based_on: {case.sources[number // 2]}\n" if number % 3 == 2 else ""
            write(dossier / f"content/sources/{source}.yaml",
                  f"title: Report {number} on {case.evidence.choice(WORDS)}\ntype: article\n"
                  f"publisher_name: {case.evidence.choice(WORDS).capitalize()}\npublished: 2025\n{basis}")
    for number in range(arguments.articles):
        paragraphs = 4000 if arguments.case == "long" and number == 0 else 8
        title, day, tags, named, ours, hugos = case.article(number, paragraphs)
        head = f"---\ntitle: {title}\ndate: {day}\ntags: [{', '.join(tags)}]\n"
        about = ", ".join(entity.id for entity in named[:2])
        if arguments.evidence == "full":
            notes, ours = case.with_evidence(ours)
            head += notes
        path = f"content/articles/a{number:06}.md"
        (dossier / path).write_text(f"{head}about: [{about}]\n---\n{ours}\n", encoding="utf-8")
        if hugo:
            ids = "".join(f"- {entity.id}\n" for entity in named)
            (hugo / path).write_text(f"{head}entities:\n{ids}---\n{hugos}\n", encoding="utf-8")


def write_entities(case, dossier, hugo):
    streams = {kind: [] for kind in KINDS}
    for entity in case.entities:
        a, b = entity.body_references
        ours = entity.body.replace("{0}", f"[[{a.id}]]").replace("{1}", b.name)
        lines = [f"name: {entity.name}", f"summary: {quoted(entity.summary)}",
                 f"tags: [{', '.join(entity.tags)}]",
                 *(case.facts_with_sources(entity) if case.arguments.evidence else entity.fields),
                 "body: |", "  " + ours]
        if case.arguments.case == "stream":
            streams[entity.kind].append("\n".join([f"id: {entity.id}", *lines]))
        else:
            path = dossier / "content" / PLURALS[entity.kind] / f"{entity.id}.yaml"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        if hugo:
            facts = "".join(
                f"- {{label: {label}, text: {quoted(text)}" + (f", to: {to.id}" if to else "") + "}\n"
                for label, text, to in entity.facts)
            body = entity.body.replace("{0}", f"[{a.name}](/entities/{a.id}/)").replace("{1}", b.name)
            write(hugo / "content/entities" / entity.id / "_index.md",
                  f"---\ntitle: {entity.name}\nkind_label: {entity.kind.capitalize()}\n"
                  f"summary: {quoted(entity.summary)}\ntags: [{', '.join(entity.tags)}]\n"
                  f"facts:\n{facts}---\n{body}\n")
    for kind, documents in streams.items():
        if documents:
            write(dossier / "content" / PLURALS[kind] / "all.yaml", "\n---\n".join(documents) + "\n")


def quoted(text):
    return '"' + text.replace('"', "") + '"'


# The Hugo site's own files: its settings and a theme that shows what dossier's shows, as far as it can.

HUGO_FILES = {
    "hugo.toml": """baseURL = "https://dossier.example.org/"
title = "A made-up dossier"
locale = "en"
enableRobotsTXT = true
[params]
description = "Ties between countries that do not exist, annotated"
[taxonomies]
entity = "entities"
tag = "tags"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 20
""",
    "static/assets/style.css": "main { max-width: 70ch; margin: auto }\n",
    "layouts/_default/baseof.html": """<!DOCTYPE html>
<html lang="{{ site.Language.Locale }}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{ if not .IsHome }}{{ .Title }} – {{ end }}{{ site.Title }}</title>
  <meta name="description" content="{{ with .Params.summary }}{{ . }}{{ else }}{{ .Title }}: {{ site.Title }}{{ end }}">
  <link rel="canonical" href="{{ .Permalink }}">
  <link rel="stylesheet" href="{{ "assets/style.css" | relURL }}">
  <link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="{{ "index.xml" | relURL }}">
</head>
<body>
  <a class="skip" href="#_main">Skip to the content</a>
  <header class="site-header">
    <p class="site-title"><a href="{{ "/" | relURL }}">{{ site.Title }}</a></p>
    <nav aria-label="Sections"><ul>
      <li><a href="{{ "articles/" | relURL }}">Articles</a></li>
      <li><a href="{{ "entities/" | relURL }}">Entities</a></li>
      <li><a href="{{ "tags/" | relURL }}">Topics</a></li>
    </ul></nav>
  </header>
  <main id="_main">
{{ block "main" . }}{{ end }}
  </main>
  <footer class="site-footer">
    <p class="site-description"><strong>{{ site.Title }}</strong> {{ site.Params.description }}</p>
    <p class="colophon"><a href="{{ "index.xml" | relURL }}">Feed of articles</a></p>
  </footer>
</body>
</html>
""",
    "layouts/_default/single.html": """{{ define "main" }}
<article class="record article">
  <header><h1>{{ .Title }}</h1>
  <p class="meta">Article <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p></header>
  <div class="body">{{ .Content }}</div>
  <section class="mentioned"><h2>Mentioned here</h2><ul>
  {{- range .GetTerms "entities" }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
  {{- end }}
  </ul></section>
  <ul class="tags">
  {{- range .GetTerms "tags" }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
  {{- end }}
  </ul>
</article>
{{ end }}
""",
    "layouts/_default/term.html": """{{ define "main" }}
<article class="record entity">
  <header><h1>{{ .Title }}</h1>
  {{ with .Params.kind_label }}<p class="meta">{{ . }}</p>{{ end }}
  {{ with .Params.summary }}<p class="summary">{{ . }}</p>{{ end }}</header>
  {{ with .Params.facts }}<dl class="facts">
  {{- range . }}
    <dt>{{ .label }}</dt><dd>{{ if .to }}<a href="/entities/{{ .to }}/">{{ .text }}</a>{{ else }}{{ .text }}{{ end }}</dd>
  {{- end }}
  </dl>{{ end }}
  <div class="body">{{ .Content }}</div>
  <section class="mentions"><h2>Mentioned in</h2><ul>
  {{- range .Pages.ByDate.Reverse }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></li>
  {{- end }}
  </ul></section>
  {{ with .GetTerms "tags" }}<ul class="tags">
  {{- range . }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
  {{- end }}
  </ul>{{ end }}
</article>
{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}
<header><h1>{{ .Title }} <span class="count">{{ len .Pages }}</span></h1></header>
<ul class="entries">
{{- range .Pages.ByDate.Reverse }}
  <li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ if not .Date.IsZero }} <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>{{ end }}{{ with .Params.summary }} {{ . }}{{ end }}</li>
{{- end }}
</ul>
{{ end }}
""",
    "layouts/index.html": """{{ define "main" }}
<header><h1>{{ site.Title }}</h1><p class="lede">{{ site.Params.description }}</p></header>
<section><h2>Latest articles</h2><ul class="entries">
{{- range first 10 (where site.RegularPages "Section" "articles").ByDate.Reverse }}
  <li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></li>
{{- end }}
</ul></section>
<section><h2>Topics</h2><ul class="tags">
{{- range site.Taxonomies.tags }}
  <li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{- end }}
</ul></section>
{{ end }}
""",
    "layouts/404.html": """{{ define "main" }}<h1>Page not found</h1>{{ end }}
""",
}


def parsed_arguments(argv=None):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--entities", type=int, default=5000)
    parser.add_argument("--references", type=int, default=48, help="in each article")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--evidence", choices=["facts", "full"])
    parser.add_argument("--case", choices=["hub", "country", "long", "stream", "broken"])
    return parser.parse_args(argv)


if __name__ == "__main__":
    generate(parsed_arguments())
