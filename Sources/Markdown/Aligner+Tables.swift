// A table's cells come as headings, one line each; the rows around them are put back here.
extension Aligner {
  mutating func enterCell(_ index: Int) {
    let cell = feed.cells[index]
    if cell.row == 0, cell.column == 0 {
      closeTable()
      enterPart(.table, cell.tableRange)
      enterPart(.tableHead, cell.rowRange)
    }
    if cell.column == 0 {
      if cell.row == 1 { enterPart(.tableBody, cell.rowRange) }
      enterPart(.tableRow, cell.rowRange)
    }
    enter(
      .tableCell, cell.range, number: Event.cellNumber(cell.alignment, header: cell.row == 0))
    currentCell = cell
  }

  /// Call when the cell's own event is left.
  mutating func leaveCell() {
    guard let cell = currentCell else { return }
    currentCell = nil
    isInCell = false
    if cell.isLastInRow { leavePart(at: cell.rowRange.upperBound) }
    if cell.isLastInRow, cell.row == 0 { leavePart(at: cell.rowRange.upperBound) }
    if cell.isLastInTable { closeTable() }
  }

  /// Leaves what of a table is open.
  mutating func closeTable() {
    while openTableParts > 0 { leavePart() }
  }

  private mutating func enterPart(_ kind: Event.Kind, _ range: Range<UInt32>) {
    openTableParts += 1
    enter(kind, range)
  }

  private mutating func leavePart(at end: UInt32 = 0) {
    openTableParts -= 1
    leave(at: end)
  }
}
