import Mustache

// What an annotation says, as a note: a text of its own, or a claim with whose it is.
extension PageBuilder {
  mutating func annotationHTML(_ note: Annotation<Resolved>) -> [UInt8] {
    let view = annotationView(note)
    var bytes: [UInt8] = []
    var tree = ValueTree()
    let members = [view.place(in: &tree)]
    theme.annotation.render(tree.object(members), of: tree, into: &bytes)
    return bytes
  }

  private mutating func annotationView(_ note: Annotation<Resolved>) -> AnnotationView {
    let text = note.text.map { html($0) }
    let isOwnClaim = note.isClaim && note.claim == nil
    let kept = note.claim.flatMap { plan.claims.claim($0.key, of: $0.entity) }
    return AnnotationView(
      isClaim: note.isClaim, html: isOwnClaim ? nil : text,
      statement: isOwnClaim
        ? StatementView(by: note.speakers.map { link(toSpeaker: $0) }, html: text)
        : kept.map { statement($0) },
      quotation: note.quotation.map { QuoteView($0) },
      support: note.support.flatMap { support($0) }, replies: replies(to: note))
  }

  /// A claim that a record keeps: its text, who said it, and what it rests on. Never the dossier's own word.
  private mutating func statement(_ index: Int) -> StatementView {
    let claim = plan.claims[index]
    return StatementView(
      by: claim.speakers.map { link(toSpeaker: $0) },
      unattributed: Claim.unattributed(claim.unnamed),
      html: claim.text.map { claim.record == subject ? html($0) : quoted($0) },
      support: support(claim.supports),
      url: href(to: claim.record, fragment: claim.fragment))
  }
}
