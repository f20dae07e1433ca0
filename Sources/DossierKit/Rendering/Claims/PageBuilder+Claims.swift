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
    let isAlone = about.isEmpty && said.isEmpty && both.isEmpty
    let groups = [
      ("about", "About \(name)", about), ("by", "By \(name)", said),
      ("own", "By \(name), about \(name)", both),
      ("kept", isAlone ? "Told on this page" : "Also told on this page", kept),
    ]
    return groups.compactMap { key, label, claims in
      guard !claims.isEmpty else { return nil }
      return ClaimGroupView(
        id: "_claims-\(key)", label: label, claims: claims.map { claimView($0) })
    }
  }

  /// A claim as any page shows it. The one that keeps it gives it its anchor, and shows the whole of it: of what may
  /// be any number, others show the beginning, or each of many subjects would repeat all of them.
  mutating func claimView(_ index: Int) -> ClaimView {
    let claim = plan.claims[index]
    let isHome = claim.record == subject
    let record = model[claim.record]
    let date = plan.date(of: claim.record)
    let by = claimPart("attributed_to", claim.parts.speakers, of: claim, isWhole: isHome)
    var texts = claimPart("text", claim.parts.texts, of: claim, isWhole: isHome)
    if let span = claim.span { texts.values = [ValueView(html: span)] }
    let quotations = claim.quotations
    let quotationViews = quotations.shown(isHome).map { quotation, citation in
      QuotationView(
        text: quotation.text, language: quotation.language,
        languageName: foreignLanguage(quotation.language), translation: quotation.translation,
        source: citation.map { link(to: $0.source) }, locator: citation?.locator)
    }
    // `sources` and `against` tell how many there are.
    let support = claim.support.flatMap {
      self.support([isHome ? $0 : $0.excerpt], countsSources: false)
    }
    let sources = SourceGraph.supporting(claim.citations)
    let against = against(claim.citations)
    let about = claimPart("about", claim.parts.about, of: claim, isWhole: isHome)
    let pointers = plan.claims.pointers(to: index)
    let isCut =
      max(quotations.count, claim.support?.citations.count ?? 0, pointers.count)
      > Claim.excerptLength || claim.repliers.count > Claim.excerptLength
    return ClaimView(
      id: isHome && !claim.isNote ? claim.fragment : nil,
      url: href(to: claim.record, fragment: claim.fragment), texts: texts,
      isStruck: claim.support?.status == .rejected, by: by, isNamed: !claim.speakers.isEmpty,
      unattributed: Claim.unattributed(claim.unnamed),
      about: about,
      isAboutPage: claim.about == subject.map { [$0] }
        && claim.parts.about.rejected.isEmpty
        && claim.parts.about.standing.allSatisfy { $0.support == nil },
      quotations: quotationViews, isUnstated: claim.confidence == nil,
      support: support,
      sources: sources.isEmpty && against == nil && claim.isSupportedInPart
        ? nil : inWords(sources),
      origin: origin(of: claim.citations),
      against: against,
      place: isHome ? nil : link(to: claim.record, fragment: claim.fragment),
      kind: model.kind(of: claim.record).label.one, date: date?.words, datetime: date?.datetime,
      isDraft: record.visibility == .draft,
      pointers: pointers.shown(isHome).map {
        ValueView(text: label(of: $0.record), url: href(to: $0.record, fragment: $0.fragment))
      }.joined,
      replies: replies(to: claim, isWhole: isHome), isCut: isCut && !isHome)
  }

  /// What a claim says under one of its keys, as facts are shown. Of several among whom there is a dispute, each
  /// is another answer.
  mutating func claimPart(
    _ name: String, _ part: Claim.Part, of claim: Claim, isWhole: Bool
  ) -> ClaimPartView {
    var view = ClaimPartView()
    guard case .group(let fields) = model.kind(of: claim.record).fields[CommonField.claims].type,
      let field = fields.index(of: name).map({ fields[$0] })
    else { return view }
    let shown = isWhole ? part.standing : part.excerpt(for: subject)
    view.isDisputed = name == "text" && claim.hasRivals
    var isDisputed = false
    for fact in shown {
      var value = claimValue(fact, of: field, in: claim, isWhole: isWhole)
      isDisputed = isDisputed || fact.support?.status == .disputed
      if let last = view.values.indices.last {
        let isLast = last + 2 == part.standing.count
        value.joint = isDisputed ? " or " : isLast ? " and " : ", "
      }
      view.values.append(value)
    }
    if view.isDisputed { view.values.leaveDisputeToHeading() }
    view.rejected = part.rejected.shown(isWhole).map {
      claimValue($0, of: field, in: claim, isWhole: isWhole)
    }
    let more = part.standing.count - view.values.count
    if more > 0 { view.more = "\(part.isDisputed ? "or" : "and") \(more) more" }
    let moreRejected = part.rejected.count - view.rejected.count
    if moreRejected > 0 { view.moreRejected = "and \(moreRejected) more rejected" }
    return view
  }

  private mutating func claimValue(
    _ fact: Fact<Resolved>, of field: Field, in claim: Claim, isWhole: Bool
  ) -> ValueView {
    var value: ValueView
    if case .markdown(let text) = fact.value, claim.record != subject {
      value = ValueView(html: quoted(text))
    } else {
      let plain = Fact<Resolved>(value: fact.value, support: nil, location: fact.location)
      value = self.value(plain, of: field, neighbours: nil)
    }
    if field.name == "attributed_to", case .reference(let id) = fact.value {
      value.text = speaker(id)
    }
    value.language = fact.support?.language
    if let support = fact.support {
      let shown = isWhole ? support : support.excerpt
      value.support = self.support([shown], countsSources: shown === support)
    }
    return value
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

extension RandomAccessCollection {
  /// All of a claim's, where it is shown as a whole; or else the first of them.
  func shown(_ isWhole: Bool) -> SubSequence { isWhole ? self[...] : prefix(Claim.excerptLength) }
}

extension Support<Resolved> {
  /// Itself, or with the first of its many sources alone.
  var excerpt: Support {
    guard citations.count > Claim.excerptLength else { return self }
    return Support(
      citations: Array(citations.prefix(Claim.excerptLength)), confidence: confidence,
      status: status, note: note, asStated: asStated, language: language, withheld: withheld)
  }
}
