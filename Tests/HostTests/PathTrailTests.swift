import Testing

@testable import Host

@Suite struct PathTrailTests {
  private func trail(_ path: String, _ nodes: [String: PathTrail.Node]) -> PathTrail {
    PathTrail(path, from: "/home") { nodes[$0] ?? .nothing }
  }

  private func steps(_ trail: PathTrail) -> [String] {
    trail.steps.map { "\($0.folder) \($0.name)" }
  }

  @Test("Each folder of the way is a step, and so is each link and the way that it gives")
  func links() {
    let found = trail(
      "/srv/current/a.txt",
      [
        "/srv": .folder, "/srv/current": .link("releases/../r2"), "/srv/releases": .folder,
        "/srv/r2": .folder, "/srv/r2/a.txt": .link("/data/b.txt"), "/data": .folder,
        "/data/b.txt": .other,
      ])
    #expect(
      steps(found) == [
        "/ srv", "/srv current", "/srv releases", "/srv r2", "/srv/r2 a.txt", "/ data",
        "/data b.txt",
      ])
    #expect(found.end == "/data/b.txt")
    #expect(found.endsInFile)
  }

  @Test("A way that breaks off ends with the name that is missing")
  func missing() {
    let found = trail("texts/./deep/", ["/home/texts": .folder])
    #expect(steps(found) == ["/home texts", "/home/texts deep"])
    #expect(found.end == nil)
    #expect(found.endsInFile)
    let broken = trail("/a/b/c", ["/a": .link("/nowhere")])
    #expect(steps(broken) == ["/ a", "/ nowhere"])
    #expect(!broken.endsInFile)
    // A file is no folder.
    let file = trail("/a/b", ["/a": .other])
    #expect(file.end == nil)
    #expect(!file.endsInFile)
  }

  @Test("Links that lead in a circle end the walk")
  func circle() {
    let found = trail("/a", ["/a": .link("b"), "/b": .link("a")])
    #expect(found.end == nil)
    #expect(found.steps.count < 100)
  }

  @Test("Folders lead to themselves, the root too")
  func folders() {
    #expect(trail("/", [:]).end == "/")
    #expect(trail("..", ["/home": .folder]).end == "/")
    #expect(trail("/srv/", ["/srv": .folder]).end == "/srv")
  }
}
