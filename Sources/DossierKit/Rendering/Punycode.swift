/// How names of hosts with other letters than those of ASCII are written in ASCII (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let firstThreshold = 1
  private static let lastThreshold = 26

  /// The text that a part of a host's name stands for, without the `xn--` before it; nil if it is none.
  static func decode(_ encoded: some StringProtocol) -> String? {
    var scalars: [Unicode.Scalar] = []
    var rest = Array(encoded.utf8)[...]
    if let delimiter = rest.lastIndex(of: UInt8(ascii: "-")) {
      scalars = rest[..<delimiter].map { Unicode.Scalar($0) }
      rest = rest[(delimiter + 1)...]
    }
    guard scalars.allSatisfy(\.isASCII), encoded.utf8.count <= 256 else { return nil }
    var scalar = 0x80
    var place = 0
    var bias = 72
    while !rest.isEmpty {
      let start = place
      var weight = 1
      var position = base
      while true {
        guard let digit = rest.popFirst().flatMap({ value(of: $0) }) else { return nil }
        let (distance, distanceOverflows) = digit.multipliedReportingOverflow(by: weight)
        let (sum, sumOverflows) = place.addingReportingOverflow(distance)
        let threshold = min(max(position - bias, firstThreshold), lastThreshold)
        if distanceOverflows || sumOverflows { return nil }
        place = sum
        if digit < threshold { break }
        let (next, overflows) = weight.multipliedReportingOverflow(by: base - threshold)
        if overflows { return nil }
        weight = next
        position += base
      }
      let count = scalars.count + 1
      bias = adapted(place - start, isFirst: start == 0, count: count)
      let (sum, overflows) = scalar.addingReportingOverflow(place / count)
      scalar = sum
      place %= count
      guard !overflows, let number = UInt32(exactly: scalar), let new = Unicode.Scalar(number)
      else {
        return nil
      }
      scalars.insert(new, at: place)
      place += 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The bias behind a delta (section 6.1).
  private static func adapted(_ delta: Int, isFirst: Bool, count: Int) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > (base - firstThreshold) * lastThreshold / 2 {
      delta /= base - firstThreshold
      steps += base
    }
    return steps + (base - firstThreshold + 1) * delta / (delta + 38)
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0")) + 26
    default: nil
    }
  }
}
