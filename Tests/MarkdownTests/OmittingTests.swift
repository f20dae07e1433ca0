import Testing

@testable import Markdown

@Suite("Notes that are left out") struct OmittingTests {
  /// Without citations of `x…` and annotations with keys of `x…`.
  private func omitting(_ text: String) -> Document {
    let document = Document(text)
    return document.omitting {
      document.citations[$0].items.allSatisfy {
        document.text(document.citationItems[$0].source).hasPrefix("x")
      }
    } annotation: {
      document.text(document.annotations[$0].key).hasPrefix("x")
    }
  }

  @Test(
    "leave no trace",
    arguments: [
      ("They signed [@x].", "They signed."),
      ("They signed ([@x]).", "They signed."),
      ("They signed ([@x, p. 2; @x2]), it is said.", "They signed, it is said."),
      ("They signed ([@x]; [@x2]) and left.", "They signed and left."),
      ("([@x]) They signed", "They signed"),
      ("They signed (in May [@x]).", "They signed (in May)."),
      ("They signed [@x]…", "They signed…"),
      ("Signed «so [@x]» — он [@x]”", "Signed «so» — он”"),
      ("Signed [@x]слово", "Signed слово"),
      ("[@x] They signed.", "They signed."),
      ("They signed\n[@x]\nand left.", "They signed\nand left."),
      ("They signed  \n[@x] and left.", "They signed  \nand left."),
      ("They signed [@x]\n\n[@x]\n\nThen.", "They signed\n\nThen."),
      ("A *[@x]* b.", "A b."),
      ("> [@x]\n\nThen.", "Then."),
      ("- a [@x]\n- [@x]\n- c", "- a\n- c"),
      ("# Title [@x]\n\nThen.", "# Title\n\nThen."),
      ("| a | b |\n|-|-|\n| c [@x] | ([@x]) |", "| a | b |\n|-|-|\n| c | |"),
      ("A[^n] b.[^m]\n\n[^n]: [@x]\n[^m]: C.", "A b.[^m]\n\n[^m]: C."),
      ("A [@y] b [@x] c [@z].", "A [@y] b c [@z]."),
      ("A ([@y; @x]).", "A ([@y; @x])."),
      ("A [word]{^x} b [word]{^y}.", "A word b [word]{^y}."),
      ("A [*b* [c]{^y} d]{^x}.", "A *b* [c]{^y} d."),
      ("A [[id]]{^x}, b.", "A [[id]], b."),
      ("So \"[@x]\" it is.", "So it is."), ("So “[@x]” it is.", "So it is."),
      ("So «[@x][@x]» it is.", "So it is."), ("So [ [@x] ] it is.", "So it is."),
      ("So (“[@x]”) it is.", "So it is."), ("\"So\" [@x] \"it is\".", "\"So\" \"it is\"."),
      ("A — [@x] — b.", "A — b."), ("A – [@x] [@x] – b.", "A – b."), ("A - [@x].", "A."),
      ("A, [@x], b.", "A, b."), ("A, [@x].", "A."), ("A; [@x]; [@x]; b.", "A; b."),
      ("A (in May, [@x]).", "A (in May)."), ("A: [@x]\n\n- b", "A:\n\n- b"),
      ("A. [@x]. B.", "A. B."), ("So? [@x].", "So?"), ("A etc. [@x], b", "A etc., b"),
      ("A, [@x] b", "A, b"), ("A [@x] .org", "A .org"), ("A, [@x]\nb", "A,\nb"),
      ("[@x]: They signed.", "They signed."), ("[@x], [@x] — they signed.", "they signed."),
      ("> Words\n>\n> — [@x]", "> Words"), ("A\n\n[@x].\n\nB", "A\n\nB"),
      ("A well-[@x] b", "A well- b"),
      ("## [@x]\n\nThen.", "Then."),
      ("1. a\n2. [@x]\n3. c", "1. a\n2. c"), ("4. [@x]\n5. c", "4. c"),
      ("| a | b |\n|-|-|\n| [@x] | ([@x]) |\n| c | |", "| a | b |\n|-|-|\n| c | |"),
      ("| a | b |\n|-|-|\n| | |\n| c [@x] | |", "| a | b |\n|-|-|\n| | |\n| c | |"),
      ("A [*[@x]*]{^y} b [c]{^z}.", "A b [c]{^z}."),
      ("A [ [@x] ]{^y}, b.[^n]\n\n[^n]: [[@x] ]{^y} C", "A, b.[^n]\n\n[^n]: C"),
    ])
  func leaveNoTrace(_ text: String, _ without: String) {
    let document = omitting(text)
    let other = Document(without)
    #expect(document.misplacements == [])
    #expect(
      document.htmlOpeningNotes(delegate: NumberingDelegate())
        == other.htmlOpeningNotes(delegate: NumberingDelegate()))
    #expect(document.plainText() == other.plainText())
    #expect(document.footnotes.filter { !$0.events.isEmpty }.count == other.footnotes.count)
  }

  @Test("take as long as they are many")
  func stayLinear() {
    let count = 20_000
    let text = "A (" + String(repeating: "[@x]; ", count: count) + "b) (" + "[@x])"
    #expect(omitting(text).events.count < count + 10)
    _ = omitting(String(repeating: "([@x]) ([@x];", count: count))
  }
}
