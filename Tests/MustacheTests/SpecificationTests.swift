import Foundation
import Testing

@testable import Mustache

/// The published specification of Mustache, from the folder that `MUSTACHE_SPEC` names.
@Suite("The specification of Mustache")
struct SpecificationTests {
  static let modules = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
  ]

  @Test("Renders every case as the specification says", arguments: SpecificationCase.all)
  func renders(_ example: SpecificationCase) throws {
    let files = example.partials.map { TemplateLibrary.File(path: $0, bytes: Array($1.utf8)) }
    let page = TemplateLibrary.File(path: "the page", bytes: Array(example.template.utf8))
    let library = TemplateLibrary(files + [page])
    let data = Inferred(example.data)
    var problems: [Problem] = []
    let template = library.compile(
      "the page", for: data.shape, mode: .lenient, problems: &problems)
    #expect(problems.isEmpty)
    var output: [UInt8] = []
    var tree = ValueTree()
    let value = data.value(of: example.data, in: &tree)
    try #require(template).render(value, of: tree, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == example.expected)
  }

  @Test("Finds the cases, or says that they are not looked for")
  func findsCases() {
    if ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] == nil {
      print("skipped: MUSTACHE_SPEC does not name the folder of the Mustache specification")
    } else {
      for module in Self.modules {
        #expect(SpecificationCase.all.contains { $0.module == module }, "\(module)")
      }
    }
  }
}

struct SpecificationCase: Sendable, CustomTestStringConvertible {
  let module: String
  let name: String
  let data: JSON
  let template: String
  let partials: [String: String]
  let expected: String

  var testDescription: String { "\(module): \(name)" }

  /// None where the variable is not set.
  static let all: [Self] = {
    guard let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] else { return [] }
    return SpecificationTests.modules.flatMap { module -> [Self] in
      let url = URL(filePath: folder).appending(path: "\(module).json")
      guard let data = try? Data(contentsOf: url),
        let file = try? JSONDecoder().decode(File.self, from: data)
      else { return [] }
      return file.tests.map {
        Self(
          module: module, name: $0.name, data: $0.data, template: $0.template,
          partials: $0.partials ?? [:], expected: $0.expected)
      }
    }
  }()

  private struct File: Decodable {
    struct Test: Decodable {
      let name: String
      let data: JSON
      let template: String
      let partials: [String: String]?
      let expected: String
    }
    let tests: [Test]
  }
}

/// Data without types, as the specification has it.
enum JSON: Sendable, Decodable {
  case null
  case flag(Bool)
  /// A string, or a number as it is printed.
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .text(String(integer))
    } else if let number = try? container.decode(Double.self) {
      self = .text(String(number))
    } else if let string = try? container.decode(String.self) {
      self = .text(string)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}

/// The shape that untyped data seems to have. Texts are markup, because any may be put out raw.
indirect enum Inferred: Sendable {
  case unknown
  case text
  case flag
  case list(Inferred)
  case object([String: Inferred])

  init(_ json: JSON) {
    switch json {
    case .null: self = .unknown
    case .flag: self = .flag
    case .text: self = .text
    case .list(let items): self = .list(items.map(Self.init).reduce(.unknown) { $0.merged($1) })
    case .object(let members): self = .object(members.mapValues(Self.init))
    }
  }

  private func merged(_ other: Self) -> Self {
    switch (self, other) {
    case (.unknown, _): other
    case (.list(let a), .list(let b)): .list(a.merged(b))
    case (.object(let a), .object(let b)): .object(a.merging(b) { $0.merged($1) })
    default: self
    }
  }

  var shape: Shape { shape(named: "", [:]) }

  /// A list without items is of the objects that the list of that name around it is of: a tree.
  private func shape(named name: String, _ outer: [String: ObjectShape]) -> Shape {
    switch self {
    case .unknown: outer[name].map(Shape.object) ?? .html
    case .text: .html
    case .flag: .flag
    case .list(let element): .list(element.shape(named: name, outer))
    case .object(let members):
      .object(
        ObjectShape(name) { object in
          let inner = outer.merging([name: object]) { $1 }
          return members.sorted { $0.key < $1.key }.map {
            ObjectShape.Member($0.key, "", $0.value.shape(named: $0.key, inner))
          }
        })
    }
  }

  func value(of json: JSON, in tree: inout ValueTree) -> Value {
    switch (self, json) {
    case (.text, .text(let text)): return tree.html(Array(text.utf8))
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.list(let element), .list(let items)):
      let values = items.map { element.value(of: $0, in: &tree) }
      return tree.list(values)
    case (.object(let shapes), .object(let members)):
      let values = shapes.sorted { $0.key < $1.key }.map { name, shape in
        members[name].map { shape.value(of: $0, in: &tree) } ?? .absent
      }
      return tree.object(values)
    default: return .absent
    }
  }
}
