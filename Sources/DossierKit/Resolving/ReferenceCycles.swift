/// References that lead in a circle where none can: nothing is a part of itself, or rests on itself.
struct ReferenceCycles {
  /// The fields that say of what each thing is a part, or what it is based on, by kind.
  private static let fields = [
    ("event", "part_of"), ("organization", "parent"), ("place", "within"), ("source", "based_on"),
  ]

  private let records: [ParsedRecord]
  private let byID: [String: Int]

  /// - Parameter byID: The record of each id, by its place in `records`.
  init(_ records: [ParsedRecord], byID: [String: Int]) {
    self.records = records
    self.byID = byID
  }

  /// Each circle once, at the reference that closes it.
  func diagnostics(in schema: Schema) -> [Diagnostic] {
    Self.fields.flatMap { kindName, fieldName -> [Diagnostic] in
      guard let kind = schema.kind(named: kindName),
        let field = schema.kinds[kind].fields.index(of: fieldName)
      else { return [] }
      return circles(of: kind, in: field).map { .cycle($0, through: fieldName) }
    }
  }

  /// A circle: who is in it, each referring to the next, and the place where the last refers to the first.
  struct Circle {
    let count: Int
    /// No more than a message has room for; the last one of all is among them.
    let members: [String]
    let location: Location
  }

  /// Depth first, without recursion: a chain may be as long as there are records.
  private func circles(of kind: KindID, in field: Int) -> [Circle] {
    /// Where a record stands in the path that leads to it; `left` once all behind it is known.
    var places = [Int](repeating: Self.unseen, count: records.count)
    var path: [(record: Int, references: [WrittenReference], next: Int)] = []
    var circles: [Circle] = []
    func enter(_ record: Int) {
      places[record] = path.count
      path.append((record, references(of: records[record], in: field), 0))
    }
    for start in records.indices
    where records[start].kind == kind && places[start] == Self.unseen
      && byID[records[start].id] == start
    {
      enter(start)
      while let (record, references, next) = path.last {
        guard next < references.count else {
          places[record] = Self.left
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        guard let target = byID[references[next].id], records[target].kind == kind else { continue }
        if places[target] == Self.unseen {
          enter(target)
        } else if places[target] != Self.left {
          let members = path[places[target]...]
          let shown =
            members.count > Self.mostMembers
            ? members.prefix(Self.mostMembers - 1) + members.suffix(1) : members
          circles.append(
            Circle(
              count: members.count, members: shown.map { records[$0.record].id },
              location: references[next].location))
        }
      }
    }
    return circles
  }

  private static let unseen = -1
  private static let left = -2
  /// A message names no more members of a circle than this.
  fileprivate static let mostMembers = 6

  /// What is rejected, or a draft, closes no circle.
  private func references(of record: ParsedRecord, in field: Int) -> [WrittenReference] {
    record.standing(field).compactMap {
      if case .reference(let reference) = $0.value { reference } else { nil }
    }
  }
}

extension Diagnostic {
  fileprivate static func cycle(
    _ circle: ReferenceCycles.Circle, through field: String
  ) -> Diagnostic {
    guard let first = circle.members.first, circle.count > 1 else {
      return Diagnostic(
        .referenceCycle, "'\(field)' leads from '\(circle.members.first ?? "")' to itself",
        at: circle.location, help: "name another, or leave '\(field)' out")
    }
    var names = circle.members.map { "'\($0)'" }
    let hidden = circle.count - names.count
    if hidden > 0 { names.insert("\(hidden) more", at: names.count - 1) }
    return Diagnostic(
      .referenceCycle,
      "'\(field)' leads in a circle: \(names.joined(separator: ", ")) and back to '\(first)'",
      at: circle.location, help: "take away the '\(field)' of one of them")
  }
}
