import Bytes
import Testing

@testable import Statements

@Suite("Title and date")
struct HeadTests {
  private static let body =
    "The readers of the harbour library have met and have agreed on what they will do.\n"

  private func title(_ head: String) throws -> String? {
    let reading = try Reading(head + "\n\n" + Self.body + "\n" + Self.body)
    #expect(reading.statement.paragraphs.count == 2, "\(head)")
    return reading.statement.title.map(reading.slice)
  }

  @Test("the first line is the title, also with a mark of headings or an invisible end")
  func first() throws {
    #expect(try title("Readers ask for the library") == "Readers ask for the library")
    #expect(try title("# Readers ask for the library") == "Readers ask for the library")
    #expect(try title("Readers ask for the library\u{FEFF}") == "Readers ask for the library")
    #expect(try title("Readers? Writers! All ask") == "Readers? Writers! All ask")
  }

  @Test("kickers, dates and navigation above a title are not it")
  func above() throws {
    for above in [
      "PRESS RELEASE", "For immediate release", "Joint statement", "12 March 2024",
      "Home\nAbout us\nNews\nContact\nDonate", "• Home\n• About\n  ◦ Our team\n• News",
      "MEDIA RELEASE\n\n12 March 2024", "Comunicado conjunto", "联合声明",
    ] {
      #expect(
        try title(above + "\n\nReaders ask for the library") == "Readers ask for the library",
        "\(above)")
    }
  }

  @Test("a kicker alone is a title")
  func kickerAlone() throws {
    #expect(try title("Joint statement") == "Joint statement")
  }

  @Test("a title that runs on in a second line is one")
  func twoLines() throws {
    let text = "Readers ask for the library of the\nharbour to be opened\n\n" + Self.body
    let reading = try Reading(text)
    #expect(
      reading.statement.title.map(reading.statement.string)
        == "Readers ask for the library of the harbour to be opened")
  }

  @Test("a text that begins with a paragraph has no title")
  func none() throws {
    let reading = try Reading(Self.body + "\n" + Self.body)
    #expect(reading.statement.title == nil)
    #expect(reading.statement.paragraphs.count == 2)
  }

  @Test("dates in the usual forms, on a line of their own")
  func dates() throws {
    for date in [
      "12 March 2024", "12th March 2024", "March 12, 2024", "March 12th, 2024", "2024-03-12",
      "12.03.2024", "13/3/2024", "London, 12 March 2024", "Posted on March 12, 2024 by Readers",
      "12 mars 2024", "12 de marzo de 2024", "12. März 2024", "12 marzo 2024", "12 mart 2024",
      "12 марта 2024", "2024年3月12日", "Tuesday, 12 March 2024", "Date: 12 Mar 2024",
    ] {
      let reading = try Reading("Readers ask for the library\n\n\(date)\n\n" + Self.body)
      let day = date == "13/3/2024" ? 13 : 12
      #expect(
        reading.statement.publishedOn == CalendarDate(year: 2024, month: 3, day: day), "\(date)")
      #expect(reading.statement.paragraphs.count == 1, "\(date)")
    }
  }

  @Test("a date that leads the first paragraph, or on which the statement was issued")
  func leading() throws {
    for start in [
      "12 March 2024: The readers of the library have met and agreed.",
      "LONDON, 12 March 2024 – The readers of the library have met and agreed.",
      "Today, 12 March 2024, the readers of the library have met and agreed.",
      "On 12 March 2024, the readers of the library issued a joint statement about it.",
    ] {
      let reading = try Reading("Readers ask for the library\n\n\(start)\n\n" + Self.body)
      #expect(
        reading.statement.publishedOn == CalendarDate(year: 2024, month: 3, day: 12), "\(start)")
    }
  }

  @Test("dates of events, dates without a day or year, and days in doubt are none")
  func noDates() throws {
    for start in [
      "On 12 March 2024, the council closed the library of the harbour.",
      "The library, which was opened on 12 March 1921, was closed by the council.",
      "On the evening of March 12th, the readers met at the library.",
      "May 2024\n\nThe readers of the library have met and agreed.",
      "03/04/2024\n\nThe readers of the library have met and agreed.",
      "30 February 2024\n\nThe readers of the library have met and agreed.",
    ] {
      let reading = try Reading("Readers ask for the library\n\n\(start)\n\n" + Self.body)
      #expect(reading.statement.publishedOn == nil, "\(start)")
    }
  }
}
