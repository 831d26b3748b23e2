import Bytes
import HTTP
import HTTPTesting
import Testing

struct ContentNegotiationTests {
  @Test(
    "weighs codings",
    arguments: [
      (nil, 0, 0, 1), ("", 0, 0, 1), ("gzip", 0, 1000, 1), ("gzip, br", 1000, 1000, 1),
      ("gzip;q=0.5, br;q=0.8", 800, 500, 1), ("*", 1000, 1000, 1), ("*;q=0", 0, 0, 0),
      ("identity;q=0", 0, 0, 0), ("gzip, identity;q=0", 0, 1000, 0),
      ("gzip;q=0, *", 1000, 0, 1), ("GZip ; Q=0.123", 0, 123, 1), ("x-gzip", 0, 1000, 1),
      ("gzip;q=1.001", 0, 1000, 1), ("gzip;q=2", 0, 0, 1), ("gzip;q=0.1234", 0, 0, 1),
      ("gzip;q=x", 0, 0, 1), ("gzip;q=", 0, 0, 1), ("gzip;q=0.", 0, 0, 1),
      ("identity;q=0.5, gzip;q=0.2", 0, 200, 500), ("deflate", 0, 0, 1),
      ("gzip;q=0.5;q=1", 0, 1000, 1), (",, gzip ,", 0, 1000, 1), ("br;", 1000, 0, 1),
      ("*;q=0, gzip", 0, 1000, 0),
    ] as [(String?, Int, Int, Int)])
  func codings(value: String?, brotli: Int, gzip: Int, identity: Int) {
    let weights = ContentNegotiation.Codings(brotli: brotli, gzip: gzip, identity: identity)
    let fields = value.map { [(FieldName.acceptEncoding, $0)] } ?? []
    withRequest(fields) { request in
      #expect(ContentNegotiation.codings(request) == weights)
    }
  }

  @Test(
    "picks the media type that is liked best",
    arguments: [
      (nil, 0), ("*/*", 0), ("text/csv", 1), ("TEXT/CSV", 1), ("text/*", 1),
      ("application/json", 0), ("text/html", nil), ("text/html, */*;q=0.1", 0),
      ("application/json;q=0.5, text/csv;q=0.9", 1), ("text/csv;q=0", nil),
      ("text/csv;q=0, */*", 0), ("*/*, text/csv;q=0.5", 0), ("text/*;q=0.9, text/csv;q=0.1", 1),
      ("application/json;charset=\"a,b;q=0\"", 0), ("application/json;q=0, */*;q=0.1", 1),
      ("", 0), (",", nil), ("json", nil), ("application/jso", nil), ("text/csv;header=absent", 1),
    ] as [(String?, Int?)])
  func mediaTypes(value: String?, place: Int?) {
    let fields = value.map { [(FieldName.accept, $0)] } ?? []
    withRequest(fields) { request in
      #expect(ContentNegotiation.mediaType(request, offers: [.json, .csv]) == place)
    }
  }

  private func withRequest(
    _ fields: [(FieldName, String)], _ body: (borrowing Request) -> Void
  ) {
    let head = RequestHead()
    var bytes: [UInt8] = []
    head.add(fields, to: &bytes)
    body(Request(head: head, bytes: bytes.span))
  }
}
