import Testing

@testable import DossierKit

@Suite struct AmbiguousMentionTests {
  private static let ports = [
    "content/places/a.yaml": "name: Port Arthur", "content/places/b.yaml": "name: Port Arthur",
  ]

  @Test func linksToNeitherOfTwoAndSaysSoOnce() async throws {
    var files = Self.ports
    files["content/pages/about.md"] = "---\ntitle: About\n---\nPort Arthur"
    let dossier = try await LinkedDossier("Port Arthur and Port Arthur", files)
    #expect(try dossier.text() == "Port Arthur and Port Arthur")
    let diagnostic = try #require(dossier.diagnostics.first)
    #expect(dossier.diagnostics.count == 1)
    #expect(diagnostic.code == .ambiguousMention)
    #expect(diagnostic.message.contains("'a' and 'b'"))
    #expect(
      diagnostic.notes.map { dossier.sources[$0.location.file].path }
        == ["content/places/b.yaml", "content/articles/talks.md", "content/pages/about.md"])
  }

  @Test(
    "points at the very name, in both files",
    arguments: [
      ("id: a\nname: 1️⃣Port Arthur", "id: b\nname: 2️⃣Port Arthur"),
      (
        "summary: A port.\nname: {value: 1️⃣Port Arthur, note: So they say.}",
        "name: B\nnames: [Lüshun, 2️⃣Port Arthur]"
      ),
      (
        "name: A\nnames:\n  - Lüshun A\n  - {lang: en, text: 1️⃣Port Arthur}",
        "name:\n  - {value: Wrong, status: rejected, note: N.}\n  - value: 2️⃣Port Arthur"
      ),
      (
        "name: A\nnames:\n  - {type: former, text: 1️⃣{value: Port Arthur}}",
        "---\nname: 2️⃣\"Port Arthur\"\n---\nText."
      ),
    ])
  func pointsAtTheName(_ first: String, _ second: String) async throws {
    let ending = second.hasPrefix("---\n") ? "md" : "yaml"
    let dossier = MarkedDossier(
      ["content/places/a.yaml": first, "content/places/b.\(ending)": second]
        + article("In Port Arthur."))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .ambiguousMention })
    let places = ([diagnostic.location] + diagnostic.notes.prefix(1).map(\.location)).compactMap {
      $0
    }
    // Of a fact, the mark stands before its value or the fact itself.
    for (place, mark) in zip(places, ["1️⃣", "2️⃣"] as [Character]) {
      let wanted = try #require(dossier.marks[mark])
      #expect(report.sources[place.file].path == wanted.path)
      #expect(place.range.lowerBound == wanted.offset)
    }
    #expect(places.count == 2)
  }

  @Test(
    "is settled by pins, or by changing a name",
    arguments: [
      ("mentions: {pin: {Port Arthur: b}}", "name: Port Arthur", "{b|Port Arthur}"),
      ("mentions: {never: [port arthur]}", "name: Port Arthur", "Port Arthur"),
      ("", "name: Port Arthur\nnames: [{text: Port Arthur, link: never}]", "{a|Port Arthur}"),
      ("", "name: Port Arthur\nnames: [{text: Port Arthur, link: context}]", "{a|Port Arthur}"),
    ])
  func isSettled(_ rules: String, _ second: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(
      "Port Arthur", frontMatter: rules,
      ["content/places/a.yaml": "name: Port Arthur", "content/places/b.yaml": second])
    #expect(try dossier.text() == expected)
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
  }

  @Test func reportsAShortNameThatTwoMentionedInOneArticleBear() async throws {
    let dossier = try await LinkedDossier(
      "Castro, Raúl Castro, Fidel Castro: Castro and Castro.", MentionTests.files)
    #expect(
      try dossier.text()
        == "Castro, {raul-castro|Raúl Castro}, {fidel-castro|Fidel Castro}: Castro and Castro.")
    let diagnostic = try #require(dossier.diagnostics.first)
    #expect(dossier.diagnostics.count == 1)
    #expect(diagnostic.message.contains("'fidel-castro' and 'raul-castro'"))
    let place = try #require(diagnostic.location)
    #expect(
      String(
        decoding: dossier.sources[place.file].bytes[place.range.lowerBound...].prefix(12),
        as: UTF8.self)
        == "Castro and C")
  }

  @Test func leavesTheSameWordToACountryUntilItsNamesakeIsThere() async throws {
    let files = [
      "content/countries/jordan.yaml": "name: Jordan",
      "content/officials/michael.yaml": "name: Michael Jordan\nnames: [Jordan]",
    ]
    let alone = try await LinkedDossier("Jordan signed. Jordan left.", files)
    #expect(try alone.text() == "{jordan|Jordan} signed. {jordan|Jordan} left.")
    #expect(alone.diagnostics.isEmpty)
    let both = try await LinkedDossier("Michael Jordan came. Jordan left.", files)
    #expect(try both.text() == "{michael|Michael Jordan} came. Jordan left.")
    #expect(both.diagnostics.map(\.code) == [.ambiguousMention])
  }

  @Test func reportsNamesThatAreNone() async throws {
    let long = String(repeating: "word ", count: 1000)
    let dossier = try await LinkedDossier(
      "Minsk", frontMatter: "mentions: {pin: {Minsk: a, minsk: b}, never: ['...']}",
      [
        "content/places/a.yaml": "name: A\nnames: ['—', {text: \(long)}]",
        "content/places/b.yaml": "name: B",
      ])
    #expect(
      Set(dossier.diagnostics.map(\.code)) == [.emptyName, .longName, .pinnedTwice])
    #expect(dossier.diagnostics.count == 4, "\(dossier.diagnostics)")
    let pins = try #require(dossier.diagnostics.first { $0.code == .pinnedTwice })
    let (second, first) = (try #require(pins.location), try #require(pins.notes.first?.location))
    #expect(first.range.upperBound < second.range.lowerBound)
    #expect(first.range.count == "Minsk".utf8.count && second.range.count == first.range.count)
    #expect(try dossier.text() == "Minsk")
  }
}
