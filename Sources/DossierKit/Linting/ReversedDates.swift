/// What has two ends does not end before it begins, and is seen in between.
enum ReversedDates {
  private static let pairs = [
    ("start", "end"), ("born", "died"), ("founded", "dissolved"), ("published", "accessed"),
    ("created", "updated"), ("start", "seen"), ("seen", "end"),
  ]

  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let fields = site.model.kind(of: id).fields
    return check(site.model[id].fields, fields)
      + site.model.entries(of: id).flatMap { check($0.parts, $0.fields) }
  }

  private static func check(
    _ entries: [FieldEntry<Resolved>], _ fields: FieldSet
  ) -> [Diagnostic] {
    pairs.compactMap { first, last in
      let ends = entries.dates(last, in: fields)
      guard let end = ends.first, case let starts = entries.dates(first, in: fields),
        ends.certainlyPrecede(starts)
      else { return nil }
      return .reversed((first, starts), (last, ends), at: end.location)
    }
  }
}

extension Diagnostic {
  fileprivate static func reversed(
    _ first: (name: String, dates: [StatedDate]), _ last: (name: String, dates: [StatedDate]),
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .reversedDates,
      "'\(last.name)' is \(last.dates.quoted), which is before '\(first.name)', \(first.dates.quoted)",
      at: location, notes: Note.dated("'\(first.name)' is given here", first.dates),
      help: "correct one of them; a date that nobody knows for certain is written '2019?'")
  }
}
