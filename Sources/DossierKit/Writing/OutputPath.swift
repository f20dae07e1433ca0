/// A path below the output folder that cannot leave it: `articles/talks/index.html`.
///
/// Parts are divided by `/`, and none is empty, `.` or `..`, begins with the prefix of dossier's own
/// temporary files, is longer than 255 bytes, or holds a backslash or a control character.
/// Compared by bytes: two spellings of one letter are two paths, as they are on the disk.
package struct OutputPath: Sendable {
  package let string: String

  /// Nil if it breaks a rule above.
  package init?(_ string: String) {
    for part in string.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.count <= 255, !part.elementsEqual(".".utf8),
        !part.elementsEqual("..".utf8), !part.starts(with: Self.temporaryPrefix.utf8),
        part.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
      else { return nil }
    }
    self.string = string
  }

  /// What the names of files that are being written begin with.
  static let temporaryPrefix = ".dossier-"

  /// Its folders, outermost first, then its own name.
  ///
  /// Divided by bytes: to Swift a slash with a combining accent after it is no slash, to the disk it is.
  var parts: [Substring] {
    string.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The folders it lies in, outermost first.
  var folders: [OutputPath] {
    string.utf8.indices.filter { string.utf8[$0] == UInt8(ascii: "/") }
      .map { OutputPath(unchecked: String(string[..<$0])) }
  }

  /// Whether it lies below a folder.
  func lies(below folder: OutputPath) -> Bool {
    let (own, other) = (string.utf8, folder.string.utf8)
    return own.starts(with: other) && own.dropFirst(other.count).first == UInt8(ascii: "/")
  }

  private init(unchecked string: String) { self.string = string }
}

extension OutputPath: Hashable, Comparable {
  package static func == (a: OutputPath, b: OutputPath) -> Bool {
    a.string.utf8.elementsEqual(b.string.utf8)
  }

  package static func < (a: OutputPath, b: OutputPath) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
  }
}

extension OutputPath: CustomStringConvertible {
  package var description: String { string }
}
