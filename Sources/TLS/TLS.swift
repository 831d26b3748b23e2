/// TLS: OpenSSL's contexts and sessions, without a socket: bytes in, bytes out.
///
/// Certificates are checked here before they are used, clients' names find theirs, tickets are made
/// and read. What the bytes inside a session mean, and how the ones outside travel, is not known
/// here. All that is unsafe about OpenSSL stays in this room.

/// What is wrong with TLS, in words for whoever set it up.
package enum TLSError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that cannot be used, and why.
  case file(name: String, reason: String)
  /// A call of OpenSSL that failed, and its reasons, the first cause first.
  case library(call: StaticString, reason: String)

  package var description: String {
    switch self {
    case .file(let name, let reason): "\(name): \(reason)"
    case .library(let call, let reason): "\(call): \(reason)"
    }
  }

  /// The same without the file's name.
  package var reason: String {
    if case .file(_, let reason) = self { reason } else { description }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.description == right.description
  }
}

/// A file read into memory, with the name by which errors call it.
package struct NamedFile: Equatable, Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  func error(_ reason: String) -> TLSError {
    .file(name: name, reason: reason)
  }
}
