import Testing

@testable import DossierKit

@Suite("Facts") struct FactTests {
  @Test("take 'null' for a text where a text is to stand")
  func takeNullForAText() async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: null\ndescription:",
      "content/places/minsk.yaml": "name: Minsk\nsummary: null\ntags: [null]\ncountry: null",
      "content/articles/talks.md": "---\ntitle: null\ndate: 2023-05-20\n---\nOf Minsk.\n",
    ]).pages()
    #expect(pages["index.html"]?.contains("<title>null</title>") == true)
    #expect(pages["tags/null/index.html"] != nil)
    #expect(pages["articles/talks/index.html"]?.contains(">null</h1>") == true)
    #expect(pages["places/minsk/index.html"]?.contains(">null</p>") == true)
  }

  private static let wire = ["content/sources/wire.yaml": "title: Wire\n"]

  @Test("are plain, or bring what supports them", arguments: right)
  func areRead(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("plain", official("born: 1970")),
    Row("a value alone", official("born: {value: 1970}")),
    Row(
      "with all that supports it",
      official(
        """
        born:
          value: 1970
          cite: wire
          confidence: likely
          status: disputed
          note: One paper has *1971*.
          internal: Ask again.
          as_stated: in the seventies
          lang: es
        """) + wire),
    Row("a list of one for a single value", official("born: [1970]")),
    Row(
      "rivals",
      official("born: [{value: 1970, cite: wire}, {value: 1971, status: disputed}]") + wire),
    Row(
      "a rival beside a bare value",
      official("born: [{value: 1970, cite: wire, status: disputed}, 1971]") + wire),
    Row("a bare value for a list", place("tags: city")),
    Row("a locator", official("born: {value: 1970, cite: 'wire#p. 3'}") + wire),
    Row("several sources", official("born: {value: 1970, cite: [wire, 'wire#p. 3']}") + wire),
    Row(
      "a citation in full",
      official(
        """
        born:
          value: 1970
          cite: {source: wire, at: p. 3, quote: nació, quote_lang: es, translation: was born, supports: inferred}
        """) + wire),
    Row("the keys of an entry", official("ranks: [{rank: Colonel, cite: wire}]") + wire),
    Row("a name that is empty", ["content/places/a.yaml": "1️⃣name:"], .missingName),
    Row("a name without letters", ["content/places/a.yaml": "name: 1️⃣~"], .emptyName, "'~'"),
    Row("a tag without letters", official("tags: [a, 1️⃣~, null]"), .emptyTag, "'~'"),
    Row("empty values", official("born:\nposts: []\nranks: null\ntags: ~")),
    Row("not known", official("born: unknown\nbirth_place: unknown\nnationality: [unknown]")),
    Row("known to have none", official("died: none\nnationality: none\nposts: none")),
    Row("'unknown' of an enumeration that has it", official("posts: [{title: A, state: unknown}]")),
    Row("'unknown' as a fact", official("born: {value: unknown, note: Nobody says.}")),
    Row("free data", place("extra: {anything: {goes: [here, 1]}, a: b}")),
    Row("identifiers of any scheme", place("identifiers: {wikidata: Q2280, x-own: 4}")),
  ]

  @Test("say what is wrong with them", arguments: wrong)
  func sayWhatIsWrong(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "no value", official("born: 1️⃣{cite: wire}") + wire, .factWithoutValue,
      "\'born\' is a fact without a value", help: "'value:'"),
    Row(
      "a list for a single value", official("gender: [a, 1️⃣b]"), .severalValues,
      "\'gender\' holds one value", help: "rivals"),
    Row(
      "a fact's key misspelled", official("born: {value: 1970, 1️⃣confidance: likely}"),
      .unknownKey, "'confidance'", help: "'confidence'"),
    Row(
      "a fact's key by another name", official("born: {value: 1970, 1️⃣source: wire}") + wire,
      .unknownKey, "'source'", help: "write 'cite'"),
    Row(
      "a confidence", official("born: {value: 1970, confidence: 1️⃣likley}"), .unknownValue,
      "'confidence' cannot be 'likley'", help: "did you mean 'likely'"),
    Row(
      "a confidence far from any", official("born: {value: 1970, confidence: 1️⃣80%}"),
      .unknownValue, "'80%'", help: "confirmed, likely, possible, doubtful"),
    Row(
      "a status", official("born: {value: 1970, status: 1️⃣disputd}"), .unknownValue,
      "'status' cannot be 'disputd'", help: "'disputed'"),
    Row(
      "a confidence of an entry", official("ranks: [{rank: Colonel, confidence: 1️⃣sure}]"),
      .unknownValue, "'sure'"),
    Row(
      "what a citation supports",
      official("born: {value: 1970, cite: {source: wire, supports: 1️⃣indirect}}") + wire,
      .unknownValue, "'supports' cannot be 'indirect'",
      help: "it is one of direct, inferred, context, contradicts"),
    Row(
      "the opposite of a value", official("born: {value: 1970, confidence: 1️⃣unlikely}"),
      .unknownValue, help: "it is one of confirmed"),
    Row(
      "a citation without its source",
      official("born: {value: 1970, cite: 1️⃣{at: p. 3}}"), .citationWithoutSource,
      "\'cite\' needs 'source'", help: "source: …"),
    Row(
      "a place without its source", official("born: {value: 1970, cite: 1️⃣'#p. 3'}"),
      .citationWithoutSource, "'#p. 3' names a place in a source", help: "before '#'"),
    Row(
      "what is rejected without a reason",
      official("born: {value: 1970, status: 1️⃣rejected}"), .rejectedWithoutNote, help: "note: …"),
    Row(
      "a rejected fact with an empty note",
      official("born: {value: 1970, status: 1️⃣rejected, note: \"\"}"), .rejectedWithoutNote),
    Row(
      "a rejected fact with a note of white space",
      official("born: {value: 1970, status: 1️⃣rejected, note: \" \\n\"}"), .rejectedWithoutNote),
    Row(
      "a citation's key", official("born: {value: 1970, cite: {source: wire, 1️⃣qoute: A}}") + wire,
      .unknownKey, "'qoute'", help: "'quote'"),
    Row(
      "a source nobody declares", official("born: {value: 1970, cite: 1️⃣wrie}") + wire,
      .danglingReference, "'wrie'", help: "'wire'"),
    Row(
      "sources without the brackets of a list",
      article("", "sources: 1️⃣wire, cuba") + wire + [
        "content/countries/cuba.yaml": "name: Cuba"
      ], .danglingReference, help: "write '[wire, cuba]'"),
    Row(
      "who said what a note says",
      article("[A]{^n}", "annotations: {n: {text: B, quote: C, attributed_to: 1️⃣cuba}}")
        + ["content/countries/cuba.yaml": "name: Cuba"], .speakerWithoutClaim,
      "the note 'n' would be shown as the dossier's own word",
      help: "add 'type: claim' and 'about: [some-id]'"),
    Row(
      "who said what is typed as a note",
      article(
        "[A]{^n}", "annotations: {n: {type: note, text: B, about: cuba, attributed_to: 1️⃣cuba}}")
        + ["content/countries/cuba.yaml": "name: Cuba"], .speakerWithoutClaim,
      help: "write 'type: claim', so that"),
    Row(
      "who said a claim that is kept elsewhere",
      article("[A]{^n}", "annotations: {n: {claim: cuba#a, attributed_to: 1️⃣cuba}}")
        + ["content/countries/cuba.yaml": "name: Cuba\nclaims: [{id: a, text: A}]"],
      .speakerWithoutClaim, "stands with the claim that 'n' shows",
      help: "say it where the claim is kept"),
    Row(
      "what is said of one of those whom a note is about",
      article(
        "[A]{^n}", "annotations: {n: {text: B, about: 1️⃣[{value: cuba, status: draft}]}}")
        + ["content/countries/cuba.yaml": "name: Cuba"], .wrongShape,
      "'about' of an annotation takes ids", help: "write the ids alone"),
    Row(
      "what is said of one of the speakers of a note",
      article(
        "[A]{^n}",
        "annotations: {n: {type: claim, text: B, about: cuba, attributed_to: 1️⃣{value: cuba, confidence: doubtful}}}"
      )
        + ["content/countries/cuba.yaml": "name: Cuba"], .wrongShape, "'attributed_to'",
      help: "write 'claim: the-entity#that-id' here"),
    Row(
      "what is said of the text of a note",
      article("[A]{^n}", "annotations: {n: {text: 1️⃣{value: B, status: draft}}}"), .wrongShape,
      help: "write the text alone"),
    Row(
      "what is said of one identifier",
      official("identifiers: {wikidata: 1️⃣{value: Q1, confidence: doubtful}, viaf: '2'}"),
      .wrongShape, "of 'wikidata' nothing is said by itself",
      help: "'identifiers: {value: {wikidata: …}, confidence: …}'"),
    Row(
      "what is said of all identifiers",
      official("identifiers: {value: {wikidata: Q1, viaf: '2'}, confidence: doubtful}")
    ),
    Row(
      "a source that is none",
      official("born: {value: 1970, cite: 1️⃣cuba}") + [
        "content/countries/cuba.yaml": "name: Cuba"
      ],
      .wrongKind, "'cite' needs a source, and 'cuba' is a country"),
    Row(
      "the language of a value", place("names: [{text: Мінск, lang: 1️⃣Belarusian}]"),
      .invalidLanguage, "'Belarusian'", help: "'en'"),
  ]

  @Test("keep a key that nobody declares, and name the nearest", arguments: keys)
  func nameTheNearestKey(_ row: Row) async throws { try await row.check() }

  private static let keys = [
    Row(
      "near", place("1️⃣contry: unknown"), .unknownKey, "'contry'", help: "did you mean 'country'"),
    Row("in another case", place("1️⃣Country: unknown"), .unknownKey, help: "'country'"),
    Row("two swapped", official("1️⃣bron: 1970"), .unknownKey, help: "'born'"),
    Row("a website", place("1️⃣website: 'https://a.org'"), .unknownKey, help: "write 'links'"),
    Row("aliases", place("1️⃣aliases: [Mensk]"), .unknownKey, help: "write 'names'"),
    Row(
      "a key with a hyphen", ["content/sources/wire.yaml": "title: W\n1️⃣publisher-name: A"],
      .unknownKey, help: "write 'publisher_name'"),
    Row(
      "a location", ["content/events/fair.yaml": "name: F\n1️⃣location: A"], .unknownKey,
      help: "write 'place'"),
    Row(
      "a day", ["content/events/fair.yaml": "name: F\n1️⃣when: 2020"], .unknownKey,
      help: "write 'date'"),
    Row("a source", official("born: {value: 1970, 1️⃣src: A}"), .unknownKey, help: "write 'cite'"),
    Row(
      "when it was read", official("1️⃣accessed: 2020"), .unknownKey,
      help: "in the file of the source"),
    Row("free data of a place", place("1️⃣mayoralty: A"), .unknownKey, help: "'extra:'"),
    Row(
      "what is said of a person", official("1️⃣cover_identity: A"), .unknownKey,
      help: "under 'claims:', with its source"),
    Row("keywords", place("1️⃣keywords: [a]"), .unknownKey, help: "write 'tags'"),
    Row("a description", place("1️⃣description: A city"), .unknownKey, help: "write 'summary'"),
    Row("an author", article("", "1️⃣author: A"), .unknownKey, help: "write 'authors'"),
    Row("a photo", official("1️⃣photo: a.jpg"), .unknownKey, help: "write 'images'"),
    Row("replies", official("1️⃣replies: [{status: declined}]"), .unknownKey, help: "write 'reply'"),
    Row("a correction", place("1️⃣correction: A"), .unknownKey, help: "write 'corrections'"),
    Row("a claim", place("1️⃣claim: A"), .unknownKey, help: "write 'claims'"),
    Row("citations", place("1️⃣citations: [a]"), .unknownKey, help: "write 'cite'"),
    Row("notes", official("born: {value: 1970, 1️⃣notes: A}"), .unknownKey, help: "write 'note'"),
    Row(
      "notes of an article", article("", "1️⃣notes: {a: A}"), .unknownKey, help: "write 'annotations'"
    ),
    Row("lints", place("1️⃣lints: {ignore: []}"), .unknownKey, help: "write 'lint'"),
    Row(
      "quotes", article("[A]{^n}", "annotations: {n: {text: A, 1️⃣quotes: B}}"), .unknownKey,
      help: "write 'quote'"),
    Row(
      "a speaker", place("claims: [{text: A, 1️⃣speaker: minsk}]"), .unknownKey,
      help: "write 'attributed_to'"),
    Row(
      "by whom", article("[A]{^n}", "annotations: {n: {text: A, 1️⃣by: talks}}"), .unknownKey,
      help: "write 'attributed_to'"),
    Row(
      "an archive", ["content/sources/wire.yaml": "title: W\n1️⃣archive: 'https://a.org'"],
      .unknownKey, help: "write 'archives'"),
    Row(
      "a snapshot", ["content/sources/wire.yaml": "title: W\n1️⃣snapshot: a.pdf"], .unknownKey,
      help: "write 'snapshots'"),
    Row(
      "a date of birth", official("1️⃣birth_date: 1970"), .unknownKey,
      help: "write 'born'"),
    Row(
      "what is related", place("1️⃣related: [a]"), .unknownKey,
      help: "write 'relations'"),
    Row(
      "a place of birth", official("1️⃣place_of_birth: a"), .unknownKey,
      help: "write 'birth_place'"),
    Row(
      "a right of reply", official("1️⃣right_of_reply: {}"), .unknownKey,
      help: "write 'reply'"),
    Row(
      "a slug", article("", "1️⃣slug: a"), .unknownKey,
      help: "write 'id'"),
    Row(
      "a category", article("", "1️⃣category: a"), .unknownKey,
      help: "write 'tags'"),
    Row(
      "categories", article("", "1️⃣categories: [a]"), .unknownKey,
      help: "write 'tags'"),
    Row(
      "paths that it had", article("", "1️⃣aliases: [/old/path/]"), .unknownKey,
      help: "write 'formerly'"),
    Row(
      "one path that it had", article("", "1️⃣aliases: /old/"), .unknownKey,
      help: "write 'formerly'"),
    Row(
      "a note to colleagues", place("1️⃣internal_note: A"), .unknownKey,
      help: "write 'internal'"),
    Row(
      "what is to do", article("", "1️⃣todo: A"), .unknownKey,
      help: "write 'internal'"),
    Row(
      "a comment", official("born: {value: 1970, 1️⃣comment: A}"), .unknownKey,
      help: "write 'internal'"),
    Row(
      "comments", place("1️⃣comments: A"), .unknownKey,
      help: "write 'internal'"),
    Row(
      "a private note", place("1️⃣private_note: A"), .unknownKey,
      help: "write 'internal'"),
    Row(
      "a note of a record", ["content/sources/wire.yaml": "title: W\n1️⃣note: A"], .unknownKey,
      help: "write 'internal'"),
    Row(
      "a source's date", ["content/sources/wire.yaml": "title: W\n1️⃣date: 2023"], .unknownKey,
      help: "write 'published'"),
    Row(
      "a source's year", ["content/sources/wire.yaml": "title: W\n1️⃣year: 2023"], .unknownKey,
      help: "write 'published'"),
    Row(
      "a source's issued", ["content/sources/wire.yaml": "title: W\n1️⃣issued: 2023"], .unknownKey,
      help: "write 'published'"),
    Row(
      "a source's accessdate", ["content/sources/wire.yaml": "title: W\n1️⃣accessdate: 2023"],
      .unknownKey,
      help: "write 'accessed'"),
    Row(
      "a source's access_date", ["content/sources/wire.yaml": "title: W\n1️⃣access_date: 2023"],
      .unknownKey,
      help: "write 'accessed'"),
    Row(
      "a source's retrieved", ["content/sources/wire.yaml": "title: W\n1️⃣retrieved: 2023"],
      .unknownKey,
      help: "write 'accessed'"),
    Row(
      "a source's archive-url", ["content/sources/wire.yaml": "title: W\n1️⃣archive-url: 2023"],
      .unknownKey,
      help: "write 'archives'"),
    Row(
      "a source's archive_url", ["content/sources/wire.yaml": "title: W\n1️⃣archive_url: 2023"],
      .unknownKey,
      help: "write 'archives'"),
    Row(
      "a source's journal", ["content/sources/wire.yaml": "title: W\n1️⃣journal: 2023"], .unknownKey,
      help: "write 'publisher_name'"),
    Row(
      "a source's container-title",
      ["content/sources/wire.yaml": "title: W\n1️⃣container-title: 2023"], .unknownKey,
      help: "write 'publisher_name'"),
    Row(
      "baseURL in the settings", ["content/site.yaml": "title: T\n1️⃣baseURL: en"], .unknownKey,
      help: "write 'url'"),
    Row(
      "base_url in the settings", ["content/site.yaml": "title: T\n1️⃣base_url: en"], .unknownKey,
      help: "write 'url'"),
    Row(
      "lang in the settings", ["content/site.yaml": "title: T\n1️⃣lang: en"], .unknownKey,
      help: "write 'language'"),
    Row(
      "far from any, with where notes go", place("1️⃣population: 2"), .unknownKey,
      help: "that readers may see under 'extra:', and notes to colleagues under 'internal:'"),
    Row(
      "far from any", place("1️⃣population: 2 million"), .unknownKey, "'population'",
      help: "'extra:'"),
    Row(
      "in an entry", official("posts: [{1️⃣titel: Minister}]"), .unknownKey, "'titel'",
      help: "'title'"),
    Row("since", official("ranks: [{rank: Colonel, 1️⃣since: 2020}]"), .unknownKey, help: "'start'"),
    Row("in a position", place("geo: {lat: 1, lon: 2, 1️⃣precison: 5}"), .unknownKey),
    Row(
      "in the settings", ["content/site.yaml": "title: T\n1️⃣langauge: en"], .unknownKey,
      "'langauge'", help: "'language'"),
    Row(
      "in the rules for mentions", article("", "mentions: {1️⃣pins: {}}"), .unknownKey, help: "'pin'"),
  ]

  @Test("are typed by the field that reads them")
  func areTypedByTheField() async throws {
    let pages = try await MarkedDossier([
      "content/countries/norway.yaml": "name: Norway\niso2: NO\nofficial_name: 1e3",
      "content/officials/milian.yaml": "name: on\ngender: 0777",
      "content/places/minsk.yaml": "name: 2023-05-18\ntags: [null-island, 'true']",
    ]).pages()
    let norway = try #require(pages["countries/norway/index.html"])
    #expect(norway.contains(">NO<") && norway.contains("1e3"))
    let official = try #require(pages["officials/milian/index.html"])
    #expect(official.contains(">on</h1>") && official.contains("0777"))
    #expect(pages["places/minsk/index.html"]?.contains(">2023-05-18</h1>") == true)
    #expect(pages["tags/true/index.html"] != nil)
  }

  @Test("show free data to templates")
  func showFreeData() async throws {
    let pages = try await MarkedDossier(place("extra: {elevation: about 220 m}")).pages()
    #expect(pages["places/minsk/index.html"]?.contains("about 220 m") == true)
  }
}
