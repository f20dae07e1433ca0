package import Markdown

/// The published dossier: every reference leads somewhere, and what is not published is not here.
package final class SiteModel: Sendable {
  package let settings: SiteSettings
  package let schema: Schema
  /// Sorted by kind, then by id.
  package let records: [ResolvedRecord]
  /// The records of each kind; ``KindID`` is the index.
  package let kinds: [Range<Int>]
  /// What the fields of others say of each record.
  package let inverses: InverseIndex
  /// Which sources others go back to.
  package let origins: SourceGraph
  /// Where facts cite each source.
  package let citations: CitationIndex
  /// Media files that pages may show, by path below `content/media/`.
  package let media: Set<String>
  /// Media files that are not copied, since only unpublished matter shows them.
  package let withheldMedia: Set<String>
  /// Media files that nothing names, published or not.
  let unnamedMedia: Set<String>
  /// The paths of the source files, by ``FileID``, for links to where they are edited.
  package let paths: [String]

  init(
    settings: SiteSettings, schema: Schema, records: [ResolvedRecord], kinds: [Range<Int>],
    inverses: InverseIndex, origins: SourceGraph, media: Set<String>, withheldMedia: Set<String>,
    unnamedMedia: Set<String>, paths: [String]
  ) {
    self.settings = settings
    self.schema = schema
    self.records = records
    self.kinds = kinds
    self.inverses = inverses
    self.origins = origins
    citations = CitationIndex(
      records, schema: schema, sources: schema.kind(named: "source").map { kinds[$0] } ?? 0..<0,
      origins: origins)
    self.media = media
    self.withheldMedia = withheldMedia
    self.unnamedMedia = unnamedMedia
    self.paths = paths
  }

  package subscript(id: RecordID) -> ResolvedRecord { records[Int(id.index)] }
  package var ids: [RecordID] { records.indices.map { RecordID($0) } }
  package func kind(of id: RecordID) -> Kind { schema.kinds[self[id].kind] }
}

package typealias ResolvedRecord = Record<Resolved>

/// The place of a record in ``SiteModel/records``.
package struct RecordID: Sendable, Hashable, Comparable {
  package let index: UInt32

  package init(_ index: Int) { self.index = UInt32(index) }
  package static func < (a: RecordID, b: RecordID) -> Bool { a.index < b.index }
}

/// A parsed text whose links have been followed.
package final class LinkedText: Sendable {
  package let document: Document
  /// Where each of the document's links and images leads, by their index.
  package let links: [LinkDestination]
  package let wikiLinks: [LinkDestination]
  /// The source of each of the document's citation items; nil if it is not published.
  package let citations: [RecordID?]
  /// As it was written, which knows where its bytes lie in the file.
  let origin: MarkdownText?

  init(
    document: Document, links: [LinkDestination], wikiLinks: [LinkDestination],
    citations: [RecordID?], origin: MarkdownText?
  ) {
    self.origin = origin
    self.document = document
    self.links = links
    self.wikiLinks = wikiLinks
    self.citations = citations
  }
}

/// Where a link in a text leads.
package enum LinkDestination: Sendable, Hashable {
  case record(RecordID, claim: String?, fragment: String?)
  /// A file below `content/media/`.
  case media(String)
  /// An address as its author wrote it.
  case address(String)
  /// Nowhere: what it leads to is not published, and its words stay.
  case plain
  /// Nowhere: what it led to was removed, and it has no words of its own.
  case removed
}

/// What the fields of other records say of each one: one counting sort over all references.
package struct InverseIndex: Sendable {
  /// One reference, seen from its target.
  package struct Entry: Sendable {
    package let source: RecordID
    /// Which fact: the field's index in the source's kind, and the fact's in the field.
    package let field: UInt32
    package let fact: UInt32
    /// Of a group, the field in it that refers.
    package let inner: UInt32?
  }

  private let entries: [Entry]
  /// Where the entries of each record begin; one more than there are records.
  private let starts: [UInt32]

  init(_ references: [(target: RecordID, entry: Entry)], records: Int) {
    var starts = [UInt32](repeating: 0, count: records + 1)
    for reference in references { starts[Int(reference.target.index) + 1] += 1 }
    for index in 0..<records { starts[index + 1] += starts[index] }
    var next = starts
    var order = [Int](repeating: 0, count: references.count)
    for (index, reference) in references.enumerated() {
      order[Int(next[Int(reference.target.index)])] = index
      next[Int(reference.target.index)] += 1
    }
    self.entries = order.map { references[$0].entry }
    self.starts = starts
  }

  /// In the order of their sources.
  package var count: Int { entries.count }

  package subscript(id: RecordID) -> ArraySlice<Entry> {
    entries[Int(starts[Int(id.index)])..<Int(starts[Int(id.index) + 1])]
  }
}
