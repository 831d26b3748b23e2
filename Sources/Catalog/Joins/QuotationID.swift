internal import Markup
internal import Bytes
internal import Digest
internal import Statements

/// Ids of quotations: the speaker's id and a short digest of the words, so that a quotation keeps
/// its id when it moves in its text or appears in another.
enum QuotationID {
  /// The id of words that were spoken by `speaker`, the id of a party or empty.
  static func make(words: [UInt8], speaker: Span<UInt8>) -> [UInt8] {
    var id: [UInt8] = []
    if speaker.isEmpty {
      id.append(contentsOf: "quote".utf8)
    } else {
      id.append(speaker)
    }
    id.append(0x2D)
    id.append(contentsOf: SHA256.hex(words).utf8.prefix(8))
    return id
  }

  /// The words: all segments, joined by a space.
  static func words(of quotation: Quotation, in text: SourceText) -> [UInt8] {
    var words: [UInt8] = []
    for segment in quotation.segments {
      if !words.isEmpty { words.append(ASCII.space) }
      words.append(contentsOf: text.words(in: segment))
    }
    return words
  }
}
