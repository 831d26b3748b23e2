import HTTP
import Testing

struct HTTPDateTests {
  @Test(
    "writes the preferred form",
    arguments: [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
      (1_670_544_000, "Fri, 09 Dec 2022 00:00:00 GMT"),
      (Int64.max, "Fri, 31 Dec 9999 23:59:59 GMT"), (Int64.min, "Sat, 01 Jan 0000 00:00:00 GMT"),
    ] as [(Int64, String)])
  func writes(seconds: Int64, text: String) {
    #expect(
      String(decoding: HTTPDate.imfFixdate(secondsSinceEpoch: seconds), as: UTF8.self) == text)
  }

  @Test(
    "reads all three forms",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
      ("Friday, 09-Dec-22 00:00:00 GMT", 1_670_544_000),
      ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
    ] as [(String, Int64)])
  func reads(text: String, seconds: Int64) {
    #expect(HTTPDate.parse(text.utf8.span) == seconds)
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", "0", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
      "Sun, 6 Nov 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt",
      "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
      "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ",
      "Sun, 00 Nov 1994 08:49:37 GMT",
      "Sund, 06-Nov-94 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "Sun, 06 Nov -994 08:49:37 GMT",
      "Sun", "Sun,", ",", "Sun Nov", "Sunday, 06-Nov-1994 08:49:37 GMT",
    ])
  func refuses(text: String) {
    #expect(HTTPDate.parse(text.utf8.span) == nil)
  }

  @Test("reads back every day that it writes")
  func roundTrip() {
    for day in stride(from: Int64(-700_000), to: 2_900_000, by: 97) {
      let seconds = day * 86_400 + 3661
      #expect(HTTPDate.parse(HTTPDate.imfFixdate(secondsSinceEpoch: seconds).span) == seconds)
    }
  }
}
