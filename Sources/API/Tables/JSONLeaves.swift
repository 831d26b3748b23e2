internal import Bytes

/// Reads an object that `JSONWriter` wrote into its strings, numbers and booleans, each with the
/// path of names that leads to it. Null gives nothing. What is not such an object ends the reading.
struct JSONLeaves {
  private let bytes: [UInt8]
  private var index = 0
  private var leaves: [(path: String, value: [UInt8])] = []

  init(_ object: [UInt8]) {
    bytes = object
  }

  mutating func read() -> [(path: String, value: [UInt8])] {
    value(at: "")
    return leaves
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ count: Int) { index = min(index + count, bytes.count) }

  private mutating func value(at path: String) {
    switch next {
    case 0x7B: members(of: path)
    case 0x5B: elements(of: path)
    case 0x22: leaves.append((path, string()))
    default: word(at: path)
    }
  }

  private mutating func members(of path: String) {
    index += 1
    while next == 0x22 {
      let name = String(decoding: string(), as: UTF8.self)
      skip(1)
      value(at: path.isEmpty ? name : "\(path).\(name)")
      if next == 0x2C { index += 1 }
    }
    skip(1)
  }

  private mutating func elements(of path: String) {
    index += 1
    while let byte = next, byte != 0x5D, byte != 0x7D {
      value(at: path)
      if next == 0x2C { index += 1 }
    }
    skip(1)
  }

  /// A number or a literal.
  private mutating func word(at path: String) {
    let start = index
    while let byte = next, byte != 0x2C, byte != 0x5D, byte != 0x7D { index += 1 }
    let word = Array(bytes[start..<index])
    if word != Array("null".utf8) { leaves.append((path, word)) }
  }

  private mutating func string() -> [UInt8] {
    var value: [UInt8] = []
    index += 1
    while let byte = next, byte != 0x22 {
      index += 1
      value.append(byte == 0x5C ? escaped() : byte)
    }
    skip(1)
    return value
  }

  private mutating func escaped() -> UInt8 {
    let byte = next ?? 0
    skip(1)
    switch byte {
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x6E: return ASCII.lineFeed
    case 0x72: return ASCII.carriageReturn
    case 0x74: return ASCII.tab
    case 0x75:
      let digits = bytes[min(index + 2, bytes.count)..<min(index + 4, bytes.count)]
      skip(4)
      return digits.reduce(0) { $0 << 4 | (ASCII.hexValue($1) ?? 0) }
    default: return byte
    }
  }
}
