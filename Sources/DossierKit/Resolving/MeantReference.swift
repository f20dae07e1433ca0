/// What an author may have meant who wrote a path, the name of a file, or a place in a source for an id.
struct MeantReference {
  let id: String
  /// What stands behind the id: `p. 3`.
  let place: String?

  /// - Parameter written: What leads nowhere as it stands.
  init?(_ written: String, in directory: RecordIndex) {
    let text = written.trimmed
    if let id = Self.id(text, in: directory), id != written {
      (self.id, place) = (id, nil)
      return
    }
    guard let end = text.firstIndex(where: { ", #".contains($0) }),
      let id = Self.id(String(text[..<end]), in: directory), directory.isSource(id)
    else { return nil }
    let rest = text[end...].drop { ", #".contains($0) }
    // "gazette of the port" may be a name; a place has a number.
    guard rest.contains(where: \.isNumber), rest.first != "-" else { return nil }
    (self.id, place) = (id, rest.trimmed)
  }

  /// `officials/ana-bee.yaml`, `Ana_Bee`
  private static func id(_ text: String, in directory: RecordIndex) -> String? {
    if directory[text] != nil { return text }
    var name = text.split(separator: "/").last.map(String.init) ?? text
    for ending in [".yaml", ".yml", ".md"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    if directory[name] != nil { return name }
    // Words are a name first of all, and who bears it is another question.
    guard !name.contains(" ") || directory.bearers(of: name).isEmpty else { return nil }
    return proposedIdentifier(for: name).flatMap { directory[$0] == nil ? nil : $0 }
  }
}
