extension Span where Element == UInt8 {
  /// Whether the bytes are exactly those of `text`. O(count).
  package func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { other in
      for index in 0..<count where unsafe self[index] != other[index] { return false }
      return true
    }
  }

  /// Whether the bytes are those of `text` but for the case of ASCII letters. O(count).
  /// `text` is given in small letters.
  package func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { other in
      for index in 0..<count where unsafe ASCII.lowercased(self[index]) != other[index] {
        return false
      }
      return true
    }
  }

  /// The eight bytes from `offset` on, the first one lowest. Traps where there are fewer.
  package func littleEndianWord(at offset: Int) -> UInt64 {
    let part = extracting(offset..<offset + 8)
    // The extraction above has checked the bounds.
    return unsafe part.withUnsafeBufferPointer { buffer in
      unsafe UnsafeRawPointer(buffer.baseAddress)?.loadUnaligned(as: UInt64.self).littleEndian ?? 0
    }
  }

  /// Whether both spans hold the same bytes. O(count).
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }
}

extension Array where Element == UInt8 {
  /// Appends a copy of the bytes. O(count).
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe append(contentsOf: buffer) }
  }

  /// Appends the UTF-8 of `text`. O(count).
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { buffer in unsafe append(contentsOf: buffer) }
  }

  /// The bytes of `span`. O(count).
  package init(copying span: Span<UInt8>) {
    self = []
    append(span)
  }
}
