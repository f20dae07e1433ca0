/// The contexts that names are looked up in, at one point of a routine. Each is a register later.
struct Scope {
  /// How a context came from the one that its routine is about: what proves that recursion ends.
  enum Descent {
    case same, deeper, elsewhere
  }

  struct Register {
    let shape: Shape
    let descent: Descent
  }

  private(set) var registers: [Register]

  /// The scope of a routine called with values of these shapes, the last being what it is about.
  init(_ shapes: [Shape]) {
    registers = shapes.map { Register(shape: $0, descent: .elsewhere) }
    if let last = shapes.last {
      registers[registers.count - 1] = Register(shape: last, descent: .same)
    }
  }

  var top: Register { registers[registers.count - 1] }

  /// Enters a section over a value; it is a part of the one in `register` unless it is that itself.
  mutating func push(_ shape: Shape, from register: Int, isPart: Bool) {
    let origin = registers[register].descent
    let descent: Descent = origin == .elsewhere || !isPart ? origin : .deeper
    registers.append(Register(shape: shape, descent: descent))
  }

  mutating func pop() {
    registers.removeLast()
  }

  /// The registers that names can be found in: the top, and every shape of object once, because
  /// what an inner one lacks an outer one lacks too. So recursion comes back to its first scope.
  var visible: [Int] {
    var seen: Set<ObjectIdentifier> = []
    var result: [Int] = []
    for (index, register) in registers.enumerated().reversed() {
      if case .object(let object) = register.shape {
        if seen.insert(object.identity).inserted { result.append(index) }
      } else if index == registers.count - 1 {
        result.append(index)
      }
    }
    return result.reversed()
  }
}

/// A shape as a key: objects by identity.
indirect enum ShapeKey: Hashable {
  case text, html, url, flag
  case list(ShapeKey)
  case object(ObjectIdentifier)

  init(_ shape: Shape) {
    switch shape {
    case .text: self = .text
    case .html: self = .html
    case .url: self = .url
    case .flag: self = .flag
    case .list(let element): self = .list(ShapeKey(element))
    case .object(let object): self = .object(object.identity)
    }
  }
}
