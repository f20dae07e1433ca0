import Testing

@testable import DossierKit

@Suite("What a file asks a lint to overlook") struct LintIgnoreTests {
  private static func lint(_ code: String, _ reason: String = "reason: R") -> String {
    "lint: {ignore: [{code: \(code), \(reason)}]}"
  }
  private static let heeded: Set<Diagnostic.Code> = [
    .orphanEntity, .unarchivedSource, .unusedSource,
  ]

  @Test("is overlooked", arguments: right)
  func isOverlooked(_ row: Row) async throws { try await row.check(heeding: Self.heeded) }

  private static let right = [
    Row("in an entity", place(lint("orphan-entity"))),
    Row("as one entry without a list", place("lint: {ignore: {code: orphan-entity, reason: R}}")),
    Row(
      "if it is an error",
      official(
        "born: 1970\ndied: 1960\nlint:\n  ignore:\n    - {code: reversed-dates, reason: R}\n    - {code: orphan-entity, reason: R}"
      )),
    Row("in an article", article("Reportedly.", lint("uncited-attribution"))),
    Row(
      "in a page",
      ["content/pages/a.md": "---\ntitle: A\n\(lint("uncited-attribution"))\n---\nReportedly."]),
    Row(
      "in one document of several",
      [
        "content/places/all.yaml":
          "id: a\nname: A\n\(lint("orphan-entity"))\n---\nid: b\nname: B\n\(lint("orphan-entity"))"
      ]),
    Row("in a draft, which nobody looks at", place("visibility: draft\n\(lint("orphan-entity"))")),
    Row("by nothing", place("lint:\n" + "body: See [[minsk|it]].") + article("[[minsk]]")),
  ]

  @Test("is said all the same", arguments: wrong)
  func isSaid(_ row: Row) async throws { try await row.check(heeding: Self.heeded) }

  private static let wrong = [
    Row(
      "of the document beside it",
      ["content/places/all.yaml": "id: a\nname: A\n\(lint("orphan-entity"))\n---\nid: 1️⃣b\nname: B"],
      .orphanEntity, "'B'"),
    Row(
      "of the document before it",
      ["content/places/all.yaml": "id: 1️⃣a\nname: A\n---\nid: b\nname: B\n\(lint("orphan-entity"))"],
      .orphanEntity, "'A'"),
    Row("without a code", place("lint: {ignore: [1️⃣{reason: R}]}"), .missingField, "'code'"),
    Row(
      "without a reason", place("lint: {ignore: [1️⃣{code: orphan-entity}]}"), .missingField,
      "'reason'"),
    Row(
      "with an empty reason", place("lint: {ignore: [1️⃣{code: orphan-entity, reason: ' '}]}"),
      .missingField, "'reason'"),
    Row(
      "by its code alone", place("lint: {ignore: [1️⃣orphan-entity]}"), .missingField,
      "'code' and 'reason'"),
    Row(
      "by its code alone", place("lint: {ignore: [1️⃣unarchived-source]}"), .missingField,
      help: "{code: unarchived-source, reason: …}"),
    Row("by another word", place("lint: {ignore: 1️⃣everything}"), .wrongShape),
    Row("by no mapping", place("lint: 1️⃣off"), .wrongShape, "'lint' is a group of keys"),
    Row(
      "by a misspelled code", place("lint: {ignore: [{code: 1️⃣orphan-entiy, reason: R}]}"),
      .unknownValue,
      "'orphan-entiy' is not the code of a lint", help: "'orphan-entity'"),
    Row(
      "by a code that is none", place("lint: {ignore: [{code: 1️⃣x, reason: R}]}"), .unknownValue,
      help: "it is one of rejected-without-note, unsourced-statement"),
    Row(
      "by the code of a mistake", place("lint: {ignore: [{code: 1️⃣dangling-reference, reason: R}]}"),
      .notIgnorable, "'dangling-reference' cannot be ignored"),
    Row(
      "by the code of a warning", place("lint: {ignore: [{code: 1️⃣unknown-key, reason: R}]}"),
      .notIgnorable),
    Row(
      "by another key", article("[[minsk]]") + place("lint: {1️⃣ignored: []}"), .unknownKey,
      help: "'ignore'"),
  ]

