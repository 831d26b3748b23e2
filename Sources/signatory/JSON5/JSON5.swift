internal import Bytes

/// A value of a JSON5 document (spec.json5.org), with the place where it stands.
struct JSON5: Equatable, Sendable {
  /// One `key: value` of an object.
  struct Member: Equatable, Sendable {
    var key: String
    var place: Place
    var value: JSON5
  }

  indirect enum Content: Equatable, Sendable {
    case null
    case boolean(Bool)
    /// As it is written, so that nothing is lost before somebody asks for a whole number.
    case number(String)
    case string(String)
    case array([JSON5])
    case object([Member])
  }

  var content: Content
  var place: Place

  /// The value as messages show it.
  var description: String {
    switch content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): text
    case .string(let text): "“\(text)”"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// A whole number: decimal or hexadecimal digits, perhaps with a sign.
  var integer: Int? {
    guard case .number(let text) = content else { return nil }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard digits.lowercased().hasPrefix("0x") else { return Int(text) }
    return Int((isNegative ? "-" : "") + digits.dropFirst(2), radix: 16)
  }

  /// What is wrong at a place of a document.
  struct Problem: Error, Equatable {
    var place: Place
    /// The dotted path of the key that it is about; empty for the document as a whole.
    var key: String
    /// What is wrong, and what is allowed.
    var reason: String

    /// `key: what is wrong; what is allowed`.
    var message: String { key.isEmpty ? reason : "\(key): \(reason)" }

    /// `LINE:COLUMN: error: key: what is wrong; what is allowed`.
    var line: String { "\(place.line):\(place.column): error: \(message)" }
  }

  /// `text` as a JSON string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
