internal import Glibc

/// Who may connect to a Unix socket: the mode and group of its file.
package struct SocketAccess: Equatable, Sendable {
  /// The permissions of the file; `nil`: what the umask leaves.
  package var mode: UInt32?
  /// The name or number of a group that the file is to have; `nil`: that of the process.
  package var group: String?

  package init(mode: UInt32? = nil, group: String? = nil) {
    self.mode = mode
    self.group = group
  }

  /// Why a group is not one.
  struct NoGroup: Error, CustomStringConvertible {
    let description: String
  }

  /// The number of the group.
  func groupNumber() throws(NoGroup) -> gid_t? {
    guard let group else { return nil }
    if let entry = unsafe getgrnam(group) { return unsafe entry.pointee.gr_gid }
    guard let number = gid_t(group) else {
      throw NoGroup(description: "there is no group “\(group)”")
    }
    return number
  }

  /// Applies to the file at `path`. To be called before the socket listens: until then nobody
  /// connects.
  func apply(to path: String) throws {
    if let number = try groupNumber(), unsafe lchown(path, uid_t.max, number) != 0 {
      throw SystemError.last("chown")
    }
    if let mode, unsafe chmod(path, mode_t(mode)) != 0 { throw SystemError.last("chmod") }
  }
}
