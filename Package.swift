// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 language mode, strict memory safety, and imports that say who sees them.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Leaf first: a target may import only what stands above it, and of that only what it names.
let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .library(name: "DossierKit", targets: ["DossierKit"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions. Only the executable sees it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // libcmark, the reference CommonMark parser.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // libyaml, the reference YAML 1.1 parser.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    // Bytes to a flat tape of events. The only code that touches libcmark.
    .target(name: "Markdown", dependencies: ["CCMark"], swiftSettings: strict),
    // Bytes to a tree of nodes with byte ranges. The only code that touches libyaml.
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: strict),
    // Dates that say how exact they are. Depends on nothing.
    .target(name: "EDTF", swiftSettings: strict),
    // Templates checked against shapes. Knows nothing of dossiers.
    .target(name: "Mustache", swiftSettings: strict),

    // Writes the files of `templates/` into Swift source, so that the executable carries them.
    .executableTarget(name: "EmbedTheme", swiftSettings: strict),
    .plugin(
      name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["EmbedTheme"],
      path: "Sources/EmbedThemePlugin"),

    // The pipeline. Pure: no terminal, no socket, no exit.
    .target(
      name: "DossierKit", dependencies: ["Markdown", "YAML", "EDTF", "Mustache"],
      swiftSettings: strict, plugins: ["EmbedThemePlugin"]),

    // Arguments, printing, exit codes.
    .executableTarget(
      name: "dossier",
      dependencies: [
        "DossierKit", "EDTF", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
    .testTarget(name: "EDTFTests", dependencies: ["EDTF"], swiftSettings: strict),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"], swiftSettings: strict),
    .testTarget(
      name: "DossierKitTests", dependencies: ["DossierKit"],
      exclude: ["Golden/Kinds", "Golden/Talks", "Golden/theme"],
      swiftSettings: strict),
    .testTarget(name: "DossierTests", dependencies: ["dossier"], swiftSettings: strict),
  ]
)
