import EDTF

// When something held, in words that claim no more than the sources do.
extension PageBuilder {
  /// `start`, `end`, `state` and `seen` of an entry: what has no end is not therefore current.
  ///
  /// - Parameter support: That of the entry, whose source saw it where `seen` names none of its own.
  mutating func when(_ entry: GroupReader, beside support: [Support<Resolved>]) -> [ValueView] {
    let state = entry.state
    let hasEnd = entry.facts("end").contains { $0.support?.status != .rejected }
    let isOver = hasEnd || state == .ended
    var views: [ValueView] = []
    for (name, word) in [("start", "from"), ("end", "until")] {
      var isRival = false
      let first = views.count
      for fact in entry.facts(name).inOrderOfTime({ $0 }) {
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
      markRivals(name, of: entry, in: &views, from: first)
    }
    let first = views.count
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
    markRivals("state", of: entry, in: &views, from: first)
    let seen = entry.facts("seen")
    for fact in seen {
      views.append(sighting(fact, beside: support, isLast: !isOver && state != .current))
    }
    // "From 2019" alone would read as if it went on.
    if !views.isEmpty, !isOver, state == .notStated, seen.isEmpty {
      views.append(ValueView(text: "end not stated"))
    }
    return views
  }

  /// Says of a field of which one value can be right that several were given, where they begin.
  private func markRivals(
    _ name: String, of entry: GroupReader, in views: inout [ValueView], from first: Int
  ) {
    guard let field = entry.fields.index(of: name),
      model.areRivals(entry.facts(name), of: entry.fields[field]),
      let index = views[first...].firstIndex(where: { !$0.isRejected })
    else { return }
    views[index].isDisputed = true
  }

  /// - Parameter isLast: Whether nothing later is known of what was seen.
  private mutating func sighting(
    _ fact: Fact<Resolved>, beside support: [Support<Resolved>], isLast: Bool
  ) -> ValueView {
    var view = ValueView()
    let own = SourceGraph.supporting(fact.support?.citations ?? [])
    let sources = (own.isEmpty ? SourceGraph.supporting(support.flatMap(\.citations)) : own)
      .filter { model[$0].visibility != .redacted }
    switch fact.value {
    case .date(let date):
      guard isLast else {
        view.text = "seen \(date.words(inSentence: true))"
        break
      }
      let (before, last) = Self.sighting(date)
      guard !sources.isEmpty else {
        view.text = "\(before) \(last)"
        break
      }
      var html: [UInt8] = []
      html.appendEscaped(before + " in ")
      for (index, source) in sources.enumerated() {
        if index > 0 { html.appendEscaped(index + 1 == sources.count ? " and " : ", ") }
        html += linkHTML(label(of: source), href(to: source))
      }
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
  /// What an entry says under `state`, however its values are ordered.
  enum State { case current, perhapsCurrent, ended, notKnown, notStated }

  /// That it is current or has ended is said where all say so, and nobody doubts it.
  var state: State {
    let states = standing("state").filter { $0.value.absence != Absence.none }
    func says(_ fact: Fact<Resolved>, _ word: String) -> Bool {
      if case .text(word) = fact.value { true } else { false }
    }
    if states.isEmpty { return .notStated }
    let isSure = !states.contains { $0.support?.isDoubted == true }
    if isSure, states.allSatisfy({ says($0, "current") }) { return .current }
    if isSure, states.allSatisfy({ says($0, "ended") }) { return .ended }
    return states.contains { says($0, "current") } ? .perhapsCurrent : .notKnown
  }

  /// The dates of a field that nobody has found wrong: several are rivals.
  func standingDates(_ name: String) -> [EDTFDate] { facts(name).compactMap(\.standingDate) }

  func firstStandingDate(_ name: String) -> EDTFDate? {
    facts(name).lazy.compactMap(\.standingDate).first
  }

  /// Those dates, each with whether it is said without a doubt. Rivals are weighed against each other, not doubted
  /// for being disputed.
  func weighedDates(_ name: String) -> [(date: EDTFDate, isSure: Bool)] {
    let facts = facts(name)
    let isAlone = facts.count { $0.support?.status != .rejected } == 1
    return facts.compactMap { fact in
      guard let date = fact.standingDate else { return nil }
      let isDoubted = isAlone ? fact.support?.isDoubted : fact.support?.isUnsure
      return (date, !date.isQualified && isDoubted != true)
    }
  }
}

extension Fact<Resolved> {
  fileprivate var standingDate: EDTFDate? {
    guard support?.status != .rejected, case .date(let date) = value else { return nil }
    return date
  }
}

extension Support<Resolved> {
  /// Whether it is said to be no more than possible.
  var isUnsure: Bool { confidence == .possible || confidence == .doubtful }
  /// Whether it says so, or that sources differ.
  var isDoubted: Bool { isUnsure || status == .disputed }
}
