/// What is logged, how, and where to.
package struct LogOptions: Equatable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// Text on a terminal, else JSON.
    case auto
    case text, json
  }

  package enum AccessFormat: String, CaseIterable, Sendable {
    case off
    /// One JSON object in each line.
    case json
    /// The Combined Log Format of Apache.
    case combined
  }

  /// How much of a client's address is written down.
  package enum ClientAddress: String, CaseIterable, Sendable {
    case full
    /// The network alone: the first 24 bits of IPv4, 48 of IPv6.
    case truncated
  }

  package var format = Format.auto
  package var level = LogLevel.info
  package var access = AccessFormat.off
  /// The file of the access log; `nil`: standard error.
  package var accessFile: String?
  package var clientAddress = ClientAddress.full

  package init() {}
}

/// How much an event matters; each level holds those before it.
package enum LogLevel: String, CaseIterable, Comparable, Sendable {
  /// Something is not served as it should be.
  case error
  /// Something will need a hand.
  case warning
  /// What happened in the normal course.
  case info

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}
