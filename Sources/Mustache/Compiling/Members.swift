/// The members of every object that a compilation has met, by name.
struct MemberTables {
  struct Table {
    /// Held, so that its identity stays its own.
    let object: ObjectShape
    let members: [ObjectShape.Member]
    let slots: [String: Int]
  }

  /// What a name stands for: the way there, and what is found.
  struct Operand {
    let register: Int
    let path: [UInt32]
    let shape: Shape
    /// The number of items is meant, not the list.
    var isLength = false
  }

  private var tables: [ObjectIdentifier: Table] = [:]

  /// Finds a name as Mustache does: its first part in the innermost context that has it.
  ///
  /// `nil` when there is no such thing.
  mutating func find(_ name: String, in scope: Scope) -> Operand? {
    let last = scope.registers.count - 1
    if name == "." { return Operand(register: last, path: [], shape: scope.top.shape) }
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    for register in stride(from: last, through: 0, by: -1) {
      guard let (slot, shape) = member(first, of: scope.registers[register].shape) else { continue }
      return follow(
        parts.dropFirst(), from: Operand(register: register, path: [slot], shape: shape))
    }
    return nil
  }

  /// What could have been written in place of `name`.
  mutating func nearest(to name: String, in scope: Scope) -> String? {
    var parts = name.split(separator: ".").map(String.init)
    for count in parts.indices {
      let prefix = parts[..<count].joined(separator: ".")
      let names: [String]
      if count == 0 {
        names = scope.registers.flatMap { self.names(in: $0.shape) }
      } else {
        guard let operand = find(prefix, in: scope) else { return nil }
        names = self.names(in: operand.shape)
      }
      if names.contains(parts[count]) { continue }
      guard let name = nearestName(to: parts[count], among: names) else { return nil }
      parts[count] = name
      return parts.joined(separator: ".")
    }
    return nil
  }

  private mutating func follow(_ parts: ArraySlice<String>, from start: Operand) -> Operand? {
    var operand = start
    for part in parts {
      if operand.isLength { return nil }
      if case .list = operand.shape, part == "length" {
        operand.isLength = true
      } else {
        guard let (slot, shape) = member(part, of: operand.shape) else { return nil }
        operand = Operand(register: operand.register, path: operand.path + [slot], shape: shape)
      }
    }
    return operand
  }

  private mutating func names(in shape: Shape) -> [String] {
    switch shape {
    case .object(let object): table(of: object).members.map(\.name)
    case .list: ["length"]
    default: []
    }
  }

  private mutating func member(_ name: String, of shape: Shape) -> (slot: UInt32, shape: Shape)? {
    guard case .object(let object) = shape else { return nil }
    let table = table(of: object)
    guard let slot = table.slots[name] else { return nil }
    return (UInt32(slot), table.members[slot].shape)
  }

  private mutating func table(of object: ObjectShape) -> Table {
    if let table = tables[object.identity] { return table }
    let members = object.members
    let slots = Dictionary(
      members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let table = Table(object: object, members: members, slots: slots)
    tables[object.identity] = table
    return table
  }
}
