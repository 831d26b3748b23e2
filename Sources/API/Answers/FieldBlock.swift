internal import Bytes
internal import HTTP

/// Builds the field lines of a response.
struct FieldBlock {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(640)
  }

  mutating func add(_ name: StaticString, _ value: StaticString) {
    begin(name)
    bytes.append(value)
    end()
  }

  mutating func add(_ name: StaticString, _ value: [UInt8]) {
    begin(name)
    bytes.append(contentsOf: value)
    end()
  }

  /// Leaves out the whole line where the value would break it.
  mutating func add(_ name: StaticString, _ value: String) {
    guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return }
    begin(name)
    bytes.append(contentsOf: value.utf8)
    end()
  }

  /// What every answer carries: pages of any origin may read it, and nobody guesses its type.
  mutating func addCommon() {
    add("Access-Control-Allow-Origin", "*")
    add("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
    add("X-Content-Type-Options", "nosniff")
  }

  /// What a representation is picked by.
  mutating func addVary() { add("Vary", "Accept, Accept-Encoding") }

  private mutating func begin(_ name: StaticString) {
    bytes.append(name)
    bytes.append(0x3A)
    bytes.append(ASCII.space)
  }

  private mutating func end() {
    bytes.append(ASCII.carriageReturn)
    bytes.append(ASCII.lineFeed)
  }
}
