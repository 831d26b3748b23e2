import Bytes

/// The state machine that finds the end of the content of a request (RFC 9112 §6, §7.1), and drops
/// the content. It begins at `whole` where there is none, at `plain` where the length is known, and
/// at `sizeStart` where it is chunked.
///
/// | state | what comes | next |
/// | --- | --- | --- |
/// | plain | as many bytes as the length says | whole |
/// | sizeStart, size | a hexadecimal digit | size |
/// | size, name, token, quotedEnd | `;` · CR · SP, HTAB | nameStart · sizeEnd · space |
/// | space | SP, HTAB · `;` | space · nameStart |
/// | nameStart | SP, HTAB · a token character | nameStart · name |
/// | name | token characters · `=` | name · valueStart |
/// | nameSpace | SP, HTAB · `=` · `;` | nameSpace · valueStart · nameStart |
/// | valueStart | SP, HTAB · `"` · a token character | valueStart · quoted · token |
/// | quoted, quotedPair | text and escaped characters · `"` | quoted · quotedEnd |
/// | sizeEnd | LF | data; after size 0: trailerStart |
/// | data | as many bytes as the size says | dataReturn |
/// | dataReturn, dataEnd | CR, LF | sizeStart |
/// | trailerStart | CR · a token character | trailersEnd · trailerName |
/// | trailerName | token characters, then `:` | trailerValue |
/// | trailerValue | all but controls, and HTAB · CR | trailerValue · trailerEnd |
/// | trailerEnd | LF | trailerStart |
/// | trailersEnd | LF | whole |
struct ContentDecoder {
  enum State: UInt8 {
    case plain
    case sizeStart, size, space, nameStart, name, nameSpace, valueStart, token
    case quoted, quotedPair, quotedEnd, sizeEnd
    case data, dataReturn, dataEnd
    case trailerStart, trailerName, trailerValue, trailerEnd, trailersEnd
    case whole
  }

  var state = State.whole
  /// Bytes of the current line of a chunk, or of the trailer section.
  var lineBytes: UInt32 = 0
  /// Bytes of the content, or of its current chunk, that are still to come.
  var dataBytes = 0
  /// Bytes of all chunks so far.
  var contentBytes = 0

  init() {}

  init(_ content: Framing.Content) {
    switch content {
    case .none: state = .whole
    case .length(let length):
      state = .plain
      dataBytes = length
    case .chunked: state = .sizeStart
    }
  }

  /// Reads on. Returns how many of `bytes` belong to the content: all, unless it is whole before.
  mutating func read(_ bytes: Span<UInt8>, limits: Limits) throws(WireError) -> Int {
    var offset = 0
    while offset < bytes.count, state != .whole {
      if state == .data || state == .plain {
        let taken = min(dataBytes, bytes.count - offset)
        offset += taken
        dataBytes -= taken
        if dataBytes == 0 { state = state == .plain ? .whole : .dataReturn }
      } else {
        do throws(WireError.Reason) {
          try step(bytes[offset], limits)
        } catch {
          throw WireError(error, offset: offset)
        }
        offset += 1
      }
    }
    return offset
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
    case .plain, .data, .whole: break
    }
  }
}
