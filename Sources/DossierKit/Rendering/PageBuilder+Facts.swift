import EDTF
import Mustache

// Facts: values with what supports them, rivals side by side, and what was found wrong apart.
extension PageBuilder {
  mutating func field(_ field: Field, _ facts: [Fact<Resolved>]) -> FieldView {
    self.field(field, facts.enumerated().map { ($0.offset, $0.element) })
  }

  /// - Parameter facts: With their places among all facts of the field, which their anchors are made of.
  mutating func field(_ field: Field, _ facts: [(index: Int, fact: Fact<Resolved>)]) -> FieldView {
    var view = FieldView(name: field.name, label: field.label, values: [])
    view.isDisputed = model.areRivals(facts.map(\.fact), of: field)
    let facts = view.isDisputed ? facts.inOrderOfTime { $0.fact } : facts
    for isRejected in [false, true] {
      for (index, fact) in facts where (fact.support?.status == .rejected) == isRejected {
        var value = value(fact, of: field, neighbours: nil)
        if fact.needsAnchor { value.id = FactAnchor.value(of: field.name, index) }
        if isRejected { view.rejected.append(value) } else { view.values.append(value) }
      }
    }
    if view.isDisputed { view.values.leaveDisputeToHeading() }
    return view
  }

  /// A fact as a page shows it.
  ///
  /// - Parameter neighbours: The entry that holds it, of a field in a group.
  mutating func value(
    _ fact: Fact<Resolved>, of field: Field, neighbours: GroupReader?
  ) -> ValueView {
    var view = ValueView()
    switch fact.value {
    case .markdown(let text): view.html = html(text)
    case .text(let text):
      view.text = words(of: fact.value, field)
      switch field.type {
      case .url:
        // An address that is not to be followed is shown, and is no link.
        view.url = followed(text)
        view.isExternal = true
      case .file where !model.withheldMedia.contains(text):
        view.url = hrefs.file("media/" + text)
      case .entry(let owner, let list):
        view = entryValue(text, owner: neighbours?.first(owner), list: list)
      default: break
      }
    case .date(let date):
      view.text = date.words
      view.datetime = date.machineText
    case .instant(let instant):
      view.text = instant.words
      view.datetime = instant.machineText
    case .reference(let target):
      view.text = label(of: target)
      view.url = href(to: target)
    case .group(let entries) where field.name == "corrections":
      view.html = allWords(of: entries, field)
    default: view.text = words(of: fact.value, field)
    }
    view.isAbsent = fact.value.absence != nil
    view.language = fact.support?.language
    view.support = fact.support.flatMap { support($0) }
    return view
  }

  /// A value in words, without markup; of an entry of a group, what it is called.
  func words(of value: FieldValue<Resolved>, _ field: Field) -> String {
    switch value {
    case .unknown: Absence.unknown.words
    case .none: Absence.none.words
    case .text(let text):
      switch field.type {
      case .enumeration(Reliability.letters): Reliability.inWords(text)
      case .enumeration: text.replacing("-", with: " ")
      case .language: LanguageName.of(text)
      case .number(let unit): unit.map { "\(text) \($0)" } ?? text
      default: text
      }
    case .markdown(let text): plainText(text)
    case .date(let date): date.words
    case .instant(let instant): instant.words
    case .flag(let flag): flag ? "yes" : "no"
    case .geo(let point): point.words
    case .reference(let target): label(of: target)
    case .map(let pairs): pairs.map { "\($0.key): \($0.value.words)" }.joined(separator: ", ")
    case .group(let entries): name(of: entries, field)
    }
  }

  /// Everything that an entry says, each field in a line.
  private func allWords(of entries: [FieldEntry<Resolved>], _ field: Field) -> [UInt8] {
    guard case .group(let fields) = field.type else { return [] }
    var html: [UInt8] = []
    for entry in entries {
      let field = fields[entry.field]
      let values = entry.facts.map { words(of: $0.value, field) }
      if !html.isEmpty { html.append(contentsOf: "<br>".utf8) }
      html.appendEscaped("\(field.label): \(values.joined(separator: " / "))")
    }
    return html
  }

  /// What an entry is called: its title or text, or else its first field that says something.
  private func name(of entries: [FieldEntry<Resolved>], _ field: Field) -> String {
    guard case .group(let fields) = field.type else { return "" }
    let named = ["title", "text", "what", "now", "was", "why"].lazy.compactMap {
      fields.index(of: $0)
    }
    let entry =
      named.compactMap { index in entries.first { $0.field == index } }.first
      ?? entries.first { if case .key = fields[$0.field].type { false } else { true } }
    guard let entry, let fact = entry.facts.leading else { return "" }
    // A relation is its type and whom it leads to.
    guard fields[entry.field].name == "type", let to = fields.index(of: "to"),
      let target = entries.first(where: { $0.field == to })?.facts.leading
    else { return words(of: fact.value, fields[entry.field]) }
    var type: String?
    if case .text(let name) = fact.value { type = model.schema.relation(named: name)?.label }
    return (type ?? words(of: fact.value, fields[entry.field])) + " "
      + words(of: target.value, fields[to])
  }

  /// `as: minister`: the title of that post, linked to it.
  private func entryValue(_ key: String, owner: Fact<Resolved>?, list: String) -> ValueView {
    var view = ValueView(text: key)
    guard case .reference(let id)? = owner?.value else { return view }
    if let title = plan.entries.title(key, in: list, of: id) {
      view.text = title
      view.url = href(to: id, fragment: FactAnchor.entry(key, of: list))
    }
    return view
  }
}

extension [Fact<Resolved>] {
  /// The first that nobody has found wrong; if all were, the first.
  fileprivate var leading: Fact<Resolved>? {
    first { $0.support?.status != .rejected } ?? first
  }
}

extension Array {
  /// Rival dates, the earliest first, whatever the order in which they were written; what is no date stands last.
  func inOrderOfTime(_ fact: (Element) -> Fact<Resolved>) -> [Element] {
    guard count > 1 else { return self }
    let order = map { element in
      if case .date(let date) = fact(element).value { date.order } else { nil as EDTFDate.Order? }
    }
    guard order.contains(where: { $0 != nil }) else { return self }
    return indices.sorted { a, b in
      switch (order[a], order[b]) {
      case (let one?, let other?): one == other ? a < b : one < other
      case (nil, nil): a < b
      case (let one, _): one != nil
      }
    }.map { self[$0] }
  }
}

extension SiteModel {
  /// Whether a field that has one value was given several that stand. One value in two languages is one.
  func areRivals(_ facts: [Fact<Resolved>], of field: Field) -> Bool {
    guard !field.isMany, facts.count > 1 else { return false }
    var languages: Set<String> = []
    for fact in facts where fact.support?.status != .rejected {
      let language = fact.support?.language ?? settings.language
      if !languages.insert(language).inserted { return true }
    }
    return false
  }
}

extension GeoPoint {
  /// `53.9° N, 27.57° E, within 500 m`
  fileprivate var words: String {
    func part(_ text: String, _ positive: String, _ negative: String) -> String {
      text.hasPrefix("-") ? "\(text.dropFirst())° \(negative)" : "\(text)° \(positive)"
    }
    let place = "\(part(latitude, "N", "S")), \(part(longitude, "E", "W"))"
    return precision.map { "\(place), within \($0) m" } ?? place
  }
}
