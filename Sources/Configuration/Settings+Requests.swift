internal import HTTP1
internal import Server

extension Settings {
  package static let requests: [Setting] = [
    .limit(
      "requestHeadBytesMax", \.limits.wire.requestHeadBytesMax, 1_024...1_048_576, as: "BYTES",
      about: "From the first byte of the method to the empty line. More is a 431.",
      reason: "Even with the cookies of other programs on the same host a head fits."),
    .limit(
      "requestTargetBytesMax", \.limits.wire.requestTargetBytesMax, 512...1_048_575, as: "BYTES",
      about: "Path and query of a request. More is a 414.",
      reason: "RFC 9112 asks for 8,000 at least."),
    .limit(
      "methodBytesMax", \.limits.wire.methodBytesMax, 16...1_024, as: "BYTES",
      about: "The name of a method. More is a 501.",
      reason: "The longest registered one has 17 letters."),
    .limit(
      "fieldLinesMax", \.limits.wire.fieldLinesMax, 10...10_000, as: "N",
      about: "Header fields of a request. More is a 431.",
      reason: "Browsers send about 20, proxies add 10."),
    .limit(
      "requestContentBytesMax", \.limits.wire.requestContentBytesMax, 0...16_777_216, as: "BYTES",
      about: "Content of a request, which no resource takes. More is a 413.",
      reason: "Enough to answer a form or a small POST on a connection that stays open."),
    .limit(
      "chunkLineBytesMax", \.limits.wire.chunkLineBytesMax, 16...65_536, as: "BYTES",
      about: "One line of chunk size and extensions. More is a 400.",
      reason: "A size has 16 digits at most; nobody uses extensions."),
    .limit(
      "trailerBytesMax", \.limits.wire.trailerBytesMax, 0...1_048_576, as: "BYTES",
      about: "The trailer section of a request. More is a 431.",
      reason: "Trailers are checksums and timings, and are not read."),
    .limit(
      "leadingEmptyLinesMax", \.limits.wire.leadingEmptyLinesMax, 0...100, as: "N",
      about: "Empty lines before a request line. More is a 400.",
      reason: "RFC 9112 asks to bear one; old clients send two."),
    .limit(
      "requestsPerConnectionMax", \.limits.wire.requestsPerConnectionMax, 1...1_000_000_000,
      as: "N",
      about: "Requests answered on one connection; the last answer closes it.",
      reason: "Now and then a balancer should find another server."),
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
