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

/// One JSON object, written as its members come in. Whoever adds a key twice gets it twice.
private struct JSONObject {
  private var members = ""

  var text: String { "{\(members)}" }

  mutating func add(_ key: String, _ value: Int) { add(key, literal: "\(value)") }

  mutating func add(_ key: String, _ value: String) {
    add(key, literal: Self.quoted(value))
  }

  mutating func add(_ key: String, _ values: [JSONObject]) {
    add(key, literal: "[\(values.map(\.text).joined(separator: ","))]")
  }

  private mutating func add(_ key: String, literal: String) {
    if !members.isEmpty { members += "," }
    members += "\(Self.quoted(key)):\(literal)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // More than JSON asks for: these lines may end up on a terminal too.
      default:
        if scalar.escape == nil {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in scalar.utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        }
      }
    }
    return result + "\""
  }
}
