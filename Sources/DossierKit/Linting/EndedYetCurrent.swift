/// What is `state: current` has no `end` that certainly lies in the past.
///
/// Where either is disputed or less than likely, the page says so, and nobody has overlooked it.
enum EndedYetCurrent {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    site.model.entries(of: id).compactMap { entry in
      let states = entry.parts.facts("state", in: entry.fields)
      let isDoubted = (states + entry.parts.facts("end", in: entry.fields)).contains {
        $0.support?.isDoubted == true
      }
      let current = states.first { if case .text("current") = $0.value { true } else { false } }
      let ends = entry.dates("end")
      guard let current, !isDoubted, ends.certainlyPrecede(site.now) else { return nil }
      return .current(ends, at: current.location)
    }
  }
}

extension Diagnostic {
  fileprivate static func current(_ ends: [StatedDate], at location: Location) -> Diagnostic {
    Diagnostic(
      .endedYetCurrent, "'state' is 'current', and 'end' is \(ends.quoted), which has passed",
      at: location, notes: Note.dated("'end' is given here", ends),
      help: "write 'state: ended', or correct 'end'")
  }
}
