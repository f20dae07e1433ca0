import Foundation
import Testing

@testable import DossierKit

@Suite struct DiagnosticRendererTests {
  /// Renders one diagnostic on a text in which `[[` and `]]` enclose the place.
  private func render(
    _ marked: String, _ format: DiagnosticRenderer.Format = .text(color: false),
    code: Diagnostic.Code = .unknownKey, message: String = "message", help: String? = nil,
    isStrict: Bool = false
  ) throws -> String {
    let bytes = Array(marked.utf8)
    let text = marked.replacingOccurrences(of: "[[", with: "")
      .replacingOccurrences(of: "]]", with: "")
    func offset(of mark: String) throws -> Int {
      let range = try #require(marked.range(of: mark))
      return marked.utf8.distance(from: marked.startIndex, to: range.lowerBound)
    }
    let range = try offset(of: "[[")..<offset(of: "]]") - 2
    #expect(bytes.count == text.utf8.count + 4)
    let sources = SourceTree(files: [SourceFile(path: "content/a.md", bytes: Array(text.utf8))])
    var renderer = DiagnosticRenderer(format, sources: sources, isStrict: isStrict)
    return renderer.render(
      Diagnostic(code, message, at: Location(0, range), help: help))
  }

  @Test func showsThePlaceTheLineAndTheWayOut() throws {
    #expect(
      try render("a\nsee [[this]] one\n", code: .danglingReference, help: "look") == """
        content/a.md:2:5: error: message [dangling-reference]
          2 | see this one
            |     ^^^^
        help: look

        """)
  }

  @Test(
    "places the mark under what it marks",
    arguments: [
      ("[[a]]", "1:1", "a", "^"), ("\t[[a]]\tb", "1:2", "    a    b", "    ^"),
      ("漢字[[漢]]", "1:3", "漢字漢", "    ^^"), ("é[[é]]é", "1:2", "ééé", " ^"),
      ("e\u{301}[[x]]", "1:3", "e\u{301}x", " ^"), ("a[[]]", "1:2", "a", " ^"),
      ("[[ab\ncd]]", "1:1", "ab", "^^"), ("x\r\n[[a]]b\r\n", "2:1", "ab", "^"),
      ("\u{FEFF}[[a]]", "1:1", "a", "^"), ("a\n[[]]", "2:1", "", "^"),
      ("\u{1B}[[a]]", "1:2", "\\u{1B}a", "      ^"),
      ("\u{202E}[[a]]", "1:2", "\\u{202E}a", "        ^"),
      ("[[\u{0}]]a", "1:1", "\\u{0}a", "^^^^^"), ("👩[[a]]", "1:2", "👩a", "  ^"),
    ])
  func placesTheMark(marked: String, place: String, line: String, mark: String) throws {
    let number = place.prefix { $0 != ":" }
    #expect(
      try render(marked) == """
        content/a.md:\(place): warning: message [unknown-key]
          \(number) | \(line)
            | \(mark)

        """)
  }

  @Test func cutsLongLinesAroundThePlace() throws {
    let text = try render(
      String(repeating: "a", count: 500) + "[[HERE]]" + String(repeating: "b", count: 500))
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("content/a.md:1:501:"))
    #expect(
      lines[1] == "  1 | …" + String(repeating: "a", count: 40) + "HERE"
        + String(repeating: "b", count: 55) + "…")
    #expect(lines[2] == "    | " + String(repeating: " ", count: 41) + "^^^^")
  }

  @Test func answersQuicklyOnOneEndlessLine() throws {
    let bytes = [UInt8](repeating: 0x78, count: 4 << 20)
    let sources = SourceTree(files: [SourceFile(path: "a", bytes: bytes)])
    var renderer = DiagnosticRenderer(.text(color: false), sources: sources)
    // A count along the line for each would be ten thousand million steps.
    for offset in stride(from: bytes.count, to: 0, by: -2048) {
      let text = renderer.render(
        Diagnostic(.unknownKey, "m", at: Location(0, offset..<offset), help: nil))
      #expect(text.hasPrefix("a:1:\(offset + 1):"))
    }
  }

  @Test func showsBytesThatAreNoText() throws {
    let sources = SourceTree(
      files: [], leftOut: [SourceFile(path: "a", bytes: [0x61, 0xFF, 0xE2, 0x82, 0x62])])
    var renderer = DiagnosticRenderer(.text(color: false), sources: sources)
    let text = renderer.render(Diagnostic(.invalidUTF8, "m", at: Location(0, 1..<2)))
    #expect(text == "a:1:2: error: m [invalid-utf8]\n  1 | a\\xFF\\xE2\\x82b\n    |  ^^^^\n")
  }

  @Test func showsNoLineOfAFileThatWasNotRead() {
    let sources = SourceTree(files: [], leftOut: [SourceFile(path: "a\u{1B}\n", bytes: [])])
    var renderer = DiagnosticRenderer(.text(color: false), sources: sources)
    let text = renderer.render(Diagnostic(.unexpectedFile, "m\n\u{7}", at: Location(0, 0..<0)))
    #expect(text == "a\\u{1B}\\n:1:1: warning: m\\n\\u{7} [unexpected-file]\n")
  }

  @Test func takesAPlaceBeyondTheFileForItsEnd() {
    let sources = SourceTree(files: [SourceFile(path: "a", bytes: Array("ab".utf8))])
    var renderer = DiagnosticRenderer(.text(color: false), sources: sources)
    let text = renderer.render(Diagnostic(.yamlSyntax, "m", at: Location(0, 90..<99)))
    #expect(text == "a:1:3: error: m [yaml-syntax]\n  1 | ab\n    |   ^\n")
  }

  @Test func showsNotesWithTheirOwnPlaces() {
    let sources = SourceTree(files: [
      SourceFile(path: "a", bytes: Array("id: x".utf8)),
      SourceFile(path: "b", bytes: Array("\nid: x".utf8)),
    ])
    let diagnostic = Diagnostic(
      .duplicateID, "two", at: Location(1, 5..<6),
      notes: [.init("first used here", at: Location(0, 4..<5))], help: "rename one")
    var text = DiagnosticRenderer(.text(color: false), sources: sources)
    #expect(
      text.render(diagnostic) == """
        b:2:5: error: two [duplicate-id]
          2 | id: x
            |     ^
        a:1:5: note: first used here
          1 | id: x
            |     ^
        help: rename one

        """)
    var json = DiagnosticRenderer(.json, sources: sources)
    #expect(
      json.render(diagnostic) == """
        {"severity":"error","code":"duplicate-id","message":"two","file":"b","line":2,"column":5,\
        "endLine":2,"endColumn":6,"offset":5,"endOffset":6,"notes":[{"message":"first used here",\
        "file":"a","line":1,"column":5,"endLine":1,"endColumn":6,"offset":4,"endOffset":5}],\
        "help":"rename one"}

        """)
  }

  @Test func showsWhatHasNoPlace() {
    let sources = SourceTree(files: [])
    let diagnostic = Diagnostic(.outputInContent, "inside", at: nil, help: "elsewhere")
    var text = DiagnosticRenderer(.text(color: false), sources: sources)
    #expect(text.render(diagnostic) == "error: inside [output-in-content]\nhelp: elsewhere\n")
    var json = DiagnosticRenderer(.json, sources: sources)
    #expect(
      json.render(diagnostic)
        == #"{"severity":"error","code":"output-in-content","message":"inside","help":"elsewhere"}"#
        + "\n")
  }

  @Test(
    "writes JSON that a parser reads back",
    arguments: ["\"\\/", "\0\u{1}\u{1F}\u{7F}\u{9B}", "\n\r\t", "é漢👩", "\u{2028}\u{E0041}"])
  func writesValidJSON(message: String) throws {
    let line = try render("[[a]]", .json, message: message)
    #expect(line.filter { $0 == "\n" }.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["message"] as? String == message)
    #expect(object["offset"] as? Int == 0)
    #expect(!line.dropLast().unicodeScalars.contains { $0.escape != nil })
  }

  @Test func showsWhatTheDiskRefused() {
    let error = FileSystemError(.write, "a\n", .full)
    let sources = SourceTree(files: [])
    #expect(
      DiagnosticRenderer(.text(color: false), sources: sources).render(error)
        == "error: cannot write 'a\\n': no space left on the disk\n")
    #expect(
      DiagnosticRenderer(.json, sources: sources).render(error)
        == #"{"severity":"error","code":"disk","message":"cannot write 'a\n': no space left on the disk"}"#
        + "\n")
  }

  @Test func coloursOnlyWhenAsked() throws {
    #expect(try !render("[[a]]").contains("\u{1B}"))
    let text = try render("[[a]]", .text(color: true), code: .rawHTML)
    #expect(text.contains("\u{1B}[1;33mwarning:\u{1B}[0m"))
  }

  @Test func callsWarningsErrorsWhenStrict() throws {
    #expect(try render("[[a]]", isStrict: true).contains(": error: "))
  }

  @Test(
    "counts errors and warnings",
    arguments: [
      ([], false, nil), ([.yamlSyntax], false, "1 error"),
      ([.rawHTML, .rawHTML], false, "2 warnings"),
      ([.rawHTML, .yamlSyntax, .invalidID], false, "2 errors, 1 warning"),
      ([.rawHTML, .yamlSyntax], true, "2 errors"),
    ] as [([Diagnostic.Code], Bool, String?)])
  func counts(codes: [Diagnostic.Code], isStrict: Bool, words: String?) {
    let diagnostics = codes.map { Diagnostic($0, "m", at: nil) }
    #expect(diagnostics.counted(isStrict: isStrict) == words)
  }
}
