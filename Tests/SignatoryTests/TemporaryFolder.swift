import Glibc

/// A folder of its own under /tmp, removed at the end with the files written into it.
final class TemporaryFolder {
  let path: String
  private var names: Set<String> = []

  init() {
    var template = Array("/tmp/signatory-folder-XXXXXX".utf8CString)
    unsafe _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { remove(name) }
    unsafe _ = rmdir(path)
  }

  func write(_ name: String, _ content: [UInt8]) {
    names.insert(name)
    let file = unsafe creat("\(path)/\(name)", 0o600)
    unsafe _ = Glibc.write(file, content, content.count)
    _ = close(file)
  }

  func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  func remove(_ name: String) { unsafe _ = unlink("\(path)/\(name)") }

  func rename(_ name: String, to other: String) {
    names.insert(other)
    unsafe _ = Glibc.rename("\(path)/\(name)", "\(path)/\(other)")
  }
}
