/// What has the same number in somebody's register is the same thing.
enum DuplicateIdentifier {
  @Sendable static func check(_ site: LintedSite) -> [Diagnostic] {
    struct Bearer {
      let id: RecordID
      let location: Location
    }
    var first: [String: Bearer] = [:]
    var diagnostics: [Diagnostic] = []
    for id in site.model.ids {
      for fact in site.model[id].standing(CommonField.identifiers) {
        guard case .map(let pairs) = fact.value else { continue }
        for (scheme, value) in pairs {
          guard case .text(let value) = value else { continue }
          let bearer = Bearer(id: id, location: fact.location)
          let key = scheme.lowercased() + "\0" + value.trimmed
          guard let other = first[key] else {
            first[key] = bearer
            continue
          }
          guard other.id != id else { continue }
          diagnostics.append(
            .sameIdentifier(
              scheme, value, site.model[other.id],
              at: site.sources.place(of: value, in: bearer.location),
              also: site.sources.place(of: value, in: other.location)))
        }
      }
    }
    return diagnostics
  }
}

extension SourceTree {
  /// Where a text stands within a place; the place itself if it is written in another way.
  fileprivate func place(of text: String, in location: Location) -> Location {
    let bytes = self[location.file].bytes
    let wanted = Array(text.utf8)
    let range = location.range.clamped(to: bytes.indices)
    guard !wanted.isEmpty, range.count > wanted.count else { return location }
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where bytes[start] == wanted[0] {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return Location(location.file, start..<start + wanted.count)
      }
    }
    return location
  }
}

extension Diagnostic {
  fileprivate static func sameIdentifier(
    _ scheme: String, _ value: String, _ other: ResolvedRecord, at location: Location,
    also second: Location
  ) -> Diagnostic {
    Diagnostic(
      .duplicateIdentifier, "'\(scheme): \(value)' is also the identifier of '\(other.id)'",
      at: location, notes: [Note("it is given to '\(other.id)' here", at: second)],
      help: "make one of the two, with 'formerly' for the other's id, or correct the identifier")
  }
}
