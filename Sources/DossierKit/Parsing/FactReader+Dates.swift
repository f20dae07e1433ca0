import EDTF
import YAML

// Days, spans of them, and moments.
extension FactReader {
  mutating func date(_ node: Node, named name: String) -> EDTFDate? {
    if let within = node.within, let date = try? EDTFDate(within) { return date }
    guard let text = text(node, named: name)?.text else { return nil }
    let isBound = ["start", "end"].contains(name)
    if isBound, text == ".." {
      findings.report(
        .invalidDate, "'\(text)' is no date", at: node.range,
        help: "leave '\(name)' out"
          + (name == "end" ? "; write 'state: current' or 'seen: …' where the sources say so" : ""))
      return nil
    }
    if text.utf8.first?.isASCIILetter == true,
      ["present", "today", "now", "ongoing", "current", "currently"].contains(text.lowercased())
    {
      findings.report(
        .invalidDate, "'\(text)' is no date", at: node.range,
        help: name == "end"
          ? "leave 'end' out; write 'state: current' or 'seen: …' where the sources say so"
          : "write the day, such as '2023-05-18'")
      return nil
    }
    do throws(EDTFError) {
      let date = try EDTFDate(text)
      guard isBound || ["born", "died", "founded", "dissolved"].contains(name),
        date.description.contains("/")
      else { return date }
      let span = text.replacing("..", with: "").replacing("/", with: "..")
      findings.report(
        .spanAsBound, "'\(name)' is one date, and '\(text)' is a span", at: node.range,
        help: (isBound ? bounds(of: text) + "; " : "")
          + "for some day within, write '\"[\(span)]\"'")
      return nil
    } catch {
      report(error, .invalidDate, of: node)
      return nil
    }
  }

  /// How a span is written as the two dates that bound a state.
  private func bounds(of text: String) -> String {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return "write 'start' and 'end' apart" }
    return switch (ends[0], ends[1]) {
    case (_, ".."), (_, ""): "write 'start: \(ends[0])' and leave 'end' out"
    case ("..", _), ("", _): "write 'end: \(ends[1])' and leave 'start' out"
    default: "write 'start: \(ends[0])' and 'end: \(ends[1])'"
    }
  }

  mutating func instant(_ node: Node, named name: String) -> Instant? {
    guard let text = text(node, named: name)?.text else { return nil }
    do throws(EDTFError) { return try Instant(text) } catch {
      report(error, .invalidTime, of: node)
      return nil
    }
  }

  private mutating func report(_ error: EDTFError, _ code: Diagnostic.Code, of node: Node) {
    let lower = node.sourceOffset(ofTextOffset: error.range.lowerBound, in: findings.source)
    let upper = node.sourceOffset(ofTextOffset: error.range.upperBound, in: findings.source)
    findings.report(code, error.message, at: lower..<max(lower, upper), help: error.help)
  }
}

extension Node {
  /// `[2020..2021]` without quotes, which YAML reads as a list of one text.
  var within: String? {
    guard style == .flow, case .sequence(let items) = value, items.count == 1,
      let text = items[0].text, text.contains("..")
    else { return nil }
    return "[\(text)]"
  }
}
