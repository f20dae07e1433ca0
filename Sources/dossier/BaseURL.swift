import ArgumentParser

/// The address of a site, as `--base-url` takes it: `http` or `https`, ending in `/`.
struct BaseURL: ExpressibleByArgument, Equatable {
  let address: String

  init?(argument: String) {
    let lowercase = argument.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowercase.hasPrefix),
      // Nothing that must be escaped in an address or in a page, no query, no fragment, no password.
      argument.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}?#@".utf8.contains($0) }),
      let host = argument.dropFirst(scheme.count).split(
        separator: "/", omittingEmptySubsequences: false
      ).first,
      !host.isEmpty, !host.hasPrefix(":")
    else { return nil }
    address = argument.hasSuffix("/") ? argument : argument + "/"
  }
}
