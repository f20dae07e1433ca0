/// Writes diagnostics out, for people or for programs.
///
/// Lines and columns count from 1; columns are characters (Unicode scalars), as editors count them.
package struct DiagnosticRenderer {
  package enum Format: Sendable, Equatable {
    /// `file:line:column: error: message [code]`, the line with the place marked, notes, and help.
    case text(color: Bool)
    /// One JSON object a line, which adds where the place is in bytes.
    case json
    /// One document for the whole run: SARIF 2.1.0, as hosts of code read it.
    ///
    /// `folder` leads from where it is run to the dossier's folder; it stands before every path. Empty if they
    /// are the same.
    case sarif(folder: String)
  }

  private let format: Format
  private let sources: SourceTree
  private let isStrict: Bool
  private var tables: [FileID: LineTable] = [:]

  /// - Parameter isStrict: Whether warnings are shown as the errors that they then are.
  package init(_ format: Format, sources: SourceTree, isStrict: Bool = false) {
    self.format = format
    self.sources = sources
    self.isStrict = isStrict
  }

  /// All of a run, in the order in which they are shown.
  package mutating func render(_ diagnostics: [Diagnostic]) -> String {
    switch format {
    case .text: diagnostics.map { render($0) + "\n" }.joined()
    case .json: diagnostics.map { render($0) }.joined()
    case .sarif(let folder): sarif(diagnostics, folder: folder)
    }
  }

  /// One diagnostic, with a line ending at its end; of SARIF, a document that holds nothing else.
  package mutating func render(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text(let color): text(diagnostic, color: color)
    case .json: json(diagnostic)
    case .sarif(let folder): sarif([diagnostic], folder: folder)
    }
  }

  /// What the disk refused, with a line ending at its end.
  package func render(_ error: FileSystemError) -> String {
    switch format {
    case .text(let color): text(error, color: color)
    case .json: json(error)
    case .sarif: sarif(error)
    }
  }

  func severity(of diagnostic: Diagnostic) -> Diagnostic.Severity {
    diagnostic.severity(isStrict: isStrict)
  }

  /// A location with all that is shown of it.
  struct Place {
    let file: SourceFile
    let range: Range<Int>
    let start: LineTable.Position
    let end: LineTable.Position
    /// The bytes of the line that it begins on.
    let line: Range<Int>
  }

  mutating func place(of location: Location) -> Place {
    let file = sources[location.file]
    let table = tables[location.file] ?? LineTable(file.bytes)
    tables[location.file] = table
    let start = table.position(of: location.range.lowerBound)
    return Place(
      file: file, range: location.range, start: start,
      end: table.position(of: location.range.upperBound), line: table.range(ofLine: start.line))
  }
}

extension [Diagnostic] {
  /// "2 errors, 1 warning"; nil if there is neither. Notes do not count.
  package func counted(isStrict: Bool) -> String? {
    let parts = [Diagnostic.Severity.error, .warning].map { severity in
      (count { $0.severity(isStrict: isStrict) == severity }, severity.rawValue)
    }.filter { $0.0 > 0 }
    if parts.isEmpty { return nil }
    return parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
