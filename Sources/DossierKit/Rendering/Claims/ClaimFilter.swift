/// Which claims a list shows: those of one status, of one confidence, of both, or all.
struct ClaimFilter: Sendable, Hashable {
  /// How sure a claim is, and that nobody has said so.
  enum Certainty: Sendable, Hashable, CaseIterable {
    case confirmed, likely, possible, doubtful, notStated

    init(_ confidence: Confidence?) {
      self =
        switch confidence {
        case .confirmed: .confirmed
        case .likely: .likely
        case .possible: .possible
        case .doubtful: .doubtful
        case nil: .notStated
        }
    }

    var slug: String { self == .notStated ? "not-stated" : label }
    var label: String { self == .notStated ? "not stated" : "\(self)" }
  }

  var status: FactStatus?
  var certainty: Certainty?

  /// Those that a claim can have.
  static let statuses: [FactStatus] = [.accepted, .disputed, .rejected]

  /// All that a list can be made for, the whole first.
  static let all: [ClaimFilter] = ([nil] + statuses).flatMap { status in
    ([nil] + Certainty.allCases).map { ClaimFilter(status: status, certainty: $0) }
  }

  /// Those whose lists a claim stands in.
  static func filters(of claim: Claim) -> [ClaimFilter] {
    let (status, certainty) = (claim.status, Certainty(claim.confidence))
    return [
      ClaimFilter(), ClaimFilter(status: status), ClaimFilter(certainty: certainty),
      ClaimFilter(status: status, certainty: certainty),
    ]
  }

  /// The part of the address: `disputed-likely`; empty of all claims.
  var slug: String {
    [status?.rawValue, certainty?.slug].compactMap(\.self).joined(separator: "-")
  }

  /// `disputed, likely`; nil of all claims.
  var label: String? {
    let parts = [
      status?.claimLabel, certainty == .notStated ? "confidence not stated" : certainty?.label,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension FactStatus {
  /// What a status says of a claim. To have it here is not to accept what was said.
  var claimLabel: String { self == .accepted ? "no dispute recorded" : rawValue }
}
