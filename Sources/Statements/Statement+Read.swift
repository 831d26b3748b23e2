internal import Bytes
package import Markup

extension Statement {
  /// Reads a statement from the bytes of its file.
  ///
  /// - Throws: `SourceTextError` when the bytes are no text or too many; nothing else can fail.
  /// - Complexity: O(count).
  package static func read(_ bytes: [UInt8], as format: FileFormat = .plain, isChecked: Bool = true)
    throws(SourceTextError) -> Statement
  { read(try Document(bytes, as: format, isChecked: isChecked), isChecked: isChecked) }

  /// Reads a statement. `isChecked` tells whether an editor is to be told what looks wrong: who
  /// only serves the text saves the time. O(count).
  package static func read(_ document: Document, isChecked: Bool = true) -> Statement {
    let reading = Reading(document)
    return isChecked ? reading.checked : reading.statement
  }
}
