/// Turns a page's template and all that it includes into one flat program, and checks it.
///
/// Every template is compiled as a routine, once for each set of circumstances it is used in; that
/// is also what makes recursion come to an end. Blocks are compiled where they are filled.
struct Compiler {
  /// Sections, partials and blocks in each other, over all templates together.
  static let deepest = 200
  /// Routines and fillings of one page, more than any needs: what doubles at each level stops here.
  static let largest = 10_000

  /// Where the nodes that are being compiled come from.
  struct Origin {
    let template: Int
    /// What lines of a filling lose of their indentation: they had it for standing in a block.
    var dedent: ArraySlice<UInt8> = []
    var overrides = Overrides.none
  }

  let library: TemplateLibrary
  let isChecked: Bool
  var problems: Set<Problem> = []
  var current: RoutineBuilder
  var tables = MemberTables()

  private var program = Program()
  private var routines: [Routine] = []
  private var known: [Routine.Key: Int] = [:]
  var calls: [Routine.Call: Routine.CallPlace] = [:]
  private var overrides = Overrides()
  var blocks = BlockUse()
  private var depth = 0
  private var expansions = 0

  init(_ library: TemplateLibrary, _ mode: TemplateLibrary.Mode) {
    self.library = library
    self.isChecked = mode == .checked
    self.current = RoutineBuilder(index: 0, scope: Scope([]), markup: nil, isIndented: false)
  }

  mutating func compile(_ name: String, for shape: Shape) -> Program {
    guard let template = library.indices[name] else {
      reportMissingPage(name)
      return program
    }
    let key = Routine.Key(
      template: template, scope: [ShapeKey(shape)], isIndented: false,
      markup: isChecked ? Markup() : nil, overrides: Overrides.none)
    let root = compile(key, Scope([shape]))
    if let end = routines[root].exitMarkup, end.place != .text { reportOpenEnd(template, end) }
    checkRecursion()
    if isChecked { checkBlocks() }
    return link()
  }

  // MARK: Routines

  private mutating func compile(_ key: Routine.Key, _ scope: Scope) -> Int {
    let index = routines.count
    let template = library.templates[key.template]
    problems.formUnion(template.problems)
    routines.append(Routine())
    known[key] = index

    let caller = current
    current = RoutineBuilder(
      index: index, scope: scope, markup: template.problems.isEmpty ? key.markup : nil,
      isIndented: key.isIndented)
    compile(
      template.nodes[...], Origin(template: key.template, overrides: key.overrides))
    current.emit(.return)
    routines[index].code = current.code
    routines[index].exitMarkup = current.markup
    routines[index].isComplete = true
    if let call = routines[index].recursion, let before = key.markup,
      let after = current.markup, before.joined(with: after) == nil
    {
      reportUnbalanced(call.tag, before, after, Origin(template: call.template))
    }
    current = caller
    return index
  }

  /// Calls a template about the context of here.
  ///
  /// A tag alone on its line has an `indentation`, if an empty one. Without it the template goes on
  /// in a line that has begun, and none of its lines are indented.
  private mutating func call(
    _ template: Int, _ tag: Tag, indentation: ArraySlice<UInt8>?, overrides: Overrides.ID,
    _ origin: Origin
  ) {
    guard descend(tag, origin) else { return }
    defer { depth -= 1 }
    let arguments = current.scope.visible
    let shapes = arguments.map { current.scope.registers[$0].shape }
    let isIndented = indentation.map { !$0.isEmpty || current.isIndented } ?? false
    let key = Routine.Key(
      template: template, scope: shapes.map(ShapeKey.init), isIndented: isIndented,
      markup: current.markup, overrides: overrides)
    let routine: Int
    if let index = known[key] {
      routine = index
    } else {
      guard expand(tag, origin) else { return }
      routine = compile(key, Scope(shapes))
    }
    let place = Routine.CallPlace(tag: tag, template: origin.template)
    let edge = Routine.Call(
      caller: current.index, callee: routine, descent: current.scope.top.descent)
    if calls[edge] == nil { calls[edge] = place }

    indented(by: indentation ?? []) { compiler in
      let start = UInt32(compiler.program.slots.count)
      compiler.program.slots += arguments.map(UInt32.init)
      compiler.current.emit(
        .call(
          .init(
            routine: UInt32(routine), arguments: start, count: UInt16(arguments.count),
            isInline: indentation == nil)))
    }
    // One that is still being compiled must end where it began, which is checked when it does end.
    if routines[routine].isComplete {
      current.markup = routines[routine].exitMarkup
    } else {
      routines[routine].recursion = place
    }
  }

