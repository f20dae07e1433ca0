import Mustache

// What an annotation says, as a note: a text of its own, or a claim with whose it is.
extension PageBuilder {
  mutating func annotationHTML(_ note: Annotation<Resolved>) -> [UInt8] {
    let view = annotationView(note)
    var bytes: [UInt8] = []
    notes.tree.removeAll()
    let members = [view.place(in: &notes.tree)]
    theme.annotation.render(notes.tree.object(members), of: notes.tree, into: &bytes)
    return bytes
  }

  private mutating func annotationView(_ note: Annotation<Resolved>) -> AnnotationView {
    let isOwnClaim = note.isClaim && note.claim == nil
    let text = isOwnClaim ? nil : note.text.map { html($0) }
    let kept = note.claim.flatMap { plan.claims.claim($0.key, of: $0.entity) }
    return AnnotationView(
      isClaim: note.isClaim, html: text, isStruck: note.support?.status == .rejected,
      statement: isOwnClaim ? statement(of: note) : kept.map { statement($0) },
      quotation: note.quotation.map { QuoteView($0) },
      support: note.support.flatMap { support($0) }, replies: replies(to: note))
  }

  /// The claim that an annotation makes itself, which supports it as a whole.
  private mutating func statement(of note: Annotation<Resolved>) -> StatementView {
    func part(_ ids: [RecordID]) -> ClaimPartView {
      ClaimPartView(values: ids.map { ValueView(text: speaker($0), url: href(to: $0)) }.joined)
    }
    var view = StatementView(
      by: part(note.speakers), isNamed: !note.speakers.isEmpty,
      unattributed: Claim.unattributed(note.unnamed),
      texts: ClaimPartView(values: note.text.map { [ValueView(html: html($0))] } ?? []),
      isStruck: note.support?.status == .rejected)
    // The lists of claims name the first, and send readers here for the rest.
    if note.about.count > Claim.excerptLength { view.about = part(note.about) }
    return view
  }

  /// A claim that a record keeps: its text, who said it, and what it rests on. Never the dossier's own word.
  private mutating func statement(_ index: Int) -> StatementView {
    let claim = plan.claims[index]
    let by = claimPart("attributed_to", claim.parts.speakers, of: claim, isWhole: false)
    let texts = claimPart("text", claim.parts.texts, of: claim, isWhole: false)
    return StatementView(
      by: by, isNamed: !claim.speakers.isEmpty,
      unattributed: Claim.unattributed(claim.unnamed), texts: texts,
      isStruck: claim.support?.status == .rejected,
      support: claim.support.flatMap { support($0.excerpt) },
      url: href(to: claim.record, fragment: claim.fragment))
  }
}
