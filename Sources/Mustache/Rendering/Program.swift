/// A compiled template: instructions and the two buffers they refer to.
struct Program: Sendable {
  /// Begins with the routine of the page; each routine ends with `return`.
  var code: [Instruction] = []
  var literals: [UInt8] = []
  /// Paths of places, and the registers that calls hand on.
  var slots: [UInt32] = []
}
