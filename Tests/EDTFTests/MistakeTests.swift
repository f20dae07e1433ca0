import Testing

@testable import EDTF

@Suite("Mistakes")
struct MistakeTests {
  @Test(
    "proposes the supported form",
    arguments: [
      ("18.05.2023", "'2023-05-18'"), ("18/05/2023", "'2023-05-18'"),
      ("05/18/2023", "'2023-05-18'"),
      ("05/04/2023", "'2023-04-05' for 5 April 2023 or '2023-05-04' for 4 May 2023"),
      ("1/1/2023", "'2023-01-01'"), ("2023/05/18", "'2023-05-18'"), ("2023/05", "'2023-05'"),
      ("2021/22", "'2021/2022'"), ("05.2023", "'2023-05'"), ("20230518", "'2023-05-18'"),
      ("2023.5.1", "'2023-05-01'"),
      ("2023-5-1", "'2023-05-01'"), ("2023-18-05", "'2023-05-18'"), ("2023-00", "'2023'"),
      ("2023-05-00", "'2023-05'"),
      ("May 2023", "'2023-05'"), ("May 18, 2023", "'2023-05-18'"),
      ("18th of May 2023", "'2023-05-18'"),
      ("Sept. 2021", "'2021-09'"), ("spring 2021", "'2021-21'"), ("c. 1970", "'1970~'"),
      ("ca 1970", "'1970~'"),
      ("circa May 1970", "'1970-05~'"), ("possibly 1970", "'1970?'"), ("1970s", "'197X'"),
      ("the 1970's", "'197X'"),
      ("201x", "'201X'"), ("20XX", "'[2000..2099]'"), ("2004-XX-XX", "'2004'"),
      ("2004-1X", "'2004-XX'"),
      ("2004-03-1X", "'2004-03-XX'"), ("2023-05-18T10:00", "'2023-05-18'"),
      ("2023-05-18 10:00", "'2023-05-18'"),
      (
        "2023-05-18..2023-05-20",
        "'2023-05-18/2023-05-20' for throughout or '[2023-05-18..2023-05-20]'"
      ),
      ("2021-2023", "'2021/2023'"), ("2021–2023", "'2021/2023'"), ("2023–05–18", "'2023-05-18'"),
      ("２０２３", "'2023'"), ("{2020..2021}", "'2020/2021'"), ("[2020]", "'2020'"),
      ("[2020,2021]", "'[2020..2021]'"),
      ("[2020?..2021]", "'[2020..2021]'"), ("[2020/2021]", "'2020/2021'"),
      ("2023-05?-18", "'2023-05-18?'"), ("?2023", "'2023?'"),
      ("2023?~", "'2023%'"), ("2023-05-20/2023-05-18", "'2023-05-18/2023-05-20'"),
      ("[2023..2020]", "'[2020..2023]'"), ("before 2020", "'[..2019]'"),
      ("after 2020-02-28", "'[2020-02-29..]'"),
      ("since 2015", "'2015/..'"), ("until 2019", "'../2019'"),
      ("between 2015 and 2019", "'[2015..2019]'"),
      ("from 2015 to May 2019", "'2015/2019-05'"), ("2015/present", "'2015/..'"),
      ("2015/c. 2019", "'2015/2019~'"),
      (" 2023 ", "'2023'"), ("AD 800", "'0800'"),
    ])
  func proposes(text: String, expected: String) {
    let error = #expect(throws: EDTFError.self) { try EDTFDate(text) }
    #expect(error?.help?.contains("write \(expected)") == true, "\(error?.help ?? "")")
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("2023-02-30", "February 2023 has 28 days, not 30", 8..<10),
      ("2024-02-30", "February 2024 has 29 days, not 30", 8..<10),
      ("2015/2023-06-31", "June 2023 has 30 days, not 31", 13..<15),
      ("February 30, 2023", "February 2023 has 28 days, not 30", 0..<17),
      ("31.02.2023", "February 2023 has 28 days, not 31", 0..<10),
      ("2023-13", "there is no month 13", 5..<7),
      ("2021-31", "seasons are 21 (spring) to 24 (winter)", 5..<7),
      ("0000", "years run from 0001 to 9999", 0..<4),
      ("-0044", "years run from 0001 to 9999", 1..<5),
      ("12023", "years run from 0001 to 9999", 0..<5),
      ("44 BC", "years run from 0001 to 9999", 0..<5),
      ("500 BCE", "years run from 0001 to 9999", 0..<7),
      ("today", "would mean another day tomorrow", 0..<5),
      ("../..", "needs a date on one side", 0..<5), ("/", "needs a date on one side", 0..<1),
      ("[..]", "needs a date on one side", 0..<4), ("18.05.23", "a year has four digits", 0..<8),
      ("soon", "'soon' is not a date", 0..<4), ("", "a date is missing", 0..<0),
      ("2020/2021/2022", "an interval has two ends", 0..<14),
    ])
  func says(text: String, message: String, range: Range<Int>) {
    let error = #expect(throws: EDTFError.self) { try EDTFDate(text) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.range == range)
    #expect(error?.help != nil)
  }

  @Test("answers quickly for texts made to be repaired over and over", .timeLimit(.minutes(1)))
  func survives() {
    let units = [
      "from ", "ca ", "?", "[", "/", "..", "2020/", "between 2 and ", "～", "２", "{", "-", "0",
      "before ",
    ]
    for unit in units {
      for tail in ["", "May 2023"] {
        for count in [1, 6, 100_000] {
          #expect(
            (try? EDTFDate(String(repeating: unit, count: count) + tail)) == nil || count < 20)
          #expect((try? Instant(String(repeating: unit, count: count) + tail)) == nil)
        }
      }
    }
  }

  @Test("proposes nothing that is refused in turn")
  func proposesReadable() throws {
    let alphabet = Array("0129-/.X?~[] ")
    var seed: UInt64 = 7
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<9 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(seed >> 33) % alphabet.count])
      }
      for proposal in Mistake.find(in: text)?.proposals ?? [] {
        #expect(throws: Never.self, "\(text)") { try EDTFDate(proposal.text) }
      }
    }
  }
}
