import Testing

@testable import DossierKit

/// Whatever was there before, what stands there after a build is the site, as if built from nothing.
@Suite struct EditedSiteTests {
  @Test("equals a clean build after any edit", arguments: 0..<20 as Range<UInt64>)
  func equalsCleanBuild(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let fileSystem = FileSystem.memory(["/d/content/site.yaml": []])
    for _ in 0..<12 {
      var site: TestSite = [:]
      // Paths that are never both a file and a folder, but are now one and now the other.
      for name in ["a", "b", "c", "d", "e", "f"] {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: site[name] = "\(Int.random(in: 0..<3, using: &random))"
        case 1: site["\(name)/index.html"] = "\(Int.random(in: 0..<3, using: &random))"
        case 2:
          site["\(name)/x/y"] = "1"
          site["\(name)/x/z"] = "\(Int.random(in: 0..<3, using: &random))"
        case 3: site["x/\(name)/y"] = "1"
        default: break
        }
      }
      try write(site, with: fileSystem, writers: Int.random(in: 1...3, using: &random))
      #expect(try contents(of: "/d/public", in: fileSystem) == site)
      #expect(try write(site, with: fileSystem) == .init(unchanged: site.count))
    }
  }
}

/// Small, seeded, and the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
