/// The words that the process was started with.
package enum Arguments {
  /// All of them, the program's name first; `nil` where they cannot be read.
  ///
  /// They are asked of the kernel. Swift looks for them beside the environment, and does not find
  /// them once a preloaded library has changed a variable.
  package static var all: [String]? {
    if let file = try? FileContent(path: "/proc/self/cmdline"), !file.bytes.isEmpty {
      return file.bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return CommandLine.arguments.isEmpty ? nil : CommandLine.arguments
  }
}
