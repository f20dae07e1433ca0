import Testing

@testable import EDTF

@Suite("Dates")
struct EDTFDateTests {
  /// Text, bounds of start and end, words alone and in a sentence.
  struct Case: CustomTestStringConvertible {
    let text: String
    let bounds: String
    let words: String
    let sentence: String
    var testDescription: String { text }

    init(_ text: String, _ bounds: String, _ words: String, _ sentence: String) {
      self.text = text
      self.bounds = bounds
      self.words = words
      self.sentence = sentence
    }
  }

  static let cases = [
    Case("2023", "2023-01-01 2023-12-31", "2023", "in 2023"),
    Case("2023-02", "2023-02-01 2023-02-28", "February 2023", "in February 2023"),
    Case("2023-05-18", "2023-05-18 2023-05-18", "18 May 2023", "on 18 May 2023"),
    Case("0001", "0001-01-01 0001-12-31", "1", "in 1"),
    Case("9999-24", "9999-01-01 9999-12-31", "winter 9999", "in winter 9999"),
    Case("1970~", "1970-01-01 1970-12-31", "about 1970", "about 1970"),
    Case("1970?", "1970-01-01 1970-12-31", "possibly 1970", "possibly in 1970"),
    Case("1970-05%", "1970-05-01 1970-05-31", "possibly about May 1970", "possibly about May 1970"),
    Case("2023-05-18?", "2023-05-18 2023-05-18", "possibly 18 May 2023", "possibly on 18 May 2023"),
    Case("201X", "2010-01-01 2019-12-31", "the 2010s", "in the 2010s"),
    Case("201X~", "2010-01-01 2019-12-31", "about the 2010s", "about the 2010s"),
    Case("2004-XX", "2004-01-01 2004-12-31", "some month of 2004", "in some month of 2004"),
    Case(
      "2004-02-XX", "2004-02-01 2004-02-29", "some day in February 2004",
      "on some day in February 2004"),
    Case("2021-21", "2021-03-01 2021-06-21", "spring 2021", "in spring 2021"),
    Case("2021-22", "2021-06-01 2021-09-23", "summer 2021", "in summer 2021"),
    Case("2021-23", "2021-09-01 2021-12-22", "autumn 2021", "in autumn 2021"),
    Case("2021-24", "2021-01-01 2022-03-20", "winter 2021", "in winter 2021"),
    Case(
      "2015/2019", "2015-01-01 2015-12-31 2019-01-01 2019-12-31", "from 2015 to 2019",
      "from 2015 to 2019"),
    Case(
      "2023-05-17/2023-05-20", "2023-05-17 2023-05-17 2023-05-20 2023-05-20",
      "from 17 to 20 May 2023", "from 17 to 20 May 2023"),
    Case(
      "2023-05-28/2023-06-03", "2023-05-28 2023-05-28 2023-06-03 2023-06-03",
      "from 28 May to 3 June 2023", "from 28 May to 3 June 2023"),
    Case(
      "2022-12/2023-01", "2022-12-01 2022-12-31 2023-01-01 2023-01-31",
      "from December 2022 to January 2023", "from December 2022 to January 2023"),
    Case(
      "2023-05/2023-09~", "2023-05-01 2023-05-31 2023-09-01 2023-09-30",
      "from May 2023 to about September 2023", "from May 2023 to about September 2023"),
    Case(
      "2021-21/2021-23", "2021-03-01 2021-06-21 2021-09-01 2021-12-22",
      "from spring to autumn 2021", "from spring to autumn 2021"),
    Case(
      "2023/2023-05", "2023-01-01 2023-05-31 2023-05-01 2023-05-31", "from 2023 to May 2023",
      "from 2023 to May 2023"),
    Case("2019/..", "2019-01-01 2019-12-31 2019-01-01 -", "since 2019", "since 2019"),
    Case(
      "2019/", "2019-01-01 2019-12-31 2019-01-01 -", "from 2019, end not known",
      "from 2019, end not known"),
    Case("../2019", "- 2019-12-31 2019-01-01 2019-12-31", "until 2019", "until 2019"),
    Case(
      "/2019", "- 2019-12-31 2019-01-01 2019-12-31", "until 2019, start not known",
      "until 2019, start not known"),
    Case(
      "[2021-05..2021-09]", "2021-05-01 2021-09-30", "some day from May to September 2021",
      "on some day from May to September 2021"),
    Case(
      "2023-05-18/2023-05-18", "2023-05-18 2023-05-18", "18 May 2023", "on 18 May 2023"),
    Case("[2023-05-18..2023-05-18]", "2023-05-18 2023-05-18", "18 May 2023", "on 18 May 2023"),
    Case("2021/2021", "2021-01-01 2021-12-31", "2021", "in 2021"),
    Case("[..2020]", "- 2020-12-31", "2020 or earlier", "in 2020 or earlier"),
    Case("[2020-05-18..]", "2020-05-18 -", "18 May 2020 or later", "on 18 May 2020 or later"),
  ]

