import Markdown

/// A picture has words for those who do not see it: `alt` under `images`, and what stands between the brackets in a text.
enum MissingAlt {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let images = site.model.entries(of: id, in: CommonField.images).compactMap {
      entry -> Diagnostic? in
      guard entry.parts.facts("alt", in: entry.fields).isEmpty,
        case .text(let file)? = entry.parts.facts("file", in: entry.fields).first?.value
      else { return nil }
      return .withoutAlt(
        file, help: "write '{file: \(file), alt: …}', with what it shows", at: entry.fact.location)
    }
    return images + inBody(of: site.model[id], site)
  }

  private static func inBody(of record: ResolvedRecord, _ site: LintedSite) -> [Diagnostic] {
    guard let body = record.body else { return [] }
    let document = body.document
    var diagnostics: [Diagnostic] = []
    for (index, event) in document.events.enumerated() where event.kind == .image && event.enters {
      // What has nothing in it is left at once.
      guard index + 1 < document.events.count, document.events[index + 1].kind == .image,
        document.events[index + 1].leaves
      else { continue }
      let range = Int(event.lower)..<Int(event.upper)
      let address = String(
        decoding: document.bytes(document.links[event.index].destination), as: UTF8.self)
      diagnostics.append(
        .withoutAlt(
          address, help: "write '![what it shows](\(address))'",
          at: body.origin?.location(of: range, in: site.sources.files) ?? record.location))
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func withoutAlt(
    _ picture: String, help: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .missingAlt, "the picture '\(picture.shortened)' has no words for those who do not see it",
      at: location, help: help)
  }
}
