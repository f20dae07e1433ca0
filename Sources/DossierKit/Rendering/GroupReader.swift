/// The entries of a group by the names of its fields.
struct GroupReader {
  let entries: [FieldEntry<Resolved>]
  let fields: FieldSet

  func facts(_ name: String) -> [Fact<Resolved>] {
    guard let index = fields.index(of: name) else { return [] }
    return entries.first { $0.field == index }?.facts ?? []
  }

  /// Those that nobody has found wrong.
  func standing(_ name: String) -> [Fact<Resolved>] {
    facts(name).filter { $0.support?.status != .rejected }
  }

  /// The first that stands; if none does, the first.
  func first(_ name: String) -> Fact<Resolved>? { standing(name).first ?? facts(name).first }

  func text(_ name: String) -> String? {
    guard case .text(let text)? = first(name)?.value else { return nil }
    return text
  }

  /// `Credit not known`: what a field says that stands in a place without its label; a text says itself.
  func said(_ name: String) -> String? {
    guard let value = first(name)?.value, let index = fields.index(of: name) else { return nil }
    if let absence = value.absence { return absence.words(of: fields[index].label) }
    return text(name)
  }
}
