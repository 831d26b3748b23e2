package import JSON5

extension JSON5 {
  /// The value without places, as a document; numbers as they were written.
  package var written: String {
    switch content {
    case .string(let text): JSON5.quoted(text)
    case .array(let elements): "[" + elements.map(\.written).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(JSON5.quoted($0.key)):\($0.value.written)" }.joined(separator: ",")
        + "}"
    case .number, .null, .boolean: description
    }
  }
}
