import Testing

@testable import DossierKit

@Suite("Links in texts") struct TextLinkTests {
  private static let minsk = [
    "content/places/minsk.yaml": "name: Minsk\nnames: [Capital of Belarus]"
  ]
  private static let draft = ["content/places/minsk.yaml": "name: Minsk City\nvisibility: draft"]
  private static let redacted = [
    "content/places/minsk.yaml": "name: Minsk City\nvisibility: redacted\nupdated: 2023-05-01"
  ]
  private static let twins = [
    "content/places/a.yaml": "name: Springfield\ndisambiguation: one",
    "content/places/b.yaml": "name: Springfield B\nnames: [{text: Springfield, link: never}]",
  ]
  private static let other = [
    "content/articles/visit.md": "---\ntitle: The visit\ndate: 2023-05-19\n---\n"
  ]

  @Test("lead to their pages", arguments: right)
  func lead(row: (body: String, files: [String: String], part: String)) async throws {
    let pages = try await MarkedDossier(article(row.body) + row.files).pages()
    let page = try #require(pages["articles/talks/index.html"])
    let prose = try #require(page.firstMatch(of: /<div class="prose">([\s\S]*?)<\/div>/)?.1)
    // A link is a mention, and has the anchor of one.
    #expect(prose.replacing(/\ id="[a-z-]+_\d+"/, with: "").contains(row.part), "\(prose)")
  }

