/// 128 bits that tell whether bytes are those of last time. Not proof against somebody who means harm.
///
/// Sixteen bytes at a time are added to two 64-bit states, whose full 128-bit product is folded back
/// into them. The length is mixed in at the end, so that trailing zeros count. The values are kept on
/// disk: a change here makes every page of every output be written once more.
package struct Fingerprint: Sendable, Equatable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(_ bytes: [UInt8]) {
    var state = State()
    let span = bytes.span
    var offset = 0
    while offset + 16 <= span.count {
      state.mix(span.lane(at: offset), span.lane(at: offset + 8))
      offset += 16
    }
    var rest: (UInt64, UInt64) = (0, 0)
    for index in offset..<span.count {
      let byte = UInt64(span[index])
      let shift = UInt64(index - offset) * 8
      if shift < 64 { rest.0 |= byte << shift } else { rest.1 |= byte << (shift - 64) }
    }
    state.mix(rest.0, rest.1)
    self = state.finish(count: bytes.count)
  }

  /// Of a file that is copied without being read: what can be seen from outside.
  init(size: Int64, modified: Int64) {
    var state = State()
    state.mix(UInt64(bitPattern: size), UInt64(bitPattern: modified))
    self = state.finish(count: 16)
  }

  private struct State {
    // Digits of pi: arbitrary, and visibly so.
    private var a: UInt64 = 0x243F_6A88_85A3_08D3
    private var b: UInt64 = 0x1319_8A2E_0370_7344

    mutating func mix(_ x: UInt64, _ y: UInt64) {
      a &+= x
      b &+= y
      let product = (a ^ 0xA409_3822_299F_31D0).multipliedFullWidth(by: b ^ 0x082E_FA98_EC4E_6C89)
      a = (a << 29 | a >> 35) ^ product.low
      b = (b << 31 | b >> 33) ^ product.high
    }

    consuming func finish(count: Int) -> Fingerprint {
      mix(UInt64(count), 0)
      mix(0, 0)
      mix(0, 0)
      return Fingerprint(high: a, low: b)
    }
  }
}

extension Span<UInt8> {
  /// Eight bytes as a number, the first the lowest, checked against the bounds once.
  fileprivate func lane(at offset: Int) -> UInt64 {
    let bytes = extracting(offset..<offset + 8)
    var lane: UInt64 = 0
    for index in 0..<8 { lane |= UInt64(bytes[index]) << UInt64(index * 8) }
    return lane
  }
}

extension Fingerprint {
  /// 32 lower-case hexadecimal digits.
  var hexadecimal: String {
    var digits: [UInt8] = []
    digits.appendHexadecimal(self)
    return String(decoding: digits, as: UTF8.self)
  }
}

extension [UInt8] {
  mutating func appendHexadecimal(_ fingerprint: Fingerprint) {
    for word in [fingerprint.high, fingerprint.low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
        append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
