import Bytes
import Testing

@Suite struct ASCIITests {
  private func all(where isMember: (UInt8) -> Bool) -> [UInt8] { (0...255).filter(isMember) }

  @Test("the classes hold exactly their bytes")
  func classes() {
    #expect(all(where: ASCII.isDigit) == [UInt8]("0123456789".utf8))
    #expect(
      all(where: ASCII.isLetter)
        == [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8))
    #expect(all(where: ASCII.isControl) == [UInt8](0...0x1F) + [0x7F])
  }

  @Test("a hexadecimal digit has its value in either case, and nothing else has one")
  func hexadecimal() {
    #expect("0123456789abcdef".utf8.map(ASCII.hexValue) == (0...15).map { $0 })
    #expect("ABCDEF".utf8.map(ASCII.hexValue) == (10...15).map { $0 })
    #expect(all { ASCII.hexValue($0) != nil }.count == 22)
  }

  @Test("capital letters of ASCII alone are made small")
  func lowercased() {
    for byte in UInt8.min...UInt8.max {
      let isCapital = (0x41...0x5A).contains(byte)
      #expect(ASCII.lowercased(byte) == (isCapital ? byte + 0x20 : byte))
    }
  }
}
