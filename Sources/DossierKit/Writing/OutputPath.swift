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

  /// The folders it lies in, outermost first, then the name of the file.
  var parts: [Substring] { string.split(separator: "/") }

  /// The path of the folder it lies in; nil at the top.
  var folder: Substring? {
    string.utf8.lastIndex(of: UInt8(ascii: "/")).map { string[..<$0] }
  }
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
