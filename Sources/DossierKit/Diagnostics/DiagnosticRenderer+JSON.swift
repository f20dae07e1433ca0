extension DiagnosticRenderer {
  /// Keys: `severity`, `code`, `message`, `file`, `line`, `column`, `endLine`, `endColumn`, `offset`,
  /// `endOffset`, `notes` (each with `message` and the same places), `help`. What has no value is absent.
  mutating func json(_ diagnostic: Diagnostic) -> String {
    var object = JSONObject()
    object.add("severity", severity(of: diagnostic).rawValue)
    object.add("code", diagnostic.code.rawValue)
    object.add("message", diagnostic.message)
    if let location = diagnostic.location { add(location, to: &object) }
    if !diagnostic.notes.isEmpty {
      var notes: [JSONObject] = []
      for note in diagnostic.notes {
        var entry = JSONObject()
        entry.add("message", note.message)
        add(note.location, to: &entry)
        notes.append(entry)
      }
      object.add("notes", notes)
    }
    if let help = diagnostic.help { object.add("help", help) }
    return object.text + "\n"
  }

  /// The code is `disk` or `usage`, which no diagnostic has.
  func json(_ error: FileSystemError) -> String {
    var object = JSONObject()
    object.add("severity", Diagnostic.Severity.error.rawValue)
    object.add("code", error.isWrongUsage ? "usage" : "disk")
    object.add("message", error.description)
    return object.text + "\n"
  }

  private mutating func add(_ location: Location, to object: inout JSONObject) {
    let place = place(of: location)
    object.add("file", place.file.path)
    object.add("line", place.start.line)
    object.add("column", place.start.column)
    object.add("endLine", place.end.line)
    object.add("endColumn", place.end.column)
    object.add("offset", place.range.lowerBound)
    object.add("endOffset", place.range.upperBound)
  }
}
