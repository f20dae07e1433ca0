// What an annotation says, as a note: a text of its own, or a claim with whose it is.
extension PageBuilder {
  mutating func annotationHTML(_ note: Annotation<Resolved>) -> [UInt8] {
    var bytes: [UInt8] = []
    if note.isClaim { bytes.append(contentsOf: "<span class=\"note-kind\">Claim</span> ".utf8) }
    // Of what is kept on an entity, that says who said it.
    if note.isClaim, note.claim == nil { bytes += speakersHTML(note.speakers) }
    if let text = note.text { bytes += html(text) }
    if let claim = note.claim { bytes += claimHTML(claim.key, of: claim.entity) }
    if let quotation = note.quotation { bytes += quotationHTML(quotation) }
    if let support = note.support { bytes += supportHTML(support) }
    bytes += replyHTML(to: note)
    return bytes
  }

  /// A source's own words, and what they mean.
  private func quotationHTML(_ quotation: Quotation) -> [UInt8] {
    var bytes = Array(" <span class=\"quotation\"><q".utf8)
    if let language = quotation.language {
      bytes.append(contentsOf: " lang=\"".utf8)
      bytes.appendEscaped(language)
      bytes.append(contentsOf: "\"".utf8)
    }
    bytes.append(contentsOf: ">".utf8)
    bytes.appendEscaped(quotation.text)
    bytes.append(contentsOf: "</q>".utf8)
    if let translation = quotation.translation {
      bytes.append(contentsOf: " (".utf8)
      bytes.appendEscaped(translation)
      bytes.append(contentsOf: ")".utf8)
    }
    bytes.append(contentsOf: "</span>".utf8)
    return bytes
  }

  /// How sure it is and on what it rests, as `partials/support` shows it of a fact.
  private mutating func supportHTML(_ support: Support<Resolved>) -> [UInt8] {
    var signs: [String] = []
    if support.status == .rejected { signs.append("rejected") }
    if support.status == .disputed { signs.append("disputed") }
    if let confidence = support.confidence { signs.append(confidence.rawValue) }
    var bytes = Array("<span class=\"support\">".utf8)
    for sign in signs {
      bytes.append(contentsOf: " <span class=\"sign sign-\(sign)\">\(sign)</span>".utf8)
    }
    bytes += markHTML(support.citations)
    if model.origins.supportingCount(of: support.citations) > 1 {
      let count = model.origins.independentCount(of: support.citations)
      let words = count == 1 ? "1 independent source" : "\(count) independent sources"
      bytes.append(contentsOf: " <span class=\"independent\">\(words)</span>".utf8)
    }
    bytes.append(contentsOf: "</span>".utf8)
    if let note = support.note {
      bytes.append(contentsOf: "<div class=\"remark\">".utf8)
      bytes += html(note)
      bytes.append(contentsOf: "</div>".utf8)
    }
    return bytes
  }

  /// A claim that an entity keeps: its text, who said it, and what it rests on. Never the dossier's own word.
  private mutating func claimHTML(_ key: String, of id: RecordID) -> [UInt8] {
    guard case .group(let fields) = model.kind(of: id).fields[CommonField.claims].type else {
      return []
    }
    for fact in model[id].facts(CommonField.claims) {
      guard case .group(let entries) = fact.value else { continue }
      let claim = GroupReader(entries: entries, fields: fields)
      guard claim.text("id") == key, case .markdown(let text)? = claim.first("text")?.value else {
        continue
      }
      let speakers = claim.facts("attributed_to").compactMap { fact -> RecordID? in
        guard fact.support?.status != .rejected else { return nil }
        return if case .reference(let speaker) = fact.value { speaker } else { nil }
      }
      var bytes = speakersHTML(speakers, unnamed: claim.unnamedSpeaker)
      bytes += html(text)
      if let support = fact.support { bytes += supportHTML(support) }
      bytes.append(contentsOf: " <span class=\"claimed\">".utf8)
      bytes += linkHTML("The claim in full", href(to: id, fragment: "_claims_\(key)"))
      bytes.append(contentsOf: ".</span>".utf8)
      return bytes
    }
    return []
  }

  /// Whose word it is, before the words, so that nobody takes them for the dossier's own.
  private func speakersHTML(_ speakers: [RecordID], unnamed: Absence? = nil) -> [UInt8] {
    var bytes = Array("<span class=\"speaker\">".utf8)
    for (index, speaker) in speakers.enumerated() {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      bytes += linkHTML(label(of: speaker), href(to: speaker))
    }
    let end = speakers.isEmpty ? "\(Claim.unattributed(unnamed)):" : " said:"
    bytes.append(contentsOf: "\(end)</span> ".utf8)
    return bytes
  }

  func linkHTML(_ words: String, _ href: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    if let href { bytes.append(contentsOf: "<a href=\"\(href)\">".utf8) }
    bytes.appendEscaped(words)
    if href != nil { bytes.append(contentsOf: "</a>".utf8) }
    return bytes
  }

  private mutating func markHTML(_ citations: [Citation<Resolved>]) -> [UInt8] {
    var bytes: [UInt8] = []
    for mark in marks(citations) {
      bytes.append(
        contentsOf:
          "<sup class=\"cite\"><a href=\"#_s\(mark.number)\" id=\"\(mark.id)\">[\(mark.number)]</a></sup>"
          .utf8)
    }
    return bytes
  }
}
