extension Span where Element == UInt8 {
  /// Whether the bytes are exactly those of `text`. O(count).
  package func equals(_ text: StaticString) -> Bool {
    matches(text) { $0 }
  }

  /// Whether the bytes are those of `text` but for the case of ASCII letters. O(count).
  /// `text` is given in small letters.
  package func equalsIgnoringCase(_ text: StaticString) -> Bool {
    matches(text, ASCII.lowercased)
  }

  /// Whether these bytes, each word of them changed by `fold`, are those of `text`.
  private func matches(_ text: StaticString, _ fold: (UInt64) -> UInt64) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return unsafe withUnsafeBytes { bytes in
      guard let here = bytes.baseAddress else { return true }
      return unsafe areSame(here, UnsafeRawPointer(text.utf8Start), count, fold)
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
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { others in
        guard let here = bytes.baseAddress, let there = others.baseAddress else { return true }
        return unsafe areSame(here, there, count) { $0 }
      }
    }
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

/// Whether the `count` bytes at `here`, each word of them changed by `fold`, are those at `there`.
@inline(__always)
private func areSame(
  _ here: UnsafeRawPointer, _ there: UnsafeRawPointer, _ count: Int, _ fold: (UInt64) -> UInt64
) -> Bool {
  // No word is read beyond `count`, which is the length of both.
  guard count >= 8 else {
    return unsafe fold(shortWord(here, count)) == shortWord(there, count)
  }
  var offset = 0
  while offset < count {
    // The last word may have bytes of the one before it.
    let place = min(offset, count &- 8)
    let word = unsafe (here + place).loadUnaligned(as: UInt64.self)
    if unsafe fold(word) != (there + place).loadUnaligned(as: UInt64.self) { return false }
    offset &+= 8
  }
  return true
}

/// The first `count` bytes at `start` in one word, some of them perhaps twice; `count` is less than
/// eight.
private func shortWord(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
  if count >= 4 {
    let first = unsafe start.loadUnaligned(as: UInt32.self)
    let last = unsafe (start + (count - 4)).loadUnaligned(as: UInt32.self)
    return UInt64(first) | UInt64(last) << 32
  }
  var word: UInt64 = 0
  for offset in 0..<count {
    word = unsafe word << 8 | UInt64(start.load(fromByteOffset: offset, as: UInt8.self))
  }
  return word
}
