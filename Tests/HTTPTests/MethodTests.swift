import HTTP
import Testing

@Suite struct MethodTests {
  private func method(_ text: String) -> HTTP.Method { HTTP.Method([UInt8](text.utf8).span) }

  @Test("a method is known by its exact name")
  func known() {
    let names = [
      "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "QUERY", "CONNECT", "TRACE",
    ]
    for (index, text) in names.enumerated() {
      #expect(Int(method(text).rawValue) == index)
      for other in [text.lowercased(), text + "S", String(text.dropLast())] {
        #expect(method(other) == .other)
      }
    }
  }
}