  private mutating func link() -> Program {
    var starts: [UInt32] = []
    var count = 0
    for routine in routines {
      starts.append(UInt32(count))
      count += routine.code.count
    }
    program.code.reserveCapacity(count)
    for (routine, start) in zip(routines, starts) {
      program.code += routine.code.map { instruction in
        guard case .call(var call) = instruction else {
          return instruction.retargeted { $0 + start }
        }
        call.routine = starts[Int(call.routine)]
        return .call(call)
      }
    }
    return program
  }

  // MARK: Nodes

  private mutating func compile(_ nodes: ArraySlice<Node>, _ origin: Origin) {
    let bytes = library.templates[origin.template].bytes
    for node in nodes {
      switch node {
      case .line(let space):
        if current.isIndented { current.emit(.indent) }
        current.emit(literal: dedented(space, origin), into: &program)
      case .text(let range):
        current.emit(literal: bytes[range], into: &program)
      case .variable(let tag, let isEscaped):
        compileVariable(tag, isEscaped: isEscaped, origin)
      case .section(let tag, let isInverted, let body):
        guard descend(tag, origin) else { return }
        compileSection(tag, isInverted: isInverted, body[...], origin)
        depth -= 1
      case .partial(let tag, let indentation):
        guard let template = find(tag, origin) else { continue }
        call(
          template, tag, indentation: indentation.map { dedented($0, origin) },
          overrides: origin.overrides, origin)
      case .parent(let tag, let fillings, let indentation):
        guard let template = find(tag, origin) else { continue }
        call(
          template, tag, indentation: indentation.map { dedented($0, origin) },
          overrides: fill(fillings, parent: tag, origin), origin)
      case .block(let index):
        compileBlock(index, origin)
      }
    }
  }

  private mutating func compileVariable(_ tag: Tag, isEscaped: Bool, _ origin: Origin) {
    guard let operand = tables.find(tag.name, in: current.scope) else {
      reportUnknown(tag, origin)
      current.markup?.readValue()
      return
    }
    if isChecked { checkVariable(tag, operand, isEscaped: isEscaped, origin) }
    current.markup?.readValue()
    let place = place(of: operand)
    if operand.isLength {
      current.emit(.length(place))
    } else {
      current.emit(isEscaped ? .escaped(place) : .raw(place))
    }
  }

  private mutating func compileSection(
    _ tag: Tag, isInverted: Bool, _ body: ArraySlice<Node>, _ origin: Origin
  ) {
    guard let operand = tables.find(tag.name, in: current.scope) else {
      reportUnknown(tag, origin)
      if isInverted { compile(body, origin) }
      return
    }
    let before = current.markup
    let place = place(of: operand)
    let start = current.code.count
    switch operand.shape {
    case _ where isInverted:
      current.emit(.skipIf(place, target: 0))
      compile(body, origin)
    case .flag,
      _ where operand.isLength:
      current.emit(.skipUnless(place, target: 0))
      compile(body, origin)
    case .list(let element):
      current.emit(.each(place, target: 0))
      current.scope.push(element, from: operand.register, isPart: true)
      compile(body, origin)
      current.scope.pop()
      current.emit(.next(target: UInt32(start + 1)))
    case .text, .html, .url, .object:
      current.emit(.enter(place, target: 0))
      current.scope.push(
        operand.shape, from: operand.register, isPart: !operand.path.isEmpty)
      compile(body, origin)
      current.scope.pop()
      current.emit(.leave)
    }
    current.land(start)
    join(before, tag, origin)
  }

  /// Goes on where both ways meet: through the section and past it.
  private mutating func join(_ before: Markup?, _ tag: Tag, _ origin: Origin) {
    guard let before, let after = current.markup else {
      current.markup = nil
      return
    }
    current.markup = before.joined(with: after)
    if current.markup == nil { reportUnbalanced(tag, before, after, origin) }
  }

