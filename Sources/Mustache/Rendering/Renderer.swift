/// Runs a program over a value.
///
/// Its stacks are arrays, so the depth of data costs memory and no more.
struct Renderer {
  private struct Loop {
    let items: [Value]
    var index: Int
  }

  private struct Return {
    let position: Int
    let base: Int
    let indentationBase: Int
  }

  private var registers: [Value]
  /// The first register of the routine that runs.
  private var base = 0
  private var loops: [Loop] = []
  private var returns: [Return] = []
  /// The indentations of all calls; those from `indentationBase` on hold for the routine that runs.
  private var indentation: [UInt8] = []
  private var indentationBase = 0

  init(_ value: Value) {
    self.registers = [value]
  }

  mutating func run(_ program: Program, into output: inout [UInt8]) {
    let code = program.code.span
    let slots = program.slots.span
    var position = 0
    while position < code.count {
      position += 1
      switch code[position - 1] {
      case .literal(let literal):
        output.append(contentsOf: program.literals[Int(literal.start)..<Int(literal.end)])
      case .escaped(let place):
        switch value(at: place, slots) {
        case .text(let string), .url(let string): output.appendEscaped(string.utf8)
        case .html(let bytes): output.appendEscaped(bytes)
        default: break
        }
      case .raw(let place):
        switch value(at: place, slots) {
        case .text(let string), .url(let string): output.append(contentsOf: string.utf8)
        case .html(let bytes): output.append(contentsOf: bytes)
        default: break
        }
      case .length(let place):
        if case .list(let items) = value(at: place, slots) {
          output.append(contentsOf: String(items.count).utf8)
        }
      case .skipUnless(let place, let target):
        if !value(at: place, slots).isTruthy { position = Int(target) }
      case .skipIf(let place, let target):
        if value(at: place, slots).isTruthy { position = Int(target) }
      case .enter(let place, let target):
        let value = value(at: place, slots)
        if value.isTruthy { registers.append(value) } else { position = Int(target) }
      case .leave:
        registers.removeLast()
      case .each(let place, let target):
        if case .list(let items) = value(at: place, slots), let first = items.first {
          loops.append(Loop(items: items, index: 0))
          registers.append(first)
        } else {
          position = Int(target)
        }
      case .next(let target):
        if advance() { position = Int(target) }
      case .indent:
        output.append(contentsOf: indentation[indentationBase...])
      case .pushIndentation(let literal):
        indentation += program.literals[Int(literal.start)..<Int(literal.end)]
      case .popIndentation(let count):
        indentation.removeLast(Int(count))
      case .call(let call):
        enter(call, slots, from: position)
        position = Int(call.routine)
      case .return:
        guard let caller = returns.popLast() else { return }
        registers.removeLast(registers.count - base)
        position = caller.position
        base = caller.base
        indentationBase = caller.indentationBase
      }
    }
  }

  /// The value at a place; absent where the value is not what its shape promised.
  @inline(__always)
  private func value(at place: Instruction.Place, _ slots: Span<UInt32>) -> Value {
    let register = registers[base + Int(place.register)]
    guard place.depth == 1 else { return value(at: place, slots, in: register) }
    guard case .object(let members) = register, place.path < members.count else { return .absent }
    return members[Int(place.path)]
  }

  private func value(
    at place: Instruction.Place, _ slots: Span<UInt32>, in register: Value
  ) -> Value {
    var value = register
    for index in Int(place.path)..<Int(place.path) + Int(place.depth) {
      let slot = Int(slots[index])
      guard case .object(let members) = value, slot < members.count else { return .absent }
      value = members[slot]
    }
    return value
  }

  /// Moves the innermost loop on; false after its last item.
  private mutating func advance() -> Bool {
    let loop = loops.count - 1
    loops[loop].index += 1
    let index = loops[loop].index
    guard index < loops[loop].items.count else {
      loops.removeLast()
      registers.removeLast()
      return false
    }
    registers[registers.count - 1] = loops[loop].items[index]
    return true
  }

  private mutating func enter(
    _ call: Instruction.Call, _ slots: Span<UInt32>, from position: Int
  ) {
    returns.append(Return(position: position, base: base, indentationBase: indentationBase))
    if call.isInline { indentationBase = indentation.count }
    let callee = registers.count
    for index in Int(call.arguments)..<Int(call.arguments) + Int(call.count) {
      registers.append(registers[base + Int(slots[index])])
    }
    base = callee
  }
}
