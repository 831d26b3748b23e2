/// A set of byte strings, each numbered in the order of its insertion: 0, 1, 2, …
///
/// Looking up reads a `Span` and allocates nothing. The bytes of all keys lie in one array. The
/// hash is seeded per table, so that nobody outside can choose keys that collide.
package struct ByteTable: Sendable {
  /// Key numbers by hash, `empty` where there is none; a power of two, at most half full.
  private var slots: [Int32] = [Int32](repeating: -1, count: 16)
  /// The upper half of each key's hash, to skip most comparisons and to grow without hashing anew.
  private var hashes: [UInt64] = []
  private var ends: [UInt32] = []
  private var pool: [UInt8] = []
  private let seed: UInt64

  package init() {
    seed = UInt64.random(in: .min ... .max)
  }

  package var count: Int { ends.count }

  /// The bytes of the key with that number. Traps on a number that was never given out.
  package subscript(_ number: Int) -> Span<UInt8> {
    @_lifetime(borrow self) get {
      let start = number == 0 ? 0 : Int(ends[number - 1])
      return pool.span.extracting(start..<Int(ends[number]))
    }
  }

  /// A copy of the key with that number.
  package func key(_ number: Int) -> [UInt8] { [UInt8](copying: self[number]) }

  package func find(_ key: [UInt8]) -> Int? { find(key.span) }

  /// The number of `key`; `nil` where it is not in the table. O(count of bytes), no allocation.
  package func find(_ key: Span<UInt8>) -> Int? {
    let number = slots[slot(of: key, hash: hash(key))]
    return number < 0 ? nil : Int(number)
  }

  /// The number of `key`, which is inserted where it was not yet in the table.
  @discardableResult
  package mutating func insert(_ key: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = hash(key)
    let slot = slot(of: key, hash: hash)
    let found = slots[slot]
    if found >= 0 { return (Int(found), false) }
    let number = ends.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    pool.append(key)
    ends.append(UInt32(pool.count))
    if ends.count * 2 > slots.count { grow() }
    return (number, true)
  }

  /// Where `key` stands, or the empty slot where it would.
  private func slot(of key: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return slot }
      if hashes[Int(number)] == hash, isKey(Int(number), key) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private func isKey(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return pool.span.extracting(start..<Int(ends[number])).equals(key)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for number in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Eight bytes at a time, each folded in by a wide multiplication.
  private func hash(_ key: Span<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(key.count)
    var offset = 0
    let count = key.count
    while count - offset >= 8 {
      state = mix(state ^ key.littleEndianWord(at: offset))
      offset += 8
    }
    var rest: UInt64 = 0
    if count >= 8 {
      // The last eight bytes, some of them for the second time.
      rest = key.littleEndianWord(at: count - 8)
    } else {
      while offset < count {
        rest = rest << 8 | UInt64(key[offset])
        offset += 1
      }
    }
    return mix(mix(state ^ rest) ^ 0xE703_7ED1_A0B4_28DB)
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
