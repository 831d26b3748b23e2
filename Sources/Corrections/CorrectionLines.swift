internal import Bytes
internal import JSON5
internal import Markup
package import Statements

/// What was read of a statement, as the lines of a corrections file that say so.
package struct CorrectionLines {
  /// A thing by the words that name it, and what was read of it.
  struct Thing {
    var words: String
    var members: [(key: String, value: String?)]
    /// Its number among those with the same words, from 1; `nil` where it is the only one.
    var occurrence: Int?

    var object: String {
      let given = members.compactMap { key, value in
        value.map { "\(key): \(JSON5.quoted($0))" }
      }
      let all = (occurrence.map { ["occurrence: \($0)"] } ?? []) + given
      return all.isEmpty ? "{}" : "{ \(all.joined(separator: ", ")) }"
    }

    /// As an element of `remove`, where `key` is what its words are.
    func choice(_ key: String) -> String {
      guard let occurrence else { return "\(JSON5.quoted(words))," }
      return "{ \(key): \(JSON5.quoted(words)), occurrence: \(occurrence) },"
    }
  }

  let signatories: [Thing]
  let quotations: [Thing]
  let paragraphs: [Thing]

  package init(_ statement: Statements.Statement) {
    func string(_ range: TextRange?) -> String? { range.map { statement.string(at: $0) } }
    signatories = Self.numbered(
      statement.signatories.map { signatory in
        Thing(
          words: statement.string(at: signatory.name),
          members: [
            ("kind", signatory.kind.rawValue), ("role", string(signatory.role)),
            ("affiliation", string(signatory.affiliation)),
            ("country", signatory.country?.code.description),
            ("signedOn", signatory.details.signedOn?.iso),
            ("withdrawnOn", signatory.details.withdrawnOn?.iso), ("note", signatory.details.note),
          ])
      })
    let words = statement.quotations.map { statement.string(of: $0) }
    quotations = Self.numbered(
      zip(Self.beginnings(of: words), statement.quotations).map { words, quotation in
        Thing(
          words: words,
          members: [
            ("speaker", string(quotation.speaker)),
            ("kind", quotation.speaker == nil ? nil : quotation.speakerKind.rawValue),
            ("role", string(quotation.role)), ("affiliation", string(quotation.affiliation)),
          ])
      })
    let texts = statement.paragraphs.map { statement.string(at: $0) }
    paragraphs = Self.numbered(
      Self.beginnings(of: texts).map { Thing(words: $0, members: []) })
  }

  /// `"Name": { kind: "organization" },` of each signatory.
  package var signatoryLines: [String] { signatories.map(Self.change) }
  package var quotationLines: [String] { quotations.map(Self.change) }
  package var paragraphLines: [String] { paragraphs.map { $0.choice("from") } }

  private static func change(_ thing: Thing) -> String {
    "\(JSON5.quoted(thing.words)): \(thing.object),"
  }

  private static func numbered(_ things: [Thing]) -> [Thing] {
    let counts = Dictionary(grouping: things.indices) { things[$0].words }.mapValues(\.count)
    var seen: [String: Int] = [:]
    return things.map { thing in
      guard counts[thing.words] ?? 0 > 1 else { return thing }
      var thing = thing
      thing.occurrence = (seen[thing.words] ?? 0) + 1
      seen[thing.words] = thing.occurrence
      return thing
    }
  }

  private static let wordsMin = 6

  /// Of each text the first words that no other begins with; all of them where another is the same.
  /// O(texts · log texts).
  private static func beginnings(of texts: [String]) -> [String] {
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var beginnings = texts
    for (place, index) in order.enumerated() {
      let others = [place - 1, place + 1].filter(order.indices.contains).map { texts[order[$0]] }
      let words = texts[index].split(separator: " ")
      var count = min(wordsMin, words.count)
      var beginning = words[..<count].joined(separator: " ")
      while count < words.count, others.contains(where: { $0.hasPrefix(beginning) }) {
        count = min(count * 2, words.count)
        beginning = words[..<count].joined(separator: " ")
      }
      beginnings[index] = beginning
    }
    return beginnings
  }
}
