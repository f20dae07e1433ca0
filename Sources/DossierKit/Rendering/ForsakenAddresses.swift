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
    return pages.contains(host + rest) || hosts.contains(host.withoutPort)
  }

  /// One text for all ways to write an address: without scheme, `www.`, usual port, fragment and a last `/`. Nil of
  /// what does not lead to a page of another site.
  private static func parts(of address: String) -> (host: String, rest: String)? {
    // Browsers take `\` for `/`, and do with any number of them behind the scheme.
    let address = address.replacing("\\", with: "/")
    guard let colon = address.firstIndex(of: ":"),
      ["http", "https"].contains(address[..<colon].lowercased())
    else { return nil }
    let all = address[colon...].dropFirst().drop { $0 == "/" }.prefix { $0 != "#" }
    let authority = all.prefix { $0 != "/" && $0 != "?" }
    // What stands before `@` names a reader.
    var host = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
    if let port = host.lastIndex(of: ":"), ["", "80", "443"].contains(host[port...].dropFirst()) {
      host = host[..<port]
    }
    if host.last == "." { host.removeLast() }
    var name = String(host).percentDecoded.lowercased()
    if name.hasPrefix("www.") { name.removeFirst(4) }
    var rest = String(all[authority.endIndex...]).percentDecoded
    while rest.last == "/" { rest.removeLast() }
    return (name, rest)
  }
}

extension String {
  fileprivate var withoutPort: String {
    // An address of IPv6 holds colons, within brackets.
    guard let port = lastIndex(of: ":"), self[port...].firstIndex(of: "]") == nil else {
      return self
    }
    return String(self[..<port])
  }
}
