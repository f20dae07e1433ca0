/// Who takes part in an event `as:` the holder of a post held it on that day.
///
/// What is disputed or doubtful is left alone: the page says so.
enum PostNotHeld {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let model = site.model
    let dates = model[id].fields.dates("date", in: model.kind(of: id).fields)
    guard !dates.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for entry in model.entries(of: id) where entry.fact.support?.isContested != true {
      for (index, field) in entry.fields.fields.enumerated() {
        guard case .entry(let owner, let list) = field.type,
          let part = entry.parts.first(where: { $0.field == index })
        else { continue }
        for fact in part.facts
        where fact.support?.status != .rejected && fact.support?.isContested != true {
          guard case .text(let key) = fact.value else { continue }
          for case .reference(let person) in entry.parts.facts(owner, in: entry.fields).map(\.value)
          {
            for post in posts(key, in: list, of: person, model) {
              if let diagnostic = check(
                post, key, of: model[person].name, entry.presence, on: dates, at: fact.location)
              {
                diagnostics.append(diagnostic)
              }
            }
          }
        }
      }
    }
    return diagnostics
  }

  private static func check(
    _ post: DatedEntry, _ key: String, of name: String, _ presence: String,
    on dates: [StatedDate], at location: Location
  ) -> Diagnostic? {
    let (starts, ends) = (post.dates("start"), post.dates("end"))
    if dates.certainlyPrecede(starts) {
      return .notHeld(key, of: name, presence, on: dates, ("start", "begins", starts), at: location)
    }
    if ends.certainlyPrecede(dates) {
      return .notHeld(key, of: name, presence, on: dates, ("end", "ends", ends), at: location)
    }
    return nil
  }

  private static func posts(
    _ key: String, in list: String, of person: RecordID, _ model: SiteModel
  ) -> [DatedEntry] {
    model.entries(of: person).filter { entry in
      guard entry.name == list, let field = entry.fields.key else { return false }
      return entry.text(entry.fields[field].name) == key
    }
  }
}

extension DatedEntry {
  /// What is said of somebody at an event: not all who stand on its list were there.
  fileprivate var presence: String {
    let given = parts.facts("presence", in: fields)
    if given.contains(where: { $0.value.absence == Absence.none }) { return "is missing on" }
    return switch text("presence") {
    case "invited": "is invited for"
    case "listed": "is listed for"
    default: "takes part on"
    }
  }
}

extension Diagnostic {
  fileprivate static func notHeld(
    _ key: String, of name: String, _ presence: String, on dates: [StatedDate],
    _ bound: (key: String, verb: String, dates: [StatedDate]), at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .postNotHeld,
      "'\(name)' \(presence) \(dates.quoted) as '\(key)', a post that \(bound.verb) \(bound.dates.quoted)",
      at: location,
      notes: Note.dated("'\(bound.key)' is given here", bound.dates)
        + Note.dated("the date is given here", dates),
      help: "name the post that was held on that day, or correct one of the dates")
  }
}
