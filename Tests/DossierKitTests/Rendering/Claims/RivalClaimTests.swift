import Testing

@testable import DossierKit

@Suite("Claims of which sources differ") struct RivalClaimTests {
  private static let base = [
    "content/sources/wire.yaml": "title: The wire",
    "content/sources/daily.yaml": "title: The daily",
    "content/officials/ivan.yaml": "name: Ivan Sokolov",
    "content/officials/bo.yaml": "name: Bo Berg",
  ]

  private static func pages(
    _ claim: String, _ files: [String: String] = [:]
  ) async throws -> [String: String] {
    try await MarkedDossier(
      base.merging([
        "content/officials/ana.yaml":
          "name: Ana Pérez\ndeceased: true\nclaims:\n- {id: c, \(claim)}"
      ]) { $1 }.merging(files) { $1 }
    ).pages()
  }

  private static let rivals =
    "[{value: ivan, status: disputed, cite: wire}, {value: bo, status: disputed, cite: daily}]"

  @Test(
    "name each who may have said it, and never as if all had",
    arguments: [
      (rivals, "Ivan Sokolov disputed[1] or Bo Berg disputed[2] said: Went."),
      ("[ivan, {value: bo, status: disputed}]", "Ivan Sokolov or Bo Berg disputed said: Went."),
      ("[ivan, bo]", "Ivan Sokolov and Bo Berg said: Went."),
      ("[ivan, bo, ana]", "Ivan Sokolov, Bo Berg and Ana Pérez said: Went."),
      ("{value: ivan, confidence: doubtful}", "Ivan Sokolov doubtful said: Went."),
      (
        "[{value: ivan, status: disputed}, {value: unknown, status: disputed}]",
        "Ivan Sokolov disputed or not known disputed said: Went."
      ),
      (
        "[bo, {value: ivan, status: rejected, note: His brother., cite: wire}]",
        "Bo Berg said: 1 rejectedIvan Sokolov rejected[1]His brother. Went."
      ),
      (
        "{value: ivan, status: rejected, note: His brother.}",
        "Attributed to nobody named: 1 rejectedIvan Sokolov rejectedHis brother. Went."
      ),
    ])
  func nameEachSpeaker(_ speakers: String, _ words: String) async throws {
    let pages = try await Self.pages("text: Went., attributed_to: \(speakers)")
    let page = try #require(pages["officials/ana/index.html"])
    let claim = try #require(ShownPage(page).claims.only)
    #expect(claim.hasPrefix(words), "\(claim)")
    #expect(page.contains("<s><a href=\"../../officials/ivan/\">") == speakers.contains("rejected"))
  }

