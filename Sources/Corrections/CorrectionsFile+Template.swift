internal import Bytes
internal import JSON5
internal import Markup
package import Statements

extension CorrectionsFile {
  /// A file of corrections that corrects nothing yet: what was read of the text called `name`, each
  /// thing on a line of its own that is a comment.
  package static func template(of statement: Statements.Statement, name: String) -> String {
    Template(statement: statement).text(name)
  }
}

private struct Template {
  let statement: Statements.Statement

  func text(_ name: String) -> String {
    """
    // What was read of \(VisibleText.of(name)), as JSON5.
    // Take the // away from a line and correct it; what stays a comment stays as it was read.
    // Names and words must stand in the text, but for those of addedLater.
    {
      \(titleLines.joined(separator: "\n  "))

      signatories: {
        // kind: "organization",                what all of them are: organization or person
        remove: [
          // "Name as it was read",
        ],
        change: {                            // name, kind, role, affiliation, country, note,
                                             // signedOn, withdrawnOn; null where there is none
    \(lines(signatoryLines, or: "\"Name as it was read\": { name: \"Name in the text\" },"))
        },
        add: [                               // who stands in the text and was not read
          // { name: "Name in the text", after: "Name before it" },
        ],
        addedLater: [                        // who signed later and does not stand in the text
          // { name: "Name", kind: "organization", country: "CH", signedOn: "2024-05-17" },
        ],
      },

      quotations: {
        remove: [
          // "First words",
        ],
        change: {                            // speaker, kind, role, affiliation
    \(lines(quotationLines, or: "\"First words\": { speaker: \"Name in the text\" },"))
        },
        add: [                               // exact: all its words; a list where they are split
          // { exact: "Words in the text", speaker: "Name in the text", role: "Chair" },
        ],
      },

      paragraphs: {
        remove: [                            // what is no paragraph; these were read
    \(lines(paragraphLines, or: "\"First words\","))
        ],
        merge: [                             // what goes on with the paragraph before it
          // "First words",
        ],
        add: [                               // what was not read
          // { from: "First words", to: "last words" },
        ],
      },
    }

    """
  }

  private func lines(_ lines: [String], or example: String) -> String {
    (lines.isEmpty ? [example] : lines).map { "      // \($0)" }.joined(separator: "\n")
  }

  private var titleLines: [String] {
    let title = statement.frontMatter.title ?? statement.title.map { statement.string(at: $0) }
    return [
      "// title: \(quoted(title ?? "Title")),",
      "// publishedOn: \(quoted(statement.publishedOn?.iso ?? "2024-05-17")),",
      "// inLanguage: \(quoted(statement.language ?? "en")),",
    ]
  }

  // MARK: What was read

  private var signatoryLines: [String] {
    let names = statement.signatories.map { statement.string(at: $0.name) }
    return changes(
      zip(names, statement.signatories).map { name, signatory in
        (
          name,
          [
            ("kind", signatory.kind.rawValue), ("role", string(signatory.role)),
            ("affiliation", string(signatory.affiliation)),
            ("country", signatory.country?.code.description),
            ("signedOn", signatory.details.signedOn?.iso),
            ("withdrawnOn", signatory.details.withdrawnOn?.iso), ("note", signatory.details.note),
          ]
        )
      })
  }

  private var quotationLines: [String] {
    let words = statement.quotations.map { quotation in
      quotation.segments.map { statement.string(at: $0) }.joined(separator: " ")
    }
    return changes(
      zip(words, statement.quotations).map { all, quotation in
        (
          Self.beginning(of: all, among: words),
          [
            ("speaker", string(quotation.speaker)),
            ("kind", quotation.speaker == nil ? nil : quotation.speakerKind.rawValue),
            ("role", string(quotation.role)), ("affiliation", string(quotation.affiliation)),
          ]
        )
      })
  }

  private var paragraphLines: [String] {
    let texts = statement.paragraphs.map { statement.string(at: $0) }
    var seen: Set<String> = []
    return texts.map { Self.beginning(of: $0, among: texts) }
      .filter { seen.insert($0).inserted }.map { "\(quoted($0))," }
  }

  /// One line for each name: its members, and those of each where several have it.
  private func changes(_ found: [(name: String, members: [(String, String?)])]) -> [String] {
    let groups = Dictionary(grouping: found.indices) { found[$0].name }
    return found.indices.compactMap { index in
      let name = found[index].name
      guard let group = groups[name], group.first == index else { return nil }
      if group.count == 1 { return "\(quoted(name)): \(object(found[index].members))," }
      let all = group.enumerated().map { number, index in
        object([], occurrence: number + 1, then: found[index].members)
      }
      return "\(quoted(name)): [\(all.joined(separator: ", "))],"
    }
  }

  private func object(
    _ members: [(String, String?)], occurrence: Int? = nil, then others: [(String, String?)] = []
  ) -> String {
    let given = (members + others).compactMap { key, value in
      value.map { "\(key): \(quoted($0))" }
    }
    let all = (occurrence.map { ["occurrence: \($0)"] } ?? []) + given
    return all.isEmpty ? "{}" : "{ \(all.joined(separator: ", ")) }"
  }

  private static let wordsMin = 6

  /// The first words that no other begins with; all of them where another is the same.
  private static func beginning(of text: String, among all: [String]) -> String {
    let words = text.split(separator: " ")
    var count = min(wordsMin, words.count)
    var beginning = words[..<count].joined(separator: " ")
    while count < words.count, all.count(where: { $0.hasPrefix(beginning) }) > 1 {
      count = min(count * 2, words.count)
      beginning = words[..<count].joined(separator: " ")
    }
    return beginning
  }

  private func string(_ range: TextRange?) -> String? { range.map { statement.string(at: $0) } }
  private func quoted(_ text: String) -> String { JSON5.quoted(text) }
}
