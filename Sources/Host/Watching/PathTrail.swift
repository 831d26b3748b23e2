internal import Glibc

/// The way from a path to what it leads to: each folder in which a name is looked up, links
/// followed. When a name of the way comes, goes or is replaced, the path may lead elsewhere.
struct PathTrail {
  struct Step: Hashable {
    /// Without a link in it.
    var folder: String
    var name: String
  }

  /// As many as the kernel follows.
  private static let linksMax = 40

  private(set) var steps: [Step] = []
  /// What the path leads to, without a link in it; `nil` where it leads nowhere now.
  private(set) var end: String?
  /// Whether the last step is that of the file itself, which is there or may come.
  private(set) var endsInFile = false

  /// Walks the way of `path`. `look` tells what stands at a path without links before its last
  /// name: a test may tell other things than the file system.
  init(_ path: String, from start: String? = nil, look: (String) -> Node = Node.init) {
    var waiting = Array(path.split(separator: "/").reversed()).map(String.init)
    var folder = path.hasPrefix("/") ? "/" : (start ?? Self.workingFolder)
    var linkCount = 0
    while let name = waiting.popLast() {
      if name == "." { continue }
      if name == ".." {
        folder = Directory.parent(of: folder)
        continue
      }
      steps.append(Step(folder: folder, name: name))
      let place = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      switch look(place) {
      case .link(let target):
        linkCount += 1
        guard linkCount <= Self.linksMax, !target.isEmpty else { return }
        if target.hasPrefix("/") { folder = "/" }
        waiting += target.split(separator: "/").reversed().map(String.init)
      case .folder: folder = place
      case .other:
        end = waiting.isEmpty ? place : nil
        endsInFile = waiting.isEmpty
        return
      case .nothing:
        endsInFile = waiting.isEmpty
        return
      }
    }
    end = folder
  }

  /// What stands at a path.
  enum Node: Equatable {
    case link(String)
    case folder, other, nothing

    init(_ path: String) {
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else {
        self = .nothing
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: self = .folder
      case S_IFLNK: self = Self.target(path).map(Self.link) ?? .nothing
      default: self = .other
      }
    }

    private static func target(_ path: String) -> String? {
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(path, &bytes, bytes.count)
      guard count > 0 else { return nil }
      return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  private static var workingFolder: String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard unsafe getcwd(&bytes, bytes.count) != nil else { return "." }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Everything that is watched for one purpose: folders, with what matters in each.
package struct WatchPlan: Equatable {
  package struct WatchedNames: Equatable {
    /// Names on the way to something, with the keys of what they lead to.
    var ways: [String: Set<FileName>] = [:]
    /// Names of files, with their keys.
    package var files: [String: Set<FileName>] = [:]
    /// Whether every name in it is that of a file, whose key is its name.
    package var isWhole = false

    /// Whether it matters who writes to what is in it.
    var hasFiles: Bool { isWhole || !files.isEmpty }
  }

  /// The key of the whole: what matters to it matters to everything.
  package static let root: FileName = ""

  private(set) var folders: [String: WatchedNames] = [:]

  package init() {}

  /// Watches the way of `path`, which matters to `key`; where it leads. A path that is not absolute
  /// begins at `start`.
  @discardableResult
  package mutating func add(_ path: String, from start: String? = nil, for key: FileName = root)
    -> String?
  {
    let trail = PathTrail(path, from: start)
    for (index, step) in trail.steps.enumerated() {
      let isFile = trail.endsInFile && index == trail.steps.count - 1
      if isFile {
        folders[step.folder, default: WatchedNames()].files[step.name, default: []].insert(key)
      } else {
        folders[step.folder, default: WatchedNames()].ways[step.name, default: []].insert(key)
      }
    }
    return trail.end
  }

  /// Watches everything in a folder, which has no link in its path.
  package mutating func addContents(of folder: String) {
    folders[folder, default: WatchedNames()].isWhole = true
  }
}
