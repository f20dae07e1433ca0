import Foundation
import Testing

/// Colours are for terminals whose owner has not refused them.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/bin/script"),
    "no script(1), which makes a terminal"))
struct ColorTests {
  /// What begins with an escape and ends with `m`. The progress line is wiped without it.
  private func isColored(_ text: String) -> Bool { text.contains(/\u{1B}\[[0-9;]*m/) }

  static let faulty: KeyValuePairs = ["content/articles/bad.md": "---\ntitle: No date\n---\n"]

  /// Runs on a terminal.
  private func check(_ options: String = "", environment: [String: String] = [:]) throws -> String {
    let run = try Executable.shell(
      "script -qec \"$DOSSIER check \(options)\" /dev/null",
      in: TemporaryDossier(Self.faulty), environment: environment)
    #expect(run.status == 1)
    return run.output
  }

  @Test func usesColorsOnATerminal() throws {
    #expect(isColored(try check()))
  }

  @Test func heedsNoColor() throws {
    let text = try check(environment: ["NO_COLOR": "1"])
    #expect(text.contains("error: "))
    #expect(!isColored(text))
  }

  @Test func usesNoColorsInJSON() throws {
    #expect(!isColored(try check("--format json")))
  }

  @Test func usesNoColorsInAFile() throws {
    let run = try Executable.run("check", in: TemporaryDossier(Self.faulty))
    #expect(!run.error.contains("\u{1B}"))
  }

  @Test func passesOnNoEscapesOfTheContent() throws {
    let dossier = try TemporaryDossier([
      "content/articles/bad.md": "---\ntitle: Bad\ndate: \"\u{1B}[31mred\"\n---\n"
    ])
    let run = try Executable.run("check", in: dossier)
    #expect(run.status == 1)
    #expect(!run.error.contains("\u{1B}"))
  }
}
