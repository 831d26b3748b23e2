internal import HTTP

/// What one target answers: a representation in each media type that was asked for so far.
final class Resource {
  let offers: [MediaType]
  /// By the place of the media type in `offers`.
  private var representations: [Representation?]

  init(offers: [MediaType]) {
    self.offers = offers
    representations = offers.map { _ in nil }
  }

  subscript(place: Int) -> Representation? {
    get { representations[place] }
    set { representations[place] = newValue }
  }

  /// About how much memory it takes.
  var bytes: Int { representations.reduce(64) { $0 + ($1?.bytes ?? 0) } }
}
