internal import Glibc

/// The owner of an open file descriptor: it is closed when the owner ends.
package struct Descriptor: ~Copyable, Sendable {
  package let number: Int32

  /// Takes over the descriptor `number`, which nobody else may close.
  package init(owning number: Int32) {
    self.number = number
  }

  deinit {
    // The number is free again even when close reports EINTR or EIO, so there is nothing to repeat.
    _ = close(number)
  }
}
