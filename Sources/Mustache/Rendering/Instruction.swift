/// One step of a compiled template.
///
/// Contexts lie in registers: 0 is what the routine was called with first, a section adds one.
/// Targets are indices into the program.
enum Instruction: Sendable {
  /// Where a value is: a register, and the slots that lead from it.
  ///
  /// `path` is the slot itself where there is one, as nearly always, and else the start of the run.
  struct Place: Sendable {
    var register: UInt16
    var depth: UInt16
    var path: UInt32
  }

  /// A run of the program's literal bytes.
  struct Literal: Sendable {
    var start: UInt32
    var end: UInt32
  }

  /// A routine to run with some of the registers as its own.
  struct Call: Sendable {
    var routine: UInt32
    /// Where in the slots the registers are listed.
    var arguments: UInt32
    var count: UInt16
    /// The routine goes on in a line that has begun: the indentation of here does not reach it.
    var isInline: Bool
  }

  case literal(Literal)
  /// A text or address, escaped.
  case escaped(Place)
  /// Text or markup as it is.
  case raw(Place)
  /// The number of a list's items.
  case length(Place)

  /// Goes on at `target` unless the value is truthy.
  case skipUnless(Place, target: UInt32)
  /// Goes on at `target` if the value is truthy.
  case skipIf(Place, target: UInt32)
  /// Makes the value a register, or goes on at `target` where it is falsy.
  case enter(Place, target: UInt32)
  /// Drops the last register.
  case leave
  /// Makes the first item a register, or goes on at `target` where there is none.
  case each(Place, target: UInt32)
  /// Puts the next item in the register and goes back to `target`, or drops it after the last.
  case next(target: UInt32)

  /// Puts out the indentation that partials and blocks have added up.
  case indent
  case pushIndentation(Literal)
  case popIndentation(UInt32)

  case call(Call)
  case `return`
}