  @Test("is asked in vain", arguments: vain)
  func isAskedInVain(_ row: Row) async throws { try await row.check(heeding: Self.heeded) }

  private static let vain = [
    Row(
      "where the lint is silent",
      article("[[minsk]]") + place("lint: {ignore: [{code: 1️⃣orphan-entity, reason: R}]}"),
      .unusedIgnore,
      "'orphan-entity' is ignored here, and has nothing to say", help: "delete"),
    Row(
      "of what is said elsewhere",
      [
        "content/places/all.yaml":
          "id: a\nname: A\n\(lint("orphan-entity"))\n---\nid: b\nname: B\n\(lint("orphan-entity"))"
      ]
        + article(
          "Reportedly.",
          "lint: {ignore: [{code: uncited-attribution, reason: R}, {code: 1️⃣orphan-entity, reason: R}]}"
        ),
      .unusedIgnore),
    Row(
      "in the settings",
      ["content/site.yaml": "title: T\nlint: {ignore: [{code: 1️⃣unrecorded-snapshot, reason: R}]}"],
      .unusedIgnore),
  ]

  @Test func isFoundAmongManyDocuments() async throws {
    let documents = (0..<500).map { number in
      "id: p\(number)\nname: Place \(number)"
        + (number % 2 == 0 ? "\n\(Self.lint("orphan-entity"))" : "")
    }
    let dossier = MarkedDossier([
      "content/places/all.yaml": documents.joined(separator: "\n---\n")
    ])
    let report = try await dossier.build()
    #expect(report.diagnostics.map(\.code) == Array(repeating: .orphanEntity, count: 250))
    let names = report.diagnostics.compactMap { $0.message.firstMatch(of: /Place (\d+)/)?.1 }
    #expect(names.map { Int($0) } == stride(from: 1, to: 500, by: 2).map { $0 })
  }

  @Test func saysNothingOfWhatWasRemoved() async throws {
    let dossier = MarkedDossier(
      place("visibility: redacted\nupdated: 2023-05-01\n\(Self.lint("orphan-entity"))"))
    #expect(try await dossier.build().diagnostics.isEmpty)
  }

  @Test func speaksForFilesThatCannot() async throws {
    let dossier = MarkedDossier(
      ["content/site.yaml": "title: T\n\(Self.lint("unrecorded-snapshot"))\n"],
      bytes: ["content/media/snapshots/a.html": [0x41]])
    let report = try await dossier.build()
    #expect(report.diagnostics.isEmpty)
  }

  @Test func isHeededInDraftsWhereTheyAreShown() async throws {
    let dossier = MarkedDossier(place("visibility: draft\n\(Self.lint("orphan-entity"))"))
    let report = try await dossier.build { $0.drafts = true }
    #expect(report.diagnostics.isEmpty)
  }

  @Test func isNotCountedAsUnusedWhileSomethingCannotBeRead() async throws {
    let dossier = MarkedDossier(place("country: nowhere\n\(Self.lint("orphan-entity"))"))
    let report = try await dossier.build()
    #expect(report.diagnostics.map(\.code) == [.danglingReference])
  }

  @Test func comesToTheSameWithManyWorkers() async throws {
    var files: [String: String] = [:]
    for number in 0..<200 {
      files["content/officials/p\(number).yaml"] =
        "name: Ann Lee\nborn: 1970\ndied: 1960\nidentifiers: {imo: 1}"
    }
    let dossier = MarkedDossier(files)
    let one = try await dossier.build { $0.jobs = 1 }
    let many = try await dossier.build { $0.jobs = 8 }
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.diagnostics.count { $0.code == .possibleDuplicate } == 199)
  }
}
