package import Bytes

/// What a stream wants sent, gathered while its input is handled, sent in as few calls as can be.
///
/// One `Output` belongs to the loop and serves all its streams in turn. Small pieces are copied
/// into one run of bytes; large ones are kept by reference and sent from where they are.
package struct Output: ~Copyable {
  /// Pieces from this size on are shared, not copied: a copy of less costs less than another piece.
  package static let sharedBytesMin = 8_192

  /// The run of copied bytes. Append to it directly.
  package var bytes = ByteRun(capacity: 65_536)
  private var shared: [[UInt8]] = []
  /// For each shared piece, the number of copied bytes that go before it.
  private var positions: [Int] = []
  private var sharedByteCount = 0

  package init() {}

  /// Bytes gathered so far.
  package var count: Int { bytes.count + sharedByteCount }
  package var isEmpty: Bool { count == 0 }

  /// Appends `piece`, by copy or by reference.
  package mutating func append(_ piece: [UInt8]) {
    if piece.count < Self.sharedBytesMin {
      bytes.append(piece)
    } else {
      shared.append(piece)
      positions.append(bytes.count)
      sharedByteCount += piece.count
    }
  }

  package mutating func removeAll() {
    bytes.removeAll()
    guard sharedByteCount > 0 else { return }
    sharedByteCount = 0
    while shared.popLast() != nil {}
    while positions.popLast() != nil {}
  }

  /// Moves everything behind the end of `backlog`.
  package mutating func move(to backlog: inout Backlog) {
    var taken = 0
    for (position, piece) in zip(positions, shared) {
      backlog.append(copied: bytes.span.extracting(taken..<position))
      backlog.append(shared: piece)
      taken = position
    }
    backlog.append(copied: bytes.span.extracting(taken...))
    removeAll()
  }

  /// Whether `withPieces` offers all there is.
  package var isOfferedWhole: Bool { shared.count < Backlog.piecesMax / 2 }

  /// Calls `body` with each of the first pieces, in order: runs of copied bytes and shared pieces.
  package func withPieces(_ body: (Span<UInt8>) -> Void) {
    var taken = 0
    for place in 0..<min(shared.count, Backlog.piecesMax / 2 - 1) {
      let (position, piece) = (positions[place], shared[place])
      if position > taken { body(bytes.span.extracting(taken..<position)) }
      body(piece.span)
      taken = position
    }
    // Copied bytes behind a shared piece that is not offered must wait for it.
    if isOfferedWhole, taken < bytes.count {
      body(bytes.span.extracting(taken...))
    }
  }
}

/// What could not be sent yet: pieces in order, the first perhaps sent in part.
package struct Backlog {
  /// No more pieces than the kernel gathers in one call are offered at a time.
  static let piecesMax = 64

  private var pieces: [[UInt8]] = []
  /// Bytes of the first piece that are sent already.
  private var offset = 0
  /// Bytes still to be sent.
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  mutating func append(copied bytes: Span<UInt8>) {
    guard !bytes.isEmpty else { return }
    append(shared: [UInt8](copying: bytes))
  }

  mutating func append(shared piece: [UInt8]) {
    guard !piece.isEmpty else { return }
    pieces.append(piece)
    count += piece.count
  }

  /// Forgets the first `sent` bytes.
  package mutating func drop(_ sent: Int) {
    var rest = sent
    var whole = 0
    while rest > 0, whole < pieces.count {
      let left = pieces[whole].count - offset
      if rest < left {
        offset += rest
        rest = 0
      } else {
        rest -= left
        offset = 0
        whole += 1
      }
    }
    pieces.removeFirst(whole)
    count -= sent - rest
  }

  /// Calls `body` with the unsent bytes of each of the first pieces, in order.
  package func withPieces(_ body: (Span<UInt8>) -> Void) {
    for (index, piece) in pieces.prefix(Self.piecesMax).enumerated() {
      body(piece.span.extracting((index == 0 ? offset : 0)...))
    }
  }
}
