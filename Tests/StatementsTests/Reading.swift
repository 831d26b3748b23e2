import Markup
import Testing

@testable import Statements

/// A text read for a test, with an independent way to count its code points.
struct Reading {
  let statement: Statement
  private let scalars: [Unicode.Scalar]

  init(_ text: String) throws {
    statement = try Statement.read(Array(text.utf8))
    scalars = Array(String(decoding: statement.text.utf8, as: UTF8.self).unicodeScalars)
    checkRanges()
  }

  /// The code points of a range, counted here.
  func slice(_ range: TextRange) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[Int(range.start)..<Int(range.end)])
    return String(view)
  }

  /// Where `words` stand for the first time at or after code point `from`.
  func start(of words: String, from: Int = 0) -> Int? {
    let needle = Array(words.unicodeScalars)
    guard !needle.isEmpty, scalars.count >= needle.count else { return nil }
    return (from...max(from, scalars.count - needle.count)).first { start in
      start + needle.count <= scalars.count
        && scalars[start..<start + needle.count].elementsEqual(needle)
    }
  }

  /// What is expected of a signatory.
  struct Party: Equatable, CustomStringConvertible {
    var name: String
    var kind = PartyKind.organization
    var role: String?
    var affiliation: String?
    var country: String?
    var stated: String?

    var description: String {
      "\(name) \(kind) \(role ?? "-") \(affiliation ?? "-") \(country ?? "-") \(stated ?? "-")"
    }

    static func person(
      _ name: String, _ role: String? = nil, _ affiliation: String? = nil,
      country: String? = nil, stated: String? = nil
    ) -> Party {
      Party(
        name: name, kind: .person, role: role, affiliation: affiliation, country: country,
        stated: stated)
    }

    static func organization(_ name: String, _ country: String? = nil, stated: String? = nil)
      -> Party
    {
      Party(name: name, country: country, stated: stated)
    }
  }

  /// Compares all signatories, field by field, and the place of each name: in order, each the
  /// first such words after the name before.
  func expectParties(_ expected: [Party], from: String? = nil, _ place: SourceLocation) {
    let found = statement.signatories.map { signatory in
      Party(
        name: statement.string(at: signatory.name), kind: signatory.kind,
        role: signatory.role.map(statement.string(at:)),
        affiliation: signatory.affiliation.map(statement.string(at:)),
        country: signatory.country?.code.description,
        stated: signatory.country?.asStated.map(statement.string(at:)))
    }
    #expect(found == expected, sourceLocation: place)
    var cursor = from.flatMap { start(of: $0) } ?? 0
    for signatory in statement.signatories {
      let words = slice(signatory.name)
      #expect(start(of: words, from: cursor) == Int(signatory.name.start), sourceLocation: place)
      cursor = Int(signatory.name.end)
    }
  }

  func expectNames(_ names: [String], from: String? = nil, _ place: SourceLocation) {
    expectParties(names.map { .organization($0) }, from: from, place)
  }

  /// What is expected of a quotation.
  struct Speech: Equatable, CustomStringConvertible {
    var segments: [String]
    var speaker: String?
    var role: String?
    var affiliation: String?
    var paragraph: Int
    var kind = PartyKind.person

    var description: String {
      "\(segments) \(speaker ?? "-") \(role ?? "-") \(affiliation ?? "-") \(paragraph) \(kind)"
    }

    init(
      _ segments: String..., by speaker: String?, _ role: String? = nil,
      _ affiliation: String? = nil, paragraph: Int, kind: PartyKind = .person
    ) {
      self.segments = segments
      self.speaker = speaker
      self.role = role
      self.affiliation = affiliation
      self.paragraph = paragraph
      self.kind = kind
    }
  }

  /// Compares all quotations, field by field, and the places of their segments.
  func expectQuotations(_ expected: [Speech], _ place: SourceLocation) {
    let found = statement.quotations.map { quotation in
      var speech = Speech(
        by: quotation.speaker.map(statement.string(at:)),
        quotation.role.map(statement.string(at:)),
        quotation.affiliation.map(statement.string(at:)), paragraph: quotation.paragraph ?? -1,
        kind: quotation.speakerKind)
      speech.segments = quotation.segments.map(statement.text.exact)
      return speech
    }
    #expect(found == expected, sourceLocation: place)
    var cursor = 0
    for quotation in statement.quotations {
      for segment in quotation.segments {
        #expect(
          start(of: slice(segment), from: cursor) == Int(segment.start), sourceLocation: place)
        cursor = Int(segment.end)
      }
      if let paragraph = quotation.paragraph, let first = quotation.segments.first {
        let range = statement.paragraphs[paragraph]
        #expect(range.start <= first.start && first.end <= range.end, sourceLocation: place)
      }
    }
  }

  /// Every range is ordered, in bounds, and names the same slice in code points and in bytes.
  private func checkRanges() {
    for range in statement.allRanges {
      #expect(range.start <= range.end && Int(range.end) <= scalars.count)
      #expect(slice(range) == statement.text.exact(range))
    }
    #expect(scalars.count == statement.text.codePointCount)
  }
}

extension Statement {
  /// All ranges of all fields.
  var allRanges: [TextRange] {
    var ranges = paragraphs + [title].compactMap { $0 } + diagnostics.compactMap(\.range)
    for quotation in quotations {
      ranges += quotation.segments
      ranges += [quotation.speaker, quotation.role, quotation.affiliation, quotation.attribution]
        .compactMap { $0 }
    }
    for signatory in signatories {
      ranges.append(signatory.name)
      ranges += [signatory.role, signatory.affiliation, signatory.country?.asStated]
        .compactMap { $0 }
    }
    return ranges
  }
}

/// The place in a test file that calls, for helpers that expect.
func here(
  _ file: String = #fileID, _ path: String = #filePath, _ line: Int = #line,
  _ column: Int = #column
) -> SourceLocation {
  SourceLocation(fileID: file, filePath: path, line: line, column: column)
}
