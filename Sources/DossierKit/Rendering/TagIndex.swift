/// The tags of the dossier, and what bears them.
package struct TagIndex: Sendable {
  package struct Tag: Sendable {
    /// As most of its bearers write it.
    package let label: String
    package let slug: String
    package let records: [RecordID]
    /// Whether robots may be shown its page: somebody bears it who does not ask them to stay away.
    let isListed: Bool
  }

  /// Sorted by slug.
  package let tags: [Tag]
  /// Of every label that is in use.
  let slugs: [String: String]
  /// Different tags that want one page.
  let conflicts: [Diagnostic]

  init(_ model: SiteModel) {
    var seen: [String: (spelling: String, label: String, location: Location)] = [:]
    var conflicts: [Diagnostic] = []
    var slugs: [String: String] = [:]
    var bySlug: [String: (labels: [String: Int], records: [RecordID])] = [:]
    for id in model.ids {
      for (label, location) in model[id].placedTags {
        let known = slugs[label]
        let slug = known ?? Self.slug(label)
        guard !slug.isEmpty else { continue }
        if known == nil {
          slugs[label] = slug
          let spelling = Self.spelling(label)
          if let first = seen[slug], first.spelling != spelling {
            conflicts.append(
              .sharedPage(of: label, at: location, and: first.label, at: first.location, slug))
          } else {
            seen[slug] = (spelling, label, location)
          }
        }
        bySlug[slug, default: ([:], [])].labels[label, default: 0] += 1
        if bySlug[slug]?.records.last != id { bySlug[slug]?.records.append(id) }
      }
    }
    self.slugs = slugs
    self.conflicts = conflicts
    tags = bySlug.sorted { $0.key < $1.key }.map { slug, tag in
      let label = tag.labels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? slug
      return Tag(
        label: label, slug: slug, records: tag.records,
        isListed: tag.records.contains { model[$0].visibility == .public })
    }
  }

  /// The part of an address that a tag is found under: lower-case letters and digits of any script, with hyphens.
  static func slug(_ label: String) -> String {
    var slug = ""
    var followsLatin = false
    for scalar in decomposed(label).unicodeScalars {
      let properties = scalar.properties
      // Marks on Latin letters go; those of other scripts tell letters apart.
      if properties.generalCategory == .nonspacingMark, followsLatin { continue }
      followsLatin = scalar.isASCII
      if properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
      {
        slug += properties.lowercaseMapping
      } else if !slug.isEmpty, slug.utf8.last != UInt8(ascii: "-") {
        slug += "-"
      }
      if slug.utf8.count >= 64 { break }
    }
    while slug.utf8.last == UInt8(ascii: "-") { slug.removeLast() }
    return composed(slug)
  }
}

extension TagIndex {
  /// Whether a tag has anything that an address can hold: whether ``slug(_:)`` gives any.
  static func hasSlug(_ label: String) -> Bool {
    label.utf8.contains { $0.isASCIILetterOrDigit } || !slug(label).isEmpty
  }

  /// What makes it another tag: case, accents, and whether words are divided by spaces, `-` or `_` do not.
  private static func spelling(_ label: String) -> String {
    var result = ""
    var followsLatin = false
    for scalar in decomposed(label).unicodeScalars {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark, followsLatin { continue }
      followsLatin = scalar.isASCII
      if properties.isWhitespace || scalar == "-" || scalar == "_" {
        if !result.isEmpty, result.utf8.last != UInt8(ascii: "-") { result += "-" }
      } else {
        result += properties.lowercaseMapping
      }
    }
    while result.utf8.last == UInt8(ascii: "-") { result.removeLast() }
    return composed(result)
  }
}

extension Record {
  var tagLabels: [String] { placedTags.map(\.label) }

  fileprivate var placedTags: [(label: String, location: Location)] {
    standing(CommonField.tags).compactMap { fact in
      guard case .text(let label) = fact.value else { return nil }
      return (label, fact.location)
    }
  }
}

extension Diagnostic {
  fileprivate static func sharedPage(
    of label: String, at location: Location, and other: String, at first: Location, _ slug: String
  ) -> Diagnostic {
    Diagnostic(
      .addressConflict,
      "the tags '\(label.shortened)' and '\(other.shortened)' want the address '/\(Addresses.address(ofTag: slug))'",
      at: location, notes: [Note("the other is this one", at: first)],
      help: "tell them apart by letters or digits, or write both in one way")
  }
}
