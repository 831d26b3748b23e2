import HTTP
import Testing

@Suite struct FieldNameTests {
  static let names: [(String, FieldName)] = [
    ("Accept", .accept), ("Accept-Encoding", .acceptEncoding),
    ("Accept-Language", .acceptLanguage),
    ("Access-Control-Request-Headers", .accessControlRequestHeaders),
    ("Access-Control-Request-Method", .accessControlRequestMethod), ("Connection", .connection),
    ("Content-Length", .contentLength), ("Expect", .expect), ("Forwarded", .forwarded),
    ("Host", .host), ("If-Match", .ifMatch), ("If-Modified-Since", .ifModifiedSince),
    ("If-None-Match", .ifNoneMatch), ("If-Range", .ifRange),
    ("If-Unmodified-Since", .ifUnmodifiedSince), ("Origin", .origin), ("Range", .range),
    ("traceparent", .traceparent), ("Trailer", .trailer), ("Transfer-Encoding", .transferEncoding),
    ("Upgrade", .upgrade), ("X-Forwarded-For", .xForwardedFor),
    ("X-Forwarded-Host", .xForwardedHost), ("X-Forwarded-Prefix", .xForwardedPrefix),
    ("X-Forwarded-Proto", .xForwardedProto),
  ]

  private func name(_ text: String) -> FieldName { FieldName([UInt8](text.utf8).span) }

  @Test(
    "a name is known in any case of letters, and not with a character more or less",
    arguments: names)
  func known(text: String, expected: FieldName) {
    #expect(name(text) == expected)
    #expect(name(text.uppercased()) == expected)
    #expect(name(text.lowercased()) == expected)
    for other in [text + "x", String(text.dropLast()), "-" + text.dropFirst()] {
      #expect(name(other) == .other)
    }
  }

  @Test("every name is among them but the one for all others")
  func complete() {
    let known = Set(Self.names.map(\.1.rawValue))
    #expect(known == Set(0..<FieldName.other.rawValue))
  }
}
