import HTTP
import Testing

struct EntityTagTests {
  @Test(
    "finds a tag in a list, weakly and strongly",
    arguments: [
      ("\"a\"", true, true), ("W/\"a\"", true, false), ("*", true, true), ("\"b\"", false, false),
      ("\"b\", \"a\"", true, true), ("\"b\",W/\"a\"", true, false), (" , \"a\"", true, true),
      ("", false, false), ("a", false, false), ("\"a", false, false), ("\"A\"", false, false),
      ("\"x,\\\", \"a\"", true, true), ("*, \"b\"", false, false), ("w/\"a\"", false, false),
      ("W/", false, false), ("W", false, false), ("\"", false, false),
      ("\"a\"x", false, false), ("\"a\" x", false, false), ("\"a\"\"b\"", false, false),
      ("\"b\" \"a\"", false, false), ("\"b\"x, \"a\"", false, false), ("\"a\" , x", true, true),
      ("W/\"a\"x", false, false), ("\"a\"\t", true, true), ("\"a\",", true, true),
    ])
  func contains(list: String, weakly: Bool, strongly: Bool) {
    let tag = Array("\"a\"".utf8)
    #expect(EntityTag.list(list.utf8.span, contains: tag.span, by: .weak) == weakly)
    #expect(EntityTag.list(list.utf8.span, contains: tag.span, by: .strong) == strongly)
  }
}
