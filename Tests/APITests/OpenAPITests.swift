import Foundation
import HTTP
import Testing

@testable import API

/// The description against the program, both ways.
struct OpenAPITests {
  let api = Asking(Texts.seedSnapshot)
  let document: [String: Any]
  /// Fields of every message, which a description does not tell one by one.
  private static let ofMessages: Set = ["Content-Type", "Content-Length"]

  init() {
    document = api.ask("/openapi.json").json
  }

  @Test("describes every route, and nothing else")
  func paths() {
    let paths = document["paths"] as? [String: [String: Any]] ?? [:]
    #expect(Set(paths.keys) == Set(RouteTable.routes.map(\.template)))
    var operationIDs: Set<String> = []
    for (path, item) in paths {
      #expect(Set(item.keys) == ["get", "head", "options"], "\(path)")
      for case let operation as [String: Any] in item.values {
        let id = operation["operationId"] as? String ?? ""
        #expect(operationIDs.insert(id).inserted, "\(id)")
      }
    }
  }

  @Test("is tested on every route")
  func routesTested() {
    let tested = Set(RouteTests.routes(RouteTests.paths).map(\.template))
    #expect(tested.union(["/"]) == Set(RouteTable.routes.map(\.template)))
  }

  @Test("describes every parameter of every route, and nothing else")
  func parameters() {
    for route in RouteTable.routes {
      let operation = operation(route.template)
      let parameters = operation["parameters"] as? [[String: Any]] ?? []
      let names = route.variables + route.parameters.map(\.name)
      #expect(parameters.compactMap { $0["name"] as? String } == names)
    }
  }

  @Test("describes what is answered, to the last member", arguments: RouteTests.paths)
  func answers(path: String) {
    let target = path.hasSuffix("random") ? path + "?seed=1" : path
    let answer = api.ask(target)
    let responses =
      operation(RouteTests.routes([path]).first?.template ?? "")["responses"] as? [String: Any]
      ?? [:]
    let content = (responses["200"] as? [String: Any])?["content"] as? [String: Any] ?? [:]
    let type = answer["Content-Type"]?.split(separator: ";").first.map { String($0) } ?? ""
    let schema = (content[type] as? [String: Any])?["schema"] as? [String: Any]
    #expect(schema != nil, "\(path) \(type)")
    if type.hasSuffix("json") {
      #expect(faults(answer.json, schema ?? [:], "$") == [], "\(path)")
    }
  }

  @Test("describes facets and selected members")
  func selection() {
    let answer = api.ask("/v1/statements?fields=id&facets=country,lang,year,organization")
    let responses = operation("/v1/statements")["responses"] as? [String: Any] ?? [:]
    let content = (responses["200"] as? [String: Any])?["content"] as? [String: Any] ?? [:]
    let schema = (content["application/json"] as? [String: Any])?["schema"] as? [String: Any]
    #expect(faults(answer.json, schema ?? [:], "$") == [])
    #expect(faults(["items": 1], schema ?? [:], "$").count > 3)
  }

  @Test("describes problems as they are", arguments: ["/v1/none", "/v1?x=1"])
  func problems(target: String) {
    let schema = ["$ref": "#/components/schemas/Problem"]
    #expect(faults(api.ask(target).json, schema, "$") == [])
  }

  @Test("describes every failure of the program where it can happen")
  func failures() {
    let failures = Status.allCases.filter { $0.rawValue >= 400 }
    for route in RouteTests.routes(RouteTests.paths) where route.answer != .redirect {
      let described = statuses(route)
      let never: Set<Status> = [.methodNotAllowed, .notImplemented, .notFound]
      for status in failures where !never.contains(status) {
        #expect(described.contains(String(status.rawValue)), "\(route.template) \(status)")
      }
      #expect(described.isSuperset(of: ["200", "304", "default"]))
    }
  }

  @Test("describes a status of GET if and only if it is answered", arguments: RouteTests.paths)
  func statuses(path: String) throws {
    let route = try #require(RouteTests.routes([path]).first)
    let missing = path.replacing("joint-statement", with: "none")
      .replacing("campaign-for-uyghurs", with: "none").replacing("rushan-abbas", with: "none")
      .replacing("dolkun-isa", with: "none")
    let separator = path.contains("?") ? "&" : "?"
    let asked = [
      api.ask(path), api.ask(missing), api.ask(path + separator + "colour=red"),
      api.ask(path, .get, [(.accept, "image/png")]), api.ask(path, .get, [(.ifMatch, "\"x\"")]),
      api.ask(path + separator + "lang=tlh"),
    ]
    let answered = Set(asked.map { String($0.status.rawValue) })
    let described = statuses(route)
    #expect(answered.isSubset(of: described))
    #expect(described.contains("404") == answered.contains("404"))
    #expect(answered.isSuperset(of: ["200", "400", "406", "412"]))
  }

