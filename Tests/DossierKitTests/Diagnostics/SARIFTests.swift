import Foundation
import Testing

@testable import DossierKit

/// What hosts of code are told, by the rules of SARIF 2.1.0.
@Suite("SARIF") struct SARIFTests {
  private static let sources = SourceTree(
    files: [
      SourceFile(path: "content/a b.md", bytes: Array("x\né漢 here\r\nid: x\n".utf8)),
      SourceFile(path: "content/é.yaml", bytes: Array("id: x".utf8)),
    ], leftOut: [SourceFile(path: "content/media/snapshots/a.html", bytes: [])])

  /// The one run of the one document.
  private func run(
    _ diagnostics: [Diagnostic], folder: String = "", isStrict: Bool = false
  ) throws -> [String: Any] {
    var renderer = DiagnosticRenderer(
      .sarif(folder: folder), sources: Self.sources, isStrict: isStrict)
    return try parsed(renderer.render(diagnostics))
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    #expect(text.hasSuffix("\n"))
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    #expect((document["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
    let runs = try #require(document["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func results(_ run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  private func value(_ path: String, in object: Any) -> Any? {
    var part: Any? = object
    for key in path.split(separator: ".") {
      if let list = part as? [Any] {
        part = Int(key).flatMap { list.indices.contains($0) ? list[$0] : nil }
      } else {
        part = (part as? [String: Any])?[String(key)]
      }
    }
    return part
  }

  private static let example = Diagnostic(
    .duplicateID, "two", at: Location(0, 8..<12),
    notes: [.init("first used here", at: Location(1, 4..<5))], help: "rename one")

  @Test func namesThePlaceInCharacters() throws {
    let run = try run([Self.example])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require(try results(run).first)
    let place = "locations.0.physicalLocation"
    #expect(value("\(place).artifactLocation.uri", in: result) as? String == "content/a%20b.md")
    #expect(value("\(place).artifactLocation.uriBaseId", in: result) as? String == "%SRCROOT%")
    #expect(
      value("\(place).region", in: result) as? [String: Int]
        == ["startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8])
    #expect(value("originalUriBaseIds.%SRCROOT%.description.text", in: run) is String)
  }

  @Test func saysWhatIsWrongAndTheWayOut() throws {
    let result = try #require(try results(run([Self.example])).first)
    #expect(result["ruleId"] as? String == "duplicate-id")
    #expect(result["level"] as? String == "error")
    #expect(value("message.text", in: result) as? String == "two\nhelp: rename one")
    let related = "relatedLocations.0"
    #expect(value("\(related).message.text", in: result) as? String == "first used here")
    #expect(
      value("\(related).physicalLocation.artifactLocation.uri", in: result) as? String
        == "content/%C3%A9.yaml")
    #expect(
      value("\(related).physicalLocation.region.startColumn", in: result) as? Int == 5)
  }

  @Test func explainsEachRuleOnce() throws {
    let run = try run([
      Diagnostic(.unknownKey, "a", at: Location(0, 0..<1)), Self.example,
      Diagnostic(.unknownKey, "b", at: Location(1, 0..<1)),
    ])
    let rules = try #require(value("tool.driver.rules", in: run) as? [[String: Any]])
    #expect(value("tool.driver.name", in: run) as? String == "dossier")
    #expect(rules.map { $0["id"] as? String } == ["duplicate-id", "unknown-key"])
    #expect(
      rules.map { value("defaultConfiguration.level", in: $0) as? String } == ["error", "warning"])
    #expect(rules.allSatisfy { value("fullDescription.text", in: $0) is String })
    #expect(rules.allSatisfy { value("help.text", in: $0) is String })
    #expect(
      value("shortDescription.text", in: rules[1]) as? String
        == "A key that its kind does not declare, so its value is shown nowhere.")
    #expect(try results(run).map { $0["ruleIndex"] as? Int } == [1, 0, 1])
    #expect(try results(run).map { $0["level"] as? String } == ["warning", "error", "warning"])
  }

  @Test func callsWarningsErrorsWhenStrict() throws {
    let warning = Diagnostic(.unknownKey, "a", at: Location(0, 0..<1))
    #expect(try results(run([warning], isStrict: true)).first?["level"] as? String == "error")
  }

  @Test func hasAFileForWhatHasNoPlace() throws {
    let whole = Diagnostic(.outputInContent, "inside", at: nil)
    let media = Diagnostic(.unrecordedSnapshot, "m", at: Location(2, 0..<0))
    let results = try results(run([whole, media]))
    let places = results.map { value("locations.0.physicalLocation", in: $0) as? [String: Any] }
    #expect(
      places.map { $0.flatMap { value("artifactLocation.uri", in: $0) as? String } }
        == ["content/site.yaml", "content/media/snapshots/a.html"])
    #expect(
      places.allSatisfy {
        $0?["region"] as? [String: Int]
          == ["startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1]
      })
  }

  @Test func findsFilesBelowTheFolderItWasAskedFor() throws {
    let result = try #require(try results(run([Self.example], folder: "cases/ports")).first)
    #expect(
      value("locations.0.physicalLocation.artifactLocation.uri", in: result) as? String
        == "cases/ports/content/a%20b.md")
  }

  @Test func isADocumentWithoutResultsToo() throws {
    let run = try run([])
    #expect(try results(run).isEmpty)
    #expect(value("invocations.0.executionSuccessful", in: run) as? Bool == true)
  }

  @Test func isADocumentWhenTheDiskRefuses() throws {
    let renderer = DiagnosticRenderer(.sarif(folder: ""), sources: SourceTree(files: []))
    let run = try parsed(renderer.render(FileSystemError(.write, "a", .full)))
    #expect(try results(run).isEmpty)
    #expect(value("invocations.0.executionSuccessful", in: run) as? Bool == false)
    let notification = "invocations.0.toolExecutionNotifications.0"
    #expect(value("\(notification).level", in: run) as? String == "error")
    #expect(value("\(notification).descriptor.id", in: run) as? String == "disk")
    #expect(
      (value("\(notification).message.text", in: run) as? String)?.contains("no space left")
        == true)
  }

  /// The fingerprint of each thing said of `name: …` in a text.
  private func fingerprints(_ text: String, _ codes: Diagnostic.Code...) throws -> [String] {
    let bytes = Array(text.utf8)
    let sources = SourceTree(files: [SourceFile(path: "content/a.yaml", bytes: bytes)])
    let name = try #require(text.range(of: "name:"))
    let start = text.utf8.distance(from: text.startIndex, to: name.lowerBound)
    var renderer = DiagnosticRenderer(.sarif(folder: ""), sources: sources)
    let run = try parsed(
      renderer.render(codes.map { Diagnostic($0, "m", at: Location(0, start..<start + 4)) }))
    return try results(run).map {
      try #require(value("partialFingerprints.primaryLocationLineHash", in: $0) as? String)
    }
  }

  @Test func keepsAFingerprintWhenTheLineMoves() throws {
    let first = try fingerprints("name: A\n", .unknownKey)
    #expect(
      try fingerprints("# A comment\nborn: 1970\n  name:  A\r\nmore: x", .unknownKey) == first)
    #expect(try fingerprints("name: B\n", .unknownKey) != first)
    #expect(try fingerprints("name: A\n", .duplicateKey) != first)
    #expect(Set(try fingerprints("name: A\n", .unknownKey, .unknownKey)).count == 2)
  }
}
