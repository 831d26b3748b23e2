/// The bytes of a file as it was given, kept once: where the text is the end of its file, only what
/// stands before it.
package struct SourceFile: Sendable {
  private let head: [UInt8]
  private let isTextBehind: Bool

  /// A file whose text is the rest of it, from the byte at `start`.
  init(_ file: [UInt8], textStart start: Int) {
    head = Array(file[..<start])
    isTextBehind = true
  }

  /// A file whose text was built.
  init(_ file: [UInt8]) {
    head = file
    isTextBehind = false
  }

  /// All bytes, of a file with this text. O(file).
  package func bytes(with text: SourceText) -> [UInt8] {
    isTextBehind ? (head.isEmpty ? text.utf8 : head + text.utf8) : head
  }
}
