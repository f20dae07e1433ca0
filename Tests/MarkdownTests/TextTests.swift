import Testing

@testable import Markdown

@Suite("Excerpts and plain text")
struct TextTests {
  /// The excerpt of what stands between `⟦` and `⟧`, with what stands between `«` and `»` marked.
  private func excerpt(_ marked: String) -> String {
    var source: [UInt8] = []
    var places: [UInt32] = []
    for scalar in marked.unicodeScalars {
      if "⟦⟧«»".unicodeScalars.contains(scalar) {
        places.append(UInt32(source.count))
      } else {
        source += String(scalar).utf8
      }
    }
    let document = Document(parsing: source)
    var buffer = Array("> ".utf8)
    document.appendExcerpt(
      of: places[0]..<places[3], marking: places[1]..<places[2], startingAt: 0, into: &buffer
    ) { link in Array("The \(document.text(link.target))".utf8) }
    return String(decoding: buffer, as: UTF8.self)
  }

  @Test(
    "marks a mention in its sentence",
    arguments: [
      ("One. ⟦Two «Cuba» <three>.⟧ Four.", "> Two <mark>Cuba</mark> &lt;three&gt;."),
      (
        "⟦*He* met «[[milex|the\n  fair]]» in **May**[^n] [@a].⟧",
        "> He met <mark>the fair</mark> in May[^n]."
      ),
      (
        "⟦He met «her» ([@a]; [@b]) (so [@c]), she ([@d]).⟧", "> He met <mark>her</mark> (so), she."
      ),
      ("⟦He met «[[milex]]», so.⟧", "> He met <mark>The milex</mark>, so."),
      ("⟦«Havana\n  Club» is\na `firm`⟧", "> <mark>Havana Club</mark> is a firm"),
      ("⟦the «A&amp;B» firm⟧", "> the <mark>A&amp;B</mark> firm"),
      ("⟦at «*Cuba*»⟧", "> at <mark>Cuba</mark>"),
      ("⟦see «[a](b)» ![no](x)⟧ c", "> see <mark>a</mark>"),
      ("> a\n> ⟦b «c»\n> d⟧ e", "> b <mark>c</mark> d"),
      ("⟦a «»b⟧", "> a b"),
    ])
  func marks(_ text: String, _ expected: String) {
    #expect(excerpt(text) == expected)
  }

  @Test("gives the text of a document without notes")
  func givesPlainText() {
    let document = Document(
      """
      # Head *line*

      Text  with [[id]]{^k} & `code`[@a],
      [^n] **more**.

      - one
      - two

      | a | b |
      |---|---|

      [^n]: note
      """)
    let text = document.plainText { _ in Array("The Id".utf8) }
    #expect(
      String(decoding: text, as: UTF8.self)
        == "Head line\nText with The Id & code, more.\none\ntwo\na · b")
  }

  @Test("leaves the paragraph's tags out of a text that is one paragraph")
  func unwraps() {
    func unwrapped(_ text: String) -> String {
      var bytes: [UInt8] = []
      var delegate = PlainDelegate()
      Document(text).renderHTML(unwrapped: true, delegate: &delegate, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(unwrapped("a *b*\n") == "a <em>b</em>")
    #expect(unwrapped("a\n\nb") == "<p>a</p>\n<p>b</p>\n")
    #expect(unwrapped("# a") == "<h1 id=\"a\">a</h1>\n")
    #expect(unwrapped("") == "")
  }

  @Test("escapes every byte as libcmark does, but for control characters")
  func escapesAsLibcmark() {
    let all = String(String.UnicodeScalarView((1..<0x180).compactMap(Unicode.Scalar.init)))
    for text in [
      "`` \(all.replacing("\n", with: "").replacing("\r", with: "")) ``",
      "[a](<\(all.filter { !"<>\n\r\r\n\\".contains($0) }.replacing("\r", with: ""))>)",
    ] {
      let document = Document(text, extensions: [])
      let reference = LibcmarkReference.html(document.source).flatMap { byte -> [UInt8] in
        byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) ? Array("\u{FFFD}".utf8) : [byte]
      }
      #expect(document.html == String(decoding: reference, as: UTF8.self))
    }
  }

  @Test(
    "shows no control character, which XML cannot hold",
    arguments: ["a\u{1}b", "a&#1;b", "a\u{B}b", "a&#x1F;b", "a&#12;b", "a&#0;b"])
  func showsNoControlCharacters(_ text: String) {
    #expect(Document(text).html == "<p>a\u{FFFD}b</p>\n")
  }
}
