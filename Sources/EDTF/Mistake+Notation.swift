extension Mistake {
  /// EDTF that the profile leaves out, and signs that stand in the wrong place.
  static func inNotation(_ text: String) -> Mistake? {
    if let match = text.wholeMatch(of: /([0-9?~%X-]+)[Tt ][0-9]{1,2}(:[0-9]{2}.*|Z?)/) {
      return Mistake("a date has no time", repaired(String(match.1)).map { [($0, "")] } ?? [])
    }
    if let set = text.wholeMatch(of: /\{(.*)\}/) {
      return Mistake(
        "'{…}', which means each of several dates, is not supported",
        readable(
          (String(set.1.replacing(" ", with: "").replacing("..", with: "/")), "the time throughout")
        ),
        advice: "several dates are several entries")
    }
    if let set = text.wholeMatch(of: /\[(.*)\]/) { return inBrackets(String(set.1)) }
    if text.contains("["), !text.contains("]") {
      return Mistake("'[' is not closed", readable((text + "]", "")))
    }
    if let digits = text.firstMatch(of: /[0-9XxUu*]{4}/), let mistake = unspecified(text, digits.0)
    {
      return mistake
    }
    if text.contains(where: { "?~%".contains($0) }), !text.contains("/"), !text.contains("..") {
      return qualified(text)
    }
    return nil
  }

  private static func inBrackets(_ inside: String) -> Mistake {
    let inside = inside.replacing(" ", with: "")
    let range = inside.firstRange(of: "..")
    if inside.contains(",") {
      let dates = inside.split(separator: ",").map(String.init).sorted()
      let span = "[\(dates.first ?? "")..\(dates.last ?? "")]"
      return Mistake(
        "'[a,b]', one of several dates, is not supported",
        readable((span, "a day from the first to the last")))
    }
    guard let range else {
      let isInterval = inside.contains("/")
      let range = "[\(inside.replacing("/", with: ".."))]"
      return Mistake(
        "'[…]' holds two dates with '..' between them",
        readable((inside, ""), (isInterval ? range : "", "some day within")))
    }
    if inside == ".." {
      return Mistake(
        "'[..]' needs a date on one side at least", advice: "write '[..2015]' for 2015 or earlier")
    }
    if inside.contains(where: { "?~%".contains($0) }) {
      return Mistake(
        "'[a..b]' takes no '?', '~' or '%': it says already that the day is not known",
        readable(("[\(inside.filter { !"?~%".contains($0) })]", "")))
    }
    let first = String(inside[..<range.lowerBound])
    let last = String(inside[range.upperBound...])
    return ends(first, last) { "[\($0)..\($1)]" }
  }

  /// Digits that are left open: `201x`, `20XX`, `2004-XX-XX`.
  private static func unspecified(_ text: String, _ year: Substring) -> Mistake? {
    let upper = String(text.map { "xXuU*".contains($0) ? "X" : $0 })
    if upper != text, !readable((upper, "")).isEmpty {
      return Mistake("a digit that is not known is a capital 'X'", [(upper, "")])
    }
    if let match = upper.wholeMatch(of: /([0-9]{4})-XX-XX/) {
      return Mistake("'-XX' stands once", [(String(match.1), "some day of the year")])
    }
    if let match = upper.wholeMatch(of: /([0-9]{1,2})(X{2,3})([?~%]?)/) {
      let zeros = String(repeating: "0", count: match.2.count)
      let nines = String(repeating: "9", count: match.2.count)
      return Mistake(
        "only the last digit of a year can be left open",
        readable(("[\(match.1)\(zeros)..\(match.1)\(nines)]", "some day of these years")))
    }
    if let match = upper.wholeMatch(of: /([0-9]{3}X)-.*/) {
      return Mistake("a decade has no months", readable((String(match.1), "")))
    }
    if let match = upper.wholeMatch(of: /([0-9]{4})-[0-9]X(-.*)?/) {
      return Mistake("a month is left open as a whole", readable(("\(match.1)-XX", "")))
    }
    if let match = upper.wholeMatch(of: /([0-9]{4}-[0-9]{2})-[0-9]X/) {
      return Mistake("a day is left open as a whole", readable(("\(match.1)-XX", "")))
    }
    if let match = upper.wholeMatch(of: /([0-9]{4})-XX-[0-9]{2}/) {
      return Mistake("a day needs its month", readable((String(match.1), "")))
    }
    return nil
  }

  /// Qualifiers before the date, in its middle, or several of them.
  private static func qualified(_ text: String) -> Mistake? {
    let isUncertain = text.contains("?") || text.contains("%")
    let isApproximate = text.contains("~") || text.contains("%")
    let plain = text.filter { !"?~%".contains($0) }
    guard let date = repaired(plain), plain.contains(where: \.isNumber) else { return nil }
    let sign = isUncertain && isApproximate ? "%" : isUncertain ? "?" : "~"
    let proposals = readable((date + sign, ""))
    return proposals.isEmpty
      ? nil : Mistake("'?', '~' and '%' stand once, behind the whole date", proposals)
  }

  /// Two dates with a sign of a span between them.
  static func inIntervals(_ text: String) -> Mistake? {
    if let range = text.firstRange(of: "..") {
      let first = String(text[..<range.lowerBound].filter { $0 != " " && $0 != "." })
      let last = String(text[range.upperBound...].filter { $0 != " " && $0 != "." })
      if !text.contains("/") {
        return Mistake(
          "'..' between dates needs brackets or a slash",
          readable(
            ("\(first.isEmpty ? ".." : first)/\(last.isEmpty ? ".." : last)", "throughout"),
            ("[\(first)..\(last)]", "some day within")))
      }
    }
    if let match = text.wholeMatch(of: /([0-9]{4}) ?- ?([0-9]{4})/) {
      let years = readable(
        ("\(match.1)/\(match.2)", "throughout"), ("[\(match.1)..\(match.2)]", "some day within"))
      return Mistake("'/' stands between the ends of an interval", years)
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 2 { return self.ends(ends[0], ends[1]) { "\($0)/\($1)" } }
    if ends.count > 2 {
      return Mistake(
        "an interval has two ends, with one '/' between them",
        advice: "several dates are several entries")
    }
    return nil
  }

  /// What is wrong with the ends of an interval or range, or with their order.
  private static func ends(_ first: String, _ last: String, _ join: (String, String) -> String)
    -> Mistake
  {
    if [first, last].allSatisfy({ $0.isEmpty || $0 == ".." }) {
      return Mistake(
        "an interval needs a date on one side at least",
        advice: "write '2015/..' for what has gone on since 2015")
    }
    let open = ["", ".."]
    for (end, offset) in [(first, 0), (last, first.utf8.count + 1)] where !open.contains(end) {
      guard EDTFDate(parsing: end.utf8.span) == nil else { continue }
      if ["now", "present", "today", "ongoing", "open", "current"].contains(end.lowercased()) {
        return Mistake(
          "'\(end)' is not a date", readable((join(first, ".."), "an interval that is open")))
      }
      guard let mistake = find(in: end) else {
        return Mistake("'\(EDTFError.shortened(end))' is not a date", range: nil)
      }
      let right = [first, last].map { open.contains($0) ? $0 : repaired($0) ?? "" }
      let range = mistake.range.map { $0.lowerBound + offset..<$0.upperBound + offset }
      return Mistake(
        mistake.message, readable((join(right[0], right[1]), "")), advice: mistake.advice,
        range: join("", "").first == "/" ? range : nil)
    }
    return Mistake("it ends before it begins", readable((join(last, first), "")))
  }
}
