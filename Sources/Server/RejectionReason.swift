package import HTTP1

/// Why a connection was rejected, for metrics.
package enum RejectionReason: Equatable, Sendable {
  /// What came is no request that can be served.
  case wire(WireError.Reason)
  /// All connections are in use.
  case full
  /// The connections together hold too many requests in part.
  case halfRead
  /// The peer ended its side within a request.
  case truncated
  /// A request did not arrive in time.
  case timeout
  /// The client has more connections than it may have.
  case clientLimit
  /// Plain HTTP on an address that speaks TLS.
  case plain
}

extension RejectionReason {
  /// All of them, each at its `place`.
  package static let all: [RejectionReason] =
    [.full, .halfRead, .truncated, .timeout, .plain, .clientLimit]
    + WireError.Reason.allCases.map { .wire($0) }

  package var place: Int {
    switch self {
    case .full: 0
    case .halfRead: 1
    case .truncated: 2
    case .timeout: 3
    case .plain: 4
    case .clientLimit: 5
    case .wire(let reason): 6 + Int(reason.rawValue)
    }
  }

  /// As `half_read`, `host_missing`.
  package var name: String {
    var words = "\(self)"
    if case .wire(let reason) = self { words = "\(reason)" }
    return words.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }
}
