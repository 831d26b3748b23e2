/// Runs of bytes written into room that was made beforehand: one check each, then one copy.
extension OutputSpan where Element == UInt8 {
  /// Appends all of `text`. Traps where the room does not suffice.
  package mutating func append(_ text: StaticString) {
    // The text is a literal of the program, as long as it says.
    unsafe append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Appends all of `bytes`. Traps where the room does not suffice.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe append(start, source.count) }
    }
  }

  private mutating func append(_ start: UnsafePointer<UInt8>, _ added: Int) {
    precondition(freeCapacity >= added)
    unsafe withUnsafeMutableBufferPointer { room, count in
      guard let end = room.baseAddress else { return }
      unsafe (end + count).update(from: start, count: added)
      count &+= added
    }
  }
}
