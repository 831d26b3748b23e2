internal import Bytes

/// Proactive negotiation (RFC 9110 §12): which of what is offered a request likes best.
package enum ContentNegotiation {
  /// The place in `offers` of the media type with the greatest weight by `Accept`, the first of
  /// equals; `nil` where none is acceptable. Parameters of media types are not looked at. No
  /// allocation.
  package static func mediaType(
    _ request: borrowing Request, offers: [MediaType]
  ) -> Int? {
    guard request.names.contains(.accept) else { return 0 }
    var best: Int?
    var bestWeight = 0
    for place in offers.indices {
      let weight = weight(of: offers[place], in: request)
      if weight > bestWeight {
        best = place
        bestWeight = weight
      }
    }
    return best
  }

  /// The weights that a request gives the codings that are offered, in thousandths.
  package struct Codings: Equatable, Sendable {
    package var brotli: Int
    package var gzip: Int
    package var identity: Int

    package init(brotli: Int = 0, gzip: Int = 0, identity: Int = 1) {
      self.brotli = brotli
      self.gzip = gzip
      self.identity = identity
    }
  }

  /// What `Accept-Encoding` says of each coding (§12.5.3). Identity is acceptable unless it is
  /// excluded, but anything else that is acceptable goes before it where it has no weight of its
  /// own. No allocation.
  package static func codings(_ request: borrowing Request) -> Codings {
    guard request.names.contains(.acceptEncoding) else { return Codings() }
    var brotli: Int?
    var gzip: Int?
    var identity: Int?
    var others: Int?
    for line in request.head.fields where line.name == .acceptEncoding {
      let value = request.bytes.extracting(line.value.offsets)
      var list = WeightedList(value)
      while let member = list.next() {
        let coding = value.extracting(member.value)
        if coding.equalsIgnoringCase("gzip") || coding.equalsIgnoringCase("x-gzip") {
          gzip = member.weight
        } else if coding.equalsIgnoringCase("br") {
          brotli = member.weight
        } else if coding.equalsIgnoringCase("identity") {
          identity = member.weight
        } else if coding.equals("*") {
          others = member.weight
        }
      }
    }
    let leastIdentity = others == 0 ? 0 : 1
    return Codings(
      brotli: brotli ?? others ?? 0, gzip: gzip ?? others ?? 0,
      identity: identity ?? leastIdentity)
  }

  /// The weight of the most specific range that `type` is in.
  private static func weight(of type: MediaType, in request: borrowing Request) -> Int {
    var weight = 0
    var specificity = 0
    for line in request.head.fields where line.name == .accept {
      let value = request.bytes.extracting(line.value.offsets)
      var list = WeightedList(value)
      while let member = list.next() {
        let found = self.specificity(of: value.extracting(member.value), for: type)
        if found > specificity {
          specificity = found
          weight = member.weight
        }
      }
    }
    return weight
  }

  /// 3 for the type itself, 2 for `type/*`, 1 for `*/*`, 0 for what it is not in.
  private static func specificity(of range: Span<UInt8>, for type: MediaType) -> Int {
    if range.equals("*/*") { return 1 }
    var slash = 0
    while slash < range.count, range[slash] != 0x2F { slash += 1 }
    guard slash < range.count, range.extracting(0..<slash).equalsIgnoringCase(type.type) else {
      return 0
    }
    let subtype = range.extracting(slash + 1..<range.count)
    if subtype.equals("*") { return 2 }
    return subtype.equalsIgnoringCase(type.subtype) ? 3 : 0
  }
}
