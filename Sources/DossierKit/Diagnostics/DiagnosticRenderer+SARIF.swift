// SARIF 2.1.0: one document of one run, in which hosts of code find what to show on which line.
// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
extension DiagnosticRenderer {
  mutating func sarif(_ diagnostics: [Diagnostic], folder: String) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted { $0.rawValue < $1.rawValue }
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var prints = PrintCounter()
    let results = diagnostics.map { diagnostic in
      var result = JSONObject()
      result.add("ruleId", diagnostic.code.rawValue)
      result.add("ruleIndex", indices[diagnostic.code] ?? 0)
      result.add("level", severity(of: diagnostic).rawValue)
      let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
      result.add("message", JSONObject(text: diagnostic.message + help))
      result.add("locations", [sarif(diagnostic.location, folder: folder)])
      if !diagnostic.notes.isEmpty {
        result.add(
          "relatedLocations",
          diagnostic.notes.enumerated().map { index, note in
            var location = JSONObject()
            location.add("id", index + 1)
            location.add("physicalLocation", physicalLocation(note.location, folder: folder))
            location.add("message", JSONObject(text: note.message))
            return location
          })
      }
      var fingerprints = JSONObject()
      fingerprints.add("primaryLocationLineHash", prints.next(line(of: diagnostic)))
      result.add("partialFingerprints", fingerprints)
      return result
    }
    return document(rules: codes.map(Self.rule), results: results, invocation: .succeeded)
  }

  /// A run that came to no result.
  func sarif(_ error: FileSystemError) -> String {
    var notification = JSONObject()
    var descriptor = JSONObject()
    descriptor.add("id", error.isWrongUsage ? "usage" : "disk")
    notification.add("descriptor", descriptor)
    notification.add("level", "error")
    notification.add("message", JSONObject(text: error.description))
    var invocation = JSONObject()
    invocation.add("executionSuccessful", false)
    invocation.add("toolExecutionNotifications", [notification])
    return document(rules: [], results: [], invocation: invocation)
  }

  private func document(
    rules: [JSONObject], results: [JSONObject], invocation: JSONObject
  ) -> String {
    var driver = JSONObject()
    driver.add("name", "dossier")
    driver.add("rules", rules)
    var tool = JSONObject()
    tool.add("driver", driver)
    var root = JSONObject()
    root.add(
      "description",
      JSONObject(
        text: "Where dossier was run; of a dossier that does not lie below, its own folder."))
    var roots = JSONObject()
    roots.add(Self.root, root)
    var run = JSONObject()
    run.add("tool", tool)
    run.add("columnKind", "unicodeCodePoints")
    run.add("originalUriBaseIds", roots)
    run.add("invocations", [invocation])
    run.add("results", results)
    var document = JSONObject()
    document.add(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    document.add("version", "2.1.0")
    document.add("runs", [run])
    return document.text + "\n"
  }

  private static func rule(_ code: Diagnostic.Code) -> JSONObject {
    var level = JSONObject()
    level.add("level", code.severity.rawValue)
    var rule = JSONObject()
    rule.add("id", code.rawValue)
    rule.add("shortDescription", JSONObject(text: code.explanation.firstSentence))
    rule.add("fullDescription", JSONObject(text: code.explanation))
    rule.add("help", JSONObject(text: code.explanation))
    rule.add("defaultConfiguration", level)
    return rule
  }

  // MARK: Places

  /// What addresses are relative to; hosts of code take it for the top of the repository.
  private static let root = "%SRCROOT%"

  private mutating func sarif(_ location: Location?, folder: String) -> JSONObject {
    var result = JSONObject()
    if let location {
      result.add("physicalLocation", physicalLocation(location, folder: folder))
    } else {
      // Hosts refuse a result without a file; what concerns the dossier as a whole is said where its settings are.
      var physical = JSONObject()
      physical.add("artifactLocation", Self.artifact(ParsedSite.settingsPath, folder: folder))
      physical.add("region", Self.region((1, 1), (1, 1)))
      result.add("physicalLocation", physical)
    }
    return result
  }

  private mutating func physicalLocation(_ location: Location, folder: String) -> JSONObject {
    let place = place(of: location)
    var physical = JSONObject()
    physical.add("artifactLocation", Self.artifact(place.file.path, folder: folder))
    // A file that is no text, or was not read, has no lines, and hosts refuse a result without one: it has its first.
    let isText = !place.file.bytes.isEmpty
    physical.add(
      "region",
      Self.region(
        isText ? (place.start.line, place.start.column) : (1, 1),
        isText ? (place.end.line, place.end.column) : (1, 1)))
    return physical
  }

  private static func region(
    _ start: (line: Int, column: Int), _ end: (line: Int, column: Int)
  ) -> JSONObject {
    var region = JSONObject()
    region.add("startLine", start.line)
    region.add("startColumn", start.column)
    region.add("endLine", end.line)
    region.add("endColumn", end.column)
    return region
  }

  private static func artifact(_ path: String, folder: String) -> JSONObject {
    var artifact = JSONObject()
    artifact.add("uri", (folder.isEmpty ? path : "\(folder)/\(path)").percentEncodedPath)
    artifact.add("uriBaseId", root)
    return artifact
  }

  // MARK: Fingerprints

  /// What stays the same of a diagnostic while lines come and go around it: code, file, and the line itself.
  private mutating func line(of diagnostic: Diagnostic) -> [UInt8] {
    var bytes = Array(diagnostic.code.rawValue.utf8) + [0]
    guard let location = diagnostic.location else { return bytes }
    let place = place(of: location)
    bytes += Array(place.file.path.utf8) + [0]
    return bytes
      + place.file.bytes[place.line.clamped(to: place.file.bytes.indices)]
      .filter { $0 > 0x20 }
  }
}

/// Numbers what has the same fingerprint, so that each can be told from the others.
private struct PrintCounter {
  private var counts: [String: Int] = [:]

  mutating func next(_ bytes: [UInt8]) -> String {
    let print = String(Fingerprint(bytes).hexadecimal.prefix(16))
    counts[print, default: 0] += 1
    return "\(print):\(counts[print] ?? 1)"
  }
}

extension JSONObject {
  /// A message of SARIF.
  fileprivate init(text: String) {
    self.init()
    add("text", text)
  }

  fileprivate static var succeeded: JSONObject {
    var invocation = JSONObject()
    invocation.add("executionSuccessful", true)
    return invocation
  }
}

extension String {
  /// Up to its first full stop, without the stop's followers.
  fileprivate var firstSentence: String {
    var previous: Character = " "
    for index in indices {
      if self[index] == " ", previous == "." { return String(self[..<index]) }
      previous = self[index]
    }
    return self
  }

  /// As a relative reference of RFC 3986.
  fileprivate var percentEncodedPath: String {
    var result = ""
    for byte in utf8 {
      if byte.isASCIILetterOrDigit || "-._~/!$&'()*+,;=@".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return result
  }
}
