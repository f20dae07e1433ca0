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

  /// The syntax errors of all files, whether a page uses them or not.
  package let problems: [Problem]

  /// Of two files with one name the last counts.
  package init(_ files: [File]) {
    problems = []
  }

  /// The program of a page, together with all that its includes bring. What is wrong with it is added
  /// to `problems`, each thing once; the template is then good for nothing but the next problem.
  package func compile(
    _ name: String, for shape: Shape, problems: inout [Problem]
  ) -> Template {
    Template()
  }
}
