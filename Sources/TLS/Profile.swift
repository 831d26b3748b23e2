internal import COpenSSL

/// Which protocol versions and algorithms are spoken: the profiles of Mozilla's Server Side TLS.
package enum Profile: String, Sendable, CaseIterable {
  /// TLS 1.2 and 1.3, for every client of the last ten years.
  case intermediate
  /// TLS 1.3 only.
  case modern

  var minVersion: Int32 {
    switch self {
    case .intermediate: TLS1_2_VERSION
    case .modern: TLS1_3_VERSION
    }
  }

  /// Ciphers of TLS 1.2, each with forward secrecy and authenticated encryption. Those over finite
  /// fields (DHE) are left out: no client needs them, and a flood of them is costly.
  static let ciphers = [
    "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
  ].joined(separator: ":")

  /// Ciphers of TLS 1.3.
  static let suites =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"

  /// Curves for the key exchange.
  static let groups = "X25519:P-256:P-384"

  /// The order above decides, so that no client talks its way to a lesser cipher; but who asks for
  /// ChaCha20 first has no fast AES, and gets it.
  static let options =
    copenssl_no_compression | copenssl_no_renegotiation | copenssl_prefer_server_order
}
