import Catalog
import Testing

struct FoldTests {
  @Test(
    "drops case, accents and punctuation, and joins words by a hyphen",
    arguments: [
      ("World Uyghur Congress", "world-uyghur-congress"),
      ("Atajurt Eriktileri – Kazakh Human Rights", "atajurt-eriktileri-kazakh-human-rights"),
      (
        "Uighur Society “Ittipak” of the Kyrgyz Republic",
        "uighur-society-ittipak-of-the-kyrgyz-republic"
      ),
      ("Uyghur U.K. Association", "uyghur-uk-association"),
      ("East Turkistan People’s Unity Association", "east-turkistan-peoples-unity-association"),
      ("  Knowledge & Service  ", "knowledge-service"), ("Straße", "strasse"),
      ("Łódź Øre Æther", "lodz-ore-aether"), ("MÜNCHEN", "munchen"), ("Mu\u{308}nchen", "munchen"),
      ("ﬁne", "fine"), ("a\nb", "a-b"), ("a\u{AD}b\u{200B}c", "abc"),
      ("Йошкар", "йошкар"), ("Ёлка", "елка"), ("ئۇيغۇر", "ئۇيغۇر"), ("བོད་ལྗོངས", "བོད-ལྗོངས"),
      ("维吾尔", "维吾尔"), ("ウイグル", "ウイグル"),
      ("", ""), ("—!?", ""), ("🕊", ""), ("’", ""),
    ])
  func folds(name: String, key: String) {
    #expect(String(decoding: NameFolding.key(name.utf8.span), as: UTF8.self) == key)
  }

  @Test(
    "folds a fold to itself", arguments: ["Łódź Øre Æther", "ئۇيغۇر", "İstanbul Ünv.", "བོད་ལྗོངས"])
  func isIdempotent(name: String) {
    let key = NameFolding.key(name.utf8.span)
    #expect(NameFolding.key(key.span) == key)
  }

  @Test("makes nothing of ill-formed text")
  func illFormed() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(NameFolding.key(bytes.span) == [])
  }
}
