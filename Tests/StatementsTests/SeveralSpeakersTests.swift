import Testing

@testable import Statements

/// Surnames alone, where more than one person might be meant.
@Suite struct SeveralSpeakersTests {
  private let people = [
    (full: "Ann Sample", role: "Chair", place: "Harbour Readers"),
    (full: "Ben Stone", role: "Director", place: "Quiet Rivers"),
    (full: "Cleo Marsh", role: "President", place: "Hill Choir"),
  ]

  private func surname(_ person: Int) -> String {
    String(people[person].full.split(separator: " ")[1])
  }

  @Test(
    "A surname is that of its bearer, in whichever order people come and speak",
    arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]],
    [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func bearers(_ first: [Int], _ then: [Int]) throws {
    let introductions = first.map { number in
      let person = people[number]
      return "“Word \(number) will stay with us,” said \(person.full), \(person.role) of "
        + "\(person.place)."
    }
    let later = then.map { "“Nobody asked us about \($0),” \(surname($0)) said." }
    let speech = try Reading((introductions + later).joined(separator: "\n\n"))
    speech.expectQuotations(
      first.enumerated().map { place, number in
        Reading.Speech(
          "Word \(number) will stay with us,", by: people[number].full, people[number].role,
          people[number].place, paragraph: place)
      }
        + then.enumerated().map { place, number in
          Reading.Speech(
            "Nobody asked us about \(number),", by: people[number].full, people[number].role,
            people[number].place, paragraph: place + 3)
        }, here())
  }

  @Test("Whose bearer is taken away is nobody else", arguments: 0..<3)
  func missing(_ gone: Int) throws {
    let left = (0..<3).filter { $0 != gone }
    let introductions = left.map { number in
      "“Word \(number) will stay with us,” said \(people[number].full), \(people[number].role) of "
        + "\(people[number].place)."
    }
    let text = introductions + ["“Nobody asked us,” \(surname(gone)) said."]
    let statement = try Reading(text.joined(separator: "\n\n")).statement
    let speaker = statement.quotations.last?.speaker.map(statement.string(at:))
    for number in left { #expect(speaker != people[number].full) }
  }
}
