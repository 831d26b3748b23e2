/// What a JSON value may be: the part of JSON Schema that the API needs.
indirect enum Schema: Sendable, Equatable {
  case string
  /// A string of a registered format, as `date` or `uri-reference`.
  case formatted(String)
  case integer(minimum: Int)
  case boolean
  /// Always this string.
  case constant(String)
  /// One of these strings.
  case choice([String])
  /// The shape of that name.
  case shape(String)
  case array(Schema)
  case nullable(Schema)
}
