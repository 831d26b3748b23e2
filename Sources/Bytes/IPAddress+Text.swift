extension IPAddress: CustomStringConvertible {
  /// As it is written: `203.0.113.7`, `2001:db8::1`.
  package var description: String { isIPv4 ? dotted : colons }

  /// The last four bytes as an IPv4 address.
  package var dotted: String {
    [24, 16, 8, 0].map { "\(number >> $0 & 0xFF)" }.joined(separator: ".")
  }

  /// RFC 5952: the longest run of zero groups is left out, the first of equal ones.
  package var colons: String {
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
