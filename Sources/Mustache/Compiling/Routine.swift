/// A template compiled for one set of circumstances: code that calls share.
struct Routine {
  /// The circumstances that make a template another program.
  struct Key: Hashable {
    let template: Int
    let scope: [ShapeKey]
    /// Lines begin with the indentation of the call.
    let isIndented: Bool
    /// Where in the markup it begins; `nil` when that is not known.
    let markup: Markup?
    let overrides: Overrides.ID
  }

  /// A call, as far as it matters for whether recursion ends.
  struct Call: Hashable {
    let caller: Int
    let callee: Int
    let descent: Scope.Descent
  }

  /// The tag that makes a call, and the template it is in.
  struct CallPlace {
    let tag: Tag
    let template: Int
  }

  var isComplete = false
  /// A call of it that was met before it was complete.
  var recursion: CallPlace?
  /// Where in the markup it ends, once it is complete.
  var exitMarkup: Markup?
  var code: [Instruction] = []
}

/// The code of a routine while it is being compiled, and all that changes on the way through it.
struct RoutineBuilder {
  let index: Int
  var code: [Instruction] = []
  var scope: Scope
  var markup: Markup?
  var isIndented: Bool
  /// Literals do not grow over the place that a jump leads to.
  private var barrier = 0

  init(index: Int, scope: Scope, markup: Markup?, isIndented: Bool) {
    self.index = index
    self.scope = scope
    self.markup = markup
    self.isIndented = isIndented
  }

  mutating func emit(_ instruction: Instruction) {
    code.append(instruction)
  }

  /// Puts out template text, as one literal with what came right before.
  mutating func emit(literal bytes: ArraySlice<UInt8>, into program: inout Program) {
    markup?.read(bytes)
    guard !bytes.isEmpty else { return }
    let start = UInt32(program.literals.count)
    program.literals += bytes
    let end = UInt32(program.literals.count)
    if code.count > barrier, case .literal(let last) = code.last, last.end == start {
      code[code.count - 1] = .literal(.init(start: last.start, end: end))
    } else {
      code.append(.literal(.init(start: start, end: end)))
    }
  }

  /// Makes the jump at `index` lead to what is emitted next.
  mutating func land(_ index: Int) {
    barrier = code.count
    code[index] = code[index].retargeted { _ in UInt32(code.count) }
  }
}

extension Instruction {
  func retargeted(_ change: (UInt32) -> UInt32) -> Self {
    switch self {
    case .skipUnless(let place, let target): .skipUnless(place, target: change(target))
    case .skipIf(let place, let target): .skipIf(place, target: change(target))
    case .enter(let place, let target): .enter(place, target: change(target))
    case .each(let place, let target): .each(place, target: change(target))
    case .next(let target): .next(target: change(target))
    default: self
    }
  }
}
