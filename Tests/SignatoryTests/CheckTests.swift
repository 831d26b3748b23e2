import Host
import HostTesting
import Testing

@testable import signatory

@Suite struct CheckTests {
  @Test("An error in a text ends the command with a failure that counts them")
  func errors() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", [0x41, 0xFF])
    folder.write("organizations.json5", "[")
    for format in [Check.Format.json, .human] {
      let failure = #expect(throws: Failure.self) { try Check.run([folder.path], format: format) }
      #expect(failure?.code == .failure)
      #expect(failure?.message == "2 errors found")
    }
  }
}
