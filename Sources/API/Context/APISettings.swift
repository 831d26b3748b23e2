/// What an administrator decides about the API.
package struct APISettings: Sendable {
  /// What every URL in answers begins with: scheme, authority and maybe a path, without a slash at
  /// the end. `nil` makes them path-absolute.
  package var baseURL: String?
  /// The path of the base URL: what every path in answers begins with.
  var basePath: String {
    // Behind the two slashes of the scheme and the authority.
    let url = baseURL ?? ""
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : ""
  }
  /// The version of the program.
  package var version: String
  /// How many answers, and how many bytes of them, one responder keeps ready.
  package var cachedResponsesMax: Int
  package var cachedResponseBytesMax: Int

  package init(
    baseURL: String? = nil, version: String, cachedResponsesMax: Int = 4096,
    cachedResponseBytesMax: Int = 16 << 20
  ) {
    var trimmed = baseURL.map { Substring($0) }
    while let url = trimmed, url.hasSuffix("/") { trimmed = url.dropLast() }
    self.baseURL = trimmed.map { String($0) }
    self.version = version
    self.cachedResponsesMax = cachedResponsesMax
    self.cachedResponseBytesMax = cachedResponseBytesMax
  }
}
