import Catalog
import Host
import HostTesting
import Statements
import Testing

@testable import Loading

/// The clock is in the tests' hand; files are real, and looked at without events.
@Suite struct StatementFolderTests {
  private static let rest: UInt64 = 100

  /// A folder that was read, and the clock that goes on with each look.
  private struct Watched {
    var statements: StatementFolder
    var now: UInt64 = 0

    init(_ folder: TemporaryFolder) throws {
      statements = StatementFolder(path: folder.path, restMilliseconds: rest)
      _ = try statements.refresh(FolderLook(now: 0, isTold: false), atOnce: true)
    }

    var ids: [String] { statements.sources.map(\.id) }
    var outcomes: [StatementFolder.FileProblem.Consequence] {
      statements.problems.map(\.consequence)
    }

    mutating func look(after milliseconds: UInt64 = 0, anew: Bool = false) throws -> Bool {
      now += milliseconds
      return try statements.refresh(FolderLook(now: now, isTold: false, isAnew: anew))
    }

    /// Looks, and again once everything has rested; whether anything changed.
    mutating func settle() throws -> Bool {
      let first = try look()
      return try look(after: rest * Resting.longRestFactor) || first
    }
  }

  @Test("Texts are those of *.txt and *.md files, by name, with the file's name as id")
  func reading() throws {
    let folder = TemporaryFolder()
    for name in ["b.md", "a.txt", "d.csv", ".e.txt"] { folder.write(name, "Title\n\nBody.\n") }
    var watched = try Watched(folder)
    #expect(watched.ids == ["a", "b"])
    #expect(watched.outcomes.isEmpty)
    #expect(try !watched.settle())
  }

