// Characters that nobody sees, in the bytes of a file as they are.
extension Findings {
  /// Reports what changes the order in which words are shown; the first on each line.
  mutating func checkDirections() {
    var index = 0
    while index < source.count, let found = source[index...].firstIndex(of: 0xE2) {
      index = found + 1
      guard let control = source[found...].directionControl else { continue }
      append(.directionControl(control, at: Location(file, found..<found + 3)))
      index = lineEnd(behind: index)
    }
  }

  /// Reports what no text may hold in Markdown, as YAML's reader does in YAML; the first on each line.
  mutating func checkControls(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index].mayBeginForbiddenControl,
        let (control, length) = source[index..<range.upperBound].forbiddenControl
      else {
        index += 1
        continue
      }
      report(
        .controlCharacter, "character U+\(control.hexadecimal) cannot stand in text",
        at: index..<index + length,
        help: "delete it: it is invisible and was likely pasted by accident")
      index = lineEnd(behind: index)
    }
  }

  private func lineEnd(behind index: Int) -> Int {
    source[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
  }
}

extension ArraySlice<UInt8> {
  /// The character at the start that changes the order in which words are shown, if one is there.
  fileprivate var directionControl: Unicode.Scalar? {
    guard count >= 3, self[startIndex] == 0xE2, self[startIndex + 1] & 0xFE == 0x80 else {
      return nil
    }
    let value = 0x2000 | UInt32(self[startIndex + 1] & 1) << 6 | UInt32(self[startIndex + 2] & 0x3F)
    return Unicode.Scalar(value).flatMap { $0.isDirectionControl ? $0 : nil }
  }

  /// The character at the start that neither HTML nor XML can hold, if one is there, and its length.
  fileprivate var forbiddenControl: (Unicode.Scalar, length: Int)? {
    let byte = self[startIndex]
    if byte < 0x80 {
      let scalar = Unicode.Scalar(byte)
      return scalar.isForbiddenControl ? (scalar, 1) : nil
    }
    guard byte == 0xC2, count >= 2, self[startIndex + 1] < 0xA0 else { return nil }
    return (Unicode.Scalar(self[startIndex + 1]), 2)
  }
}

extension Unicode.Scalar {
  /// An embedding, an override or an isolate, or the end of one.
  var isDirectionControl: Bool { 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value }
}

extension Diagnostic {
  static func directionControl(_ control: Unicode.Scalar, at location: Location) -> Diagnostic {
    Diagnostic(
      .directionControl,
      "U+\(control.hexadecimal) \(control.properties.name ?? "") is invisible, and changes the order in which words are shown",
      at: location, help: "delete it: with it, words can pass for others that are not there")
  }
}
