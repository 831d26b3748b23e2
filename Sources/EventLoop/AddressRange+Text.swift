extension AddressRange: CustomStringConvertible {
  /// As an administrator writes it: `10.0.0.0/8`, `::1`, `fd00::/8`, `unix`.
  package var description: String {
    guard case .internet(let base, let mask) = self else { return "unix" }
    let bits = mask.nonzeroBitCount
    let isMapped = bits >= 96 && base >> 32 == PeerAddress.mappedPrefix >> 32
    let address = isMapped ? Self.dotted(base) : Self.colons(base)
    if bits == 128 { return address }
    return "\(address)/\(isMapped ? bits - 96 : bits)"
  }

  static func dotted(_ number: UInt128) -> String {
    [24, 16, 8, 0].map { "\(number >> $0 & 0xFF)" }.joined(separator: ".")
  }

  /// RFC 5952: the longest run of zero groups is left out, the first of equal ones.
  static func colons(_ number: UInt128) -> String {
    let groups = stride(from: 112, through: 0, by: -16).map { UInt16(number >> $0 & 0xFFFF) }
    var longest = 0..<0
    var start = 0
    for index in groups.indices {
      if groups[index] != 0 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<index + 1 }
    }
    let text = { (part: ArraySlice<UInt16>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard longest.count > 1 else { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }
}
