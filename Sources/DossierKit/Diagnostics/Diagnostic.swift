/// Something in the content that its author can mend, and how.
package struct Diagnostic: Sendable, Equatable {
  /// How much it matters. A build with an error writes nothing; a note is worth knowing and never an error.
  package enum Severity: String, Sendable { case note, warning, error }

  /// Another place that the message speaks of, such as where an id was used first.
  package struct Note: Sendable, Equatable {
    package let message: String
    package let location: Location

    package init(_ message: String, at location: Location) {
      self.message = message
      self.location = location
    }
  }

  package let code: Code
  /// What is wrong: lower case, no full stop, quotes around what the author wrote.
  package let message: String
  /// Where; nil if it concerns the dossier as a whole.
  package let location: Location?
  package let notes: [Note]
  /// The way out: `did you mean 'valery-revenko'?`
  package let help: String?

  package init(
    _ code: Code, _ message: String, at location: Location?, notes: [Note] = [],
    help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
  }

  package var severity: Severity { code.severity }

  /// Its severity in a run that may take warnings for errors.
  package func severity(isStrict: Bool) -> Severity {
    isStrict && severity == .warning ? .error : severity
  }
}
