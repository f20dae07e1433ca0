/// A correction says what was corrected: a reader who sees only that something was is left to guess.
enum EmptyCorrection {
  private static let texts = ["what", "was", "now", "why"]

  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    site.model.entries(of: id, in: CommonField.corrections).compactMap { entry in
      texts.allSatisfy { entry.parts.facts($0, in: entry.fields).isEmpty }
        ? .empty(at: entry.fact.location) : nil
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
