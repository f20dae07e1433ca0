extension Mistake {
  /// Characters that look like those of a date: dashes of typography, digits of other scripts, blanks.
  static func inCharacters(_ text: String) -> Mistake? {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: " ") }) else { return nil }
    var plain = ""
    var message: String?
    for character in text {
      if character.isASCII {
        plain.append(character)
      } else if "‐‑‒–—―−－".contains(character) {
        plain.append("-")
        message = message ?? "'\(character)' is not the hyphen of a date"
      } else if let digit = character.wholeNumberValue, digit < 10 {
        plain += String(digit)
        message = message ?? "'\(character)' is not one of the digits 0 to 9"
      } else if character == "…" {
        plain += ".."
        message = message ?? "'…' is not the '..' of a date"
      } else {
        return nil
      }
    }
    let trimmed = plain.split(separator: " ").joined(separator: " ")
    if message == nil, trimmed != text { message = "a date has no spaces around it" }
    guard let message else { return nil }
    let proposals = readable(trimmed)
    guard proposals.isEmpty else { return Mistake(message, proposals) }
    let inner = find(in: trimmed)
    return Mistake(message, inner?.proposals ?? [], advice: inner?.advice)
  }

  /// Digits that are left open with other signs than the capital: `201x`, `19uu`.
  @Sendable static func inOpenDigits(_ match: Pattern.Match) -> Mistake? {
    guard match.text.utf8.contains(where: \.isOpenDigit) else { return nil }
    let proposals = readable(
      String(decoding: match.text.utf8.map { $0.isOpenDigit ? .unspecified : $0 }, as: UTF8.self))
    return proposals.isEmpty
      ? nil : Mistake("a digit that is not known is a capital 'X'", proposals)
  }

  /// Qualifiers before the date, in its middle, or several of them.
  @Sendable static func inQualifiers(_ match: Pattern.Match) -> Mistake? {
    let bytes = match.text.utf8
    guard bytes.contains(where: \.isQualifier), bytes.contains(where: \.isDigit),
      !bytes.contains(.slash), let date = repaired(unqualified(match.text))
    else { return nil }
    let isUncertain = bytes.contains(UInt8(ascii: "?"))
    let isApproximate = bytes.contains(UInt8(ascii: "~"))
    let isBoth = isUncertain == isApproximate || bytes.contains(UInt8(ascii: "%"))
    let proposals = readable(date + (isBoth ? "%" : isUncertain ? "?" : "~"))
    return proposals.isEmpty
      ? nil : Mistake("'?', '~' and '%' stand once, behind the whole date", proposals)
  }

  static func unqualified(_ text: String) -> String {
    String(decoding: text.utf8.filter { !$0.isQualifier }, as: UTF8.self)
  }
}
