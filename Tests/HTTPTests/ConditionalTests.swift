import Bytes
import HTTP
import HTTPTesting
import Testing

struct ConditionalTests {
  static let then = "Sun, 06 Nov 1994 08:49:37 GMT"
  static let before = "Sun, 06 Nov 1994 08:49:36 GMT"

  @Test(
    "evaluates conditions in the order of RFC 9110 §13.2.2",
    arguments: [
      ([], .proceed),
      ([(.ifMatch, "\"a\"")], .proceed), ([(.ifMatch, "*")], .proceed),
      ([(.ifMatch, "\"b\"")], .preconditionFailed), ([(.ifMatch, "W/\"a\"")], .preconditionFailed),
      ([(.ifMatch, "\"b\""), (.ifMatch, "\"a\"")], .proceed),
      ([(.ifUnmodifiedSince, then)], .proceed),
      ([(.ifUnmodifiedSince, before)], .preconditionFailed),
      ([(.ifUnmodifiedSince, "yesterday")], .proceed),
      ([(.ifMatch, "\"a\""), (.ifUnmodifiedSince, before)], .proceed),
      ([(.ifNoneMatch, "\"a\"")], .notModified), ([(.ifNoneMatch, "W/\"a\"")], .notModified),
      ([(.ifNoneMatch, "*")], .notModified), ([(.ifNoneMatch, "\"b\"")], .proceed),
      ([(.ifModifiedSince, then)], .notModified), ([(.ifModifiedSince, before)], .proceed),
      ([(.ifModifiedSince, "")], .proceed),
      ([(.ifNoneMatch, "\"b\""), (.ifModifiedSince, then)], .proceed),
      ([(.ifNoneMatch, "\"a\""), (.ifModifiedSince, before)], .notModified),
      ([(.ifMatch, "\"b\""), (.ifNoneMatch, "\"a\"")], .preconditionFailed),
      ([(.ifRange, "\"b\""), (.range, "bytes=0-1")], .proceed),
    ] as [([(FieldName, String)], Conditional.Outcome)])
  func evaluates(fields: [(FieldName, String)], outcome: Conditional.Outcome) {
    #expect(Self.outcome(fields, lastModified: 784_111_777) == outcome)
  }

  @Test(
    "ignores dates where it is not known when the representation changed",
    arguments: [FieldName.ifModifiedSince, .ifUnmodifiedSince])
  func ignoresDates(name: FieldName) {
    #expect(Self.outcome([(name, Self.before)], lastModified: nil) == .proceed)
  }

  static func outcome(_ fields: [(FieldName, String)], lastModified: Int64?) -> Conditional.Outcome
  {
    let head = RequestHead()
    var bytes: [UInt8] = []
    head.add(fields, to: &bytes)
    let tag = Array("\"a\"".utf8)
    let request = Request(head: head, bytes: bytes.span)
    return Conditional.evaluate(
      request, tag: tag.span, lastModified: lastModified)
  }
}
