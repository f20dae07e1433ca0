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

  @Test("orders moments, not texts")
  func orders() throws {
    #expect(try Instant("2023-05-18T10:00:00+03:00") < Instant("2023-05-18T08:00:00Z"))
    #expect(try Instant("2023-05-18T10:00:00Z") < Instant("2023-05-18T10:00:00.1Z"))
    #expect(try Instant("2023-05-18T10:00:00+03:00") == Instant("2023-05-18T07:00:00Z"))
    #expect(Instant(seconds: .max) == nil)
    #expect(Instant(seconds: 0, nanoseconds: 1_000_000_000) == nil)
  }
}
