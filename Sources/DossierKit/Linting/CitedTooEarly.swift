/// What has been witnessed rests on a source that can have known of it.
///
/// Before it happens, much can be announced: when an event is to be, when a post begins, when a firm will close. A source
/// may well say so beforehand. It cannot know of a birth or a death, of what was `seen`, of who was there
/// (`presence: confirmed`, `photo`, `remote`) and of the `outcomes`. The `date` of an event is one that has come only if
/// the record tells of either; then one of its sources has to be from then or later.
enum CitedTooEarly {
  private static let presences: Set<String> = ["confirmed", "photo", "remote"]

  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let model = site.model
    let fields = model.kind(of: id).fields
    let record = model[id].fields
    var diagnostics: [Diagnostic] = []
    for name in ["born", "died"] {
      diagnostics += early(record.facts(name, in: fields), named: name, model)
    }
    let happened = record.dates("date", in: fields)
    var isOver = false
    for entry in model.entries(of: id) {
      diagnostics += early(entry.parts.facts("seen", in: entry.fields), named: "seen", model)
      let citations = entry.fact.support?.citations ?? []
      if entry.fields.index(of: "who") != nil {
        guard entry.text("presence").map(presences.contains) ?? false else { continue }
        isOver = true
        diagnostics += all(citations, for: "date", happened, model)
      } else if entry.dates("start").isEmpty {
        // What has a start may have been reported then, and seen again much later.
        diagnostics += all(citations, for: "seen", entry.dates("seen"), model)
      }
    }
    for fact in record.facts("outcomes", in: fields) where fact.value.absence == nil {
      isOver = true
      diagnostics += all(fact.support?.citations ?? [], for: "date", happened, model)
    }
    guard isOver else { return diagnostics }
    for fact in record.facts("date", in: fields) {
      guard let stated = StatedDate(fact) else { continue }
      diagnostics += all(fact.support?.citations ?? [], for: "date", [stated], model)
    }
    return diagnostics + all(model[id].citations, for: "date", happened, model)
  }

  /// Each source of a date that cannot have known it.
  private static func early(
    _ facts: [Fact<Resolved>], named name: String, _ model: SiteModel
  ) -> [Diagnostic] {
    facts.flatMap { fact -> [Diagnostic] in
      guard let stated = StatedDate(fact) else { return [] }
      return (fact.support?.citations ?? []).compactMap { early($0, for: name, [stated], model) }
    }
  }

  /// The first of several sources, where none of them can have known: one may be older if another is not.
  private static func all(
    _ citations: [Citation<Resolved>], for name: String, _ dates: [StatedDate], _ model: SiteModel
  ) -> [Diagnostic] {
    let supporting = citations.filter(\.bearing.supports)
    let found = supporting.compactMap { early($0, for: name, dates, model) }
    return found.count == supporting.count ? Array(found.prefix(1)) : []
  }

  private static func early(
    _ citation: Citation<Resolved>, for name: String, _ dates: [StatedDate], _ model: SiteModel
  ) -> Diagnostic? {
    let source = model[citation.source]
    let published = source.fields.dates("published", in: model.kind(of: citation.source).fields)
    guard citation.bearing == .direct, published.certainlyPrecede(dates) else { return nil }
    return .early(source.id, published, name, dates, at: citation.location)
  }
}

extension StatedDate {
  /// Nil of what is no date.
  fileprivate init?(_ fact: Fact<Resolved>) {
    guard case .date(let date) = fact.value else { return nil }
    self.init(date: date, location: fact.location)
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
      help: "cite who knew it afterwards; what only announces it is written"
        + " '{source: \(source), supports: inferred}'")
  }
}
