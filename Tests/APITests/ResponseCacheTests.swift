import HTTP
import Testing

@testable import API

struct ResponseCacheTests {
  @Test("keeps what is asked for often through a flood of other targets")
  func keepsWhatIsUsed() {
    var cache = ResponseCache(answersMax: 20, bytesMax: 1 << 20)
    let wanted = resource(10)
    cache.insert(wanted, for: "/wanted".utf8.span)
    for number in 0..<1000 {
      cache.insert(resource(10), for: "/\(number)".utf8.span)
      #expect(cache.find("/wanted".utf8.span) === wanted)
    }
    #expect(cache.find("/0".utf8.span) == nil)
    #expect(cache.find("/999".utf8.span) != nil)
  }

  @Test("of several asked for by turns keeps each, and drops the one that is asked for no more")
  func severalAreUsed() {
    for gone in 0..<3 {
      var cache = ResponseCache(answersMax: 20, bytesMax: 1 << 20)
      let wanted = ["/a", "/b", "/c"].map { (target: $0, resource: resource(10)) }
      for (target, resource) in wanted { cache.insert(resource, for: target.utf8.span) }
      for number in 0..<100 {
        cache.insert(resource(10), for: "/\(number)".utf8.span)
        // One of them each time, none more often than every third.
        let (target, resource) = wanted[number % 3]
        #expect(cache.find(target.utf8.span) === resource, "\(target)")
      }
      for number in 100..<200 {
        cache.insert(resource(10), for: "/\(number)".utf8.span)
        let (target, resource) = wanted[number % 3]
        if number % 3 != gone { #expect(cache.find(target.utf8.span) === resource, "\(target)") }
      }
      #expect(cache.find(wanted[gone].target.utf8.span) == nil)
    }
  }

  @Test("drops the old where the bytes are spent, and never holds more than its bound")
  func isBounded() {
    // 10 fit into both generations together, and 4 into the old one before the young one is full.
    let bytes = resource(4000).bytes + 3
    for count in [20, 50, 99, 100] {
      var cache = ResponseCache(answersMax: 1000, bytesMax: 10 * bytes)
      for number in 0..<count { cache.insert(resource(4000), for: "/\(number)".utf8.span) }
      // The newest are asked first: to find an old one makes it young.
      let kept = (0..<count).reversed().prefix { cache.find("/\($0)".utf8.span) != nil }
      #expect(6...10 ~= kept.count)
      let old = (0..<count).reversed().dropFirst(10)
      #expect(old.allSatisfy { cache.find("/\($0)".utf8.span) == nil })
    }
  }

  @Test("drops the old where there are too many answers")
  func isBoundedInAnswers() {
    var cache = ResponseCache(answersMax: 10, bytesMax: 1 << 30)
    for number in 0..<100 { cache.insert(resource(10), for: "/\(number)".utf8.span) }
    let kept = (0..<100).reversed().prefix { cache.find("/\($0)".utf8.span) != nil }
    #expect(5...10 ~= kept.count)
    #expect((0..<90).allSatisfy { cache.find("/\($0)".utf8.span) == nil })
  }

  @Test("counts what an answer gains")
  func growth() {
    var cache = ResponseCache(answersMax: 1000, bytesMax: 100_000)
    let growing = Resource(offers: [.json, .csv], isFixed: false)
    growing[0] = Representation(ResponseContent([1]))
    cache.insert(growing, for: "/growing".utf8.span)
    cache.insert(resource(10), for: "/before".utf8.span)
    growing[1] = Representation(ResponseContent([UInt8](repeating: 0, count: 40_000)))
    cache.insert(growing, for: "/growing".utf8.span)
    cache.insert(resource(24_000), for: "/after".utf8.span)
    #expect(cache.find("/before".utf8.span) == nil)
  }

  private func resource(_ bytes: Int) -> Resource {
    let resource = Resource(offers: [.json], isFixed: false)
    resource[0] = Representation(ResponseContent([UInt8](repeating: 0x20, count: bytes)))
    return resource
  }

  @Test("An answer that takes the place of another is counted instead of it")
  func replaces() {
    var cache = ResponseCache(answersMax: 20, bytesMax: 1 << 20)
    cache.insert(resource(10), for: "/other".utf8.span)
    for size in [100, 5_000, 10, 300] {
      let answer = resource(size)
      cache.insert(answer, for: "/a".utf8.span)
      let bytes = answer.bytes + 2 + resource(10).bytes + 6
      #expect(cache.held == (answers: 2, bytes: bytes), "\(size)")
    }
  }
}
