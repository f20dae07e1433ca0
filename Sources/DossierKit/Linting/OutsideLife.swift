/// Nobody holds a post, bears a rank or takes part in anything before birth or after death.
///
/// An `end` after death is none of that: offices are struck off the list when the paper comes. Nor is an
/// invitation, or a place on a list. What is disputed or doubtful is left alone: the page says so.
enum OutsideLife {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let entries = site.model.entries(of: id).filter { $0.fact.support?.isContested != true }
    guard !entries.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    if let life = Life(id, in: site.model) {
      for entry in entries {
        diagnostics += check(entry, within: life, of: site.model[id].name)
      }
    }
    let dates = site.model[id].fields.dates("date", in: site.model.kind(of: id).fields)
    for entry in entries where !dates.isEmpty {
      diagnostics += participation(entry, at: dates, in: site.model)
    }
    return diagnostics
  }

  private static func check(
    _ entry: DatedEntry, within life: Life, of name: String
  ) -> [Diagnostic] {
    for key in ["start", "end", "seen"] {
      let dates = entry.dates(key)
      if dates.certainlyPrecede(life.born) {
        return [.outside(entry.name, (key, dates), .before(life.born), of: name)]
      }
      if key != "end", life.died.certainlyPrecede(dates) {
        return [.outside(entry.name, (key, dates), .after(life.died), of: name)]
      }
    }
    return []
  }

  /// Of an event: who was there.
  private static func participation(
    _ entry: DatedEntry, at dates: [StatedDate], in model: SiteModel
  ) -> [Diagnostic] {
    let presence = entry.text("presence")
    guard presence != "invited", presence != "listed" else { return [] }
    return entry.parts.facts("who", in: entry.fields).compactMap { fact in
      guard case .reference(let person) = fact.value, fact.support?.isContested != true,
        let life = Life(person, in: model)
      else { return nil }
      let name = model[person].name
      if dates.certainlyPrecede(life.born) {
        return .absent(name, at: fact.location, on: dates, .before(life.born))
      }
      if life.died.certainlyPrecede(dates) {
        return .absent(name, at: fact.location, on: dates, .after(life.died))
      }
      return nil
    }
  }
}

/// On which side of a life something lies.
private enum Side {
  case before([StatedDate])
  case after([StatedDate])

  var words: String {
    switch self {
    case .before(let born): "before '\(born.quotedWord)', the birth"
    case .after(let died): "after '\(died.quotedWord)', the death"
    }
  }

  var notes: [Diagnostic.Note] {
    switch self {
    case .before(let dates): Diagnostic.Note.dated("'born' is given here", dates)
    case .after(let dates): Diagnostic.Note.dated("'died' is given here", dates)
    }
  }
}

extension [StatedDate] {
  fileprivate var quotedWord: String { first.map { "\($0.date)" } ?? "" }
}

extension Diagnostic {
  private static let help =
    "correct one of the dates, or the person; one that is not certain is written '1970?' or '1970~'"

  fileprivate static func outside(
    _ group: String, _ date: (key: String, dates: [StatedDate]), _ side: Side, of name: String
  ) -> Diagnostic {
    Diagnostic(
      .outsideLife,
      "'\(date.key)' in '\(group)' is \(date.dates.quoted), \(side.words) of '\(name)'",
      at: date.dates.first?.location, notes: side.notes, help: help)
  }

  fileprivate static func absent(
    _ name: String, at location: Location, on dates: [StatedDate], _ side: Side
  ) -> Diagnostic {
    Diagnostic(
      .outsideLife, "'\(name)' takes part on \(dates.quoted), \(side.words)", at: location,
      notes: Note.dated("the date is given here", dates) + side.notes, help: help)
  }
}
