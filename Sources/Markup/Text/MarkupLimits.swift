/// What markup may cost. Text is read as long as it is whatever it holds; parsers of markup are
/// slow, or deep in recursion, on files that are made to be so.
enum MarkupLimits {
  /// Elements open within each other: pages of people nest some dozens.
  static let elementDepthMax = 256
  /// Attributes of one tag.
  static let attributesMax = 128
  /// The longest file with markup. Books have fewer bytes of text.
  static let fileBytesMax = 16 << 20
  /// HTML that Markdown becomes, as a multiple of it: tables with missing cells grow.
  static let growthMax = 16
}
