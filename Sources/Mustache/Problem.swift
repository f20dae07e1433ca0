/// Something wrong in a template, with its place.
package struct Problem: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A tag that is not closed, closes nothing or cannot be read.
    case syntax
    /// A name that the shape lacks.
    case unknownName
    /// A partial, parent or page template that no file holds.
    case missingTemplate
    /// A block that the parent does not have.
    case unknownBlock
    /// Templates that include each other for ever, or too deep.
    case recursion
    /// A list, object or flag where text is wanted.
    case notText
    /// Plain text put out without escaping.
    case rawText
    /// Markup where plain text is wanted.
    case escapedHTML
    /// Anything but an address in `href`, `src` and the like.
    case notAURL
    /// Markup inside an attribute.
    case htmlInAttribute
    /// A value in an attribute without quotes.
    case unquotedAttribute
    /// A value among the names of a tag, or of a tag.
    case inTag
    /// A value in a script, a style, or an attribute that holds one.
    case inScript
    /// A value in a comment or a declaration.
    case inComment
    /// A section or partial that ends in another place of the markup than it began.
    case unbalancedMarkup
  }

  /// A second place that belongs to the problem, in the same file.
  package struct Note: Sendable, Hashable {
    package let range: Range<Int>
    package let message: String
  }

  package let kind: Kind
  /// The path of the template's file, as it was given.
  package let file: String
  /// The bytes of the file that are meant.
  package let range: Range<Int>
  package let message: String
  /// A way out, where one is known.
  package let help: String?
  package let note: Note?

  init(
    _ kind: Kind, in file: String, at range: Range<Int>, _ message: String, help: String? = nil,
    note: Note? = nil
  ) {
    self.kind = kind
    self.file = file
    self.range = range
    self.message = message
    self.help = help
    self.note = note
  }
}

extension Problem: Comparable {
  /// By file, then by place, then by message, so that a list of them is the same every time.
  package static func < (a: Problem, b: Problem) -> Bool {
    (a.file, a.range.lowerBound, a.range.upperBound, a.message)
      < (b.file, b.range.lowerBound, b.range.upperBound, b.message)
  }
}
