internal import Synchronization

/// A number that any thread may change and read: for what is rare.
package struct SharedCounter: ~Copyable, Sendable {
  private let value = Atomic<UInt64>(0)

  package init() {}

  package var count: UInt64 { value.load(ordering: .relaxed) }

  package func add(_ amount: UInt64 = 1) {
    value.wrappingAdd(amount, ordering: .relaxed)
  }
}
