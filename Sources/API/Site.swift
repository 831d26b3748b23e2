internal import Bytes
internal import HTTP

/// What is answered under one base URL: what answers are made from, and those that are kept.
final class Site {
  let scope: Scope
  var cache: ResponseCache

  init(_ scope: Scope, answersMax: Int, bytesMax: Int) {
    self.scope = scope
    cache = ResponseCache(answersMax: answersMax, bytesMax: bytesMax)
  }

  convenience init(_ scope: Scope) {
    self.init(
      scope, answersMax: scope.settings.cachedResponsesMax,
      bytesMax: scope.settings.cachedBytesMax)
  }
}

/// The sites under the origins that proxies tell: the few used last, each with its part of the
/// room for answers, so that made-up hosts can push out, never grow.
struct ForwardedSites {
  static let countMax = 4

  private struct Place {
    var isSecure: Bool
    var authority: [UInt8]
    var prefix: [UInt8]
    var site: Site
  }

  private var places: [Place] = []

  var count: Int { places.count }

  /// The site of an origin told in `bytes`. No allocation where it was used last.
  mutating func site(
    _ origin: ForwardedOrigin, in bytes: Span<UInt8>, from scope: Scope
  ) -> Site {
    let authority = bytes.extracting(origin.authority.offsets)
    let prefix = bytes.extracting(origin.prefix.offsets)
    for index in places.indices.reversed() where places[index].isSecure == origin.isSecure {
      let known = places[index]
      guard known.authority.span.equals(authority), known.prefix.span.equals(prefix)
      else { continue }
      if index != places.count - 1 { places.append(places.remove(at: index)) }
      return places[places.count - 1].site
    }
    if places.count == Self.countMax { places.removeFirst() }
    var settings = scope.settings
    settings.baseURL = origin.baseURL(in: bytes)
    let site = Site(
      Scope(snapshot: scope.snapshot, settings: settings),
      answersMax: settings.cachedResponsesMax / Self.countMax,
      bytesMax: settings.cachedBytesMax / Self.countMax)
    places.append(
      Place(
        isSecure: origin.isSecure, authority: [UInt8](copying: authority),
        prefix: [UInt8](copying: prefix), site: site))
    return site
  }
}
