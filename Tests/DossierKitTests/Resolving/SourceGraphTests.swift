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

  private func independent(_ dossier: LinkedDossier) throws -> Int {
    dossier.model.origins.independentCount(of: try citations(dossier))
  }

  private static let sources = [
    "a": "[]", "b": "", "paper": "a", "daily": "[paper]", "gazette": "a", "digest": "[daily, b]",
  ]

  @Test(
    "counts sources that share no origin",
    arguments: [
      ("[a]", 1),
      ("[a, b]", 2),
      ("[a, 'a#p. 3']", 1),
      ("[paper, daily, a]", 1),
      ("[daily, b]", 2),
      // However many it goes back to, one source is one.
      ("[digest]", 1),
      ("[digest, a]", 1),
      ("[digest, a, b]", 2),
      ("[{source: a}, {source: b, supports: contradicts}]", 1),
      ("[{source: a, supports: context}, {source: b, supports: inferred}]", 1),
    ])
  func countsIndependent(_ cite: String, _ expected: Int) async throws {
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

  @Test(
    "counts the most that share no origin, whatever they are called",
    arguments: [["k1", "k2", "k3"], ["k2", "k1", "k3"], ["k3", "k2", "k1"], ["k2", "k3", "k1"]])
  func countsTheMost(_ names: [String]) async throws {
    let sources = [
      "o1": "", "o2": "", "o3": "", "o4": "", names[0]: "[o2, o3]", names[1]: "[o1, o2]",
      names[2]: "[o3, o4]",
    ]
    #expect(try independent(try await dossier(sources, cite: "[k1, k2, k3]")) == 2)
    #expect(
      try independent(try await dossier(sources, cite: "[\(names[1]), \(names[2])]")) == 2)
  }

  @Test(
    "takes a source whose basis is not known for no support of another",
    arguments: [
      ("[x]", 1), ("[x, a]", 1), ("[x, a, b]", 2), ("[y, z]", 1), ("[x, y]", 1), ("[half, b]", 1),
      ("[none, a]", 2),
    ])
  func doubtsTheUnknown(_ cite: String, _ expected: Int) async throws {
    let sources = [
      "a": "", "b": "", "x": "unknown", "y": "unknown", "z": "x", "half": "[a, unknown]",
      "none": "none",
    ]
    let dossier = try await dossier(sources, cite: cite)
    #expect(try independent(dossier) == expected)
    #expect(!dossier.model.origins.isFalseCorroboration(try citations(dossier)))
    #expect(try resting(on: "a", dossier) == ["a"])
  }

  @Test("does not follow what was rejected")
  func leavesOutRejected() async throws {
    let sources = [
      "a": "", "paper": "{value: a, status: rejected, note: They were there themselves.}",
    ]
    #expect(try independent(try await dossier(sources, cite: "[a, paper]")) == 2)
  }

  /// Where two papers print one wire.
  private static func papers(_ wire: String) -> [String: String] {
    ["wire": wire, "paper": "wire", "gazette": "wire", "digest": "[wire, agency]", "agency": ""]
  }

  @Test(
    "counts what goes back to one that is not published once, and names it nowhere",
    arguments: [
      "visibility: draft", "embargo: 2099-01-01T00:00:00Z",
      "visibility: redacted\nupdated: 2023-05-01",
    ])
  func followsUnpublished(_ fate: String) async throws {
    let sources = Self.papers("agency\n" + fate)
    let dossier = try await dossier(sources, cite: "[paper, gazette]")
    #expect(try independent(dossier) == 1)
    let origins = dossier.model.origins
    #expect(origins.haveCommonOrigin(try citations(dossier)))
    #expect(origins.isFalseCorroboration(try citations(dossier)))
    // Nor what it is based on itself, as that is not published either.
    #expect(origins.commonOrigin(of: try citations(dossier)) == nil)
    #expect(origins.soleSource(of: try citations(dossier)) == nil)
    for id in ["paper", "gazette"] {
      #expect(origins.roots(of: try dossier.id(id)) == [try dossier.id(id)])
      #expect(origins.soleSource(of: [try dossier.id(id)]) == (try dossier.id(id)))
    }
    #expect(origins.roots(of: try dossier.id("digest")) == [try dossier.id("agency")])
    // That the wire goes back to the agency as well is the wire's own word.
    #expect(try resting(on: "agency", dossier) == ["agency"])
  }

  @Test("does not say that all rests on one source where it rests on a hidden one as well")
  func doesNotNarrow() async throws {
    let dossier = try await dossier(Self.papers("\nvisibility: draft"), cite: "digest")
    #expect(try resting(on: "agency", dossier) == ["agency"])
  }

  /// The published sources that rest on one alone, itself among them.
  private func resting(on id: String, _ dossier: LinkedDossier) throws -> [String] {
    let origins = dossier.model.origins
    let places = origins.restingOn(try dossier.id(id))
    return dossier.model.ids.filter {
      dossier.model.kind(of: $0).name == "source"
        && places.contains(origins.restingOn($0).lowerBound)
    }.map { dossier.model[$0].id }
  }

  @Test(
    "knows through which sources all must come",
    arguments: [
      ("agency", ["a", "agency", "b", "c", "d", "e", "last"]), ("a", ["a"]), ("c", ["c", "e"]),
      ("d", ["d", "last"]), ("e", ["e"]), ("other", ["other"]), ("both", ["both"]),
    ])
  func knowsBottlenecks(_ id: String, _ expected: [String]) async throws {
    let sources = [
      "agency": "", "a": "agency", "b": "agency", "c": "[a, b]", "d": "[a, c]", "e": "c",
      "last": "d", "other": "", "both": "[other, last]",
    ]
    #expect(try resting(on: id, try await dossier(sources, cite: "a")) == expected)
  }

  @Test(
    "meets where several sources come together",
    arguments: [
      ("[a]", "a"), ("[a, b]", "agency"), ("[a, agency]", "agency"), ("[e, last]", "agency"),
      ("[e, c]", "c"), ("[a, other]", nil), ("[both]", "both"), ("[both, a]", nil),
      ("[a, {source: other, supports: context}]", "a"), ("[{source: a, supports: context}]", nil),
      ("[a, {source: other, supports: contradicts}]", "a"),
    ] as [(String, String?)])
  func meets(_ cite: String, _ expected: String?) async throws {
    let sources = [
      "agency": "", "a": "agency", "b": "agency", "c": "[a, b]", "d": "[a, c]", "e": "c",
      "last": "d", "other": "", "both": "[other, last]",
    ]
    let dossier = try await dossier(sources, cite: cite)
    let sole = dossier.model.origins.soleSource(of: try citations(dossier))
    #expect(sole.map { dossier.model[$0].id } == expected)
  }

  @Test("comes to an end where sources go round in a circle", arguments: ["[x]", "[y, x]", "[z]"])
  func endsInCircles(_ cite: String) async throws {
    let sources = ["x": "y", "y": "x", "z": "z"]
    #expect(try independent(try await dossier(sources, cite: cite)) == 1)
  }

  @Test("follows a chain of any length")
  func followsLongChains() async throws {
    var sources = ["s0": ""]
    for index in 1...3000 { sources["s\(index)"] = "s\(index - 1)" }
    let dossier = try await dossier(sources, cite: "[s3000, s1500]")
    #expect(try independent(dossier) == 1)
    let sole = dossier.model.origins.soleSource(of: try citations(dossier))
    #expect(sole == (try dossier.id("s1500")))
    #expect(try resting(on: "s2998", dossier) == ["s2998", "s2999", "s3000"])
  }
}
