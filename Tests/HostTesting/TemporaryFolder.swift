import Glibc

/// A folder of its own under /tmp, removed at the end with what was made in it.
package final class TemporaryFolder {
  package let path: String
  private var made: Set<[UInt8]> = []

  package init() {
    var template = Array("/tmp/signatory-folder-XXXXXX".utf8CString)
    unsafe _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in made { unsafe with(name) { place in unsafe _ = Glibc.remove(place) } }
    unsafe _ = rmdir(path)
  }

  /// Names are bytes: two that look the same stay two.
  private func with(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    made.insert(name)
    let place = (Array("\(path)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
    unsafe place.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe body(start) }
    }
  }

  package func write(_ name: [UInt8], _ text: String) { write(name, Array(text.utf8)) }
  package func write(_ name: String, _ content: [UInt8]) { write(Array(name.utf8), content) }
  package func write(_ name: String, _ text: String) { write(Array(name.utf8), Array(text.utf8)) }

  package func write(_ name: [UInt8], _ content: [UInt8]) {
    unsafe with(name) { place in
      let file = unsafe creat(place, 0o600)
      unsafe _ = Glibc.write(file, content, content.count)
      _ = close(file)
    }
  }

  package func makeLink(_ name: String, to target: String) {
    unsafe with(Array(name.utf8)) { unsafe _ = symlink(target, $0) }
  }

  package func makePipe(_ name: String) {
    unsafe with(Array(name.utf8)) { unsafe _ = mkfifo($0, 0o600) }
  }
  package func makeFolder(_ name: String) {
    unsafe with(Array(name.utf8)) { unsafe _ = mkdir($0, 0o700) }
  }
  package func removeFolder(_ name: String) { unsafe _ = rmdir("\(path)/\(name)") }

  package func remove(_ name: String) { unsafe _ = unlink("\(path)/\(name)") }
  package func remove() { unsafe _ = rmdir(path) }

  package func rename(_ name: String, to other: String) {
    made.insert(Array(other.utf8))
    unsafe _ = Glibc.rename("\(path)/\(name)", "\(path)/\(other)")
  }
}
