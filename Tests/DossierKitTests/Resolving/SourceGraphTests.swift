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

  private func origins(_ dossier: LinkedDossier) throws -> [String] {
    let record = dossier.model[try dossier.id("perez")]
    let fact = try #require(record.fields.lazy.flatMap(\.facts).first { $0.support != nil })
    let citations = try #require(fact.support).citations
    return dossier.model.origins.origins(of: citations).map { dossier.model[$0].id }
  }

  @Test(
    "counts origins, not sources",
    arguments: [
      ("[a]", ["a"]),
      ("[a, b]", ["a", "b"]),
      ("[a, 'a#p. 3']", ["a"]),
      ("[paper, daily, a]", ["a"]),
      ("[daily, b]", ["a", "b"]),
      ("[digest]", ["a", "b"]),
      ("[{source: a}, {source: b, supports: contradicts}]", ["a"]),
      ("[{source: a, supports: context}, {source: b, supports: inferred}]", ["b"]),
    ])
  func countsOrigins(_ cite: String, _ expected: [String]) async throws {
    let sources = ["a": "[]", "b": "", "paper": "a", "daily": "[paper]", "digest": "[daily, b]"]
    #expect(try origins(try await dossier(sources, cite: cite)) == expected)
  }

  @Test("does not follow what was rejected")
  func leavesOutRejected() async throws {
    let sources = [
      "a": "", "paper": "{value: a, status: rejected, note: They were there themselves.}",
    ]
    #expect(try origins(try await dossier(sources, cite: "[a, paper]")) == ["a", "paper"])
  }

  @Test("comes to an end where sources go round in a circle", arguments: ["[x]", "[y, x]", "[z]"])
  func endsInCircles(_ cite: String) async throws {
    let sources = ["x": "y", "y": "x", "z": "z"]
    #expect(try origins(try await dossier(sources, cite: cite)).count == 1)
  }

  @Test("follows a chain of any length")
  func followsLongChains() async throws {
    var sources = ["s0": ""]
    for index in 1...3000 { sources["s\(index)"] = "s\(index - 1)" }
    #expect(try origins(try await dossier(sources, cite: "[s3000, s1500]")) == ["s0"])
  }
}
