/// Runs a program over the values of a page.
///
/// Its stacks are arrays, so the depth of data costs memory and no more.
struct Renderer {
  private struct Loop {
    /// The place of the item that the loop is at, and where the last one ends.
    var item: Int
    let end: Int
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

  mutating func run(_ program: Program, over tree: ValueTree, into output: inout [UInt8]) {
    let values = tree.values.span
    let texts = tree.bytes
    let literals = program.literals
    let code = program.code.span
    let slots = program.slots.span
    var position = 0
    while position < code.count {
      position += 1
      switch code[position - 1] {
      case .literal(let literal):
        output.append(contentsOf: literals[Int(literal.start)..<Int(literal.end)])
      case .escaped(let place):
        switch value(at: place, slots, values) {
        case .text(let run), .url(let run), .html(let run):
          output.appendEscaped(texts[run.range])
        default: break
        }
      case .raw(let place):
        switch value(at: place, slots, values) {
        case .text(let run), .url(let run), .html(let run):
          output.append(contentsOf: texts[run.range])
        default: break
        }
      case .length(let place):
        if case .list(let run) = value(at: place, slots, values) {
          output.append(contentsOf: String(run.count).utf8)
        }
      case .skipUnless(let place, let target):
        if !value(at: place, slots, values).isTruthy { position = Int(target) }
      case .skipIf(let place, let target):
        if value(at: place, slots, values).isTruthy { position = Int(target) }
      case .enter(let place, let target):
        let value = value(at: place, slots, values)
        if value.isTruthy { registers.append(value) } else { position = Int(target) }
      case .leave:
        registers.removeLast()
      case .each(let place, let target):
        if case .list(let run) = value(at: place, slots, values), run.count > 0 {
          loops.append(Loop(item: run.range.lowerBound, end: run.range.upperBound))
          registers.append(values[run.range.lowerBound])
        } else {
          position = Int(target)
        }
      case .next(let target):
        if advance(values) { position = Int(target) }
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
        // One by one: of several, code that serves every collection is slower.
        while registers.count > base { registers.removeLast() }
        position = caller.position
        base = caller.base
        indentationBase = caller.indentationBase
      }
    }
  }

  /// The value at a place; absent where the value is not what its shape promised.
  @inline(__always)
  private func value(
    at place: Instruction.Place, _ slots: Span<UInt32>, _ values: Span<Value>
  ) -> Value {
    let register = registers[base + Int(place.register)]
    guard place.depth == 1 else { return value(at: place, slots, values, in: register) }
    return member(Int(place.path), of: register, values)
  }

  private func value(
    at place: Instruction.Place, _ slots: Span<UInt32>, _ values: Span<Value>, in register: Value
  ) -> Value {
    var value = register
    for index in Int(place.path)..<Int(place.path) + Int(place.depth) {
      value = member(Int(slots[index]), of: value, values)
    }
    return value
  }

  @inline(__always)
  private func member(_ slot: Int, of object: Value, _ values: Span<Value>) -> Value {
    guard case .object(let run) = object, slot < run.count else { return .absent }
    return values[Int(run.start) + slot]
  }

  /// Moves the innermost loop on; false after its last item.
  private mutating func advance(_ values: Span<Value>) -> Bool {
    let loop = loops.count - 1
    loops[loop].item += 1
    guard loops[loop].item < loops[loop].end else {
      loops.removeLast()
      registers.removeLast()
      return false
    }
    registers[registers.count - 1] = values[loops[loop].item]
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

extension Value.Run {
  fileprivate var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
