import Markdown

extension ForeignMarkup {
  func diagnostic(_ found: Found, at place: Location) -> Diagnostic {
    let text = String(
      decoding: source[Int(found.range.lowerBound)..<Int(found.range.upperBound)], as: UTF8.self)
    let (code, what, help) = wording(of: found.kind, text)
    return Diagnostic(code, "'\(text.shortened)' \(what)", at: place, help: help)
  }

  private func wording(
    of kind: Found.Kind, _ text: String
  ) -> (code: Diagnostic.Code, what: String, help: String) {
    switch kind {
    case .mark:
      (
        .misplacedMark,
        "stands behind nothing that can be annotated, and is shown as it was typed",
        "write '[words]{^\(Self.key(in: text))}' without a space between, or '\\{^' to show the signs"
      )
    case .inlineNote:
      (
        .foreignMarkup, "is a note in other programs, and is shown as it was typed",
        "write '[^n]' and, in a paragraph of its own, '[^n]: …'; or '\\^' to show the sign"
      )
    case .highlight:
      (
        .foreignMarkup, "is marked in other programs, and is shown as it was typed",
        "write '**words**', or '\\==' to show the signs"
      )
    case .callout: callout(text)
    case .attributes:
      (
        .foreignMarkup, "is no annotation, and is shown as it was typed",
        Self.annotationKey(in: text).map {
          "write '[words]{^\($0)}' to annotate them, or '\\{' to show the sign"
        } ?? "leave it out, or write '\\{' to show the sign"
      )
    case .template:
      (
        .foreignMarkup, "is filled in by other programs, and is shown as it was typed",
        "write what it stands for, or '\\\(text.prefix(2))' to show the signs"
      )
    case .contents:
      (
        .foreignMarkup, "is a list of headings in other programs, and is shown as it was typed",
        "leave it out, or write '\\[' to show the sign"
      )
    case .task:
      (
        .foreignMarkup, "is a box to tick in other programs, and is shown as it was typed",
        "write '☐' or '☑' for it, or '\\[' to show the sign"
      )
    case .bullet:
      (
        .foreignMarkup, "begins a list in other programs, and is shown as it was typed",
        "begin each entry with '- ' on a line of its own, or write '&bull;' to show the sign"
      )
    case .strong:
      (
        .unfinishedMarkup, "has no other half, and is shown as it was typed",
        "put '**' directly behind the last of the words as well, or write '\\*\\*' to show the signs"
      )
    case .link(let holdsMark):
      holdsMark
        ? (
          .misplacedMark, "is no link: its words hold the mark of a note or of a source",
          "put the mark behind the link: '\(text)|words]]' and then the mark"
        )
        : (
          .unfinishedMarkup, "is no link, since it does not end, and is shown as it was typed",
          "write '\(text)]]', or '\\[[' to show the signs"
        )
    case .indentedCode:
      (
        .unintendedCode,
        "is shown as code, in which no link and no citation counts: it is indented",
        "delete the spaces before it, also on the lines below; to show code, put it between lines of '```'"
      )
    case .openFence:
      (
        .unintendedCode,
        "has no end, and what follows is shown as code, without links and citations",
        "put '\(text.prefix { $0 == text.first })' on a line of its own behind the code"
      )
    }
  }

  /// The key in `{^ a note}`, as it can be written: `a-note`.
  private static func key(in mark: String) -> String {
    let words = mark.dropFirst(2).prefix { $0 != "}" }.split { $0.isWhitespace }
    return words.isEmpty ? "…" : words.joined(separator: "-")
  }

  /// The key in `{n1}`; nil of what is none, such as `{.small}`, `{#here}` and `{lang=es}`.
  private static func annotationKey(in text: String) -> Substring? {
    let key = text.dropFirst().dropLast()
    return key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" } ? key : nil
  }

  private func callout(_ mark: String) -> (Diagnostic.Code, String, String) {
    let kinds = Event.AlertType.allCases.map { "[!\($0)]".uppercased() }
    if kinds.contains(mark.uppercased()) {
      return (
        .foreignMarkup, "has words behind it in its line, and is shown as it was typed",
        "give '> \(mark)' a line of its own"
      )
    }
    return (
      .foreignMarkup, "is no kind of alert, and is shown as it was typed",
      "there are \(kinds.quotedList), in a line of their own; '\\[' shows the sign"
    )
  }
}
