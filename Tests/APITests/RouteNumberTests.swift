import Testing

@testable import API

@Suite struct RouteNumberTests {
  @Test("Routes are numbered from 1, and 0 is none")
  func numbers() {
    #expect(APIResponder.routes.count == RouteTable.routes.count + 1)
    #expect(APIResponder.routes.count < 64)
    for route in RouteTable.routes {
      #expect(APIResponder.routes[Int(route.number)] == route.template)
    }
  }
}
