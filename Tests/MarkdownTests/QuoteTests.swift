import Testing

@testable import Markdown

@Suite("Words quoted from a text")
struct QuoteTests {
  private func found(
    _ exact: String, in text: String, prefix: String? = nil, suffix: String? = nil
  ) -> [String] {
    let document = Document(text)
    var finder = QuoteFinder(document)
    return finder.ranges(of: exact, prefix: prefix, suffix: suffix).map { document.slice($0) }
  }

  @Test(
    "are found as a reader sees them",
    arguments: [
      ("a planned way", "In a planned way.", ["a planned way"]),
      ("a planned way", "In a *planned* way.", ["a *planned* way"]),
      ("a planned way", "In a [**planned**](u) way.", ["a [**planned**](u) way"]),
      ("planned", "In a *planned* way.", ["planned"]),
      ("planned way", "In a\n   planned\n\tway.", ["planned\n\tway"]),
      ("planned way", "planned  \nway", ["planned  \nway"]),
      (" planned \n way ", "a planned way", ["planned way"]),
      ("a & b", "a &amp; b", ["a &amp; b"]),
      ("a * b", #"a \* b"#, [#"a \* b"#]),
      ("run the code now", "run `the code` now", ["run `the code` now"]),
      ("the", "run `the code` now", ["`the code`"]),
      ("said so twice", "said so[^n] twice\n\n[^n]: x", ["said so[^n] twice"]),
      ("said so.", "said so [@x].", ["said so [@x]."]),
      ("see id there", "see [[id]] there", ["see [[id]] there"]),
      ("see it there", "see [[id|it]] there", ["see [[id|it]] there"]),
      ("b c", "a [b]{^k} c", ["b]{^k} c"]),
      ("never", "[[!never]]", ["never"]),
      ("a b", "~~a~~ b", ["a~~ b"]),
      ("two", "# one *two*\n\n- x\n- two\n\n| two |\n|-|", ["two", "two", "two"]),
      // NFC on both sides.
      ("Perez\u{301}", "Perez\u{301} came", ["Perez\u{301}"]),
      ("P\u{E9}rez", "Pe\u{301}rez came", ["Pe\u{301}rez"]),
      ("Pe\u{301}rez", "P\u{E9}rez came", ["P\u{E9}rez"]),
      ("\u{439}", "\u{438}\u{306}", ["\u{438}\u{306}"]),
      ("P\u{E9}rez", "Pe&#x301;rez", ["Pe&#x301;rez"]),
      ("aa", "aaa", ["aa", "aa"]),
    ])
  func areFound(exact: String, text: String, places: [String]) {
    #expect(found(exact, in: text) == places)
  }

  @Test(
    "are not found across blocks, in code blocks, notes, images or addresses",
    arguments: [
      ("a b", "a\n\nb"), ("a b", "- a\n- b"), ("a", "```\na\n```"), ("n", "x[^n]\n\n[^n]: n"),
      ("a", "![a](b)"), ("u", "[a](u)"), ("k", "[a]{^k}"), ("", "a"), (" ", "a b"),
      ("a b c", "a b"), ("PLANNED", "planned"), ("word word", "word"),
    ])
  func areNotFound(exact: String, text: String) {
    #expect(found(exact, in: text) == [])
  }

  @Test("are told apart by what stands directly before and behind")
  func areToldApart() {
    let text = "One word, *another* word, a third word."
    #expect(found("word", in: text).count == 3)
    #expect(found("word", in: text, prefix: "another").count == 1)
    #expect(found("word", in: text, prefix: "another ").count == 1)
    #expect(found("word", in: text, prefix: "other").count == 1)
    #expect(found("word", in: text, prefix: "One word, another").count == 1)
    #expect(found("word", in: text, suffix: ",").count == 2)
    #expect(found("word", in: text, prefix: "a third", suffix: ".").count == 1)
    #expect(found("word", in: text, prefix: "third", suffix: ",").isEmpty)
    #expect(found("word", in: text, prefix: "One word").isEmpty)
    #expect(found("word", in: text, suffix: "\n another").isEmpty)
    #expect(found("word,", in: text, suffix: "\n another").count == 1)
  }

  @Test("have near places that differ in capitals and signs")
  func haveNearPlaces() {
    func near(_ exact: String, _ text: String) -> [String] {
      let document = Document(text)
      var finder = QuoteFinder(document)
      return finder.nearRanges(of: exact).map { document.slice($0) }
    }
    #expect(near("in a \"planned\" way", "He: In a “*planned*” way") == ["In a “*planned*” way"])
    #expect(near("Minsk-Havana", "from minsk–havana on") == ["minsk–havana"])
    #expect(near("other", "from Minsk") == [])
  }

  @Test("are looked for in time, however they repeat")
  func areLookedForInTime() {
    let document = Document(String(repeating: "aaaa *aaaa* ", count: 100_000))
    var finder = QuoteFinder(document)
    let needle = String(repeating: "aaaa ", count: 5_000)
    #expect(finder.ranges(of: needle + "b").isEmpty)
    #expect(finder.ranges(of: "a", prefix: needle, suffix: "aaa").count > 100_000)
    #expect(finder.ranges(of: needle, prefix: needle + "b").isEmpty)
  }

  @Test("are looked for in time, however many there are")
  func areManyInTime() {
    let count = 4_000
    let document = Document(
      (0..<count).map { "Statement number *\($0)* was made at noon, and then another." }
        .joined(separator: "\n\n"))
    var finder = QuoteFinder(document)
    let wrong = (0..<count).filter { number in
      finder.ranges(of: "number \(number) was").count != 1
        || !finder.ranges(of: "no \(number)").isEmpty
        || finder.nearRanges(of: "NUMBER \(number) W").count != 1
    }
    #expect(wrong == [])
  }

  @Test("are found whatever their length", arguments: [1, 2, 3, 4, 5, 8, 9, 16, 17, 40])
  func areFoundWhateverTheirLength(_ length: Int) {
    let text = "Kyiv, Minsk and Havana; Minsk, Havana and Kyiv: so it goes on and on and on."
    for start in 0...(text.utf8.count - length) {
      let words = String(text.dropFirst(start).prefix(length))
      guard words == String(words.trimmingPrefix(" ")), words.last != " " else { continue }
      let expected = text.indices.filter { text[$0...].hasPrefix(words) }.count
      #expect(found(words, in: text).count == expected, "\(words)")
    }
  }

  @Test("are found in any bytes")
  func areFoundInAnyBytes() {
    let bytes = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 193 ^ $0 >> 3) }
    let document = Document(parsing: bytes)
    var finder = QuoteFinder(document)
    for range in finder.ranges(of: "a") + finder.nearRanges(of: "é") {
      #expect(Int(range.upperBound) <= bytes.count && !range.isEmpty)
    }
  }
}