  @Test("describes every field of every whole answer, and no other", arguments: RouteTests.paths)
  func fields(path: String) throws {
    let route = try #require(RouteTests.routes([path]).first)
    let target = path.hasSuffix("random") ? path + "?seed=1" : path
    let plain = api.ask(target)
    let coded = api.ask(target, .get, [(.acceptEncoding, "br, identity;q=0")])
    let sent = Set((plain.fields + coded.fields).map(\.name))
    let responses = operation(route.template)["responses"] as? [String: Any] ?? [:]
    #expect(headers(responses["200"]).union(Self.ofMessages) == sent)
    let same = api.ask(target, .get, [(.ifNoneMatch, "*")])
    let described = headers(resolve("#/components/responses/NotModified"))
    #expect(Set(same.fields.map(\.name)).isSubset(of: described))
  }

  @Test("describes the fields of preflights, redirects and problems")
  func otherFields() {
    func described(_ name: String) -> Set<String> {
      headers(resolve("#/components/responses/\(name)"))
    }
    #expect(Set(api.ask("/v1", .options).fields.map(\.name)) == described("Allowed"))
    #expect(
      Set(api.ask("/").fields.map(\.name)) == described("Moved").union(["Content-Length"]))
    let refused = [Status.tooManyRequests, .badRequest].map {
      Answer(api.responder.refuse($0, detail: "No."))
    }
    let problems = refused + [api.ask("/v1/none"), api.ask("/v1", .post)]
    let sent = Set(problems.flatMap { $0.fields.map(\.name) })
    #expect(sent == described("Problem").union(Self.ofMessages))
  }

  @Test("refers to nothing that is not there")
  func references() {
    let text = api.ask("/openapi.json").text
    let references = text.split(separator: "\"$ref\":\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    #expect(!references.isEmpty)
    for reference in Set(references) { #expect(resolve(reference) != nil, "\(reference)") }
  }

  // MARK: A small validator of the part of JSON Schema that is used

  private func operation(_ template: String) -> [String: Any] {
    let paths = document["paths"] as? [String: [String: Any]] ?? [:]
    return paths[template]?["get"] as? [String: Any] ?? [:]
  }

  private func statuses(_ route: Route) -> Set<String> {
    Set((operation(route.template)["responses"] as? [String: Any] ?? [:]).keys)
  }

  /// The names of the fields of a described response.
  private func headers(_ response: Any?) -> Set<String> {
    Set(((response as? [String: Any])?["headers"] as? [String: Any] ?? [:]).keys)
  }

  private func resolve(_ reference: String) -> [String: Any]? {
    var value: Any? = document
    for name in reference.split(separator: "/").dropFirst() {
      value = (value as? [String: Any])?[String(name)]
    }
    return value as? [String: Any]
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      return faults(value, resolve(reference) ?? [:], path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let all = choices.map { faults(value, $0, path) }
      return all.contains([]) ? [] : all.flatMap { $0 }
    }
    if let constant = schema["const"] as? String {
      return value as? String == constant ? [] : ["\(path): not \(constant)"]
    }
    switch schema["type"] as? String {
    case "object": return faults(ofObject: value, schema, path)
    case "array":
      guard let elements = value as? [Any] else { return ["\(path): no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return elements.enumerated().flatMap { faults($0.element, items, "\(path)[\($0.offset)]") }
    case "string":
      guard let text = value as? String else { return ["\(path): no string"] }
      if let choices = schema["enum"] as? [String], !choices.contains(text) {
        return ["\(path): none of \(choices)"]
      }
      return []
    case "integer":
      guard let number = value as? Int else { return ["\(path): no integer"] }
      return number >= schema["minimum"] as? Int ?? 0 ? [] : ["\(path): too small"]
    case "boolean": return value is Bool ? [] : ["\(path): no boolean"]
    case "null": return value is NSNull ? [] : ["\(path): not null"]
    default: return ["\(path): unknown schema \(schema)"]
    }
  }

  private func faults(
    ofObject value: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    guard let object = value as? [String: Any] else { return ["\(path): no object"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    let required = schema["required"] as? [String] ?? []
    let missing = required.filter { object[$0] == nil }.map { "\(path).\($0): missing" }
    return missing
      + object.flatMap { name, member -> [String] in
        if let property = properties[name] ?? others {
          return faults(member, property, "\(path).\(name)")
        }
        return schema["additionalProperties"] as? Bool == false ? ["\(path).\(name): unknown"] : []
      }
  }
}

extension RouteTests {
  /// The routes of some paths.
  static func routes(_ paths: [String]) -> [Route] {
    paths.compactMap { path in
      (try? RequestPath(path.prefix { $0 != "?" }.utf8.span)).flatMap { RouteTable.find($0)?.route }
    }
  }
}
