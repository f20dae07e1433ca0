extension Problem {
  /// The problem of a file that is not UTF-8 but says what it is; nil for any other.
  static func foreignEncoding(of bytes: [UInt8], in range: Range<Int>) -> Problem? {
    guard range.count >= 2 else { return nil }
    let start = range.lowerBound
    switch (bytes[start], bytes[start + 1]) {
    case (0xFE, 0xFF), (0xFF, 0xFE):
      return Problem(
        .invalidEncoding, "the file is UTF-16, not UTF-8", at: start..<start + 2,
        help: "save it as UTF-8")
    default:
      return nil
    }
  }

  /// The problem of bytes that libyaml's reader refuses.
  static func unreadable(_ failure: Failure, in bytes: [UInt8]) -> Problem {
    let offset = min(failure.offset, bytes.count)
    let range = offset..<min(offset + 1, bytes.count)
    // Control characters, surrogates and the like are well-formed numbers, but no text.
    if failure.problem.hasPrefix("control") || failure.problem.hasPrefix("invalid Unicode") {
      let value = String(failure.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - value.count)) + value
      return Problem(
        .controlCharacter, "character U+\(padded) at byte \(offset) cannot stand in text",
        at: range,
        help: "delete it: it is invisible and was likely pasted by accident")
    }
    return Problem(
      .invalidEncoding, "the byte at offset \(offset) is not UTF-8", at: range,
      help: "save the file as UTF-8")
  }
}
