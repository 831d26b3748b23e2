internal import Bytes
internal import HTTP

/// What is answered under one base URL: what answers are made from, and those that are kept.
final class Site {
  let scope: RenderContext
  var cache: ResponseCache

  /// Keeps one part in `share` of the answers that a responder may keep.
  init(_ scope: RenderContext, share: Int = 1) {
    self.scope = scope
    cache = ResponseCache(
      answersMax: scope.settings.cachedResponsesMax / share,
      bytesMax: scope.settings.cachedResponseBytesMax / share)
  }
}

/// The sites under the origins that proxies tell: the few used last, each with its part of the
/// responder's room for answers, so that made-up hosts can push out, never grow.
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
  var sites: [Site] { places.map(\.site) }

  /// The site of an origin told in `bytes`. No allocation where it was used last.
  mutating func site(
    _ origin: ForwardedOrigin, in bytes: Span<UInt8>, from scope: RenderContext
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
    // Half of the room is theirs together.
    let site = Site(
      RenderContext(snapshot: scope.snapshot, settings: settings), share: 2 * Self.countMax)
    places.append(
      Place(
        isSecure: origin.isSecure, authority: [UInt8](copying: authority),
        prefix: [UInt8](copying: prefix), site: site))
    return site
  }
}
