internal import HTTP1
internal import Server

extension Settings {
  package static let requests: [Setting] = [
    .limit(
      "requestHeadBytesMax", \.limits.wire.requestHeadBytesMax, 1_024...1_048_576, as: "BYTES",
      about: "Size of a request head, from the method to the empty line. A larger one gets a "
        + "431.",
      reason: "Room for the cookies of other applications on the same host."),
    .limit(
      "requestTargetBytesMax", \.limits.wire.requestTargetBytesMax, 512...1_048_575, as: "BYTES",
      about: "Length of path and query. A longer one gets a 414.",
      reason: "RFC 9112 asks for at least 8,000."),
    .limit(
      "methodBytesMax", \.limits.wire.methodBytesMax, 16...1_024, as: "BYTES",
      about: "Length of a method name. A longer one gets a 501.",
      reason: "The longest registered method has 17 letters."),
    .limit(
      "fieldLinesMax", \.limits.wire.fieldLinesMax, 10...10_000, as: "N",
      about: "Header fields per request. More get a 431.",
      reason: "Browsers send about 20, proxies add 10."),
    .limit(
      "requestContentBytesMax", \.limits.wire.requestContentBytesMax, 0...16_777_216, as: "BYTES",
      about: "Size of the content of a request, which no resource accepts. Larger content gets a "
        + "413.",
      reason: "Enough to answer a form or a small POST and keep the connection."),
    .limit(
      "chunkLineBytesMax", \.limits.wire.chunkLineBytesMax, 16...65_536, as: "BYTES",
      about: "Length of a chunk size with its extensions. A longer one gets a 400.",
      reason: "A size has at most 16 digits; extensions are unused in practice."),
    .limit(
      "trailerBytesMax", \.limits.wire.trailerBytesMax, 0...1_048_576, as: "BYTES",
      about: "Size of the trailer section of a request. A larger one gets a 431.",
      reason: "Trailers hold checksums and timings, and are ignored."),
    .limit(
      "leadingEmptyLinesMax", \.limits.wire.leadingEmptyLinesMax, 0...100, as: "N",
      about: "Empty lines before a request line. More get a 400.",
      reason: "RFC 9112 asks to accept one; old clients send two."),
    .limit(
      "requestsPerConnectionMax", \.limits.wire.requestsPerConnectionMax, 1...1_000_000_000,
      as: "N",
      about: "Requests per connection. The last response closes it.",
      reason: "Gives load balancers a chance to pick another server."),
  ]
}

extension Setting {
  fileprivate static func limit(
    _ key: String, _ path: OptionPath<Int>, _ range: ClosedRange<Int>,
    as placeholder: String, about: String, reason: String
  ) -> Setting {
    Setting(
      .requests, key, path, .integer(range, as: placeholder),
      about: about, reason: reason)
  }
}
