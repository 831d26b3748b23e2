import HTTP
import Testing

@Suite struct StatusTests {
  @Test("Each status has the place that it has among all of them")
  func places() {
    #expect(Status.allCases.map(\.place) == Array(Status.allCases.indices))
  }
}
