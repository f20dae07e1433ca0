/// A correction says what was corrected: a reader who sees only that something was is left to guess.
enum EmptyCorrection {
  private static let texts = ["what", "was", "now", "why"]

  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    site.model.entries(of: id, in: CommonField.corrections).compactMap { entry in
      let saysSomething = texts.contains { text in
        // What it was may not be known; what was wrong is.
        entry.parts.facts(text, in: entry.fields).contains {
          $0.value.absence == nil || text == "was" || text == "now"
        }
      }
      return saysSomething ? nil : .empty(at: entry.fact.location)
    }
  }
}

extension Diagnostic {
  fileprivate static func empty(at location: Location) -> Diagnostic {
    Diagnostic(
      .emptyCorrection, "a correction says 'what' was wrong, or what it 'was' and is 'now'",
      at: location, help: "add 'what: …', or 'was: …' and 'now: …'")
  }
}
