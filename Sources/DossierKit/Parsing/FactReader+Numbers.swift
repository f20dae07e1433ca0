import YAML

// Numbers, and the positions that are two of them.
extension FactReader {
  /// - Parameter unit: What it is counted in, where a word beside the number would change what it says.
  mutating func number(_ node: Node, named name: String, in unit: String? = nil) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    if text.isDecimal { return text }
    let bare = text.soleNumber.flatMap {
      unit == nil || $0.utf8.count == text.utf8.count ? $0 : nil
    }
    findings.report(
      .invalidNumber, "'\(text)' is not a number", at: node.range,
      help: bare.map { "write '\($0)'" }
        ?? "write digits\(unit.map { ", in \($0)" } ?? ""), with a point before decimals")
    return nil
  }

  mutating func geo(_ node: Node, named name: String) -> GeoPoint? {
    // No numbers that could be taken over as they are, and put a place where it is not.
    let example = "write '{lat: …, lon: …}', both in decimal degrees"
    guard case .mapping(let pairs) = node.value else {
      findings.report(
        .invalidPosition, "'\(name)' is a position, and this is \(node.described)", at: node.range,
        help: node.pair.map { "write '{lat: \($0.0), lon: \($0.1)}'" } ?? example)
      return nil
    }
    reportUnknown(in: pairs, among: ["lat", "lon", "precision"])
    let parts = ["lat", "lon"].map { key in node[key].flatMap { $0.isEmpty ? nil : $0 } }
    for (key, part) in zip(["lat", "lon"], parts) where part == nil {
      findings.report(
        .invalidPosition, "'\(name)' is a position, and needs '\(key)'", at: node.range,
        help: example)
    }
    let latitude = parts[0].flatMap { number($0, named: "lat", in: "decimal degrees") }
    let longitude = parts[1].flatMap { number($0, named: "lon", in: "decimal degrees") }
    guard let lat = parts[0], let lon = parts[1], let latitude, let longitude else { return nil }
    for (text, limit, node) in [(latitude, 90.0, lat), (longitude, 180.0, lon)] {
      guard let degrees = Double(text), abs(degrees) <= limit else {
        findings.report(
          .invalidPosition, "'\(text)' is not between -\(Int(limit)) and \(Int(limit)) degrees",
          at: node.range, help: "latitude comes first, longitude second")
        return nil
      }
    }
    let precision = node["precision"].flatMap { number($0, named: "precision", in: "metres") }
    if let precision, precision.hasPrefix("-") {
      findings.report(
        .invalidPosition,
        "'precision' is a distance in metres, and '\(precision)' is less than none",
        at: node["precision"]?.range ?? node.range)
      return nil
    }
    return GeoPoint(latitude: latitude, longitude: longitude, precision: precision)
  }
}

extension Node {
  /// Two numbers in one text, as maps show them.
  fileprivate var pair: (String, String)? {
    let parts = (text ?? "").split(separator: ",").map { $0.trimmed }
    guard parts.count == 2, parts.allSatisfy(\.isDecimal) else { return nil }
    return (parts[0], parts[1])
  }
}

extension String {
  /// The one number in a text, with a point before decimals; nil if there are several, or it can be read in two ways.
  fileprivate var soleNumber: String? {
    let runs = split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "-")) }
    guard runs.count == 1 else { return nil }
    let parts = runs[0].split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    let isDecimal = parts.count == 2 && !runs[0].contains(".") && !isGrouped
    let number = parts.joined(separator: isDecimal ? "." : "")
    return (isGrouped || isDecimal) && number.isDecimal ? number : nil
  }
}
