/// Two entities of one kind with a name in the same words, in whatever order, may be one.
///
/// Words are compared as those of texts are, hyphens taken for spaces. Misspelled and weak names do not count.
/// `different_from` on either of the two says that they are two.
enum PossibleDuplicate {
  /// How many bearers of one name are compared with the next. Nobody looks at more.
  private static let limit = 16

  @Sendable static func check(_ site: LintedSite) -> [Diagnostic] {
    let model = site.model
    var diagnostics: [Diagnostic] = []
    for kind in model.kinds.indices
    where model.schema.kinds[kind].role == .entity && model.schema.kinds[kind].nameKey == "name" {
      var bearers: [String: [Bearer]] = [:]
      for id in model.kinds[kind].map({ RecordID($0) }) where model[id].visibility != .redacted {
        var reported: Set<RecordID> = []
        for (key, bearer) in names(of: id, model[id]) {
          let others = bearers[key] ?? []
          if let other = others.first(where: { !model.tellsApart($0.id, id) }),
            reported.insert(other.id).inserted
          {
            diagnostics.append(.alike(bearer, other, model[other.id], model[id]))
          }
          if others.count < limit { bearers[key, default: []].append(bearer) }
        }
      }
    }
    return diagnostics
  }

  /// A record by one of its names.
  fileprivate struct Bearer {
    let id: RecordID
    let name: String
    let location: Location
  }

  /// Each name of a record, by the words in it; of several in the same words, the first.
  private static func names(
    of id: RecordID, _ record: ResolvedRecord
  ) -> [(key: String, bearer: Bearer)] {
    var keys: Set<String> = []
    let own = Bearer(id: id, name: record.name, location: record.nameLocation)
    let others = record.nameForms.filter { $0.type != "misspelling" && $0.type != "weak" }
      .map { Bearer(id: id, name: $0.text, location: $0.location) }
    return ([own] + others).compactMap { bearer in
      let words = foldedName(bearer.name).utf8.split { $0 < 0x80 && !$0.isASCIILetterOrDigit }
      let key = words.map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: " ")
      return key.isEmpty || !keys.insert(key).inserted ? nil : (key, bearer)
    }
  }
}

extension SiteModel {
  /// Whether one of two records says that it is not the other.
  fileprivate func tellsApart(_ a: RecordID, _ b: RecordID) -> Bool {
    [(a, b), (b, a)].contains { one, other in
      self[one].standing(CommonField.differentFrom).contains { fact in
        if case .reference(let target) = fact.value { target == other } else { false }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func alike(
    _ bearer: PossibleDuplicate.Bearer, _ other: PossibleDuplicate.Bearer,
    _ first: ResolvedRecord, _ second: ResolvedRecord
  ) -> Diagnostic {
    let names =
      bearer.name == other.name
      ? "'\(bearer.name.shortened)'"
      : "'\(bearer.name.shortened)' and '\(other.name.shortened)'"
    return Diagnostic(
      .possibleDuplicate,
      "'\(second.id)' may be '\(first.id)': \(names) \(bearer.name == other.name ? "is a name of both" : "are the same words")",
      at: bearer.location,
      notes: [Note("the name of '\(first.id)' is given here", at: other.location)],
      help: "make one of them, with 'formerly: [\(second.id)]', or write"
        + " 'different_from: [\(first.id)]' if they are two")
  }
}
