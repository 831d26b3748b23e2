package import Bytes

/// Why bytes are no text that can be read.
package struct SourceTextError: Error, Equatable, Sendable {
  package enum Reason: String, Sendable {
    case invalidUTF8, tooLong
  }

  package var reason: Reason
  /// Where the first bad byte stands; the start of the file when it is too long.
  package var place: Place

  /// One sentence for people.
  package var message: String {
    switch reason {
    case .invalidUTF8: "not valid UTF-8 from here on"
    case .tooLong: "longer than \(UTF8Text.utf8BytesMax) bytes"
    }
  }
}
