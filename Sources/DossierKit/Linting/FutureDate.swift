/// Nobody has corrected anything, nor been asked for a reply, on a day that is yet to come.
enum FutureDate {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    // What is shown for preview has its day before it.
    guard site.model[id].visibility != .draft else { return [] }
    return [(CommonField.corrections, "date"), (CommonField.reply, "sought")].flatMap {
      field, name in
      site.model.entries(of: id, in: field).compactMap { entry -> Diagnostic? in
        let dates = entry.dates(name)
        guard let date = dates.first, site.now.certainlyPrecede(dates) else { return nil }
        return .future(name, of: entry.name, dates, at: date.location)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func future(
    _ name: String, of group: String, _ dates: [StatedDate], at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .futureDate, "'\(name)' in '\(group)' is \(dates.quoted), which is yet to come",
      at: location,
      help: group == "reply"
        ? "give the day on which they were asked, or leave it out until then"
        : "give the day of the correction; to publish it later, write 'status: draft' for now")
  }
}
