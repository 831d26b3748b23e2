package import Glibc

/// The user that the process runs as.
package enum Privileges {
  /// A user that the process can become.
  package struct User: Equatable, Sendable {
    package var name: String
    package var id: uid_t
    package var group: gid_t
  }

  package static var areRoot: Bool { geteuid() == 0 }

  /// The user `name`, which is not root.
  package static func user(_ name: String) throws(Failure) -> User {
    guard let entry = unsafe getpwnam(name) else {
      throw Failure(code: .usage, message: "user: there is no user “\(name)”")
    }
    let user = unsafe User(name: name, id: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    guard user.id != 0 else {
      throw Failure(code: .usage, message: "user: “\(name)” is root; name another")
    }
    return user
  }

  /// Becomes that user, with that user's groups, for ever: to be called when sockets are bound and
  /// keys are read. Where the process is that user already, nothing happens.
  package static func drop(to user: User) throws(Failure) {
    let (name, uid, gid) = (user.name, user.id, user.group)
    if geteuid() == uid, getuid() == uid { return }
    guard areRoot else {
      throw Failure(code: .usage, message: "user: only root can become the user “\(name)”")
    }
    guard unsafe initgroups(name, gid) == 0, setgid(gid) == 0, setuid(uid) == 0 else {
      throw Failure(
        code: .failure,
        message: "cannot become the user “\(name)”: \(unsafe String(cString: strerror(errno)))")
    }
    // What cannot be undone cannot be undone by an intruder.
    guard getuid() == uid, geteuid() == uid, getgid() == gid, getegid() == gid, setuid(0) != 0
    else {
      throw Failure(code: .failure, message: "the user “\(name)” can become root again")
    }
  }
}
