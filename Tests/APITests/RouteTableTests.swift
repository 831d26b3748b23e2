import HTTP
import Testing

@testable import API

@Suite struct RouteTableTests {
  @Test("Every route has an id of its own by which its template is found, beside the one for none")
  func ids() {
    #expect(APIResponder.routes.count == RouteTable.routes.count + 1)
    #expect(APIResponder.routes.count <= RouteID.countMax)
    #expect(APIResponder.routes[RouteID.none.place] == "none")
    for route in RouteTable.routes {
      #expect(APIResponder.routes[route.id.place] == route.template)
    }
  }
}
