/// The tags of the dossier, and what bears them.
package struct TagIndex: Sendable {
  package struct Tag: Sendable {
    /// As most of its bearers write it.
    package let label: String
    package let slug: String
    package let records: [RecordID]
  }

  /// Sorted by slug.
  package let tags: [Tag]
  /// Of every label that is in use; empty where nothing is left of it.
  let slugs: [String: String]

  init(_ model: SiteModel) {
    var slugs: [String: String] = [:]
    var bySlug: [String: (labels: [String: Int], records: [RecordID])] = [:]
    for id in model.ids {
      for label in model[id].tagLabels {
        let slug = slugs[label] ?? Self.slug(label)
        slugs[label] = slug
        guard !slug.isEmpty else { continue }
        bySlug[slug, default: ([:], [])].labels[label, default: 0] += 1
        if bySlug[slug]?.records.last != id { bySlug[slug]?.records.append(id) }
      }
    }
    self.slugs = slugs
    tags = bySlug.sorted { $0.key < $1.key }.map { slug, tag in
      let label = tag.labels.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? slug
      return Tag(label: label, slug: slug, records: tag.records)
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

extension Record {
  var tagLabels: [String] {
    standing(CommonField.tags).compactMap { fact in
      guard case .text(let label) = fact.value else { return nil }
      return label
    }
  }
}
