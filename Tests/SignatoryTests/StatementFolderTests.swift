import Catalog
import Testing

@testable import signatory

@Suite struct StatementFolderTests {
  @Test("Texts are those of *.txt and *.md files, by name, with the file's name as id")
  func reading() throws {
    let folder = TemporaryFolder()
    for name in ["b.md", "a.txt", "d.csv", ".e.txt"] { folder.write(name, "Title\n\nBody.\n") }
    var statements = StatementFolder(path: folder.path)
    #expect(try statements.refresh())
    #expect(statements.sources.map(\.id) == ["a", "b"])
    #expect(statements.problems.isEmpty)
    #expect(try !statements.refresh())
  }

  @Test("Only what changed is told: a new, a changed, a renamed and a removed file")
  func changes() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    var statements = StatementFolder(path: folder.path)
    _ = try statements.refresh()
    folder.write("c.txt", "Two\n\nBody.\n")
    #expect(try statements.refresh())
    #expect(statements.sources.map(\.id) == ["a", "c"])
    folder.write("a.txt", "Another title\n\nBody.\n")
    #expect(try statements.refresh())
    folder.rename("c.txt", to: "b.md")
    #expect(try statements.refresh())
    #expect(statements.sources.map(\.id) == ["a", "b"])
    folder.remove("a.txt")
    #expect(try statements.refresh())
    #expect(statements.sources.map(\.id) == ["b"])
  }

  @Test("A file that is no text keeps its last good version, and is named with the place")
  func lastGood() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Title\n\nBody.\n")
    folder.write("c.txt", [0x41, 0x0A, 0xFF])
    var statements = StatementFolder(path: folder.path)
    _ = try statements.refresh()
    #expect(statements.sources.map(\.id) == ["a"])
    #expect(statements.problems.map(\.hasLastGood) == [false])
    #expect(statements.problems[0].reason.hasPrefix("\(folder.path)/c.txt:2:1: error: "))
    folder.write("a.txt", [0xC3, 0x28, 0x0A, 0x0A])
    _ = try statements.refresh()
    #expect(statements.sources.map(\.id) == ["a"])
    #expect(statements.problems.map(\.hasLastGood) == [true, false])
    folder.write("a.txt", "Title\n\nMended.\n")
    folder.remove("c.txt")
    _ = try statements.refresh()
    #expect(statements.problems.isEmpty)
  }

  @Test("Of two files with one id the first by name is served, and the other is named")
  func sameID() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "---\nid: one\n---\nFirst\n\nBody.\n")
    folder.write("b.md", "---\nid: one\n---\nSecond\n\nBody.\n")
    var statements = StatementFolder(path: folder.path)
    _ = try statements.refresh()
    #expect(statements.sources.map(\.id) == ["one"])
    #expect(statements.problems.count == 1)
    #expect(statements.problems[0].reason.contains("b.md: error: its id “one”"))
  }

  @Test("A folder that is not there is a configuration error that names it")
  func missing() {
    var statements = StatementFolder(path: "/no/such/folder")
    do {
      _ = try statements.refresh()
      Issue.record("a missing folder was read")
    } catch {
      #expect(error.code == .usage)
      #expect(error.message.contains("/no/such/folder: No such file or directory"))
    }
  }
}
