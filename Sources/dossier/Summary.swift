import DossierKit

/// What a run says at its end, for people.
struct Summary {
  private let report: BuildReport
  private let duration: Duration

  init(_ report: BuildReport, duration: Duration) {
    self.report = report
    self.duration = duration
  }

  var text: String {
    var lines: [String] = []
    let kinds = report.counts.map { "\($0.count.grouped) \($0.label.inSentence)" }
    if !kinds.isEmpty { lines.append(kinds.joined(separator: ", ")) }
    lines.append(
      [
        report.mentions.counting("mention"), report.backlinks.counting("backlink"),
        report.pages.counting("page"),
      ].joined(separator: ", "))
    if let done = report.summary {
      let changes = [
        "\(done.written.grouped) written", "\(done.unchanged.grouped) unchanged",
        "\(done.removed.grouped) removed",
      ]
      lines.append("\(changes.joined(separator: ", ")) in \(duration.inSeconds)")
      if let line = Self.orphans(done.orphans.map(\.string)) { lines.append(line) }
    } else {
      lines.append("checked in \(duration.inSeconds)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Said because one of them may be a page that was meant to be gone.
  static func orphans(_ paths: [String]) -> String? {
    guard !paths.isEmpty else { return nil }
    let (verb, past, object) = paths.count == 1 ? ("is", "was", "it") : ("are", "were", "them")
    let others = paths.count > 5 ? " and \((paths.count - 5).grouped) more" : ""
    let list = paths.prefix(5).map(\.escapedForTerminal).joined(separator: ", ")
    return "\(paths.count.counting("page")) of an earlier build \(verb) not part of this site and "
      + "\(past) left alone: \(list)\(others); delete \(object), or empty the folder"
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    var result = ""
    for (index, digit) in "\(magnitude)".reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (self < 0 ? "-" : "") + String(result.reversed())
  }

  fileprivate func counting(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }
}

extension String {
  /// A label as it stands within a sentence: "Officials" small, "IMO numbers" as it is.
  fileprivate var inSentence: String {
    let text = escapedForTerminal
    guard let first = text.first, let second = text.dropFirst().first, second.isLowercase else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }
}

extension Duration {
  /// "0.21 s".
  var inSeconds: String {
    let hundredths = Int(self / .milliseconds(10))
    let rest = hundredths % 100
    return "\((hundredths / 100).grouped).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
