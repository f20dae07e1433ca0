import Markdown

/// The ids of facts in a page, so that a link from elsewhere leads to the very value.
///
/// No heading's id holds an underscore, nor does an id of a record, of which the anchors of mentions are made.
enum FactAnchor {
  /// A value of a field, by its place among all that were given.
  static func value(of field: String, _ index: Int) -> String { "_v_\(field)_\(index + 1)" }
  /// An entry of a group that has a key.
  static func entry(_ key: String, of list: String) -> String { "_\(list)_\(key)" }
  /// What the page as a whole rests on.
  static let page = "_cite"
  /// What was said of the name.
  static func name(_ index: Int) -> String { "_name_\(index + 1)" }
}

extension Fact<Resolved> {
  /// Whether anything may lead to it: what cites, or holds text that does.
  var needsAnchor: Bool {
    if support != nil { return true }
    switch value {
    case .markdown: return true
    case .group(let entries): return entries.contains { $0.facts.contains(where: \.needsAnchor) }
    default: return false
    }
  }
}

extension PageBuilder {
  /// The spot of a place in its page; nil where the page itself is as near as one comes.
  func anchor(of place: FactPlace, in id: RecordID) -> String? {
    let record = model[id]
    switch place {
    case .record: return FactAnchor.page
    case .name(let index): return FactAnchor.name(Int(index))
    case .annotation(let index):
      let note = record.annotations[Int(index)]
      return plan.annotationSpots[id]?.fragment(of: note) ?? "_notes"
    case .fact(let field, let fact), .inner(let field, let fact, _, _):
      let kind = model.kind(of: id)
      let index = Int(field)
      let given = record.facts(index)[Int(fact)]
      if index == CommonField.reply { return "_reply" }
      if index == CommonField.corrections, given.support?.status != .rejected {
        return anchor(ofCorrection: given)
      }
      // A misspelling may not be shown, nor a name that only says how it is linked.
      if index == CommonField.names, !showsName(given, of: record) { return nil }
      if case .group(let inner) = kind.fields[index].type, let key = inner.key,
        case .group(let entries) = given.value,
        case .text(let text)? = entries.first(where: { $0.field == key })?.facts.first?.value
      {
        return FactAnchor.entry(text, of: kind.fields[index].name)
      }
      // Every claim has an anchor, as they are pointed at.
      if index == CommonField.claims { return "_claims-\(fact + 1)" }
      return given.needsAnchor ? FactAnchor.value(of: kind.fields[index].name, Int(fact)) : nil
    }
  }

  /// That of the correction which shows one of its texts; nil of one that is not shown.
  private func anchor(ofCorrection fact: Fact<Resolved>) -> String? {
    guard case .group(let entries) = fact.value else { return nil }
    let texts = entries.lazy.flatMap { $0.facts.compactMap(\.markdown) }
    return texts.compactMap { plan.corrections.anchor(of: $0) }.first
  }
}
