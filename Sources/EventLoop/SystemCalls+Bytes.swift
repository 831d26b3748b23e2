internal import CLinux

/// The calls that move bytes, in terms of arrays.
extension SystemCalls {
  /// Receives into `buffer`, over what it holds.
  func receive(from descriptor: Int32, into buffer: inout [UInt8]) -> Outcome {
    unsafe buffer.withUnsafeMutableBytes { unsafe receive(from: descriptor, into: $0) }
  }

  /// Sends all of `bytes`, or as many as the socket takes.
  func send(_ bytes: [UInt8], to descriptor: Int32) -> Outcome {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe withUnsafePointer(to: iovec(bytes)) { first in
        unsafe send(UnsafeBufferPointer(start: first, count: 1), to: descriptor)
      }
    }
  }

  /// Sends the first pieces of `backlog`, or as many of their bytes as the socket takes.
  func send(_ backlog: borrowing Backlog, to descriptor: Int32) -> Outcome {
    unsafe withUnsafeTemporaryAllocation(of: iovec.self, capacity: Backlog.piecesMax) { pieces in
      var count = 0
      backlog.withPieces { piece in
        unsafe piece.withUnsafeBytes { unsafe pieces[count] = iovec($0) }
        count += 1
      }
      return unsafe send(UnsafeBufferPointer(rebasing: pieces.prefix(count)), to: descriptor)
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
