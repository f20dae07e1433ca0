import Testing

@testable import DossierKit

@Suite("Where sources go back to") struct SourceGraphTests {
  private func dossier(_ sources: [String: String], cite: String) async throws -> LinkedDossier {
    var files = [
      "content/officials/perez.yaml": "name: Ana Pérez\nborn: {value: 1970, cite: \(cite)}\n"
    ]
    for (id, basedOn) in sources {
      files["content/sources/\(id).yaml"] = "title: \(id)\nbased_on: \(basedOn)\n"
    }
    return try await LinkedDossier(MarkedDossier(files))
  }

  private func citations(_ dossier: LinkedDossier) throws -> [Citation<Resolved>] {
    let record = dossier.model[try dossier.id("perez")]
    let fact = try #require(record.fields.lazy.flatMap(\.facts).first { $0.support != nil })
    return try #require(fact.support).citations
  }

  /// The ids of the sources that count.
  private func independent(_ dossier: LinkedDossier) throws -> [String] {
    dossier.model.origins.independent(of: try citations(dossier)).map { dossier.model[$0].id }
  }

  private static let sources = [
    "a": "[]", "b": "", "paper": "a", "daily": "[paper]", "gazette": "a", "digest": "[daily, b]",
  ]

  @Test(
    "counts sources that share no origin",
    arguments: [
      ("[a]", ["a"]),
      ("[a, b]", ["a", "b"]),
      ("[a, 'a#p. 3']", ["a"]),
      ("[paper, daily, a]", ["a"]),
      ("[daily, b]", ["b", "daily"]),
      // However many it goes back to, one source is one.
      ("[digest]", ["digest"]),
      ("[digest, a]", ["a"]),
      ("[digest, a, b]", ["a", "b"]),
      ("[{source: a}, {source: b, supports: contradicts}]", ["a"]),
      ("[{source: a, supports: context}, {source: b, supports: inferred}]", ["b"]),
    ])
  func countsIndependent(_ cite: String, _ expected: [String]) async throws {
    #expect(try independent(try await dossier(Self.sources, cite: cite)) == expected)
  }

  @Test(
    "tells false corroboration from a chain",
    arguments: [
      ("[paper, gazette]", true),
      ("[daily, gazette, digest]", true),
      ("[a, paper]", false),
      ("[a, paper, gazette]", false),
      ("[paper, daily]", false),
      ("[paper, b]", false),
      ("[paper, paper]", false),
      ("[paper, {source: gazette, supports: context}]", false),
    ])
  func tellsFalseCorroboration(_ cite: String, _ expected: Bool) async throws {
    let dossier = try await dossier(Self.sources, cite: cite)
    #expect(dossier.model.origins.isFalseCorroboration(try citations(dossier)) == expected)
  }

  @Test("does not follow what was rejected")
  func leavesOutRejected() async throws {
    let sources = [
      "a": "", "paper": "{value: a, status: rejected, note: They were there themselves.}",
    ]
    #expect(try independent(try await dossier(sources, cite: "[a, paper]")) == ["a", "paper"])
  }

  @Test("comes to an end where sources go round in a circle", arguments: ["[x]", "[y, x]", "[z]"])
  func endsInCircles(_ cite: String) async throws {
    let sources = ["x": "y", "y": "x", "z": "z"]
    #expect(try independent(try await dossier(sources, cite: cite)).count == 1)
  }

  @Test("follows a chain of any length")
  func followsLongChains() async throws {
    var sources = ["s0": ""]
    for index in 1...3000 { sources["s\(index)"] = "s\(index - 1)" }
    #expect(try independent(try await dossier(sources, cite: "[s3000, s1500]")) == ["s1500"])
  }
}
