internal import Server
internal import TLS

extension Settings {
  package static let tls: [Setting] = [
    Setting(
      .tls, "tls.certificates", \.tls.certificates,
      ValueFormat.path("a file in PEM form", as: "FILE").list(of: "files in PEM form"),
      flag: "--tls-certificate", reloads: true,
      about: "Certificate files in PEM form, each with its chain. The server name that a client "
        + "asks for selects the certificate, and the first is the default. RSA and ECDSA "
        + "certificates can be combined. An OCSP response in FILE.ocsp is stapled. Changed files "
        + "are applied without downtime.",
      reason: "There is no certificate that would fit every server."),
    Setting(
      .tls, "tls.keys", \.tls.keys,
      ValueFormat.path("a file in PEM form", as: "FILE").list(of: "files in PEM form"),
      flag: "--tls-key", reloads: true,
      about: "Private key files in PEM form, one per certificate, in the same order.",
      reason: "As for certificates."),
    Setting(
      .tls, "tls.profile", \.tls.profile, ValueFormat.choice, reloads: true,
      about: "TLS versions: 1.2 and 1.3 (intermediate), or 1.3 only (modern).",
      reason: "intermediate serves every client of the last ten years."),
    Setting(
      .tls, "tls.clientAuthorities", \.tls.clientAuthorities,
      ValueFormat.path("a file in PEM form", as: "FILE").orNull(),
      flag: "--tls-client-ca", reloads: true,
      about: "Certificate authorities in PEM form. Clients must present a certificate issued by "
        + "one of them.",
      reason: "null: clients need no certificate, since what is served is public."),
    Setting(
      .tls, "tls.hstsSeconds", \.security.hstsSeconds, ValueFormat.integer(0...63_072_000, as: "N"),
      about: "Time for which browsers must use HTTPS only, counted from their last visit "
        + "(Strict-Transport-Security).",
      reason: "0 sends no such field: once a browser has it, plain HTTP cannot revoke it."),
  ]
}
