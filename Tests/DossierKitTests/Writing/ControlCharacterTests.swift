import Testing

@testable import DossierKit

@Suite struct ControlCharacterTests {
  /// In XML a single one of them makes the whole feed unreadable.
  @Test func areInNoFile() async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T\nurl: https://example.org/",
      "content/countries/cuba.yaml": "name: Cuba\nsummary: \"a&#1;b\"",
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      summary: "Now&#1;"
      ---
      ## Head&#1;

      a&#1; &#x0B; [[cuba]] [b](https://example.org/ "c&#3;")
      """,
    ]).pages()
    #expect(pages["feed.xml"]?.contains("Now\u{FFFD}") == true)
    for (path, text) in pages {
      let controls = text.unicodeScalars.filter {
        $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)
      }
      #expect(controls.isEmpty, "\(path): \(controls.map(\.value))")
    }
  }
}