  @Test("reads every form of the profile: text, bounds, words", arguments: cases)
  func readsForms(_ test: Case) throws {
    let date = try EDTFDate(test.text)
    #expect(date.description == test.text)
    var bounds = [date.start.earliest, date.start.latest, date.end.earliest, date.end.latest]
    if date.start == date.end { bounds.removeLast(2) }
    #expect(bounds.map { $0?.description ?? "-" }.joined(separator: " ") == test.bounds)
    #expect(date.words == test.words)
    #expect(date.words(inSentence: true) == test.sentence)
  }

  @Test("is small, since every fact may hold one")
  func isSmall() {
    #expect(MemoryLayout<EDTFDate>.size <= 20)
  }

  @Test(
    "gives machines only what HTML takes",
    arguments: [
      ("2023", "2023"), ("2023-05", "2023-05"), ("2023-05-18", "2023-05-18"), ("2023~", nil),
      ("201X", nil),
      ("2023-21", nil), ("2023-XX", nil), ("2023/2024", nil), ("[2023..]", nil),
    ] as [(String, String?)])
  func machineText(text: String, expected: String?) throws {
    #expect(try EDTFDate(text).machineText == expected)
  }

  @Test("knows the exact day of full, certain dates alone, and the year of all that begin")
  func exactDay() throws {
    #expect(try EDTFDate("2023-05-18").exactDay == Day(year: 2023, month: 5, day: 18))
    for text in ["2023-05-18~", "2023-05", "2023-05-XX", "2023-05-18/2023-05-18", "[2023-05-18..]"]
    {
      #expect(try EDTFDate(text).exactDay == nil)
    }
    #expect(try EDTFDate("201X").year == 2010)
    #expect(try EDTFDate("2021-24").year == 2021)
    #expect(try EDTFDate("2015/..").year == 2015)
    #expect(try EDTFDate("../2015").year == nil)
  }

  @Test(
    "answers three ways",
    arguments: [
      ("2019", "2020", "++", "--"), ("2020", "2019", "--", "--"), ("2020", "2020", "??", "??"),
      ("2020-05-18", "2020-05-18", "--", "++"), ("2015/2019", "2017", "--", "++"),
      ("2015/2019", "2016/2018", "--", "++"), ("2015/..", "2030", "??", "??"),
      ("2015/", "2014", "--", "--"),
      ("[2015..2019]", "2017", "??", "??"), ("2019~", "2030", "??", "??"),
      ("[..2019]", "2020", "++", "--"),
      ("../2019", "2019-05", "??", "??"), ("2020-05-18", "2020-05-19", "++", "--"),
    ])
  func answers(left: String, right: String, precedes: String, overlaps: String) throws {
    let meaning: [String: Certainty] = ["++": .certainly, "--": .certainlyNot, "??": .possibly]
    let (left, right) = (try EDTFDate(left), try EDTFDate(right))
    #expect(left.precedes(right) == meaning[precedes])
    #expect(left.overlaps(right) == meaning[overlaps])
    #expect(right.overlaps(left) == meaning[overlaps])
  }

  @Test("says what lies within an interval")
  func contains() throws {
    #expect(try EDTFDate("2015/2019").contains(EDTFDate("2016-05")) == .certainly)
    #expect(try EDTFDate("2015/2019").contains(EDTFDate("2015-05")) == .possibly)
    #expect(try EDTFDate("2015/2019").contains(EDTFDate("2014-05")) == .certainlyNot)
    #expect(try EDTFDate("2015/..").contains(EDTFDate("2030")) == .possibly)
  }

  @Test("sorts by earliest start, then wider first, then surer first")
  func sorts() throws {
    let sorted = [
      "../1990", "[..2019]", "201X", "2010", "2010~", "2010?", "2010%", "2010-01", "2010-01-01",
      "2010-01-01~", "2011/..", "2011/2012", "2011", "2011-21",
    ]
    let dates = try sorted.map { try EDTFDate($0) }
    for (index, date) in dates.enumerated().dropFirst(2) {
      #expect(EDTFDate.sortsBefore(dates[index - 1], date), "\(dates[index - 1]) before \(date)")
      #expect(!EDTFDate.sortsBefore(date, dates[index - 1]))
    }
    // What reaches back without end comes first, the wider first.
    #expect(try EDTFDate.sortsBefore(EDTFDate("[..2019]"), EDTFDate("../1990")))
    #expect(try EDTFDate("2004").order == EDTFDate("2004-XX").order)
  }
}
