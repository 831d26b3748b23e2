internal import HTTP

/// What one target answers: a representation in each media type that was asked for so far.
final class Resource {
  let offers: [MediaType]
  /// Whether the target itself says which one, whatever `Accept` says.
  let isFixed: Bool
  /// By the place of the media type in `offers`.
  private var representations: [Representation?]

  init(offers: [MediaType], isFixed: Bool) {
    self.offers = offers
    self.isFixed = isFixed
    representations = offers.map { _ in nil }
  }

  /// The place of the media type that a request likes best; `nil` where none is acceptable.
  func place(for request: borrowing Request) -> Int? {
    isFixed ? 0 : ContentNegotiation.mediaType(request, offers: offers)
  }

  subscript(place: Int) -> Representation? {
    get { representations[place] }
    set { representations[place] = newValue }
  }

  /// About how much memory it takes.
  var bytes: Int { representations.reduce(64) { $0 + ($1?.bytes ?? 0) } }
}
