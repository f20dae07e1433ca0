/// The characters that `&…;` stands for.
struct Entity {
  /// How long it is in the source, `&` and `;` included.
  let length: Int
  let bytes: [UInt8]
}

/// Reads entities, and remembers the named ones.
struct EntityReader {
  private var named: [[UInt8]: [UInt8]?] = [:]

  /// The entity at `start`, where a `&` stands; nil if libcmark would read none there.
  mutating func entity(in bytes: [UInt8], at start: Int, before end: Int) -> Entity? {
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "#") {
      return EntityReader.numeric(in: bytes, at: start, before: end)
    }
    // The longest name has 31 letters.
    let limit = min(end, start + 34)
    while index < limit, bytes[index].isASCIILetter || bytes[index].isASCIIDigit { index += 1 }
    guard index < limit, index > start + 2, bytes[index] == UInt8(ascii: ";") else { return nil }
    let name = Array(bytes[start...index])
    let decoded: [UInt8]?
    if let known = named[name] {
      decoded = known
    } else {
      decoded = EntityReader.decode(name)
      named[name] = decoded
    }
    return decoded.map { Entity(length: name.count, bytes: $0) }
  }

  private static func numeric(in bytes: [UInt8], at start: Int, before end: Int) -> Entity? {
    var index = start + 2
    guard index < end else { return nil }
    let isHex = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < end, index - first <= 7 {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        value = value &* (isHex ? 16 : 10) &+ UInt32(byte - 48)
      } else if isHex, 97...102 ~= byte | 0x20 {
        value = value &* 16 &+ UInt32((byte | 0x20) - 87)
      } else {
        break
      }
      index += 1
    }
    let digits = index - first
    guard digits >= 1, digits <= (isHex ? 6 : 7), index < end, bytes[index] == UInt8(ascii: ";")
    else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Entity(
      length: index + 1 - start, bytes: Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
  }

  /// Asks libcmark, which has the table of the 2,125 names.
  private static func decode(_ name: [UInt8]) -> [UInt8]? {
    let tree = RawTree(parsing: name.span)
    return tree.pool == name || tree.pool.isEmpty ? nil : tree.pool
  }
}

extension Tape {
  /// Reports entities that stand for what changes the order in which words are shown.
  mutating func reportDirectionControls() {
    for event in events where event.kind == .replacement {
      let bytes = literals[Int(event.literalLower)..<Int(event.literalUpper)]
      guard bytes.count == 3, bytes.first == 0xE2,
        let value = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value,
        0x202A...0x202E ~= value || 0x2066...0x2069 ~= value
      else { continue }
      report(.directionControl, Int(event.lower)..<Int(event.upper), bytes)
    }
  }
}
