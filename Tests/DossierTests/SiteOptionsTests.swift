import ArgumentParser
import DossierKit
import Testing

@testable import dossier

@Suite struct SiteOptionsTests {
  private func options(_ arguments: [String], _ variables: [String: String] = [:]) throws
    -> (source: String, output: String?, baseURL: String?, now: Int64, jobs: Int)
  {
    let command = try #require(try DossierCommand.parseAsRoot(arguments) as? BuildCommand)
    let options = try command.site.buildOptions(
      output: command.output, environment: Environment(variables))
    return (options.source, options.output, options.baseURL, options.now, options.jobs)
  }

  @Test func takesEveryOption() throws {
    let options = try options([
      "build", "--source", "s", "--output", "o", "--base-url", "https://example.org/a",
      "--portable", "--drafts", "--now", "2023-05-20", "--jobs", "3", "--strict", "--format",
      "json", "--quiet",
    ])
    #expect(options.source == "s")
    #expect(options.output == "o")
    #expect(options.baseURL == "https://example.org/a/")
    #expect(options.now == 1_684_540_800)
    #expect(options.jobs == 3)
  }

  @Test func hasSensibleDefaults() throws {
    let options = try options(["build"])
    #expect(options.source == ".")
    #expect(options.baseURL == nil)
    #expect(options.jobs >= 1)
    #expect(options.now > 1_700_000_000)
  }

  @Test func takesTheTimeFromTheEnvironmentUnlessItIsGiven() throws {
    let epoch = ["SOURCE_DATE_EPOCH": "86400"]
    #expect(try options(["build"], epoch).now == 86_400)
    #expect(try options(["build", "--now", "1970-01-03"], epoch).now == 172_800)
    #expect(try options(["build"], ["SOURCE_DATE_EPOCH": ""]).now > 1_700_000_000)
  }

  @Test(
    "refuses a SOURCE_DATE_EPOCH that is no time", arguments: ["x", "-1", "1.5", "999999999999"])
  func refusesSourceDate(text: String) {
    #expect(throws: ValidationError.self) { try options(["build"], ["SOURCE_DATE_EPOCH": text]) }
  }

  @Test(
    "refuses wrong usage with exit code 64",
    arguments: [
      ["build", "--jobs", "0"], ["build", "--jobs", "-1"], ["build", "--jobs", "x"],
      ["build", "--now", "yesterday"], ["build", "--base-url", "example.org"],
      ["build", "--format", "xml"], ["build", "--output", ""], ["build", "--source", ""],
      ["check", "--output", "x"], ["build", "extra"], ["build", "--frob"], ["frob"],
    ])
  func refuses(arguments: [String]) {
    let error = #expect(throws: (any Error).self) {
      _ = try DossierCommand.parseAsRoot(arguments)
    }
    if let error { #expect(DossierCommand.exitCode(for: error) == ExitCode(64)) }
  }

  @Test("shows an example with each command", arguments: ["build", "check"])
  func showsExample(command: String) throws {
    let type: any ParsableCommand.Type = command == "build" ? BuildCommand.self : CheckCommand.self
    #expect(DossierCommand.helpMessage(for: type).contains("\n  dossier \(command) --"))
  }

  @Test(
    "knows a base address",
    arguments: [
      ("https://example.org", "https://example.org/"),
      ("http://localhost:8000/a/", "http://localhost:8000/a/"),
      ("HTTPS://example.org/x", "HTTPS://example.org/x/"), ("ftp://example.org", nil),
      ("https://", nil),
      ("https:///a", nil), ("https://a b", nil), ("https://a/?q", nil), ("https://a/#f", nil),
      ("https://user@a", nil), ("https://a\"onclick", nil), ("https://:80", nil),
      ("https://é", nil),
      ("javascript:alert(1)", nil), ("", nil),
    ])
  func knowsBaseURL(text: String, address: String?) {
    #expect(BaseURL(argument: text)?.address == address)
  }

  @Test(
    "knows a moment",
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 951_782_400), ("2100-02-28", 4_107_456_000),
      ("2023-05-20T09:30:00+02:00", 1_684_567_800), ("2023-05-20T07:30:00Z", 1_684_567_800),
      ("2023-05-20t07:30:00.999z", 1_684_567_800), ("2016-12-31T23:59:60Z", 1_483_228_800),
      ("0001-01-01", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func knowsMoment(text: String, seconds: Int64) {
    #expect(Moment(argument: text)?.secondsSince1970 == seconds)
  }

  @Test(
    "refuses what is no moment",
    arguments: [
      "", "2023", "2023-05", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-01", "2023-04-31",
      "2023-05-20T", "2023-05-20T09:30", "2023-05-20T09:30:00", "2023-05-20T24:00:00Z",
      "2023-05-20T09:30:00+2", "2023-05-20T09:30:00Zx", "２０２３-05-20", "2023-05-20T09:30:00.Z",
      " 2023-05-20",
    ])
  func refusesMoment(text: String) {
    #expect(Moment(argument: text) == nil)
  }
}
