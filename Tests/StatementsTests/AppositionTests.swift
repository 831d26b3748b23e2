import Testing

@testable import Statements

@Suite("Role and affiliation")
struct AppositionTests {
  private func read(_ text: String) -> [String?] {
    let utf8 = Array(text.utf8)
    let found = Apposition(utf8, Word.all(utf8, 0..<utf8.count)[...])
    return [found.role, found.affiliation].map { range in
      range.map { String(decoding: utf8[$0], as: UTF8.self) }
    }
  }

  @Test("role and organization are parted in every order")
  func parted() {
    for (text, role, affiliation) in [
      ("Chair of Test Society", "Chair", "Test Society"),
      ("Test Society Chair", "Chair", "Test Society"),
      ("Test Society’s Deputy Director", "Deputy Director", "Test Society"),
      ("Chair, Test Society", "Chair", "Test Society"),
      ("Test Society, Chair", "Chair", "Test Society"),
      ("Legal Officer at the Test Society", "Legal Officer", "Test Society"),
      ("Director of Legal Advocacy at Test Society", "Director of Legal Advocacy", "Test Society"),
      ("Director of Policy, Test Society", "Director of Policy", "Test Society"),
      ("President of the Centre for Tests", "President", "Centre for Tests"),
      ("a volunteer at TestNet and a founder of Books", "volunteer", "TestNet"),
      ("Secretary General of Test Society", "Secretary General", "Test Society"),
      (
        "co-founder and Executive Director of Test Union", "co-founder and Executive Director",
        "Test Union"
      ),
    ] as [(String, String, String)] {
      #expect(read(text) == [role, affiliation], "\(text)")
    }
  }

  @Test("roles of countries and fields, prizes and bare organizations")
  func whole() {
    #expect(
      read("former Prime Minister of the United Kingdom") == [
        "former Prime Minister of the United Kingdom", nil,
      ])
    #expect(read("Nobel Peace Prize Laureate") == ["Nobel Peace Prize Laureate", nil])
    #expect(read("head of communications") == ["head of communications", nil])
    #expect(read("from the Test Society") == [nil, "Test Society"])
    #expect(read("who leads Test Society") == [nil, nil])
  }

  @Test("a series within a name is part of it, and what its holder did is not")
  func series() {
    for (text, affiliation) in [
      (
        "Chair of the Institute for Rivers, Wells and Springs",
        "Institute for Rivers, Wells and Springs"
      ),
      (
        "directora de la Red de Ríos, Pozos y Fuentes pidió con calma oír a todos y",
        "Red de Ríos, Pozos y Fuentes"
      ),
      ("Chair of Test Society called once more for help and", "Test Society"),
      ("Chair of the Institute for Rivers, a member of the council", "Institute for Rivers"),
      ("Chair of Ridge Society, Wells and Springs", "Ridge Society"),
      ("Chair of Rivers and Wells", "Rivers and Wells"),
    ] as [(String, String)] {
      #expect(read(text)[1] == affiliation, "\(text)")
    }
  }
}
