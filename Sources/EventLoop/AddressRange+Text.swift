internal import Bytes

extension AddressRange: CustomStringConvertible {
  /// As an administrator writes it: `10.0.0.0/8`, `::1`, `fd00::/8`, `unix`.
  package var description: String {
    guard case .internet(let base, let mask) = self else { return "unix" }
    let bits = mask.nonzeroBitCount
    let first = IPAddress(number: base)
    let isMapped = bits >= 96 && first.isIPv4
    let address = isMapped ? first.dotted : first.colons
    if bits == 128 { return address }
    return "\(address)/\(isMapped ? bits - 96 : bits)"
  }
}
