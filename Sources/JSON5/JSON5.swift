/// JSON5: commented JSON (spec.json5.org), read strictly, with the place of every value and
/// mistake.
///
/// `JSON5Reader` is the grammar; `JSON5+Decode` gets typed values out, or says what is allowed.

package import Bytes

/// A value of a JSON5 document (spec.json5.org), with the place where it stands.
package struct JSON5: Equatable, Sendable {
  /// One `key: value` of an object.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var place: Place
    package var value: JSON5
  }

  package indirect enum Payload: Equatable, Sendable {
    case null
    case boolean(Bool)
    /// As it is written, so that nothing is lost before somebody asks for a whole number.
    case number(String)
    case string(String)
    case array([JSON5])
    case object([Member])
  }

  package var content: Payload
  package var place: Place

  /// The value as messages show it.
  package var description: String {
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
  package var integer: Int? {
    guard case .number(let text) = content else { return nil }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard digits.lowercased().hasPrefix("0x") else { return Int(text) }
    return Int((isNegative ? "-" : "") + digits.dropFirst(2), radix: 16)
  }

  /// What is wrong at a place of a document.
  package struct DocumentError: Error, Equatable {
    package var place: Place
    /// The dotted path of the key that it is about; empty for the document as a whole.
    package var key: String
    /// What is wrong, and what is allowed.
    package var reason: String

    package init(place: Place, key: String, reason: String) {
      self.place = place
      self.key = key
      self.reason = reason
    }

    /// `key: what is wrong; what is allowed`.
    package var message: String { key.isEmpty ? reason : "\(key): \(reason)" }

    /// `LINE:COLUMN: error: key: what is wrong; what is allowed`.
    package var line: String { "\(place.line):\(place.column): error: \(message)" }
  }

  /// `text` as a JSON string.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
