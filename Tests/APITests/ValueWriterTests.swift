import Testing

@testable import API

struct ValueWriterTests {
  /// Two inner things, either of which may be missing, with members of every kind.
  private struct Outer {
    var one: Int?
    var many: [Int?] = []
    var flag = true
  }

  private static let deepest = Shape<Int>(
    "Deepest", "", [.text("d", "") { number, _ in "d\(number)" }])

  private static let inner = Shape<Int>(
    "Inner", "",
    [
      .number("b", "", minimum: -9) { number, _ in number },
      .thing("c", deepest, "") { number, _ in number > 1 ? number : nil },
    ])

  private static let outer = Shape<Outer>(
    "Outer", "",
    [
      .thing("one", inner, "") { outer, _ in outer.one },
      .things("many", inner, "") { outer, _ in outer.many.compactMap { $0 } },
      Field("names", .array(.string), "") { _, _, writer in
        writer.beginArray()
        for name in ["x", "", "y"] { writer.string(name) }
        writer.endArray()
      },
      Field("flag", .boolean, "") { outer, _, writer in writer.bool(outer.flag) },
      .optionalText("last", "") { _, _ in nil },
    ])

  private static let scope = RenderContext(
    snapshot: Texts.twoSnapshot, settings: APISettings(version: "1"))

  private func row(_ outer: Outer, selected: Set<String>? = nil) -> [String] {
    var writer = ValueWriter(columnCount: Self.outer.columns(selected).count)
    Self.outer.write(outer, Self.scope, &writer, selected: selected)
    return (writer.row?.cells ?? []).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("has one column for each leaf, in the order of the members")
  func columns() {
    #expect(
      Self.outer.columns()
        == ["one.b", "one.c.d", "many.b", "many.c.d", "names", "flag", "last"])
    #expect(Self.outer.columns(["many", "flag"]) == ["many.b", "many.c.d", "flag"])
  }

  @Test("puts each value under its column, several of one column joined")
  func cells() {
    #expect(
      row(Outer(one: 2, many: [-1, 2, 3]))
        == ["2", "d2", "-1; 2; 3", "d2; d3", "x; ; y", "true", ""])
  }

  @Test("keeps the columns behind what is missing in their places")
  func missing() {
    #expect(row(Outer(one: nil, many: [], flag: false)) == ["", "", "", "", "x; ; y", "false", ""])
    #expect(row(Outer(one: 1, many: [3])) == ["1", "", "3", "d3", "x; ; y", "true", ""])
  }

  @Test("leaves out the columns of what is not selected")
  func selected() {
    #expect(
      row(Outer(one: 2, many: [3, 1]), selected: ["many", "flag"]) == ["3; 1", "d3", "true"])
  }

  @Test("writes the same members as JSON")
  func json() {
    var writer = ValueWriter()
    Self.outer.write(Outer(one: nil, many: [2]), Self.scope, &writer)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"one":null,"many":[{"b":2,"c":{"d":"d2"}}],"names":["x","","y"],"flag":true,"#
        + #""last":null}"#)
  }
}
