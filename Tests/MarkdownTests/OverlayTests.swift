import Testing

@testable import Markdown

@Suite("Names found in the text")
struct OverlayTests {
  /// An overlay on each place of `name` in the text that is in text events.
  private func html(_ text: String, _ names: String...) -> String {
    let source = Array(text.utf8)
    var overlays: [Overlay] = []
    for (index, name) in names.enumerated() {
      guard let range = source.firstRange(of: Array(name.utf8)) else { continue }
      overlays.append(
        Overlay(
          range: UInt32(range.lowerBound)..<UInt32(range.upperBound), href: Array("/\(index)".utf8),
          id: Array("_m\(index)".utf8)))
    }
    overlays.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Document(text).html(overlays: overlays, delegate: PlainDelegate())
  }

  private func link(_ index: Int, _ text: String) -> String {
    "<a href=\"/\(index)\" id=\"_m\(index)\">\(text)</a>"
  }

  @Test("become links where they stand")
  func becomeLinks() {
    #expect(
      html("In Cuba & Minsk.", "Cuba", "Minsk")
        == "<p>In \(link(0, "Cuba")) &amp; \(link(1, "Minsk")).</p>\n")
    #expect(html("Cuba", "Cuba") == "<p>\(link(0, "Cuba"))</p>\n")
    #expect(html("AB", "A", "B") == "<p>\(link(0, "A"))\(link(1, "B"))</p>\n")
    #expect(html("*Cuba* x", "Cuba") == "<p><em>\(link(0, "Cuba"))</em> x</p>\n")
    #expect(
      html("| Cuba |\n|---|\n| Minsk |", "Cuba", "Minsk").contains("<td>\(link(1, "Minsk"))</td>"))
  }

  @Test("may go over a line, an entity or an escape")
  func mayGoOverLines() {
    #expect(
      html("at Havana\n  Club now", "Havana\n  Club")
        == "<p>at \(link(0, "Havana\nClub")) now</p>\n")
    #expect(html("the A&amp;B firm", "A&amp;B") == "<p>the \(link(0, "A&amp;B")) firm</p>\n")
    #expect(html("the &lt;B firm", "&lt;B") == "<p>the \(link(0, "&lt;B")) firm</p>\n")
    #expect(html("the A\\* firm", "A\\*") == "<p>the \(link(0, "A*")) firm</p>\n")
  }

  @Test("never stand in a link, and end with their parent")
  func neverNest() {
    #expect(html("[Cuba](u)", "Cuba") == "<p><a href=\"u\">Cuba</a></p>\n")
    #expect(html("*to Cuba* now", "Cuba* now") == "<p><em>to \(link(0, "Cuba"))</em> now</p>\n")
    #expect(
      html("`Cuba` Minsk", "Cuba", "Minsk") == "<p><code>Cuba</code> \(link(1, "Minsk"))</p>\n")
  }

  @Test("without an address are spans")
  func areSpans() {
    let overlay = Overlay(range: 0..<4, id: Array("_m1".utf8), className: Array("name".utf8))
    #expect(
      Document("Cuba").html(overlays: [overlay], delegate: PlainDelegate())
        == "<p><span id=\"_m1\" class=\"name\">Cuba</span></p>\n")
  }

  @Test("are found where only a part of the text is shown")
  func areFoundInParts() throws {
    let document = Document("Cuba\n\nMinsk\n\nHavana")
    let overlays = [0..<4, 6..<11, 13..<19].map { Overlay(range: $0, href: Array("/x".utf8)) }
    let second = try #require(
      document.events.indices.filter {
        document.events[$0].kind == .paragraph && document.events[$0].enters
      }.dropFirst().first)
    var bytes: [UInt8] = []
    var delegate = PlainDelegate()
    document.renderHTML(
      events: second..<document.end(of: second) + 1, overlays: overlays, unwrapped: true,
      delegate: &delegate, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "<a href=\"/x\">Minsk</a>")
  }
}
