import Foundation
import HTTP
import Testing

@testable import API

/// The description against the program, both ways.
struct OpenAPITests {
  let api = Asking(Texts.seedSnapshot)
  let document: [String: Any]

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
    let template = RouteTable.routes.first { route in
      (try? RequestPath(path.prefix { $0 != "?" }.utf8.span)).flatMap { route.match($0.segments) }
        != nil
    }?.template
    let responses = operation(template ?? "")["responses"] as? [String: Any] ?? [:]
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

  @Test("describes every status that the API answers with")
  func statuses() {
    for route in RouteTable.routes where route.answer != .redirect {
      let responses = operation(route.template)["responses"] as? [String: Any] ?? [:]
      #expect(
        Set(responses.keys) == ["200", "304", "308", "400", "404", "406", "412", "default"])
    }
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
