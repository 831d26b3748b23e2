internal import Bytes
internal import CUtf8proc

/// Folding of names and words: without case, accents and punctuation, words joined by one mark.
///
/// A name's fold is both its identity across texts and its id in URLs. The rules are in the
/// decision record `0001-identity`.
package enum NameFolding {
  /// The fold of the UTF-8 text `name`, its words joined by `-`. Empty where nothing in it is a
  /// letter or a digit.
  package static func key(_ name: Span<UInt8>) -> [UInt8] {
    var folding = Folding()
    folding.append(decomposed(name))
    return folding.finish()
  }

  /// The small letters without case, in Unicode's compatibility decomposition. Ill-formed text
  /// gives nothing.
  private static func decomposed(_ text: Span<UInt8>) -> [Int32] {
    let options = utf8proc_option_t(
      UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue
        | UTF8PROC_STABLE.rawValue)
    var points = [Int32](repeating: 0, count: text.count * 2 + 16)
    var needed = decompose(text, into: &points, options)
    if needed > points.count {
      points = [Int32](repeating: 0, count: needed)
      needed = decompose(text, into: &points, options)
    }
    points.removeLast(points.count - max(0, min(needed, points.count)))
    return points
  }

  /// The number of code points, which may be more than fit.
  private static func decompose(
    _ text: Span<UInt8>, into points: inout [Int32], _ options: utf8proc_option_t
  ) -> Int {
    // Both buffers are passed with their true lengths, and utf8proc writes no further.
    unsafe text.withUnsafeBufferPointer { input in
      unsafe points.withUnsafeMutableBufferPointer { output in
        unsafe utf8proc_decompose(
          input.baseAddress, input.count, output.baseAddress, output.count, options)
      }
    }
  }
}

/// Takes decomposed code points and keeps what identifies.
private struct Folding {
  private var points: [Int32] = []
  private var wordIsPending = false

  mutating func append(_ points: [Int32]) {
    var base: Int32 = 0
    for point in points {
      switch Self.role(of: point, after: base) {
      case .keep:
        keep(point)
        base = point
      case .drop: break
      case .separate:
        wordIsPending = !self.points.isEmpty
        base = 0
      }
    }
  }

  /// The kept code points, composed again, as UTF-8.
  mutating func finish() -> [UInt8] {
    var output: [UInt8] = []
    let count = points.compose()
    for point in points.prefix(count) {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: point)) else { continue }
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
    return output
  }

  private mutating func keep(_ point: Int32) {
    if wordIsPending { points.append(0x2D) }
    wordIsPending = false
    if let letters = Self.plainLetters(point) {
      points.append(contentsOf: letters)
    } else {
      points.append(point)
    }
  }

  private enum Role { case keep, drop, separate }

  private static func role(of point: Int32, after base: Int32) -> Role {
    if point == 0x27 || point == 0x2E || point == 0x2019 || point == 0x2018 || point == 0x02BC {
      return .drop
    }
    switch utf8proc_category(point) {
    case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ME:
      return isAccent(point, on: base) ? .drop : .keep
    case UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
      UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO:
      return .keep
    case UTF8PROC_CATEGORY_CF: return .drop
    default: return .separate
    }
  }

  /// Marks of the diacritic blocks are accents, but for the breve that makes another letter of the
  /// Cyrillic и. Vowel signs and the like of other scripts belong to the spelling.
  private static func isAccent(_ point: Int32, on base: Int32) -> Bool {
    if point == 0x0306 && base == 0x0438 { return false }
    return (0x0300...0x036F).contains(point) || (0x1AB0...0x1AFF).contains(point)
      || (0x1DC0...0x1DFF).contains(point) || (0x20D0...0x20FF).contains(point)
      || (0xFE20...0xFE2F).contains(point)
  }

  /// Latin letters whose stroke or ligature Unicode does not decompose.
  private static func plainLetters(_ point: Int32) -> [Int32]? {
    switch point {
    case 0xE6: [0x61, 0x65]
    case 0xF0, 0x111: [0x64]
    case 0xF8: [0x6F]
    case 0xFE: [0x74, 0x68]
    case 0x127: [0x68]
    case 0x131: [0x69]
    case 0x142: [0x6C]
    case 0x153: [0x6F, 0x65]
    default: nil
    }
  }
}

extension [Int32] {
  /// Composes the code points in place; the number that remain.
  fileprivate mutating func compose() -> Int {
    let count = self.count
    let options = utf8proc_option_t(UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue)
    // utf8proc shortens the buffer at most, never beyond the length it is given.
    return unsafe withUnsafeMutableBufferPointer { buffer in
      unsafe Int(utf8proc_normalize_utf32(buffer.baseAddress, count, options))
    }
  }
}
