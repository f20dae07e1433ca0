import EDTF

// When something held, in words that claim no more than the sources do.
extension PageBuilder {
  /// `start`, `end`, `state` and `seen` of an entry: what has no end is not therefore current.
  ///
  /// - Parameter support: That of the entry, whose source saw it where `seen` names none of its own.
  mutating func when(_ entry: GroupReader, beside support: [Support<Resolved>]) -> [ValueView] {
    let state = entry.standingText("state")
    let hasEnd = entry.facts("end").contains { $0.support?.status != .rejected }
    let isOver = hasEnd || state == "ended"
    var views: [ValueView] = []
    for (name, word) in [("start", "from"), ("end", "until")] {
      var isRival = false
      for fact in entry.facts(name) {
        var view = ValueView()
        switch fact.value {
        case .date(let date): view.text = "\(isRival ? "or " : "")\(word) \(date.words)"
        case .unknown: view.text = "\(name) not known"
        case .none: view.text = "no \(name)"
        default: continue
        }
        view.support = fact.support.flatMap { self.support($0) }
        isRival = isRival || !view.isRejected
        views.append(view)
      }
    }
    for fact in entry.facts("state") {
      var view = ValueView()
      switch fact.value {
      case .text("current"): view.text = "current"
      case .text("ended"): view.text = hasEnd && fact.support == nil ? nil : "ended"
      case .none: view.text = "no state"
      default: view.text = "not known whether it ended"
      }
      guard view.text != nil else { continue }
      view.support = fact.support.flatMap { self.support($0) }
      views.append(view)
    }
    let seen = entry.facts("seen")
    for fact in seen {
      views.append(sighting(fact, beside: support, isLast: !isOver && state != "current"))
    }
    // "From 2019" alone would read as if it went on.
    if !views.isEmpty, !isOver, state == nil, seen.isEmpty {
      views.append(ValueView(text: "end not stated"))
    }
    return views
  }

  /// Whether a field that says when something held was given several values of which one can be right.
  func isWhenDisputed(_ entry: GroupReader) -> Bool {
    ["start", "end", "state"].contains { name in
      entry.fields.index(of: name).map { areRivals(entry.facts(name), of: entry.fields[$0]) }
        ?? false
    }
  }

  /// - Parameter isLast: Whether nothing later is known of what was seen.
  private mutating func sighting(
    _ fact: Fact<Resolved>, beside support: [Support<Resolved>], isLast: Bool
  ) -> ValueView {
    var view = ValueView()
    let supports = (fact.support.map { [$0] } ?? []) + support
    let source = supports.lazy.flatMap(\.citations).first { $0.bearing.supports }?.source
    switch fact.value {
    case .date(let date):
      guard isLast else {
        view.text = "seen \(date.words(inSentence: true))"
        break
      }
      let (before, last) = Self.sighting(date)
      guard let source, model[source].visibility != .redacted else {
        view.text = "\(before) \(last)"
        break
      }
      var html: [UInt8] = []
      html.appendEscaped(before + " in ")
      html += linkHTML(label(of: source), href(to: source))
      html.appendEscaped(" " + last)
      view.html = html
    case .none: view.text = "never seen"
    default: view.text = "not known when it was seen"
    }
    view.support = fact.support.flatMap { self.support($0) }
    return view
  }

  /// What stands before and behind the source of a sighting: `first seen in 2021, last seen`, `on 18 May 2023`.
  private static func sighting(_ date: EDTFDate) -> (before: String, last: String) {
    let words = date.words(inSentence: true)
    guard let ends = date.ends else { return ("last seen", words) }
    let (first, last) = (
      ends.first?.words(inSentence: true), ends.last?.words(inSentence: true)
    )
    return switch (first, last) {
    case (let first?, let last?): ("first seen \(first), last seen", last)
    case (nil, let last?): ("last seen", last)
    // Of what is seen still, or nobody knows until when, there is no last time.
    default: ("seen", words)
    }
  }

  private func linkHTML(_ words: String, _ href: String?) -> [UInt8] {
    var bytes: [UInt8] = []
    if let href { bytes.append(contentsOf: "<a href=\"\(href)\">".utf8) }
    bytes.appendEscaped(words)
    if href != nil { bytes.append(contentsOf: "</a>".utf8) }
    return bytes
  }
}

extension GroupReader {
  /// The first text of a field that nobody has found wrong.
  func standingText(_ name: String) -> String? {
    for fact in facts(name) where fact.support?.status != .rejected {
      if case .text(let text) = fact.value { return text }
    }
    return nil
  }

  /// The dates of a field that nobody has found wrong: several are rivals.
  func standingDates(_ name: String) -> [EDTFDate] { facts(name).compactMap(\.standingDate) }

  func firstStandingDate(_ name: String) -> EDTFDate? {
    facts(name).lazy.compactMap(\.standingDate).first
  }
}

extension Fact<Resolved> {
  fileprivate var standingDate: EDTFDate? {
    guard support?.status != .rejected, case .date(let date) = value else { return nil }
    return date
  }
}
