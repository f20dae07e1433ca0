/// A date that says how exact it is: a profile of EDTF (ISO 8601-2).
///
/// Level 0 (`2023`, `2023-05`, `2023-05-18` and intervals of them); of level 1 the qualifiers `?`, `~` and
/// `%` behind a whole date, `201X`, `2004-XX`, `2004-03-XX`, the interval ends `..` (open) and nothing
/// (unknown), and the seasons 21 to 24; of level 2 `[a..b]`, `[..b]` and `[a..]`, "on some day within".
package struct EDTFDate: Sendable, Hashable {
  enum Shape: UInt8, Sendable {
    /// One date.
    case single
    /// `a/b`: holds throughout.
    case interval
    /// `[a..b]`: happened on some day within.
    case within
  }

  /// An end of an interval or of a range.
  enum End: Sendable, Hashable {
    case point(Point)
    /// `..`: it goes on, or anything up to there is possible.
    case open
    /// Nothing: there is an end, and it is not known.
    case unknown
  }

  let shape: Shape
  let from: End
  /// The same as `from` for one date.
  let to: End

  /// Reads a text in EDTF; the error names the supported way to write what was meant.
  package init(_ text: String) throws(EDTFError) {
    guard let date = EDTFDate(parsing: text.utf8.span) else { throw EDTFError(explaining: text) }
    self = date
  }

  init(shape: Shape, from: End, to: End) {
    self.shape = shape
    self.from = from
    self.to = to
  }
}

extension EDTFDate: CustomStringConvertible {
  /// EDTF, as it is written.
  package var description: String {
    switch shape {
    case .single: "\(from)"
    case .interval: "\(from)/\(to)"
    case .within: "[\(from == .open ? "" : "\(from)")..\(to == .open ? "" : "\(to)")]"
    }
  }
}

extension EDTFDate.End: CustomStringConvertible {
  var description: String {
    switch self {
    case .point(let point): point.description
    case .open: ".."
    case .unknown: ""
    }
  }

  var point: Point? {
    if case .point(let point) = self { point } else { nil }
  }

  var qualifier: Qualifier { point?.qualifier ?? .none }
}
