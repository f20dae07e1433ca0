/// Where each record is mentioned: one counting sort over all mentions.
package struct BacklinkIndex: Sendable {
  package struct Entry: Sendable, Hashable {
    package let source: RecordID
    /// The index in ``LinkGraph/mentions`` of the source.
    package let mention: UInt32
  }

  private let entries: [Entry]
  /// Where the entries of each record begin; one more than there are records.
  private let starts: [UInt32]

  /// - Parameter sources: The records whose texts mention others, in the order in which readers see them.
  init(_ mentions: [[Mention]], in sources: [RecordID]) {
    var starts = [UInt32](repeating: 0, count: mentions.count + 1)
    for source in sources {
      for mention in mentions[Int(source.index)] { starts[Int(mention.target.index) + 1] += 1 }
    }
    for index in mentions.indices { starts[index + 1] += starts[index] }
    let none = Entry(source: RecordID(0), mention: 0)
    var entries = [Entry](repeating: none, count: Int(starts[mentions.count]))
    var next = starts
    for source in sources {
      for (index, mention) in mentions[Int(source.index)].enumerated() {
        entries[Int(next[Int(mention.target.index)])] = Entry(
          source: source, mention: UInt32(index))
        next[Int(mention.target.index)] += 1
      }
    }
    self.entries = entries
    self.starts = starts
  }

  /// Grouped by source, the newest article first; those of one source in the order of its text.
  package subscript(id: RecordID) -> ArraySlice<Entry> {
    entries[Int(starts[Int(id.index)])..<Int(starts[Int(id.index) + 1])]
  }

  /// How many there are in all.
  package var count: Int { entries.count }
}
