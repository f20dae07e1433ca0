import Synchronization
import Testing

@testable import dossier

@Suite struct SummaryTests {
  @Test(
    "groups digits by three",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func groups(number: Int, text: String) {
    #expect(number.grouped == text)
  }

  @Test(
    "gives the time in hundredths",
    arguments: [(0, "0.00 s"), (9, "0.00 s"), (57, "0.05 s"), (12_345, "12.34 s")])
  func givesSeconds(milliseconds: Int, text: String) {
    #expect(Duration.milliseconds(milliseconds).inSeconds == text)
  }

  @Test(
    "names pages of a forgotten build",
    arguments: [
      ([], nil),
      (
        ["a"],
        "1 page of an earlier build is not part of this site and was left alone: a; delete it, or empty the folder"
      ),
      (
        ["a", "b", "c", "d", "e\n", "f", "g"],
        "7 pages of an earlier build are not part of this site and were left alone: a, b, c, d, e\\n and 2 more; delete them, or empty the folder"
      ),
    ] as [([String], String?)])
  func namesOrphans(paths: [String], text: String?) {
    #expect(Summary.orphans(paths) == text)
  }

  @Test func showsProgressOnlyOfWhatTakesLong() {
    let written = Written()
    let start = ContinuousClock.now
    let line = ProgressLine(start: start) { written.append($0) }
    line.show("early", at: start + .milliseconds(249))
    line.show("first", at: start + .milliseconds(250))
    line.show("at once", at: start + .milliseconds(251))
    line.show("later", at: start + .milliseconds(400))
    line.finish()
    line.show("after", at: start + .seconds(9))
    #expect(written.all == ["\r\u{1B}[Kfirst", "\r\u{1B}[Klater", "\r\u{1B}[K"])
  }

  @Test func leavesNoTraceOfWhatWasQuick() {
    let written = Written()
    ProgressLine(start: .now) { written.append($0) }.finish()
    #expect(written.all.isEmpty)
  }
}

/// Takes down what is written.
private final class Written: Sendable {
  private let texts = Mutex([String]())

  func append(_ text: String) { texts.withLock { $0.append(text) } }
  var all: [String] { texts.withLock { $0 } }
}
