internal import Glibc

/// A system call that failed, and why.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the call: `bind`, `accept4`.
  package let call: StaticString
  /// The value of `errno` after it.
  package let code: Int32

  package init(call: StaticString, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The failure that `errno` tells of now.
  package static func last(_ call: StaticString) -> SystemError {
    SystemError(call: call, code: errno)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.code == right.code && left.call.description == right.call.description
  }

  /// The reason in the system's words: `Address already in use`.
  package var reason: String {
    unsafe String(cString: strerror(code))
  }

  package var description: String { "\(call): \(reason)" }

  /// Whether accept only reports what befell the connection that it would have returned
  /// (accept(2)).
  package var isOfOneConnection: Bool {
    switch code {
    case ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
      EOPNOTSUPP, ENETUNREACH:
      true
    default: false
    }
  }

  /// Whether the machine has run out of something that will be free again: descriptors or memory.
  package var isExhaustion: Bool {
    code == EMFILE || code == ENFILE || code == ENOBUFS || code == ENOMEM
  }
}
