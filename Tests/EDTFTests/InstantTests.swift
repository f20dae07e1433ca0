import Testing

@testable import EDTF

@Suite("Instants")
struct InstantTests {
  @Test(
    "reads RFC 3339 as a moment in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
      ("2023-05-18T10:00:00+03:00", 1_684_393_200, "2023-05-18T07:00:00Z"),
      ("2023-05-18t10:00:00z", 1_684_404_000, "2023-05-18T10:00:00Z"),
      ("2023-05-18T23:30:00.2500-02:00", 1_684_459_800, "2023-05-19T01:30:00.25Z"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"),
      ("1969-12-31T00:00:00Z", -86_400, "1969-12-31T00:00:00Z"),
      ("2016-12-31T23:59:60Z", 1_483_228_800, "2017-01-01T00:00:00Z"),
      ("2023-05-18T10:00:00.1234567891Z", 1_684_404_000, "2023-05-18T10:00:00.123456789Z"),
    ])
  func reads(text: String, seconds: Int, description: String) throws {
    let instant = try Instant(text)
    #expect(instant.seconds == Int64(seconds))
    #expect(instant.description == description)
    #expect(try Instant(description) == instant)
    #expect(instant.day.description == String(description.prefix(10)))
  }

  @Test(
    "names the way to write what is not RFC 3339",
    arguments: [
      ("2023-05-18", "'2023-05-18T12:00:00Z'"), ("2023-05-18T10:00", "'2023-05-18T10:00:00Z'"),
      ("2023-05-18 10:00:00+03:00", "'2023-05-18T10:00:00+03:00'"),
      ("2023-05-18T10:00+03:00", "'2023-05-18T10:00:00+03:00'"),
      ("2023-05-18T10:00:00", "'2023-05-18T10:00:00Z'"),
      ("tomorrow", "'2023-05-18T10:00:00+03:00'"),
      ("2023-02-30T10:00:00Z", "write"), ("2023-05-18T24:00:00Z", "write"), ("", "write"),
      ("2023-05-18T10:60:00Z", "write"), ("2023-05-18T10:00:00+0300", "write"),
      ("0001-01-01T00:00:00+01:00", "write"), ("2023-05-18T10:00:00.Z", "write"),
    ])
  func explains(text: String, help: String) {
    let error = #expect(throws: EDTFError.self) { try Instant(text) }
    #expect(error?.help?.contains(help) == true, "\(error?.help ?? "")")
  }

  @Test(
    "is read by people on the clock of its place, and by machines as HTML has it",
    arguments: [
      ("2023-05-19T10:32:00Z", "19 May 2023, 10:32 UTC", "2023-05-19T10:32:00Z"),
      ("2023-05-19T10:32:07Z", "19 May 2023, 10:32:07 UTC", "2023-05-19T10:32:07Z"),
      ("2023-05-19T00:05:00+03:00", "19 May 2023, 00:05 (UTC+03:00)", "2023-05-18T21:05:00Z"),
      ("2023-05-18T23:30:00-09:30", "18 May 2023, 23:30 (UTC−09:30)", "2023-05-19T09:00:00Z"),
      ("2023-05-19T10:32:00-00:00", "19 May 2023, 10:32 UTC", "2023-05-19T10:32:00Z"),
      ("1969-12-31T23:59:59Z", "31 December 1969, 23:59:59 UTC", "1969-12-31T23:59:59Z"),
      (
        "2023-05-18T10:00:00.123456789Z", "18 May 2023, 10:00 UTC", "2023-05-18T10:00:00.123Z"
      ),
      ("2023-05-18T10:00:00.5+01:00", "18 May 2023, 10:00 (UTC+01:00)", "2023-05-18T09:00:00.5Z"),
      ("0001-01-01T00:00:00-01:00", "1 January 1, 00:00 (UTC−01:00)", "0001-01-01T01:00:00Z"),
      ("9999-12-31T23:30:00Z", "31 December 9999, 23:30 UTC", "9999-12-31T23:30:00Z"),
    ])
  func isRead(text: String, words: String, machine: String) throws {
    let instant = try Instant(text)
    #expect(instant.words == words)
    #expect(instant.machineText == machine)
    #expect(try Instant(machine).words.hasSuffix("UTC"))
  }

  @Test("orders moments, not texts")
  func orders() throws {
    #expect(try Instant("2023-05-18T10:00:00+03:00") < Instant("2023-05-18T08:00:00Z"))
    #expect(try Instant("2023-05-18T10:00:00Z") < Instant("2023-05-18T10:00:00.1Z"))
    #expect(try Instant("2023-05-18T10:00:00+03:00") == Instant("2023-05-18T07:00:00Z"))
    #expect(Instant(seconds: .max) == nil)
    #expect(Instant(seconds: 0, nanoseconds: 1_000_000_000) == nil)
  }
}
