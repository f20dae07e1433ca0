/// One JSON object, written as its members come in. Whoever adds a key twice gets it twice.
struct JSONObject {
  private var members = ""

  var text: String { "{\(members)}" }

  mutating func add(_ key: String, _ value: Int) { add(key, literal: "\(value)") }

  mutating func add(_ key: String, _ value: String) {
    add(key, literal: Self.quoted(value))
  }

  mutating func add(_ key: String, _ value: Bool) { add(key, literal: "\(value)") }

  mutating func add(_ key: String, _ value: JSONObject) { add(key, literal: value.text) }

  mutating func add(_ key: String, _ values: [JSONObject]) {
    add(key, literal: "[\(values.map(\.text).joined(separator: ","))]")
  }

  private mutating func add(_ key: String, literal: String) {
    if !members.isEmpty { members += "," }
    members += "\(Self.quoted(key)):\(literal)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // More than JSON asks for: these lines may end up on a terminal too.
      default:
        if scalar.escape == nil {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in scalar.utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        }
      }
    }
    return result + "\""
  }
}
