import Bytes
import Testing

struct ByteTableTests {
  @Test("numbers keys in the order of their insertion, and finds them again")
  func numbers() {
    var table = ByteTable()
    #expect(table.find([]) == nil)
    for number in 0..<1000 {
      let key = Array("key number \(number)".utf8)
      #expect(table.insert(key.span) == (number, true))
      #expect(table.insert(key.span) == (number, false))
    }
    #expect(table.insert(Span()) == (1000, true))
    #expect(table.count == 1001)
    for number in 0..<1000 {
      let key = Array("key number \(number)".utf8)
      #expect(table.find(key) == number)
      #expect(table.key(number) == key)
    }
    #expect(table.find([]) == 1000)
    #expect(table.find(Array("key number 1000".utf8)) == nil)
  }
}
