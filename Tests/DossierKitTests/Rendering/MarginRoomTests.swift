import Testing

@testable import DossierKit

@Suite("The margin") struct MarginRoomTests {
  private static let sentence = String(repeating: "So it goes on. ", count: 20)

  /// Whether each note of a text stands in it; notes are between `{` and `}`.
  private func taken(_ text: String) -> [Bool] {
    var room = MarginRoom()
    var html: [UInt8] = []
    var taken: [Bool] = []
    for part in text.split(separator: "}", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "{", omittingEmptySubsequences: false)
      html += Array(halves[0].utf8)
      guard halves.count == 2 else { continue }
      room.read(html)
      taken.append(room.take(Array(halves[1].utf8)))
      html += Array("<details>\(halves[1])</details>".utf8)
      room.skip(to: html)
    }
    return taken
  }

  @Test("takes notes that are few, however long")
  func takesFew() {
    let note = String(repeating: Self.sentence, count: 5)
    let text = String(repeating: "<p>\(Self.sentence)</p>", count: 30)
    #expect(taken("<p>A{\(note)}</p>\(text)<p>B{\(note)}</p>") == [true, true])
    #expect(taken("<p>A{\(note)}</p><p>B{short}</p>\(text)<p>C{c}</p>") == [true, false, true])
  }

  @Test("takes of many as many as find room")
  func takesSome() {
    let notes = String(repeating: "<p>Words{\(Self.sentence)}</p>", count: 100)
    let count = taken(notes).count { $0 }
    // A paragraph of one line and a gap for each; a note of six lines.
    #expect((30...50).contains(count), "\(count)")
  }

  @Test("counts neither tags nor signs as they are written, and letters of East Asia twice")
  func countsCharacters() {
    let filler = String(repeating: "<p>A{B}</p>", count: 40)
    let tags = String(
      repeating: #"<a href="https://example.org/a/long/address">b</a>&amp;"#, count: 20)
    let wide = String(repeating: "字", count: 500)
    #expect(taken("<p>A{\(tags)}</p>" + filler).allSatisfy { $0 })
    #expect(taken("<p>A{\(wide)}</p>" + filler).contains(false))
  }

  @Test("takes none in a table")
  func takesNoneInTables() {
    #expect(
      taken("<div class=\"scroll\"><table><tr><td>a{b}</td></tr></table></div><p>c{d}</p>")
        == [false, true])
  }
}
