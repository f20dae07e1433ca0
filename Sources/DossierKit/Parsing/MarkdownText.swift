package import Markdown
import YAML

/// A parsed text, and how its bytes lie in the file that it came from.
package struct MarkdownText: Sendable {
  package let document: Document
  private let file: FileID
  /// The scalar that held it; nil of the body of a `.md` file, whose bytes are the file's own.
  private let scalar: Node?

  init(body document: Document, file: FileID) {
    self.document = document
    self.file = file
    self.scalar = nil
  }

  init(scalar: Node, text: String, file: FileID) {
    let bytes = Array(text.utf8)
    self.document = Document(parsing: bytes, in: bytes.indices)
    self.file = file
    self.scalar = scalar
  }

  /// The place in the file of a range of the text.
  func location(of range: Range<Int>, in files: [SourceFile]) -> Location {
    location(of: range, in: files[Int(file)].bytes)
  }

  func location(of range: Range<Int>, in source: [UInt8]) -> Location {
    guard let scalar else { return Location(file, range) }
    let lower = scalar.sourceOffset(ofTextOffset: range.lowerBound, in: source)
    let upper = scalar.sourceOffset(ofTextOffset: range.upperBound, in: source)
    return Location(file, lower..<max(lower, upper))
  }
}
