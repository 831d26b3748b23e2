internal import CLinux

/// The calls that move bytes, in terms of arrays.
extension SystemCalls {
  /// Receives into `buffer`, over what it holds.
  func receive(from descriptor: Int32, into buffer: inout [UInt8]) -> CallOutcome {
    unsafe buffer.withUnsafeMutableBytes { unsafe receive(from: descriptor, into: $0) }
  }

  /// Sends the first pieces of `output`, or as many of their bytes as the socket takes.
  func send(_ output: borrowing Output, to descriptor: Int32, isLast: Bool) -> CallOutcome {
    gather(to: descriptor, isLast: isLast) { add in output.withPieces(add) }
  }

  /// Sends the first pieces of `backlog`, or as many of their bytes as the socket takes.
  func send(_ backlog: borrowing Backlog, to descriptor: Int32) -> CallOutcome {
    gather(to: descriptor, isLast: false) { add in backlog.withPieces(add) }
  }

  /// Sends the pieces that `body` adds, in one call. They are those of arrays which live longer
  /// than the call.
  private func gather(
    to descriptor: Int32, isLast: Bool, _ body: ((Span<UInt8>) -> Void) -> Void
  ) -> CallOutcome {
    unsafe withUnsafeTemporaryAllocation(of: iovec.self, capacity: Backlog.piecesMax) { pieces in
      var count = 0
      body { piece in
        unsafe piece.withUnsafeBytes { unsafe pieces[count] = iovec($0) }
        count += 1
      }
      let pieces = unsafe UnsafeBufferPointer(rebasing: pieces.prefix(count))
      return unsafe send(pieces, to: descriptor, isLast: isLast)
    }
  }
}

extension iovec {
  /// The place of `bytes`. The system only reads there, although the type does not say so.
  fileprivate init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.init(
      iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
  }
}
