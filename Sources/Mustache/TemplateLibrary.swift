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

  /// The names of these templates, and of all that they include, directly or not, where a file holds them.
  package func reached(from names: some Sequence<String>) -> Set<String> {
    var reached: Set<String> = []
    var pending = Array(names)
    while let name = pending.popLast() {
      guard let index = indices[name], reached.insert(name).inserted else { continue }
      let template = templates[index]
      for nodes in [template.nodes] + template.blocks.map(\.body) {
        Self.addIncluded(by: nodes, to: &pending)
      }
    }
    return reached
  }

  private static func addIncluded(by nodes: [Node], to names: inout [String]) {
    for node in nodes {
      switch node {
      case .partial(let tag, _), .parent(let tag, _, _): names.append(tag.name)
      case .section(_, _, let body): addIncluded(by: body, to: &names)
      case .line, .text, .variable, .block: break
      }
    }
  }

  package static func name(of path: String) -> String {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
  }
}
