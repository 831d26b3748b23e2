/// A timer wheel: deadlines in coarse ticks, hashed by tick into a ring of slots.
///
/// An entry is only a reminder. Whoever set it may have moved its deadline by then, and sets
/// another; so putting a deadline off, which happens on every request, costs nothing here.
/// Setting is O(1), passing a tick is O(entries in its slot). A slot that has passed keeps no room:
/// over a thousand slots, what each once needed would add up to more than all else a loop holds.
package struct TimerWheel {
  package static let tickMilliseconds: UInt64 = 64
  private static let slotCount = 1024

  private struct Entry {
    var token: UInt64
    var tick: UInt64
  }

  private var slots: [[Entry]]
  private var count = 0
  /// All ticks up to this one have passed.
  private var passed: UInt64
  /// No entry is due before this tick.
  private var earliest = UInt64.max

  /// A wheel that starts at `now`, in milliseconds of any steady clock.
  package init(now: UInt64) {
    slots = Array(repeating: [], count: Self.slotCount)
    passed = now / Self.tickMilliseconds
  }

  /// Entries that the wheel has room for.
  var capacity: Int { slots.reduce(0) { $0 + $1.capacity } }

  /// Sets a reminder for `token` in the first tick that ends at or after `deadline`.
  package mutating func set(_ token: UInt64, at deadline: UInt64) {
    let tick = max(deadline / Self.tickMilliseconds + 1, passed + 1)
    slots[Int(tick % UInt64(Self.slotCount))].append(Entry(token: token, tick: tick))
    count += 1
    earliest = min(earliest, tick)
  }

  /// Milliseconds from `now` to the next reminder, rounded up; `nil` when there is none.
  package func wait(from now: UInt64) -> UInt64? {
    guard count > 0 else { return nil }
    let due = earliest.multipliedReportingOverflow(by: Self.tickMilliseconds).partialValue
    return due > now ? due - now : 0
  }

  /// Passes all ticks up to `now` and takes out the reminders that were due.
  package mutating func take(until now: UInt64, into due: inout [UInt64]) {
    let target = now / Self.tickMilliseconds
    guard target > passed else { return }
    guard count > 0, target >= earliest else {
      passed = target
      return
    }
    // After a long sleep one turn of the ring sees every slot.
    let steps = min(target - passed, UInt64(Self.slotCount))
    for step in 1...steps {
      take(slot: Int((target - steps + step) % UInt64(Self.slotCount)), until: target, into: &due)
    }
    passed = target
    findEarliest()
  }

  private mutating func take(slot: Int, until target: UInt64, into due: inout [UInt64]) {
    guard !slots[slot].isEmpty else { return }
    var later: [Entry] = []
    for entry in slots[slot] {
      if entry.tick <= target { due.append(entry.token) } else { later.append(entry) }
    }
    count -= slots[slot].count - later.count
    slots[slot] = later
  }

  /// Looks for the next occupied slot. A slot may hold entries of a later turn only, so the result
  /// may be too early by whole turns, never too late.
  private mutating func findEarliest() {
    earliest = .max
    guard count > 0 else { return }
    for tick in (passed + 1)...(passed + UInt64(Self.slotCount))
    where !slots[Int(tick % UInt64(Self.slotCount))].isEmpty {
      earliest = tick
      return
    }
  }
}
