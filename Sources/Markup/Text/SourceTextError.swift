package import Bytes

/// Why bytes are no text that can be read.
package struct SourceTextError: Error, Equatable, Sendable {
  package enum Reason: String, Sendable {
    case invalidUTF8, tooLong, tooDeep, tooManyAttributes, tooMuchMarkup
  }

  package var reason: Reason
  /// Where the first bad byte stands; the start of the file when it is too long.
  package var place: Place

  /// One sentence for people.
  package var message: String {
    switch reason {
    case .invalidUTF8: "not valid UTF-8 from here on"
    case .tooDeep:
      "more than \(MarkupLimits.elementDepthMax) elements stand open within each other here"
    case .tooManyAttributes: "a tag with more than \(MarkupLimits.attributesMax) attributes"
    case .tooMuchMarkup:
      "markup of more than \(MarkupLimits.fileBytesMax >> 20) MiB, or that becomes more than "
        + "\(MarkupLimits.growthMax) times its size"
    case .tooLong: "longer than \(UTF8Text.utf8BytesMax) bytes"
    }
  }
}
