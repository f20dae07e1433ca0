/// What a reader sees of a page: the words of parts of it, without markup.
struct ShownPage {
  let html: String

  init(_ html: String) { self.html = html }

  /// Each claim in one line.
  var claims: [String] {
    html.split(separator: #"<li class="claim""#, omittingEmptySubsequences: false).dropFirst()
      .map { part in
        // Up to where the list ends, for the last one.
        let rest = part.prefix(upTo: part.firstRange(of: "</li>\n")?.lowerBound ?? part.endIndex)
        return Self.words(rest.drop { $0 != ">" }.dropFirst())
      }
  }

  var claimGroups: [String] {
    html.matches(of: /<h3 id="_claims-[a-z]+">(.*?) <span class="count">/).map {
      Self.words($0.1)
    }
  }

  static func words(_ html: Substring) -> String {
    html.replacing(/<[^>]*>/, with: "").split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension Array {
  /// The element, if there is just one.
  var only: Element? { count == 1 ? first : nil }
}
