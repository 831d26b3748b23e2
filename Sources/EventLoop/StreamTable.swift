/// The streams of a loop, by token: a slot and the generation of its use, so that an event meant
/// for a closed stream cannot reach the one that has its slot, or its descriptor, now.
struct StreamTable {
  private var slots: [(generation: UInt32, stream: Stream?)] = []
  private var free: [UInt32] = []
  private(set) var count = 0

  /// Slots from here on are not streams'.
  static let slotsMax: UInt32 = 0xFFFF_0000

  subscript(token: UInt64) -> Stream? {
    let slot = Int(token >> 32)
    guard slot < slots.count, slots[slot].generation == UInt32(truncatingIfNeeded: token) else {
      return nil
    }
    return slots[slot].stream
  }

  /// Takes in a stream and gives it its token.
  mutating func insert(_ stream: Stream) {
    let slot: UInt32
    if let freed = free.popLast() {
      slot = freed
    } else {
      slot = UInt32(truncatingIfNeeded: slots.count)
      slots.append((0, nil))
    }
    slots[Int(slot)].stream = stream
    stream.token = UInt64(slot) << 32 | UInt64(slots[Int(slot)].generation)
    count += 1
  }

  /// Lets go of the stream; its token finds nothing any more.
  mutating func remove(_ stream: Stream) {
    let slot = Int(stream.token >> 32)
    guard self[stream.token] === stream else { return }
    slots[slot].stream = nil
    slots[slot].generation &+= 1
    free.append(UInt32(truncatingIfNeeded: slot))
    count -= 1
  }

  /// All streams now.
  var all: [Stream] { slots.compactMap(\.stream) }
}
