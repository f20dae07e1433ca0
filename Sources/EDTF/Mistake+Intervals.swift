extension Mistake {
  /// `a/b`
  @Sendable static func inInterval(_ match: Pattern.Match) -> Mistake? {
    ends(of: match) { "\($0)/\($1)" }
  }

  /// `[a..b]`
  @Sendable static func inBrackets(_ match: Pattern.Match) -> Mistake? {
    guard match.text.utf8.contains(where: \.isQualifier) else {
      return ends(of: match) { "[\($0)..\($1)]" }
    }
    return Mistake(
      "'[a..b]' takes no '?', '~' or '%': it says already that the day is not known",
      readable(unqualified(match.text)))
  }

  /// `[a,b]`
  @Sendable static func oneOfSeveral(_ match: Pattern.Match) -> Mistake? {
    let dates = match.text.dropFirst().dropLast().filter { $0 != " " }.split(separator: ",")
      .sorted()
    return Mistake(
      "'[a,b]', one of several dates, is not supported",
      readable("[\(dates.first ?? "")..\(dates.last ?? "")]", "a day from the first to the last"))
  }

  /// What is wrong with the ends of an interval or range, or with their order.
  private static func ends(of match: Pattern.Match, join: (String, String) -> String) -> Mistake? {
    let ends = [String(match[0]), String(match[1])]
    func isOpen(_ end: String) -> Bool { end.isEmpty || end == ".." }
    if ends.allSatisfy(isOpen) {
      return Mistake(
        "an interval needs a date on one side at least",
        advice: "write '2015/..' for what has gone on since 2015")
    }
    for (index, end) in ends.enumerated() {
      if isOpen(end) || EDTFDate(parsing: end.utf8.span) != nil { continue }
      if isNow(end) {
        let proposals = repaired(ends[0]).map {
          readable(join($0, ".."), "an interval that is open")
        }
        return Mistake("'\(end)' is not a date", proposals ?? [], range: match.range(index))
      }
      guard let mistake = find(in: end) else {
        return Mistake("'\(EDTFError.shortened(end))' is not a date", range: match.range(index))
      }
      let right = ends.compactMap { isOpen($0) ? $0 : isNow($0) ? ".." : repaired($0) }
      let start = match.range(index).lowerBound
      return Mistake(
        mistake.message, right.count == 2 ? readable(join(right[0], right[1])) : [],
        advice: mistake.advice,
        range: mistake.range.map { $0.lowerBound + start..<$0.upperBound + start }
          ?? match.range(index))
    }
    let reversed = readable(join(ends[1], ends[0]))
    return reversed.isEmpty ? nil : Mistake("it ends before it begins", reversed)
  }

  private static func isNow(_ end: String) -> Bool {
    ["now", "present", "today", "ongoing", "open", "current"].contains(end.lowercased())
  }
}