  @Test("Only what changed is told: a new, a changed, a renamed and a removed file")
  func changes() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    var watched = try Watched(folder)
    folder.write("c.txt", "Two\n\nBody.\n")
    #expect(try watched.settle())
    #expect(watched.ids == ["a", "c"])
    folder.write("a.txt", "Another title\n\nBody.\n")
    #expect(try watched.settle())
    folder.rename("c.txt", to: "b.md")
    #expect(try watched.settle())
    #expect(watched.ids == ["a", "b"])
    folder.remove("a.txt")
    #expect(try watched.settle())
    #expect(watched.ids == ["b"])
  }

  @Test("What changed is read once it has rested; when is told before")
  func resting() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    var watched = try Watched(folder)
    #expect(watched.statements.resting.due == nil)
    folder.write("a.txt", "Another title\n\nBody.\n")
    #expect(try !watched.look(after: 1))
    #expect(watched.statements.resting.due == 1 + Self.rest)
    #expect(try !watched.look(after: Self.rest - 1))
    #expect(try watched.look(after: 1))
  }

  @Test("A file that is no text keeps its last good version, and is named with the place")
  func lastGood() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Title\n\nBody.\n")
    folder.write("c.txt", [0x41, 0x0A, 0xFF])
    var watched = try Watched(folder)
    #expect(watched.ids == ["a"])
    #expect(watched.outcomes == [.leftOut])
    #expect(watched.statements.problems[0].reason.hasPrefix("\(folder.path)/c.txt:2:1: error: "))
    folder.write("a.txt", [0xC3, 0x28, 0x0A, 0x0A])
    #expect(try watched.settle())
    #expect(watched.ids == ["a"])
    #expect(watched.outcomes == [.lastGoodStays, .leftOut])
    folder.write("a.txt", "Title\n\nMended.\n")
    folder.remove("c.txt")
    #expect(try watched.settle())
    #expect(watched.outcomes.isEmpty)
  }

  @Test(
    "Of files with one id the first by its bytes is served, and both are named",
    arguments: [
      ("a.md", "a.txt"), ("B.txt", "b.txt"), ("e\u{301}.txt", "\u{E9}.txt"),
      ("E\u{301}.md", "\u{E9}.txt"),
    ])
  func sameID(first: String, second: String) throws {
    for order in [[first, second], [second, first]] {
      let folder = TemporaryFolder()
      for name in order { folder.write(name, "Title \(name.utf8.count)\n\nBody.\n") }
      let watched = try Watched(folder)
      #expect(watched.ids.map { Array($0.utf8) } == [Array(StatementLoader.stem(of: first).utf8)])
      let problem = try #require(watched.statements.problems.first)
      #expect(watched.statements.problems.count == 1)
      #expect(problem.name == FileName(second))
      #expect(problem.reason.contains("/\(second): error: its id “"))
      #expect(problem.reason.contains("is that of \(first) already"))
    }
  }

  @Test("What looks like a text and cannot be served is named, and what it was stays")
  func skipped() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "Title\n\nBody.\n")
    folder.write("B.TXT", "Title\n\nBody.\n")
    folder.write([0x78, 0xFF] + Array(".txt".utf8), "Title\n\nBody.\n")
    folder.makeLink("c.txt", to: "nowhere")
    folder.makePipe("d.txt")
    folder.makeFolder("e.md")
    var watched = try Watched(folder)
    #expect(watched.ids == ["a"])
    #expect(
      watched.statements.problems.map { problem in
        "\(problem.name): \(problem.reason.split(separator: ": ").last ?? "")"
      }
        == [
          "B.TXT: its name is not in small letters, as .txt, .md and .html are",
          "c.txt: it is a link that leads nowhere", "d.txt: it is a pipe (FIFO)",
          "e.md: it is a folder", "x\\xFF.txt: its name is no UTF-8",
        ])
    #expect(watched.outcomes.allSatisfy { $0 == .leftOut })
    folder.remove("a.txt")
    folder.makeFolder("a.txt")
    #expect(try watched.settle())
    #expect(watched.ids == ["a"])
    #expect(watched.statements.problems.first { $0.name == "a.txt" }?.consequence == .lastGoodStays)
  }

  @Test("Declarations that became a folder, or no JSON5, stay as they were; they go with the file")
  func declarations() throws {
    let folder = TemporaryFolder()
    folder.write("organizations.json5", "[{ name: 'Lake Society' }]")
    var watched = try Watched(folder)
    func names(_ watched: Watched) -> [String] {
      watched.statements.declarations.organizations.parties.map(\.name)
    }
    folder.remove("organizations.json5")
    folder.makeFolder("organizations.json5")
    #expect(try watched.settle())
    #expect(names(watched) == ["Lake Society"])
    #expect(watched.outcomes == [.lastGoodStays])
    folder.removeFolder("organizations.json5")
    folder.write("organizations.json5", "[{ name: 'Lake Society' }, { nom: 1 }]")
    #expect(try watched.settle())
    #expect(names(watched) == ["Lake Society"])
    #expect(watched.outcomes == [.lastGoodStays])
    folder.write("organizations.json5", "[{ name: 'Hill Society' }, { name: 'Moor Society' }]")
    #expect(try watched.settle())
    #expect(names(watched) == ["Hill Society", "Moor Society"])
    folder.remove("organizations.json5")
    #expect(try watched.settle())
    #expect(names(watched) == [])
    #expect(watched.outcomes.isEmpty)
  }

  @Test("Values of front matter that are no good, and names without an id, are problems")
  func values() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "---\nid: ..\n---\nTitle\n\nBody.\n")
    folder.write(String(repeating: "b", count: 201) + ".txt", "Title\n\nBody.\n")
    folder.write("c.txt", "")
    let watched = try Watched(folder)
    #expect(watched.ids == ["a", "c"])
    #expect(watched.outcomes == [.servedWithout, .leftOut, .servedAsIs])
    #expect(
      watched.statements.problems[0].reason
        == "\(folder.path)/a.txt:2:5: error: id is a step in a path; it is left out")
    #expect(watched.statements.problems[1].reason.contains("has 201 bytes, more than 200"))
    #expect(watched.statements.problems[2].reason.hasSuffix("the text is empty"))
  }

  @Test("Drafts and texts under embargo are not served, and what is wrong in them is told")
  func heldBack() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    folder.write("b.txt", "draft: true\ntitle: Two\n\nBody.\n")
    folder.write("c.txt", "embargoedUntil: 9999-01-01T00:00Z\ntitle: Three\n\nBody.\n")
    folder.write("d.txt", "embargoedUntil: 1999-01-01T00:00Z\ntitle: Four\n\nBody.\n")
    folder.write("e.txt", "embargoedUntil: noon\ntitle: Five\n\nBody.\n")
    var watched = try Watched(folder)
    #expect(watched.ids == ["a", "d"])
    #expect(watched.outcomes == [.heldBack])
    #expect(watched.statements.due != nil)
    #expect(try !watched.settle())
    // A draft has no id that another text could not have.
    folder.write("a.txt", "draft: true\nid: d\ntitle: One\n\nBody.\n")
    #expect(try watched.settle())
    #expect(watched.ids == ["d"])
    #expect(watched.outcomes == [.heldBack])
    folder.write("b.txt", "draft: false\ntitle: Two\n\nBody.\n")
    folder.write("c.txt", "title: Three\n\nBody.\n")
    folder.remove("a.txt")
    folder.remove("e.txt")
    #expect(try watched.settle())
    #expect(watched.ids == ["b", "c", "d"])
    #expect(watched.outcomes.isEmpty)
    #expect(watched.statements.due == nil)
  }

  @Test("Asked to read anew it reads bytes that changed under the same name, size and time")
  func anew() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    var watched = try Watched(folder)
    #expect(try !watched.look(after: 10_000, anew: true))
    #expect(try !watched.settle())
  }

  @Test("A folder that is not there is a configuration error that names it; what was read stays")
  func missing() throws {
    #expect {
      try StatementFolder.read("/no/such/folder", restMilliseconds: 1)
    } throws: { error in
      let failure = error as? Failure
      return failure?.code == .usage
        && failure?.message.contains("/no/such/folder: No such file or directory") == true
    }
    let folder = TemporaryFolder()
    folder.write("a.txt", "One\n\nBody.\n")
    var watched = try Watched(folder)
    folder.remove("a.txt")
    folder.remove()
    for _ in 0..<3 { #expect(throws: Failure.self) { try watched.look(after: 60_000) } }
    #expect(watched.ids == ["a"])
  }

  @Test("Declarations are told of until they are mended, however often; what is left out never was")
  func badDeclarations() throws {
    let folder = TemporaryFolder()
    let name = DeclarationsFile.organizations.name
    let (good, bad) = ("[{ name: 'A' }]", "[{ nom: 'A' }]")
    folder.write(name, bad)
    var watched = try Watched(folder)
    var declared: [String] { watched.statements.declarations.organizations.parties.map(\.name) }
    #expect(watched.outcomes == [.leftOut])
    for text in [good, "[{ name: 'B' }]"] {
      folder.write(name, text)
      #expect(try watched.settle())
      #expect(watched.outcomes.isEmpty)
      let before = declared
      #expect(before.count == 1)
      folder.write(name, bad)
      #expect(try watched.settle())
      #expect(watched.outcomes == [.lastGoodStays])
      #expect(declared == before)
    }
    folder.remove(name)
    #expect(try watched.settle())
    #expect(watched.outcomes.isEmpty && declared.isEmpty)
    folder.makeFolder(name)
    #expect(try watched.settle())
    #expect(watched.outcomes == [.leftOut])
  }

  private static let signed =
    "One\n\nWe ask for calm, and mean it.\n\nSignatories:\n\n1. Lake Society\n2. Pier Choir\n"

  private func signers(_ watched: Watched) -> [[String]] {
    watched.statements.sources.map { source in
      source.statement.signatories.map { source.statement.string(at: $0.name) }
    }
  }

  @Test("Corrections come, change, break and go; a broken file keeps the last good version")
  func corrections() throws {
    let folder = TemporaryFolder()
    let name = "a.corrections.json5"
    folder.write("a.txt", Self.signed)
    var watched = try Watched(folder)
    #expect(signers(watched) == [["Lake Society", "Pier Choir"]])
    folder.write(name, "{ signatories: { remove: ['Lake Society'] } }")
    #expect(try watched.settle())
    #expect(signers(watched) == [["Pier Choir"]])
    for broken in ["{ signatories: ", "{ signatories: { add: ['Nobody There'] } }"] {
      folder.write(name, broken)
      #expect(try watched.settle())
      #expect(watched.outcomes == [.lastGoodStays])
      #expect(signers(watched) == [["Pier Choir"]])
    }
    folder.write(name, "{ signatories: { remove: ['Pier Choir'] } }")
    #expect(try watched.settle())
    #expect(signers(watched) == [["Lake Society"]] && watched.outcomes.isEmpty)
    folder.remove(name)
    #expect(try watched.settle())
    #expect(signers(watched) == [["Lake Society", "Pier Choir"]])
  }

  @Test("A text whose corrections do not fit is left out at first, and told of")
  func unfit() throws {
    let folder = TemporaryFolder()
    let name = "a.corrections.json5"
    folder.write("a.txt", Self.signed)
    folder.write("b.corrections.json5", "{}")
    for broken in ["{ signatories: ", "{ signatories: { add: ['Nobody There'] } }"] {
      folder.write(name, broken)
      let watched = try Watched(folder)
      #expect(watched.ids.isEmpty)
      #expect(watched.outcomes.allSatisfy { $0 == .leftOut })
      #expect(watched.statements.problems.contains { $0.reason.contains("\(name):1:") })
      #expect(watched.statements.problems.contains { $0.name == "b.corrections.json5" })
    }
  }

  @Test(
    "A text and its corrections that change together are never mixed, whichever rests first",
    arguments: [true, false])
  func together(_ textFirst: Bool) throws {
    let folder = TemporaryFolder()
    let name = "a.corrections.json5"
    folder.write("a.txt", Self.signed)
    folder.write(name, "{ signatories: { remove: ['Lake Society'] } }")
    var watched = try Watched(folder)
    let text = { folder.write("a.txt", Self.signed + "3. Lamp Guild\n") }
    let corrections = { folder.write(name, "{ signatories: { remove: ['Pier Choir'] } }") }
    if textFirst { text() } else { corrections() }
    _ = try watched.look(after: 10)
    if textFirst { corrections() } else { text() }
    var seen: [[String]] = []
    for _ in 0..<60 {
      _ = try watched.look(after: 10)
      let now = signers(watched)[0]
      if seen.last != now { seen.append(now) }
    }
    #expect(seen.last == ["Lake Society", "Lamp Guild"])
    #expect(!seen.contains(["Pier Choir", "Lamp Guild"]))
  }

  @Test("Two texts of one name, and corrections without a text, harm nothing")
  func pairs() throws {
    let folder = TemporaryFolder()
    folder.write("a.txt", Self.signed)
    folder.write("b.txt", Self.signed)
    folder.write("a.corrections.json5", "{ signatories: { remove: ['Pier Choir'] } }")
    var watched = try Watched(folder)
    #expect(signers(watched) == [["Lake Society"], ["Lake Society", "Pier Choir"]])
    folder.rename("a.corrections.json5", to: "b.corrections.json5")
    #expect(try watched.settle())
    #expect(signers(watched) == [["Lake Society", "Pier Choir"], ["Lake Society"]])
    folder.rename("b.txt", to: "b.md")
    #expect(try watched.settle())
    #expect(signers(watched) == [["Lake Society", "Pier Choir"], ["Lake Society"]])
  }

  @Test("A draft whose corrections do not fit is held back, and not known of, whatever came first")
  func draft() throws {
    let draft = "---\ndraft: true\n---\n" + Self.signed
    for starts in [draft, Self.signed] {
      let folder = TemporaryFolder()
      folder.write("a.txt", starts)
      folder.write("a.corrections.json5", "{ signatories: { remove: ['Pier Choir'] } }")
      var watched = try Watched(folder)
      folder.write("a.txt", draft)
      folder.write("a.corrections.json5", "{ signatories: { add: ['Nobody There'] } }")
      _ = try watched.settle()
      #expect(watched.ids.isEmpty)
      #expect(!watched.statements.problems.isEmpty)
      #expect(watched.statements.problems.allSatisfy { watched.statements.isSecret($0.name) })
      folder.write("a.txt", Self.signed)
      folder.write("a.corrections.json5", "{}")
      #expect(try watched.settle())
      #expect(signers(watched) == [["Lake Society", "Pier Choir"]])
    }
  }
}
