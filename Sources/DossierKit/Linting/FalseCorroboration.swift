import Markdown

/// Several sources for one thing have several origins, or are called one.
enum FalseCorroboration {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let record = site.model[id]
    var diagnostics: [Diagnostic] = []
    for fact in record.nameFacts where fact.support?.status != .rejected {
      check(fact.support, site.model, &diagnostics)
    }
    check(record.fields, site.model, &diagnostics)
    for note in record.annotations { check(note.support, site.model, &diagnostics) }
    if let body = record.body { check(body, site, &diagnostics) }
    return diagnostics
  }

  private static func check(
    _ entries: [FieldEntry<Resolved>], _ model: SiteModel, _ diagnostics: inout [Diagnostic]
  ) {
    for entry in entries {
      for fact in entry.facts where fact.support?.status != .rejected {
        check(fact.support, model, &diagnostics)
        if case .group(let parts) = fact.value { check(parts, model, &diagnostics) }
      }
    }
  }

  /// The same of a text: of what stands between the brackets of one citation.
  private static func check(
    _ text: LinkedText, _ site: LintedSite, _ diagnostics: inout [Diagnostic]
  ) {
    let origins = site.model.origins
    for citation in text.document.citations where citation.items.count > 1 {
      var cited: [(source: RecordID, range: Range<Int>)] = []
      for item in citation.items {
        guard let source = text.citations[item], !cited.contains(where: { $0.source == source })
        else { continue }
        let range = text.document.citationItems[item].sourceRange
        cited.append((source, Int(range.lowerBound)..<Int(range.upperBound)))
      }
      guard cited.count > 1, origins.isFalseCorroboration(cited.map(\.source).sorted()) else {
        continue
      }
      let places = cited.map { item in
        text.origin?.location(of: item.range, in: site.sources.files)
      }
      guard let first = places[0], let second = places[1] else { continue }
      let sources = cited.map(\.source).sorted()
      let root = origins.commonOrigin(of: sources)
      diagnostics.append(
        .oneOrigin(
          site.model[cited[0].source], site.model[cited[1].source],
          root: root.map { site.model[$0] },
          isHidden: root == nil && origins.haveCommonOrigin(sources), isTold: false, at: second,
          first: first))
    }
  }

  private static func check(
    _ support: Support<Resolved>?, _ model: SiteModel, _ diagnostics: inout [Diagnostic]
  ) {
    guard let citations = support?.citations, citations.count > 1,
      model.origins.isFalseCorroboration(citations)
    else { return }
    let supporting = citations.filter(\.bearing.supports)
    guard let first = supporting.first,
      let second = supporting.first(where: { $0.source != first.source })
    else { return }
    // One that all of them go back to, to be named; where it is not published, nothing is said of it.
    let root = model.origins.commonOrigin(of: citations)
    let isHidden = root == nil && model.origins.haveCommonOrigin(citations)
    diagnostics.append(
      .oneOrigin(
        model[first.source], model[second.source], root: root.map { model[$0] },
        isHidden: isHidden, at: second.location, first: first.location))
  }
}

extension Diagnostic {
  fileprivate static func oneOrigin(
    _ first: ResolvedRecord, _ second: ResolvedRecord, root: ResolvedRecord?, isHidden: Bool,
    isTold: Bool = true, at location: Location, first place: Location
  ) -> Diagnostic {
    let origin =
      root.map { "'\($0.id)'" } ?? (isHidden ? "one source that is not published" : "one source")
    return Diagnostic(
      .falseCorroboration,
      "'\(second.id)' adds nothing to '\(first.id)': both go back to \(origin)", at: location,
      notes: [Note("'\(first.id)' is cited here", at: place)]
        + (root.map { [Note("\(origin) is this source", at: $0.location)] } ?? []),
      help: (root == nil ? "" : "cite \(origin) itself, or ")
        + "keep one of them"
        + (isTold ? "; readers are told of one source" : "; readers see a number for each"))
  }
}
