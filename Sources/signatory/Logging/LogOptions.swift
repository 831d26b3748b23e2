/// What is logged, how, and where to.
struct LogOptions: Equatable, Sendable {
  enum Format: String, CaseIterable, Sendable {
    /// Text on a terminal, else JSON.
    case auto
    case text, json
  }

  enum AccessFormat: String, CaseIterable, Sendable {
    case off
    /// One JSON object in each line.
    case json
    /// The Combined Log Format of Apache.
    case combined
  }

  /// How much of a client's address is written down.
  enum ClientAddress: String, CaseIterable, Sendable {
    case full
    /// The network alone: the first 24 bits of IPv4, 48 of IPv6.
    case truncated
  }

  var format = Format.auto
  var level = LogLevel.info
  var access = AccessFormat.off
  /// The file of the access log; `nil`: standard error.
  var accessFile: String?
  var clientAddress = ClientAddress.full
}

/// How much an event matters; each level holds those before it.
enum LogLevel: String, CaseIterable, Comparable, Sendable {
  /// Something is not served as it should be.
  case error
  /// Something will need a hand.
  case warning
  /// What happened in the normal course.
  case info

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}
