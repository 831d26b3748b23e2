import HTTP
import Testing

struct ProblemTests {
  @Test("renders the members of RFC 9457 in order")
  func renders() {
    let problem = Problem(
      .badRequest, "The \"query\".",
      faults: [Problem.Fault(parameter: "limit", detail: "Must be 1.")])
    #expect(
      String(decoding: problem.render(instance: "/v1/x".utf8.span), as: UTF8.self) == """
        {"type":"about:blank","title":"Bad Request","status":400,"detail":"The \\"query\\".",\
        "instance":"/v1/x","errors":[{"parameter":"limit","detail":"Must be 1."}]}
        """)
  }

  @Test("leaves out errors and knows no instance where there are none")
  func rendersLittle() {
    #expect(
      String(decoding: Problem(.notFound, "Gone.").render(instance: Span()), as: UTF8.self) == """
        {"type":"about:blank","title":"Not Found","status":404,"detail":"Gone.","instance":null}
        """)
  }
}
