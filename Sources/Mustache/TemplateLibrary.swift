/// The templates of a site by name, parsed; pages are compiled from it.
///
/// A file's name is its path without `.mustache`: `partials/head.mustache` is `{{>partials/head}}`.
package struct TemplateLibrary: Sendable {
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// How much is asked of templates.
  enum Mode {
    /// Everything named must exist, and every value be safe where it stands.
    case checked
    /// As the specification has it: what is missing is empty, and anything may be put out.
    case lenient
  }

  let templates: [ParsedTemplate]
  let indices: [String: Int]

  /// Of two files with one name the last counts.
  package init(_ files: [File]) {
    templates = files.map(TemplateParser.parse)
    indices = Dictionary(
      files.enumerated().map { (Self.name(of: $1.path), $0) }, uniquingKeysWith: { $1 })
  }

  /// The syntax errors of all files, whether a page uses them or not, in order.
  package var problems: [Problem] { templates.flatMap(\.problems).sorted() }

  /// The program of a page, with all that it includes; `nil` when anything is wrong there.
  ///
  /// All that is wrong is added to `problems`, in order, except what is among them already.
  package func compile(
    _ name: String, for shape: Shape, problems: inout [Problem]
  ) -> Template? {
    compile(name, for: shape, mode: .checked, problems: &problems)
  }

  func compile(
    _ name: String, for shape: Shape, mode: Mode, problems: inout [Problem]
  ) -> Template? {
    var compiler = Compiler(self, mode)
    let program = compiler.compile(name, for: shape)
    let known = Set(problems)
    problems += compiler.problems.subtracting(known).sorted()
    return compiler.problems.isEmpty ? Template(program: program) : nil
  }

  private static func name(of path: String) -> String {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
  }
}
