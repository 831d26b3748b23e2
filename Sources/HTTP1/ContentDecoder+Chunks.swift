import Bytes

/// What each byte outside the data of chunks means.
extension ContentDecoder {
  mutating func takeSize(_ byte: UInt8, _ limits: Limits) throws(WireError.Reason) {
    if state == .sizeStart { lineBytes = 0 }
    guard let digit = ASCII.hexValue(byte) else {
      guard state == .size else { throw .chunkSize }
      return try endPart(byte, limits, else: .chunkSize)
    }
    guard dataBytes <= Int.max >> 4 else { throw .chunkSize }
    dataBytes = dataBytes << 4 | Int(digit)
    state = .size
    try countLine(limits)
  }

  /// `;` name, and `=` a token or a quoted string, with white space around both signs (§7.1.1).
  mutating func takeExtension(
    _ byte: UInt8, _ limits: Limits
  ) throws(WireError.Reason) {
    let isToken = Grammar.token.contains(byte)
    let isSpace = byte == ASCII.space || byte == ASCII.tab
    switch state {
    case .nameStart where isSpace, .valueStart where isSpace, .nameSpace where isSpace: break
    case .nameStart where isToken, .name where isToken: state = .name
    case .name where isSpace: state = .nameSpace
    case .name where byte == 0x3D, .nameSpace where byte == 0x3D: state = .valueStart
    case .valueStart where byte == 0x22: state = .quoted
    case .valueStart where isToken, .token where isToken: state = .token
    case .quoted where byte == 0x22: state = .quotedEnd
    case .quoted where byte == 0x5C: state = .quotedPair
    case .quoted where byte == ASCII.tab || !ASCII.isControl(byte),
      .quotedPair where byte == ASCII.tab || !ASCII.isControl(byte):
      state = .quoted
    case .space where isSpace: break
    case .space where byte == 0x3B, .nameSpace where byte == 0x3B: state = .nameStart
    case .name, .token, .quotedEnd: return try endPart(byte, limits, else: .chunkExtension)
    default: throw .chunkExtension
    }
    try countLine(limits)
  }

  /// Behind a size or a whole extension: another extension, or the end of the line.
  private mutating func endPart(
    _ byte: UInt8, _ limits: Limits, else reason: WireError.Reason
  ) throws(WireError.Reason) {
    switch byte {
    case ASCII.carriageReturn:
      if dataBytes > limits.requestContentBytesMax - contentBytes { throw .contentTooLarge }
      contentBytes += dataBytes
      state = .sizeEnd
      return
    case 0x3B: state = .nameStart
    case ASCII.space, ASCII.tab: state = .space
    default: throw reason
    }
    try countLine(limits)
  }

  mutating func endSize(_ byte: UInt8) throws(WireError.Reason) {
    guard byte == ASCII.lineFeed else { throw .lineEnd }
    lineBytes = 0
    state = dataBytes == 0 ? .trailerStart : .data
  }

  /// The trailer section (§7.1.2): field lines that are checked and dropped.
  mutating func takeTrailer(
    _ byte: UInt8, _ limits: Limits
  ) throws(WireError.Reason) {
    switch state {
    case .trailerStart where byte == ASCII.carriageReturn: state = .trailersEnd
    case .trailerStart where Grammar.token.contains(byte): state = .trailerName
    case .trailerName where Grammar.token.contains(byte): break
    case .trailerName where byte == 0x3A: state = .trailerValue
    case .trailerValue where byte == ASCII.carriageReturn: state = .trailerEnd
    case .trailerValue where byte == ASCII.tab || !ASCII.isControl(byte): break
    case .trailerEnd where byte == ASCII.lineFeed: state = .trailerStart
    case .trailersEnd where byte == ASCII.lineFeed: state = .whole
    case .trailerStart, .trailerName, .trailerValue: throw .trailerField
    default: throw .lineEnd
    }
    lineBytes += 1
    if lineBytes > limits.trailerBytesMax { throw .trailerLength }
  }

  private mutating func countLine(_ limits: Limits) throws(WireError.Reason) {
    lineBytes += 1
    if lineBytes > limits.chunkLineBytesMax { throw .chunkLineLength }
  }
}
