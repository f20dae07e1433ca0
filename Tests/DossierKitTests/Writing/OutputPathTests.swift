import Testing

@testable import DossierKit

@Suite struct OutputPathTests {
  @Test(
    "takes a path below the folder",
    arguments: ["index.html", "a/b/c", ".well-known/x", "media/é ü.jpg", "...", "a..b/c", "~a"])
  func accepts(path: String) throws {
    #expect(OutputPath(path)?.string == path)
  }

  @Test(
    "refuses a path that could leave the folder or confuse a reader",
    arguments: [
      "", "/", "/etc/passwd", "a//b", "a/", "../a", "a/../b", "a/..", ".", "./a", "a/./b", "a\\b",
      "..\\a", "a\0b", "a\nb", "\u{1B}[31m", "a\u{7F}", ".dossier-1", "a/.dossier-x",
      String(repeating: "x", count: 256),
    ])
  func refuses(path: String) {
    #expect(OutputPath(path) == nil)
  }

  @Test func comparesBytes() throws {
    let composed = try #require(OutputPath("\u{E9}"))
    let decomposed = try #require(OutputPath("e\u{301}"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
  }

  @Test func dividesAtEverySlashOfTheDisk() throws {
    // With the accent after it, the slash is part of another character to Swift.
    let path = try #require(OutputPath("a/\u{301}b/c"))
    #expect(path.parts.map { Array($0.utf8) } == ["a", "\u{301}b", "c"].map { Array($0.utf8) })
    #expect(OutputPath("a/\u{301}/../../b") == nil)
  }

  @Test func knowsItsFolders() throws {
    let path = try #require(OutputPath("a/bc/d.html"))
    #expect(path.folders.map(\.string) == ["a", "a/bc"])
    #expect(OutputPath("a")?.folders == [])
  }
}
