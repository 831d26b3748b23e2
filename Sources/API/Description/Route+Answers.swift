internal import HTTP

/// What a route may answer, for the description. Tests hold it against what is answered.
extension Route {
  typealias FieldNote = (name: String, about: String)

  /// Whether it shows a part of one statement, or what an alias of one leads to.
  private var isOfStatement: Bool { template.hasPrefix("/v1/statements/{id}") }

  /// The statuses of GET and HEAD.
  var statuses: [Status] {
    Status.allCases.filter { status in
      switch status {
      case .continue, .noContent, .methodNotAllowed, .notImplemented: false
      case .ok, .notModified: answer != .redirect
      case .permanentRedirect: answer == .redirect || isOfStatement
      case .notFound: !variables.isEmpty || template == "/v1/quotes/random"
      case .notAcceptable, .preconditionFailed: answer != .redirect
      default: true
      }
    }
  }

  /// The fields of a whole answer, beside those of every message.
  var fields: [FieldNote] {
    let isOneQuotation = answer == .one("Quotation")
    var fields = Self.validators
    if template.hasPrefix("/v1") {
      fields.append(("Last-Modified", "Last change of the texts."))
    }
    if isOfStatement || isOneQuotation || answer == .html {
      fields.append(("Content-Language", "The language of the text."))
    }
    if case .html = answer {
      fields.append(("Content-Security-Policy", "What the page may load: only its style."))
    }
    if isOfStatement, answer == .plainText {
      fields.append(("Content-Security-Policy", "Nothing in it may run or be loaded."))
    }
    switch answer {
    case .page: fields.append(("Link", "Links to other pages of the list (RFC 8288)."))
    case .linkset: fields.append(("Link", "Links to the API description (RFC 8288)."))
    default:
      if template == "/v1" { fields.append(("Link", "Links to the API description (RFC 8288).")) }
    }
    return fields + Self.common
      + [
        ("Content-Encoding", "br or gzip, where Accept-Encoding allows it and it pays."),
        ("Repr-Digest", "SHA-256 of the content as sent (RFC 9530)."),
      ]
  }

  /// Of an answer to a condition: 304.
  static let fieldsNotModified: [FieldNote] =
    validators + [
      ("Last-Modified", "Last change of the texts."),
      ("Link", "Links to other pages of the list (RFC 8288)."),
    ] + common

  static let fieldsOfRedirect: [FieldNote] =
    [
      ("Location", "Where it is."), ("Cache-Control", "How long the response may be cached."),
    ] + common

  static let fieldsOfProblem: [FieldNote] =
    [
      ("Cache-Control", "no-store."), ("Vary", "Request fields that select the representation."),
      ("Allow", "The methods, with 405."),
      ("Retry-After", "Seconds to wait before a retry, with 429 and 503."),
    ] + common

  static let fieldsOfOptions: [FieldNote] =
    [
      ("Allow", "The methods."), ("Access-Control-Allow-Methods", "The methods, for browsers."),
      ("Access-Control-Allow-Headers", "Request fields that pages may set."),
      ("Access-Control-Max-Age", "Seconds for which browsers may cache this."),
    ] + common

  private static let validators: [FieldNote] = [
    ("ETag", "Strong entity tag, different for each coding."),
    ("Cache-Control", "How long the response may be cached."),
    ("Vary", "Request fields that select the representation."),
  ]

  /// On every answer.
  private static let common: [FieldNote] = [
    ("Access-Control-Allow-Origin", "Allows pages of any origin."),
    ("Access-Control-Expose-Headers", "The fields that those pages may read."),
    ("X-Content-Type-Options", "nosniff."),
  ]
}
