internal import Statements

/// Strict decoding, where `key` is the dotted path of the value, for messages.
extension JSON5 {
  /// The members of an object, by key. Throws for what is no object and for a key that is not
  /// among `known`.
  func members(among known: [String], at key: String) throws(Problem) -> [String: JSON5] {
    guard case .object(let members) = content else {
      throw problem(key, isNot: "an object of \(known.joined(separator: ", "))")
    }
    for member in members where !known.contains(member.key) {
      throw Problem(
        place: member.place, key: "\(key).\(member.key)",
        reason: "there is no such key; \(Nearest.advice(for: member.key, among: known))")
    }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  func string(at key: String) throws(Problem) -> String {
    guard case .string(let text) = content else { throw problem(key, isNot: "a string") }
    return text
  }

  func elements(at key: String) throws(Problem) -> [JSON5] {
    guard case .array(let elements) = content else { throw problem(key, isNot: "a list") }
    return elements
  }

  func problem(_ key: String, isNot allowed: String) -> Problem {
    Problem(place: place, key: key, reason: "\(description) is not \(allowed)")
  }
}
