internal import Server
internal import TLS

extension Settings {
  package static let tls: [Setting] = [
    Setting(
      .tls, "tls.certificates", \.tls.certificates,
      ValueFormat.path("a file in PEM form", as: "FILE").list(of: "files in PEM form"),
      flag: "--tls-certificate", reloads: true,
      about: "Certificates, each followed by those that issued it. The name that a client asks "
        + "for decides, RSA and ECDSA may stand side by side, the first is the default. An OCSP "
        + "response in FILE.ocsp is stapled. Changed files are applied without a gap.",
      reason: "There is no certificate that would fit everybody."),
    Setting(
      .tls, "tls.keys", \.tls.keys,
      ValueFormat.path("a file in PEM form", as: "FILE").list(of: "files in PEM form"),
      flag: "--tls-key", reloads: true,
      about: "Private keys, one for each certificate, in the same order.",
      reason: "As for certificates."),
    Setting(
      .tls, "tls.profile", \.tls.profile, ValueFormat.choice, reloads: true,
      about: "TLS 1.2 and 1.3 (intermediate), or 1.3 only (modern).",
      reason: "intermediate serves every client of the last ten years."),
    Setting(
      .tls, "tls.clientAuthorities", \.tls.clientAuthorities,
      ValueFormat.path("a file in PEM form", as: "FILE").orNull(),
      flag: "--tls-client-ca", reloads: true,
      about: "Authorities in PEM form; clients must show a certificate of one of them.",
      reason: "null asks clients for none: what is served is public."),
    Setting(
      .tls, "tls.hstsSeconds", \.security.hstsSeconds, ValueFormat.integer(0...63_072_000, as: "N"),
      about: "Browsers are told to come over TLS only, for so long since their last visit.",
      reason: "0 tells them nothing: once told, they cannot be told otherwise over plain HTTP."),
  ]
}
