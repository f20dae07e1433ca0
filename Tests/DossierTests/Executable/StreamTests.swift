import Foundation
import Testing

/// What goes to which stream, and in which form.
@Suite struct StreamTests {
  /// Has a warning and three errors, in two files.
  static let faulty: KeyValuePairs = [
    "content/countries/ruritania.yaml": "name: Ruritania\nnmae: R\ncapital: nowhere\n",
    "content/articles/first.md":
      "---\ntitle: First\ndate: 2024-02-30\n---\nSee [[nobody]].\n",
  ]

  @Test func writesASummaryToStandardOutput() throws {
    let run = try Executable.run("build", in: TemporaryDossier())
    #expect(run.error == "")
    #expect(run.output.contains("1 article"))
    #expect(run.output.contains("1 country"))
    #expect(run.output.contains("1 mention"))
    #expect(run.output.contains("1 backlink"))
    #expect(run.output.firstMatch(of: /\d+ pages/) != nil)
    #expect(
      run.output.firstMatch(of: /\d+ written, 0 unchanged, 0 removed in \d+\.\d+ s/) != nil)
  }

  @Test func countsWhatDidNotChangeAndWhatWent() throws {
    let dossier = try TemporaryDossier()
    let first = try Executable.run("build", in: dossier)
    let written = try #require(first.output.firstMatch(of: /(\d+) written/)).1
    let second = try Executable.run("build", in: dossier)
    #expect(second.output.contains("0 written, \(written) unchanged, 0 removed"))
    try dossier.remove("content/articles/first.md")
    let third = try Executable.run("build", in: dossier)
    #expect(third.output.firstMatch(of: /[1-9]\d* removed/) != nil)
    #expect(!dossier.exists("public/articles"), "an empty folder goes too")
  }

  @Test func writesDiagnosticsToStandardErrorWithThePlace() throws {
    let run = try Executable.run("build", in: TemporaryDossier(Self.faulty))
    #expect(run.output == "")
    let places = run.errorLines.filter { $0.hasPrefix("content/") && !$0.contains(": note: ") }
      .map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    #expect(
      places == [
        "content/articles/first.md:3", "content/articles/first.md:5",
        "content/countries/ruritania.yaml:2", "content/countries/ruritania.yaml:3",
      ])
    #expect(run.error.contains("date: 2024-02-30"), "the line of the source")
    #expect(run.error.contains("^^^"), "a caret")
    #expect(run.error.contains("nothing was written"))
  }

  @Test func writesDiagnosticsAsJSONLines() throws {
    let run = try Executable.run("check", "--format", "json", in: TemporaryDossier(Self.faulty))
    #expect(run.status == 1)
    let objects = try run.errorLines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      objects.map { $0["severity"] as? String } == ["error", "error", "warning", "error"])
    for object in objects {
      #expect((object["message"] as? String)?.isEmpty == false)
      #expect((object["code"] as? String)?.isEmpty == false)
      #expect((object["file"] as? String)?.hasPrefix("content/") == true)
      #expect(object["line"] as? Int ?? 0 > 0)
      #expect(object["column"] as? Int ?? 0 > 0)
    }
  }

  @Test func takesWarningsForErrors() throws {
    let run = try Executable.run(
      "check", "--strict", "--format", "json", in: TemporaryDossier(Self.faulty))
    #expect(run.errorLines.count == 4)
    #expect(run.errorLines.allSatisfy { $0.contains(#""severity":"error""#) })
  }

  @Test func isQuietButForDiagnostics() throws {
    let dossier = try TemporaryDossier()
    let run = try Executable.run("build", "--quiet", in: dossier)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.error == "")
    #expect(dossier.exists("public/index.html"))
    let faulty = try Executable.run("build", "--quiet", in: TemporaryDossier(Self.faulty))
    #expect(faulty.status == 1)
    #expect(faulty.error.contains("error: "))
  }

  @Test func writesNothingWhenItOnlyChecks() throws {
    let dossier = try TemporaryDossier()
    let before = dossier.files(in: ".")
    let run = try Executable.run("check", in: dossier)
    #expect(run.status == 0)
    #expect(run.output.contains("1 article"))
    #expect(dossier.files(in: ".") == before)
  }

  @Test(
    "ends with 74 where its words cannot be written",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      ("check > /dev/full", "error: cannot write to standard output\n"), ("build > /dev/full", nil),
      ("check --format sarif 2> /dev/full", nil), ("check --quiet > /dev/full", ""),
    ] as [(String, String?)])
  func saysThatItCannotWrite(arguments: String, error: String?) throws {
    let run = try Executable.shell("exec $DOSSIER \(arguments)", in: TemporaryDossier())
    #expect(run.status == (error == "" ? 0 : 74))
    if let error { #expect(run.error == error) }
  }

  @Test("is silent where its reader has gone", arguments: ["", "trap '' PIPE; "])
  func isSilentWithoutAReader(trap: String) throws {
    let run = try Executable.shell(
      "\(trap){ $DOSSIER check; echo \"[$?]\" >&2; } | true", in: TemporaryDossier())
    #expect(run.status == 0)
    #expect(!run.error.contains("error"))
  }

  @Test func finishesWhenNobodyReadsTheSummary() throws {
    let dossier = try TemporaryDossier()
    let run = try Executable.shell("$DOSSIER build | true", in: dossier)
    #expect(run.status == 0)
    #expect(dossier.exists("public/index.html"))
  }
}