  // MARK: Blocks

  /// The fillings that hold in a parent: those of here, then those that its tag brings.
  private mutating func fill(_ indices: [Int], parent: Tag, _ origin: Origin) -> Overrides.ID {
    var fillings: [String: Overrides.Filling] = [:]
    for index in indices {
      let tag = library.templates[origin.template].blocks[index].tag
      blocks.give(tag, to: parent, template: origin.template, block: index)
      if let outer = overrides[tag.name, in: origin.overrides] {
        blocks.use(outer)
        blocks.use(.init(template: origin.template, block: index, overrides: origin.overrides))
      }
      fillings[tag.name] = .init(
        template: origin.template, block: index, overrides: origin.overrides)
    }
    return overrides.extend(origin.overrides, with: fillings)
  }

  private mutating func compileBlock(_ index: Int, _ origin: Origin) {
    let block = library.templates[origin.template].blocks[index]
    blocks.names.insert(block.tag.name)
    guard descend(block.tag, origin) else { return }
    defer { depth -= 1 }
    guard let filling = overrides[block.tag.name, in: origin.overrides] else {
      compile(block.body[...], origin)
      return
    }
    blocks.use(filling)
    guard expand(block.tag, origin) else { return }

    let template = library.templates[filling.template]
    let content = template.blocks[filling.block]
    var inner = Origin(template: filling.template, overrides: filling.overrides)
    if let space = content.indentation { inner.dedent = template.bytes[space] }
    if !template.problems.isEmpty { current.markup = nil }
    let space = block.isStandalone ? block.indentation ?? block.leading : block.leading
    indented(by: dedented(space, origin)) { compiler in
      var body = content.body[...]
      if block.isStandalone {
        if !content.isStandalone, !body.isEmpty, compiler.current.isIndented {
          compiler.current.emit(.indent)
        }
      } else if case .line(let space) = body.first {
        // The line has begun already, where the block stands.
        body.removeFirst()
        compiler.current.emit(
          literal: compiler.dedented(space, inner), into: &compiler.program)
      }
      compiler.compile(body, inner)
    }
  }

  // MARK: Pieces

  private mutating func place(of operand: MemberTables.Operand) -> Instruction.Place {
    var path = UInt32(program.slots.count)
    if operand.path.count == 1 { path = operand.path[0] } else { program.slots += operand.path }
    return Instruction.Place(
      register: UInt16(operand.register), depth: UInt16(operand.path.count), path: path)
  }

  /// White space at the start of a line, without what it lost by moving.
  private func dedented(_ space: Range<Int>, _ origin: Origin) -> ArraySlice<UInt8> {
    let space = library.templates[origin.template].bytes[space]
    return space.dropFirst(zip(space, origin.dedent).prefix(while: ==).count)
  }

  private mutating func indented(
    by indentation: ArraySlice<UInt8>, _ body: (inout Self) -> Void
  ) {
    guard !indentation.isEmpty else { return body(&self) }
    let start = UInt32(program.literals.count)
    program.literals += indentation
    current.emit(
      .pushIndentation(.init(start: start, end: UInt32(program.literals.count))))
    let wasIndented = current.isIndented
    current.isIndented = true
    body(&self)
    current.isIndented = wasIndented
    current.emit(.popIndentation(UInt32(indentation.count)))
  }

  private mutating func find(_ tag: Tag, _ origin: Origin) -> Int? {
    let template = library.indices[tag.name]
    if template == nil { reportMissing(tag, origin) }
    return template
  }

  /// Goes one level down; false, and a problem, where that is too deep.
  private mutating func descend(_ tag: Tag, _ origin: Origin) -> Bool {
    if depth == Self.deepest {
      reportDeep(tag, origin)
      return false
    }
    depth += 1
    return true
  }

  /// Counts what makes the program grow; false, and a problem, where it grows without measure.
  private mutating func expand(_ tag: Tag, _ origin: Origin) -> Bool {
    expansions += 1
    if expansions == Self.largest { reportLarge(tag, origin) }
    return expansions < Self.largest
  }
}
