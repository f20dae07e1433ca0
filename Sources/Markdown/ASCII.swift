extension UInt8 {
  var isASCIIDigit: Bool { 48...57 ~= self }
  var isASCIILetter: Bool { 97...122 ~= self | 0x20 }
  var asciiLowercased: UInt8 { 65...90 ~= self ? self | 0x20 : self }
  /// Space, tab or line ending.
  var isSpace: Bool { self == 32 || 9...13 ~= self }
  var isSpaceOrTab: Bool { self == 32 || self == 9 }
  var isASCIIPunctuation: Bool {
    33...47 ~= self || 58...64 ~= self || 91...96 ~= self || 123...126 ~= self
  }
}
