import EDTF
import Markdown

// What was said about and by whom a page is about. Reported speech is always shown as its speaker's.
extension PageBuilder {
  /// The claims that a record's page lists, each once: about it, by it, and what else it keeps.
  mutating func claimGroups(of id: RecordID) -> [ClaimGroupView] {
    let index = plan.claims
    var (about, both, said, kept): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for claim in index.about(id) {
      if index[claim].speakers.contains(id) { both.append(claim) } else { about.append(claim) }
    }
    for claim in index.said(by: id) where !index[claim].about.contains(id) { said.append(claim) }
    for claim in index.kept(by: id) {
      let entry = index[claim]
      // An annotation stands as a note beside the text that it is about.
      guard !entry.isNote, !entry.about.contains(id), !entry.speakers.contains(id) else { continue }
      kept.append(claim)
    }
    let name = speaker(id)
    let groups = [
      ("about", "About \(name)", about), ("by", "By \(name)", said),
      ("own", "By \(name), about \(name)", both), ("kept", "Said by others, about others", kept),
    ]
    return groups.compactMap { key, label, claims in
      guard !claims.isEmpty else { return nil }
      return ClaimGroupView(
        id: "_claims-\(key)", label: label, claims: claims.map { claimView($0) })
    }
  }

  /// A claim as any page shows it; the one that keeps it gives it its anchor.
  mutating func claimView(_ index: Int) -> ClaimView {
    let claim = plan.claims[index]
    let isHome = claim.record == subject
    let record = model[claim.record]
    let speakerSupport = self.support(claim.speakerSupports)
    let date = plan.date(of: claim.record)
    let html = claim.text.map { isHome ? self.html($0) : quoted($0) } ?? claim.span
    // `sources` and `against` tell how many there are.
    let support = self.support(claim.supports, countsSources: false)
    let quotations = claim.quotations.map { quotation, citation in
      QuotationView(
        text: quotation.text, language: quotation.language,
        languageName: foreignLanguage(quotation.language), translation: quotation.translation,
        source: citation.map { link(to: $0.source) }, locator: citation?.locator)
    }
    return ClaimView(
      id: isHome && !claim.isNote ? claim.fragment : nil,
      url: href(to: claim.record, fragment: claim.fragment), html: html,
      by: claim.speakers.map { link(toSpeaker: $0) },
      unattributed: Claim.unattributed(claim.unnamed), speakerSupport: speakerSupport,
      about: claim.about.map { link(to: $0) },
      isAboutPage: claim.about == subject.map { [$0] },
      quotations: quotations, isUnstated: claim.confidence == nil,
      support: support,
      sources: inWords(SourceGraph.supporting(claim.citations)),
      against: against(claim.citations),
      place: isHome ? nil : link(to: claim.record, fragment: claim.fragment),
      kind: model.kind(of: claim.record).label.one, date: date?.words, datetime: date?.datetime,
      isDraft: record.visibility == .draft,
      pointers: plan.claims.pointers(to: index).map { link(to: $0.record, fragment: $0.fragment) },
      replies: replies(to: claim))
  }

  /// A text of another page's. Notes and headings, whose ids are that page's, are left behind.
  mutating func quoted(_ text: LinkedText) -> [UInt8] {
    let isPlain =
      !text.document.footnotes.isEmpty || text.document.events.contains { $0.kind == .heading }
    return isPlain ? plainHTML(text) : html(text)
  }

  /// `2 sources of one origin against it`; nil where none contradicts.
  func against(_ citations: [Citation<Resolved>]) -> String? {
    let sources = citations.filter { $0.bearing == .contradicts }.map(\.source).sortedOnce()
    return sources.isEmpty ? nil : inWords(sources, " against it")
  }

  /// `2 independent sources`: papers that print one agency's report are one.
  ///
  /// - Parameter sources: Each once.
  func inWords(_ sources: [RecordID], _ suffix: String = "") -> String {
    let all = sources.count
    let independent = model.origins.independentCount(of: sources)
    return switch (all, independent) {
    case (0, _): "no source" + suffix
    case (1, _): all.sources() + suffix
    case (_, all): all.sources("independent") + suffix
    case (_, 1) where model.origins.haveCommonOrigin(sources):
      "\(all.sources()) of one origin\(suffix)"
    default: "\(all.sources())\(suffix), \(independent) of them independent"
    }
  }
}

extension Int {
  /// `2 independent sources`
  func sources(_ adjective: String? = nil) -> String {
    "\(self) \(adjective.map { $0 + " " } ?? "")source\(self == 1 ? "" : "s")"
  }
}
