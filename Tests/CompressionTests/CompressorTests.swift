import Compression
import Foundation
import Testing

/// What is compressed here is read back by the tools of the system.
struct CompressorTests {
  static let texts = ["", "a", String(repeating: "over and over ", count: 10_000)]

  @Test("makes gzip that gunzip reads", arguments: texts)
  func gzip(text: String) throws {
    let packed = try #require(Compressor.gzip(Array(text.utf8)))
    #expect(try read(packed, with: "/usr/bin/gzip", ["-dc"]) == Array(text.utf8))
    if text.count > 1000 { #expect(packed.count < text.utf8.count / 50) }
  }

  @Test(
    "makes brotli that Node.js reads",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/node")), arguments: texts)
  func brotli(text: String) throws {
    let packed = try #require(Compressor.brotli(Array(text.utf8)))
    let script = """
      const input = require("fs").readFileSync(0)
      process.stdout.write(require("zlib").brotliDecompressSync(input))
      """
    #expect(try read(packed, with: "/usr/bin/node", ["-e", script]) == Array(text.utf8))
    if text.count > 1000 { #expect(packed.count < text.utf8.count / 50) }
  }

  @Test("gives the same bytes every time")
  func isDeterministic() {
    let bytes = Array(Self.texts[2].utf8)
    #expect(Compressor.gzip(bytes) == Compressor.gzip(bytes))
    #expect(Compressor.brotli(bytes) == Compressor.brotli(bytes))
  }

  private func read(_ bytes: [UInt8], with tool: String, _ arguments: [String]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](data)
  }
}
