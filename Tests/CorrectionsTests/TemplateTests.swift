import Bytes
import Corrections
import JSON5
import Markup
import Statements
import Testing

@Suite("A corrections file to edit")
struct TemplateTests {
  private static let texts = [
    Corrected.text,
    Corrected.text.replacing("Friends of Stones", with: "Test Society"),
    Corrected.text.replacing("River League", with: "“River \\ League”\u{85}"),
    "", "One line", "Title\n\nBody.\n",
  ]

  @Test("as it is printed, it corrects nothing", arguments: texts)
  func printed(_ text: String) throws {
    let read = try Corrected("{}", of: text)
    let template = CorrectionsFile.template(of: read.statement, name: "a\u{1B}.txt")
    #expect(template.unicodeScalars.allSatisfy { $0 == "\n" || $0 >= " " && $0 != "\u{85}" })
    let corrected = try Corrected(template, of: text)
    #expect(corrected.told.isEmpty)
    #expect(corrected.statement.signatories == read.statement.signatories)
    #expect(corrected.statement.quotations == read.statement.quotations)
    #expect(corrected.statement.paragraphs == read.statement.paragraphs)
  }

  @Test("with each thing that was read uncommented, every correction is needless", arguments: texts)
  func uncommented(_ text: String) throws {
    let read = try Corrected("{}", of: text)
    let template = CorrectionsFile.template(of: read.statement, name: "a.txt")
    let begins = try #require(template.ranges(of: "change: {").first)
    let lines = template[begins.lowerBound...].split(separator: "\n").map { line in
      line.contains("\": {") || line.contains("\": [")
        ? String(line.replacing("// ", with: "")) : String(line)
    }
    let given = template[..<begins.lowerBound] + lines.joined(separator: "\n")
    let corrected = try Corrected(String(given), of: text)
    #expect(corrected.findings.allSatisfy { $0.severity == .warning })
    let changes = read.statement.signatories.count + read.statement.quotations.count
    #expect(corrected.findings.count >= min(changes, 1))
    #expect(corrected.statement.signatories == read.statement.signatories)
    #expect(corrected.statement.quotations == read.statement.quotations)
  }
}
