import EDTF

// The right of reply: it stands beside the claims that it answers, and in full on the page of who replied.
extension PageBuilder {
  /// What a record was asked, and what it answered.
  mutating func replyViews(of id: RecordID) -> [ReplyView] {
    model.replies(of: id).map { reply in
      let evidence = support(reply.supports)
      return ReplyView(
        who: link(toSpeaker: id), words: reply.words, html: reply.text.map { html($0) },
        url: "#_reply", support: evidence)
    }
  }

  /// What those say to a claim whom it is about: in full where claims are read, in short on a speaker's page.
  func replies(to claim: Claim, isWhole: Bool) -> [ReplyView] {
    var repliers = claim.repliers.shown(isWhole)
    // Whose page it is has the word there in any case.
    if let subject, repliers.count < claim.repliers.count, !repliers.contains(subject),
      claim.repliers.contains(subject)
    {
      repliers[repliers.endIndex - 1] = subject
    }
    return repliers.flatMap { id -> [ReplyView] in
      let isShort = subject != nil && subject != id
      return replies(of: id).map { reply in
        ReplyView(
          who: link(toSpeaker: id), words: reply.words,
          html: isShort ? nil : reply.text.map { plainHTML($0) },
          url: subject == id ? "#_reply" : href(to: id, fragment: "_reply"))
      }
    }
  }

  /// The replies to the claim that a note shows, in short.
  func replies(to note: Annotation<Resolved>) -> [ReplyView] {
    guard note.isClaim else { return [] }
    let repliers: ArraySlice<RecordID>
    if let pointed = note.claim {
      guard let index = plan.claims.claim(pointed.key, of: pointed.entity) else { return [] }
      repliers = plan.claims[index].repliers.shown(false)
    } else {
      let speakers = Set(note.speakers)
      repliers = note.about.filter { !speakers.contains($0) }[...]
    }
    return repliers.flatMap { id in
      replies(of: id).map { reply in
        ReplyView(
          who: link(toSpeaker: id),
          words: reply.words.prefix(1).lowercased() + reply.words.dropFirst(),
          html: nil, url: href(to: id, fragment: "_reply"))
      }
    }
  }

  /// The first of what somebody replied; the rest stands where these lead.
  private func replies(of id: RecordID) -> ArraySlice<Reply> { model.replies(of: id).shown(false) }
}

/// What came of asking somebody for a reply.
struct Reply {
  let sought: FieldValue<Resolved>?
  let status: String?
  let text: LinkedText?
  let supports: [Support<Resolved>]

  /// `Asked on 3 May 2023; no answer`
  var words: String {
    let asked: String? =
      if case .date(let date)? = sought {
        "Asked \(date.words(inSentence: true))"
      } else {
        sought?.absence.map { "Day of asking: \($0.words)" }
      }
    let outcome: String? =
      switch status {
      case "pending": "no answer yet"
      case "received": "replied"
      case "declined": "declined to comment"
      case "no-answer": "no answer"
      case "not-sought": "not asked for a reply"
      default: nil
      }
    switch (asked, outcome) {
    case (let asked?, let outcome?): return "\(asked); \(outcome)"
    case (let asked?, nil): return asked
    case (nil, let outcome?):
      return status == "no-answer" || status == "pending"
        ? "Asked; \(outcome)" : outcome.prefix(1).uppercased() + outcome.dropFirst()
    case (nil, nil): return text == nil ? "Nothing is known of a reply" : "Replied"
    }
  }
}

extension SiteModel {
  /// The replies of a record that stand; none of what was removed.
  func replies(of id: RecordID) -> [Reply] {
    guard case .group(let fields) = kind(of: id).fields[CommonField.reply].type else { return [] }
    return self[id].standing(CommonField.reply).compactMap { fact in
      guard case .group(let entries) = fact.value else { return nil }
      let entry = GroupReader(entries: entries, fields: fields)
      var text: LinkedText?
      if case .markdown(let markdown)? = entry.first("text")?.value { text = markdown }
      return Reply(
        sought: entry.first("sought")?.value, status: entry.text("status"), text: text,
        supports: (fact.support.map { [$0] } ?? []) + entry.innerSupports)
    }
  }
}
