import Testing

/// The clock is an input: `--now`, else `SOURCE_DATE_EPOCH`, else the time of day.
@Suite struct TimeTests {
  static let embargo = "2024-06-01T12:00:00+02:00"

  private func shows(
    now: String? = nil, environment: [String: String] = [:], drafts: Bool = false
  ) throws -> Bool {
    let dossier = try TemporaryDossier([
      "content/articles/later.md":
        "---\ntitle: Later\ndate: 2024-01-03\nembargo: \(Self.embargo)\n---\nText.\n"
    ])
    let options = (now.map { "--now \($0)" } ?? "") + (drafts ? " --drafts" : "")
    let run = try Executable.shell(
      "$DOSSIER build \(options)", in: dossier, environment: environment)
    #expect(run.status == 0, "\(run.error)")
    let isListed = try #require(dossier.text("public/index.html")).contains("Later")
    #expect(dossier.exists("public/articles/later/index.html") == isListed)
    return isListed
  }

  @Test(
    "an embargo holds until its second has come",
    arguments: [
      ("2024-05-31", false), ("2024-06-01", false), ("2024-06-02", true),
      ("2024-06-01T09:59:59Z", false), ("2024-06-01T10:00:00Z", true),
      ("2024-06-01T11:59:59+02:00", false), ("2024-06-01T12:00:00+02:00", true),
    ])
  func holdsEmbargo(now: String, isOver: Bool) throws {
    #expect(try shows(now: now) == isOver)
  }

  @Test func takesTheTimeFromTheEnvironment() throws {
    #expect(try shows(environment: ["SOURCE_DATE_EPOCH": "1717236000"]))
    #expect(try !shows(environment: ["SOURCE_DATE_EPOCH": "1717235999"]))
  }

  @Test func prefersTheTimeThatIsGiven() throws {
    #expect(try !shows(now: "2024-01-01", environment: ["SOURCE_DATE_EPOCH": "1800000000"]))
    #expect(try shows(now: "2025-01-01", environment: ["SOURCE_DATE_EPOCH": "1700000000"]))
  }

  @Test func showsWhatIsEmbargoedForPreview() throws {
    #expect(try shows(now: "2024-01-01", drafts: true))
  }

  @Test(arguments: ["soon", "-1", "1e9", "99999999999999999999"])
  func refusesWhatIsNoTime(text: String) throws {
    let run = try Executable.run(
      "build", in: TemporaryDossier(), environment: ["SOURCE_DATE_EPOCH": text])
    #expect(run.status == 64)
    #expect(run.error.contains("SOURCE_DATE_EPOCH"))
  }
}
