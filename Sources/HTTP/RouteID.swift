/// Which of a responder's `routes` an answer is of, for whoever counts and writes it down.
package struct RouteID: Hashable, Sendable {
  /// Routes that a responder can have, none included.
  package static let countMax = 64
  /// Of no route.
  package static let none = RouteID(0)

  private let number: UInt8

  private init(_ number: UInt8) {
    self.number = number
  }

  /// The route at a place of `routes`; none where there can be no such place.
  package init(place: Int) {
    number = 0..<Self.countMax ~= place ? UInt8(place) : 0
  }

  /// Its place in `routes`, below `countMax`.
  package var place: Int { Int(number) }
}
