import API
import Bytes
import Catalog
import Foundation
import HTTP
import HTTPTesting
import Statements

/// A responder with somebody to ask it.
struct Asking {
  let responder: APIResponder

  init(_ responder: APIResponder) {
    self.responder = responder
  }

  init(_ snapshot: Snapshot, baseURL: String? = nil) {
    let settings = APISettings(baseURL: baseURL, version: "0.0.1")
    self.init(APIResponder(snapshot: snapshot, settings: settings))
  }

  func ask(
    _ target: String, _ method: HTTP.Method = .get, _ fields: [(FieldName, String)] = [],
    form: TargetForm = .origin, isFromTrustedProxy: Bool = false
  ) -> Answer {
    var bytes = Array(target.utf8)
    let head = RequestHead()
    head.method = method
    head.form = form
    head.target = ByteRange(start: 0, end: UInt32(bytes.count))
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }.count
    head.path = ByteRange(start: 0, end: UInt32(path))
    if path < bytes.count {
      head.query = ByteRange(start: UInt32(path + 1), end: UInt32(bytes.count))
    }
    head.add(fields, to: &bytes)
    return Answer(
      responder.respond(
        to: Request(head: head, bytes: bytes.span, isFromTrustedProxy: isFromTrustedProxy)))
  }
}

/// A response, taken apart.
struct Answer {
  let status: Status
  let content: [UInt8]
  let fields: [(name: String, value: String)]

  init(_ response: Response) {
    status = response.status
    content = response.content
    let lines = String(decoding: response.fields, as: UTF8.self).components(separatedBy: "\r\n")
    fields = lines.dropLast().map { line in
      let parts = line.components(separatedBy: ": ")
      return (parts[0], parts.dropFirst().joined(separator: ": "))
    }
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  var text: String { String(decoding: content, as: UTF8.self) }

  var json: [String: Any] {
    let value = try? JSONSerialization.jsonObject(with: Data(content))
    return value as? [String: Any] ?? [:]
  }

  var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
}

/// Texts to serve.
enum Texts {
  static let seed: [UInt8] = read("joint-statement.txt")

  static let seedSnapshot = Snapshot([source("joint-statement", seed, modified: 1_670_544_000)])

  /// Two statements with a person who signed, a renamed id, and names in several forms.
  static let twoSnapshot = Snapshot([
    source("winter", Array(winter.utf8), modified: 1_000_000_000),
    source("summer", Array(summer.utf8), modified: 1_100_000_000),
  ])

  /// Statements without a date, of these ids.
  static func plainSnapshot(_ ids: [String]) -> Snapshot {
    Snapshot(
      ids.map { source($0, Array("Statement \($0)\n\nWe call for calm, all of us.\n".utf8)) })
  }

  static let winter = """
    ---
    title: Winter Statement
    publishedOn: 2021-12-09
    language: en
    aliases: old-winter
    ---
    Winter Statement

    We call for calm, and we mean it.

    “We want peace and quiet for all of us,” said Anna Müller, Director of Quiet Rivers.

    Signatories:

    1. Quiet Rivers
    2. Society of Lakes
    """

  static let summer = """
    ---
    title: Summer Statement
    publishedOn: 2022-06-01
    language: de
    ---
    Summer Statement

    We call for rain, and we mean it.

    “Rain is what the lakes need now,” said Anna Muller, Director of Quiet Rivers.

    Signatories:

    1. QUIET RIVERS
    2. Mountain Friends
    """

  static func source(_ id: String, _ text: [UInt8], modified: Int64? = nil) -> StatementSource {
    do {
      return StatementSource(id: id, statement: try Statement.read(text), modified: modified)
    } catch {
      preconditionFailure("The test's text cannot be read: \(error)")
    }
  }

  private static func read(_ name: String) -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Loading/\(name)")
    return (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
  }
}
