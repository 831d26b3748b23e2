internal import Bytes

/// Characters that nobody sees and that change what is seen: control characters, and those that
/// turn the order of a line around. A statement needs none of them.
///
/// The marks U+200E, U+200F and U+061C are no part of them: texts that run from right to left have
/// them for good reason, and they reorder nothing but their neighbours.
enum HiddenCharacters {
  static func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

  private static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    // C1, of which U+0085 is a line break that old systems wrote.
    case 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Such as `control character U+001B (escape)`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let kind = scalar.value < 0x2000 ? "control character" : "bidirectional control character"
    let name = names[scalar.value].map { " (\($0))" } ?? ""
    return "\(kind) \(code)\(name)"
  }

  private static let names: [UInt32: String] = [
    0x00: "null", 0x07: "bell", 0x08: "backspace", 0x1B: "escape", 0x7F: "delete",
    0x202A: "left-to-right embedding", 0x202B: "right-to-left embedding",
    0x202C: "end of embedding or override", 0x202D: "left-to-right override",
    0x202E: "right-to-left override", 0x2066: "left-to-right isolate",
    0x2067: "right-to-left isolate", 0x2068: "first strong isolate", 0x2069: "end of isolate",
  ]

  /// Each of them that a file has, once, where it stands first. The file is valid UTF-8. O(count).
  static func find(_ utf8: [UInt8]) -> [Diagnostic] {
    var places: [(scalar: Unicode.Scalar, place: Place)] = []
    var counts: [UInt32: Int] = [:]
    var cursor = PlaceCursor()
    var index = 0
    while index < utf8.count {
      // All of them begin with one of these bytes.
      let byte = utf8[index]
      guard byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 else {
        index += 1
        continue
      }
      let (value, length) = Scalars.decode(utf8, at: index)
      if let scalar = Unicode.Scalar(value), contains(scalar) {
        if counts[value] == nil { places.append((scalar, cursor.place(of: index, in: utf8))) }
        counts[value, default: 0] += 1
      }
      index += max(length, 1)
    }
    return places.map { scalar, place in
      let count = counts[scalar.value] ?? 1
      let times = count > 1 ? ", \(count) times" : ""
      return Diagnostic(
        severity: .warning, place: place,
        message: "\(name(of: scalar))\(times): nobody sees it, and it can change what is seen")
    }
  }
}
