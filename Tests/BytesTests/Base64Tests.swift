import Bytes
import Testing

struct Base64Tests {
  @Test(
    "encodes the test vectors of RFC 4648",
    arguments: [
      ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
      ("foob", "Zm9vYg==", "Zm9vYg"), ("~?>", "fj8+", "fj8-"),
    ])
  func encodes(text: String, standard: String, forURL: String) {
    let bytes = Array(text.utf8)
    #expect(String(decoding: Base64.encode(bytes), as: UTF8.self) == standard)
    #expect(String(decoding: Base64.encodeForURL(bytes), as: UTF8.self) == forURL)
    #expect(Base64.decodeFromURL(Array(forURL.utf8)) == bytes)
  }

  @Test("refuses what it would not have written", arguments: ["Z", "Zh", "Zg==", "Z g", "fj8+"])
  func refuses(text: String) {
    #expect(Base64.decodeFromURL(Array(text.utf8)) == nil)
  }
}
