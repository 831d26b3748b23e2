import Bytes
import Markup
import Statements

/// What holds of every statement.
struct Promises {
  let statement: Statement
  private let utf8: [UInt8]

  init(_ statement: Statement) {
    self.statement = statement
    utf8 = statement.text.utf8
  }

  func check() {
    precondition(statement.text.codePointCount == count(0..<utf8.count))
    if let title = statement.title { check(title) }
    checkOrder(statement.paragraphs)
    for quotation in statement.quotations {
      precondition(!quotation.segments.isEmpty)
      checkOrder(quotation.segments)
      for range in [quotation.speaker, quotation.role, quotation.affiliation] { check(range) }
      check(quotation.attribution)
      if let paragraph = quotation.paragraph {
        precondition(statement.paragraphs.indices.contains(paragraph))
      }
    }
    for signatory in statement.signatories {
      check(signatory.name)
      precondition(signatory.name.utf8Start < signatory.name.utf8End, "an empty name")
      for range in [signatory.role, signatory.affiliation, signatory.country?.asStated] {
        check(range)
      }
    }
    for diagnostic in statement.diagnostics {
      check(diagnostic.range)
      if let place = diagnostic.place { precondition(place.line > 0 && place.column > 0) }
    }
  }

  /// Each range sound, and none before the end of the one before it.
  private func checkOrder(_ ranges: [TextRange]) {
    var end: UInt32 = 0
    for range in ranges {
      check(range)
      precondition(range.utf8Start >= end, "ranges out of order")
      end = range.utf8End
    }
  }

  /// Ordered, in bounds, between code points, and the same slice by both counts.
  private func check(_ range: TextRange?) {
    guard let range else { return }
    let bytes = Int(range.utf8Start)..<Int(range.utf8End)
    precondition(bytes.upperBound <= utf8.count)
    precondition(isBoundary(bytes.lowerBound) && isBoundary(bytes.upperBound))
    precondition(Int(range.start) == count(0..<bytes.lowerBound))
    precondition(Int(range.end - range.start) == count(bytes))
    _ = statement.string(at: range)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }

  private func count(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
