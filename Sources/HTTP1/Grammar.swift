/// The character classes of RFC 9110 and RFC 3986, as sets of bytes. `GrammarTests` proves each
/// mask against the characters that the RFC lists.
enum Grammar {
  /// `tchar` (RFC 9110 §5.6.2): what a method, a field name and any other token is made of.
  static let token = ByteSet(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE)

  /// `pchar` and `/` (RFC 3986 §3.3) without `%`, whose two digits are checked apart.
  static let path = ByteSet(low: 0x2FFF_FFD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFF)

  /// `pchar`, `/` and `?` (RFC 3986 §3.4) without `%`, and the eight characters that browsers leave
  /// as they are in a query, following the URL standard: `[ \ ] ^ { | }` and the grave accent.
  static let query = ByteSet(low: 0xAFFF_FFD2_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)

  /// `unreserved` and `sub-delims` (RFC 3986 §2.2, §2.3): a registered name but for `%`.
  static let registeredName = ByteSet(
    low: 0x2BFF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
}
