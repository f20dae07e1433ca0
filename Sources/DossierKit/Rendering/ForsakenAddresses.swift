/// Addresses that no page may link to, since a source of the dossier calls its own unfit or usurped.
///
/// An address can be written in many ways, and browsers take all of them to one place. Of one that was
/// taken over nothing on its host can be trusted, so that the host counts.
struct ForsakenAddresses: Sendable {
  private var pages: Set<String> = []
  private var hosts: Set<String> = []

  /// - Parameter isHost: Whether the whole host has fallen into other hands.
  mutating func add(_ address: String, isHost: Bool) {
    guard let (host, rest) = Self.parts(of: address) else { return }
    pages.insert(host + rest)
    if isHost { hosts.insert(host.withoutPort) }
  }

  func contains(_ address: String) -> Bool {
    guard !pages.isEmpty, let (host, rest) = Self.parts(of: address) else { return false }
    if pages.contains(host + rest) { return true }
    // Whoever holds a name holds those below it.
    var name = host.withoutPort[...]
    while !hosts.contains(String(name)) {
      guard let dot = name.firstIndex(of: ".") else { return false }
      name = name[dot...].dropFirst()
    }
    return true
  }

  /// One text for all ways to write an address: without scheme, `www.`, usual port, fragment, `.` and `..`, and a last
  /// `/`; of a host the letters, not their Punycode. Nil of what does not lead to a page of another site.
  private static func parts(of address: String) -> (host: String, rest: String)? {
    // Browsers take `\` for `/`, and do with any number of them behind the scheme.
    let address = address.replacing("\\", with: "/")
    guard let colon = address.firstIndex(of: ":"),
      ["http", "https"].contains(address[..<colon].lowercased())
    else { return nil }
    let all = address[colon...].dropFirst().drop { $0 == "/" }.prefix { $0 != "#" }
    let authority = all.prefix { $0 != "/" && $0 != "?" }
    // What stands before `@` names a reader.
    let host = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
    var name = String(host).percentDecoded.inNarrowLetters.lowercased()
    if let port = name.lastIndex(of: ":"), ["", "80", "443"].contains(name[port...].dropFirst()) {
      name = String(name[..<port])
    }
    if name.last == "." { name.removeLast() }
    name = name.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.hasPrefix("xn--") ? Punycode.decode(part.dropFirst(4)) ?? String(part) : String(part)
    }.joined(separator: ".")
    if name.hasPrefix("www.") { name.removeFirst(4) }
    let path = all[authority.endIndex...].prefix { $0 != "?" }
    var rest = String(path).percentDecoded.withoutDotSegments
    rest += String(all[path.endIndex...]).percentDecoded
    while rest.last == "/" { rest.removeLast() }
    return (name, rest)
  }
}

extension String {
  /// With letters, digits and dots as wide as those of Chinese in their usual width, and without characters that
  /// nobody sees, as browsers read the name of a host.
  fileprivate var inNarrowLetters: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint {
      switch scalar.value {
      case 0x3002, 0xFF61: result.append(".")
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A path without `.`, and without `..` and what it takes back (RFC 3986, section 5.2.4).
  fileprivate var withoutDotSegments: String {
    guard contains("/.") else { return self }
    var parts: [Substring] = []
    for part in split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.map { "/" + $0 }.joined()
  }

  fileprivate var withoutPort: String {
    // An address of IPv6 holds colons, within brackets.
    guard let port = lastIndex(of: ":"), self[port...].firstIndex(of: "]") == nil else {
      return self
    }
    return String(self[..<port])
  }
}
