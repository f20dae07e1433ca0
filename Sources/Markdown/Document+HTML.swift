extension Document {
  /// Appends the HTML of the events in `range`, or of all; footnote definitions are left out of the whole.
  ///
  /// - Parameters:
  ///   - overlays: sorted by start, not overlapping.
  ///   - unwrapped: leaves out the `<p>` where the events are a single paragraph.
  package func renderHTML(
    events range: Range<Int>? = nil, overlays: [Overlay] = [], unwrapped: Bool = false,
    delegate: inout some HTMLDelegate, into buffer: inout [UInt8]
  ) {
  }
}
