/// Where every page stands: addresses below the dossier's own, ending in `/`; empty for the first page.
package struct Addresses: Sendable {
  /// By ``RecordID``.
  package let records: [String]

  init(_ model: SiteModel) {
    records = model.records.map { record in
      let kind = model.schema.kinds[record.kind]
      return Self.address(of: record.id, kind: kind)
    }
  }

  package subscript(id: RecordID) -> String { records[Int(id.index)] }

  static func address(of id: String, kind: Kind) -> String {
    kind.role == .page ? "\(id)/" : "\(kind.plural)/\(id)/"
  }

  static func address(of kind: Kind) -> String { "\(kind.plural)/" }
  static let tags = "tags/"
  static let claims = "claims/"
  static let corrections = "corrections/"

  /// - Parameter part: Of a list that takes several pages, which one, from 0.
  static func address(of filter: ClaimFilter, part: Int) -> String {
    let list = filter.slug.isEmpty ? claims : "\(claims)\(filter.slug)/"
    return part == 0 ? list : "\(list)page-\(part + 1)/"
  }

  static func address(ofTag slug: String) -> String { "tags/\(slug)/" }
}

/// What a link to a record says, and where it leads.
///
/// A page links to many records and needs no more than this of most. Side by side it is found with one look at memory
/// that is cold in a large dossier, and in the record itself with five.
struct Signpost: Sendable {
  let label: String
  /// Nil of what was removed.
  let address: String?

  init(_ record: ResolvedRecord, at address: String) {
    let isRemoved = record.visibility == .redacted
    label = isRemoved ? "removed" : record.name
    self.address = isRemoved ? nil : address
  }
}

/// Writes links as seen from one page, so that the same files work at any address and from a disk.
struct PageLinks: Sendable {
  /// Leads from the page to the top: `../../`; empty on the first page.
  let root: String
  /// Whether links name `index.html`, for opening without a server.
  let isPortable: Bool

  /// - Parameter address: The page's own, as ``Addresses`` has it.
  init(from address: String, isPortable: Bool) {
    let depth = address.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
    self.root = String(repeating: "../", count: depth)
    self.isPortable = isPortable
  }

  /// Links that begin at the server's root, for the page that is shown at every address.
  init(absolute root: String, isPortable: Bool) {
    self.root = root
    self.isPortable = isPortable
  }

  /// A page, perhaps a spot in it.
  func page(_ address: String, fragment: String? = nil) -> String {
    if fragment == nil, !isPortable {
      // The first page, from itself.
      return root.isEmpty && address.isEmpty ? "./" : root + address
    }
    var link = root
    link.reserveCapacity(root.utf8.count + address.utf8.count + 16 + (fragment?.utf8.count ?? 0))
    link += address
    if isPortable { link += "index.html" }
    if let fragment {
      link += "#"
      link += fragment
    } else if link.isEmpty {
      // The first page, from itself.
      link = "./"
    }
    return link
  }

  /// A file that is no page.
  func file(_ path: String) -> String { root + path.percentEncoded }
}

extension Mention {
  /// The id of the spot on the page that mentions: `milex-2023_2`. No heading's id holds an underscore.
  func anchor(of target: String) -> String { target + "_" + String(number) }

  /// The id of an annotation's span, whatever it is about.
  static func anchor(ofAnnotation index: Int) -> String { "_a\(index + 1)" }
}

extension String {
  /// A path with what an address cannot hold as `%20` and its like.
  var percentEncoded: String {
    var result: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.append(byte)
      case _ where byte.isASCIILetterOrDigit: result.append(byte)
      default:
        result.append(UInt8(ascii: "%"))
        result.append(Self.hexadecimalDigits[Int(byte >> 4)])
        result.append(Self.hexadecimalDigits[Int(byte & 15)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
}
