internal import Bytes
internal import EventLoop
internal import JSON5
internal import Server

extension ValueFormat<Endpoint> {
  /// An address, perhaps with options behind; in the file also
  /// `{ address: "…", mode: "0660", group: "…", proxy: true, tls: true, redirect: false }`.
  package static var endpoint: ValueFormat {
    var form = text(
      "host:port, [IPv6]:port, :port or unix:/path, each perhaps with ,proxy, and ,tls or "
        + ",redirect behind",
      as: "ADDRESS", parse: parse, show: \.text)
    form.decode = { [decode = form.decode] (value: JSON5) throws(InvalidValue) in
      guard case .object(let members) = value.content else { return try decode(value) }
      guard let address = members.first(where: { $0.key == "address" }) else {
        throw members.first { EndpointOption(rawValue: $0.key) == nil }
          .map { unknown($0.key, at: $0.place) } ?? InvalidValue("has no address")
      }
      var endpoint = try within(address) { (value: JSON5) throws(InvalidValue) in try decode(value)
      }
      for member in members where member.key != "address" {
        guard let option = EndpointOption(rawValue: member.key) else {
          throw unknown(member.key, at: member.place)
        }
        try within(member) { (value: JSON5) throws(InvalidValue) in
          try option.take(value, into: &endpoint)
        }
      }
      return endpoint
    }
    return form
  }

  /// What is wrong with a member is told with its key.
  private static func within<Result>(
    _ member: JSON5.Member, _ body: (JSON5) throws(InvalidValue) -> Result
  ) throws(InvalidValue) -> Result {
    do throws(InvalidValue) {
      return try body(member.value)
    } catch {
      var mistake = error
      mistake.place = error.place ?? member.place
      mistake.key = ".\(member.key)" + error.key
      throw mistake
    }
  }

  private static func unknown(_ key: String, at place: Place) -> InvalidValue {
    let known = ["address"] + EndpointOption.allCases.map(\.rawValue)
    var mistake = InvalidValue("is unknown; " + Suggestion.advice(for: key, among: known))
    mistake.place = place
    mistake.key = ".\(key)"
    return mistake
  }

  @Sendable
  private static func parse(_ text: String) throws(InvalidValue) -> Endpoint {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var endpoint: Endpoint
    do throws(ListenAddress.ParseError) {
      endpoint = Endpoint(try ListenAddress(parsing: String(parts[0])))
    } catch {
      throw InvalidValue("“\(text)” \(error)")
    }
    var last: EndpointOption?
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = EndpointOption(rawValue: String(pair[0])),
        (pair.count == 2) == option.takesValue
      else {
        throw InvalidValue("“\(text)” has the option “\(part)”; \(EndpointOption.order)")
      }
      if let last, option <= last {
        throw InvalidValue(
          "“\(text)” has “\(part)” behind “\(last.rawValue)”; \(EndpointOption.order)")
      }
      do throws(InvalidValue) {
        try option.take(String(pair.last ?? ""), into: &endpoint)
      } catch {
        throw InvalidValue("“\(text)” has the option “\(part)”, which \(error.reason)")
      }
      last = option
    }
    return endpoint
  }
}

/// What may stand behind an address, in its order.
enum EndpointOption: String, CaseIterable, Comparable {
  case mode, group, proxy, tls, redirect

  static let order =
    "the options are ,mode=MODE and ,group=GROUP (of unix:), ,proxy, and ,tls or ,redirect, in "
    + "this order"

  var takesValue: Bool { self == .mode || self == .group }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  func take(_ value: JSON5, into endpoint: inout Endpoint) throws(InvalidValue) {
    guard takesValue else {
      let isOn = try ValueFormat<Bool>.boolean.decode(value)
      if isOn { turnOn(&endpoint) }
      return
    }
    guard case .string(let text) = value.content else {
      throw InvalidValue(
        value, isNot: self == .mode ? "a mode such as “0660”" : "the name of a group")
    }
    do throws(InvalidValue) {
      try take(text, into: &endpoint)
    } catch {
      throw InvalidValue("“\(text)” \(error.reason)")
    }
  }

  /// Takes the text behind `=`, or none.
  func take(_ text: String, into endpoint: inout Endpoint) throws(InvalidValue) {
    guard takesValue else { return turnOn(&endpoint) }
    guard case .unix = endpoint.address else {
      throw InvalidValue("is for unix: only: other sockets have no file")
    }
    if self == .group {
      guard !text.isEmpty else { throw InvalidValue("names no group") }
      endpoint.access.group = text
      return
    }
    guard 3...4 ~= text.utf8.count, let mode = UInt32(text, radix: 8), mode <= 0o777 else {
      throw InvalidValue("is no mode in octal digits such as 0660")
    }
    endpoint.access.mode = mode
  }

  func turnOn(_ endpoint: inout Endpoint) {
    switch self {
    case .proxy: endpoint.isProxied = true
    case .tls: endpoint.isSecure = true
    case .redirect: endpoint.isRedirecting = true
    case .mode, .group: break
    }
  }
}

extension Endpoint {
  /// As an administrator writes it.
  package var text: String {
    let mode = access.mode.map { ",mode=0" + String($0, radix: 8) } ?? ""
    return "\(address)\(mode)\(access.group.map { ",group=\($0)" } ?? "")"
      + "\(isProxied ? ",proxy" : "")\(isSecure ? ",tls" : "")"
      + (isRedirecting ? ",redirect" : "")
  }
}
