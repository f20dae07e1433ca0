/// A source that is cited for what happened was not published before it happened.
///
/// Looked at are the days of an event, of a birth and the like, what was seen or began in an entry, and who was at
/// an event. What announces something is no witness of it, and says so with `supports: inferred` or `context`.
enum CitedTooEarly {
  private static let days = ["date", "born", "died", "founded", "dissolved", "start"]

  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let model = site.model
    let fields = model.kind(of: id).fields
    let entries = model[id].fields
    var diagnostics: [Diagnostic] = []
    for name in days {
      for fact in entries.facts(name, in: fields) {
        guard case .date(let date) = fact.value else { continue }
        let dates = [StatedDate(date: date, location: fact.location)]
        diagnostics += early(fact.support?.citations ?? [], for: name, dates, model)
      }
    }
    let happened = entries.dates("date", in: fields)
    // A text and what it rests on have dates of their own.
    if model.kind(of: id).role == .entity, !happened.isEmpty {
      diagnostics += all(model[id].citations, for: "date", happened, model)
    }
    for entry in model.entries(of: id) { diagnostics += check(entry, during: happened, model) }
    return diagnostics
  }

  private static func check(
    _ entry: DatedEntry, during happened: [StatedDate], _ model: SiteModel
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for name in ["start", "seen"] {
      for fact in entry.parts.facts(name, in: entry.fields) {
        guard case .date(let date) = fact.value else { continue }
        let dates = [StatedDate(date: date, location: fact.location)]
        diagnostics += early(fact.support?.citations ?? [], for: name, dates, model)
      }
    }
    let citations = entry.fact.support?.citations ?? []
    // What began may have been reported then, and seen again much later.
    for name in ["start", "seen"] {
      let dates = entry.dates(name)
      if !dates.isEmpty { return diagnostics + early(citations, for: name, dates, model) }
    }
    guard entry.fields.index(of: "who") != nil, entry.text("presence") != "invited",
      entry.text("presence") != "listed"
    else { return diagnostics }
    return diagnostics + early(citations, for: "date", happened, model)
  }

  /// Each of the sources that cannot have known.
  private static func early(
    _ citations: [Citation<Resolved>], for name: String, _ dates: [StatedDate], _ model: SiteModel
  ) -> [Diagnostic] {
    citations.compactMap { citation in
      let published = published(citation.source, model)
      guard citation.bearing == .direct, published.certainlyPrecede(dates) else { return nil }
      return .early(model[citation.source].id, published, name, dates, at: citation.location)
    }
  }

  /// Of what a record as a whole rests on, one may well be older, if another is not.
  private static func all(
    _ citations: [Citation<Resolved>], for name: String, _ dates: [StatedDate], _ model: SiteModel
  ) -> [Diagnostic] {
    let diagnostics = early(citations, for: name, dates, model)
    return diagnostics.count == citations.count ? diagnostics : []
  }

  private static func published(_ source: RecordID, _ model: SiteModel) -> [StatedDate] {
    model[source].fields.dates("published", in: model.kind(of: source).fields)
  }
}

extension Diagnostic {
  fileprivate static func early(
    _ source: String, _ published: [StatedDate], _ name: String, _ dates: [StatedDate],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .citedTooEarly,
      "'\(source)' was published on \(published.quoted), before '\(name)', \(dates.quoted)",
      at: location,
      notes: Note.dated("it was published then", published)
        + Note.dated("'\(name)' is given here", dates),
      help: "if it announces what came later, write '{source: \(source), supports: inferred}'")
  }
}
