import Glibc
import Testing

@Suite struct WireTableTests {
  private let here = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()

  private func text(of path: String) throws -> String {
    let file = unsafe try #require(fopen(path, "r"))
    defer { unsafe _ = fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let byte = unsafe fgetc(file)
      if byte == EOF { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
  }

  @Test("every row of the table of rules names a test that is there")
  func everyRow() throws {
    let wire = [
      "Chunked", "Connection", "Field", "Framing", "Host", "Limit", "RequestLine", "ResponseHead",
      "Target",
    ]
    let server = [
      "Deadline", "Drain", "Fairness", "Fault", "HTTP1Handler", "Interleaving", "Limit", "Time",
    ]
    let system = ["conformance", "http", "wire"]
    let paths =
      wire.map { "\($0)Tests.swift" } + server.map { "../ServerTests/\($0)Tests.swift" }
      + system.map { "../System/test_\($0).py" }
    let sources = try paths.map { try text(of: "\(here)/\($0)") }.joined()
    let table = try text(of: "\(here)/../../Sources/HTTP1/HTTP1.docc/Wire.md")
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }
      .map { $0.split(separator: "|").map { $0.drop { $0 == " " } } }
      .filter { $0.first?.hasPrefix("rule") == false }
    #expect(rows.count > 90)
    for row in rows {
      let name = row.dropFirst(3).joined(separator: "|")
      let test = String(name.reversed().drop { $0 == " " }.reversed())
      let isThere = sources.contains("\"\(test)\"") || sources.contains("def \(test)(")
      #expect(isThere, "\(test)")
    }
  }
}
