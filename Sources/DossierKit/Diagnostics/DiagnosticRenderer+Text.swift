extension DiagnosticRenderer {
  mutating func text(_ diagnostic: Diagnostic, color: Bool) -> String {
    let paint = Paint(isOn: color)
    let severity = severity(of: diagnostic)
    let hue =
      switch severity {
      case .error: Paint.red
      case .warning: Paint.yellow
      case .note: Paint.cyan
      }
    let head =
      paint(hue, "\(severity.rawValue):")
      + " \(paint(Paint.bold, diagnostic.message.escapedForTerminal)) [\(diagnostic.code.rawValue)]"
    var result = text(head, at: diagnostic.location, hue: hue, paint)
    for note in diagnostic.notes {
      let head = "\(paint(Paint.cyan, "note:")) \(note.message.escapedForTerminal)"
      result += text(head, at: note.location, hue: Paint.cyan, paint)
    }
    if let help = diagnostic.help {
      result += "\(paint(Paint.green, "help:")) \(help.escapedForTerminal)\n"
    }
    return result
  }

  func text(_ error: FileSystemError, color: Bool) -> String {
    let paint = Paint(isOn: color)
    return "\(paint(Paint.red, "error:")) \(error.description.escapedForTerminal)\n"
  }

  /// The head after its place, then the line with the place marked.
  private mutating func text(
    _ head: String, at location: Location?, hue: String, _ paint: Paint
  ) -> String {
    guard let location else { return head + "\n" }
    let place = place(of: location)
    let path = place.file.path.escapedForTerminal
    let address = "\(path):\(place.start.line):\(place.start.column):"
    var result = "\(paint(Paint.bold, address)) \(head)\n"
    if place.file.bytes.isEmpty { return result }
    let excerpt = SourceExcerpt(of: place.line, in: place.file.bytes, marking: place.range)
    let number = "\(place.start.line)"
    let margin = String(repeating: " ", count: number.utf8.count)
    let indent = String(repeating: " ", count: excerpt.indent)
    let mark = String(repeating: "^", count: excerpt.width)
    result += "  \(number) | \(excerpt.text)\n"
    result += "  \(margin) | \(indent)\(paint(hue, mark))\n"
    return result
  }
}

/// The colours of a terminal, or none.
private struct Paint {
  static let (bold, red, yellow, cyan, green) = ("1", "1;31", "1;33", "36", "32")

  let isOn: Bool

  func callAsFunction(_ style: String, _ text: String) -> String {
    isOn ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}
