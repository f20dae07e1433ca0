import Testing

@testable import DossierKit

@Suite struct FingerprintTests {
  @Test func tellsEveryChangeOfOneBitApart() {
    for count in [1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      var seen = [Fingerprint(bytes).hexadecimal]
      for bit in 0..<count * 8 {
        var changed = bytes
        changed[bit / 8] ^= 1 << (bit % 8)
        seen.append(Fingerprint(changed).hexadecimal)
      }
      #expect(Set(seen).count == seen.count)
    }
  }

  @Test func tellsLengthsOfZerosApart() {
    let seen = (0..<200).map { Fingerprint([UInt8](repeating: 0, count: $0)).hexadecimal }
    #expect(Set(seen).count == seen.count)
    #expect(Set(seen.map { $0.prefix(16) }).count == seen.count)
    #expect(Set(seen.map { $0.suffix(16) }).count == seen.count)
  }

  @Test func staysWhatItIs() {
    // Kept on disk: changing it makes every page be written anew.
    #expect(Fingerprint(Array("dossier".utf8)).hexadecimal == "df9582d3412c961ff7bf9e9cd0630ace")
  }

  @Test func keepsAManifest() throws {
    var manifest = Manifest(output: "/a\nb\\n")
    for (index, path) in ["a/b c/d.html", "é", "z"].enumerated() {
      manifest.records.append(
        OutputRecord(
          path: try #require(OutputPath(path)), fingerprint: Fingerprint(Array(path.utf8)),
          size: Int64(index), modified: -5))
    }
    #expect(Manifest(manifest.bytes, output: "/a\nb\\n") == manifest)
    #expect(Manifest(manifest.bytes, output: "/other") == nil)
    for index in manifest.bytes.indices {
      var damaged = manifest.bytes
      damaged[index] ^= 1
      #expect(Manifest(damaged, output: "/a\nb\\n") == nil)
      #expect(Manifest(Array(manifest.bytes[..<index]), output: "/a\nb\\n") == nil)
    }
  }
}
