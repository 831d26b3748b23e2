internal import Bytes

/// Strict decoding, where `key` is the dotted path of the value, for messages.
extension JSON5 {
  /// The members of an object, by key. Throws for what is no object and for a key that is not
  /// among `known`.
  package func members(among known: [String], at key: String) throws(DocumentError) -> [String:
    JSON5]
  {
    guard case .object(let members) = content else {
      throw problem(key, isNot: "an object of \(known.joined(separator: ", "))")
    }
    for member in members where !known.contains(member.key) {
      throw DocumentError(
        place: member.place, key: "\(key).\(member.key)",
        reason: "there is no such key; \(Suggestion.advice(for: member.key, among: known))")
    }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  package func string(at key: String) throws(DocumentError) -> String {
    guard case .string(let text) = content else { throw problem(key, isNot: "a string") }
    return text
  }

  package func elements(at key: String) throws(DocumentError) -> [JSON5] {
    guard case .array(let elements) = content else { throw problem(key, isNot: "a list") }
    return elements
  }

  package func problem(_ key: String, isNot allowed: String) -> DocumentError {
    DocumentError(place: place, key: key, reason: "\(description) is not \(allowed)")
  }
}