  @Test(
    "do not say that they have no source where their speaker has one",
    arguments: [
      ("attributed_to: {value: ivan, cite: wire}", nil), ("attributed_to: ivan", "no source"),
      ("attributed_to: {value: ivan, cite: wire}, cite: daily", "1 source"),
      ("attributed_to: {value: ivan, cite: {source: wire, supports: context}}", "no source"),
    ])
  func doNotDenySources(_ keys: String, _ words: String?) async throws {
    let pages = try await Self.pages("text: Went., \(keys)")
    let page = try #require(pages["officials/ana/index.html"])
    let claim = try #require(ShownPage(page).claims.only)
    #expect(
      claim.contains("Went. \(words.map { $0 + " " } ?? "")confidence not stated"), "\(claim)")
  }

  @Test("are told of in the same words by a note that points at them")
  func areToldOfInNotes() async throws {
    let pages = try await Self.pages(
      "text: Went., attributed_to: \(Self.rivals)",
      article("They [met]{^n}.", "annotations: {n: {claim: ana#c}}"))
    let article = ShownPage.words(try #require(pages["articles/talks/index.html"])[...])
    #expect(article.contains("Ivan Sokolov disputed[1] or Bo Berg disputed[2] said: Went."))
  }

  @Test(
    "are struck in a note where they were found wrong",
    arguments: ["c: {claim: ana#c}", "c: {type: claim, about: bo, text: Went., REJECTED}"])
  func areStruckInNotes(_ annotation: String) async throws {
    let rejected = "status: rejected, note: Never."
    let pages = try await Self.pages(
      "text: Went., \(rejected)",
      article(
        "They [met]{^c}.",
        "annotations:\n  \(annotation.replacing("REJECTED", with: rejected))"))
    let article = try #require(pages["articles/talks/index.html"])
    #expect(article.contains(#"<span class="struck">Went.</span>"#))
  }

  @Test("whose only words were found wrong stand struck in a note, with the reason")
  func showsWrongWordsInNotes() async throws {
    let pages = try await Self.pages(
      "attributed_to: ivan, text: {value: Went., status: rejected, note: A slip., cite: wire}",
      article("They [met]{^n}.", "annotations: {n: {claim: ana#c}}"))
    let article = try #require(pages["articles/talks/index.html"])
    #expect(article.contains(#"said:</span> <span class="struck">Went.</span>"#))
    #expect(ShownPage.words(article[...]).contains("said: Went. rejected[1]A slip."))
  }

  @Test("stand as notes struck as well, if they are no claims")
  func notesAreStruck() async throws {
    let pages = try await MarkedDossier(
      article("They [met]{^n}.", "annotations: {n: {text: Hm., status: rejected, note: No.}}")
    ).pages()
    let article = try #require(pages["articles/talks/index.html"])
    #expect(article.contains(#"<span class="struck">Hm.</span>"#))
  }

  @Test(
    "are about nothing that was found wrong, nor then about whoever keeps them",
    arguments: [
      (
        "{value: bo, status: rejected, note: Not he.}", [],
        "About 1 rejectedBo Berg rejectedNot he."
      ),
      (
        "[ivan, {value: bo, status: rejected, note: Not he.}]", ["ivan"],
        "About Ivan Sokolov 1 rejectedBo Berg rejectedNot he."
      ),
      (
        "[{value: ivan, status: disputed}, {value: bo, status: disputed}]", ["bo", "ivan"],
        "About Ivan Sokolov disputed or Bo Berg disputed"
      ),
    ])
  func areAboutWhatStands(_ about: String, _ listed: [String], _ words: String) async throws {
    let pages = try await Self.pages("text: Went., about: \(about)")
    let ana = ShownPage(try #require(pages["officials/ana/index.html"]))
    #expect(ana.claimGroups == ["Told on this page"])
    #expect(ana.claims.only?.contains(words) == true, "\(ana.claims)")
    let others = ["bo", "ivan"].filter {
      pages["officials/\($0)/index.html"]?.contains("Went.") == true
    }
    #expect(others == listed)
  }

  @Test("show all their words, each with its sources")
  func showAllWords() async throws {
    let texts =
      "text: [{value: Ten., status: disputed, cite: wire}, {value: Twelve., status: disputed, cite: daily}, {value: Two., status: rejected, note: A slip.}], confidence: likely"
    let pages = try await Self.pages(
      texts, article("They [met]{^n}.", "annotations: {n: {claim: ana#c}}"))
    let page = try #require(pages["officials/ana/index.html"])
    let claim = try #require(ShownPage(page).claims.only)
    // None of the sources is one for the claim as a whole.
    #expect(
      claim.contains(
        "disputed: sources differ Ten. [1] Twelve. [2] 1 rejectedTwo. rejectedA slip. likely"
      ), "\(claim)")
    let article = ShownPage.words(try #require(pages["articles/talks/index.html"])[...])
    #expect(
      article.contains(
        "disputed: sources differ Ten.[1] Twelve.[2] · as a whole likely"),
      "\(article)")
  }

  @Test(
    "stand in the lists of the marks that they show",
    arguments: [
      ("text: A, attributed_to: \(rivals)", "disputed-not-stated"),
      (
        "text: [{value: A, cite: wire, status: disputed}, {value: B, cite: daily, status: disputed}]",
        "disputed-not-stated"
      ),
      ("text: {value: A, confidence: doubtful}, confidence: likely", "accepted-doubtful"),
      ("text: A, about: {value: bo, status: disputed, confidence: possible}", "disputed-possible"),
      ("text: A, attributed_to: {value: bo, confidence: possible}", "accepted-possible"),
      (
        "text: A, attributed_to: [ivan, {value: bo, confidence: doubtful, status: rejected, note: N.}]",
        "accepted-not-stated"
      ),
      ("text: {value: A, status: rejected, note: N.}", "rejected-not-stated"),
    ])
  func standInTheListsOfTheirMarks(_ claim: String, _ list: String) async throws {
    let pages = try await Self.pages(claim)
    let lists = pages.keys.filter {
      $0.hasPrefix("claims/") && $0.contains("-") && !$0.hasPrefix("claims/not-stated")
    }
    #expect(lists == ["claims/\(list)/index.html"])
    let page = try #require(pages["claims/\(list)/index.html"])
    #expect(page.contains("confidence not stated<") == list.hasSuffix("not-stated"))
  }
}
