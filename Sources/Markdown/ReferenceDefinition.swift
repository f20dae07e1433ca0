extension BlockCursor {
  /// Moves past the link reference definitions at the start of a paragraph, which libcmark takes
  /// out of it.
  mutating func skipReferenceDefinitions() {
    while byte == UInt8(ascii: "[") {
      var trial = self
      guard trial.skipReferenceDefinition() else { return }
      self = trial
      restartContent()
    }
  }

  private mutating func skipReferenceDefinition() -> Bool {
    guard skipLabel(), byte == UInt8(ascii: ":") else { return false }
    position += 1
    skipSpacesAndLineEnd()
    guard skipDestination() else { return false }
    let beforeTitle = self
    skipSpacesAndLineEnd()
    if position != beforeTitle.position, skipTitle() {
      skipSpaces()
      if isAtLineEnd { return nextLine() }
    }
    self = beforeTitle
    skipSpaces()
    return isAtLineEnd && nextLine()
  }

  /// `[label]`: no bracket in it, at most 1,000 bytes, not blank.
  private mutating func skipLabel() -> Bool {
    position += 1
    var length = 0
    var isBlank = true
    while length <= 1000 {
      guard let byte else {
        guard nextLine() else { return false }
        length += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "["): return false
      case UInt8(ascii: "]"):
        position += 1
        return !isBlank
      case UInt8(ascii: "\\"):
        isBlank = false
        length += 1
        position += 1
        if self.byte?.isASCIIPunctuation == true {
          length += 1
          position += 1
        }
      default:
        if !byte.isSpace { isBlank = false }
        length += 1
        position += 1
      }
    }
    return false
  }

  private mutating func skipSpacesAndLineEnd() {
    skipSpaces()
    if isAtLineEnd, nextLine() { skipSpaces() }
  }

  private mutating func skipDestination() -> Bool {
    if byte == UInt8(ascii: "<") {
      position += 1
      while let byte {
        position += 1
        if byte == UInt8(ascii: ">") { return true }
        if byte == UInt8(ascii: "<") { return false }
        if byte == UInt8(ascii: "\\"), !isAtLineEnd { position += 1 }
      }
      return false
    }
    let start = position
    var depth = 0
    loop: while let byte {
      switch byte {
      case UInt8(ascii: "\\") where self.byte(ahead: 1)?.isASCIIPunctuation == true: position += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return false }
      case UInt8(ascii: ")"):
        if depth == 0 { break loop }
        depth -= 1
      case _ where byte.isSpace: break loop
      default: break
      }
      position += 1
    }
    return depth == 0 && position > start
  }

  private mutating func skipTitle() -> Bool {
    let closer: UInt8
    switch byte {
    case UInt8(ascii: "\""): closer = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): closer = UInt8(ascii: "'")
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return false
    }
    position += 1
    while true {
      guard let byte else {
        guard nextLine() else { return false }
        continue
      }
      position += 1
      if byte == closer { return true }
      if byte == UInt8(ascii: "("), closer == UInt8(ascii: ")") { return false }
      if byte == UInt8(ascii: "\\"), self.byte?.isASCIIPunctuation == true { position += 1 }
    }
  }
}
