import Testing

@testable import DossierKit

@Suite("Claims with many parts") struct LongClaimTests {
  /// A claim of any number of parts, with those whom it names and what points at it.
  private static func dossier(_ shape: String, _ count: Int) -> MarkedDossier {
    func list(_ element: (Int) -> String) -> String {
      "[" + (1...count).map(element).joined(separator: ", ") + "]"
    }
    let texts = list { "{value: Words \($0)., status: disputed, cite: wire}" }
    let ids = list { "p\($0)" }
    let quotations = list { "{source: wire, at: p. \($0), quote: Words \($0)}" }
    let sources = list { "s\($0)" }
    let claim =
      switch shape {
      case "subjects": "text: Went., about: \(ids)"
      case "rejected subjects":
        "text: Went., about: [p1, p2, "
          + list { "{value: p\($0), status: rejected, note: No.}" }.dropFirst()
      case "speakers and words": "text: \(texts), attributed_to: \(ids)"
      case "subjects and sources": "text: Went., about: \(ids), cite: \(sources)"
      case "subjects and quotations": "text: Went., about: \(ids), cite: \(quotations)"
      case "sources of a subject":
        "text: Went., about: [{value: p1, cite: \(sources)}, "
          + list { "p\($0)" }.dropFirst()
      default: "text: \(texts), about: \(ids)"
      }
    var files = [
      "content/sources/wire.yaml": "title: The wire",
      "content/officials/ana.yaml": "name: Ana\ndeceased: true\nclaims:\n- {id: c, \(claim)}",
    ]
    for index in 1...count {
      files["content/officials/p\(index).yaml"] =
        "name: Person \(index)\ndeceased: true\nreply: {status: received, text: No \(index).}"
      if shape.contains("sources") {
        files["content/sources/s\(index).yaml"] = "title: Source \(index)"
      }
      if shape.hasPrefix("pointers") {
        files["content/pages/t\(index).md"] =
          "---\ntitle: T\(index)\nannotations: {n: {claim: ana#c}}\n---\nIt is [so]{^n}."
      }
    }
    if shape == "a note about many" {
      files.merge(
        article("[So]{^n}.", "annotations: {n: {type: claim, about: \(ids), text: Went.}}")
      ) { $1 }
    }
    return MarkedDossier(files)
  }

  @Test(
    "take as much room as was written, not as much for each whom they name",
    arguments: [
      "subjects", "rejected subjects", "subjects and words", "speakers and words",
      "subjects and sources", "subjects and quotations", "sources of a subject",
      "pointers and subjects", "a note about many",
    ])
  func takesRoomByWhatIsWritten(_ shape: String) async throws {
    func bytes(_ count: Int) async throws -> Int {
      try await Self.dossier(shape, count).pages().values.reduce(0) { $0 + $1.utf8.count }
    }
    let (some, more) = (try await bytes(50), try await bytes(150))
    // Three times as much; nine times would be as much again for each.
    #expect(more < some * 7 / 2, "\(some), \(more)")
  }

  @Test("say on other pages how much more there is, with a link to all of it")
  func saysHowMuchMore() async throws {
    let pages = try await Self.dossier("subjects and words", 20).pages()
    let other = try #require(pages["officials/p3/index.html"])
    let claim = try #require(ShownPage(other).claims.only)
    #expect(claim.contains("Words 8. [1] or 12 more"), "\(claim)")
    #expect(!claim.contains("Words 9."))
    #expect(claim.contains("Person 7, Person 8 and 12 more"))
    #expect(other.contains(#"<a href="../../officials/ana/#_claims_c">and 12 more</a>"#))
    let home = try #require(pages["officials/ana/index.html"])
    let all = try #require(ShownPage(home).claims.only)
    #expect(all.contains("Words 20.") && all.contains("Person 19 and Person 20"))
    #expect(!all.contains(" more"))
  }

  @Test("name on the page of one of many that very one, with what is said of them")
  func namesWhosePageItIs() async throws {
    var speakers = (1...11).map { "p\($0)" }
    speakers.append("{value: p12, status: disputed}")
    var files = [
      "content/officials/ana.yaml":
        "name: Ana\ndeceased: true\nclaims:\n- {id: c, text: Went., attributed_to: [\(speakers.joined(separator: ", "))]}"
    ]
    for index in 1...12 { files["content/officials/p\(index).yaml"] = "name: P\(index)" }
    let pages = try await MarkedDossier(files).pages()
    let page = try #require(pages["officials/p12/index.html"])
    let claim = try #require(ShownPage(page).claims.only)
    #expect(claim.hasPrefix("P1, P2, P3, P4, P5, P6, P7 or P12 disputed or 4 more said:"))
  }

  @Test("of a note, are named in it where lists name the first alone")
  func areNamedInTheNote() async throws {
    let pages = try await Self.dossier("a note about many", 12).pages()
    let list = try #require(pages["claims/index.html"])
    #expect(ShownPage(list).claims.contains { $0.contains("Person 8 and 4 more") })
    let article = ShownPage.words(try #require(pages["articles/talks/index.html"])[...])
    #expect(article.contains("· About Person 1, Person 2,"))
    #expect(article.contains("Person 11 and Person 12"))
  }
}
