import Bytes

/// The state machine that finds the end of chunked content (RFC 9112 §7.1), and drops the content.
///
/// | state | what comes | next |
/// | --- | --- | --- |
/// | size | hexadecimal digits, at least one | size |
/// | size, name, token, quotedEnd | `;` · CR · SP, HTAB | nameStart · sizeEnd · space |
/// | space | SP, HTAB · `;` | space · nameStart |
/// | nameStart | SP, HTAB · a token character | nameStart · name |
/// | name | token characters · `=` | name · valueStart |
/// | nameSpace | SP, HTAB · `=` · `;` | nameSpace · valueStart · nameStart |
/// | valueStart | SP, HTAB · `"` · a token character | valueStart · quoted · token |
/// | quoted, quotedPair | text and escaped characters · `"` | quoted · quotedEnd |
/// | sizeEnd | LF | data; after size 0: trailerStart |
/// | data | as many bytes as the size says | dataReturn |
/// | dataReturn, dataEnd | CR, LF | size |
/// | trailerStart | CR · a token character | trailersEnd · trailerName |
/// | trailerName | token characters, then `:` | trailerValue |
/// | trailerValue | all but controls, and HTAB · CR | trailerValue · trailerEnd |
/// | trailerEnd | LF | trailerStart |
/// | trailersEnd | LF | whole |
struct ChunkedDecoder {
  enum State: UInt8 {
    case sizeStart, size, space, nameStart, name, nameSpace, valueStart, token
    case quoted, quotedPair, quotedEnd, sizeEnd
    case data, dataReturn, dataEnd
    case trailerStart, trailerName, trailerValue, trailerEnd, trailersEnd
    case whole
  }

  var state = State.sizeStart
  /// Bytes of the current line of a chunk, or of the trailer section.
  var lineBytes: UInt32 = 0
  /// Bytes of the current chunk that are still to come.
  var chunkBytes = 0
  /// Bytes of content that are taken or announced.
  var contentBytes = 0

  init() {}

  /// Reads on from `offset`, which moves to behind the content, or else to the end of the bytes; on
  /// an error it stands at the bad byte.
  mutating func run(
    _ bytes: Span<UInt8>, limits: Limits, offset: inout Int
  ) throws(WireError.Reason) {
    while offset < bytes.count, state != .whole {
      if state == .data {
        let taken = min(chunkBytes, bytes.count - offset)
        offset += taken
        chunkBytes -= taken
        if chunkBytes == 0 { state = .dataReturn }
      } else {
        try step(bytes[offset], limits)
        offset += 1
      }
    }
  }

  private mutating func step(
    _ byte: UInt8, _ limits: Limits
  ) throws(WireError.Reason) {
    switch state {
    case .sizeStart, .size: try takeSize(byte, limits)
    case .space, .nameStart, .name, .nameSpace, .valueStart, .token, .quoted, .quotedPair,
      .quotedEnd:
      try takeExtension(byte, limits)
    case .sizeEnd: try endSize(byte)
    case .dataReturn:
      guard byte == ASCII.carriageReturn else { throw .chunkEnd }
      state = .dataEnd
    case .dataEnd:
      guard byte == ASCII.lineFeed else { throw .chunkEnd }
      state = .sizeStart
    case .trailerStart, .trailerName, .trailerValue, .trailerEnd, .trailersEnd:
      try takeTrailer(byte, limits)
    case .data, .whole: break
    }
  }
}
