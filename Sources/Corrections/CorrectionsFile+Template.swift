internal import Bytes
internal import JSON5
internal import Markup
package import Statements

extension CorrectionsFile {
  /// A file of corrections that corrects nothing yet: what was read of the text called `name`, each
  /// thing on a line of its own that is a comment.
  package static func template(of statement: Statements.Statement, name: String) -> String {
    Template(statement: statement, read: CorrectionLines(statement)).text(name)
  }
}

private struct Template {
  let statement: Statements.Statement
  let read: CorrectionLines

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
    \(lines(changes(read.signatories), or: "\"Name as read\": { name: \"Name in the text\" },"))
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
    \(lines(changes(read.quotations), or: "\"First words\": { speaker: \"Name in the text\" },"))
        },
        add: [                               // exact: all its words; a list where they are split
          // { exact: "Words in the text", speaker: "Name in the text", role: "Chair" },
        ],
      },

      paragraphs: {
        remove: [                            // what is no paragraph; these were read
    \(lines(read.paragraphLines, or: "\"First words\","))
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
    [
      "// title: \(JSON5.quoted(statement.shownTitle ?? "Title")),",
      "// publishedOn: \(JSON5.quoted(statement.publishedOn?.iso ?? "2024-05-17")),",
      "// inLanguage: \(JSON5.quoted(statement.language ?? "en")),",
    ]
  }

  /// One line for each name; where several have it, what is said of each.
  private func changes(_ things: [CorrectionLines.Thing]) -> [String] {
    things.compactMap { thing in
      let name = JSON5.quoted(thing.words)
      guard let number = thing.occurrence else { return "\(name): \(thing.object)," }
      guard number == 1 else { return nil }
      let all = things.filter { $0.words == thing.words }.map(\.object)
      return "\(name): [\(all.joined(separator: ", "))],"
    }
  }
}