  private static let right: [(body: String, files: [String: String], part: String)] = [
    ("[[minsk]]", minsk, #"href="../../places/minsk/">Minsk</a>"#),
    ("[[minsk|the city]]", minsk, #"href="../../places/minsk/">the city</a>"#),
    ("[[Minsk]]", minsk, #"href="../../places/minsk/">Minsk</a>"#),
    ("[[MINSK]]", minsk, #"href="../../places/minsk/">"#),
    ("[[Capital of Belarus]]", minsk, #"href="../../places/minsk/">"#),
    ("[[visit]]", other, #"href="../../articles/visit/">The visit</a>"#),
    (
      "[[about]]", ["content/pages/about.md": "---\ntitle: About us\n---\n"],
      #"href="../../about/">About us</a>"#
    ),
    (
      "[[minsk#c]]", ["content/places/minsk.yaml": "name: Minsk\nclaims: [{id: c, text: A}]"],
      #"href="../../places/minsk/#_claims_c""#
    ),
    ("[[a|Springfield]]", twins, #"href="../../places/a/">Springfield</a>"#),
    ("Before [[minsk|the city]] after", draft, "Before the city after"),
    ("Before [[minsk|the city]] after", redacted, "Before the city after"),
    ("Before [[minsk]] after", redacted, "Before removed after"),
    ("Before [the city](../places/minsk.yaml) after", draft, "Before the city after"),
    ("[a](visit.md)", other, #"href="../../articles/visit/">a</a>"#),
    ("[a](./visit.md#_notes)", other, #"href="../../articles/visit/#_notes">a</a>"#),
    ("[a](../places/minsk.yaml)", minsk, #"href="../../places/minsk/">a</a>"#),
    ("[a](places/minsk.yaml)", minsk, #"href="../../places/minsk/">a</a>"#),
    (
      "[a](<../places/my%20places/minsk.yaml>)",
      ["content/places/my places/minsk.yaml": "name: Minsk"], #"href="../../places/minsk/">a</a>"#
    ),
    ("## Then\n\n[a](#then)", [:], ##"href="#then">a</a>"##),
    ("[a](https://a.org/b?c=d)", [:], #"href="https://a.org/b?c=d""#),
    ("[a](mailto:a@a.org)", [:], #"href="mailto:a@a.org""#),
    (
      "[a](media/notes.pdf)", ["content/media/notes.pdf": "%PDF"],
      #"href="../../media/notes.pdf">a</a>"#
    ),
    (
      "[a](../media/notes.pdf)", ["content/media/notes.pdf": "%PDF"],
      #"href="../../media/notes.pdf">a</a>"#
    ),
    (
      "![A photo](media/a.jpg \"Caption\")", ["content/media/a.jpg": "J"],
      #"src="../../media/a.jpg""#
    ),
    ("[[!Minsk]] stays", minsk, "Minsk stays"),
  ]

  @Test("say what is wrong with them", arguments: wrong)
  func sayWhatIsWrong(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "a near id", article("See [[1️⃣misnk]].") + minsk, .danglingReference, "'[[misnk]]'",
      help: "did you mean 'minsk'"),
    Row(
      "a part of a name", article("See [[1️⃣Belarus]].") + minsk, .danglingReference,
      help: "[[minsk|Belarus]]"),
    Row("nobody", article("See [[1️⃣Nobody at All]]."), .danglingReference, "Nobody at All"),
    Row(
      "a citation in a wiki link's brackets",
      article("So they say [[1️⃣@wire]].") + ["content/sources/wire.yaml": "title: W"],
      .danglingReference, help: "write '[@wire]' to cite it"),
    Row(
      "two of one name", article("See [[1️⃣Springfield]].") + twins, .ambiguousName, "'a' and 'b'",
      help: "[[a|Springfield]]"),
    Row(
      "a claim that is not there", article("See [[minsk#1️⃣c]].") + minsk, .unknownClaim,
      "'minsk' has no claim 'c'"),
    Row(
      "the id of a draft", article("See [[1️⃣minsk]].") + draft, .unpublishedReference,
      "'minsk' is not published", help: "[[minsk|the words to show]]"),
    Row(
      "the name of a draft", article("See [[1️⃣Minsk City]].") + draft, .unpublishedReference,
      "not published"),
    Row(
      "the old name of what was redacted", article("See [[1️⃣Minsk City]].") + redacted,
      .danglingReference),
    Row("nothing", article("See 1️⃣[[]]."), .emptyLink, "names nothing"),
    Row(
      "a file that is not there", article("1️⃣[a](vist.md)") + other, .brokenLink, "'vist.md'",
      help: "'visit.md'"),
    Row("a file by a wrong path", article("1️⃣[a](../../places/minsk.yaml)") + minsk, .brokenLink),
    Row("a file outside content", article("1️⃣[a](../../../etc/passwd)"), .brokenLink),
    Row(
      "an image that is not there", article("1️⃣![a](media/b.jpeg)") + ["content/media/b.jpg": "J"],
      .missingMedia, "'b.jpeg'", help: "'media/b.jpg'"),
    Row(
      "an image as fields name it", article("1️⃣![a](b.jpg)") + ["content/media/b.jpg": "J"],
      .missingMedia, "no file 'b.jpg' beside 'content/articles/talks.md'",
      help: "write 'media/b.jpg'"),
    Row(
      "a document as fields name it", article("1️⃣[a](b.pdf)") + ["content/media/b.pdf": "J"],
      .brokenLink, help: "write 'media/b.pdf'"),
    Row(
      "a document that is not there", article("1️⃣[a](../media/c.pdf)"), .missingMedia, "c.pdf",
      help: "put it there"),
    Row(
      "a claim like none that there is",
      article("See [[minsk#1️⃣growth]].") + place("claims: [{id: b, text: A}, {id: a, text: B}]"),
      .unknownClaim, help: "it has 'a', 'b'"),
    Row(
      "an image of a field",
      place("images: [{file: 1️⃣minks.jpg}]") + ["content/media/minsk.jpg": "J"], .missingMedia,
      "'minks.jpg'", help: "'minsk.jpg'"),
    Row(
      "an image of another host", article("1️⃣![a](https://a.org/b.jpg)"), .foreignImage,
      "another host", help: "content/media/"),
    Row("a script", article("1️⃣[a](javascript:alert)"), .unsafeLink, "javascript"),
    Row("data", article("1️⃣[a](data:text/html,b)"), .unsafeLink, "data:"),
    Row("another scheme", article("1️⃣[a](ftp://a.org/b)"), .unsafeLink, "ftp"),
    Row(
      "a source nobody declares",
      article("A [@1️⃣wier].") + ["content/sources/wire.yaml": "title: W"], .danglingReference,
      "'wier'", help: "'wire'"),
    Row("a source that is none", article("A [@1️⃣minsk].") + minsk, .wrongKind, "a source"),
    Row(
      "a place in no source", article("A [@1️⃣, p. 3]."), .citationWithoutSource, "not the source",
      help: "behind '@'"),
    Row(
      "a claim about nobody", article("[A]{^c}", "annotations: {1️⃣c: {type: claim, text: B}}"),
      .claimAboutNobody, "'c'", help: "about: [some-id]"),
    Row(
      "a claim about a list of nobody",
      article("[A]{^c}", "annotations: {1️⃣c: {type: claim, text: B, about: [ ]}}"),
      .claimAboutNobody, "'c'"),
    Row(
      "a claim about nobody that a text keeps",
      article("A", "claims: [1️⃣{id: more, text: B, about: []}]"), .claimAboutNobody, "'more'"),
    Row(
      "a claim that an entity keeps",
      ["content/places/minsk.yaml": "name: Minsk\nclaims: [{text: It grows., about: []}]"]),
    Row(
      "annotations that say nothing",
      article(
        "[A]{^a} [B]{^b} [C]{^c} [D]{^d} [E]{^e}",
        "annotations: {1️⃣a: , 2️⃣b: \"\", 3️⃣c: {type: note}, 4️⃣d: {text: \"\"}, 5️⃣e: {lang: en, cite: []}}"
      ),
      says: (1...5).map {
        Expectation(Character("\($0)️⃣"), .emptyAnnotation, "says nothing", help: "'cite'")
      }),
    Row(
      "annotations that show no more than a source, or how sure it is",
      article("[A]{^a} [B]{^b}", "annotations: {a: {cite: wire}, b: {confidence: likely}}")
        + ["content/sources/wire.yaml": "title: W"]),
    Row(
      "a claim about somebody",
      article("[A]{^c}", "annotations: {c: {type: claim, text: B, about: minsk}}") + minsk),
    Row(
      "the second of several sources",
      article("A [@wire, p. 3; @1️⃣belta].") + ["content/sources/wire.yaml": "title: W"],
      .danglingReference, "'belta'"),
    Row(
      "an annotation without its text", article("[A]{^1️⃣n2}", "annotations: {2️⃣n3: C}"),
      says: [
        Expectation("2️⃣", .unusedAnnotation, "'n3'"),
        Expectation("1️⃣", .unknownAnnotation, "'n2' has no text"),
      ]),
    Row(
      "an annotation of an annotation",
      article("[A]{^a}", "annotations: {a: 'B [C]{^1️⃣b}', 2️⃣b: D}"),
      says: [
        Expectation("1️⃣", .unknownAnnotation, help: "have none themselves"),
        Expectation("2️⃣", .unusedAnnotation),
      ]),
    Row(
      "an annotation of an entity", official("2️⃣annotations: {n: B}\nbody: '[A]{^1️⃣n}'"),
      says: [
        Expectation("2️⃣", .unknownKey, "'annotations'", help: "write a footnote"),
        Expectation("1️⃣", .unknownAnnotation, help: "write a footnote, '[^n]'"),
      ]),
    Row(
      "a document in another folder",
      article("1️⃣[a](media/contract.pdf)") + [
        "content/media/snapshots/contract.pdf": "%PDF"
      ], .missingMedia, help: "did you mean 'media/snapshots/contract.pdf'?"),
    Row(
      "a comment that is no definition", article("A line\n1️⃣[//]: # (SEC)"), .openComment,
      "'[//]: # (SEC)' begins a comment", help: "'[//]: # (…)' between empty lines"),
    Row(
      "a comment in a title", article("1️⃣[a](https://a.example \"b <!-- c -->\")"), .openComment,
      help: "titles, captions and addresses hold no comments"),
    Row(
      "a comment in a caption",
      article("![a](media/a.svg \"b 1️⃣<!-- c -->\")") + ["content/media/a.svg": "a"], .openComment,
      help: "titles, captions and addresses hold no comments"),
    Row(
      "a comment in a field", official("disambiguation: 1️⃣a <!-- b -->"), .openComment,
      "'disambiguation' takes no markup", help: "behind a '#'"),
    Row(
      "a field in the text", article("2️⃣internal: SEC\n1️⃣visibility: draft\n---\nText"),
      says: [
        Expectation("2️⃣", .openComment, "stands in the text", help: "'internal\\:'"),
        Expectation("1️⃣", .openComment, help: "between the two lines '---'"),
      ]),
    Row("what is no field in the text", article("internal\\: A.\n\nInternal: B. An internal: c.")),
    Row("a comment in data", official("extra: {a: 1️⃣a <!-- b -->}"), .openComment),
    Row(
      "a footnote without its colon", article("A.[^brothers]\n\n1️⃣[^brothers] That they are."),
      .unknownNote, "the colon is missing", help: "write '[^brothers]: …'"),
    Row(
      "a footnote with a space before its colon", article("A.[^n]\n\n1️⃣[^n] : B."),
      .unknownNote, "a space stands before the colon", help: "write '[^n]: …'"),
    Row("what only looks like a footnote", article("A 1️⃣[^a-z]"), .unknownNote, help: "'\\['"),
    Row(
      "a note as a link",
      article("1️⃣[A](^n) [A]{^n}", "annotations: {n: B}"), .brokenLink, help: "write '[words]{^n}'"),
    Row(
      "words to stand on without braces",
      article("He asked the port.", "annotations: {n: {text: A, on: 1️⃣asked the port}}"),
      .wrongShape, "'on' needs 'exact'"),
    Row("a footnote without its text", article("A.1️⃣[^n]"), .unknownNote, "'n'", help: "'[^n]:'"),
    Row(
      "a footnote that nothing uses", article("A.\n\n[^1️⃣n]: B."), .unusedNote, "'n'", help: "'[^n]'"
    ),
  ]

  @Test("leave behind what only unpublished matter shows")
  func leaveMediaBehind() async throws {
    let pages = try await MarkedDossier([
      "content/media/draft.jpg": "1", "content/media/both.jpg": "2", "content/media/none.jpg": "3",
      "content/media/fact.pdf": "4", "content/media/body.pdf": "5",
      "content/media/private.pdf": "6",
      "content/site.yaml":
        "title: T\nkinds: {file: {plural: files, fields: {scan: {type: file, sensitive: private}}}}",
      "content/files/one.yaml": "name: One\nscan: private.pdf",
      "content/places/a.yaml":
        "name: A\nvisibility: draft\nimages: [{file: draft.jpg}, {file: both.jpg}]",
      "content/places/b.yaml": """
      name: B
      images:
      - {file: both.jpg}
      - {file: fact.pdf, status: draft}
      """,
      "content/articles/talks.md":
        "---\ntitle: Talks\ndate: 2023-05-20\nvisibility: draft\n---\n[a](../media/body.pdf)\n",
    ]).pages()
    #expect(
      pages.keys.filter { $0.hasPrefix("media/") }.sorted() == ["media/both.jpg", "media/none.jpg"])
  }
}
