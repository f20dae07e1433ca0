/// Decides what the names found in one text mean there, if anything.
struct MentionSettler {
  /// A name of which two bearers are mentioned in one text, and where it stands there first.
  struct Conflict: Sendable {
    let node: NameTrie.Node
    let range: Range<UInt32>
    let ids: [RecordID]
  }

  /// A name that a text uses, and that would be linked to several wherever it stands.
  struct Contested: Sendable {
    let node: NameTrie.Node
    /// Where it stands first without a rule of the text's own; nil if a rule settles it everywhere.
    var range: Range<UInt32>?
  }

  private let table: NameTable
  /// The record whose text it is.
  private let own: RecordID
  private let rules: [NameTrie.Node: NameTable.Rule]
  /// Where each record is mentioned in full for the first time: linked, pinned, or by a name that is only its.
  private var mentioned: [RecordID: UInt32] = [:]
  private(set) var conflicts: [Conflict] = []
  private(set) var contested: [Contested] = []

  init(table: NameTable, own: RecordID) {
    self.table = table
    self.own = own
    rules = table.rules[own] ?? [:]
  }

  /// The target of each occurrence; nil where it links to nobody.
  mutating func settle(
    _ occurrences: [TextReader.Occurrence], beside references: [TextReader.Reference]
  ) -> [RecordID?] {
    for reference in references where reference.kind == .mentions {
      mention(reference.target, at: reference.range.lowerBound)
    }
    addFullMentions(occurrences)
    return occurrences.map { meaning(of: $0) }
  }

  // MARK: Full mentions

  private mutating func mention(_ record: RecordID, at place: UInt32) {
    mentioned[record] = min(place, mentioned[record] ?? .max)
  }

  private mutating func addFullMentions(_ occurrences: [TextReader.Occurrence]) {
    // Names that one bears always and others now and then have to wait until it is known who is there.
    var shared: [(auto: RecordID, others: [RecordID], place: UInt32)] = []
    for occurrence in occurrences {
      let place = occurrence.range.lowerBound
      switch rule(for: occurrence) {
      case .pin(let target, _): mention(target, at: place)
      case .never: break
      case nil:
        let bearers = bearers(of: occurrence)
        guard bearers.autos == 1, !bearers.includesOwn, let auto = bearers.auto else { continue }
        if bearers.count == 1 {
          mention(auto, at: place)
        } else {
          let others = all(of: occurrence).filter { $0.mode == .context }.map(\.record)
          shared.append((auto, others, place))
        }
      }
    }
    let present = mentioned
    for name in shared where !name.others.contains(where: { present[$0] != nil }) {
      mention(name.auto, at: name.place)
    }
  }

  // MARK: Meanings

  private mutating func meaning(of occurrence: TextReader.Occurrence) -> RecordID? {
    if let rule = rule(for: occurrence) {
      if table.isContested(occurrence.node) { note(occurrence.node, at: nil) }
      guard case .pin(let target, _) = rule, target != own else { return nil }
      return target
    }
    let bearers = bearers(of: occurrence)
    // On its own page a name means whom the page is about, and is no link.
    if bearers.count == 0 || bearers.includesOwn { return nil }
    if bearers.autos > 1 {
      note(occurrence.node, at: occurrence.range)
      return nil
    }
    guard bearers.isLinkable else { return nil }
    guard bearers.present == 1 else {
      let present = all(of: occurrence).filter { isPresent($0) }
      addConflict(occurrence, present.map(\.record))
      return nil
    }
    return bearers.lastPresent
  }

  private mutating func note(_ node: NameTrie.Node, at range: Range<UInt32>?) {
    if let index = contested.firstIndex(where: { $0.node == node }) {
      if contested[index].range == nil { contested[index].range = range }
    } else {
      contested.append(Contested(node: node, range: range))
    }
  }

  private mutating func addConflict(_ occurrence: TextReader.Occurrence, _ ids: [RecordID]) {
    guard !conflicts.contains(where: { $0.node == occurrence.node }) else { return }
    conflicts.append(Conflict(node: occurrence.node, range: occurrence.range, ids: ids))
  }

  // MARK: Who bears a name

  private func rule(for occurrence: TextReader.Occurrence) -> NameTable.Rule? {
    guard let rule = rules[occurrence.node] else { return nil }
    if case .pin(_, let capitals) = rule, !occurrence.has(capitals) { return nil }
    return rule
  }

  /// What there is to know of those who bear a name, without making a list of them.
  private struct Bearers {
    var count = 0
    var autos = 0
    var auto: RecordID?
    var includesOwn = false
    /// How many of them the text speaks of.
    var present = 0
    var lastPresent: RecordID?
    /// Whether one of them could be linked at the place, were it the only one.
    var isLinkable = false
  }

  private func bearers(of occurrence: TextReader.Occurrence) -> Bearers {
    var result = Bearers()
    for index in table.bearers(at: occurrence.node) {
      let bearer = table.bearers[index]
      guard occurrence.counts(bearer) else { continue }
      result.count += 1
      if bearer.record == own { result.includesOwn = true }
      if bearer.mode == .auto {
        result.autos += 1
        result.auto = bearer.record
        result.isLinkable = true
      } else if let first = mentioned[bearer.record] {
        if first < occurrence.range.lowerBound { result.isLinkable = true }
      } else {
        continue
      }
      result.present += 1
      result.lastPresent = bearer.record
    }
    return result
  }

  private func all(of occurrence: TextReader.Occurrence) -> [NameTable.Bearer] {
    table.bearers[table.bearers(at: occurrence.node)].filter { occurrence.counts($0) }
  }

  private func isPresent(_ bearer: NameTable.Bearer) -> Bool {
    bearer.mode == .auto || mentioned[bearer.record] != nil
  }
}

extension TextReader.Occurrence {
  /// Whether it may mean one who bears the name.
  fileprivate func counts(_ bearer: NameTable.Bearer) -> Bool {
    has(bearer.capitals) && (bearer.joinsOthers || !isCompound)
  }

  /// Whether the text writes the name with the capitals that it needs.
  fileprivate func has(_ capitals: Capitals) -> Bool {
    switch capitals {
    case .any: true
    case .first: isCapitalized
    case .all: isCapitalized && !hasLowercase
    }
  }
}
