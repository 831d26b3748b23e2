import Catalog
import Configuration
import Host
import HostTesting
import Metrics
import Testing

@testable import Loading

@Suite struct ConfigurationReloaderTests {
  /// Settings in a file, and what each reload hands over.
  private final class Reloads {
    let folder = TemporaryFolder()
    let reloader: ConfigurationReloader
    private(set) var adopted: [(old: String?, new: String?)] = []

    init(_ text: String) throws {
      folder.write("settings.json5", text)
      reloader = try ConfigurationReloader(
        ConfigurationSources(file: "\(folder.path)/settings.json5"))
    }

    func reload(_ text: String, failing failure: Failure? = nil) -> [String] {
      folder.write("settings.json5", text)
      let problems = reloader.reload { (old, new) throws(Failure) in
        adopted.append((old.statements, new.statements))
        if let failure { throw failure }
      }
      return problems.map { "\($0.file): \($0.detail)" }
    }

    var counts: [UInt64] {
      let reloads = reloader.reloads
      return [reloads.changed.count, reloads.unchanged.count, reloads.failed.count]
    }
  }

  @Test("Each reload compares with the one before it, not with the start")
  func changes() throws {
    let reloads = try Reloads("{ statements: '/a' }")
    for (index, name) in ["/b", "/a", "/a", "/c"].enumerated() {
      #expect(reloads.reload("{ statements: '\(name)' }").isEmpty, "\(index)")
    }
    #expect(reloads.adopted.map(\.old) == ["/a", "/b", "/a", "/a"])
    #expect(reloads.adopted.map(\.new) == ["/b", "/a", "/a", "/c"])
    #expect(reloads.counts == [3, 1, 0])
    #expect(reloads.reloader.options.statements == "/c")
  }

  @Test("What is wrong leaves the last settings, is mended, and is wrong again")
  func failures() throws {
    let reloads = try Reloads("{ statements: '/a' }")
    for name in ["/b", "/c"] {
      let problems = reloads.reload("{ loops: 'many' }")
      #expect(problems.count == 1)
      #expect(problems[0].hasPrefix("settings.json5: settings.json5:1:10: error: loops: "))
      #expect(problems[0].hasSuffix("; the last settings stay"))
      #expect(!problems[0].contains(reloads.folder.path))
      #expect(reloads.reload("{ statements: '\(name)' }").isEmpty)
      #expect(reloads.reloader.options.statements == name)
    }
    #expect(reloads.adopted.map(\.old) == ["/a", "/b"])
    #expect(reloads.counts == [2, 0, 2])
  }

  @Test("Settings that cannot be applied are not those in effect")
  func refused() throws {
    let reloads = try Reloads("{ statements: '/a' }")
    let failure = Failure(code: .failure, message: "there is no such folder")
    for _ in 0..<2 {
      #expect(
        reloads.reload("{ statements: '/b' }", failing: failure)
          == ["settings.json5: there is no such folder; the last settings stay"])
      #expect(reloads.reloader.options.statements == "/a")
    }
    #expect(reloads.adopted.map(\.old) == ["/a", "/a"])
    #expect(reloads.counts == [0, 0, 2])
  }
}
