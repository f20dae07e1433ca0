import Testing

@testable import DossierKit

/// An id that is written as a path, as a file's name, or with a place in the source.
@Suite("What was meant by a reference") struct MeantReferenceTests {
  @Test("is named", arguments: meant)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static let files =
    place("") + [
      "content/sources/wire-2015.yaml": "title: The paper", "content/media/map.png": "P",
      "content/media/maps/old.png": "P",
    ]

  private static func field(_ written: String, help: String) -> Row {
    Row(written, official("birth_place: 1️⃣\(written)") + files, .danglingReference, help: help)
  }

  private static func cite(_ written: String, help: String) -> Row {
    Row(
      written, official("born: {value: 1970, cite: 1️⃣\(written)}") + files, .danglingReference,
      help: help)
  }

  private static func text(_ written: String, help: String) -> Row {
    Row(written, article("A \(written) b.") + files, .danglingReference, help: help)
  }

  private static let meant = [
    field("places/minsk", help: "write 'minsk'"), field("minsk.yaml", help: "write 'minsk'"),
    field("../places/minsk.yaml", help: "write 'minsk'"), field("MINSK_", help: "write 'minsk'"),
    cite("wire-2015.yaml", help: "write 'wire-2015'"),
    cite("sources/wire-2015", help: "write 'wire-2015'"),
    cite("wire-2015 p. 2", help: "write 'wire-2015#p. 2'"),
    cite("\"[@wire-2015, p. 2]\"", help: "write 'wire-2015#p. 2'"),
    cite("\"@wire-2015\"", help: "write 'wire-2015'"),
    cite("wire", help: "did you mean 'wire-2015'?"),
    cite("wire 2015", help: "write 'wire-2015'"),
    Row(
      "a place in a mapping",
      official("born: {value: 1970, cite: {source: 1️⃣wire-2015 p. 2}}") + files,
      .danglingReference, help: "write 'source: wire-2015' and 'at: p. 2'"),
    text("[[1️⃣places/minsk]]", help: "write '[[minsk]]'"),
    text("[[1️⃣minsk.yaml|the town]]", help: "write '[[minsk|…]]'"),
    text("![[1️⃣map.png]]", help: "write '![what it shows](media/map.png)'"),
    text("[[1️⃣maps/old.png]]", help: "write '[words](media/maps/old.png)'"),
    text("[@1️⃣sources/wire-2015, p. 3]", help: "write '@wire-2015'"),
    text("[@1️⃣wire-2015.yaml]", help: "write '@wire-2015'"),
  ]

  @Test("is not guessed", arguments: ["wire-2015 of the port", "minsk 2", "places/nowhere"])
  func isNotGuessed(_ written: String) async throws {
    let files = official("born: {value: 1970, cite: 1️⃣\(written)}") + Self.files
    try await expect(
      MarkedDossier(files),
      says: [Expectation("1️⃣", .danglingReference, help: "write the id of one")])
  }

  @Test("follows from a file whose name is no id, and is not named as well")
  func followsFromFileName() async throws {
    let files =
      article(
        "[[ana-lee]] [[Ana Lee|A]] [B](<../officials/Ana Lee.yaml>)", "about: [Ana Lee, ana-lee]")
      + ["content/officials/Ana Lee.yaml": "1️⃣name: Ana Lee"]
    try await expect(
      MarkedDossier(files), says: [Expectation("1️⃣", .invalidID, help: "'ana-lee'")])
  }

  @Test("follows from an id that is none, and is not named as well")
  func followsFromID() async throws {
    let files =
      article("[[ana-lee]] [B](../officials/lee.yaml)", "about: [Ana_Lee]")
      + ["content/officials/lee.yaml": "id: 1️⃣Ana_Lee\nname: Ana Lee"]
    try await expect(
      MarkedDossier(files), says: [Expectation("1️⃣", .invalidID, help: "'ana-lee'")])
  }
}
