internal import Markup
internal import Bytes
internal import Glibc
internal import TLS

/// `signatory check`, for certificates: what would keep one from serving, and whether it ends soon.
enum CertificateCheck {
  /// Whether the file at `path` is by its name one of certificates.
  static func isCertificate(_ path: String) -> Bool {
    [".pem", ".crt", ".cer"].contains { path.lowercased().hasSuffix($0) }
  }

  static func findings(_ path: String, _ bytes: [UInt8]) -> [CheckFinding] {
    let place = Place(line: 1, column: 1)
    do throws(TLSError) {
      let chain = try Chain(NamedFile(name: path, bytes: bytes), at: time(nil))
      return chain.warnings.map {
        CheckFinding(
          file: path, place: place, severity: $0 == chain.invalidity ? .error : .warning,
          message: $0)
      }
    } catch {
      return [CheckFinding(file: path, place: place, severity: .error, message: error.reason)]
    }
  }
}
